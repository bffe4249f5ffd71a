import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { mminf } from '../../../src/calc/queueing/mminf.ts';
import { expectClose } from '../core/expect-close.ts';

describe('mminf', () => {
  it('λ=3、μ=1.5：人数服从均值 2 的泊松，P(N≤1)=3e⁻²', () => {
    const system = mminf({ arrivalRate: 3, serviceRate: 1.5 });
    expectClose(system.meanInSystem, 2);
    expectClose(system.meanTimeInSystem, 2 / 3);
    expectClose(system.probabilityAtMost(1), 3 * Math.exp(-2));
    expectClose(system.probabilityOf(2), 2 * Math.exp(-2));
  });
  it('是服务台很多的 M/M/c 的极限', () => {
    const many = mmc({ arrivalRate: 12, serviceRate: 0.5, servers: 400 });
    const system = mminf({ arrivalRate: 12, serviceRate: 0.5 });
    expectClose(many.probabilityEmpty, system.probabilityEmpty);
    expectClose(many.probabilityOf(20), system.probabilityOf(20));
  });
  it('均值十万：全空概率只能由对数给出；没人来恒空', () => {
    const big = mminf({ arrivalRate: 1e5, serviceRate: 1 });
    expect(big.probabilityEmpty).toBe(0);
    expect(big.logProbabilityEmpty).toBe(-1e5);
    expect(mminf({ arrivalRate: 0, serviceRate: 1 }).probabilityAtMost(0)).toBe(1);
  });
  it('拒绝坏参数', () => {
    expect(() => mminf({ arrivalRate: -1, serviceRate: 1 })).toThrow(/arrivalRate must be/);
    expect(() => mminf({ arrivalRate: 1, serviceRate: 0 })).toThrow(/serviceRate must be/);
  });
});
