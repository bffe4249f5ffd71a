import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottleneck } from '../../../src/calc/process/bottleneck.ts';

const license = [15, 30, 60, 40, 20, 30].map((processingTime) => ({ processingTime, servers: 1 }));

describe('bottleneck', () => {
  it('驾照办理：第三道 60 秒最慢，能力 3600 ÷ 60 = 60 人/时，产出时间 195 秒', () => {
    const result = bottleneck({ activities: license, period: 3600 });
    expect(result.capacities).toEqual([240, 120, 60, 90, 180, 120]);
    expect(result.bottleneck).toBe(2);
    expect(result.processCapacity).toBe(60);
    expect(result.throughputTime).toBe(195);
    expect(result.capacityUtilization).toBeNull();
  });
  it('第三道加一人，瓶颈移到视力检查，90 人/时；劳动利用率 195 × 90 ÷ (7 × 3600)', () => {
    const activities = license.map((a, i) => (i === 2 ? { ...a, servers: 2 } : a));
    const result = bottleneck({ activities, period: 3600 });
    expect(result.bottleneck).toBe(3);
    expect(result.processCapacity).toBe(90);
    expect(result.laborUtilization).toBeCloseTo((195 * 90) / (7 * 3600), 12);
  });
  it('给非瓶颈加人，能力不变', () => {
    const activities = license.map((a, i) => (i === 4 ? { ...a, servers: 9 } : a));
    expect(bottleneck({ activities, period: 3600 }).processCapacity).toBe(60);
  });
  it('需求超过能力时，队伍只在挡得住的工序门前增长，下游吃不饱', () => {
    // 需求 100：第 1、2 道通过；第 3 道只放 60，门前每小时多 40；第 4 道 60 ÷ 90
    const result = bottleneck({ activities: license, period: 3600, demand: 100 });
    expect(result.capacityUtilization).toBeCloseTo(100 / 60, 12);
    expect(result.flowRate).toBe(60);
    expect(result.queueGrowth).toEqual([0, 0, 40, 0, 0, 0]);
    expect(result.utilizations?.[2]).toBe(1);
    expect(result.utilizations?.[3]).toBeCloseTo(60 / 90, 12);
  });
  it('流程能力不超过任何一道，劳动利用率不超过 1；时间单位换算不改变结论', () => {
    const activity = fc.record({
      processingTime: fc.double({ min: 0.01, max: 500, noNaN: true }),
      servers: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(activity, { minLength: 1, maxLength: 12 }), (activities) => {
        const seconds = bottleneck({ activities, period: 3600 });
        const perUnit = bottleneck({ activities });
        for (const capacity of seconds.capacities)
          expect(seconds.processCapacity).toBeLessThanOrEqual(capacity);
        expect(seconds.laborUtilization).toBeLessThanOrEqual(1 + 1e-12);
        expect(seconds.processCapacity / perUnit.processCapacity / 3600).toBeCloseTo(1, 10);
      }),
    );
  });
  it('返工使能力按经过次数缩小，并列时报出全部瓶颈', () => {
    const result = bottleneck({
      activities: [
        { processingTime: 2, servers: 1, visitsPerCustomer: 1.25 },
        { processingTime: 5, servers: 2 },
      ],
    });
    expect(result.processCapacity).toBeCloseTo(0.4, 12);
    expect(result.bottlenecks).toEqual([0, 1]);
    expect(result.bottleneck).toBe(0);
  });
  it('零时间的工序不构成瓶颈，无人的工序能力为 0', () => {
    expect(bottleneck({ activities: [{ processingTime: 0, servers: 1 }] }).processCapacity).toBe(
      Infinity,
    );
    const closed = bottleneck({
      activities: [
        { processingTime: 1, servers: 1 },
        { processingTime: 1, servers: 0 },
      ],
      demand: 3,
    });
    expect(closed.processCapacity).toBe(0);
    expect(closed.bottleneck).toBe(1);
    expect(closed.flowRate).toBe(0);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => bottleneck({ activities: [] })).toThrow(/activities/);
    expect(() => bottleneck({ activities: [{ processingTime: -1, servers: 1 }] })).toThrow(
      /activities\[0\]\.processingTime/,
    );
    expect(() => bottleneck({ activities: [{ processingTime: 1, servers: NaN }] })).toThrow(
      /activities\[0\]\.servers/,
    );
    expect(() => bottleneck({ activities: license, period: 0 })).toThrow(/period/);
    expect(() => bottleneck({ activities: license, demand: -1 })).toThrow(/demand/);
  });
});
