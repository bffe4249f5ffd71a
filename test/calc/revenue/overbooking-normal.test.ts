import { expect, test } from 'vitest';
import { normalLoss } from '../../../src/calc/core/normal.ts';
import { overbookingNormal } from '../../../src/calc/revenue/overbooking-normal.ts';

const eastman = { lostRevenue: 105, bumpCost: 300, noShowMean: 20, noShowSd: 10, capacity: 210 };

test('Eastman Towers：105/405 = 0.259，z = −0.6456，超售 13.5 取 14', () => {
  const result = overbookingNormal(eastman);
  expect(result.overbook).toBeCloseTo(13.5437, 4);
  expect(result.totalReservations).toBe(224);
});

test('期望成本在 Y 处最小', () => {
  // 空房 E[(N − Y)⁺]，拒载 E[(Y − N)⁺]
  const cost = (overbook: number) => {
    const z = (overbook - 20) / 10;
    return 105 * 10 * normalLoss(z) + 300 * 10 * normalLoss(-z);
  };
  const { overbook } = overbookingNormal(eastman);
  expect(cost(overbook)).toBeLessThan(cost(overbook + 0.2));
  expect(cost(overbook)).toBeLessThan(cost(overbook - 0.2));
});

test('极端：零成本、零方差、负分位数', () => {
  expect(overbookingNormal({ ...eastman, lostRevenue: 0 }).overbook).toBe(0);
  expect(overbookingNormal({ ...eastman, bumpCost: 0 }).overbook).toBe(Infinity);
  expect(overbookingNormal({ ...eastman, lostRevenue: 0, bumpCost: 0 })).toMatchObject({
    overbook: 0,
    totalReservations: 210,
    criticalRatio: NaN,
  });
  expect(overbookingNormal({ ...eastman, noShowSd: 0 }).overbookRoundedUp).toBe(20);
  expect(overbookingNormal({ ...eastman, noShowMean: 2, bumpCost: 9000 }).overbook).toBe(0);
});

test('坏输入指名拒绝', () => {
  for (const name of ['lostRevenue', 'bumpCost', 'noShowMean', 'noShowSd', 'capacity'] as const)
    expect(() => overbookingNormal({ ...eastman, [name]: -1 })).toThrow(new RegExp(name));
});
