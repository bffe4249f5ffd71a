import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erlangCServiceLevel,
  erlangCStaffing,
} from '../../../src/calc/queueing/erlang-c-staffing.ts';
import { expectClose } from '../core/expect-close.ts';

describe('erlangCStaffing', () => {
  it('课程第 8 章：180 秒通话、20 秒内接通 80 %，每小时 60、240、960、3840 通 → 5、16、54、200 席', () => {
    const published: [number, number, number][] = [
      [60, 5, 0.6],
      [240, 16, 0.75],
      [960, 54, 0.889],
      [3840, 200, 0.96],
    ];
    for (const [perHour, agents, occupancy] of published) {
      const staffing = erlangCStaffing({
        arrivalRate: perHour / 3600,
        meanService: 180,
        target: 20,
        serviceLevel: 0.8,
      });
      expect(staffing.agents).toBe(agents);
      expect(Math.abs(staffing.occupancy - occupancy)).toBeLessThan(0.0005);
    }
  });
  it('n=1、a=0.5、时限为一个服务时间：SL = 1 − 0.5·e^{−0.5}', () => {
    expectClose(
      erlangCServiceLevel({ offeredLoad: 0.5, servers: 1, targetInServiceTimes: 1 }),
      1 - 0.5 * Math.exp(-0.5),
    );
    expect(erlangCServiceLevel({ offeredLoad: 4, servers: 3, targetInServiceTimes: 1 })).toBe(0);
    expect(erlangCServiceLevel({ offeredLoad: 3, servers: 3, targetInServiceTimes: 1 })).toBe(0);
  });
  it('占用率上限与缩减率：负荷 8.5、上限 85 % 恰好 10 席，缩减 30 % 需排 15 人', () => {
    const staffing = erlangCStaffing({
      arrivalRate: 8.5 / 3,
      meanService: 3,
      target: 20,
      serviceLevel: 0.1,
      maxOccupancy: 0.85,
      shrinkage: 0.3,
    });
    expect(staffing.agents).toBe(10);
    // 10/0.7 = 14.3 → 15
    expect(staffing.scheduledAgents).toBe(15);
  });
  it('给出的坐席数达标，少一席就不达标', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 800, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.05, max: 0.999, noNaN: true }),
        (offeredLoad, target, serviceLevel) => {
          const { agents } = erlangCStaffing({
            arrivalRate: offeredLoad,
            meanService: 1,
            target,
            serviceLevel,
          });
          const level = (servers: number): number =>
            erlangCServiceLevel({ offeredLoad, servers, targetInServiceTimes: target });
          expect(level(agents)).toBeGreaterThanOrEqual(serviceLevel - 1e-12);
          if (agents > 1) expect(level(agents - 1)).toBeLessThan(serviceLevel + 1e-12);
        },
      ),
    );
  });
  it('十万爱尔朗也算得出，与平方根规律同一量级', () => {
    const { agents } = erlangCStaffing({
      arrivalRate: 1e5,
      meanService: 1,
      target: 0.1,
      serviceLevel: 0.8,
    });
    expect(agents).toBeGreaterThan(1e5);
    expect(agents).toBeLessThan(1e5 + 400);
  });
  it('没有来话时留最少坐席；目标为 0 时只要稳定', () => {
    const quiet = { arrivalRate: 0, meanService: 3, target: 20, serviceLevel: 0.8 };
    expect(erlangCStaffing(quiet).agents).toBe(1);
    expect(erlangCStaffing({ ...quiet, minimumAgents: 0 }).agents).toBe(0);
    expect(erlangCStaffing(quiet).serviceLevel).toBe(1);
    expect(
      erlangCStaffing({ arrivalRate: 4, meanService: 1, target: 0, serviceLevel: 0 }).agents,
    ).toBe(5);
  });
  it('来话多到席数超出整数范围时，怪的是调用者给的 arrivalRate', () => {
    for (const arrivalRate of [1e16, 1e308])
      expect(() =>
        erlangCStaffing({ arrivalRate, meanService: 3, target: 1, serviceLevel: 0.8 }),
      ).toThrow(/^arrivalRate must be/);
  });
  it('负荷贴着整数时富余不丢位：λ·s 比 3 少 3·10⁻⁹', () => {
    const arrivalRate = 10 - 1e-8;
    const staffing = erlangCStaffing({ arrivalRate, meanService: 0.3, target: 0, serviceLevel: 0 });
    expect(staffing.agents).toBe(3);
    // 五十位精度的值：C/(n/s − λ)
    expectClose(staffing.meanWait, 99999987.83633202);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 1, meanService: 3, target: 1, serviceLevel: 0.8 };
    const bad: [string, Partial<Parameters<typeof erlangCStaffing>[0]>][] = [
      ['arrivalRate', { arrivalRate: -1 }],
      ['meanService', { meanService: 0 }],
      ['target', { target: -1 }],
      ['serviceLevel', { serviceLevel: 1 }],
      ['serviceLevel', { serviceLevel: -0.1 }],
      ['maxOccupancy', { maxOccupancy: 0 }],
      ['maxOccupancy', { maxOccupancy: 1.2 }],
      ['shrinkage', { shrinkage: 1 }],
      ['minimumAgents', { minimumAgents: -1 }],
    ];
    for (const [name, change] of bad)
      expect(() => erlangCStaffing({ ...good, ...change })).toThrow(new RegExp(`${name} must be`));
    expect(() =>
      erlangCServiceLevel({ offeredLoad: 1, servers: 2, targetInServiceTimes: -1 }),
    ).toThrow(/targetInServiceTimes must be/);
  });
});
