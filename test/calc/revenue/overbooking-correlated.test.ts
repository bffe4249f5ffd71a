import { expect, test } from 'vitest';
import { overbookingBinomial } from '../../../src/calc/revenue/overbooking-binomial.ts';
import { overbookingCorrelated } from '../../../src/calc/revenue/overbooking-correlated.ts';

const base = {
  capacity: 100,
  showProbability: 0.88,
  correlation: 0.02,
  deniedCost: 400,
  spoilageCost: 180,
};

test('手算：1 座、q = 1/2、ρ = 1/3 即到场率均匀分布，n 张的到场数等可能取 0…n', () => {
  // n=1：空座 1/2；n=2：被拒 1/3、空座 1/3；n=3：被拒 (1 + 2)/4、空座 1/4。拒载 1、空座 2：1、1、1.25
  const result = overbookingCorrelated({
    capacity: 1,
    showProbability: 0.5,
    correlation: 1 / 3,
    deniedCost: 1,
    spoilageCost: 2.1,
  });
  // 空座 2.1：1.05、1.033、1.275，取 2
  expect(result.authorization).toBe(2);
  expect(result.expectedDenied).toBeCloseTo(1 / 3, 12);
  expect(result.expectedEmpty).toBeCloseTo(1 / 3, 12);
});

test('相关系数趋于 0 时就是二项模型', () => {
  const limit = overbookingCorrelated({ ...base, correlation: 1e-7 });
  const binomial = overbookingBinomial(base);
  expect(limit.authorization).toBe(binomial.authorization);
  expect(limit.expectedCost / binomial.expectedCost).toBeCloseTo(1, 4);
});

test('一起来一起不来时成本更高，标准差更大', () => {
  const independent = overbookingCorrelated({ ...base, correlation: 1e-6 });
  const grouped = overbookingCorrelated({ ...base, correlation: 0.1 });
  expect(grouped.expectedCost).toBeGreaterThan(1.5 * independent.expectedCost);
  expect(grouped.showUpSd).toBeGreaterThan(2 * independent.showUpSd);
});

test('极端：拒载不要钱为 Infinity，空座不要钱不超售', () => {
  expect(overbookingCorrelated({ ...base, deniedCost: 0 }).authorization).toBe(Infinity);
  expect(overbookingCorrelated({ ...base, spoilageCost: 0 }).authorization).toBe(100);
});

test('坏输入指名拒绝', () => {
  expect(() => overbookingCorrelated({ ...base, capacity: 0 })).toThrow(/capacity/);
  expect(() => overbookingCorrelated({ ...base, showProbability: 1 })).toThrow(/showProbability/);
  expect(() => overbookingCorrelated({ ...base, correlation: 0 })).toThrow(/correlation/);
  expect(() => overbookingCorrelated({ ...base, deniedCost: -1 })).toThrow(/deniedCost/);
});
