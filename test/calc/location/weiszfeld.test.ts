import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from '../../../src/calc/location/plane-points.ts';
import { weiszfeld } from '../../../src/calc/location/weiszfeld.ts';

const costAt = (points: readonly Point[], weights: readonly number[], x: number, y: number) =>
  points.reduce((sum, p, i) => sum + (weights[i] as number) * Math.hypot(p[0] - x, p[1] - y), 0);

test('直角三角形三顶点等权：费马点处三条线两两成 120°', () => {
  const { x, y, optimumAtDemandPoint, converged } = weiszfeld({
    points: [
      [0, 0],
      [1, 0],
      [0, 1],
    ],
    weights: [1, 1, 1],
  });
  // 由对称 x=y=t，令斜边中垂线上 t = (3−√3)/6
  expect(x).toBeCloseTo((3 - Math.sqrt(3)) / 6, 12);
  expect(y).toBeCloseTo((3 - Math.sqrt(3)) / 6, 12);
  expect(optimumAtDemandPoint).toBe(false);
  expect(converged).toBe(true);
});

test('一点权重超过其余之和：最优就在该点，且不除以 0', () => {
  const result = weiszfeld({
    points: [
      [0, 0],
      [10, 0],
      [3, 4],
    ],
    weights: [1, 1, 2.5],
  });
  expect(result).toMatchObject({ x: 3, y: 4, optimumAtDemandPoint: true, demandPoint: 2 });
});

test('起步落在非最优需求点上也不卡住：对称轴上的轻点', () => {
  const result = weiszfeld({
    points: [
      [0, 0],
      [4, 0],
      [0, 4],
      [4, 4],
      [2, 2],
      [9, 9],
    ],
    weights: [1, 1, 1, 1, 0.1, 3],
  });
  expect(result).toMatchObject({ x: 4, y: 4, optimumAtDemandPoint: true, demandPoint: 3 });
  expect(result.cost).toBeCloseTo(35.15290039756343, 9);
});

test('经典卡点：重心恰是需求点而它不是最优点', () => {
  // 重心 (2,0) 是权重很小的需求点；最优点在别处
  const points: Point[] = [
    [-2, 3],
    [-2, -3],
    [8, 0],
    [2, 0],
    [4, 0],
  ];
  const weights = [1, 1, 0.5, 0.001, 0.0001];
  const result = weiszfeld({ points, weights });
  expect(result.cost).toBeLessThan(costAt(points, weights, 2, 0) - 1e-3);
});

test('共线点的最优在加权中位点上；并列时区间内任一端同样好', () => {
  const four = weiszfeld({
    points: [
      [0, 0],
      [1, 1],
      [2, 2],
      [5, 5],
    ],
    weights: [1, 1, 1, 1],
  });
  expect(four.optimumAtDemandPoint).toBe(true);
  expect(four.cost).toBeCloseTo(6 * Math.SQRT2, 12);
  const towns = weiszfeld({
    points: [
      [0, 0],
      [2, 0],
      [3, 0],
      [10, 0],
    ],
    weights: [5, 2, 2, 2],
  });
  expect(towns).toMatchObject({ x: 2, optimumAtDemandPoint: true });
});

test('重合点合并权重，零权重点不参与', () => {
  expect(
    weiszfeld({
      points: [
        [0, 0],
        [0, 0],
        [4, 4],
        [4, 5],
      ],
      weights: [1, 0.6, 1, 0],
    }),
  ).toMatchObject({
    x: 0,
    y: 0,
    demandPoint: 0,
    optimumAtDemandPoint: true,
  });
  expect(weiszfeld({ points: [[7, 8]], weights: [2] })).toMatchObject({ x: 7, y: 8, cost: 0 });
});

test('平移、放大不改变相对位置，坐标 1e8 也收敛', () => {
  const base = weiszfeld({
    points: [
      [0, 0],
      [10, 0],
      [4, 9],
      [7, 3],
      [1, 6],
    ],
    weights: [3, 2, 4, 1, 5],
  });
  const far = weiszfeld({
    points: (
      [
        [0, 0],
        [10, 0],
        [4, 9],
        [7, 3],
        [1, 6],
      ] as const
    ).map(([x, y]): Point => [1e8 + 1e3 * x, 1e3 * y - 1e8]),
    weights: [3, 2, 4, 1, 5],
  });
  expect((far.x - 1e8) / 1e3).toBeCloseTo(base.x, 6);
  expect((far.y + 1e8) / 1e3).toBeCloseTo(base.y, 6);
});

test('随机实例：费用不高于任何需求点，也不高于周围一小步', () => {
  const row = fc.tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 9 }),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      fc.pre(rows.some(([, , w]) => w > 0));
      const points = rows.map(([x, y]): Point => [x, y]);
      const weights = rows.map(([, , w]) => w);
      const { x, y, cost, converged } = weiszfeld({ points, weights });
      expect(converged).toBe(true);
      for (const p of points)
        expect(cost).toBeLessThanOrEqual(costAt(points, weights, p[0], p[1]) + 1e-9);
      for (const [dx, dy] of [
        [1e-3, 0],
        [-1e-3, 0],
        [0, 1e-3],
        [0, -1e-3],
      ] as const)
        expect(cost).toBeLessThanOrEqual(costAt(points, weights, x + dx, y + dy) + 1e-9);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [{ points: [[0, 0]] as Point[], weights: [0] }, /weights/],
  [{ points: [[0, 0]] as Point[], weights: [-1] }, /weights\[0\]/],
  [{ points: [] as Point[], weights: [] }, /points/],
  [{ points: [[0, 0]] as Point[], weights: [1], maxIterations: 0 }, /maxIterations/],
])('坏输入报出参数名 %#', (input, message) => {
  expect(() => weiszfeld(input)).toThrow(message);
});
