import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOffs, reworkMultiplier } from '../../../src/calc/process/hand-offs.ts';

describe('handOffs', () => {
  it('5 次交接、每次 95 %：一次办结 0.95⁵ = 77.4 %；减到两次为 90.25 %', () => {
    expect(handOffs({ handOffs: 5, fidelity: 0.95 }).firstTimeRight).toBeCloseTo(0.7737809375, 12);
    expect(handOffs({ handOffs: 2, fidelity: 0.95 }).firstTimeRight).toBeCloseTo(0.9025, 12);
  });
  it('全部返工时平均遍数等于一次办结率的倒数', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (count, fidelity) => {
          const result = handOffs({ handOffs: count, fidelity });
          expect(result.expectedPasses * result.firstTimeRight).toBeCloseTo(1, 9);
        },
      ),
    );
  });
  it('只有一部分人返工：遍数 = 1 ÷ (1 − 返工率)', () => {
    // 一次办结 0.8 × 0.8 = 0.64，返工率 0.5 × 0.36 = 0.18
    const result = handOffs({ handOffs: 2, fidelity: 0.8, reworkShare: 0.5, workPerPass: 10 });
    expect(result.reworkProbability).toBeCloseTo(0.18, 12);
    expect(result.expectedWork).toBeCloseTo(10 / 0.82, 10);
    expect(result.expectedRepeatedQuestions).toBeCloseTo((0.18 / 0.82) * 3, 10);
  });
  it('失真率极小时返工率不丢位，保真为 0 时无穷大，无交接必成', () => {
    const tiny = handOffs({ handOffs: 3, fidelity: 1 - 2 ** -50 });
    expect(tiny.reworkProbability / (3 * 2 ** -50)).toBeCloseTo(1, 10);
    expect(handOffs({ handOffs: 1, fidelity: 0 }).expectedPasses).toBe(Infinity);
    expect(handOffs({ handOffs: 0, fidelity: 0 }).firstTimeRight).toBe(1);
    expect(handOffs({ handOffs: 0, fidelity: 0 }).expectedPasses).toBe(1);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => handOffs({ handOffs: 1.5, fidelity: 0.9 })).toThrow(/handOffs/);
    expect(() => handOffs({ handOffs: 1, fidelity: 1.1 })).toThrow(/fidelity/);
    expect(() => handOffs({ handOffs: 1, fidelity: 0.9, reworkShare: -1 })).toThrow(/reworkShare/);
    expect(() => handOffs({ handOffs: 1, fidelity: 0.9, workPerPass: 0 })).toThrow(/workPerPass/);
    expect(() => reworkMultiplier(2)).toThrow(/reworkProbability/);
  });
});

describe('reworkMultiplier', () => {
  it('返工率 20 % 使工作量变为 1.25 倍，必返工为无穷大', () => {
    expect(reworkMultiplier(0.2)).toBeCloseTo(1.25, 12);
    expect(reworkMultiplier(1)).toBe(Infinity);
  });
});
