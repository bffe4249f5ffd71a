import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import {
  arrivalStatistics,
  exponentialFit,
  summarizeDurations,
} from '../../../src/calc/queueing/arrival-statistics.ts';
import { expectClose } from '../core/expect-close.ts';

const SEEDS = [3, 14, 159, 2653, 58979];

describe('arrivalStatistics', () => {
  it('到达 0、2、3、7、8：间隔 2、1、4、1，均值 2，方差 (0+1+4+1)/3 = 2，到达率 1/2', () => {
    const result = arrivalStatistics({ arrivals: [0, 2, 3, 7, 8], services: [1, 3, 2, 1, 3] });
    expectClose(result.arrivalRate, 0.5);
    expectClose(result.interarrival.standardDeviation, Math.SQRT2);
    expectClose(result.interarrival.scv, 0.5);
    expectClose(result.service!.mean, 2);
    expectClose(result.offeredLoad!, 1);
  });
  it('KS 距离手算：间隔 1、1、1，均值 1，拟合 1 − e⁻¹，D = max(1 − e⁻¹, e⁻¹) = 0.632', () => {
    expectClose(exponentialFit({ durations: [1, 1, 1] }).statistic, 1 - Math.exp(-1));
  });
  it('平移时刻、换时间单位不改变变异系数与检验', () => {
    const arrivals = [0, 0.4, 1.7, 1.9, 4, 4.2, 7, 7.1];
    const moved = arrivals.map((time) => 1.7e9 + 60 * time);
    const a = arrivalStatistics({ arrivals });
    const b = arrivalStatistics({ arrivals: moved });
    expectClose(b.interarrival.scv, a.interarrival.scv, 1e-6);
    expectClose(b.interarrivalFit.statistic, a.interarrivalFit.statistic, 1e-6);
    expectClose(b.arrivalRate * 60, a.arrivalRate, 1e-6);
  });
  it('真是指数分布时约 5 % 被误拒（四个标准误以内），p 值与临界值的结论基本一致', () => {
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const runs = 1500;
      let rejected = 0;
      for (let i = 0; i < runs; i++) {
        const durations = Array.from({ length: 25 }, () => random.exponential(4));
        if (!exponentialFit({ durations, replications: 1 }).plausible) rejected++;
      }
      expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
    }
    const random = createRandom(8);
    const durations = Array.from({ length: 40 }, () => random.exponential(1));
    const fit = exponentialFit({ durations });
    expect(fit.plausible).toBe(fit.pValue > 0.05);
  });
  it('建议的模型：指数到达与指数服务 M/M/c，定长服务 M/D/c，一般服务 M/G/c', () => {
    const random = createRandom(21);
    const arrivals = [0];
    for (let i = 1; i < 200; i++) arrivals.push(arrivals[i - 1]! + random.exponential(2));
    const model = (service: () => number): string =>
      arrivalStatistics({ arrivals, services: arrivals.map(service), replications: 50 })
        .suggestedModel;
    expect(model(() => random.exponential(3))).toBe('M/M/c');
    expect(model(() => 3)).toBe('M/D/c');
    expect(model(() => 2 + random.uniform() * 2)).toBe('M/G/c');
    expect(arrivalStatistics({ arrivals, replications: 50 }).suggestedModel).toBe('M');
    expect(arrivalStatistics({ arrivals: [0, 1, 2, 3, 4], replications: 50 }).suggestedModel).toBe(
      'D',
    );
  });
  it('同一种子结果不变；空服务与全 0 服务不报错', () => {
    const arrivals = [0, 1, 3, 4, 9];
    expect(arrivalStatistics({ arrivals, seed: 5 })).toEqual(
      arrivalStatistics({ arrivals, seed: 5 }),
    );
    expect(arrivalStatistics({ arrivals, services: [] }).service).toBeNull();
    expect(arrivalStatistics({ arrivals, services: [0, 0, 0] }).serviceFit).toBeNull();
    expect(summarizeDurations([]).mean).toBeNaN();
    expect(summarizeDurations([4]).standardDeviation).toBeNaN();
  });
  it('拒绝坏参数', () => {
    expect(() => arrivalStatistics({ arrivals: [0, 1, 2] })).toThrow(/arrivals must be/);
    expect(() => arrivalStatistics({ arrivals: [0, 2, 1, 3] })).toThrow(/arrivals\[2\] must be/);
    expect(() => arrivalStatistics({ arrivals: [2, 2, 2, 2] })).toThrow(/arrivals must be/);
    expect(() => arrivalStatistics({ arrivals: [0, 1, 2, NaN] })).toThrow(/arrivals\[3\] must be/);
    expect(() => arrivalStatistics({ arrivals: [0, 1, 2, 3], services: [-1] })).toThrow(
      /services\[0\] must be/,
    );
    expect(() => exponentialFit({ durations: [1, 2] })).toThrow(/durations must be/);
    expect(() => exponentialFit({ durations: [0, 0, 0] })).toThrow(/durations must be/);
    expect(() => exponentialFit({ durations: [1, 2, 3], replications: 0 })).toThrow(/replications/);
    expect(() => summarizeDurations([-1])).toThrow(/durations\[0\] must be/);
  });
});
