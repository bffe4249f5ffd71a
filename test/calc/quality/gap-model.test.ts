import { describe, expect, it } from 'vitest';
import { gapModel } from '../../../src/calc/quality/gap-model.ts';

describe('gapModel', () => {
  it('手算：差距 0.2、0.5、0.3、1.0，系数 1、1、2、1：合计 2.3，根因为差距 4', () => {
    const r = gapModel({ gaps: [0.2, 0.5, 0.3, 1], coefficients: [1, 1, 2, 1] });
    expect(r.customerGap).toBeCloseTo(2.3, 12);
    expect(r.rootCause).toBe(4);
    expect(r.shares[3]).toBeCloseTo(1 / 2.3, 12);
    expect(r.remainingIfClosed[2]).toBeCloseTo(1.7, 12);
  });
  it('贡献之和等于差距 5；把根因弥合，差距 5 减得最多', () => {
    const r = gapModel({ gaps: [0.4, 0.1, 0.9, 0.3], coefficients: [1, 3, 0.5, 1] });
    expect(r.contributions.reduce((a, b) => a + b, 0)).toBeCloseTo(r.customerGap, 12);
    expect(Math.min(...r.remainingIfClosed)).toBe(r.remainingIfClosed[r.rootCause! - 1]);
  });
  it('都为 0 时没有根因、占比没有定义；负差距抵消', () => {
    const none = gapModel({ gaps: [0, 0, 0, 0] });
    expect(none.rootCause).toBeNull();
    expect(none.shares[0]).toBeNaN();
    expect(gapModel({ gaps: [1, -0.4, 0, 0] }).customerGap).toBeCloseTo(0.6, 12);
  });
  it('拒绝个数不为四与负系数', () => {
    expect(() => gapModel({ gaps: [1, 2, 3] })).toThrow(/gaps/);
    expect(() => gapModel({ gaps: [1, 2, 3, 4], coefficients: [1, 1, 1] })).toThrow(/coefficients/);
    expect(() => gapModel({ gaps: [1, 2, 3, 4], coefficients: [1, 1, 1, -1] })).toThrow(
      /coefficients\[3\]/,
    );
  });
});
