import { describe, expect, it } from 'vitest';
import { minimize } from '../../../src/calc/core/roots.ts';
import { empowermentLimit } from '../../../src/calc/quality/empowerment-limit.ts';

const hotel = {
  limit: 200,
  failureRate: 0.05,
  maxRecovery: 0.8,
  recoveryScale: 100,
  abuseRate: 0.01,
  lifetimeValue: 2000,
};

describe('empowermentLimit', () => {
  it('手算各项期望', () => {
    const r = empowermentLimit(hotel);
    expect(r.recoveryRate).toBeCloseTo(0.8 * (1 - Math.exp(-2)), 12);
    expect(r.recoveryCost).toBeCloseTo(0.05 * 0.5 * 200, 12);
    expect(r.abuseCost).toBeCloseTo(0.95 * 0.01 * 0.5 * 200, 12);
    expect(r.net).toBeCloseTo(r.benefit - r.recoveryCost - r.abuseCost, 12);
  });
  it('最优额度处净收益最高，且不在零', () => {
    const { bestLimit } = empowermentLimit(hotel);
    const found = minimize({
      f: (limit) => -empowermentLimit({ ...hotel, limit }).net,
      low: 0,
      high: 2000,
    });
    expect(bestLimit).toBeGreaterThan(0);
    expect(bestLimit).toBeCloseTo(found.argument, 3);
  });
  it('滥用越多，最优额度越小；无可挽回时为 0；花钱为 0 时无穷大', () => {
    expect(empowermentLimit({ ...hotel, abuseRate: 0.2 }).bestLimit).toBeLessThan(
      empowermentLimit(hotel).bestLimit,
    );
    expect(empowermentLimit({ ...hotel, maxRecovery: 0 }).bestLimit).toBe(0);
    expect(empowermentLimit({ ...hotel, lifetimeValue: 10 }).bestLimit).toBe(0);
    expect(empowermentLimit({ ...hotel, spendShare: 0 }).bestLimit).toBe(Infinity);
  });
  it('零授权没有支出也没有挽回', () => {
    expect(Math.abs(empowermentLimit({ ...hotel, limit: 0 }).net)).toBe(0);
  });
  it('跌回零的额度：净收益恰为零，再多就亏；一开始就亏时为 0，不花钱时无穷大', () => {
    const { bestLimit, breakEvenLimit } = empowermentLimit(hotel);
    expect(breakEvenLimit).toBeGreaterThan(bestLimit);
    expect(empowermentLimit({ ...hotel, limit: breakEvenLimit }).net).toBeCloseTo(0, 9);
    expect(empowermentLimit({ ...hotel, limit: breakEvenLimit * 1.01 }).net).toBeLessThan(0);
    // 额度大时挽回率封顶，手算上界：失误率·上限·CLV ÷ 每元额度的支出 = 80 ÷ 0.02975
    expect(breakEvenLimit).toBeCloseTo(80 / 0.02975, 3);
    expect(empowermentLimit({ ...hotel, lifetimeValue: 10 }).breakEvenLimit).toBe(0);
    expect(empowermentLimit({ ...hotel, spendShare: 0 }).breakEvenLimit).toBe(Infinity);
    expect(empowermentLimit({ ...hotel, recoveryScale: 1e-6 }).breakEvenLimit).toBeCloseTo(
      80 / 0.02975,
      6,
    );
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => empowermentLimit({ ...hotel, limit: -1 })).toThrow(/limit/);
    expect(() => empowermentLimit({ ...hotel, recoveryScale: 0 })).toThrow(/recoveryScale/);
    for (const key of ['failureRate', 'maxRecovery', 'spendShare', 'abuseRate'])
      expect(() => empowermentLimit({ ...hotel, [key]: 2 })).toThrow(new RegExp(key));
  });
});
