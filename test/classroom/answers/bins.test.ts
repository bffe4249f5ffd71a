/** 举手分档：档首尾相接，每个数落在一档里；没写切点时，答案从不落在边上。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binOf,
  binsFrom,
  countIn,
  defaultCuts,
  holdsAnswer,
} from '../../../src/classroom/answers/bins.ts';
import {
  nearest,
  predictionOf,
  scenarioValues,
  type AnyValues,
  type WidgetModel,
} from '../../../src/widget-kit/model.ts';

const models = Object.values(
  import.meta.glob<{ model: WidgetModel }>('../../../src/widgets/*/model.ts', { eager: true }),
).map(({ model }) => model);

describe('bins', () => {
  test('have names that are said aloud', () => {
    expect(binsFrom([5, 8, 12], '分钟').map(({ label }) => label)).toEqual([
      '不到 5 分钟',
      '5～8 分钟',
      '8～12 分钟',
      '12 分钟以上',
    ]);
    expect(binsFrom([10, 25], '%').map(({ label }) => label)).toEqual([
      '不到 10%',
      '10%～25%',
      '25%以上',
    ]);
  });

  test('of whole things name only counts one can reach, and every whole guess has one name', () => {
    expect(binsFrom([3, 6.2, 9, 16], '人', true).map(({ label }) => label)).toEqual([
      '不到 3 人',
      '3～6 人',
      '7～8 人',
      '9～15 人',
      '16 人以上',
    ]);
    expect(binsFrom([3, 4], '个', true)[1]?.label).toBe('3 个');
  });

  test('no cut, one bin; doubled and unordered cuts are put right', () => {
    expect(binsFrom([], '人')).toEqual([{ from: null, to: null, label: '都算' }]);
    expect(binsFrom([8, 5, 8], '人').map(({ from, to }) => [from, to])).toEqual([
      [null, 5],
      [5, 8],
      [8, null],
    ]);
  });

  test('a cut that is no number is refused', () => {
    expect(() => binsFrom([1, Number.NaN], '人')).toThrow('cuts must be finite numbers, got NaN');
    expect(() => binOf(binsFrom([1], '人'), Number.NaN)).toThrow(RangeError);
    expect(() => binOf([], 1)).toThrow(RangeError);
  });

  test('every number falls into the one bin whose edges hold it; a number on a cut goes up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 6 }),
        fc.integer({ min: -60, max: 60 }),
        (cuts, value) => {
          const bins = binsFrom(cuts, '人');
          const bin = bins[binOf(bins, value)]!;
          expect(bin.from ?? -Infinity).toBeLessThanOrEqual(value);
          expect(bin.to ?? Infinity).toBeGreaterThan(value);
          expect(countIn(bins, [value, value]).reduce((a, b) => a + b, 0)).toBe(2);
        },
      ),
    );
  });
});

/** 猜一个数的实验与场景。 */
const asked = models.flatMap((model) =>
  model.scenarios.flatMap(({ id }) => {
    const predict = predictionOf(model, id);
    return predict.kind === 'number' ? [{ name: `${model.id} ${id}`, model, id, predict }] : [];
  }),
);

/** 场景自己的设置，和把能拨的数各拨到别处的设置；种子固定。 */
function settingsOf(model: WidgetModel, id: string): AnyValues[] {
  const start = scenarioValues(model, id);
  const dials = Object.entries(model.params).flatMap(([name, param]) =>
    param.kind === 'number' ? [[name, param] as const] : [],
  );
  const moves = fc.sample(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: dials.length,
      maxLength: dials.length,
    }),
    { numRuns: 4, seed: 3 },
  );
  return [
    start,
    ...moves.map((move) => ({
      ...start,
      ...Object.fromEntries(
        dials.map(([name, param], i) => [
          name,
          nearest(param, param.min + (param.max - param.min) * (move[i] ?? 0)),
        ]),
      ),
    })),
  ];
}

describe('cuts that nobody wrote', () => {
  test('three to five, in order, and the answer sits inside a bin, over a thousand answers', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 500, noNaN: true }),
        fc.double({ min: 1.2, max: 200, noNaN: true }),
        fc.array(fc.double({ min: 0.05, max: 8, noNaN: true }), { maxLength: 6 }),
        (answer, stretch, edges) => {
          const borders = edges.map((edge) => edge * answer).toSorted((a, b) => a - b);
          const cuts = defaultCuts({
            answer,
            min: 0,
            max: answer * stretch + 1,
            misreadOf: (guess) => borders.filter((border) => guess >= border).length,
          });
          expect(cuts.length).toBeGreaterThanOrEqual(3);
          expect(cuts.length).toBeLessThanOrEqual(5);
          expect(cuts).toEqual([...new Set(cuts)].toSorted((a, b) => a - b));
          expect(holdsAnswer(cuts, answer), `${answer} 在 ${cuts.join('、')} 的边上`).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(asked)(
    '$name: the answer is inside a bin, whatever the setting',
    ({ model, id, predict }) => {
      for (const values of settingsOf(model, id)) {
        const result = model.compute(values);
        // 墙上写的是取过位数的答案
        const answer = Number(predict.answer(values, result).toFixed(predict.digits));
        if (!Number.isFinite(answer)) continue;
        const cuts = defaultCuts({
          answer,
          min: predict.min,
          max: predict.max,
          misreadOf: (guess) =>
            Math.abs(guess - answer) <= Math.abs(answer) * (predict.tolerance ?? 0.15)
              ? 'hit'
              : predict.misreads.findIndex(({ when }) => when(guess, answer, values, result)),
        });
        expect(holdsAnswer(cuts, answer), `${answer} 在 ${cuts.join('、')} 的边上`).toBe(true);
        expect(cuts.length).toBeGreaterThanOrEqual(3);
        expect(cuts.length).toBeLessThanOrEqual(5);
      }
    },
  );

  test('the borders of the misreads are among them', () => {
    // 合成一队：不到 8 像“÷4”，34 以上像“队长了”
    const misreadOf = (guess: number) => (guess < 6 ? 0 : guess < 8 ? 'hit' : guess < 33 ? 1 : 2);
    expect(defaultCuts({ answer: 6.9, min: 0, max: 120, misreadOf })).toEqual(
      expect.arrayContaining([6, 8, 30]),
    );
  });
});
