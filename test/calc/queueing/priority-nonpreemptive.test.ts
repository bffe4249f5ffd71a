import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { priorityMg1 } from '../../../src/calc/queueing/priority-mg1.ts';
import { priorityNonpreemptive } from '../../../src/calc/queueing/priority-nonpreemptive.ts';
import { expectClose } from '../core/expect-close.ts';

describe('priorityNonpreemptive', () => {
  it('两类各 λ=0.25、μ=1、单台：W0=0.5，第一类 0.5/0.75，第二类 0.5/(0.75·0.5)', () => {
    const { meanWaits } = priorityNonpreemptive({
      arrivalRates: [0.25, 0.25],
      serviceRate: 1,
      servers: 1,
    });
    expectClose(meanWaits[0]!, 2 / 3);
    expectClose(meanWaits[1]!, 4 / 3);
  });
  it('按人数加权的平均等待与不分优先级相同（服务同分布，守恒）', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.1, max: 0.97, noNaN: true }),
        (shares, servers, rho) => {
          const total = shares.reduce((sum, x) => sum + x, 0);
          fc.pre(total > 0.01);
          const arrivalRates = shares.map((share) => (share / total) * rho * servers);
          const classes = priorityNonpreemptive({ arrivalRates, serviceRate: 1, servers });
          const arrivalRate = arrivalRates.reduce((sum, x) => sum + x, 0);
          expectClose(
            classes.meanWait,
            mmc({ arrivalRate, serviceRate: 1, servers }).meanWait,
            1e-9,
          );
        },
      ),
    );
  });
  it('单台指数服务时与 Cobham 公式一致', () => {
    const rates = [0.1, 0.5, 0.2];
    const cobham = priorityMg1({
      classes: rates.map((arrivalRate) => ({ arrivalRate, meanService: 1, scvService: 1 })),
    });
    const { meanWaits } = priorityNonpreemptive({
      arrivalRates: rates,
      serviceRate: 1,
      servers: 1,
    });
    meanWaits.forEach((wait, k) => expectClose(wait, cobham.meanWaits[k]!));
  });
  it('总量过载时高优先级仍有限，低优先级为 Infinity；空类也给出等待', () => {
    const { meanWaits, meanWait } = priorityNonpreemptive({
      arrivalRates: [1, 0, 5],
      serviceRate: 1,
      servers: 2,
    });
    // 台台全忙：W0 = 1/(2·1)，第一类 0.5/(1 − 0.5)
    expectClose(meanWaits[0]!, 1);
    expectClose(meanWaits[1]!, 2);
    expect(meanWaits[2]).toBe(Infinity);
    expect(meanWait).toBe(Infinity);
    expect(
      priorityNonpreemptive({ arrivalRates: [0, 0], serviceRate: 1, servers: 2 }).meanWait,
    ).toBe(0);
  });
  it('利用率离 1 只差 10⁻⁹ 时不丢位，一类与几类都是（五十位精度的值）', () => {
    const waits = (arrivalRates: number[]) =>
      priorityNonpreemptive({ arrivalRates, serviceRate: 0.3, servers: 10 }).meanWaits;
    expectClose(waits([3 - 3e-9])[0]!, 333333366.2121982);
    const three = waits([1.1, 0.7, 1.2 - 3e-9]);
    [0.526315787547255, 1.3157894688681377, 833333353.8514305].forEach((wait, k) =>
      expectClose(three[k]!, wait),
    );
    expectClose(waits([3 - 3e-9, 1e-9])[1]!, 500000126650952600);
    expectClose(waits([3 - 3e-9, 1e-12])[1]!, 333444548505750340);
    const single = priorityNonpreemptive({
      arrivalRates: [0.1, 0.2 - 1e-10],
      serviceRate: 0.3,
      servers: 1,
    });
    expectClose(single.meanWaits[1]!, 15000002917.231346);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRates: [1, 1], serviceRate: 3, servers: 1 };
    expect(() => priorityNonpreemptive({ ...good, arrivalRates: [] })).toThrow(/arrivalRates must/);
    expect(() => priorityNonpreemptive({ ...good, arrivalRates: [1, -1] })).toThrow(
      /arrivalRates\[1\] must be/,
    );
    expect(() => priorityNonpreemptive({ ...good, serviceRate: 0 })).toThrow(/serviceRate must/);
    expect(() => priorityNonpreemptive({ ...good, servers: 0 })).toThrow(/servers must be/);
  });
});
