import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/calc/core/random.ts';
import { individualsChart } from '../../../../src/calc/quality/control/individuals-chart.ts';
import { laneyPChart } from '../../../../src/calc/quality/control/laney-p-chart.ts';
import { pChart } from '../../../../src/calc/quality/control/p-chart.ts';

const d2 = 2 / Math.sqrt(Math.PI);

describe('laneyPChart', () => {
  it('手算：n = 1000，100、140、90 件', () => {
    // p̄ = 330/3000 = 0.11；σ_p = √(0.11·0.89/1000)；两个移动极差 0.04、0.05，平均 0.045
    const r = laneyPChart({ defectives: [100, 140, 90], sizes: 1000 });
    const sd = Math.sqrt(0.0979 / 1000);
    expect(r.center).toBeCloseTo(0.11, 12);
    expect(r.scores[1]).toBeCloseTo(0.03 / sd, 10);
    expect(r.inflation).toBeCloseTo(0.045 / sd / d2, 10);
    expect(r.limits[0]!.upper).toBeCloseTo(0.11 + (3 * 0.045) / d2, 10);
    expect(r.limits[0]!.lower).toBe(0);
    expect(r.signals).toEqual([]);
  });
  it('样本量不等：限仍随样本量变，宽的比是 √n 的反比', () => {
    const r = laneyPChart({ defectives: [10, 200, 12], sizes: [100, 2500, 100] });
    const half = (i: number) => r.limits[i]!.upper - r.center;
    expect(half(0) / half(1)).toBeCloseTo(5, 10);
  });
  it('样本等大时与单值图同限', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 300, max: 500 }), { minLength: 2, maxLength: 20 }),
        (defectives) => {
          const r = laneyPChart({ defectives, sizes: 1000 });
          const { individuals } = individualsChart({ values: r.points });
          expect(r.limits[0]!.upper).toBeCloseTo(Math.min(1, individuals.upper), 9);
          expect(r.limits[0]!.lower).toBeCloseTo(Math.max(0, individuals.lower), 9);
        },
      ),
    );
  });
  it('恰如二项分布时 σ_z 平均为 1，与 p 图相去不远；率自己在变时 p 图乱响，p′ 不响', () => {
    const sample = (seed: number, wobble: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 30 }, () => {
        const rate = 0.1 + wobble * random.normal(0, 1);
        return Math.round(5000 * rate + Math.sqrt(5000 * rate * (1 - rate)) * random.normal(0, 1));
      });
    };
    const seeds = Array.from({ length: 60 }, (_, i) => i + 1);
    const average = (wobble: number) =>
      seeds.reduce(
        (sum, seed) =>
          sum + laneyPChart({ defectives: sample(seed, wobble), sizes: 5000 }).inflation,
        0,
      ) / seeds.length;
    expect(Math.abs(average(0) - 1)).toBeLessThan(0.08);
    const wild = { defectives: sample(1, 0.02), sizes: 5000 };
    expect(pChart(wild).signals.length).toBeGreaterThan(8);
    expect(laneyPChart(wild).signals.length).toBeLessThanOrEqual(1);
  });
  it('给定中心线、别的倍数照用', () => {
    const r = laneyPChart({ defectives: [400, 430], sizes: 1000, center: 0.4, sigmas: 2 });
    expect(r.center).toBe(0.4);
    expect(r.limits[0]!.upper).toBeCloseTo(0.4 + (2 * 0.03) / d2, 10);
  });
  it('全合格、全不合格、率全同都不报警', () => {
    const none = laneyPChart({ defectives: [0, 0, 0], sizes: 5 });
    expect(none.inflation).toBeNaN();
    expect(none.limits[0]).toEqual({ center: 0, lower: 0, upper: 0 });
    expect(none.signals).toEqual([]);
    expect(laneyPChart({ defectives: [5, 5], sizes: 5 }).limits[1]!.lower).toBe(1);
    const level = laneyPChart({ defectives: [30, 60], sizes: [100, 200] });
    expect(level.inflation).toBe(0);
    expect(level.signals).toEqual([]);
  });
  it('样本上百万也算得准', () => {
    const r = laneyPChart({ defectives: [1e6, 1.2e6, 0.9e6], sizes: 1e7 });
    expect(r.limits[0]!.upper).toBeCloseTo(0.31 / 3 + (3 * 0.025) / d2, 10);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => laneyPChart({ defectives: [1], sizes: 5 })).toThrow(/defectives/);
    expect(() => laneyPChart({ defectives: [1, 6], sizes: 5 })).toThrow(/defectives\[1\]/);
    expect(() => laneyPChart({ defectives: [1, 2], sizes: [5] })).toThrow(/sizes/);
    expect(() => laneyPChart({ defectives: [1, 2], sizes: 0 })).toThrow(/sizes/);
    expect(() => laneyPChart({ defectives: [1, 2], sizes: 5, center: -1 })).toThrow(/center/);
    expect(() => laneyPChart({ defectives: [1, 2], sizes: 5, sigmas: 0 })).toThrow(/sigmas/);
  });
});
