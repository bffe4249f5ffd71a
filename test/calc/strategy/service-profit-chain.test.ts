import { describe, expect, it } from 'vitest';
import { serviceProfitChain } from '../../../src/calc/strategy/service-profit-chain.ts';

describe('serviceProfitChain', () => {
  it('西尔斯：员工态度 +5 → 顾客印象 +1.3 → 收入增长 +0.5 个百分点', () => {
    const result = serviceProfitChain({
      employeeAttitudeIncrease: 5,
      attitudeToCustomer: 1.3 / 5,
      customerToRevenueGrowth: 0.5 / 1.3,
    });
    expect(result.customerImpression).toBeCloseTo(1.3, 12);
    expect(result.revenueGrowthPoints).toBeCloseTo(0.5, 12);
  });
  it('态度恶化时各环同号变负，不变时为 0', () => {
    const chain = { attitudeToCustomer: 0.3, customerToRevenueGrowth: 0.4 };
    expect(
      serviceProfitChain({ employeeAttitudeIncrease: -2, ...chain }).revenueGrowthPoints,
    ).toBeCloseTo(-0.24, 12);
    expect(serviceProfitChain({ employeeAttitudeIncrease: 0, ...chain }).customerImpression).toBe(
      0,
    );
  });
  it('效果与各系数成正比', () => {
    const one = serviceProfitChain({
      employeeAttitudeIncrease: 3,
      attitudeToCustomer: 0.2,
      customerToRevenueGrowth: 0.7,
    });
    const two = serviceProfitChain({
      employeeAttitudeIncrease: 3,
      attitudeToCustomer: 0.4,
      customerToRevenueGrowth: 0.7,
    });
    expect(two.revenueGrowthPoints / one.revenueGrowthPoints).toBeCloseTo(2, 12);
  });
  it('拒绝非有限数', () => {
    const good = { employeeAttitudeIncrease: 1, attitudeToCustomer: 1, customerToRevenueGrowth: 1 };
    for (const key of Object.keys(good))
      expect(() => serviceProfitChain({ ...good, [key]: NaN })).toThrow(new RegExp(key));
  });
});
