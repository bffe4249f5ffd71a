import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { airlineWith, even, itemsParam } from '../../src/widgets/subtraction-canvas/markets.ts';
import { model } from '../../src/widgets/subtraction-canvas/model.ts';

const percents = (values: readonly number[]) =>
  values.map((value) => Number((100 * value).toFixed(1)));
const verdict = (id: string, guess: Guess) => {
  const values = scenarioValues(model, id);
  return judge(predictionOf(model, id), guess, values, model.compute(values), fixed);
};

describe('five points everywhere', () => {
  test('is the cheapest of four and nobody’s first choice', () => {
    const { costs, won, firstChoices, shares } = model.at();
    expect(costs).toEqual([200, 382, 362, 278]);
    expect(won).toEqual([]);
    expect(firstChoices).toEqual([1, 2, 3]);
    expect(percents(shares)).toEqual([1, 51.4, 28.4, 19.1]);
  });

  test('by hand: the thrifty weigh 5 × 1.15 = 5.75 against 14 × 0.5 + … = 12', () => {
    const [thrifty] = model.at().utilities;
    expect(thrifty?.[0]).toBeCloseTo(5.75, 12);
    expect(thrifty?.[1]).toBeCloseTo(7 + 1.6 + 3 + 0.1 + 0 + 0.15 + 0 + 0.15, 12);
  });

  test('its share hangs on the sensitivity: 1.0, 6.3, 17.1 %; that nobody puts it first does not', () => {
    for (const [sensitivity, share] of [
      [1, 1],
      [0.5, 6.3],
      [0.2, 17.1],
    ] as const) {
      const { own, won } = model.at({ sensitivity });
      expect(percents([own])).toEqual([share]);
      expect(won).toEqual([]);
    }
    const { curve } = model.at();
    for (let i = 1; i < curve.length; i++)
      expect(curve[i]?.share).toBeLessThan(curve[i - 1]?.share as number);
    expect(curve[0]?.share).toBeLessThan(0.25);
  });
});

test('first choices never depend on the sensitivity, whatever the curve', () => {
  const points = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 40 }), (own, step) => {
      const items = airlineWith(own);
      expect(model.at({ items, sensitivity: step / 20 }).firstChoices).toEqual(
        model.at({ items }).firstChoices,
      );
    }),
  );
});

test('four items given up for two: 30.8 %, first with those in a hurry, and the dearest of four', () => {
  const { own, won, costs, left } = model.at({}, 'bold');
  expect(percents([own])).toEqual([30.8]);
  expect(won).toEqual([1]);
  expect(costs[0]).toBe(5 * 5 * 2 + 15 * 15 * 2);
  expect(left).toBe(0);
});

test('the hotel gains most by giving up lobby and restaurant', () => {
  const { cuts, own } = model.at({}, 'hotel');
  expect(percents([own])).toEqual([8.3]);
  expect(percents(cuts.map(({ share }) => share))).toEqual([3.8, 16.5, 36.7, 13.8]);
  expect(cuts.map(({ won }) => won)).toEqual([[], [2], [1], []]);
});

test('every firm of both markets has forty points', () => {
  for (const id of ['even', 'hotel']) {
    const { items } = scenarioValues(model, id);
    for (const firm of ['own', 'first', 'second', 'third'] as const)
      expect(
        items.reduce((sum, item) => sum + item[firm], 0),
        `${id}, ${firm}`,
      ).toBe(40);
  }
});

describe('verdicts', () => {
  test.each([
    ['even', '0', '成本低不等于客人觉得便宜'],
    ['even', '1', '乙投了 13 点，自家 5 点'],
    ['even', '2', '丙投了 10 点，自家 5 点'],
    ['easygoing', 25, '四家平分是 25%'],
    ['easygoing', 1, '不能当真'],
    ['bold', 10, '撤掉的四项'],
    ['bold', 60, '多半只赢来一个客群'],
    ['hotel', '1', '“度假的”首选它'],
  ])('%s, %s: %s', (id, guess, words) => {
    const { hit, explanation } = verdict(id, guess);
    expect(hit).toBe(false);
    expect(explanation).toContain(words);
  });

  test.each([
    ['even', 'none'],
    ['easygoing', 17],
    ['bold', 30],
    ['hotel', '2'],
  ])('%s: %s is a hit', (id, guess) => expect(verdict(id, guess).hit).toBe(true));

  test('in any setting the explanation names as first choice only who is first', () => {
    const points = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(points, fc.constantFrom('0', '1', '2', 'none'), (own, guess) => {
        const values = { ...scenarioValues(model, 'even'), items: airlineWith(own) };
        const result = model.compute(values);
        const { hit, explanation } = judge(model.predict, guess, values, result, fixed);
        expect(explanation.includes('没有一个客群首选')).toBe(
          result.won.length === 0 && guess !== 'none',
        );
        if (hit && guess === 'none') expect(explanation).toContain('高过每一家');
      }),
    );
  });
});

describe('edges are said in words', () => {
  const say = (items: ReturnType<typeof airlineWith>) => {
    const values = { ...scenarioValues(model, 'even'), items };
    return model.sentence(values, model.compute(values));
  };
  test('more points than there are, and some left', () => {
    expect(say(airlineWith([6, 5, 5, 5, 5, 5, 5, 5]))).toContain('比 40 点多用了 1 点');
    expect(say(airlineWith([0, 5, 5, 5, 5, 5, 5, 5]))).toMatch(
      /价格一点不投，其余各 5 点（还剩 5 点）/,
    );
  });
  test('nobody weighs anything: all share alike and nobody is first', () => {
    const items = airlineWith(even).map((item) => ({
      ...item,
      weight1: 0,
      weight2: 0,
      weight3: 0,
    }));
    expect(say(items)).toContain('占 25.0%，没有一个客群首选它');
  });
  test('nothing at all invested', () => {
    const items = airlineWith([]).slice(0, itemsParam.atLeast);
    expect(say(items)).toMatch(/^自家每项都是 0 点（还剩 40 点）；/);
  });
});

test('nobody careless enough sends the worst of four above a quarter', () => {
  for (const guess of [26, 50, 100])
    expect(verdict('easygoing', guess).explanation, `${guess}`).toContain('到不了 25% 以上');
  expect(verdict('easygoing', 23).explanation).toContain('还没有走到');
});
