/** 课堂游戏的码：错一个、错两个、相邻写反，一律认得出；一处错给得出那一个改法。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alphabet,
  codeLength,
  readCode,
  spoken,
  tagBits,
  tidyCode,
  withoutRepeats,
  writeCode,
  type CodeForm,
} from '../../../src/classroom/answers/code.ts';

const three: CodeForm = {
  number: 2,
  fields: ['甲', '乙', '丙'].map((name) => ({ name, min: 0, max: 127, bits: 7 })),
};
const one: CodeForm = { number: 0, fields: [{ name: '留几座', min: 0, max: 120, bits: 7 }] };

const anyRound = fc.integer({ min: 1, max: 400 });
const anyDecision = fc.array(fc.integer({ min: 0, max: 127 }), { minLength: 3, maxLength: 3 });
const anyTag = fc.integer({ min: 0, max: 3 });
const anyCode = fc
  .record({ round: anyRound, decision: anyDecision, tag: anyTag })
  .map((payload) => ({ ...payload, code: writeCode(three, payload) }));

const put = (code: string, place: number, letter: string) =>
  code.slice(0, place) + letter + code.slice(place + 1);
const others = (code: string, place: number) =>
  [...alphabet].filter((letter) => letter !== code[place]);
const sample = fc.sample(anyCode, { numRuns: 3, seed: 11 });

describe('a code', () => {
  test('the alphabet has 32 letters, none of them 0, 1, I or O', () => {
    expect(new Set(alphabet).size).toBe(32);
    expect(alphabet).not.toMatch(/[01IO]/);
  });

  test('gives back the decision and the tag it was made from', () => {
    fc.assert(
      fc.property(anyCode, ({ code, round, decision, tag }) => {
        expect(code).toHaveLength(codeLength);
        expect(readCode(three, round, code)).toEqual({ ok: true, code, decision, tag });
      }),
    );
  });

  test('is read in lower case, full width, with a space or a dash in the middle', () => {
    fc.assert(
      fc.property(anyCode, ({ code, round }) => {
        const wide = [...code]
          .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
          .join('');
        for (const text of [
          code.toLowerCase(),
          wide,
          spoken(code),
          `${code.slice(0, 4)}-${code.slice(4)}`,
        ])
          expect(readCode(three, round, text)).toMatchObject({ ok: true, code });
      }),
      { numRuns: 30 },
    );
  });

  test('refuses every single wrong letter and names the one likely correction', () => {
    for (const { code, round } of sample)
      for (let place = 0; place < codeLength; place++)
        for (const letter of others(code, place)) {
          const wrong = put(code, place, letter);
          expect(readCode(three, round, wrong), wrong).toMatchObject({
            ok: false,
            kind: 'check',
            suggestion: code,
          });
        }
  });

  test('refuses every pair of wrong letters', () => {
    const [{ code, round }] = sample as [(typeof sample)[number]];
    let tried = 0;
    let accepted = 0;
    for (let i = 0; i < codeLength; i++)
      for (let j = i + 1; j < codeLength; j++)
        for (const first of others(code, i))
          for (const second of others(code, j)) {
            tried++;
            if (readCode(three, round, put(put(code, i, first), j, second)).ok) accepted++;
          }
    expect(tried).toBe(28 * 31 * 31);
    expect(accepted).toBe(0);
  });

  test('refuses every swap of two neighbours', () => {
    fc.assert(
      fc.property(anyCode, ({ code, round }) => {
        for (let i = 0; i + 1 < codeLength; i++) {
          const [left, right] = [code[i] ?? '', code[i + 1] ?? ''];
          if (left === right) continue;
          const swapped = code.slice(0, i) + right + left + code.slice(i + 2);
          expect(readCode(three, round, swapped).ok, swapped).toBe(false);
        }
      }),
    );
  });

  test('a letter outside the alphabet is named, and filled in when the rest is right', () => {
    for (const { code, round } of sample)
      for (let place = 0; place < codeLength; place++)
        for (const letter of '01IO')
          expect(readCode(three, round, put(code, place, letter))).toMatchObject({
            ok: false,
            kind: 'symbol',
            suggestion: code,
          });
  });

  test('about one random string in 130,000 passes', () => {
    const strings = fc.sample(
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: 8, maxLength: 8 }),
      { numRuns: 60_000, seed: 5 },
    );
    const readings = strings.map((text) => readCode(three, 7, text));
    const checked = readings.filter(
      ({ ok, ...rest }) => ok || (rest as { kind: string }).kind !== 'check',
    );
    // 期望 58.6 个，标准差 7.6
    expect(checked.length).toBeGreaterThan(25);
    expect(checked.length).toBeLessThan(95);
    expect(readings.filter(({ ok }) => ok).length).toBeLessThanOrEqual(4);
  });

  test('a plain run of one letter or of neighbours is no code', () => {
    for (const form of [one, three])
      for (const text of [
        ...[...alphabet].map((letter) => letter.repeat(8)),
        '23456789',
        'ABCDEFGH',
      ])
        for (let round = 1; round <= 16; round++)
          expect(readCode(form, round, text).ok, text).toBe(false);
  });
});

describe('what a code belongs to', () => {
  test('a code of one of the last fifteen rounds is refused, and the sixteenth comes round again', () => {
    const code = writeCode(three, { round: 20, decision: [1, 2, 3], tag: 0 });
    for (let round = 21; round < 36; round++)
      expect(readCode(three, round, code)).toMatchObject({ ok: false, kind: 'round' });
    expect(readCode(three, 36, code).ok).toBe(true);
  });

  test('a code of another game is refused', () => {
    const code = writeCode(three, { round: 1, decision: [1, 2, 3], tag: 0 });
    expect(readCode(one, 1, code)).toMatchObject({ ok: false, kind: 'game' });
  });

  test('a decision beyond its range is refused on both sides', () => {
    expect(() => writeCode(one, { round: 1, decision: [121], tag: 0 })).toThrow(
      '留几座 must be an integer from 0 to 120, got 121',
    );
    expect(() => writeCode(one, { round: 0, decision: [1], tag: 0 })).toThrow(RangeError);
    const loose: CodeForm = { number: 0, fields: [{ name: '留几座', min: 0, max: 127, bits: 7 }] };
    const code = writeCode(loose, { round: 1, decision: [125], tag: 9 });
    expect(readCode(one, 1, code)).toMatchObject({ ok: false, kind: 'decision' });
  });

  test('too short, too long and empty are said with their length', () => {
    for (const [text, length] of [
      ['', 0],
      ['ABC', 3],
      ['ABCDEFGHJ', 9],
    ] as const)
      expect(readCode(one, 1, text)).toMatchObject({
        ok: false,
        kind: 'length',
        reason: expect.stringContaining(`${length} 个`),
      });
  });
});

describe('equal codes', () => {
  test('count once where the tag is long, and each where two students may agree', () => {
    expect(tagBits(one)).toBe(16);
    expect(tagBits(three)).toBe(2);
    const codes = ['AAAAAAAA', 'BBBBBBBB', 'AAAAAAAA'];
    expect(withoutRepeats(one, codes)).toEqual({ kept: ['AAAAAAAA', 'BBBBBBBB'], repeats: 1 });
    expect(withoutRepeats(three, codes)).toEqual({ kept: codes, repeats: 0 });
  });
});

test('tidying never lengthens a text and is done once', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (text) => {
      const tidy = tidyCode(text);
      expect(tidyCode(tidy)).toBe(tidy);
    }),
  );
});
