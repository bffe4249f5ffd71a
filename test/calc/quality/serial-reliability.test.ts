import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import {
  serialReliability,
  uniformReliability,
} from '../../../src/calc/quality/serial-reliability.ts';

describe('serialReliability', () => {
  it('第 3 章的数：10 个触点各 98 % → 81.7 %，各 99 % → 90.4 %；20 个各 99 % → 81.8 %', () => {
    expect(uniformReliability({ touchpoints: 10, reliability: 0.98 }).success).toBeCloseTo(
      0.817,
      3,
    );
    expect(uniformReliability({ touchpoints: 10, reliability: 0.99 }).success).toBeCloseTo(
      0.904,
      3,
    );
    expect(uniformReliability({ touchpoints: 20, reliability: 0.99 }).success).toBeCloseTo(
      0.818,
      3,
    );
    expect(uniformReliability({ touchpoints: 10, reliability: 0.98 }).success).toBeCloseTo(
      0.98 ** 10,
      12,
    );
  });
  it('手算：0.9、0.8（防错一半）、0.95（补救六成）→ 0.9 × 0.9 × 0.98', () => {
    const r = serialReliability([
      { reliability: 0.9 },
      { reliability: 0.8, failSafe: 0.5 },
      { reliability: 0.95, recovery: 0.6 },
    ]);
    expect(r.success).toBeCloseTo(0.9 * 0.9 * 0.98, 12);
    expect(r.successWithoutSafeguards).toBeCloseTo(0.9 * 0.8 * 0.95, 12);
    expect(r.expectedFailures).toBeCloseTo(0.1 + 0.1 + 0.02, 12);
    expect(r.weakest).toBe(0);
    expect(r.failuresPerThousand).toBeCloseTo(1000 * (1 - 0.9 * 0.9 * 0.98), 9);
  });
  it('防错和补救只会提高成功率，成功与失败合计为 1', () => {
    const random = createRandom(12);
    for (let trial = 0; trial < 50; trial++) {
      const points = Array.from({ length: 6 }, () => ({
        reliability: random.uniform(),
        failSafe: random.uniform(),
        recovery: random.uniform(),
      }));
      const r = serialReliability(points);
      expect(r.success).toBeGreaterThanOrEqual(r.successWithoutSafeguards);
      expect(r.success + r.failure).toBeCloseTo(1, 12);
    }
  });
  it('一万个触点、失误率 2⁻⁴⁰ 不丢位；必失败的触点使全程为 0', () => {
    const r = uniformReliability({ touchpoints: 10000, reliability: 1 - 2 ** -40 });
    expect(r.failure / (10000 * 2 ** -40)).toBeCloseTo(1, 7);
    expect(serialReliability([{ reliability: 0 }, { reliability: 1 }])).toMatchObject({
      success: 0,
      failure: 1,
    });
    expect(serialReliability([{ reliability: 0, recovery: 1 }]).success).toBe(1);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => serialReliability([])).toThrow(/touchpoints/);
    expect(() => serialReliability([{ reliability: 1.2 }])).toThrow(
      /touchpoints\[0\]\.reliability/,
    );
    expect(() => serialReliability([{ reliability: 1, failSafe: -1 }])).toThrow(/failSafe/);
    expect(() => serialReliability([{ reliability: 1, recovery: 2 }])).toThrow(/recovery/);
    expect(() => uniformReliability({ touchpoints: 0, reliability: 1 })).toThrow(/touchpoints/);
  });
});
