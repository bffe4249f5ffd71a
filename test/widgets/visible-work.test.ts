import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaults, scenarioValues } from '../../src/widget-kit/model.ts';
import { model, shownAs } from '../../src/widgets/visible-work/model.ts';
import { keptRatings } from '../../src/widgets/visible-work/kept-ratings.ts';
import {
  compareRatings,
  readRatings,
  summarizeRatings,
} from '../../src/widgets/visible-work/ratings.ts';
import { codeOf, conditionOf, tasks } from '../../src/widgets/visible-work/trial.ts';

const base = defaults(model.params);
const { predict } = model;
if (predict.kind !== 'choice') throw new Error('visible-work asks for a choice');

test('thirty seconds of visible work beat nothing at once, and thirty blank seconds lose to both', () => {
  const { work, instant, blank, bestWait } = model.compute(base);
  // 5 − 0.02 × 30 + 2 × (1 − e⁻³)
  expect(work).toBeCloseTo(5 - 0.6 + 2 * (1 - Math.exp(-3)), 12);
  expect(work).toBeGreaterThan(instant);
  expect(blank).toBeLessThan(instant);
  // τ·ln(b ÷ (a·τ)) = 10·ln 10
  expect(bestWait).toBeCloseTo(10 * Math.log(10), 10);
});

test('it says on its face that it only shows a direction', () => {
  expect(model.directional).toBe(true);
  expect(model.table(base, model.compute(base)).caption).toContain('示意');
});

test.each(model.scenarios.map(({ id }) => id))(
  '%s: seen, the wait is worth it; unseen, not',
  (id) => {
    const values = scenarioValues(model, id);
    expect(predict.answer(values, model.compute(values))).toBe('work');
    expect(model.sentence(values, model.compute(values))).toContain('胜过马上给');
    const blank = { ...values, shown: 'blank' as const };
    expect(model.sentence(blank, model.compute(blank))).toContain('等一刻都不值');
  },
);

test('the best wait is said once: not twice the same rounded score', () => {
  const at = (wait: number) => model.sentence({ ...base, wait }, model.compute({ ...base, wait }));
  expect(at(31)).toContain('等到约 23 秒最高，只比现在多不到 0.1 分');
  expect(at(23)).toContain('这差不多就是最值的等待');
  expect(at(60)).toMatch(/等到约 23 秒最高，6\.3 分/);
});

test('every answer but the blank one can be right somewhere: no wait, and too much hurry', () => {
  const at = (change: object) => {
    const values = { ...base, ...change };
    return predict.answer(values, model.compute(values));
  };
  expect(at({ wait: 0 })).toBe('same');
  expect(at({ wait: 90, impatience: 0.06 })).toBe('instant');
  expect(Object.values(shownAs).map(({ transparency }) => transparency)).toEqual([1, 0.4, 0]);
});

describe('class experiment', () => {
  test('both versions end alike; only the wait and what is seen differ', () => {
    const wait = 30;
    expect(conditionOf({ version: 'b', against: 'instant', wait })).toEqual({
      seconds: 30,
      visible: true,
    });
    expect(conditionOf({ version: 'a', against: 'instant', wait }).seconds).toBe(0);
    expect(conditionOf({ version: 'a', against: 'blank', wait })).toEqual({
      seconds: 30,
      visible: false,
    });
    expect(conditionOf({ version: 'b', against: 'blank', wait: 72 }).seconds).toBe(40);
    for (const { steps, outcome } of Object.values(tasks)) {
      expect(steps).toHaveLength(10);
      expect(outcome).toHaveLength(3);
    }
  });

  test('codes are read however they are typed, and the rest is named by line', () => {
    expect(readRatings('A6 B5,a4；Ｂ７\nA, 3\nB版：2\n"A","1"')).toEqual({
      a: [6, 4, 3, 1],
      b: [5, 7, 2],
      problems: [],
      unlisted: 0,
    });
    expect(readRatings(`版本,评分\r\nA,6\r\nB,5\r\n${codeOf('b', 7)}`)).toEqual({
      a: [6],
      b: [5, 7],
      problems: [],
      unlisted: 0,
    });
    const { a, b, problems } = readRatings('A8 B5\nC4\nA3.5\n迟到');
    expect([a, b]).toEqual([[], [5]]);
    expect(problems).toHaveLength(4);
    expect(problems[0]).toContain('A8');
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const score of [...readRatings(text).a, ...readRatings(text).b])
          expect([1, 2, 3, 4, 5, 6, 7]).toContain(score);
      }),
    );
  });

  test('a whole year group on one line or a line each is read the same, with progress', () => {
    const many = Array.from({ length: 60_000 }, (_, i) => codeOf(i % 2 ? 'b' : 'a', (i % 7) + 1));
    for (const between of ['\n', ' ']) {
      const seen: number[] = [];
      const ratings = readRatings(many.join(between), (share) => seen.push(share));
      expect([ratings.a.length, ratings.b.length]).toEqual([30_000, 30_000]);
      expect(seen.length).toBeGreaterThan(5);
      expect(seen).toEqual(seen.toSorted((x, y) => x - y));
      expect(summarizeRatings(ratings).counts.a.reduce((sum, count) => sum + count)).toBe(30_000);
    }
    readRatings(`A${' '.repeat(500)}`.repeat(2000));
    const bad = readRatings('迟到\n'.repeat(1000));
    expect(bad.problems.length + bad.unlisted).toBe(1000);
  });

  test('codes added in two tabs are all kept; when one rewrote the list, the reader is asked', () => {
    expect(keptRatings.merge?.('A6\nB5', 'A6\nA7', 'A6')).toBe('A6\nA7\nB5');
    expect(keptRatings.merge?.('A6', 'B1', 'A6\nB5')).toBeNull();
    expect(keptRatings.restore(['A6']).lost).not.toBe('');
  });

  test('two groups are compared with an interval, one person in a group with none', () => {
    expect(compareRatings({ a: [4], b: [] })).toBeNull();
    const two = compareRatings({ a: [3, 4, 5], b: [5, 6, 7] });
    expect(two?.difference).toBe(2);
    expect(two?.low).toBeLessThan(2);
    expect(compareRatings({ a: [3], b: [5, 6] })?.low).toBeNaN();
  });
});
