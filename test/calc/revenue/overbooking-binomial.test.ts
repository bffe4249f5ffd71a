import { expect, test } from 'vitest';
import { overbookingBinomial } from '../../../src/calc/revenue/overbooking-binomial.ts';
import { showUpOutcome } from '../../../src/calc/revenue/show-ups.ts';

const base = { capacity: 180, showProbability: 0.92, deniedCost: 900, spoilageCost: 900 };

test('课程例：拒载成本 900、1800、3600 分别卖 195、194、192 张', () => {
  const revenue = (reservations: number, deniedCost: number) => {
    const { expectedShowUps, expectedDenied } = showUpOutcome({ ...base, reservations });
    return 900 * (expectedShowUps - expectedDenied) - deniedCost * expectedDenied;
  };
  for (const [deniedCost, seats, gain, denied] of [
    [900, 195, 0.0687, 1.21],
    [1800, 194, 0.0626, 0.84],
    [3600, 192, 0.0564, 0.34],
  ] as const) {
    const result = overbookingBinomial({ ...base, deniedCost });
    expect(result.authorization).toBe(seats);
    expect(result.expectedDenied).toBeCloseTo(denied, 2);
    expect(revenue(seats, deniedCost) / revenue(180, deniedCost) - 1).toBeCloseTo(gain, 4);
  }
});

test('手算：1 座、到场率 0.3、两种成本都是 5，卖 2 张成本 2.9', () => {
  // n=1：5×0.7 = 3.5；n=2：5×0.09 + 5×0.49 = 2.9；n=3：5×(0.189 + 2×0.027) + 5×0.343 = 2.93
  expect(
    overbookingBinomial({ capacity: 1, showProbability: 0.3, deniedCost: 5, spoilageCost: 5 }),
  ).toMatchObject({ authorization: 2, expectedCost: expect.closeTo(2.9, 12) });
});

test('与逐张搜索一致', () => {
  for (const capacity of [1, 7, 50])
    for (const showProbability of [0.2, 0.63, 0.97])
      for (const deniedCost of [20, 300, 5000]) {
        const input = { capacity, showProbability, deniedCost, spoilageCost: 180 };
        let best = Infinity;
        let argument = capacity;
        for (let reservations = capacity; reservations < 12 * capacity + 20; reservations++) {
          const { expectedDenied, expectedEmpty } = showUpOutcome({ ...input, reservations });
          const cost = deniedCost * expectedDenied + 180 * expectedEmpty;
          if (cost < best - 1e-12) {
            best = cost;
            argument = reservations;
          }
        }
        const result = overbookingBinomial(input);
        expect(result.authorization).toBe(argument);
        expect(result.expectedCost).toBeCloseTo(best, 9);
      }
});

test('极端：人人到、没人到、各项成本为零、十万座', () => {
  expect(overbookingBinomial({ ...base, showProbability: 1 })).toMatchObject({
    authorization: 180,
    expectedCost: 0,
  });
  expect(overbookingBinomial({ ...base, showProbability: 0 })).toMatchObject({
    authorization: 180,
    expectedEmpty: 180,
  });
  expect(overbookingBinomial({ ...base, spoilageCost: 0 }).authorization).toBe(180);
  expect(overbookingBinomial({ ...base, deniedCost: 0 })).toMatchObject({
    authorization: Infinity,
    expectedCost: 0,
  });
  expect(overbookingBinomial({ ...base, deniedCost: 0, spoilageCost: 0 })).toMatchObject({
    authorization: 180,
    expectedCost: 0,
  });
  expect(overbookingBinomial({ ...base, capacity: 0 })).toMatchObject({
    authorization: 0,
    expectedCost: 0,
  });
  const large = overbookingBinomial({ ...base, capacity: 100_000, showProbability: 0.9 });
  expect(Math.abs(large.authorization - 100_000 / 0.9)).toBeLessThan(200);
});

test('坏输入指名拒绝', () => {
  expect(() => overbookingBinomial({ ...base, capacity: 1.5 })).toThrow(/capacity/);
  expect(() => overbookingBinomial({ ...base, showProbability: -0.1 })).toThrow(/showProbability/);
  expect(() => overbookingBinomial({ ...base, deniedCost: -1 })).toThrow(/deniedCost/);
  expect(() => overbookingBinomial({ ...base, spoilageCost: Infinity })).toThrow(/spoilageCost/);
});
