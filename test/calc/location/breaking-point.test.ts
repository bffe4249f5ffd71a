import { expect, test } from 'vitest';
import { breakingPoint, reillySplit } from '../../../src/calc/location/breaking-point.ts';

test('课程算例：相距 30、400 万对 100 万，断裂点距小城 30/(1+√4) = 10', () => {
  expect(breakingPoint({ distance: 30, sizeA: 4e6, sizeB: 1e6 })).toEqual({ fromA: 20, fromB: 10 });
});

test('断裂点处两城吸引力相等', () => {
  const { fromA, fromB } = breakingPoint({ distance: 47, sizeA: 123, sizeB: 77 });
  expect(fromA + fromB).toBeCloseTo(47, 12);
  expect(
    reillySplit({ sizeA: 123, sizeB: 77, distanceA: fromA, distanceB: fromB }).ratio,
  ).toBeCloseTo(1, 12);
});

test('一城规模为 0 时分界就在该城', () => {
  expect(breakingPoint({ distance: 8, sizeA: 5, sizeB: 0 })).toEqual({ fromA: 8, fromB: 0 });
  expect(breakingPoint({ distance: 8, sizeA: 0, sizeB: 1e-300 }).fromA).toBe(0);
});

test('赖利份额：(40/10)·(10/20)² = 1，各半', () => {
  expect(reillySplit({ sizeA: 40, sizeB: 10, distanceA: 20, distanceB: 10 })).toEqual({
    ratio: 1,
    shareA: 0.5,
    shareB: 0.5,
  });
});

test('坏输入报出参数名', () => {
  expect(() => breakingPoint({ distance: -1, sizeA: 1, sizeB: 1 })).toThrow(/distance/);
  expect(() => breakingPoint({ distance: 1, sizeA: 0, sizeB: 0 })).toThrow(/sizeA/);
  expect(() => breakingPoint({ distance: 1, sizeA: 1, sizeB: NaN })).toThrow(/sizeB/);
  expect(() => reillySplit({ sizeA: 1, sizeB: 1, distanceA: 0, distanceB: 1 })).toThrow(
    /distanceA/,
  );
});
