import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finitePopulation } from '../../../src/calc/queueing/finite-population.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { expectClose } from '../core/expect-close.ts';

describe('finitePopulation', () => {
  it('N=2、c=1、λ/μ=1/2：权重 1、1、1/2，p0=0.4，L=(1+1)/2.5=0.8，忙 0.6', () => {
    const shop = finitePopulation({
      arrivalRatePerUnit: 1,
      serviceRate: 2,
      servers: 1,
      population: 2,
    });
    expectClose(shop.probabilityEmpty, 0.4);
    expectClose(shop.meanInSystem, 0.8);
    expectClose(shop.utilization, 0.6);
    expectClose(shop.effectiveArrivalRate, 1.2);
    expectClose(shop.meanTimeInSystem, 2 / 3);
  });
  it('流量守恒 λ有效 = λ(N − L)，利特尔法则成立', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (arrivalRatePerUnit, servers, population) => {
          const shop = finitePopulation({
            arrivalRatePerUnit,
            serviceRate: 0.7,
            servers,
            population,
          });
          const outside = arrivalRatePerUnit * (population - shop.meanInSystem);
          expect(Math.abs(shop.effectiveArrivalRate - outside)).toBeLessThan(
            1e-12 * arrivalRatePerUnit * population,
          );
          expectClose(shop.meanInSystem, shop.effectiveArrivalRate * shop.meanTimeInSystem, 1e-12);
        },
      ),
    );
  });
  it('服务台不少于客源时无人等待，各客源独立：L = N·λ/(λ+μ)', () => {
    const shop = finitePopulation({
      arrivalRatePerUnit: 1,
      serviceRate: 3,
      servers: 9,
      population: 7,
    });
    expect(shop.meanWait).toBe(0);
    expectClose(shop.meanInSystem, 7 / 4);
  });
  it('客源极多而人均到达率极低时趋于 M/M/c', () => {
    const population = 2_000_000;
    const shop = finitePopulation({
      arrivalRatePerUnit: 2.1 / population,
      serviceRate: 1,
      servers: 3,
      population,
    });
    expectClose(
      shop.meanWait,
      mmc({ arrivalRate: 2.1, serviceRate: 1, servers: 3 }).meanWait,
      1e-4,
    );
  });
  it('两千个客源、五十台：全空概率下溢时由对数给出；N = 0 与 λ = 0 恒空', () => {
    const busy = finitePopulation({
      arrivalRatePerUnit: 2,
      serviceRate: 1,
      servers: 50,
      population: 2000,
    });
    expect(busy.probabilityEmpty).toBe(0);
    expect(busy.logProbabilityEmpty).toBeLessThan(-1000);
    expectClose(busy.effectiveArrivalRate, 50, 1e-12);
    const none = { arrivalRatePerUnit: 1, serviceRate: 2, servers: 1, population: 0 };
    expect(finitePopulation(none).meanInSystem).toBe(0);
    expect(finitePopulation(none).meanWait).toBe(0);
    expect(
      finitePopulation({ ...none, arrivalRatePerUnit: 0, population: 5 }).probabilityEmpty,
    ).toBe(1);
  });
  it('一亿个客源也算得出：a = 2、三台时接近 M/M/3 的全空概率 1/9；对数不靠两个大阶乘相减', () => {
    const shop = finitePopulation({
      arrivalRatePerUnit: 2e-8,
      serviceRate: 1,
      servers: 3,
      population: 1e8,
    });
    // 五十位精度的值
    expectClose(shop.probabilityEmpty, 0.1111111177777771);
    expectClose(shop.meanInSystem, 2.8888885822223034);
    const crowd = finitePopulation({
      arrivalRatePerUnit: 1,
      serviceRate: 1e4,
      servers: 3,
      population: 1e8,
    });
    // 三台几乎总忙
    expectClose(crowd.effectiveArrivalRate, 3e4);
    expectClose(crowd.meanInSystem, 1e8 - 3e4);
  });
  it('没有客源回来时全空概率的对数是 0，不是 −0', () => {
    const quiet = finitePopulation({
      arrivalRatePerUnit: 0,
      serviceRate: 1,
      servers: 3,
      population: 1e8,
    });
    expect(Object.is(quiet.logProbabilityEmpty, 0)).toBe(true);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRatePerUnit: 1, serviceRate: 1, servers: 1, population: 3 };
    expect(() => finitePopulation({ ...good, arrivalRatePerUnit: -1 })).toThrow(
      /arrivalRatePerUnit must be/,
    );
    expect(() => finitePopulation({ ...good, serviceRate: 0 })).toThrow(/serviceRate must be/);
    expect(() => finitePopulation({ ...good, servers: 0 })).toThrow(/servers must be/);
    expect(() => finitePopulation({ ...good, population: 2.5 })).toThrow(/population must be/);
    expect(() => finitePopulation({ ...good, population: 2e12 })).toThrow(/population must be/);
  });
});
