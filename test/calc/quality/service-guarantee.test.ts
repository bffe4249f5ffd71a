import { describe, expect, it } from 'vitest';
import { serviceGuarantee } from '../../../src/calc/quality/service-guarantee.ts';

const hotel = {
  orders: 10000,
  failureRate: 0.02,
  awareness: 0.5,
  claimRate: 0.4,
  payout: 100,
  abuseRate: 0.001,
  fixedCost: 500,
  lifetimeValue: 800,
  retentionUnpaid: 0.4,
  retentionPaid: 0.9,
  newOrders: 30,
  marginPerOrder: 60,
};

describe('serviceGuarantee', () => {
  it('手算：失误 200、获赔 40、滥用 9.8；成本 5480，收益 17800', () => {
    const r = serviceGuarantee(hotel);
    expect(r.failures).toBeCloseTo(200, 10);
    expect(r.honestClaims).toBeCloseTo(40, 10);
    expect(r.falseClaims).toBeCloseTo(9.8, 10);
    expect(r.cost).toBeCloseTo(4000 + 980 + 500, 8);
    expect(r.savedValue).toBeCloseTo(40 * 0.5 * 800, 8);
    expect(r.net).toBeCloseTo(16000 + 1800 - 5480, 8);
    expect(r.silentLoss).toBeCloseTo(160 * 0.6 * 800, 8);
  });
  it('申领率低不一定省钱：申领率翻倍，净收益上升、沉默流失下降', () => {
    const more = serviceGuarantee({ ...hotel, claimRate: 0.8 });
    expect(more.net).toBeGreaterThan(serviceGuarantee(hotel).net);
    expect(more.silentLoss).toBeLessThan(serviceGuarantee(hotel).silentLoss);
  });
  it('按盈亏平衡赔付额，净收益为 0', () => {
    const { breakEvenPayout } = serviceGuarantee(hotel);
    expect(serviceGuarantee({ ...hotel, payout: breakEvenPayout }).net).toBeCloseTo(0, 6);
  });
  it('没有订单、没有人领都有定义', () => {
    expect(serviceGuarantee({ ...hotel, orders: 0 }).cost).toBe(500);
    expect(serviceGuarantee({ ...hotel, awareness: 0, abuseRate: 0 }).breakEvenPayout).toBe(
      Infinity,
    );
  });
  it('拒绝坏输入并指出参数', () => {
    for (const key of [
      'failureRate',
      'awareness',
      'claimRate',
      'abuseRate',
      'retentionPaid',
      'retentionUnpaid',
    ])
      expect(() => serviceGuarantee({ ...hotel, [key]: 1.5 })).toThrow(new RegExp(key));
    for (const key of ['orders', 'payout', 'fixedCost', 'lifetimeValue', 'newOrders'])
      expect(() => serviceGuarantee({ ...hotel, [key]: -1 })).toThrow(new RegExp(key));
    expect(() => serviceGuarantee({ ...hotel, marginPerOrder: NaN })).toThrow(/marginPerOrder/);
  });
});
