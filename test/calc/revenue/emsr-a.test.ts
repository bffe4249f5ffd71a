import { expect, test } from 'vitest';
import { emsrA } from '../../../src/calc/revenue/emsr-a.ts';
import { littlewood } from '../../../src/calc/revenue/littlewood.ts';

const three = [
  { fare: 1050, mean: 17.3, sd: 5.8 },
  { fare: 567, mean: 45.1, sd: 15 },
  { fare: 534, mean: 39.6, sd: 13.2 },
];

test('只有两舱时就是 Littlewood', () => {
  const [protection] = emsrA(three.slice(0, 2));
  const rule = littlewood({
    fareHigh: 1050,
    fareLow: 567,
    meanHigh: 17.3,
    sdHigh: 5.8,
    capacity: 100,
  });
  expect(protection).toBeCloseTo(rule.protection, 12);
});

test('第三舱的保护是两次 Littlewood 之和', () => {
  const pair = (i: number) =>
    littlewood({
      fareHigh: three[i]!.fare,
      fareLow: 534,
      meanHigh: three[i]!.mean,
      sdHigh: three[i]!.sd,
      capacity: 0,
    }).protection;
  expect(emsrA(three)[1]).toBeCloseTo(pair(0) + pair(1), 12);
});

test('空的最高等级不增加保护；零方差加均值；单一等级为空', () => {
  expect(emsrA([{ fare: 2000, mean: 0, sd: 0 }, ...three])[1]).toBeCloseTo(emsrA(three)[0]!, 12);
  expect(
    emsrA([
      { fare: 9, mean: 5, sd: 0 },
      { fare: 6, mean: 7, sd: 0 },
      { fare: 2, mean: 1, sd: 1 },
    ]),
  ).toEqual([5, 12]);
  expect(emsrA(three.slice(0, 1))).toEqual([]);
});

test('坏输入指名拒绝', () => {
  expect(() => emsrA([...three].reverse())).toThrow(/fare/);
});
