import { describe, expect, it } from 'vitest';
import { breakEvenBackTime, decoupling } from '../../../src/calc/process/decoupling.ts';

const bank = { arrivalRate: 0.5, frontTime: 4, backTime: 6, frontServers: 3, backServers: 3 };

describe('decoupling', () => {
  it('第 4 章的数：分离前等 5.9 分、共 15.9 分；分离后前台等 1.8 分、共 5.8 分', () => {
    const result = decoupling(bank);
    expect(result.combined.utilization).toBeCloseTo(0.8333, 4);
    expect(Math.abs(result.combined.meanWait - 5.9)).toBeLessThan(0.05);
    expect(Math.abs(result.customerTimeBefore - 15.9)).toBeLessThan(0.05);
    expect(Math.abs(result.front.meanWait - 1.8)).toBeLessThan(0.05);
    expect(Math.abs(result.customerTimeAfter - 5.8)).toBeLessThan(0.05);
  });
  it('后台不提速则利用率为 1、积压不断', () => {
    const result = decoupling(bank);
    expect(result.back.utilization).toBeCloseTo(1, 12);
    expect(result.back.meanWait).toBe(Infinity);
    expect(result.turnaroundAfter).toBe(Infinity);
    expect(result.stable).toBe(false);
  });
  it('后台提速到 4.8 分周转约 10 分，到 4.2 分约 6.5 分', () => {
    const slow = decoupling({ ...bank, specializedBackTime: 4.8 });
    const fast = decoupling({ ...bank, specializedBackTime: 4.2 });
    expect(slow.back.utilization).toBeCloseTo(0.8, 12);
    expect(Math.abs(slow.back.meanTime - 10)).toBeLessThan(0.05);
    expect(Math.abs(fast.back.meanTime - 6.5)).toBeLessThan(0.05);
    expect(slow.turnaroundAfter).toBeCloseTo(slow.customerTimeAfter + slow.back.meanTime, 10);
  });
  it('单人单级时等于 M/M/1：等待 ρ·t/(1 − ρ)', () => {
    // 前台 λ=0.2、t=2：ρ=0.4，等待 0.4 × 2 / 0.6 = 4/3
    const result = decoupling({
      arrivalRate: 0.2,
      frontTime: 2,
      backTime: 3,
      frontServers: 1,
      backServers: 1,
    });
    expect(result.front.meanWait).toBeCloseTo(4 / 3, 10);
    expect(result.back.meanTime).toBeCloseTo(3 / (1 - 0.6), 10);
  });
  it('返工使两级到达按流量平衡放大', () => {
    // r=0.1、q=0.2：λ_b = 0.5 / 0.7，λ_f = 0.5 + 0.1 λ_b，且 λ_b = λ_f + 0.2 λ_b
    const result = decoupling({
      ...bank,
      backServers: 6,
      returnToFront: 0.1,
      redoInBack: 0.2,
    });
    expect(result.back.arrivalRate).toBeCloseTo(0.5 / 0.7, 12);
    expect(result.front.arrivalRate).toBeCloseTo(0.5 + 0.05 / 0.7, 12);
    expect(result.back.arrivalRate * 0.8).toBeCloseTo(result.front.arrivalRate, 12);
  });
  it('人工成本按人数与工资摊到每位顾客', () => {
    const result = decoupling({ ...bank, frontWage: 2, backWage: 1, generalistWage: 3 });
    expect(result.costPerCustomerBefore).toBeCloseTo(36, 10);
    expect(result.costPerCustomerAfter).toBeCloseTo(18, 10);
  });
  it('没有人能办结时流量与周转无穷大，不报错', () => {
    const result = decoupling({ ...bank, returnToFront: 0.5, redoInBack: 0.5 });
    expect(result.back.arrivalRate).toBe(Infinity);
    expect(result.turnaroundAfter).toBe(Infinity);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => decoupling({ ...bank, arrivalRate: 0 })).toThrow(/arrivalRate/);
    expect(() => decoupling({ ...bank, frontServers: 0 })).toThrow(/frontServers/);
    expect(() => decoupling({ ...bank, backServers: 1.5 })).toThrow(/backServers/);
    expect(() => decoupling({ ...bank, specializedBackTime: 0 })).toThrow(/specializedBackTime/);
    expect(() => decoupling({ ...bank, returnToFront: 0.7, redoInBack: 0.6 })).toThrow(
      /returnToFront \+ redoInBack/,
    );
    expect(() => decoupling({ ...bank, frontWage: -1 })).toThrow(/frontWage/);
  });
});

describe('breakEvenBackTime', () => {
  it('第 4 章的数：不退件 4.81 分，退 5 % 时 4.48 分，退 10 % 时 4.11 分', () => {
    const at = (returnToFront: number) => breakEvenBackTime({ ...bank, returnToFront });
    expect(at(0)).toBeCloseTo(4.814, 3);
    expect(at(0.05)).toBeCloseTo(4.484, 3);
    expect(at(0.1)).toBeCloseTo(4.106, 3);
  });
  it('做到这么快，总周转正好等于分离前，也可以比照给定的目标', () => {
    for (const target of [undefined, 12, 14.5])
      for (const returnToFront of [0, 0.08]) {
        const specializedBackTime = breakEvenBackTime({
          ...bank,
          returnToFront,
          ...(target && { target }),
        });
        const { turnaroundAfter, customerTimeBefore } = decoupling({
          ...bank,
          returnToFront,
          specializedBackTime,
        });
        expect(turnaroundAfter).toBeCloseTo(target ?? customerTimeBefore, 9);
      }
  });
  it('单人单级：前台 4/3 + 2 = 10/3，目标 20/3，后台 b ÷ (1 − 0.2b) = 10/3，b = 2', () => {
    const single = { arrivalRate: 0.2, frontTime: 2, backTime: 3, frontServers: 1, backServers: 1 };
    expect(breakEvenBackTime({ ...single, target: 20 / 3 })).toBeCloseTo(2, 9);
  });
  it('前台自己就超过分离前时为 0，分离前没有稳态时为 Infinity', () => {
    expect(breakEvenBackTime({ ...bank, returnToFront: 0.9 })).toBe(0);
    expect(breakEvenBackTime({ ...bank, returnToFront: 1 })).toBe(0);
    expect(breakEvenBackTime({ ...bank, arrivalRate: 0.7 })).toBe(Infinity);
  });
  it('拒绝坏目标并指出参数', () => {
    expect(() => breakEvenBackTime({ ...bank, target: 0 })).toThrow(/target/);
    expect(() => breakEvenBackTime({ ...bank, target: Number.NaN })).toThrow(/target/);
  });
});
