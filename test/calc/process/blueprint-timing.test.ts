import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { blueprintTiming } from '../../../src/calc/process/blueprint-timing.ts';

const shoeshine = {
  steps: [
    { name: '刷鞋', standardTime: 0.5 },
    { name: '上油', standardTime: 0.5, reworkTime: 0.75 },
    { name: '抛光', standardTime: 0.75 },
    { name: '收款', standardTime: 0.25 },
  ],
  price: 0.5,
  costPerTime: 0.09,
  otherCost: 0.12,
  executionTimes: [2, 3, 4, 5],
};

describe('blueprintTiming', () => {
  it('擦鞋摊：标准 2 分钟，2/3/4/5 分钟的利润 0.20、0.11、0.02、−0.07（Shostack 1984）', () => {
    const result = blueprintTiming(shoeshine);
    expect(result.standardTime).toBeCloseTo(2, 12);
    [0.2, 0.11, 0.02, -0.07].forEach((profit, i) =>
      expect(result.profits[i]).toBeCloseTo(profit, 12),
    );
    expect(result.breakEvenTime).toBeCloseTo(0.38 / 0.09, 12);
  });
  it('单步失败 p、每次重做，期望时间 = (t + p·r) ÷ (1 − p)', () => {
    // t=2, p=0.2, r=1：(2 + 0.2) / 0.8 = 2.75；遍数 1/0.8 = 1.25
    const result = blueprintTiming({
      steps: [{ standardTime: 2, failureProbability: 0.2, reworkTime: 1 }],
    });
    expect(result.expectedTime).toBeCloseTo(2.75, 12);
    expect(result.expectedVisits[0]).toBeCloseTo(1.25, 12);
    expect(result.timeWithEachFailureOnce).toBeCloseTo(5, 12);
  });
  it('退回更早一步时连同中间各步一起重来', () => {
    // D0 = 1；第 2 步 t=3、p=0.25 退回第 1 步：D1 = (3 + 0.25 × 1) / 0.75 = 13/3；合计 16/3
    const result = blueprintTiming({
      steps: [{ standardTime: 1 }, { standardTime: 3, failureProbability: 0.25, reworkTo: 0 }],
    });
    expect(result.expectedTime).toBeCloseTo(16 / 3, 12);
    expect(result.expectedVisits[0]).toBeCloseTo(4 / 3, 12);
    expect(result.expectedVisits[1]).toBeCloseTo(4 / 3, 12);
  });
  it('补救后继续（不重做）时只加补救时间的期望', () => {
    const result = blueprintTiming({
      steps: [{ standardTime: 2, failureProbability: 0.3, reworkTime: 4, reworkTo: null }],
    });
    expect(result.expectedTime).toBeCloseTo(2 + 0.3 * 4, 12);
    expect(result.expectedVisits[0]).toBe(1);
  });
  it('期望时间 = Σ 遍数 × (标准时间 + 失败概率 × 返工时间)', () => {
    const steps = [
      { standardTime: 1.5, failureProbability: 0.1, reworkTime: 0.4 },
      { standardTime: 2, failureProbability: 0.2, reworkTime: 1, reworkTo: 0 },
      { standardTime: 0.7 },
      { standardTime: 3, failureProbability: 0.35, reworkTime: 0.2, reworkTo: 1 },
      { standardTime: 1, failureProbability: 0.05, reworkTime: 2, reworkTo: null },
    ];
    const result = blueprintTiming({ steps });
    const total = steps.reduce(
      (sum, s, i) =>
        sum +
        (result.expectedVisits[i] as number) *
          (s.standardTime + (s.failureProbability ?? 0) * (s.reworkTime ?? 0)),
      0,
    );
    expect(result.expectedTime).toBeCloseTo(total, 10);
  });
  it('与逐步抛硬币的模拟一致（4 个标准误以内）', () => {
    const steps = [
      { standardTime: 1, failureProbability: 0.1, reworkTime: 0.5 },
      { standardTime: 2, failureProbability: 0.3, reworkTime: 0.25, reworkTo: 0 },
    ];
    const theory = blueprintTiming({ steps }).expectedTime;
    for (const seed of [11, 22, 33]) {
      const random = createRandom(seed);
      const runs = 20000;
      let sum = 0;
      let squares = 0;
      for (let run = 0; run < runs; run++) {
        let time = 0;
        let at = 0;
        while (at < steps.length) {
          const step = steps[at]!;
          time += step.standardTime;
          if (random.uniform() < step.failureProbability) {
            time += step.reworkTime;
            at = step.reworkTo ?? at;
          } else at++;
        }
        sum += time;
        squares += time * time;
      }
      const mean = sum / runs;
      const error = Math.sqrt((squares / runs - mean * mean) / runs);
      expect(Math.abs(mean - theory)).toBeLessThan(4 * error);
    }
  });
  it('必失败又要重做时期望时间无穷大；成本率为 0 时盈亏平衡时间无穷大', () => {
    const result = blueprintTiming({
      steps: [{ standardTime: 1, failureProbability: 1 }, { standardTime: 1 }],
      price: 1,
    });
    expect(result.expectedTime).toBe(Infinity);
    expect(result.expectedVisits[0]).toBe(Infinity);
    expect(result.expectedVisits[1]).toBe(1);
    expect(result.breakEvenTime).toBe(Infinity);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => blueprintTiming({ steps: [] })).toThrow(/steps/);
    expect(() => blueprintTiming({ steps: [{ standardTime: -1 }] })).toThrow(
      /steps\[0\]\.standardTime/,
    );
    expect(() =>
      blueprintTiming({ steps: [{ standardTime: 1, failureProbability: 1.2 }] }),
    ).toThrow(/failureProbability/);
    expect(() => blueprintTiming({ steps: [{ standardTime: 1, reworkTo: 1 }] })).toThrow(
      /reworkTo/,
    );
    expect(() => blueprintTiming({ ...shoeshine, costPerTime: -1 })).toThrow(/costPerTime/);
    expect(() => blueprintTiming({ ...shoeshine, executionTimes: [1, -2] })).toThrow(
      /executionTimes\[1\]/,
    );
  });
});
