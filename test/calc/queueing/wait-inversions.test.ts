import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangCServiceLevel } from '../../../src/calc/queueing/erlang-c-staffing.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import {
  highestArrivalRate,
  highestUtilization,
  serversForMeanWait,
  waitQuantile,
} from '../../../src/calc/queueing/wait-inversions.ts';
import { expectClose } from '../core/expect-close.ts';

describe('highestUtilization', () => {
  it('单窗：ρ/(1−ρ) = w，故 ρ = w/(1+w)；两窗 w=0.5 时 ρ²/(1−ρ²)=0.5，ρ = 1/√3', () => {
    expectClose(highestUtilization({ servers: 1, meanWaitInServiceTimes: 0.5 }), 1 / 3);
    expectClose(highestUtilization({ servers: 2, meanWaitInServiceTimes: 0.5 }), 1 / Math.sqrt(3));
  });
  it('课程第 8 章：平均等半个服务时间，1、2、4、5、10、20、50 窗允许 33、58、75、79、88、93、97 %', () => {
    const allowed = [1, 2, 4, 5, 10, 20, 50].map((servers) =>
      Math.round(100 * highestUtilization({ servers, meanWaitInServiceTimes: 0.5 })),
    );
    expect(allowed).toEqual([33, 58, 75, 79, 88, 93, 97]);
  });
  it('代回 M/M/c 得到要求的等待，窗口到三千、等待从 10⁻⁶ 到 10⁶', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: -6, max: 4, noNaN: true }),
        (servers, exponent) => {
          const wait = 10 ** exponent;
          const rho = highestUtilization({ servers, meanWaitInServiceTimes: wait });
          const got = mmc({ arrivalRate: rho * servers, serviceRate: 1, servers }).meanWait;
          expectClose(got, wait, 1e-6);
        },
      ),
    );
  });
  it('要求为 0 得 0，极松趋于 1，极严与十万窗口', () => {
    expect(highestUtilization({ servers: 3, meanWaitInServiceTimes: 0 })).toBe(0);
    expectClose(highestUtilization({ servers: 1, meanWaitInServiceTimes: 1e300 }), 1);
    const strict = highestUtilization({ servers: 3, meanWaitInServiceTimes: 1e-100 });
    expectClose(strict, 4.054801330382257e-34, 1e-10);
    expect(highestUtilization({ servers: 100_000, meanWaitInServiceTimes: 0.01 })).toBeGreaterThan(
      0.999,
    );
  });
  it('拒绝坏参数', () => {
    expect(() => highestUtilization({ servers: 0, meanWaitInServiceTimes: 1 })).toThrow(/servers/);
    expect(() => highestUtilization({ servers: 1, meanWaitInServiceTimes: -1 })).toThrow(
      /meanWaitInServiceTimes must be/,
    );
  });
});

describe('waitQuantile', () => {
  const queue = { arrivalRate: 8, serviceRate: 1, servers: 10 };
  it('等待超过分位数的概率恰为余下的比例', () => {
    for (const share of [0.7, 0.9, 0.999]) {
      const time = waitQuantile({ ...queue, probability: share });
      expectClose(mmc(queue).waitTail(time), 1 - share, 1e-12);
    }
  });
  it('不必等的人已够多时为 0；不稳定或要求人人不超过时为 Infinity；没人来为 0', () => {
    expect(waitQuantile({ ...queue, probability: 0.5 })).toBe(0);
    expect(waitQuantile({ ...queue, probability: 1 })).toBe(Infinity);
    expect(waitQuantile({ ...queue, arrivalRate: 11, probability: 0.5 })).toBe(Infinity);
    expect(waitQuantile({ ...queue, arrivalRate: 11, probability: 0 })).toBe(0);
    expect(waitQuantile({ ...queue, arrivalRate: 0, probability: 1 })).toBe(0);
    expect(waitQuantile({ ...queue, arrivalRate: 1e-40, probability: 0.9 })).toBe(0);
    expect(() => waitQuantile({ ...queue, probability: 2 })).toThrow(/probability must be/);
  });
});

describe('serversForMeanWait 与 highestArrivalRate', () => {
  it('给出的窗口数达标，少一个就不达标', () => {
    for (const [arrivalRate, meanWait] of [
      [0.3, 0.01],
      [8, 0.25],
      [3000.5, 0.001],
    ] as const) {
      const servers = serversForMeanWait({ arrivalRate, serviceRate: 1, meanWait });
      const wait = (n: number): number => mmc({ arrivalRate, serviceRate: 1, servers: n }).meanWait;
      expect(wait(servers)).toBeLessThanOrEqual(meanWait);
      if (servers > 1) expect(wait(servers - 1)).toBeGreaterThan(meanWait);
    }
    expect(serversForMeanWait({ arrivalRate: 0, serviceRate: 1, meanWait: 1 })).toBe(1);
  });
  it('最高到达率使服务水平恰好达标', () => {
    const arrivalRate = highestArrivalRate({
      servers: 14,
      meanService: 3,
      target: 1 / 3,
      serviceLevel: 0.8,
    });
    expectClose(
      erlangCServiceLevel({
        offeredLoad: arrivalRate * 3,
        servers: 14,
        targetInServiceTimes: 1 / 9,
      }),
      0.8,
      1e-10,
    );
  });
  it('拒绝坏参数', () => {
    expect(() => serversForMeanWait({ arrivalRate: 1, serviceRate: 1, meanWait: 0 })).toThrow(
      /meanWait must be/,
    );
    const good = { servers: 2, meanService: 1, target: 1, serviceLevel: 0.8 };
    expect(() => highestArrivalRate({ ...good, servers: 0 })).toThrow(/servers must be/);
    expect(() => highestArrivalRate({ ...good, meanService: 0 })).toThrow(/meanService must be/);
    expect(() => highestArrivalRate({ ...good, target: -1 })).toThrow(/target must be/);
    expect(() => highestArrivalRate({ ...good, serviceLevel: 1 })).toThrow(/serviceLevel must be/);
  });
});

it('窗口多到超出整数范围时报 arrivalRate', () => {
  expect(() => serversForMeanWait({ arrivalRate: 1e17, serviceRate: 1, meanWait: 1 })).toThrow(
    /^arrivalRate must be/,
  );
});
