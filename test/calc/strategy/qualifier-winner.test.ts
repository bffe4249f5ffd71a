import { describe, expect, it } from 'vitest';
import { qualifierWinner } from '../../../src/calc/strategy/qualifier-winner.ts';

const attributes = [
  { name: '卫生', threshold: 60 },
  { name: '口味', threshold: 50, weight: 0.05 },
  { name: '服务', weight: 0.08 },
];
const rivals = [{ scores: [70, 80, 60] }, { scores: [90, 80, 60] }];

describe('qualifierWinner', () => {
  it('门槛以上再加 20 分，份额纹丝不动', () => {
    const before = qualifierWinner({
      attributes,
      competitors: [{ scores: [65, 80, 60] }, ...rivals],
    });
    const after = qualifierWinner({
      attributes,
      competitors: [{ scores: [85, 80, 60] }, ...rivals],
    });
    expect(after.shares).toEqual(before.shares);
    expect(before.shares[0]).toBeCloseTo(1 / 3, 12);
  });
  it('从门槛下 1 分升到线上，份额从 0 跳到三分之一', () => {
    const below = qualifierWinner({
      attributes,
      competitors: [{ scores: [59, 80, 60] }, ...rivals],
    });
    const above = qualifierWinner({
      attributes,
      competitors: [{ scores: [60, 80, 60] }, ...rivals],
    });
    expect(below.shares[0]).toBe(0);
    expect(below.failedAttributes[0]).toEqual([0]);
    expect(above.shares[0]).toBeCloseTo(1 / 3, 12);
  });
  it('赢得要素多 10 分：效用多 0.8，份额 e^0.8/(e^0.8 + 2)', () => {
    const result = qualifierWinner({
      attributes,
      competitors: [{ scores: [65, 80, 70] }, ...rivals],
    });
    expect(result.shares[0]).toBeCloseTo(Math.exp(0.8) / (Math.exp(0.8) + 2), 12);
    expect(result.utilities[0]).toBeCloseTo(4 + 5.6, 12);
  });
  it('有“都不选”时份额连同它合计为 1；灵敏度为 0 时平分', () => {
    const result = qualifierWinner({
      attributes,
      competitors: [{ scores: [65, 80, 70] }, ...rivals],
      outsideUtility: 9,
    });
    expect(result.shares.reduce((a, b) => a + b, 0) + result.outsideShare).toBeCloseTo(1, 12);
    const flat = qualifierWinner({
      attributes,
      competitors: [{ scores: [65, 99, 99] }, ...rivals],
      sensitivity: 0,
    });
    expect(flat.shares[0]).toBeCloseTo(1 / 3, 12);
  });
  it('无人入围时份额全 0，全部流向场外', () => {
    const result = qualifierWinner({ attributes, competitors: [{ scores: [1, 1, 1] }] });
    expect(result.shares).toEqual([0]);
    expect(result.outsideShare).toBe(1);
    expect(result.failedAttributes[0]).toEqual([0, 1]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => qualifierWinner({ attributes: [], competitors: rivals })).toThrow(/attributes/);
    expect(() => qualifierWinner({ attributes, competitors: [] })).toThrow(/competitors/);
    expect(() => qualifierWinner({ attributes, competitors: [{ scores: [1, 2] }] })).toThrow(
      /competitors\[0\]\.scores/,
    );
    expect(() => qualifierWinner({ attributes, competitors: rivals, sensitivity: -1 })).toThrow(
      /sensitivity/,
    );
    expect(() =>
      qualifierWinner({ attributes: [{ threshold: NaN }], competitors: [{ scores: [1] }] }),
    ).toThrow(/attributes\[0\]\.threshold/);
  });
});
