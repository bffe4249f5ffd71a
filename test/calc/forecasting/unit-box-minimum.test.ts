import { expect, test } from 'vitest';
import { minimizeInUnitBox } from '../../../src/calc/forecasting/unit-box-minimum.ts';

test('内部极小：二次函数到机器精度附近', () => {
  const { argument, value } = minimizeInUnitBox({
    f: ([x = 0, y = 0, z = 0]) =>
      (x - 0.31) ** 2 + 3 * (y - 0.72) ** 2 + (x - 0.31) * (z - 0.5) + (z - 0.5) ** 2,
    dimensions: 3,
  });
  expect(argument).toEqual([
    expect.closeTo(0.31, 7),
    expect.closeTo(0.72, 7),
    expect.closeTo(0.5, 7),
  ]);
  expect(value).toBeLessThan(1e-14);
});

test('极小在边界或角上时精确落在 0 或 1', () => {
  expect(
    minimizeInUnitBox({ f: ([x = 0, y = 0]) => (x + 1) ** 2 + (y - 3) ** 2, dimensions: 2 })
      .argument,
  ).toEqual([0, 1]);
  const edge = minimizeInUnitBox({
    f: ([x = 0, y = 0]) => (x - 1.2) ** 2 + (y - 0.4 * x) ** 2,
    dimensions: 2,
  }).argument;
  expect(edge[0]).toBe(1);
  expect(edge[1]).toBeCloseTo(0.4, 8);
});

test('多个谷底时找到最深的；弯曲的窄谷走到底', () => {
  const wavy = minimizeInUnitBox({
    f: ([x = 0]) => Math.cos(40 * x) + 0.5 * (x - 0.9) ** 2,
    dimensions: 1,
  });
  expect(wavy.argument[0]).toBeCloseTo((9 * Math.PI + 2 * Math.PI) / 40, 2);
  const rosenbrock = minimizeInUnitBox({
    f: ([x = 0, y = 0]) => (0.6 - x) ** 2 + 100 * (y - x * x) ** 2,
    dimensions: 2,
  });
  expect(rosenbrock.argument).toEqual([expect.closeTo(0.6, 5), expect.closeTo(0.36, 5)]);
});

test('极端：常数、处处无穷大、与一个坐标无关时都很快停下', () => {
  expect(minimizeInUnitBox({ f: () => 7, dimensions: 3 }).value).toBe(7);
  expect(minimizeInUnitBox({ f: () => NaN, dimensions: 2 }).value).toBe(Infinity);
  // 与 y 无关而带舍入噪声：不许被噪声牵着一小步一小步走
  const noisy = minimizeInUnitBox({
    f: ([x = 0, y = 0]) => (x - 0.3) ** 2 + 1e5 + y * 1e-13,
    dimensions: 2,
  });
  expect(noisy.evaluations).toBeLessThan(200_000);
});

test('坏输入指名拒绝', () => {
  expect(() => minimizeInUnitBox({ f: () => 0, dimensions: 0 })).toThrow(/dimensions/);
  expect(() => minimizeInUnitBox({ f: () => 0, dimensions: 1, grid: [] })).toThrow(/grid/);
});
