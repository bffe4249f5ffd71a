import { describe, expect, test } from 'vitest';
import { simulateBooking } from '../../../src/calc/revenue/booking-simulation.ts';
import { nestedPolicyRevenue } from '../../../src/calc/revenue/static-booking.ts';
import { twoClassBooking } from '../../../src/calc/revenue/two-class-booking.ts';

const hotel = {
  fareHigh: 900,
  fareLow: 360,
  meanHigh: 40,
  sdHigh: 12,
  meanLow: 150,
  sdLow: 30,
  capacity: 120,
  protection: 43,
} as const;
const classes = [
  { fare: 900, mean: 40, sd: 12 },
  { fare: 360, mean: 150, sd: 30 },
];
const orders = ['low-first', 'high-first', 'mixed'] as const;
const nestings = ['theft', 'standard'] as const;

test('手算：三位客人两间房，混着到的三种次序逐个数', () => {
  // 高价 1 位、低价 2 位，2 间，留 1 间。次序 高低低、低高低、低低高 各三分之一
  const three = {
    fareHigh: 90,
    fareLow: 30,
    meanHigh: 1,
    sdHigh: 0,
    meanLow: 2,
    sdLow: 0,
    capacity: 2,
    protection: 1,
    arrivalOrder: 'mixed',
  } as const;
  // 放出：都是一高一低，120
  expect(twoClassBooking({ ...three, nesting: 'standard' }).expectedRevenue).toBeCloseTo(120, 9);
  // 不放：高低低里高价卖出后剩 1 间仍留着，只卖 90
  expect(twoClassBooking({ ...three, nesting: 'theft' }).expectedRevenue).toBeCloseTo(110, 9);
  // 先到先得：低低高卖出两间低价，60
  expect(twoClassBooking({ ...three, protection: 0 }).expectedRevenue).toBeCloseTo(100, 9);
});

describe.each(orders)('%s', (arrivalOrder) => {
  test('与仿真相差不到四个标准误', () => {
    for (const [mean, sd, meanLow, sdLow] of [
      [40, 12, 150, 30],
      [70, 25, 60, 35],
    ] as const) {
      const setting = { ...hotel, meanHigh: mean, sdHigh: sd, meanLow, sdLow, arrivalOrder };
      const simulated = simulateBooking({
        classes: [
          { fare: 900, mean, sd },
          { fare: 360, mean: meanLow, sd: sdLow },
        ],
        capacity: 120,
        policies: nestings.map((nesting) => ({ name: nesting, protection: [43], nesting })),
        arrivalOrder,
        replications: 3000,
        seed: 7,
      });
      nestings.forEach((nesting, p) => {
        const { expectedRevenue, highSales, lowSales } = twoClassBooking({ ...setting, nesting });
        const { meanRevenue, standardError } = simulated.policies[p]!;
        expect(Math.abs(expectedRevenue - meanRevenue)).toBeLessThan(4 * standardError);
        expect(expectedRevenue).toBeCloseTo(900 * highSales + 360 * lowSales, 6);
        expect(highSales + lowSales).toBeLessThanOrEqual(120);
      });
    }
  });

  test('什么都不留时两种嵌套相同；没有座位就没有收入', () => {
    const [theft, standard] = nestings.map((nesting) =>
      twoClassBooking({ ...hotel, protection: 0, nesting, arrivalOrder }),
    );
    expect(standard!.expectedRevenue).toBeCloseTo(theft!.expectedRevenue, 6);
    expect(
      twoClassBooking({ ...hotel, capacity: 0, protection: 0, arrivalOrder }).expectedRevenue,
    ).toBe(0);
  });

  test('全留给高价：低价一间不卖', () => {
    for (const nesting of nestings) {
      const { lowSales, highSales } = twoClassBooking({
        ...hotel,
        meanHigh: 200,
        sdHigh: 5,
        protection: 500,
        nesting,
        arrivalOrder,
      });
      expect(lowSales).toBeCloseTo(0, 9);
      expect(highSales).toBeCloseTo(120, 6);
    }
  });
});

test('低价先到时与静态模型的精确值一致', () => {
  const exact = nestedPolicyRevenue({ classes, capacity: 120, protection: [43] });
  expect(twoClassBooking({ ...hotel, arrivalOrder: 'low-first' }).expectedRevenue).toBeCloseTo(
    exact,
    4,
  );
});

test('低价需求隔着取不改变结果：均值差一点点，就逐个取', () => {
  const near = (meanLow: number) =>
    twoClassBooking({ ...hotel, meanLow, nesting: 'standard', arrivalOrder: 'mixed' })
      .expectedRevenue;
  // 149.999 不到五倍标准差，逐个取；150 隔三个取一个
  expect(Math.abs(near(150) - near(149.999))).toBeLessThan(0.2);
});

test('坏输入指名拒绝', () => {
  const mixed = { ...hotel, arrivalOrder: 'mixed' } as const;
  expect(() => twoClassBooking({ ...mixed, fareLow: 1000 })).toThrow(/^fareLow must be/);
  expect(() => twoClassBooking({ ...mixed, sdLow: -1 })).toThrow(/^sdLow must be/);
  expect(() => twoClassBooking({ ...mixed, capacity: 1.5 })).toThrow(/^capacity must be/);
  expect(() => twoClassBooking({ ...mixed, protection: 4.5 })).toThrow(/^protection must be/);
  expect(() => twoClassBooking({ ...mixed, arrivalOrder: 'x' as 'mixed' })).toThrow(
    /^arrivalOrder must be/,
  );
  expect(() => twoClassBooking({ ...mixed, nesting: 'x' as 'theft' })).toThrow(/^nesting must be/);
});
