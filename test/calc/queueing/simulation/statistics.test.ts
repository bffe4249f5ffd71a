import { expect, test } from 'vitest';
import { Tally } from '../../../../src/calc/queueing/simulation/statistics.ts';

function tally(
  values: Partial<Record<Exclude<keyof Tally, 'add' | 'summarize' | 'beyond'>, number>>,
) {
  return Object.assign(new Tally(1), values);
}

test('手算：八人到达，五人被服务、一人放弃、一人止步、一人被拒', () => {
  const group = tally({
    arrivals: 8,
    served: 5,
    abandoned: 1,
    balked: 1,
    blocked: 1,
    delayed: 3,
    waitServed: 10,
    waitAbandoned: 2,
    timeInSystem: 30,
    maxWait: 6,
  });
  group.beyond[0] = 2;
  expect(group.summarize()).toEqual({
    arrivals: 8,
    served: 5,
    abandoned: 1,
    balked: 1,
    blocked: 1,
    meanWait: 12 / 6,
    meanWaitServed: 2,
    maxWait: 6,
    meanTimeInSystem: 5,
    probabilityOfWaiting: 0.5,
    probabilityOfAbandoning: 1 / 6,
    probabilityOfBalking: 1 / 8,
    probabilityOfBlocking: 1 / 8,
    waitTail: [2 / 6],
  });
});

test('并入另一组：计数相加，最长等待取大者', () => {
  const sum = tally({ arrivals: 3, served: 3, waitServed: 3, maxWait: 2 });
  sum.beyond[0] = 1;
  const other = tally({ arrivals: 1, served: 1, waitServed: 5, maxWait: 5 });
  other.beyond[0] = 1;
  sum.add(other);
  expect(sum.summarize()).toMatchObject({
    arrivals: 4,
    served: 4,
    meanWait: 2,
    maxWait: 5,
    waitTail: [0.5],
  });
});

test('无人入队时，平均与比例是 NaN 而不是 0', () => {
  const { meanWait, maxWait, probabilityOfWaiting, waitTail, probabilityOfBlocking } = tally({
    arrivals: 2,
    blocked: 2,
  }).summarize();
  expect([meanWait, maxWait, probabilityOfWaiting, ...waitTail]).toEqual(
    Array.from({ length: 4 }, () => Number.NaN),
  );
  expect(probabilityOfBlocking).toBe(1);
});
