import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/calc/core/random.ts';
import { ewmaChart, ewmaRunLength } from '../../../../src/calc/quality/control/ewma.ts';
import { runLength } from '../../../../src/calc/quality/control/run-length.ts';

describe('ewmaChart', () => {
  it('手算：λ = 0.5，10、14、12', () => {
    // 0.5·10 + 0.5·10 = 10；0.5·14 + 0.5·10 = 12；0.5·12 + 0.5·12 = 12
    // 第 1 点的限宽 3·2·0.5 = 3；第 2 点 3·2·√(0.25 + 0.0625)；到头 3·2·√(0.5/1.5)
    const r = ewmaChart({ values: [10, 14, 12], target: 10, sd: 2, lambda: 0.5 });
    expect(r.points).toEqual([10, 12, 12]);
    expect(r.limits[0]!.upper).toBeCloseTo(13, 12);
    expect(r.limits[1]!.upper).toBeCloseTo(10 + 6 * Math.sqrt(0.3125), 12);
    expect(r.steady.lower).toBeCloseTo(10 - 6 / Math.sqrt(3), 12);
    expect(r.signals).toEqual([]);
  });
  it('λ = 1 时就是单值图，各点的限从头一样宽', () => {
    const values = [1, -4, 2.9, 3.1];
    const r = ewmaChart({ values, target: 0, sd: 1, lambda: 1 });
    expect(r.points).toEqual(values);
    expect(r.signals).toEqual([2, 4]);
    for (const { upper } of r.limits) expect(upper).toBe(3);
  });
  it('小而持久的偏移：没有一点越出 3σ，平滑值却攒到限外', () => {
    const r = ewmaChart({ values: Array.from({ length: 20 }, () => 1.2), target: 0, sd: 1 });
    expect(r.signals[0]).toBeGreaterThan(1);
    expect(r.points.at(-1)).toBeLessThan(1.2);
  });
  it('平滑值总在看过的最低与最高（连同中心）之间；限只会放宽', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, lambda) => {
          const { points, limits, steady } = ewmaChart({ values, target: 0, sd: 1, lambda });
          points.forEach((point, i) => {
            const seen = [0, ...values.slice(0, i + 1)];
            expect(point).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-9);
            expect(point).toBeLessThanOrEqual(Math.max(...seen) + 1e-9);
            expect(limits[i]!.upper).toBeLessThanOrEqual(steady.upper + 1e-12);
            if (i > 0)
              expect(limits[i]!.upper).toBeGreaterThanOrEqual(limits[i - 1]!.upper - 1e-12);
          });
        },
      ),
    );
  });
  it('σ 为 0：守在中心不报警，一离开就报', () => {
    expect(ewmaChart({ values: [5, 5], target: 5, sd: 0 }).signals).toEqual([]);
    expect(ewmaChart({ values: [5, 6], target: 5, sd: 0 }).signals).toEqual([2]);
  });
  it('拒绝坏输入并指出参数', () => {
    const good = { values: [1], target: 0, sd: 1 };
    expect(() => ewmaChart({ ...good, values: [] })).toThrow(/values/);
    expect(() => ewmaChart({ ...good, values: [NaN] })).toThrow(/values\[0\]/);
    expect(() => ewmaChart({ ...good, target: Infinity })).toThrow(/target/);
    expect(() => ewmaChart({ ...good, sd: -1 })).toThrow(/sd/);
    expect(() => ewmaChart({ ...good, lambda: 0 })).toThrow(/lambda/);
    expect(() => ewmaChart({ ...good, lambda: 1.01 })).toThrow(/lambda/);
    expect(() => ewmaChart({ ...good, sigmas: 0 })).toThrow(/sigmas/);
  });
});

describe('ewmaRunLength', () => {
  it('Crowder (1989) 的限：两位小数的 L 使受控链长为 250', () => {
    // λ = 0.05、0.10、0.15、0.20、0.25；原表 2.32、2.55、2.65、2.72、2.76
    for (const [lambda, sigmas] of [
      [0.05, 2.32],
      [0.1, 2.55],
      [0.15, 2.65],
      [0.2, 2.72],
      [0.25, 2.76],
    ] as const) {
      const at = (width: number) => ewmaRunLength({ shift: 0, lambda, sigmas: width });
      expect(at(sigmas - 0.0051), `λ = ${lambda}`).toBeLessThan(250);
      expect(at(sigmas + 0.0051), `λ = ${lambda}`).toBeGreaterThan(250);
    }
  });
  it('λ = 1 时就是休哈特图；子组按 √n 放大偏移', () => {
    for (const shift of [0, 0.5, 1, 3, -2])
      expect(ewmaRunLength({ shift, lambda: 1 })).toBeCloseTo(
        runLength({ shift }).averageRunLength,
        6,
      );
    expect(ewmaRunLength({ shift: 0.7, sampleSize: 4 })).toBeCloseTo(
      ewmaRunLength({ shift: 1.4 }),
      9,
    );
  });
  it('仿真的链长与理论相差在四个标准误之内', () => {
    const [lambda, sigmas, runs] = [0.2, 2.86, 4000];
    const wide = sigmas * Math.sqrt(lambda / (2 - lambda));
    const random = createRandom(7);
    const lengths = Array.from({ length: runs }, () => {
      let smoothed = 0;
      let count = 0;
      do {
        smoothed = lambda * random.normal(1, 1) + (1 - lambda) * smoothed;
        count++;
      } while (Math.abs(smoothed) <= wide);
      return count;
    });
    const mean = lengths.reduce((sum, each) => sum + each, 0) / runs;
    const variance = lengths.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (runs - 1);
    expect(Math.abs(mean - ewmaRunLength({ shift: 1, lambda, sigmas }))).toBeLessThan(
      4 * Math.sqrt(variance / runs),
    );
  });
  it('偏移越大报警越早，限越宽越晚；受控时误报一样稀，小偏移看见得比休哈特图早得多', () => {
    const lengths = [0, 0.5, 1, 2, 5].map((shift) => ewmaRunLength({ shift }));
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    const tuned = { lambda: 0.2, sigmas: 2.86 };
    expect(ewmaRunLength({ shift: 0, ...tuned })).toBeCloseTo(371.1, 1);
    expect(ewmaRunLength({ shift: 1, ...tuned })).toBeCloseTo(9.8, 1);
    // 大偏移的便宜很小
    expect(ewmaRunLength({ shift: 3, ...tuned })).toBeGreaterThan(
      runLength({ shift: 3 }).averageRunLength,
    );
  });
  it('极端：链长 1e14 不丢位数，再宽是无限；偏移极大一点就报；λ 小到 0.01', () => {
    const far = runLength({ shift: 0, sigmas: 8 }).averageRunLength;
    expect(ewmaRunLength({ shift: 0, lambda: 1, sigmas: 8 }) / far).toBeCloseTo(1, 8);
    expect(ewmaRunLength({ shift: 0, sigmas: 60 })).toBe(Infinity);
    expect(ewmaRunLength({ shift: 40 })).toBe(1);
    expect(ewmaRunLength({ shift: 0, lambda: 0.01 })).toBeGreaterThan(1000);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => ewmaRunLength({ shift: NaN })).toThrow(/shift/);
    expect(() => ewmaRunLength({ shift: 0, lambda: 0.001 })).toThrow(/lambda/);
    expect(() => ewmaRunLength({ shift: 0, lambda: 2 })).toThrow(/lambda/);
    expect(() => ewmaRunLength({ shift: 0, sigmas: -1 })).toThrow(/sigmas/);
    expect(() => ewmaRunLength({ shift: 0, sampleSize: 0 })).toThrow(/sampleSize/);
  });
});
