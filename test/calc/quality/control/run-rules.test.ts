import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRules, standardize } from '../../../../src/calc/quality/control/run-rules.ts';

describe('runRules', () => {
  it('算例：四条准则各报在样式的最后一点', () => {
    const z = [
      0.3, -0.5, 3.2, 0.1, 2.3, 0.4, 2.5, -0.2, 1.2, 1.4, 0.2, 1.6, 1.1, 0.3, 0.5, 0.2, 0.9, -0.1,
    ];
    const r = runRules(z);
    expect(r.beyondThree).toEqual([3]);
    expect(r.twoOfThree).toEqual([5, 7]);
    expect(r.fourOfFive).toEqual([13]);
    expect(r.eightSameSide).toEqual([16, 17]);
    expect(r.any).toEqual([3, 5, 7, 13, 16, 17]);
  });
  it('必须同侧：一上一下不算两点', () => {
    expect(runRules([2.5, -2.5, 2.5]).twoOfThree).toEqual([3]);
    expect(runRules([2.5, -2.5]).twoOfThree).toEqual([]);
  });
  it('上下翻转，报警不变', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1 }), (z) => {
        expect(runRules(z.map((v) => -v))).toEqual(runRules(z));
      }),
    );
  });
  it('只选用的准则才报', () => {
    const r = runRules([3.5, 3.5, 3.5], ['2-of-3-beyond-2']);
    expect(r.beyondThree).toEqual([]);
    expect(r.any).toEqual([2, 3]);
  });
  it('恰在界上不算越出，中心线上的点打断同侧链', () => {
    expect(runRules([3, -3]).beyondThree).toEqual([]);
    const run = [0.1, 0.2, 0.1, 0.3, 0.1, 0.2, 0.4, 0.1];
    expect(runRules(run).eightSameSide).toEqual([8]);
    expect(runRules(run.map((v, i) => (i === 4 ? 0 : v))).eightSameSide).toEqual([]);
  });
  it('拒绝空、非有限值与不认识的准则', () => {
    expect(() => runRules([])).toThrow(/z/);
    expect(() => runRules([0, NaN])).toThrow(/z\[1\]/);
    expect(() => runRules([0], ['nelson' as 'beyond-3'])).toThrow(/rules\[0\]/);
  });
});

describe('standardize', () => {
  it('用上侧宽度定 σ：中心 4、上限 10（3σ）时 σ = 2', () => {
    expect(standardize([4, 8, 0], { center: 4, lower: 0, upper: 10 })).toEqual([0, 2, -2]);
  });
  it('上限等于中心线时拒绝', () => {
    expect(() => standardize([1], { center: 1, lower: 1, upper: 1 })).toThrow(/limits\.upper/);
  });
});
