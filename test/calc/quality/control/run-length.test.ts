import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/calc/core/random.ts';
import { runLength, signalWithin } from '../../../../src/calc/quality/control/run-length.ts';

describe('runLength', () => {
  it('受控 370.4，偏移 1σ 时 43.9（mpmath）', () => {
    expect(runLength({ shift: 0 }).averageRunLength).toBeCloseTo(370.39834734495884, 6);
    expect(runLength({ shift: 1 }).averageRunLength).toBeCloseTo(43.894681718539545, 8);
    expect(runLength({ shift: -1 }).averageRunLength).toBeCloseTo(43.894681718539545, 8);
  });
  it('子组大小 4 把偏移放大一倍', () => {
    expect(runLength({ shift: 0.7, sampleSize: 4 }).signalProbability).toBeCloseTo(
      runLength({ shift: 1.4 }).signalProbability,
      14,
    );
  });
  it('模拟的平均链长与理论一致（4 个标准误以内）', () => {
    const { averageRunLength, runLengthSd } = runLength({ shift: 1.5, sigmas: 2 });
    for (const seed of [8, 9]) {
      const random = createRandom(seed);
      let total = 0;
      const runs = 4000;
      for (let run = 0; run < runs; run++)
        for (let k = 1; k < 100000; k++)
          if (Math.abs(random.normal(1.5, 1)) > 2) {
            total += k;
            break;
          }
      expect(Math.abs(total / runs - averageRunLength)).toBeLessThan(
        (4 * runLengthSd) / Math.sqrt(runs),
      );
    }
  });
  it('中位数是首个使报警概率过半的点数', () => {
    const median = runLength({ shift: 1 }).medianRunLength;
    expect(signalWithin({ shift: 1 }, median)).toBeGreaterThanOrEqual(0.5);
    expect(signalWithin({ shift: 1 }, median - 1)).toBeLessThan(0.5);
  });
  it('极宽的限用对数给出；极大的偏移必报', () => {
    const wide = runLength({ shift: 0, sigmas: 40 });
    expect(wide.averageRunLength).toBe(Infinity);
    // ln(2·Q(40)) = ln 2 − 800 − ln(40√(2π)) + ln(1 − 1/1600 + …)
    expect(wide.logSignalProbability).toBeCloseTo(
      Math.LN2 -
        800 -
        Math.log(40 * Math.sqrt(2 * Math.PI)) +
        Math.log(1 - 1 / 1600 + 3 / 1600 ** 2),
      6,
    );
    const far = runLength({ shift: 99 });
    expect(far.averageRunLength).toBe(1);
    expect(far.medianRunLength).toBe(1);
    expect(signalWithin({ shift: 99 }, 0)).toBe(0);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => runLength({ shift: NaN })).toThrow(/shift/);
    expect(() => runLength({ shift: 0, sampleSize: 0 })).toThrow(/sampleSize/);
    expect(() => runLength({ shift: 0, sigmas: 0 })).toThrow(/sigmas/);
    expect(() => signalWithin({ shift: 0 }, -1)).toThrow(/points/);
  });
});
