import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contours } from '../../src/widget-kit/contours.ts';

const line = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
const surface = (f: (x: number, y: number) => number, count = 21) => {
  const xs = line(0, 10, count);
  const ys = line(0, 10, count);
  return { xs, ys, height: ys.map((y) => xs.map((x) => f(x, y))) };
};
const area = (rings: readonly (readonly (readonly [number, number])[])[]) =>
  rings.reduce(
    (total, ring) =>
      total +
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length] as readonly [number, number];
        return sum + (x * v - u * y) / 2;
      }, 0),
    0,
  );

test('a cone is cut in a circle, a plane in a straight half', () => {
  const [circle, ...rest] = contours(
    surface((x, y) => 5 - Math.hypot(x - 5, y - 5), 81),
    2,
  );
  expect(rest).toEqual([]);
  for (const [x, y] of circle ?? []) expect(Math.hypot(x - 5, y - 5)).toBeCloseTo(3, 1);
  expect(Math.abs(area([circle ?? []]))).toBeCloseTo(9 * Math.PI, 0);
  expect(
    Math.abs(
      area(
        contours(
          surface((x) => x),
          4,
        ),
      ),
    ),
  ).toBeCloseTo(60, 6);
});

test('everything and nothing', () => {
  expect(
    Math.abs(
      area(
        contours(
          surface(() => 1),
          0.5,
        ),
      ),
    ),
  ).toBeCloseTo(100, 9);
  expect(
    contours(
      surface(() => 1),
      2,
    ),
  ).toEqual([]);
});

test('a hole runs the other way round, so areas add up', () => {
  const rings = contours(
    surface((x, y) => Math.hypot(x - 5, y - 5), 81),
    2,
  );
  expect(rings).toHaveLength(2);
  expect(Math.abs(area(rings))).toBeCloseTo(100 - 4 * Math.PI, 0);
});

test('any surface gives closed rings inside it, and a higher level never covers more', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 49, maxLength: 49 }),
      (heights) => {
        const xs = line(0, 6, 7);
        const height = xs.map((_, j) => heights.slice(7 * j, 7 * j + 7));
        const covered = [0.2, 0.5, 0.8].map((level) => {
          const rings = contours({ xs, ys: xs, height }, level);
          for (const [x, y] of rings.flat()) {
            expect(x >= 0 && x <= 6 && y >= 0 && y <= 6).toBe(true);
          }
          return Math.abs(area(rings));
        });
        expect(covered[0]).toBeLessThanOrEqual(36 + 1e-9);
        expect(covered[1]).toBeLessThanOrEqual((covered[0] as number) + 1e-9);
        expect(covered[2]).toBeLessThanOrEqual((covered[1] as number) + 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});
