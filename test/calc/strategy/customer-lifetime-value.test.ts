import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  finiteLifetimeValue,
  lifetimeValue,
  marginMultiple,
  retentionLift,
  varyingLifetimeValue,
} from '../../../src/calc/strategy/customer-lifetime-value.ts';

describe('lifetimeValue', () => {
  it('第 2 章的数：折现率 10 % 时 r = 0.80、0.85、0.90、0.95 的毛利倍数', () => {
    const multiples = [0.8, 0.85, 0.9, 0.95].map((retention) =>
      lifetimeValue({ margin: 1, retention, discount: 0.1 }),
    );
    // 0.8/0.3、0.85/0.25、0.9/0.2、0.95/0.15
    [2.6667, 3.4, 4.5, 6.3333].forEach((value, i) => expect(multiples[i]).toBeCloseTo(value, 4));
    expect(multiples[1]! / multiples[0]! - 1).toBeCloseTo(0.275, 4);
    expect(multiples[3]! / multiples[2]! - 1).toBeCloseTo(0.4074, 4);
  });
  it('同样 +5 点：起点 60 % 值 20 %，起点 90 % 值 41 %', () => {
    expect(retentionLift({ retention: 0.6, increase: 0.05, discount: 0.1 })).toBeCloseTo(
      0.65 / 0.45 / 1.2 - 1,
      12,
    );
    expect(Math.round(100 * retentionLift({ retention: 0.6, increase: 0.05, discount: 0.1 }))).toBe(
      20,
    );
    expect(Math.round(100 * retentionLift({ retention: 0.9, increase: 0.05, discount: 0.1 }))).toBe(
      41,
    );
  });
  it('当时到手比期末到手多一笔：(1+d)/(1+d−r) = 1 + r/(1+d−r)', () => {
    const input = { margin: 70, retention: 0.7, discount: 0.13, acquisition: 20 };
    expect(lifetimeValue({ ...input, firstMarginAtOnce: true }) - lifetimeValue(input)).toBeCloseTo(
      70,
      10,
    );
  });
  it('不流失又不打折时无穷大；留存接近 1、折现极小时不丢位', () => {
    expect(lifetimeValue({ margin: 1, retention: 1, discount: 0 })).toBe(Infinity);
    expect(lifetimeValue({ margin: -1, retention: 1, discount: 0 })).toBe(-Infinity);
    expect(lifetimeValue({ margin: 0, retention: 1, discount: 0, acquisition: 5 })).toBe(-5);
    expect(marginMultiple({ retention: 1, discount: 1e-17 })).toBeCloseTo(1e17, -6);
    expect(lifetimeValue({ margin: 9, retention: 0, discount: 0.1, acquisition: 3 })).toBe(-3);
  });
  it('拒绝坏输入并指出参数', () => {
    const good = { margin: 1, retention: 0.9, discount: 0.1 };
    expect(() => lifetimeValue({ ...good, retention: 1.1 })).toThrow(/retention/);
    expect(() => lifetimeValue({ ...good, discount: -0.1 })).toThrow(/discount/);
    expect(() => lifetimeValue({ ...good, margin: NaN })).toThrow(/margin/);
    expect(() => lifetimeValue({ ...good, acquisition: Infinity })).toThrow(/acquisition/);
    expect(() => retentionLift({ retention: 0.98, increase: 0.05, discount: 0.1 })).toThrow(
      /increase/,
    );
  });
});

describe('finiteLifetimeValue', () => {
  const input = {
    margin: 120,
    retention: 0.85,
    discount: 0.08,
    periods: 5,
    acquisition: 200,
    firstMarginAtOnce: true,
  };
  it('五年、当时到手的算例 193.3200084181499', () => {
    expect(finiteLifetimeValue(input)).toBeCloseTo(193.3200084181499, 9);
  });
  it('等于逐项相加', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        (retention, discount, periods, firstMarginAtOnce) => {
          let sum = 0;
          for (let t = 0; t < periods; t++)
            sum += (retention / (1 + discount)) ** (firstMarginAtOnce ? t : t + 1);
          const value = finiteLifetimeValue({
            margin: 1,
            retention,
            discount,
            periods,
            firstMarginAtOnce,
          });
          expect(Math.abs(value - sum)).toBeLessThanOrEqual(1e-11 * (1 + sum));
        },
      ),
    );
  });
  it('期数极多时趋于无限期；零期只剩获客成本；不流失不打折时就是期数', () => {
    const long = finiteLifetimeValue({ ...input, periods: 5000 });
    expect(long).toBeCloseTo(lifetimeValue(input), 8);
    expect(finiteLifetimeValue({ ...input, periods: 0 })).toBe(-200);
    expect(finiteLifetimeValue({ margin: 2, retention: 1, discount: 0, periods: 1_000_000 })).toBe(
      2_000_000,
    );
    expect(
      finiteLifetimeValue({ margin: 1, retention: 1, discount: 1e-12, periods: 1_000_000 }) / 1e6,
    ).toBeCloseTo(1 - 5e-7, 9);
  });
  it('拒绝非整数期数', () => {
    expect(() => finiteLifetimeValue({ ...input, periods: 2.5 })).toThrow(/periods/);
  });
});

describe('varyingLifetimeValue', () => {
  it('手算：留存 0.5、0.8，折现 25 %，毛利 100、200，获客 30', () => {
    // 期 1：100 × 0.5 / 1.25 = 40；期 2：200 × 0.4 / 1.5625 = 51.2；合计 91.2 − 30
    const result = varyingLifetimeValue({
      margins: [100, 200],
      retentions: [0.5, 0.8],
      discount: 0.25,
      acquisition: 30,
    });
    expect(result.value).toBeCloseTo(61.2, 10);
    expect(result.cumulative[0]).toBeCloseTo(10, 10);
    expect(result.survival[1]).toBeCloseTo(0.4, 12);
  });
  it('各期相同时等于有限期公式', () => {
    const result = varyingLifetimeValue({
      margins: Array(12).fill(35),
      retentions: Array(12).fill(0.83),
      discount: 0.07,
      acquisition: 11,
    });
    expect(result.value).toBeCloseTo(
      finiteLifetimeValue({
        margin: 35,
        retention: 0.83,
        discount: 0.07,
        periods: 12,
        acquisition: 11,
      }),
      9,
    );
  });
  it('拒绝长度不等与越界的留存率', () => {
    expect(() => varyingLifetimeValue({ margins: [1], retentions: [1, 1], discount: 0 })).toThrow(
      /retentions/,
    );
    expect(() => varyingLifetimeValue({ margins: [1], retentions: [2], discount: 0 })).toThrow(
      /retentions\[0\]/,
    );
    expect(() => varyingLifetimeValue({ margins: [], retentions: [], discount: 0 })).toThrow(
      /margins/,
    );
  });
});

describe('retentionLift 的端点', () => {
  it('不提高就是 0，哪怕起点是 0 或永不流失；起点为 0 而提高为 Infinity', () => {
    expect(retentionLift({ retention: 0, increase: 0, discount: 0.1 })).toBe(0);
    expect(retentionLift({ retention: 1, increase: 0, discount: 0 })).toBe(0);
    expect(retentionLift({ retention: 0, increase: 0.1, discount: 0.1 })).toBe(Infinity);
    expect(retentionLift({ retention: 0.9, increase: 0.1, discount: 0 })).toBe(Infinity);
    expect(retentionLift({ retention: 1, increase: -0.2, discount: 0 })).toBeCloseTo(-1, 14);
  });
  it('涨幅 10⁻¹² 也有全部有效位：i(1 + d)/(r(d + 1 − r − i))', () => {
    const lift = retentionLift({ retention: 0.8, increase: 1e-12, discount: 0.1 });
    expect(lift / ((1e-12 * 1.1) / (0.8 * 0.3))).toBeCloseTo(1, 11);
  });
  it('十进小数相加的末位舍入不算越过 1', () => {
    expect(
      retentionLift({ retention: 0.7000000000000001, increase: 0.3, discount: 0.1 }),
    ).toBeGreaterThan(0);
  });
});
