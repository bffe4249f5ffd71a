import { expect, test } from 'vitest';
import { TimeAverages } from '../../../../../src/calc/queueing/simulation/engine/time-averages.ts';

test('人数、等待与忙碌按停留时间累计', () => {
  const averages = new TimeAverages();
  averages.start = 0;
  averages.hold(0, 2, 0, 0, 0);
  averages.hold(2, 5, 3, 1, 2);
  averages.hold(5, 6, 3, 1, 2);
  expect(Array.from(averages.timeAt.subarray(0, 4))).toEqual([2, 0, 0, 4]);
  expect(averages.waitingArea).toBe(4);
  expect(averages.busyArea).toBe(8);
});

test('统计期之外的不计，跨过终点的只计到终点', () => {
  const averages = new TimeAverages();
  averages.hold(0, 9, 1, 1, 1);
  expect(averages.busyArea).toBe(0);
  averages.start = 10;
  averages.end = 12;
  averages.hold(5, 10, 1, 1, 1);
  averages.hold(10, 20, 1, 0, 1);
  averages.hold(20, 30, 1, 0, 1);
  expect(averages.busyArea).toBe(2);
  expect(averages.timeAt[1]).toBe(2);
});

test('人数再多，表自己长大', () => {
  const averages = new TimeAverages();
  averages.start = 0;
  averages.hold(0, 1, 3, 0, 0);
  averages.hold(1, 2, 5000, 0, 0);
  expect(averages.timeAt[5000]).toBe(1);
  expect(averages.timeAt[3]).toBe(1);
});
