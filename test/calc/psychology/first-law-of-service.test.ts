import { describe, expect, it } from 'vitest';
import { firstLawOfService } from '../../../src/calc/psychology/first-law-of-service.ts';

describe('firstLawOfService', () => {
  it('感知 6.2、期望 5.5，满意 0.7', () => {
    const r = firstLawOfService({ perception: 6.2, expectation: 5.5 });
    expect(r.satisfaction).toBeCloseTo(0.7, 12);
    expect(r.verdict).toBe('delighted');
  });
  it('同样的感知，期望越高越不满意', () => {
    const low = firstLawOfService({ perception: 5, expectation: 4 });
    const high = firstLawOfService({ perception: 5, expectation: 6.5 });
    expect(high.satisfaction - low.satisfaction).toBeCloseTo(-2.5, 12);
    expect(high.verdict).toBe('disappointed');
  });
  it('舍入误差内相等算恰好', () => {
    expect(firstLawOfService({ perception: 0.1 + 0.2, expectation: 0.3 }).verdict).toBe('met');
    expect(firstLawOfService({ perception: 0, expectation: 0 }).verdict).toBe('met');
    expect(firstLawOfService({ perception: 1e-9, expectation: 0 }).verdict).toBe('delighted');
  });
  it('拒绝非有限数', () => {
    expect(() => firstLawOfService({ perception: NaN, expectation: 1 })).toThrow(/perception/);
    expect(() => firstLawOfService({ perception: 1, expectation: Infinity })).toThrow(
      /expectation/,
    );
  });
});
