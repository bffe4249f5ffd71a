import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/calc/core/random.ts';
import {
  funnelExperiment,
  tampering,
} from '../../../../src/calc/quality/control/funnel-experiment.ts';
import type { FunnelRule } from '../../../../src/calc/quality/control/funnel-experiment.ts';

describe('funnelExperiment', () => {
  it('同一串扰动：规则二的落点 = ε_t − ε_{t−1}，规则四 = ε 的累和，规则三交替累和', () => {
    const run = (rule: FunnelRule) =>
      funnelExperiment({ rule, drops: 4, seed: 3, target: 10 }).points.map((p) => p - 10);
    const e = run(1);
    const two = run(2);
    const three = run(3);
    const four = run(4);
    expect(two[2]).toBeCloseTo(e[2]! - e[1]!, 10);
    expect(four[3]).toBeCloseTo(e[0]! + e[1]! + e[2]! + e[3]!, 10);
    expect(three[2]).toBeCloseTo(e[2]! - e[1]! + e[0]!, 10);
  });
  it('规则二方差为 2 倍；规则三、四随次数增长（固定种子，4 个标准误以内）', () => {
    const runs = 400;
    const drops = 50;
    for (const rule of [1, 2, 3, 4] as const) {
      const values: number[] = [];
      let theory = 0;
      for (let seed = 1; seed <= runs; seed++) {
        const r = funnelExperiment({ rule, drops, seed, sd: 3 });
        values.push(r.meanSquare);
        theory = r.expectedMeanSquare;
      }
      const mean = values.reduce((a, b) => a + b, 0) / runs;
      const sd = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (runs - 1));
      expect(Math.abs(mean - theory)).toBeLessThan((4 * sd) / Math.sqrt(runs));
    }
    expect(funnelExperiment({ rule: 2, drops: 3, seed: 1, sd: 3 }).theoryVariance).toEqual([
      9, 18, 18,
    ]);
    expect(funnelExperiment({ rule: 4, drops: 3, seed: 1, sd: 3 }).theoryVariance).toEqual([
      9, 18, 27,
    ]);
  });
  it('可以传入现成的随机数发生器；σ = 0 时各规则都正中靶心', () => {
    const a = funnelExperiment({ rule: 4, drops: 5, seed: createRandom(6) });
    expect(a).toEqual(funnelExperiment({ rule: 4, drops: 5, seed: 6 }));
    for (const rule of [1, 2, 3, 4] as const)
      expect(funnelExperiment({ rule, drops: 3, seed: 1, sd: 0, target: 5 }).points).toEqual([
        5, 5, 5,
      ]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => funnelExperiment({ rule: 5 as 1, drops: 3, seed: 1 })).toThrow(/rule/);
    expect(() => funnelExperiment({ rule: 1, drops: 0, seed: 1 })).toThrow(/drops/);
    expect(() => funnelExperiment({ rule: 1, drops: 1, seed: 1, sd: -1 })).toThrow(/sd/);
  });
});

describe('tampering', () => {
  it('从不调等于规则一，次次调等于规则二', () => {
    const none = tampering({ adjust: Array(9).fill(false), seed: 4, sd: 2 });
    const all = tampering({ adjust: Array(9).fill(true), seed: 4, sd: 2 });
    expect(none.points).toEqual(funnelExperiment({ rule: 1, drops: 9, seed: 4, sd: 2 }).points);
    expect(all.points).toEqual(funnelExperiment({ rule: 2, drops: 9, seed: 4, sd: 2 }).points);
    expect(all.adjustments).toBe(9);
  });
  it('拒绝一次不投', () => {
    expect(() => tampering({ adjust: [], seed: 1 })).toThrow(/adjust/);
  });
});
