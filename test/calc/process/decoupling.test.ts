import { describe, expect, it } from 'vitest';
import { decoupling } from '../../../src/calc/process/decoupling.ts';

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
