import { expect, test } from 'vitest';
import { opportunityModel } from '../../../src/calc/revenue/opportunity-model.ts';

const phillips = {
  fares: [1000, 800, 600, 200],
  demand: [25, 30, 20, 50],
  capacity: 100,
  nestedLimits: [100, 70, 45, 32],
  arrivalOrder: 'lowest-fare-first',
} as const;

test('Phillips 2005 例 9.7：66 000、46 000、59 200、66 %', () => {
  // 低价卖 32；600 的额度 45 − 32 = 13；800 的 70 − 45 = 25；1000 卖 25
  const result = opportunityModel(phillips);
  expect(result.perfectRevenue).toBe(66000);
  expect(result.noControlRevenue).toBe(46000);
  expect(result.realizedRevenue).toBe(59200);
  expect(result.capturedShare).toBeCloseTo(0.66, 12);
  expect(result.realizedSales).toEqual([25, 25, 13, 32]);
});

test('次序打乱也按票价对应；高价先到时不控制就是完美', () => {
  const shuffled = { ...phillips, fares: [200, 1000, 600, 800], demand: [50, 25, 20, 30] };
  expect(opportunityModel(shuffled).realizedRevenue).toBe(59200);
  const high = opportunityModel({ ...phillips, arrivalOrder: 'highest-fare-first' });
  expect(high.noControlRevenue).toBe(66000);
  expect(high.capturedShare).toBeNull();
  // 高价先到时低等级仍受更高层上限约束：第二层上限 70 已用 30 + 20，200 元的只剩 20
  expect(high.realizedSales).toEqual([25, 30, 20, 20]);
});

test('极端：能力够用时三者相等；上限放开等于不控制', () => {
  const ample = opportunityModel({
    ...phillips,
    capacity: 500,
    nestedLimits: [500, 500, 500, 500],
  });
  expect(ample.realizedRevenue).toBe(ample.perfectRevenue);
  expect(ample.capturedShare).toBeNull();
  expect(opportunityModel({ ...phillips, nestedLimits: [100, 100, 100, 100] }).capturedShare).toBe(
    0,
  );
  expect(opportunityModel({ ...phillips, nestedLimits: [0, 0, 0, 0] }).capturedShare).toBeLessThan(
    0,
  );
});

test('坏输入指名拒绝', () => {
  expect(() => opportunityModel({ ...phillips, fares: [] })).toThrow(/fares/);
  expect(() => opportunityModel({ ...phillips, demand: [1] })).toThrow(/demand/);
  expect(() => opportunityModel({ ...phillips, nestedLimits: [1, 2] })).toThrow(/nestedLimits/);
  expect(() => opportunityModel({ ...phillips, capacity: -1 })).toThrow(/capacity/);
  expect(() =>
    opportunityModel({ ...phillips, arrivalOrder: 'random' as 'lowest-fare-first' }),
  ).toThrow(/arrivalOrder/);
});
