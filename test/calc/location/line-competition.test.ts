import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideMarket, lineCompetition } from '../../../src/calc/location/line-competition.ts';

test('课程算例：两店在四分位处人均步行 1/8，挤到正中 1/4', () => {
  expect(divideMarket({ positions: [0.25, 0.75], length: 1 }).meanWalk).toBeCloseTo(1 / 8, 12);
  expect(divideMarket({ positions: [0.5, 0.5], length: 1 }).meanWalk).toBeCloseTo(1 / 4, 12);
});

test('带价格的界点：x=(xᵢ+xⱼ)/2+(pⱼ−pᵢ)/2t', () => {
  // 店在 4 与 34、价 36 与 34：界点 19 + (34−36)/2 = 18，与 Hotelling 1929 一致
  const { shares } = divideMarket({ positions: [4, 34], prices: [36, 34], length: 35 });
  expect((shares[0] as number) * 35).toBeCloseTo(18, 12);
});

test('被别店连运费压过价的店没有顾客；同址同价平分', () => {
  const priced = divideMarket({ positions: [40, 50, 90], prices: [0, 20, 0], length: 100 });
  expect(priced.shares[1]).toBe(0);
  expect(priced.territories[1]).toBeNull();
  expect(divideMarket({ positions: [50, 50, 20], length: 100 }).shares).toEqual([
    0.325, 0.325, 0.35,
  ]);
});

test('份额之和恒为 1，平均步行与数值积分一致', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 60 })), {
        minLength: 1,
        maxLength: 6,
      }),
      (shops) => {
        const positions = shops.map(([x]) => x);
        const prices = shops.map(([, p]) => p);
        const result = divideMarket({ positions, prices, length: 100 });
        expect(result.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        let spend = 0;
        for (let k = 0; k < 2000; k++) {
          const customer = (k + 0.5) / 20;
          spend += Math.min(
            ...positions.map((x, i) => (prices[i] as number) + Math.abs(customer - x)),
          );
        }
        expect(result.meanDeliveredPrice).toBeCloseTo(spend / 2000, 2);
      },
    ),
  );
});

test('两家只选位置：挤到正中并停住', () => {
  const result = lineCompetition({ positions: [20, 80], length: 100 });
  expect(result).toMatchObject({ positions: [50, 50], converged: true, cycled: false });
  expect(result.division.meanWalk).toBeCloseTo(25, 10);
});

test('三家只选位置：没有稳定点，进入循环', () => {
  expect(lineCompetition({ positions: [10, 50, 90], length: 100 })).toMatchObject({
    converged: false,
    cycled: true,
  });
});

test('四家停在两个四分位上各两家', () => {
  const result = lineCompetition({ positions: [10, 40, 60, 90], length: 100 });
  expect(result.converged).toBe(true);
  for (const share of result.division.shares) expect(share).toBeCloseTo(0.25, 1);
});

test('只调价的最优反应走到 Hotelling 1929 的均衡价附近（格距 0.1）', () => {
  const result = lineCompetition({
    positions: [4, 34],
    length: 35,
    prices: [10, 10],
    moves: 'price',
    priceSteps: 700,
    maxPrice: 70,
  });
  expect(result.converged).toBe(true);
  expect(result.prices[0]).toBeCloseTo(36, 0);
  expect(result.prices[1]).toBeCloseTo(34, 0);
});

test('轮数到顶如实报告，不会无限循环', () => {
  expect(lineCompetition({ positions: [0, 100], length: 100, maxRounds: 1 })).toMatchObject({
    rounds: 1,
    converged: false,
    cycled: false,
  });
});

test('坏输入报出参数名', () => {
  expect(() => divideMarket({ positions: [], length: 1 })).toThrow(/positions/);
  expect(() => divideMarket({ positions: [2], length: 1 })).toThrow(/positions\[0\]/);
  expect(() => divideMarket({ positions: [1], prices: [1, 2], length: 1 })).toThrow(/prices/);
  expect(() => lineCompetition({ positions: [0], length: 1, positionSteps: 0 })).toThrow(
    /positionSteps/,
  );
});
