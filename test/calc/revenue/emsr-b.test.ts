import { expect, test } from 'vitest';
import { emsrB, nestedBookingLimits } from '../../../src/calc/revenue/emsr-b.ts';
import { littlewood } from '../../../src/calc/revenue/littlewood.ts';

const course = [
  { fare: 1500, mean: 20, sd: 8 },
  { fare: 1000, mean: 35, sd: 12 },
  { fare: 600, mean: 60, sd: 18 },
  { fare: 380, mean: 90, sd: 25 },
];

test('课程例：四舱保护 16.6、54.7、118.9', () => {
  // 第二层：均值 55，标准差 √(64 + 144) = 14.42，均价 (1500×20 + 1000×35)/55 = 1181.8，1 − 600/1181.8 = 0.4923
  const protection = emsrB(course);
  expect(protection[0]).toBeCloseTo(16.6, 1);
  expect(protection[1]).toBeCloseTo(54.7, 1);
  expect(protection[2]).toBeCloseTo(118.9, 1);
  expect(nestedBookingLimits(150, protection)).toEqual([150, 134, 96, 32]);
});

test('Fiig 等 2010 的六舱例（RevPy 取整为 20、35、54、80、117）', () => {
  const fares = [1200, 1000, 800, 600, 400, 200];
  const means = [31.2, 10.9, 14.8, 19.9, 26.9, 36.3];
  const sds = [11.2, 6.6, 7.7, 8.9, 10.4, 12];
  const classes = fares.map((fare, j) => ({ fare, mean: means[j]!, sd: sds[j]! }));
  expect(emsrB(classes).map(Math.round)).toEqual([20, 35, 54, 80, 117]);
});

test('两舱时就是 Littlewood；把一个等级拆成同价两份，再往下的保护不变', () => {
  const rule = littlewood({
    fareHigh: 1500,
    fareLow: 1000,
    meanHigh: 20,
    sdHigh: 8,
    capacity: 100,
  });
  expect(emsrB(course.slice(0, 2))[0]).toBeCloseTo(rule.protection, 12);
  const split = [
    course[0]!,
    { fare: 1000, mean: 15, sd: 12 * Math.SQRT1_2 },
    { fare: 1000, mean: 20, sd: 12 * Math.SQRT1_2 },
    course[2]!,
  ];
  expect(emsrB(split)[2]).toBeCloseTo(emsrB(course)[1]!, 10);
});

test('零方差取均值之和；空的最高等级等于没有它；全空为 0', () => {
  expect(
    emsrB([
      { fare: 5, mean: 20, sd: 0 },
      { fare: 3, mean: 30, sd: 0 },
      { fare: 1, mean: 40, sd: 5 },
    ]),
  ).toEqual([20, 50]);
  const [empty, next] = emsrB([{ fare: 2000, mean: 0, sd: 0 }, ...course]);
  expect(empty).toBe(0);
  expect(next).toBeCloseTo(emsrB(course)[0]!, 12);
  const nothing = [1, 2, 3].map((k) => ({ fare: 100 / k, mean: 0, sd: 0 }));
  expect(emsrB(nothing)).toEqual([0, 0]);
  expect(emsrB(course.slice(0, 1))).toEqual([]);
});

test('坏输入指名拒绝', () => {
  expect(() => emsrB([...course].reverse())).toThrow(/fare/);
  expect(() => nestedBookingLimits(-1, [1])).toThrow(/capacity/);
  expect(() => nestedBookingLimits(10, [NaN])).toThrow(/protection\[0\]/);
});
