import { describe, expect, it } from 'vitest';
import { gaussLegendre, integrate } from '../../../src/calc/core/quadrature.ts';
import { expectClose } from './expect-close.ts';

describe('gaussLegendre', () => {
  it('两点公式的点为 ±1/√3、权为 1；一点公式即中点', () => {
    const { nodes, weights } = gaussLegendre(2);
    expectClose(nodes[0]!, -1 / Math.sqrt(3), 1e-15);
    expectClose(weights[1]!, 1, 1e-15);
    expectClose(gaussLegendre(1).weights[0]!, 2, 1e-15);
  });
  it('n 点公式对 2n − 1 次多项式精确', () => {
    for (const n of [3, 8, 24]) {
      const degree = 2 * n - 2;
      expectClose(
        integrate(gaussLegendre(n), { f: (x) => x ** degree, low: 0, high: 1 }),
        1 / (degree + 1),
        1e-13,
      );
    }
  });
  it('光滑函数到机器精度；区间反向则变号', () => {
    const rule = gaussLegendre(24);
    expectClose(integrate(rule, { f: Math.exp, low: -2, high: 3 }), Math.exp(3) - Math.exp(-2));
    expectClose(integrate(rule, { f: Math.exp, low: 3, high: -2 }), Math.exp(-2) - Math.exp(3));
  });
  it('拒绝点数 0', () => {
    expect(() => gaussLegendre(0)).toThrow(/points must be/);
  });
});
