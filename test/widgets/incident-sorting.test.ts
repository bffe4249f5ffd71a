import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRows } from '../../src/widget-kit/read-rows.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import {
  amongClass,
  readString,
  unsorted,
  withMark,
} from '../../src/widgets/incident-sorting/coding.ts';
import { keptCoders, restoreCoders } from '../../src/widgets/incident-sorting/kept-coders.ts';
import { merge } from '../../src/widgets/incident-sorting/merge-coders.ts';
import { model } from '../../src/widgets/incident-sorting/model.ts';
import { readCodes } from '../../src/widgets/incident-sorting/read-codes.ts';
import {
  codes,
  fictionalCoders,
  industries,
  stories,
  type Industry,
} from '../../src/widgets/incident-sorting/stories.ts';

const answerKey = (industry: Industry) => stories[industry].map(({ code }) => code).join('');
const settingOf = (industry: Industry, letters: string) => ({
  ...scenarioValues(model, industry),
  coders: [{ name: '我', codes: letters }],
});

describe.each(industries)('%s', (industry) => {
  const list = stories[industry];

  test('has twenty different stories, each group used, system failures the most', () => {
    expect(new Set(list.map(({ text }) => text)).size).toBe(20);
    const { editors } = model.compute(settingOf(industry, unsorted));
    expect(editors.every((count) => count >= 3)).toBe(true);
    expect(Math.max(...editors.slice(1))).toBeLessThan(editors[0] as number);
    for (const { why } of list) expect(why.length).toBeGreaterThan(5);
  });

  test('most of what customers call attitude starts with a system failure', () => {
    const { attitude, attitudeFromSystem } = model.compute(settingOf(industry, unsorted));
    expect(attitude).toBeGreaterThanOrEqual(6);
    expect(attitudeFromSystem * 2).toBeGreaterThan(attitude);
  });

  test('sorting like the editors is kappa one; nothing sorted is no kappa', () => {
    const all = model.compute(settingOf(industry, answerKey(industry)));
    expect(all.withEditors?.kappa).toBeCloseTo(1, 12);
    expect(model.compute(settingOf(industry, unsorted)).withEditors).toBeNull();
    const same = settingOf(industry, 'A'.repeat(20));
    expect(model.sentence(same, model.compute(same))).not.toContain('没有定义');
  });

  test('the fictional classmates differ, and the widget says where', () => {
    const values = {
      ...settingOf(industry, unsorted),
      coders: [{ name: '我', codes: unsorted }, ...fictionalCoders[industry]],
    };
    const result = model.compute(values);
    expect(result.class.people).toBe(3);
    expect(result.class.kappa?.kappa).toBeGreaterThan(0.2);
    expect(result.class.kappa?.kappa).toBeLessThan(0.9);
    expect(result.class.mostDivisive).not.toBeNull();
    expect(model.sentence(values, result)).toContain('最有分歧的是第');
  });
});

test('letters, digits and full-width are the same code; the unreadable is named, not guessed', () => {
  expect(readString('aＢ3４x.').marks.slice(0, 6)).toEqual(['A', 'B', 'C', 'D', null, null]);
  expect(readString('AEA九').odd).toEqual([2, 4]);
  expect(withMark(unsorted, 19, 'D')).toBe(`${'x'.repeat(19)}D`);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readString(text).marks).toHaveLength(20);
    }),
  );
});

test('a class that sorts alike is undivided; one coder alone has no kappa', () => {
  const one = { name: '甲', codes: answerKey('hotel') };
  expect(amongClass([one]).kappa).toBeNull();
  const both = amongClass([one, { ...one, name: '乙' }]);
  expect(both.kappa?.kappa).toBeCloseTo(1, 12);
  expect([both.mostDivisive, both.hardestGroup]).toEqual([null, null]);
  const flat = amongClass([1, 2].map((n) => ({ name: String(n), codes: 'A'.repeat(20) })));
  expect(flat.kappa?.kappa).toBeNaN();
});

test('files of classmates: one string, twenty cells or JSON; bad rows named with their reason', () => {
  const key = answerKey('airline');
  const read = (text: string) => readCodes(text, { industry: 'airline', file: '小王.csv' });
  const good = [{ name: '小王', codes: key }];
  expect(read(`姓名,行业,归类\r\n我,航空,${key}\r\n`).coders).toEqual(good);
  expect(read(`小王,${[...key].join(',')}`).coders).toEqual(good);
  expect(read(JSON.stringify({ industry: 'airline', codes: key })).coders).toEqual(good);
  const bad = read(
    `姓名,行业,归类\n甲,酒店,${key}\n乙,航空,${key.slice(1)}\n丙,航空,E${key.slice(1)}\n丁,航空,${unsorted}`,
  );
  expect(bad.coders).toEqual([]);
  expect(bad.problems).toHaveLength(4);
  for (const [i, words] of [
    '“甲”没有采用：归的是酒店',
    '只读到 19 个',
    '“E”',
    '一个也没有分',
  ].entries())
    expect(bad.problems[i]).toContain(words);
  expect(read('').problems).toHaveLength(1);
  expect(read(`{"coders":[{"name":"乙","codes":"${key}"},{"na`).problems).toEqual([
    expect.stringContaining('写到一半断了'),
  ]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const coder of read(text).coders) expect(coder.codes).toMatch(/^[A-Dx]{20}$/);
    }),
    { numRuns: 40 },
  );
});

test('the same file twice is taken once; a class too large is told how many were left out', () => {
  const one = { name: '甲', codes: answerKey('airline') };
  const other = { name: '甲', codes: 'B'.repeat(20) };
  const merged = merge([one], [one, other], 60);
  expect(merged.coders.map(({ name }) => name)).toEqual(['甲', '甲 2']);
  expect(merged.problems).toHaveLength(1);
  const crowd = Array.from({ length: 70 }, (_, i) => ({ name: `${i}`, codes: one.codes }));
  expect(merge([one], crowd, 60).problems).toEqual([
    '最多 60 人，“59”起的 11 人没有收；人多就分几次看。',
  ]);
  // 全是文字列的表也不会吞掉第一行
  const rows = readRows(`甲,${one.codes}\n乙,${one.codes}`, model.params.coders);
  expect(rows.rows).toHaveLength(2);
});

test('a long name is shortened aloud, and a table gone wrong is refused in words', () => {
  const long = readCodes(`一二三四五六七八九十甲,航空,${'A'.repeat(20)}`, {
    industry: 'airline',
    file: 'x.csv',
  });
  expect(long.coders[0]?.name).toBe('一二三四五六七八九十');
  expect(long.notes).toEqual(['“x.csv”里 1 人的名字太长，只留了前 10 个字。']);
  const wide = readCodes(Array.from({ length: 1000 }, () => 'A').join(','), {
    industry: 'airline',
    file: 'x.csv',
  });
  expect(wide.problems[0]).toContain('有 1000 列，最多 200 列');
});

describe('sorting kept on the device', () => {
  const one = { name: '甲', codes: answerKey('airline') };
  test('what cannot be read back is counted, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        for (const row of restoreCoders(stored).rows ?? [])
          expect(row.codes).toMatch(/^[A-Dx]{20}$/);
        for (const rows of Object.values(keptCoders.restore(stored).value))
          expect(rows.length).toBeGreaterThan(0);
      }),
    );
    expect(keptCoders.restore({ airline: [one] })).toEqual({
      value: { airline: [one] },
      lost: '',
    });
    expect(keptCoders.restore({ airline: [one, { name: 3 }], planet: [] }).lost).toBe(
      '有 2 处读不懂',
    );
  });

  test('two tabs sorting at once are merged letter by letter and person by person', () => {
    const me = (codes: string) => ({ name: '我', codes });
    const fill = (start: string) => start.padEnd(20, 'x');
    const base = { airline: [me(fill('A')), one] };
    const mine = { airline: [me(fill('AB')), one, { ...one, name: '乙' }] };
    const theirs = { airline: [me(fill('AxC'))], hotel: [me(fill('D'))] };
    expect(keptCoders.merge?.(mine, theirs, base)).toEqual({
      airline: [me(fill('ABC')), { ...one, name: '乙' }],
      hotel: [me(fill('D'))],
    });
  });
});

test('every wrong guess has its own explanation', () => {
  if (model.predict.kind !== 'choice') throw new Error('incident-sorting asks for a choice');
  expect(model.predict.options.map(({ value }) => value)).toEqual([...codes]);
});
