import { describe, expect, it } from 'vitest';
import {
  annualGain,
  improvementCeiling,
  improvementPath,
} from '../../../src/calc/improvement/improvement-race.ts';

describe('improvementPath', () => {
  it('每月 1 %、两年：1.01²⁴ = 1.2697；每年一次 10 %：1.21', () => {
    expect(improvementPath({ periods: 24, gain: 0.01 }).levels[24]).toBeCloseTo(126.973465, 5);
    expect(improvementPath({ periods: 24, gain: 0.1, interval: 12 }).levels[24]).toBeCloseTo(
      121,
      9,
    );
  });
  it('手算：回退一半、不标准化', () => {
    // 100 → 110 → 105·1.1 = 115.5 → 107.75·1.1 = 118.525
    const r = improvementPath({ periods: 3, gain: 0.1, backsliding: 0.5 });
    [100, 110, 115.5, 118.525].forEach((v, i) => expect(r.levels[i]).toBeCloseTo(v, 10));
  });
  it('标准化程度越高，最后的绩效越高，回退吃掉的越少', () => {
    const run = (standardized: number) =>
      improvementPath({ periods: 24, gain: 0.02, backsliding: 0.2, standardized });
    const paths = [0, 0.3, 0.6, 1].map(run);
    for (let i = 1; i < 4; i++) {
      expect(paths[i]!.levels[24]!).toBeGreaterThan(paths[i - 1]!.levels[24]!);
      expect(paths[i]!.lostShare).toBeLessThan(paths[i - 1]!.lostShare);
    }
    expect(paths[3]!.lostShare).toBeCloseTo(0, 10);
    expect(paths[0]!.lostShare).toBeGreaterThan(0.7);
  });
  it('完全回退时成果只维持一期；没有改进时没有可丢的', () => {
    const r = improvementPath({ periods: 4, gain: 0.3, interval: 3, backsliding: 1 });
    expect(r.levels).toEqual([100, 100, 100, 130, 100]);
    expect(improvementPath({ periods: 2, gain: 0.3, interval: 3 }).lostShare).toBeNaN();
  });
  it('折合年增幅：每月 1 % 为 12.68 %', () => {
    expect(annualGain(0.01, 12)).toBeCloseTo(0.12682503, 8);
    expect(annualGain(1e-15, 12) / 1.2e-14).toBeCloseTo(1, 10);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => improvementPath({ periods: -1, gain: 0.1 })).toThrow(/periods/);
    expect(() => improvementPath({ periods: 1, gain: -1 })).toThrow(/gain/);
    expect(() => improvementPath({ periods: 1, gain: 0.1, interval: 0 })).toThrow(/interval/);
    expect(() => improvementPath({ periods: 1, gain: 0.1, backsliding: 2 })).toThrow(/backsliding/);
    expect(() => improvementPath({ periods: 1, gain: 0.1, standardized: -1 })).toThrow(
      /standardized/,
    );
    expect(() => annualGain(-2, 1)).toThrow(/gain/);
  });
});

describe('improvementCeiling', () => {
  it('每月 1 %、退一成：1 ÷ (1 − 0.9 × 1.01) = 10.99，停在 111.0', () => {
    expect(improvementCeiling({ gain: 0.01, backsliding: 0.1 })).toBeCloseTo(100 + 1 / 0.091, 10);
  });
  it('一直走下去，刚改完的那一刻就停在这里', () => {
    for (const [gain, interval, backsliding] of [
      [0.01, 1, 0.05],
      [0.05, 3, 0.2],
      [0.1, 12, 0.02],
      [-0.1, 2, 0.3],
    ] as const) {
      const { levels } = improvementPath({ periods: 6000, gain, interval, backsliding });
      expect(levels[6000]).toBeCloseTo(improvementCeiling({ gain, interval, backsliding }), 8);
    }
  });
  it('退不抵进时没有顶；不改进就停在起点；全退光只剩当次的一步', () => {
    expect(improvementCeiling({ gain: 0.01 })).toBe(Infinity);
    expect(improvementCeiling({ gain: 0.2, backsliding: 0.1 })).toBe(Infinity);
    expect(improvementCeiling({ start: 60, gain: 0, backsliding: 0 })).toBe(60);
    expect(improvementCeiling({ gain: 0.3, interval: 4, backsliding: 1 })).toBe(130);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => improvementCeiling({ gain: -1 })).toThrow(/gain/);
    expect(() => improvementCeiling({ start: 0, gain: 0.1 })).toThrow(/start/);
    expect(() => improvementCeiling({ gain: 0.1, interval: 1.5 })).toThrow(/interval/);
    expect(() => improvementCeiling({ gain: 0.1, backsliding: -1 })).toThrow(/backsliding/);
  });
});
