import { expect, test } from 'vitest';
import { twoClassRevenue } from '../../../src/calc/revenue/two-class-revenue.ts';

const hotel = { fareHigh: 900, fareLow: 360, meanHigh: 40, sdHigh: 12, capacity: 120 };

test('课程例：不留 43 200，留 43 约 60 627，留 60 约 57 386，全留 36 000', () => {
  // 留 43：z = 0.25，L(0.25) = 0.28634，卖出 40 − 12 × 0.28634 = 36.5639；77 × 360 + 36.5639 × 900 = 60 627
  const at = (protection: number) => twoClassRevenue({ ...hotel, protection }).expectedRevenue;
  expect(at(0)).toBe(43200);
  expect(at(43)).toBeCloseTo(60627.48, 1);
  expect(at(60)).toBeCloseTo(57385.87, 1);
  expect(at(120)).toBeCloseTo(36000, 4);
});

test('卖出与空座加起来是留出的座数', () => {
  const result = twoClassRevenue({ ...hotel, protection: 70 });
  expect(result.expectedHighSales + result.expectedEmpty).toBeCloseTo(70, 12);
  expect(result.lowSales).toBe(50);
});

test('极端：需求确定；保护超过能力', () => {
  expect(twoClassRevenue({ ...hotel, sdHigh: 0, protection: 40 }).expectedRevenue).toBe(
    80 * 360 + 40 * 900,
  );
  expect(twoClassRevenue({ ...hotel, protection: 500 }).lowSales).toBe(0);
});

test('坏输入指名拒绝', () => {
  expect(() => twoClassRevenue({ ...hotel, protection: -1 })).toThrow(/protection/);
  expect(() => twoClassRevenue({ ...hotel, protection: 1, fareHigh: 0 })).toThrow(/fareHigh/);
  expect(() => twoClassRevenue({ ...hotel, protection: 1, fareLow: -1 })).toThrow(/fareLow/);
  expect(() => twoClassRevenue({ ...hotel, protection: 1, meanHigh: NaN })).toThrow(/meanHigh/);
  expect(() => twoClassRevenue({ ...hotel, protection: 1, sdHigh: -1 })).toThrow(/sdHigh/);
  expect(() => twoClassRevenue({ ...hotel, protection: 1, capacity: -1 })).toThrow(/capacity/);
});
