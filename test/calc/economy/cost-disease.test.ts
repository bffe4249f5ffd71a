import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costDisease, impliedServicesGrowth } from '../../../src/calc/economy/cost-disease.ts';

const halves = { goodsGrowth: 0.03, servicesGrowth: 0, years: 40, initialShare: 0.5 };

/** 任意一种设置；年数与增速都取得比实验里宽。 */
const anySetting = fc.record({
  goodsGrowth: fc.double({ min: -0.2, max: 0.5, noNaN: true }),
  servicesGrowth: fc.double({ min: -0.2, max: 0.5, noNaN: true }),
  years: fc.double({ min: 0, max: 80, noNaN: true }),
  initialShare: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  elasticity: fc.double({ min: 0, max: 3, noNaN: true }),
});

describe('costDisease', () => {
  it('手算：制造业每年翻一番、两年 4 倍，服务不变，产量同步，就业 1 : 4，各产 1.6 倍', () => {
    const after = costDisease({ ...halves, goodsGrowth: 1, years: 2 });
    expect(after.relativePrice).toBeCloseTo(4, 12);
    expect(after.servicesShare).toBeCloseTo(0.8, 12);
    expect(after.servicesOutput).toBeCloseTo(0.8 / 0.5, 12);
    expect(after.goodsOutput).toBeCloseTo((4 * 0.2) / 0.5, 12);
    expect(after.growth).toBeCloseTo(0.2, 12);
  });

  it('鲍莫尔的情形：一边年增 3%、一边不增，产量之比不变，40 年后价格 1.03⁴⁰ 倍、就业 q/(1+q)', () => {
    const q = 1.03 ** 40;
    const after = costDisease(halves);
    expect(q).toBeCloseTo(3.262, 3);
    expect(after.relativePrice).toBeCloseTo(q, 12);
    expect(after.servicesShare).toBeCloseTo(q / (1 + q), 12);
    expect(after.servicesShare).toBeCloseTo(0.765, 3);
    expect(after.growth).toBeCloseTo(0.00704, 5);
    const slower = costDisease({ ...halves, servicesGrowth: 0.01 });
    expect(slower.relativePrice).toBeCloseTo((1.03 / 1.01) ** 40, 12);
    expect(slower.relativePrice).toBeCloseTo(2.191, 3);
    expect(slower.servicesShare).toBeCloseTo(0.687, 3);
  });

  it('恒等式：产量等于生产率乘人数，两边名义产值之比等于就业之比，产量之比是 q 的 −ε 次方', () => {
    fc.assert(
      fc.property(anySetting, (setting) => {
        const { relativePrice, servicesShare, servicesOutput, goodsOutput } = costDisease(setting);
        const { goodsGrowth, servicesGrowth, years, initialShare, elasticity } = setting;
        const close = (got: number, wanted: number) =>
          expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted) + 1e-12);
        const goodsShare = costDisease({
          goodsGrowth: servicesGrowth,
          servicesGrowth: goodsGrowth,
          years,
          initialShare: 1 - initialShare,
          elasticity,
        }).servicesShare;
        close(servicesShare + goodsShare, 1);
        close(servicesOutput, ((1 + servicesGrowth) ** years * servicesShare) / initialShare);
        close(goodsOutput, ((1 + goodsGrowth) ** years * goodsShare) / (1 - initialShare));
        close(servicesOutput / goodsOutput, relativePrice ** -elasticity);
        close(
          (relativePrice * servicesOutput * initialShare) / (goodsOutput * (1 - initialShare)),
          servicesShare / goodsShare,
        );
      }),
    );
  });

  it('全社会增速就是按上一年价格加总的产量增速', () => {
    // 价格正比于 1/生产率，两边人数按份额：Σ p(t−1)·Y(t) ÷ Σ p(t−1)·Y(t−1) − 1
    const before = costDisease({ ...halves, servicesGrowth: 0.01, years: 9, elasticity: 0.4 });
    const after = costDisease({ ...halves, servicesGrowth: 0.01, years: 10, elasticity: 0.4 });
    const worth = ({ servicesOutput, goodsOutput }: typeof before) =>
      (before.relativePrice * servicesOutput + goodsOutput) / 2;
    expect(after.growth).toBeCloseTo(worth(after) / worth(before) - 1, 12);
  });

  it('弹性为 1、两边一样快、或一年没过，份额都不动', () => {
    for (const still of [{ elasticity: 1 }, { servicesGrowth: 0.03 }, { years: 0 }])
      expect(costDisease({ ...halves, initialShare: 0.3, ...still }).servicesShare).toBeCloseTo(
        0.3,
        12,
      );
    expect(costDisease({ ...halves, years: 0 })).toMatchObject({
      relativePrice: 1,
      servicesOutput: 1,
      goodsOutput: 1,
    });
  });

  it('弹性大于 1 时方向反过来：服务越贵，做服务的人越少', () => {
    expect(costDisease({ ...halves, elasticity: 1.5 }).servicesShare).toBeLessThan(0.5);
    expect(costDisease({ ...halves, elasticity: 0.5 }).servicesShare).toBeGreaterThan(0.5);
  });

  it('十万年以后份额到头，增速落到慢的那个，没有一个数算不出来', () => {
    const end = costDisease({ ...halves, years: 1e5 });
    expect(end.relativePrice).toBe(Infinity);
    expect(end.servicesShare).toBe(1);
    expect(end.growth).toBe(0);
    expect(end.servicesOutput).toBeCloseTo(2, 12);
    expect(end.goodsOutput).toBeCloseTo(2, 9);
    const other = costDisease({ ...halves, years: 1e5, elasticity: 2 });
    expect(other.servicesShare).toBe(0);
    expect(other.growth).toBeCloseTo(0.03, 12);
  });

  it('拒绝坏输入并指出参数', () => {
    expect(() => costDisease({ ...halves, goodsGrowth: -1 })).toThrow(/goodsGrowth must be/);
    expect(() => costDisease({ ...halves, goodsGrowth: NaN })).toThrow(/goodsGrowth/);
    expect(() => costDisease({ ...halves, servicesGrowth: -1.5 })).toThrow(/servicesGrowth/);
    expect(() => costDisease({ ...halves, servicesGrowth: Infinity })).toThrow(/servicesGrowth/);
    expect(() => costDisease({ ...halves, years: -1 })).toThrow(/years must be/);
    expect(() => costDisease({ ...halves, initialShare: 0 })).toThrow(/initialShare/);
    expect(() => costDisease({ ...halves, initialShare: 1 })).toThrow(/initialShare/);
    expect(() => costDisease({ ...halves, elasticity: -0.1 })).toThrow(/elasticity/);
  });
});

describe('impliedServicesGrowth', () => {
  it('学费 20 年相对涨到 1.03²⁰ 倍而其余部门年增 3%，学校的生产率没有涨', () => {
    expect(
      impliedServicesGrowth({ goodsGrowth: 0.03, relativePrice: 1.03 ** 20, years: 20 }),
    ).toBeCloseTo(0, 14);
    expect(
      impliedServicesGrowth({ goodsGrowth: 0.03, relativePrice: 1.81, years: 20 }),
    ).toBeCloseTo(-0.0001, 4);
  });
  it('正着算出来的价格，反推得回原来的增速', () => {
    fc.assert(
      fc.property(
        anySetting.filter(({ years }) => years >= 1),
        (setting) => {
          const { relativePrice } = costDisease(setting);
          expect(impliedServicesGrowth({ ...setting, relativePrice })).toBeCloseTo(
            setting.servicesGrowth,
            9,
          );
        },
      ),
    );
  });
  it('价格没变，两边就一样快；价格跌了，服务更快', () => {
    expect(impliedServicesGrowth({ goodsGrowth: 0.02, relativePrice: 1, years: 7 })).toBeCloseTo(
      0.02,
      14,
    );
    expect(
      impliedServicesGrowth({ goodsGrowth: 0.02, relativePrice: 0.5, years: 7 }),
    ).toBeGreaterThan(0.02);
  });
  it('拒绝坏输入并指出参数', () => {
    const given = { goodsGrowth: 0.03, relativePrice: 2, years: 20 };
    expect(() => impliedServicesGrowth({ ...given, goodsGrowth: -1 })).toThrow(/goodsGrowth/);
    expect(() => impliedServicesGrowth({ ...given, relativePrice: 0 })).toThrow(/relativePrice/);
    expect(() => impliedServicesGrowth({ ...given, years: 0 })).toThrow(/years/);
  });
});
