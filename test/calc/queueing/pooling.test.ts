import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenSlowdown, pooling } from '../../../src/calc/queueing/pooling.ts';
import { expectClose } from '../core/expect-close.ts';

describe('pooling', () => {
  /** 四个窗口、平均服务 6 分钟。 */
  const bank = (
    rho: number,
  ): { servers: number; arrivalRateEach: number; serviceRate: number } => ({
    servers: 4,
    arrivalRateEach: rho / 6,
    serviceRate: 1 / 6,
  });
  it('k=2、λ=0.8、μ=1：分队 0.8/0.2 = 4；合队 a=1.6，C=32/45，Wq=C/0.4=16/9', () => {
    const result = pooling({ servers: 2, arrivalRateEach: 0.8, serviceRate: 1 });
    expectClose(result.meanWaitSeparate, 4);
    expectClose(result.meanWaitPooled, 16 / 9);
    expectClose(result.ratio, 2.25);
  });
  it('课程第 8 章：4 窗、6 分、ρ=0.85：分队 34 分、合队 6.9 分；ρ=0.9：54 对 11.8', () => {
    expectClose(pooling(bank(0.85)).meanWaitSeparate, 34);
    expect(pooling(bank(0.85)).meanWaitPooled.toFixed(1)).toBe('6.9');
    expectClose(pooling(bank(0.9)).meanWaitSeparate, 54);
    expect(pooling(bank(0.9)).meanWaitPooled.toFixed(1)).toBe('11.8');
  });
  it('课程第 8 章：合队后慢 5 %、10 %、13 % 变 11.3、21.8、39 分，13 % 时已不如分队', () => {
    const wait = (slowdown: number): number => pooling({ ...bank(0.85), slowdown }).meanWaitPooled;
    expect(wait(0.05).toFixed(1)).toBe('11.3');
    expect(wait(0.1).toFixed(1)).toBe('21.8');
    expect(wait(0.13).toFixed(0)).toBe('39');
    const even = breakEvenSlowdown(bank(0.85));
    expect(even).toBeGreaterThan(0.1);
    expect(even).toBeLessThan(0.13);
  });
  it('盈亏平衡处两者恰好相等，比等待或比逗留都成立', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        (servers, rho) => {
          const queue = { servers, arrivalRateEach: rho * 0.3, serviceRate: 0.3 };
          const byWait = pooling({ ...queue, slowdown: breakEvenSlowdown(queue) });
          expectClose(byWait.meanWaitPooled, byWait.meanWaitSeparate, 1e-7);
          const slowdown = breakEvenSlowdown({ ...queue, measure: 'timeInSystem' });
          const byTime = pooling({ ...queue, slowdown });
          expectClose(byTime.meanTimePooled, byTime.meanTimeSeparate, 1e-7);
        },
      ),
    );
  });
  it('只有一窗时无差别；过载与没人来', () => {
    const one = { servers: 1, arrivalRateEach: 0.5, serviceRate: 1 };
    expectClose(pooling(one).ratio, 1);
    expect(breakEvenSlowdown(one)).toBe(0);
    expect(pooling({ ...bank(0.85), slowdown: 1 }).meanWaitPooled).toBe(Infinity);
    expect(breakEvenSlowdown(bank(1))).toBe(Infinity);
    expect(breakEvenSlowdown(bank(0))).toBe(Infinity);
    expect(breakEvenSlowdown({ ...bank(0), measure: 'timeInSystem' })).toBe(0);
    expect(pooling(bank(0)).ratio).toBeNaN();
  });
  it('利用率离 1 只差 10⁻⁹ 时合队的等待不丢位（五十位精度的值）', () => {
    const { meanWaitPooled } = pooling({ servers: 7, arrivalRateEach: 1 - 1e-9, serviceRate: 1 });
    expectClose(meanWaitPooled, 142857146.46625623);
  });
  it('拒绝坏参数', () => {
    expect(() => pooling({ ...bank(0.5), servers: 0 })).toThrow(/servers must be/);
    expect(() => pooling({ ...bank(0.5), arrivalRateEach: -1 })).toThrow(/arrivalRateEach must/);
    expect(() => pooling({ ...bank(0.5), serviceRate: 0 })).toThrow(/serviceRate must be/);
    expect(() => pooling({ ...bank(0.5), slowdown: -1 })).toThrow(/^slowdown must be/);
  });
});
