import { describe, expect, it } from 'vitest';
import { projectSimulation } from '../../../src/calc/improvement/project-simulation.ts';

const serial = [
  { id: 'a', optimistic: 1, mostLikely: 2, pessimistic: 9 },
  { id: 'b', optimistic: 4, mostLikely: 5, pessimistic: 6, after: ['a'] },
];

describe('projectSimulation', () => {
  it('串行项目的均值：贝塔 (1+8+9)/6 + 5 = 8，三角 (1+2+9)/3 + 5 = 9（4 个标准误以内）', () => {
    for (const seed of [1, 7, 99]) {
      const pert = projectSimulation({ tasks: serial, seed, replications: 4000 });
      expect(Math.abs(pert.mean - 8)).toBeLessThan(4 * pert.standardError);
      const tri = projectSimulation({
        tasks: serial,
        seed,
        replications: 4000,
        distribution: 'triangular',
      });
      expect(Math.abs(tri.mean - 9)).toBeLessThan(4 * tri.standardError);
      // 三角方差 (a²+m²+b²−ab−am−bm)/18：57/18 与 3/18
      expect(Math.abs(tri.sd ** 2 - 60 / 18)).toBeLessThan(0.35);
    }
  });
  it('贝塔方差 = (μ−a)(b−μ)/7', () => {
    // a：(3−1)(9−3)/7 = 12/7；b：1·1/7
    const r = projectSimulation({ tasks: serial, seed: 5, replications: 20000 });
    expect(Math.abs(r.sd ** 2 - 13 / 7)).toBeLessThan(0.08);
  });
  it('并行汇合时模拟均值高于经典 PERT（汇合偏差），关键度各约一半', () => {
    const tasks = ['x', 'y'].map((id) => ({ id, optimistic: 2, mostLikely: 5, pessimistic: 8 }));
    for (const seed of [3, 4]) {
      const r = projectSimulation({ tasks, seed, replications: 3000 });
      expect(r.classic.mean).toBe(5);
      expect(r.mean).toBeGreaterThan(5.3);
      expect(Math.abs(r.criticality[0]! - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 3000));
    }
  });
  it('经典 PERT 的按期概率：期限取均值时为 0.5；同一种子逐位相同', () => {
    const r = projectSimulation({ tasks: serial, deadline: 8, seed: 2 });
    expect(r.classic.onTimeProbability).toBeCloseTo(0.5, 12);
    expect(r.classic.sd).toBeCloseTo(Math.sqrt((8 / 6) ** 2 + (2 / 6) ** 2), 12);
    expect(r.onTimeProbability).toBe(r.durations.filter((d) => d <= 8).length / r.durations.length);
    expect(projectSimulation({ tasks: serial, deadline: 8, seed: 2 })).toEqual(r);
  });
  it('工期确定时没有散布，期限恰好赶上算按期', () => {
    const tasks = [{ id: 'a', optimistic: 3, mostLikely: 3, pessimistic: 3 }];
    const r = projectSimulation({ tasks, deadline: 3, replications: 1 });
    expect(r.mean).toBe(3);
    expect(r.sd).toBeNaN();
    expect(r.quantiles).toEqual([3, 3, 3]);
    expect(r.onTimeProbability).toBe(1);
    expect(r.classic.onTimeProbability).toBe(1);
    expect(r.criticality).toEqual([1]);
  });
  it('众数在端点的三点估计也能抽样', () => {
    for (const distribution of ['pert', 'triangular'] as const) {
      const tasks = [{ id: 'a', optimistic: 2, mostLikely: 2, pessimistic: 10 }];
      const r = projectSimulation({ tasks, distribution, replications: 500 });
      expect(r.durations[0]).toBeGreaterThanOrEqual(2);
      expect(r.durations[499]).toBeLessThanOrEqual(10);
    }
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => projectSimulation({ tasks: [] })).toThrow(/tasks/);
    expect(() =>
      projectSimulation({ tasks: [{ id: 'a', optimistic: 3, mostLikely: 2, pessimistic: 5 }] }),
    ).toThrow(/tasks\[0\]\.mostLikely/);
    expect(() =>
      projectSimulation({ tasks: [{ id: 'a', optimistic: 1, mostLikely: 2, pessimistic: 1 }] }),
    ).toThrow(/tasks\[0\]\.pessimistic/);
    expect(() => projectSimulation({ tasks: serial, replications: 0 })).toThrow(/replications/);
    expect(() => projectSimulation({ tasks: serial, quantiles: [1] })).toThrow(/quantiles\[0\]/);
    expect(() => projectSimulation({ tasks: serial, distribution: 'normal' as 'pert' })).toThrow(
      /distribution/,
    );
  });
});
