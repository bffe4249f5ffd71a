import { describe, expect, it } from 'vitest';
import { complaintIceberg } from '../../../src/calc/quality/complaint-iceberg.ts';

const iceberg = {
  failures: 1000,
  complaintRate: 0.04,
  resolutionRate: 0.7,
  retentionSilent: 0.3,
  retentionUnresolved: 0.2,
  retentionResolved: 0.9,
  lifetimeValue: 500,
};

describe('complaintIceberg', () => {
  it('手算：未诉 960 流失 672，未决 12 流失 9.6，已决 28 流失 2.8', () => {
    const r = complaintIceberg(iceberg);
    expect(r.silentLost).toBeCloseTo(672, 9);
    expect(r.unresolvedLost).toBeCloseTo(9.6, 9);
    expect(r.resolvedLost).toBeCloseTo(2.8, 9);
    expect(r.lost).toBeCloseTo(684.4, 9);
    expect(r.hiddenShare).toBeCloseTo(672 / 684.4, 12);
    expect(r.lostValue).toBeCloseTo(342200, 6);
  });
  it('投诉率提高一倍，流失反而下降；降幅等于多出的投诉 × 每条的作用', () => {
    const a = complaintIceberg(iceberg);
    const b = complaintIceberg({ ...iceberg, complaintRate: 0.08 });
    expect(b.lost).toBeLessThan(a.lost);
    expect(a.lost - b.lost).toBeCloseTo(40 * a.savedPerExtraComplaint, 8);
  });
  it('处理得糟时鼓励投诉反而有害', () => {
    const bad = complaintIceberg({ ...iceberg, resolutionRate: 0 });
    expect(bad.savedPerExtraComplaint).toBeCloseTo(-0.1, 12);
  });
  it('没有失误时占比没有定义；全投诉时没有水面之下', () => {
    expect(complaintIceberg({ ...iceberg, failures: 0 }).hiddenShare).toBeNaN();
    expect(complaintIceberg({ ...iceberg, complaintRate: 1 }).silent).toBe(0);
  });
  it('拒绝坏输入并指出参数', () => {
    for (const key of [
      'complaintRate',
      'resolutionRate',
      'retentionSilent',
      'retentionUnresolved',
      'retentionResolved',
    ])
      expect(() => complaintIceberg({ ...iceberg, [key]: -0.1 })).toThrow(new RegExp(key));
    expect(() => complaintIceberg({ ...iceberg, failures: -1 })).toThrow(/failures/);
  });
});
