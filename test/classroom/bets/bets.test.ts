/** 全班的押注：存得下、读得回、合得拢；读不懂的不丢，改过题目的不拿来比。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betFrom,
  betsAt,
  betsCsv,
  betsFromJson,
  betsJson,
  comparable,
  hashOf,
  keptBets,
  whose,
  withBet,
  withoutBet,
  type ClassBet,
} from '../../../src/classroom/bets/bets.ts';
import { KeptRecord } from '../../../src/lib/kept-record.ts';
import { anyText } from '../../any-text.ts';

const bet = (change: Partial<ClassBet> = {}): ClassBet => ({
  deck: 'queueing',
  step: 'pool',
  round: 1,
  kind: 'counts',
  class: '2301',
  day: '2026-11-29',
  hash: 'aa',
  counts: [12, 30, 5],
  ...change,
});

const anyBet: fc.Arbitrary<ClassBet> = fc
  .record({
    deck: fc.constantFrom('queueing', 'quality'),
    step: fc.constantFrom('pool', 'idle'),
    round: fc.integer({ min: 1, max: 3 }),
    class: fc.constantFrom('', '2301', '2302 班'),
    day: fc.constantFrom('2025-11-29', '2026-11-29'),
    hash: fc.constantFrom('aa', 'bb'),
  })
  .chain((head) =>
    fc.oneof(
      fc
        .array(fc.nat(60), { maxLength: 6 })
        .map((counts) => ({ ...head, kind: 'counts' as const, counts })),
      fc
        .array(
          fc
            .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
            .map((x) => x + 0),
          { maxLength: 6 },
        )
        .map((values) => ({ ...head, kind: 'values' as const, values })),
      fc
        .array(fc.array(fc.nat(40), { maxLength: 4 }), { maxLength: 3 })
        .map((curves) => ({ ...head, kind: 'curves' as const, curves })),
    ),
  );

/** 假的浏览器存储，可以写满、可以不让读。 */
function place({ full = false, denied = false } = {}) {
  const kept = new Map<string, string>();
  const check = () => {
    if (denied) throw new Error('SecurityError');
  };
  return {
    kept,
    getItem: (key: string) => (check(), kept.get(key) ?? null),
    setItem: (key: string, text: string) => {
      check();
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, text);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('a class bet', () => {
  test('is read back as it was written, by JSON', () => {
    fc.assert(
      fc.property(fc.array(anyBet, { maxLength: 6 }), (bets) => {
        expect(betsFromJson(betsJson(bets))).toEqual({ ok: true, bets, odd: 0 });
        for (const each of bets) expect(betFrom(JSON.parse(JSON.stringify(each)))).toEqual(each);
      }),
    );
  });

  test.each<[string, unknown]>([
    ['not an object', 'x'],
    ['no deck', { ...bet(), deck: '' }],
    ['round zero', bet({ round: 0 })],
    ['half a hand', bet({ counts: [1.5] })],
    ['a negative count', bet({ counts: [-1] })],
    ['too many hands', bet({ counts: [10_000] })],
    ['a day written otherwise', bet({ day: '29/11/2026' })],
    ['a kind of its own', { ...bet(), kind: 'stars' }],
    ['values without numbers', { ...bet(), kind: 'values', values: ['3'] }],
    ['curves of text', { ...bet(), kind: 'curves', curves: [['a']] }],
  ])('%s is not taken for one', (_what, value) => {
    expect(betFrom(value)).toBeNull();
  });

  test('one class, day, step and round has one bet; the later takes its place', () => {
    const bets = withBet(withBet([], bet()), bet({ counts: [1, 2, 3] }));
    expect(bets).toEqual([bet({ counts: [1, 2, 3] })]);
    expect(withBet(bets, bet({ round: 2 }))).toHaveLength(2);
    expect(withoutBet(bets, bet())).toEqual([]);
  });

  test('a step’s bets are listed newest first', () => {
    const bets = [bet({ day: '2025-11-29' }), bet(), bet({ round: 2 }), bet({ step: 'idle' })];
    expect(betsAt(bets, 'queueing', 'pool').map(({ day, round }) => [day, round])).toEqual([
      ['2026-11-29', 2],
      ['2026-11-29', 1],
      ['2025-11-29', 1],
    ]);
  });

  test('is compared with other classes of the same question only', () => {
    const others = [
      bet({ class: '2302' }),
      bet({ day: '2025-11-29' }),
      bet({ day: '2024-11-29', hash: 'bb' }),
      bet({ class: '2303', kind: 'values', values: [3] }),
      bet({ class: '2304', counts: [1, 2] }),
      bet(),
    ];
    expect(comparable(others, bet()).map(({ class: group, day }) => [group, day])).toEqual([
      ['2302', '2026-11-29'],
      ['2301', '2025-11-29'],
    ]);
  });

  test.each([
    [{ day: '2026-11-29' }, '今天 2301 班'],
    [{ day: '2025-03-01' }, '去年 2301 班'],
    [{ day: '2023-03-01', class: '' }, '2023 年'],
    [{ day: '2026-03-01', class: '2302 班' }, '3 月 1 日 2302 班'],
  ])('%o is called %s', (change, name) => {
    expect(whose(bet(change), '2026-11-29')).toBe(name);
  });

  test('a changed word changes the hash, and the same words never do', () => {
    expect(hashOf(['甲', '乙'])).toBe(hashOf(['甲', '乙']));
    expect(hashOf(['甲', '乙'])).not.toBe(hashOf(['甲乙']));
    expect(hashOf(['甲', '乙'])).not.toBe(hashOf(['甲', '丙']));
    expect(hashOf([])).toMatch(/^[\da-f]{8}$/);
  });

  test('CSV has one number a row, and a class called like a formula stays text', () => {
    const lines = betsCsv([bet({ class: '=1+1', counts: [3, 4] })])
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe("queueing,pool,1,'=1+1,2026-11-29,aa,举手,1,,3");
  });

  test('a file that is something else is refused in words', () => {
    expect(betsFromJson('{"bets": [')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('JSON'),
    });
    expect(betsFromJson('[]')).toMatchObject({ ok: false });
    expect(betsFromJson(JSON.stringify({ format: 'class-bets', bets: [bet(), 3] }))).toEqual({
      ok: true,
      bets: [bet()],
      odd: 1,
    });
  });
});

describe('kept on this device', () => {
  test('anything stored is taken without an exception; what is odd is kept aside and said', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const store = place();
        store.kept.set('som:class-bets', text);
        const record = new KeptRecord(keptBets, () => store);
        record.open();
        record.set([bet()]);
        record.save();
        expect([...store.kept.values()].join('')).toContain(text);
      }),
      { numRuns: 60 },
    );
  });

  test('one odd bet among sound ones: the sound are read, the original stays aside', () => {
    const store = place();
    const text = JSON.stringify([bet(), { deck: 3 }]);
    store.kept.set('som:class-bets', text);
    const record = new KeptRecord(keptBets, () => store);
    record.open();
    expect(record.value).toEqual([bet()]);
    expect(record.lost).toBe('有 1 条全班的押注读不懂');
    expect(record.asides.map((aside) => aside.text)).toEqual([text]);
  });

  test('a full or forbidden store leaves the bets in memory and says so', () => {
    for (const [store, trouble] of [
      [place({ full: true }), 'full'],
      [place({ denied: true }), 'denied'],
    ] as const) {
      const record = new KeptRecord(keptBets, () => store);
      record.open();
      record.set([bet()]);
      record.save();
      expect(record.value).toEqual([bet()]);
      expect(record.trouble).toBe(trouble);
    }
  });

  test('two tabs at once lose nothing: each bet from the tab that touched it', () => {
    const base = [bet(), bet({ step: 'idle' })];
    const mine = [bet({ counts: [1] }), bet({ round: 2 })];
    const theirs = [...base, bet({ class: '2302' })];
    const merged = keptBets.merge?.(mine, theirs, base) ?? [];
    expect(merged).toHaveLength(3);
    expect(merged).toEqual(
      expect.arrayContaining([bet({ counts: [1] }), bet({ round: 2 }), bet({ class: '2302' })]),
    );
  });
});
