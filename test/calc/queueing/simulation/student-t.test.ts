import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  studentTQuantile,
  studentTSurvival,
} from '../../../../src/calc/queueing/simulation/student-t.ts';
import { expectClose } from '../../core/expect-close.ts';

const quantile = (probability: number, degreesOfFreedom: number) =>
  studentTQuantile({ probability, degreesOfFreedom });

describe('Student t', () => {
  it('the table everyone knows, and mpmath to 15 digits', () => {
    // 12.706、2.262、1.984 见任何 t 表；2.26215716279820 由 mpmath 30 位求根得到。
    expect(quantile(0.975, 1)).toBeCloseTo(12.706204736174698, 10);
    expect(quantile(0.975, 9) / 2.262157162798205).toBeCloseTo(1, 13);
    expect(quantile(0.995, 30) / 2.7499956535672254).toBeCloseTo(1, 12);
    expect(quantile(0.975, 100)).toBeCloseTo(1.984, 3);
  });

  it('one degree by hand: P(T > 1) = ½ − atan(1)/π = ¼', () => {
    expect(studentTSurvival({ value: 1, degreesOfFreedom: 1 })).toBeCloseTo(0.25, 14);
    // ν = 2：P(T > t) = ½(1 − t/√(2 + t²))，t = √2 时 ½(1 − 1/√2)。
    expect(studentTSurvival({ value: Math.SQRT2, degreesOfFreedom: 2 })).toBeCloseTo(
      0.5 * (1 - Math.SQRT1_2),
      14,
    );
  });

  it('quantile and survival undo one another, fractional degrees included', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: -0.01, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        (logTail, degrees) => {
          const tail = Math.exp(logTail) * 0.5;
          const value = -quantile(tail, degrees);
          const back = studentTSurvival({ value, degreesOfFreedom: degrees });
          expect(Math.abs(back / tail - 1)).toBeLessThan(1e-10);
        },
      ),
      { seed: 5 },
    );
  });

  it('closed forms at 1 and 2 degrees join the general formula smoothly', () => {
    for (const degrees of [1, 2])
      expect(quantile(0.9, degrees + 1e-9) / quantile(0.9, degrees)).toBeCloseTo(1, 8);
  });

  it('extremes: tiny tails, huge and infinite degrees', () => {
    expect(quantile(1e-12, 5) / -393.95695957760375).toBeCloseTo(1, 11); // scipy
    expect(quantile(1e-300, 1e5) / -37.17467066546622).toBeCloseTo(1, 11); // scipy
    expect(quantile(0.975, Infinity)).toBeCloseTo(1.959963984540054, 12);
    expect(quantile(0.975, 1e6) / quantile(0.975, 1_000_001)).toBeCloseTo(1, 11);
    expect(quantile(0.5, 7)).toBe(0);
    expect(studentTSurvival({ value: Infinity, degreesOfFreedom: 3 })).toBe(0);
    expect(studentTSurvival({ value: -Infinity, degreesOfFreedom: 3 })).toBe(1);
  });

  it('rejects bad probabilities and degrees', () => {
    expect(() => quantile(0, 5)).toThrow(/probability must be strictly between 0 and 1/);
    expect(() => quantile(0.5, 0.5)).toThrow(/degreesOfFreedom/);
    expect(() => studentTSurvival({ value: Number.NaN, degreesOfFreedom: 3 })).toThrow(/value/);
  });
  it('自由度 10⁵ 到 10¹⁰ 的尾部有 12 位（四十位精度的值），自由度 1000 两侧接得上', () => {
    for (const [degreesOfFreedom, near, far] of [
      [1e5, 0.022751481728753232, 4.111746955327181e-89],
      [1e7, 0.022750145445921476, 2.7647156034788506e-89],
      [1e10, 0.02275013196167695, 2.7536351881296547e-89],
    ] as const) {
      expectClose(studentTSurvival({ value: 2, degreesOfFreedom }), near);
      expectClose(studentTSurvival({ value: 20, degreesOfFreedom }), far);
    }
    for (const value of [0.1, 1, 4, 12])
      expectClose(
        studentTSurvival({ value, degreesOfFreedom: 1000.0000000001 }),
        studentTSurvival({ value, degreesOfFreedom: 1000 }),
        1e-11,
      );
    expect(studentTSurvival({ value: 1e300, degreesOfFreedom: 2000 })).toBe(0);
  });
});
