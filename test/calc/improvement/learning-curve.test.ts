import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageLearningCurve,
  fitLearningCurve,
  learningCurve,
  learningRate,
} from '../../../src/calc/improvement/learning-curve.ts';

describe('learningCurve（单件式）', () => {
  it('80 % 曲线：第 8 件 51.2 %，累计 534.59（系数表 5.346）', () => {
    const r = learningCurve({ firstUnit: 100, rate: 0.8, unit: 8 });
    expect(r.unitTime).toBeCloseTo(51.2, 10);
    expect(r.cumulative).toBeCloseTo(534.5913533270312, 9);
    expect(r.average).toBeCloseTo(66.8239191658789, 9);
  });
  it('产量翻倍，单件时间乘以学习率', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 1.2, noNaN: true }),
        fc.integer({ min: 1, max: 100000 }),
        (rate, unit) => {
          const a = learningCurve({ firstUnit: 7, rate, unit }).unitTime;
          const b = learningCurve({ firstUnit: 7, rate, unit: 2 * unit }).unitTime;
          expect(b / a / rate).toBeCloseTo(1, 11);
        },
      ),
    );
  });
  it('累计的闭式与逐项相加一致，含学习率 0.5（调和级数）与 1', () => {
    for (const rate of [0.3, 0.5, 0.5 + 1e-13, 0.7, 0.8, 0.95, 1, 1.1]) {
      let sum = 0;
      for (let k = 20000; k >= 1; k--) sum += k ** Math.log2(rate);
      const r = learningCurve({ firstUnit: 1, rate, unit: 20000 });
      expect(r.cumulative / sum).toBeCloseTo(1, 12);
    }
  });
  it('十亿件也立即给出：调和数 H_n ≈ ln n + γ + 1/(2n)', () => {
    const n = 1e9;
    const r = learningCurve({ firstUnit: 1, rate: 0.5, unit: n });
    expect(r.cumulative).toBeCloseTo(Math.log(n) + 0.5772156649015329 + 1 / (2 * n), 11);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => learningCurve({ firstUnit: 0, rate: 0.8, unit: 1 })).toThrow(/firstUnit/);
    expect(() => learningCurve({ firstUnit: 1, rate: 0, unit: 1 })).toThrow(/rate/);
    expect(() => learningCurve({ firstUnit: 1, rate: 0.8, unit: 1.5 })).toThrow(/unit/);
    expect(() => learningCurve({ firstUnit: 1, rate: 0.8, unit: 0 })).toThrow(/unit/);
  });
});

describe('averageLearningCurve（累计平均式）', () => {
  it('手算：100、80 %、4 件：平均 64，总 256，第 4 件 256 − 3·100·3^b', () => {
    const r = averageLearningCurve({ firstUnit: 100, rate: 0.8, unit: 4 });
    expect(r.averageTime).toBeCloseTo(64, 10);
    expect(r.totalTime).toBeCloseTo(256, 10);
    expect(r.lastUnitTime).toBeCloseTo(256 - 300 * 3 ** Math.log2(0.8), 9);
  });
  it('各件时间之和等于总时间', () => {
    let sum = 0;
    for (let unit = 1; unit <= 300; unit++)
      sum += averageLearningCurve({ firstUnit: 5, rate: 0.87, unit }).lastUnitTime;
    expect(sum).toBeCloseTo(
      averageLearningCurve({ firstUnit: 5, rate: 0.87, unit: 300 }).totalTime,
      8,
    );
  });
  it('第 1 件等于 t₁；产量极大时末件不因相减丢位', () => {
    expect(averageLearningCurve({ firstUnit: 9, rate: 0.5, unit: 1 }).lastUnitTime).toBe(9);
    const r = averageLearningCurve({ firstUnit: 1, rate: 0.8, unit: 1e12 });
    expect(r.lastUnitTime / ((1 + r.exponent) * r.averageTime)).toBeCloseTo(1, 10);
  });
  it('拒绝坏输入', () => {
    expect(() => averageLearningCurve({ firstUnit: 1, rate: -1, unit: 1 })).toThrow(/rate/);
  });
});

describe('由数据求学习率', () => {
  it('第 2 件 80、第 8 件 51.2：两次翻倍乘 0.64，学习率 0.8；次序颠倒不变', () => {
    expect(learningRate({ unitA: 2, timeA: 80, unitB: 8, timeB: 51.2 })).toBeCloseTo(0.8, 12);
    expect(learningRate({ unitA: 8, timeA: 51.2, unitB: 2, timeB: 80 })).toBeCloseTo(0.8, 12);
  });
  it('数据恰在曲线上时拟合还原参数，决定系数为 1', () => {
    const points = [1, 2, 5, 9, 40].map((unit) => ({
      unit,
      time: learningCurve({ firstUnit: 33, rate: 0.83, unit }).unitTime,
    }));
    const fit = fitLearningCurve(points);
    expect(fit.rate).toBeCloseTo(0.83, 10);
    expect(fit.firstUnit).toBeCloseTo(33, 9);
    expect(fit.rSquared).toBeCloseTo(1, 12);
  });
  it('时间全相同时学习率为 1，决定系数没有定义', () => {
    const fit = fitLearningCurve([1, 3, 7].map((unit) => ({ unit, time: 4 })));
    expect(fit.rate).toBe(1);
    expect(fit.rSquared).toBeNaN();
  });
  it('拒绝同一件号与非正时间', () => {
    expect(() => learningRate({ unitA: 2, timeA: 1, unitB: 2, timeB: 1 })).toThrow(/unitB/);
    expect(() => learningRate({ unitA: 2, timeA: 0, unitB: 3, timeB: 1 })).toThrow(/timeA/);
    expect(() =>
      fitLearningCurve([
        { unit: 2, time: 3 },
        { unit: 2, time: 4 },
      ]),
    ).toThrow(/points/);
    expect(() => fitLearningCurve([{ unit: 2, time: 0 }])).toThrow(/points\[0\]\.time/);
  });
});
