import { expect, test } from 'vitest';
import {
  sitesVersusCapacity,
  siteTravelTime,
  squareTravelCoefficient,
} from '../../../src/calc/location/sites-versus-capacity.ts';

/** 24 个窗口、100 km²、20 km/h；每小时 192 人、每窗口每小时 10 人（平均 6 分钟一件）。 */
const course = { servers: 24, area: 100, speed: 20, arrivalRate: 192, serviceRate: 10 };

test('行程系数 (√2+ln(1+√2))/6 ≈ 0.3826，与方格内的数值积分一致', () => {
  expect(squareTravelCoefficient).toBeCloseTo(0.3826, 4);
  let sum = 0;
  for (let i = 0; i < 400; i++)
    for (let j = 0; j < 400; j++) sum += Math.hypot((i + 0.5) / 400 - 0.5, (j + 0.5) / 400 - 0.5);
  expect(sum / 160000).toBeCloseTo(squareTravelCoefficient, 5);
});

test('平方根律：网点变成四倍，行程减半', () => {
  const travel = (siteCount: number) => siteTravelTime({ area: 37, speed: 11, siteCount });
  expect(travel(12)).toBeCloseTo(travel(3) / 2, 14);
});

test('顾客去了还要回来：缺省算来回，行程是一程的两倍，最优从 4 个点移到 6 个点', () => {
  const siteCounts = [1, 2, 3, 4, 6, 8, 12, 24];
  const there = sitesVersusCapacity({ ...course, siteCounts, trip: 'oneWay' });
  const andBack = sitesVersusCapacity({ ...course, siteCounts });
  andBack.forEach((outcome, i) => {
    expect(outcome.travelTime).toBeCloseTo(2 * (there[i]?.travelTime ?? Number.NaN), 14);
    expect(outcome.waitTime).toBe(there[i]?.waitTime);
    expect(outcome.totalTime).toBe(outcome.travelTime + outcome.waitTime);
  });
  const best = (outcomes: typeof there) =>
    outcomes.reduce((least, each) => (each.totalTime < least.totalTime ? each : least)).siteCount;
  expect([best(there), best(andBack)]).toEqual([4, 6]);
});

test('课程算例 W5-5（只算去的一程）：1 个点合计 11.7 分，3–4 个点 8.3 分最优，24 个点 26.3 分', () => {
  const siteCounts = [1, 2, 3, 4, 6, 8, 12, 24];
  const minutes = sitesVersusCapacity({ ...course, siteCounts, trip: 'oneWay' }).map(
    (outcome) => 60 * outcome.totalTime,
  );
  expect(minutes[0]).toBeCloseTo(11.7, 1);
  expect(minutes[2]).toBeCloseTo(8.3, 1);
  expect(minutes[3]).toBeCloseTo(8.3, 1);
  expect(minutes[7]).toBeCloseTo(26.3, 1);
  expect(Math.min(...minutes)).toBe(minutes[3]);
});

test('课程算例 W5-5：等待 ≤ 1 分钟，1 个点 22 窗（利用率 87 %），24 个点 72 窗（27 %）', () => {
  const [one, many] = sitesVersusCapacity({ ...course, siteCounts: [1, 24], targetWait: 1 / 60 });
  expect(one?.serversForTarget).toBe(22);
  expect(100 * (one?.utilizationAtTarget as number)).toBeCloseTo(87.3, 1);
  expect(many?.serversForTarget).toBe(72);
  expect(100 * (many?.utilizationAtTarget as number)).toBeCloseTo(26.7, 1);
});

test('24 个单窗口网点的等待即 M/M/1：ρ/(μ−λ) = 0.8/2 小时', () => {
  expect(sitesVersusCapacity({ ...course, siteCounts: [24] })[0]?.waitTime).toBeCloseTo(0.4, 12);
});

test('窗口不能整除时相差至多一个；不稳定或没窗口的网点等待为 Infinity；无人来时等待为 0', () => {
  const uneven = sitesVersusCapacity({ ...course, siteCounts: [5] })[0];
  // 5 个点：4 处 5 窗、1 处 4 窗；每点到达 38.4 < 40，稳定
  expect(uneven?.utilization).toBeCloseTo(0.96, 12);
  expect(uneven?.waitTime).toBeGreaterThan(0);
  expect(sitesVersusCapacity({ ...course, arrivalRate: 240, siteCounts: [1] })[0]?.waitTime).toBe(
    Infinity,
  );
  expect(sitesVersusCapacity({ ...course, siteCounts: [30] })[0]?.waitTime).toBe(Infinity);
  expect(
    sitesVersusCapacity({ ...course, arrivalRate: 0, siteCounts: [2], targetWait: 1 })[0],
  ).toMatchObject({ waitTime: 0, serversForTarget: 2 });
});

test('坏输入报出参数名', () => {
  expect(() => sitesVersusCapacity({ ...course, servers: 0, siteCounts: [1] })).toThrow(/servers/);
  expect(() => sitesVersusCapacity({ ...course, siteCounts: [] })).toThrow(/siteCounts/);
  expect(() =>
    sitesVersusCapacity({ ...course, siteCounts: [1], trip: 'there' as 'oneWay' }),
  ).toThrow(/trip/);
  expect(() => sitesVersusCapacity({ ...course, speed: 0, siteCounts: [1] })).toThrow(/speed/);
  expect(() => sitesVersusCapacity({ ...course, siteCounts: [1], targetWait: 0 })).toThrow(
    /targetWait/,
  );
});
