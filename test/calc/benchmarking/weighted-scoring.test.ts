import { expect, test } from 'vitest';
import { weightedScoring } from '../../../src/calc/benchmarking/weighted-scoring.ts';

test('手算：权重 3:1 归一为 0.75、0.25，(80,60) 得 75，(70,90) 得 75，同名次', () => {
  const result = weightedScoring({
    scores: [
      [80, 60],
      [70, 90],
      [50, 50],
    ],
    weights: [3, 1],
  });
  expect(result.totals).toEqual([75, 75, 50]);
  expect(result.ranks).toEqual([1, 1, 3]);
  expect(result.best).toEqual([80, 90]);
  expect(result.gaps[0]).toEqual([0, 7.5]);
});

test('总分 + 各项加权差距 = 理想单位的总分', () => {
  const { totals, gaps, best, weights } = weightedScoring({
    scores: [
      [3, 9, 1],
      [8, 2, 5],
    ],
    weights: [0.2, 5, 1],
  });
  const ideal = best.reduce((sum, value, k) => sum + value * (weights[k] as number), 0);
  totals.forEach((total, u) =>
    expect(total + (gaps[u] as number[]).reduce((a, b) => a + b, 0)).toBeCloseTo(ideal, 12),
  );
});

test('极大的权重比例不影响归一', () => {
  expect(weightedScoring({ scores: [[1, 2]], weights: [1e300, 1e300] }).totals[0]).toBeCloseTo(
    1.5,
    12,
  );
});

test('坏输入报出参数名', () => {
  expect(() => weightedScoring({ scores: [[1, 2]], weights: [1] })).toThrow(/weights/);
  expect(() => weightedScoring({ scores: [[1]], weights: [0] })).toThrow(/weights/);
  expect(() => weightedScoring({ scores: [[1]], weights: [-1] })).toThrow(/weights\[0\]/);
  expect(() => weightedScoring({ scores: [], weights: [] })).toThrow(/scores/);
});
