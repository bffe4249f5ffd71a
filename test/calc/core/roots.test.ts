import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot, minimize } from '../../../src/calc/core/roots.ts';
import { expectClose } from './expect-close.ts';

describe('findRoot', () => {
  it('x² = 2 在 [0, 2] 内的根是 √2', () => {
    const result = findRoot({ f: (x) => x * x - 2, low: 0, high: 2 });
    expectClose(result.root, Math.SQRT2, 1e-15);
    expect(result.converged).toBe(true);
    expect(result.iterations).toBeLessThan(15);
  });
  it('任意位置与斜率的三次函数都收敛', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (center, slope) => {
          const result = findRoot({
            f: (x) => slope * ((x - center) ** 3 + (x - center)),
            low: -60,
            high: 70,
            tolerance: 1e-12,
          });
          expect(result.converged).toBe(true);
          expect(Math.abs(result.root - center)).toBeLessThan(1e-10);
        },
      ),
    );
  });
  it('端点恰为零点；跳变函数退化为二分；取 ±Infinity 也行', () => {
    expect(findRoot({ f: (x) => x, low: 0, high: 1 }).root).toBe(0);
    expectClose(findRoot({ f: (x) => (x < 0.3 ? -1 : 1), low: 0, high: 1 }).root, 0.3, 1e-14);
    const f = (x: number): number => (x === 0 ? Infinity : 1 / x - 1e-5);
    expectClose(findRoot({ f, low: 0, high: 1e9 }).root, 1e5, 1e-14);
  });
  it('步数用尽或遇到 NaN 时报告未收敛而不死循环', () => {
    expect(findRoot({ f: (x) => x - 0.3, low: -1, high: 9, maxIterations: 1 }).converged).toBe(
      false,
    );
    expect(
      findRoot({ f: (x) => (x === -1 || x === 2 ? x : NaN), low: -1, high: 2 }).converged,
    ).toBe(false);
  });
  it('两端同号与坏参数抛 RangeError', () => {
    expect(() => findRoot({ f: () => 1, low: 0, high: 1 })).toThrow(/f must be of opposite sign/);
    expect(() => findRoot({ f: (x) => x, low: NaN, high: 1 })).toThrow(/low must be/);
    expect(() => findRoot({ f: (x) => x, low: 0, high: Infinity })).toThrow(/high must be/);
    expect(() => findRoot({ f: (x) => x, low: -1, high: 1, tolerance: -1 })).toThrow(/tolerance/);
    expect(() => findRoot({ f: (x) => x, low: -1, high: 1, maxIterations: 0 })).toThrow(
      /maxIterations/,
    );
  });
});

describe('minimize', () => {
  it('(x − 3)² + 1 在 3 处取最小值 1', () => {
    const result = minimize({ f: (x) => (x - 3) ** 2 + 1, low: -10, high: 100 });
    expect(Math.abs(result.argument - 3)).toBeLessThan(1e-6);
    expectClose(result.value, 1, 1e-12);
    expect(result.converged).toBe(true);
  });
  it('单调函数的极小在端点', () => {
    expect(minimize({ f: (x) => x, low: 2, high: 5 }).argument).toBe(2);
    expect(minimize({ f: (x) => -x, low: 2, high: 5 }).argument).toBe(5);
    expect(minimize({ f: (x) => x * x, low: 4, high: 4 }).argument).toBe(4);
  });
  it('不可导的尖点与步数上限', () => {
    const kink = minimize({ f: (x) => Math.abs(x - 0.7), low: -1, high: 1 });
    expect(Math.abs(kink.argument - 0.7)).toBeLessThan(1e-7);
    expect(minimize({ f: (x) => x * x, low: -1, high: 2, maxIterations: 2 }).converged).toBe(false);
  });
  it('拒绝 high < low', () => {
    expect(() => minimize({ f: (x) => x, low: 2, high: 1 })).toThrow(/high must be/);
  });
});
