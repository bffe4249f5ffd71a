import { expect, test } from 'vitest';
import { newsvendorEmpirical } from '../../../src/calc/revenue/newsvendor-empirical.ts';

const base = { price: 10, cost: 4, salvage: 1, demands: [20, 35, 50, 10] };

test('手算：临界比 6/9，四个样本取第 ⌈2.67⌉ = 3 个', () => {
  // 进 35：销量 (20 + 35 + 35 + 10)/4 = 25，缺 15/4；利润 6 × 25 − 3 × 10 = 120
  const result = newsvendorEmpirical(base);
  expect(result.quantity).toBe(35);
  expect(result.expectedSales).toBe(25);
  expect(result.expectedLostSales).toBe(3.75);
  expect(result.expectedProfit).toBe(120);
});

test('比每个样本值都不差', () => {
  const best = newsvendorEmpirical(base).expectedProfit;
  for (const quantity of [0, 10, 20, 34, 36, 50, 70])
    expect(newsvendorEmpirical({ ...base, quantity }).expectedProfit).toBeLessThanOrEqual(
      best + 1e-12,
    );
});

test('极端：不赚钱为 0；n·临界比为整数不多走一档；残值等于进价取最大', () => {
  expect(newsvendorEmpirical({ ...base, cost: 10 }).quantity).toBe(0);
  const ten = Array.from({ length: 10 }, (_, i) => i + 1);
  expect(newsvendorEmpirical({ price: 10, cost: 7, salvage: 0, demands: ten }).quantity).toBe(3);
  expect(newsvendorEmpirical({ ...base, salvage: 4 }).quantity).toBe(50);
});

test('坏输入指名拒绝', () => {
  expect(() => newsvendorEmpirical({ ...base, demands: [] })).toThrow(/demands/);
  expect(() => newsvendorEmpirical({ ...base, demands: [1, -2] })).toThrow(/demands\[1\]/);
  expect(() => newsvendorEmpirical({ ...base, quantity: NaN })).toThrow(/quantity/);
});
