import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { littlesLaw } from '../../../src/calc/process/littles-law.ts';

describe('littlesLaw', () => {
  it('日均在院 900 人、平均住院 7.5 天，则日入院 900 ÷ 7.5 = 120 人', () => {
    expect(littlesLaw({ inventory: 900, flowTime: 7.5 }).throughput).toBeCloseTo(120, 10);
  });
  it('每小时 12 人、逗留 2.5 小时，则在场 30 人', () => {
    expect(littlesLaw({ throughput: 12, flowTime: 2.5 }).inventory).toBeCloseTo(30, 10);
  });
  it('求出第三个量后再反推，得回原来的量', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (throughput, flowTime) => {
          const { inventory } = littlesLaw({ throughput, flowTime });
          expect(littlesLaw({ inventory, flowTime }).throughput / throughput).toBeCloseTo(1, 12);
          expect(littlesLaw({ inventory, throughput }).flowTime / flowTime).toBeCloseTo(1, 12);
        },
      ),
    );
  });
  it('有人在而通过率为 0 时逗留时间无穷大，0/0 无从确定', () => {
    expect(littlesLaw({ inventory: 3, throughput: 0 }).flowTime).toBe(Infinity);
    expect(littlesLaw({ inventory: 0, throughput: 0 }).flowTime).toBeNaN();
    expect(littlesLaw({ inventory: 3, flowTime: 0 }).throughput).toBe(Infinity);
  });
  it('拒绝不是恰好两个量的输入，拒绝负数', () => {
    expect(() => littlesLaw({ inventory: 3 })).toThrow(/inventory, throughput, flowTime must be/);
    expect(() => littlesLaw({ inventory: 6, throughput: 2, flowTime: 3 })).toThrow(/exactly two/);
    expect(() => littlesLaw({ inventory: -1, throughput: 2 })).toThrow(/inventory/);
    expect(() => littlesLaw({ inventory: 1, throughput: -2 })).toThrow(/throughput/);
    expect(() => littlesLaw({ inventory: 1, flowTime: NaN })).toThrow(/flowTime/);
  });
});
