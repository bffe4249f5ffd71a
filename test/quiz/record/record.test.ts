/** 学习记录：两台设备合并不分先后，坏文件什么也不改。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemMastery, objectiveMastery } from '../../../src/quiz/record/mastery.ts';
import {
  attemptsOf,
  countAttempts,
  emptyRecord,
  merge,
  withAttempt,
  type Attempt,
  type LearnerRecord,
} from '../../../src/quiz/record/record.ts';
import {
  fromFile,
  LONGEST,
  readRecord,
  readText,
  toFile,
} from '../../../src/quiz/record/read-record.ts';

const attempt = fc.record<Attempt>({
  // 时刻取得很窄，好让两台设备撞在同一刻
  at: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_030 }),
  earned: fc.constantFrom(0, 0.5, 1),
  hinted: fc.boolean(),
});
const key = fc.constantFrom('cliff', 'little-1', 'constructor', '__proto__', 'h0', 'h1');
const record: fc.Arbitrary<LearnerRecord> = fc
  .array(fc.tuple(key, key, attempt), { maxLength: 60 })
  .map((entries) =>
    entries.reduce<LearnerRecord>(
      (all, [id, hash, each]) => withAttempt(all, { id, hash }, each),
      emptyRecord,
    ),
  );

describe('merging', () => {
  test('does not depend on which device goes first', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(merge(a, b)).toEqual(merge(b, a));
      }),
    );
  });
  test('twice is the same as once', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        expect(merge(a, a)).toEqual(a);
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });
  test('three devices may meet in any order', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });
  test('keeps the very first attempt and the latest, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 60 }), (attempts) => {
        const item = { id: 'cliff', hash: 'h0' };
        const all = attempts.reduce((sum, each) => withAttempt(sum, item, each), emptyRecord);
        const kept = attemptsOf(all, item);
        const times = attempts.map(({ at }) => at);
        expect(kept[0]?.at).toBe(Math.min(...times));
        expect(kept.at(-1)?.at).toBe(Math.max(...times));
        expect(kept.length).toBeLessThanOrEqual(13);
      }),
    );
  });
});

describe('files', () => {
  test('what is exported is read back the same', () => {
    fc.assert(
      fc.property(record, (a) => {
        const named = readRecord(JSON.parse(JSON.stringify(a)));
        if (!named.ok) throw new Error(named.reason);
        const reading = fromFile(toFile(named.record));
        expect(reading).toEqual({ ok: true, record: named.record, skipped: 0, where: '' });
      }),
    );
  });

  const sound = toFile(
    withAttempt(
      emptyRecord,
      { id: 'cliff', hash: 'h0' },
      { at: 1_700_000_000_000, earned: 1, hinted: false },
    ),
  );

  test.each<[what: string, text: string, says: RegExp]>([
    ['an empty file', '', /不是完整的 JSON/],
    ['a file cut in half', sound.slice(0, 60), /不是完整的 JSON/],
    ['a picture', '\u0089PNG\r\n', /不是完整的 JSON/],
    ['another file', '{"name":"package"}', /不是从本课件导出/],
    ['a list', '[]', /不是从本课件导出/],
    ['null', 'null', /不是从本课件导出/],
    ['a newer version', sound.replace('"version":2', '"version":3'), /更新版本/],
    ['no version', sound.replace('"version":2', '"version":"x"'), /缺少版本号/],
    [
      'a time in words',
      sound.replace('1700000000000', '"昨天"'),
      /头一处是题目 cliff 的第 1 次作答/,
    ],
    ['half a millisecond', sound.replace('1700000000000', '1.5'), /1 处读不懂/],
    ['an impossible score', sound.replace('"earned":1', '"earned":7'), /1 处读不懂/],
    ['a score in words', sound.replace('"earned":1', '"earned":"1"'), /1 处读不懂/],
    ['an odd item name', sound.replace('"cliff"', '"<img src=x>"'), /1 处读不懂/],
    ['a huge file', `"${'x'.repeat(LONGEST + 1)}"`, /超过 10 MB/],
  ])('%s changes nothing and says why', (_what, text, says) => {
    const reading = fromFile(text);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.reason).toMatch(says);
    expect(!reading.ok && reading.reason).toContain('什么都没有改动');
  });

  test.each([0, -86_400_000, 1_700_000_000, Date.UTC(2400, 0), 8.64e15])(
    'what was recorded while the clock stood at %d can still be taken along',
    (at) => {
      const odd = withAttempt(
        emptyRecord,
        { id: 'cliff', hash: 'h0' },
        { at, earned: 1, hinted: false },
      );
      const reading = fromFile(toFile(odd));
      expect(reading.ok && countAttempts(reading.record)).toBe(1);
      const stored = readText(JSON.stringify(odd));
      expect(stored.ok && [countAttempts(stored.record), stored.skipped]).toEqual([1, 0]);
    },
  );

  test('a file as long as a course of answers makes it is read within a blink: 600 items, all they can hold', () => {
    const full = Array.from({ length: 600 }, (_, item) => item).reduce<LearnerRecord>(
      (all, item) => ({
        ...all,
        items: {
          ...all.items,
          [`item-${item}`]: {
            h0: Array.from({ length: 60 }, (__, at) => ({ at, earned: 0.5, hinted: true })),
          },
        },
      }),
      emptyRecord,
    );
    const text = toFile(full);
    expect(text.length).toBeLessThan(LONGEST);
    expect(text.length).toBeGreaterThan(1_000_000);
    const before = process.cpuUsage();
    expect(fromFile(text).ok).toBe(true);
    expect(process.cpuUsage(before).user / 1000, 'ms').toBeLessThan(300);
  });

  test('a stored text cut in half is said to be unreadable, not taken for an empty record', () => {
    const reading = readText(JSON.stringify(emptyRecord).slice(0, 12));
    expect(reading).toMatchObject({ ok: false, newer: false });
  });

  test('a byte order mark does not matter', () => {
    expect(fromFile(`\uFEFF${sound}`).ok).toBe(true);
  });

  test('any JSON at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readRecord(value);
        fromFile(JSON.stringify(value) ?? '');
        const nested = readRecord({ version: 1, items: value });
        if (nested.ok) countAttempts(nested.record);
      }),
    );
  });

  test('a stored record with a bad corner keeps its good part', () => {
    const reading = readRecord({
      version: 1,
      items: {
        cliff: { h0: [{ at: 1_700_000_000_000, earned: 1, hinted: false }, { at: 'x' }] },
        __proto__: null,
        odd: 7,
      },
    });
    expect(reading.ok && countAttempts(reading.record)).toBe(1);
  });
});

describe('mastery', () => {
  const right = { at: 1, earned: 1, hinted: false };
  const hinted = { at: 2, earned: 1, hinted: true };
  const half = { at: 3, earned: 0.5, hinted: false };
  test.each<[attempts: Attempt[], state: string]>([
    [[], 'unseen'],
    [[right], 'known'],
    [[right, half], 'known'],
    [[half], 'shaky'],
    [[hinted], 'shaky'],
    [[half, right], 'shaky'],
    [[half, right, right], 'known'],
    [[half, right, half], 'shaky'],
    [[half, right, hinted], 'shaky'],
  ])('%j is %s', (attempts, state) => expect(itemMastery(attempts)).toBe(state));

  test('an objective is known from two items on, not from one lucky guess', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, hash: 'h' }));
    const once = withAttempt(emptyRecord, items[0]!, right);
    expect(objectiveMastery(emptyRecord, items).state).toBe('unseen');
    expect(objectiveMastery(once, items).state).toBe('shaky');
    const twice = withAttempt(once, items[1]!, right);
    expect(objectiveMastery(twice, items)).toEqual({ state: 'known', total: 3, seen: 2, known: 2 });
    expect(objectiveMastery(withAttempt(twice, items[2]!, half), items).state).toBe('shaky');
  });

  test('when an item is rewritten, its old attempts no longer count', () => {
    const once = withAttempt(emptyRecord, { id: 'a', hash: 'old' }, right);
    expect(itemMastery(attemptsOf(once, { id: 'a', hash: 'new' }))).toBe('unseen');
  });
});
