import { expect, test } from 'vitest';
import { singleLegProgram } from '../../../src/calc/revenue/single-leg-program.ts';

const two = [
  { fare: 100, arrivalProbability: 0.5 },
  { fare: 40, arrivalProbability: 0.5 },
];

test('手算：1 座 2 时段', () => {
  // 最后一段：0.5×100 + 0.5×40 = 70。前一段：100 元接（100 > 70），40 元不接（40 < 70）：0.5×100 + 0.5×70 = 85
  const { expectedRevenue, accepts, bidPrice } = singleLegProgram({
    classes: two,
    seats: 1,
    periods: 2,
  });
  expect(expectedRevenue).toBe(85);
  expect(bidPrice(1, 1)).toBe(70);
  expect(accepts({ periodsLeft: 2, seats: 1, fare: 40 })).toBe(false);
  expect(accepts({ periodsLeft: 1, seats: 1, fare: 40 })).toBe(true);
  expect(accepts({ periodsLeft: 1, seats: 0, fare: 100 })).toBe(false);
});

test('座位多到用不完时，收入等于全部期望票款', () => {
  const classes = [
    { fare: 300, arrivalProbability: 0.2 },
    { fare: 100, arrivalProbability: 0.35 },
  ];
  expect(singleLegProgram({ classes, seats: 60, periods: 50 }).expectedRevenue).toBeCloseTo(
    50 * (60 + 35),
    8,
  );
});

test('机会成本随剩余时间递增、随剩余座位递减', () => {
  const { bidPrice } = singleLegProgram({
    classes: [
      { fare: 500, arrivalProbability: 0.1 },
      ...two.map((c) => ({ ...c, arrivalProbability: 0.3 })),
    ],
    seats: 20,
    periods: 60,
  });
  for (let t = 1; t <= 60; t++)
    for (let x = 1; x < 20; x++) {
      expect(bidPrice(t, x)).toBeGreaterThanOrEqual(bidPrice(t, x + 1) - 1e-9);
      expect(bidPrice(t, x)).toBeGreaterThanOrEqual(bidPrice(t - 1, x) - 1e-9);
    }
});

test('逐时段概率与固定概率一致；低价先到的概率表会改变价值', () => {
  const steady = singleLegProgram({ classes: two, seats: 3, periods: 8 }).expectedRevenue;
  const same = singleLegProgram({
    classes: two,
    seats: 3,
    periods: 8,
    arrivals: Array.from({ length: 8 }, () => [0.5, 0.5]),
  });
  expect(same.expectedRevenue).toBeCloseTo(steady, 12);
  // 还剩 1–4 段只来高价，5–8 段只来低价
  const late = singleLegProgram({
    classes: two,
    seats: 3,
    periods: 8,
    arrivals: Array.from({ length: 8 }, (_, t) => (t < 4 ? [1, 0] : [0, 1])),
  });
  expect(late.expectedRevenue).toBe(300);
});

test('极端：零座位、零时段、200 座 × 500 时段', () => {
  expect(singleLegProgram({ classes: two, seats: 0, periods: 9 }).expectedRevenue).toBe(0);
  expect(singleLegProgram({ classes: two, seats: 9, periods: 0 }).expectedRevenue).toBe(0);
  const { expectedRevenue } = singleLegProgram({ classes: two, seats: 200, periods: 500 });
  // 上界：200 座全卖 100 元；下界：先到先得 200 × 70
  expect(expectedRevenue).toBeLessThan(20000);
  expect(expectedRevenue).toBeGreaterThan(19000);
});

test('坏输入指名拒绝', () => {
  const good = { classes: two, seats: 2, periods: 2 };
  expect(() => singleLegProgram({ ...good, classes: [] })).toThrow(/classes/);
  expect(() => singleLegProgram({ ...good, seats: -1 })).toThrow(/seats/);
  expect(() => singleLegProgram({ ...good, periods: 1.5 })).toThrow(/periods/);
  expect(() => singleLegProgram({ ...good, classes: [...two, two[0]!] })).toThrow(
    /arrivalProbability/,
  );
  expect(() => singleLegProgram({ ...good, arrivals: [[0.5, 0.5]] })).toThrow(/arrivals/);
  expect(() => singleLegProgram({ ...good, arrivals: [[0.5], [0.5]] })).toThrow(/arrivals\[0\]/);
  const { bidPrice } = singleLegProgram(good);
  expect(() => bidPrice(3, 1)).toThrow(/periodsLeft/);
  expect(() => bidPrice(1, 3)).toThrow(/seats/);
});
