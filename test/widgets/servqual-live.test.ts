import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { readRows } from '../../src/widget-kit/read-rows.ts';
import { legalRow } from '../../src/widget-kit/rows.ts';
import {
  answersParam,
  fromAnswers,
  named,
  survey,
  type Dimension,
} from '../../src/widgets/servqual-live/dimensions.ts';
import { model, ranks, type Setting } from '../../src/widgets/servqual-live/model.ts';

const setting = (scenario: string, change: Partial<Setting> = {}) => ({
  ...scenarioValues(model, scenario),
  ...change,
});
function told(guess: Guess, scenario: string, change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const score = fc.integer({ min: 10, max: 70 }).map((tenths) => tenths / 10);
const dimension: fc.Arbitrary<Dimension> = fc.record({
  name: fc.constantFrom(...named),
  importance: fc.integer({ min: 0, max: 100 }),
  expectation: score,
  perception: score,
});
const dimensions = fc.array(dimension, { minLength: 2, maxLength: 7 });

describe('the canteen by hand', () => {
  test('perception minus expectation puts reliability last (−1.0), perception alone responsiveness', () => {
    const { gap, worst, place } = model.at();
    expect(gap.gaps.map((each) => fixed(each, 1))).toEqual([
      '−0.2',
      '−1.0',
      '−0.9',
      '−0.3',
      '−0.5',
    ]);
    expect(worst.gap).toEqual([named.indexOf('可靠')]);
    expect(worst.weighted).toEqual([named.indexOf('可靠')]);
    expect(worst.perception).toEqual([named.indexOf('响应')]);
    expect(place, 'reliability, from the lowest perception').toBe(4);
  });

  test('a year later every perception is up 0.5 and the score is down: −0.68 becomes −0.84', () => {
    const { gap, later, performance, laterPerformance } = model.at();
    expect(fixed(gap.weighted!, 2)).toBe('−0.68');
    // .1×(−.5) + .34×(−.9) + .2×(−1.2) + .21×(−.6) + .15×(−.8)
    expect(later.weighted).toBeCloseTo(-0.05 - 0.306 - 0.24 - 0.126 - 0.12, 9);
    expect(laterPerformance.unweighted - performance.unweighted).toBeCloseTo(0.5, 9);
  });
});

test('the hotel: everything above 6.3, and two dimensions are still to be concentrated on', () => {
  const values = setting('hotel');
  const { concentrate } = model.compute(values);
  expect(Math.min(...values.dimensions.map(({ perception }) => perception))).toBe(6.3);
  expect(concentrate).toBe(2);
});

describe('what guesses are told', () => {
  test('each hears about its own mistake', () => {
    expect(told('high', 'canteen').hit).toBe(true);
    expect(told('same', 'canteen').explanation).toContain('感知最低的，期望也可能不高');
    expect(told('middle', 'canteen').explanation).toContain('换的不是它');
    expect(told(-0.84, 'raise').hit).toBe(true);
    expect(told(-0.68, 'raise').hit).toBe(false);
    expect(told(-0.2, 'raise').explanation).toContain('期望涨了 0.8 分');
    expect(told(-0.98, 'raise').explanation).toContain('封了顶');
    expect(told(2, 'hotel').hit).toBe(true);
    expect(told(0, 'hotel').explanation).toContain('分界取的是平均');
    expect(told(4, 'hotel').explanation).toContain('猜多了');
  });

  test('where the worst stays the same, nobody is told that it moved', () => {
    fc.assert(
      fc.property(
        dimensions,
        fc.constantFrom('same', 'second', 'middle', 'high'),
        (rows, guess) => {
          const { explanation, hit } = told(guess, 'canteen', { dimensions: rows });
          const { worst } = model.at({ dimensions: rows });
          const same = worst.gap.some((i) => worst.perception.includes(i));
          expect(explanation.includes('恰好是同一维')).toBe(same);
          if (hit) expect(explanation).not.toContain('换的不是它');
        },
      ),
    );
  });
});

test('ranks run from the worst, and equal scores share one', () => {
  expect(ranks([-0.2, -1, -0.9, -0.3])).toEqual([4, 1, 2, 3]);
  expect(ranks([5, 4, 4 + 1e-12])).toEqual([3, 1, 1]);
});

describe('the class’s own answers', () => {
  const before = survey([10, 34, 20, 21, 15], [5, 5, 5, 5, 5], [4, 4, 4, 4, 4]);
  const csv = (asks: boolean, lines: readonly string[]) =>
    [
      Object.values(answersParam(asks).fields)
        .map(({ label }) => label)
        .join(','),
      ...lines,
    ].join('\n');

  test('a sheet of answers becomes the means of every dimension', () => {
    const { rows, problems } = readRows(
      csv(false, ['6,7,5,6,6,5,6,4,6,5', '5,6,6,7,5,6,5,5,6,5', '7,7,7,7,7,7,7,3,7,5']),
      answersParam(false),
    );
    expect(problems).toEqual([]);
    const read = fromAnswers(rows, before);
    expect(read.map(({ expectation }) => fixed(expectation, 2))).toEqual([
      '6.00',
      '6.67',
      '6.00',
      '6.67',
      '6.00',
    ]);
    expect(read.map(({ perception }) => perception)).toEqual([6, 6, 4, 19 / 3, 5]);
    // 没有问重要性的，照原来的
    expect(read.map(({ importance }) => importance)).toEqual([10, 34, 20, 21, 15]);
    for (const row of read)
      expect(legalRow(model.params.dimensions, row)).toMatchObject({ name: row.name });
  });

  test('importance is averaged where it was asked', () => {
    const { rows } = readRows(
      csv(true, ['6,7,5,6,6,5,6,4,6,5,10,40,20,20,10', '5,6,6,7,5,6,5,5,6,5,20,30,20,15,15']),
      answersParam(true),
    );
    expect(fromAnswers(rows, before).map(({ importance }) => importance)).toEqual([
      15, 35, 20, 17.5, 12.5,
    ]);
  });

  test('a score off the scale and a missing one are named, the good rows stay', () => {
    const { rows, problems } = readRows(
      csv(false, ['6,7,5,6,6,5,6,4,6,5', '5,9,6,7,5,6,5,5,6,5', '7,7,7,7,7,7,7,,7,5']),
      answersParam(false),
    );
    expect(rows).toHaveLength(1);
    expect(problems.join('')).toMatch(/第 3 行没有采用：“可靠期望”是 9/);
    expect(problems.join('')).toMatch(/第 4 行没有采用：缺“响应感知”/);
  });

  test('the two example rows of the reader are answers it takes itself', () => {
    for (const asks of [true, false]) {
      const param = answersParam(asks);
      expect(param.default.map((row) => legalRow(param, row))).toEqual(param.default);
    }
  });
});

test('edges: no importance at all, expectations at the ceiling, everything equal', () => {
  const says = (rows: Dimension[]) => {
    const values = setting('canteen', { dimensions: rows });
    return model.sentence(values, model.compute(values));
  };
  expect(says(survey([0, 0, 0, 0, 0], [5, 5, 5, 5, 5], [4, 4, 4, 4, 3]))).toContain('加不了权');
  expect(says(survey([20, 20, 20, 20, 20], [7, 7, 7, 7, 7], [7, 7, 7, 7, 7]))).toContain(
    '有形、可靠、响应、保证、移情（0.00）',
  );
});
