import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterScore } from '../../../src/calc/strategy/net-promoter-score.ts';

describe('netPromoterScore', () => {
  it('十人：5 推荐、2 中立、3 贬损，净推荐值 20', () => {
    const result = netPromoterScore([10, 9, 9, 8, 7, 6, 10, 3, 9, 0]);
    expect(result).toMatchObject({ promoters: 5, passives: 2, detractors: 3, score: 20 });
    // √((0.8 − 0.04)/10) = 0.27568
    expect(result.standardError).toBeCloseTo(27.568, 3);
  });
  it('三类人数之和等于人数，分值在 ±100 之间', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (scores) => {
        const r = netPromoterScore(scores);
        expect(r.promoters + r.passives + r.detractors).toBe(scores.length);
        expect(Math.abs(r.score)).toBeLessThanOrEqual(100);
      }),
    );
  });
  it('6 是贬损、7 是中立、9 是推荐；全体推荐为 100', () => {
    expect(netPromoterScore([6]).score).toBe(-100);
    expect(netPromoterScore([7]).score).toBe(0);
    expect(netPromoterScore([9, 10]).score).toBe(100);
  });
  it('拒绝空名单与非 0–10 整数', () => {
    expect(() => netPromoterScore([])).toThrow(/scores/);
    expect(() => netPromoterScore([5, 11])).toThrow(/scores\[1\]/);
    expect(() => netPromoterScore([8.5])).toThrow(/scores\[0\]/);
  });
});
