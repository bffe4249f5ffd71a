import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { priorityPreemptive } from '../../../src/calc/queueing/priority-preemptive.ts';
import { expectClose } from '../core/expect-close.ts';

describe('priorityPreemptive', () => {
  it('两类各 λ=0.25、μ=1、单台：逗留 1/0.75 与 1/(0.75·0.5)，等待再减 1', () => {
    const { meanWaits, meanTimesInSystem } = priorityPreemptive({
      arrivalRates: [0.25, 0.25],
      serviceRate: 1,
      servers: 1,
    });
    expectClose(meanWaits[0]!, 1 / 3);
    expectClose(meanTimesInSystem[1]!, 8 / 3);
  });
  it('最优先的一类好像别人都不存在；全体平均与不分优先级相同', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.4, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (first, second, servers) => {
          const arrivalRates = [first * servers, second * servers];
          const result = priorityPreemptive({ arrivalRates, serviceRate: 1, servers });
          const alone = mmc({ arrivalRate: arrivalRates[0]!, serviceRate: 1, servers });
          expectClose(result.meanWaits[0]!, alone.meanWait, 1e-10);
          const all = mmc({
            arrivalRate: arrivalRates[0]! + arrivalRates[1]!,
            serviceRate: 1,
            servers,
          });
          expectClose(result.meanWait, all.meanWait, 1e-9);
        },
      ),
    );
  });
  it('极少的一类用导数而不相减：λ → 0 时等待连续', () => {
    const wait = (rate: number): number =>
      priorityPreemptive({ arrivalRates: [3, rate, 2], serviceRate: 1, servers: 8 }).meanWaits[1]!;
    expectClose(wait(1e-12), wait(0), 1e-10);
    expectClose(wait(1e-5), wait(0), 1e-4);
    expect(wait(0)).toBeGreaterThan(0);
  });
  it('低优先级过载为 Infinity，高优先级不受影响；首位空类等待为 0', () => {
    const { meanWaits } = priorityPreemptive({
      arrivalRates: [0, 1, 5],
      serviceRate: 1,
      servers: 2,
    });
    expect(meanWaits[0]).toBe(0);
    expectClose(meanWaits[1]!, mmc({ arrivalRate: 1, serviceRate: 1, servers: 2 }).meanWait);
    expect(meanWaits[2]).toBe(Infinity);
  });
  it('利用率离 1 只差 10⁻⁹ 时不丢位，一类与几类都是（五十位精度的值）', () => {
    const waits = (arrivalRates: number[]) =>
      priorityPreemptive({ arrivalRates, serviceRate: 0.3, servers: 10 }).meanWaits;
    expectClose(waits([3 - 3e-9])[0]!, 333333366.2121982);
    const three = waits([1.1, 0.7, 1.2 - 3e-9]);
    [0.0025704607016937444, 0.21303051037037601, 833333354.9748065].forEach((wait, k) =>
      expectClose(three[k]!, wait),
    );
    expectClose(waits([3 - 3e-9, 1e-9])[1]!, 500000127871024600);
    expectClose(waits([3 - 3e-9, 1e-12])[1]!, 333444549725822340);
    const single = priorityPreemptive({
      arrivalRates: [0.1, 0.2 - 1e-10],
      serviceRate: 0.3,
      servers: 1,
    });
    expectClose(single.meanWaits[1]!, 15000002918.898014);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRates: [1, 1], serviceRate: 3, servers: 1 };
    expect(() => priorityPreemptive({ ...good, arrivalRates: [NaN] })).toThrow(/arrivalRates\[0\]/);
    expect(() => priorityPreemptive({ ...good, serviceRate: -1 })).toThrow(/serviceRate must/);
    expect(() => priorityPreemptive({ ...good, servers: 1.5 })).toThrow(/servers must be/);
  });
});
