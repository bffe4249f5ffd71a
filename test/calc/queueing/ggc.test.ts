import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ggc } from '../../../src/calc/queueing/ggc.ts';
import { mg1 } from '../../../src/calc/queueing/mg1.ts';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { expectClose } from '../core/expect-close.ts';

describe('ggc', () => {
  it('ρ=0.9、C_a²=0.8、C_s²=0.5：V=0.65，U=9，等待 5.85τ，Kingman 上界 0.9·(0.8/0.81+0.5)/0.2', () => {
    const queue = ggc({
      arrivalRate: 0.9,
      meanService: 1,
      servers: 1,
      scvArrival: 0.8,
      scvService: 0.5,
    });
    expectClose(queue.variability, 0.65);
    expectClose(queue.utilizationEffect, 9);
    expectClose(queue.meanWaitSakasegawa, 5.85);
    expectClose(queue.meanWaitUpperBound!, (0.9 * (0.8 / 0.81 + 0.5)) / 0.2);
    expectClose(
      queue.meanWaitKraemerLangenbachBelz!,
      5.85 * Math.exp((-2 * 0.1 * 0.04) / (3 * 0.9 * 1.3)),
    );
  });
  it('课程第 8 章：C_a 从 1 降到 0.3（ρ = 0.9、C_s = 0.6），等待从 6.1τ 降到 2.0τ', () => {
    const wait = (cv: number): number =>
      ggc({
        arrivalRate: 0.9,
        meanService: 1,
        servers: 1,
        scvArrival: cv * cv,
        scvService: 0.36,
      }).meanWaitSakasegawa;
    // (1 + 0.36)/2·9 = 6.12；(0.09 + 0.36)/2·9 = 2.025
    expectClose(wait(1), 6.12);
    expectClose(wait(0.3), 2.025);
  });
  it('C_a² = C_s² = 1 时 Allen–Cunneen 就是精确的 M/M/c', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.3, max: 0.995, noNaN: true }),
        (servers, rho) => {
          const arrivalRate = rho * servers;
          expectClose(
            ggc({ arrivalRate, meanService: 1, servers, scvArrival: 1, scvService: 1 })
              .meanWaitAllenCunneen,
            mmc({ arrivalRate, serviceRate: 1, servers }).meanWait,
            1e-11,
          );
        },
      ),
    );
  });
  it('C_a² = 1、c = 1 时四个量里三个等于 M/G/1，上界不小于它', () => {
    const input = { arrivalRate: 0.35, meanService: 2, scvService: 2.4 };
    const exact = mg1(input).meanWait;
    const queue = ggc({ ...input, servers: 1, scvArrival: 1 });
    expectClose(queue.meanWaitSakasegawa, exact);
    expectClose(queue.meanWaitAllenCunneen, exact);
    expectClose(queue.meanWaitKraemerLangenbachBelz!, exact);
    expect(queue.meanWaitUpperBound!).toBeGreaterThan(exact);
  });
  it('完全规则则不等；过载为 Infinity；c > 1 时单台公式为 null；没人来不等', () => {
    const regular = { arrivalRate: 0.9, meanService: 1, servers: 1, scvArrival: 0, scvService: 0 };
    const calm = ggc(regular);
    expect(calm.meanWaitSakasegawa).toBe(0);
    expect(calm.meanWaitKraemerLangenbachBelz).toBe(0);
    expect(calm.meanWaitUpperBound).toBe(0);
    const over = ggc({ ...regular, arrivalRate: 1 });
    expect(over.meanWaitSakasegawa).toBe(Infinity);
    expect(over.meanWaitAllenCunneen).toBe(Infinity);
    expect(over.meanWaitKraemerLangenbachBelz).toBe(Infinity);
    expect(over.meanWaitUpperBound).toBe(Infinity);
    const several = ggc({ ...regular, servers: 3 });
    expect(several.meanWaitKraemerLangenbachBelz).toBeNull();
    expect(several.meanWaitUpperBound).toBeNull();
    expect(ggc({ ...regular, arrivalRate: 0, scvArrival: 1 }).meanWaitSakasegawa).toBe(0);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 1, meanService: 1, servers: 2, scvArrival: 1, scvService: 1 };
    for (const name of ['arrivalRate', 'meanService', 'servers', 'scvArrival', 'scvService'])
      expect(() => ggc({ ...good, [name]: -1 })).toThrow(new RegExp(`${name} must be`));
  });
});
