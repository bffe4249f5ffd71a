import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { nearest, predictionOf, scenarioValues } from '../../src/widget-kit/model.ts';
import { model, type Setting } from '../../src/widgets/manager-pipeline/model.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: number, scenario: string, change: Partial<Setting> = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('manager-pipeline', () => {
  test('12 % leave, one in four is mentored: 13 % a year does not dilute', () => {
    const { limit, end, ninety } = model.at({}, 'hot-pot');
    expect(limit).toBeCloseTo(0.13, 12);
    expect(end.seasonedShare).toBeCloseTo((1.13 / 1.3) ** 6, 12);
    expect(ninety).toBeCloseTo(1.13 / 0.9 ** (1 / 6) - 1, 12);
    expect(model.at({ growth: 0.13 }).end.seasonedShare).toBeCloseTo(1, 9);
    expect(told(13, 'hot-pot').hit).toBe(true);
  });

  test('15, 30 and 50 % a year leave 90, 43 and 18 % of stores with a seasoned manager after six years', () => {
    const shares = [0.15, 0.3, 0.5].map((growth) => model.at({ growth }).end.seasonedShare);
    expect(shares.map((share) => Math.round(share * 100))).toEqual([90, 43, 18]);
    // 场景里说“三成是四百八十多家”“一半是一千一百多家”
    expect(model.at({}, 'hot-pot').end.stores).toBeCloseTo(482.7, 1);
    expect(model.at({}, 'half').end.stores).toBeCloseTo(1139.1, 1);
    expect(told(18, 'half').hit).toBe(true);
  });

  test('opening none still loses: more leave than are mentored, 53 % after six years', () => {
    const { end, still, limit } = model.at({}, 'still');
    expect(end.seasonedShare).toBeCloseTo(0.9 ** 6, 12);
    expect(still).toBe(end.seasonedShare);
    expect(limit).toBeCloseTo(-0.1, 12);
    const values = scenarioValues(model, 'still');
    expect(model.sentence(values, model.compute(values))).toContain('一家不开也越来越少');
  });

  test('two more years of training lower the bound from 13 % to 9.1 %', () => {
    const { limit, quickLimit } = model.at({}, 'slow');
    const ratio = 1 + limit;
    expect(ratio ** 3).toBeCloseTo(0.88 * ratio ** 2 + 0.25, 9);
    expect(limit).toBeCloseTo(0.0906, 3);
    expect(quickLimit).toBeCloseTo(0.13, 12);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(25, 'hot-pot').explanation).toContain('先要填走掉的坑');
    expect(told(37, 'hot-pot').explanation).toContain('是减，不是加');
    expect(told(30, 'hot-pot').explanation).toContain('照你猜的一年多开 30%');
    expect(told(30, 'hot-pot').explanation).toContain('43.1%');
    expect(told(8, 'hot-pot').explanation).toContain('还可以再快');
    expect(told(13, 'slow').explanation).toContain('当年就出师的上限');
    expect(told(75, 'half').explanation).toContain('头一年末的');
    expect(told(100, 'half').explanation).toContain('跟不上店');
    expect(told(0, 'half').explanation).toContain('减了 6 遍');
    expect(told(30, 'half').explanation).toContain('1.13 ÷ 1.5 的 6 次方');
    expect(told(100, 'still').explanation).toContain('照样走');
    expect(told(90, 'still').explanation).toContain('头一年末的');
    expect(told(40, 'still').explanation).toContain('减了 6 遍');
    expect(told(53, 'still').hit).toBe(true);
  });

  test('what the explanations claim holds over the whole range', () => {
    const on = (name: keyof Setting) => {
      const param = model.params[name];
      return fc
        .double({ min: param.min, max: param.max, noNaN: true })
        .map((value) => nearest(param, value));
    };
    const settings = fc.record({
      growth: on('growth'),
      leaving: on('leaving'),
      mentoring: on('mentoring'),
      training: on('training'),
      years: on('years'),
    });
    fc.assert(
      fc.property(settings, (values) => {
        const { limit, quickLimit, end, still, ninety, next, curve } = model.compute(values);
        // “还可以再快”“哪一样不成立，上限都更低”：出师晚，上限只低不高（缩的时候更慢地缩）
        if (quickLimit >= 0) expect(limit).toBeLessThanOrEqual(quickLimit + 1e-9);
        // 在上限以内，一年也不缺
        if (values.growth <= limit) expect(end.seasonedShare).toBeGreaterThan(1 - 1e-9);
        // 上限为负，“一家不开也越来越少”
        if (limit < -1e-9 && values.training === 0) expect(still).toBeLessThan(1);
        // “就算一家不开也保不住九成”与“最多开”
        expect(ninety < 0).toBe(still < 0.9 - 1e-12);
        // 当年就出师，一年一年连乘
        if (values.training === 0 && end.seasonedShare < 1)
          expect(end.seasonedShare).toBeCloseTo(next.seasonedShare ** values.years, 9);
        expect(curve.at(-1)!.share).toBeLessThanOrEqual(curve[0]!.share);
      }),
      { numRuns: 150 },
    );
  });
});
