import { expect, test } from 'vitest';
import { planeDistances } from '../../../src/calc/location/plane-points.ts';

test('3-4-5：直线 5，沿街 7；候选点可与需求点不同', () => {
  const given = {
    points: [[0, 0]] as [number, number][],
    candidates: [
      [3, 4],
      [0, 0],
    ] as [number, number][],
  };
  expect(planeDistances(given)).toEqual([[5, 0]]);
  expect(planeDistances({ ...given, metric: 'rectilinear' })).toEqual([[7, 0]]);
});

test('极大坐标不溢出', () => {
  expect(
    planeDistances({
      points: [
        [0, 0],
        [3e200, 4e200],
      ],
    })[0]?.[1],
  ).toBeCloseTo(5e200, -190);
});

test('坏输入报出参数名', () => {
  expect(() => planeDistances({ points: [] })).toThrow(/points/);
  expect(() => planeDistances({ points: [[0, 0]], metric: 'air' as 'euclidean' })).toThrow(
    /metric/,
  );
});
