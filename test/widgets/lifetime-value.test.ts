import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { varyingLifetimeValue } from '../../src/calc/strategy/customer-lifetime-value.ts';
import { payback } from '../../src/calc/strategy/payback.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { liftFrom, model, rate, type Setting } from '../../src/widgets/lifetime-value/model.ts';

const setting = (scenario: string, change: Partial<Setting> = {}): Setting => ({
  ...scenarioValues(model, scenario),
  ...change,
});
/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'haircut', change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const asked = (scenario: string, change: Partial<Setting> = {}) => {
  const values = setting(scenario, change);
  return questionText(predictionOf(model, scenario), values, model.compute(values));
};

const { share, loyal, casual, discount } = model.params;
const on = (param: typeof share | typeof loyal | typeof casual | typeof discount) =>
  fc.double({ min: param.min, max: param.max, noNaN: true }).map((value) => nearest(param, value));
const mixes = fc.record({
  share: on(share),
  loyal: on(loyal),
  casual: on(casual),
  discount: on(discount),
});

describe('lifetime-value', () => {
  test('half at 95 % and half at 55 % are worth 3.67 years of margin, not the 2.14 of 75 %', () => {
    const { worth, singleWorth, loyalWorth, casualWorth, firstRetention } = model.at();
    expect(firstRetention).toBeCloseTo(0.75, 12);
    expect(loyalWorth).toBeCloseTo(0.95 / 0.15, 12);
    expect(casualWorth).toBeCloseTo(1, 12);
    expect(worth).toBeCloseTo(11 / 3, 12);
    expect(singleWorth).toBeCloseTo(0.75 / 0.35, 12);
    expect(asked('haircut')).toContain('第一年走了 25%');
    expect(asked('haircut')).toContain('2.14 年的毛利');
  });

  test('the retention observed climbs by itself from 75 to 80, 85 and 88 %', () => {
    const { observedRetention, value } = model.at();
    expect(observedRetention.slice(0, 4).map((each) => Math.round(each * 100))).toEqual([
      75, 80, 85, 88,
    ]);
    // 与逐期给定留存率的终身价值相等：六百年以后的毛利已经可以不计
    const long = Array.from({ length: 600 }, (_, t) => t + 1);
    const by = (t: number) => (0.95 ** t + 0.55 ** t) / (0.95 ** (t - 1) + 0.55 ** (t - 1));
    expect(
      varyingLifetimeValue({
        margins: long.map(() => 120),
        retentions: long.map(by),
        discount: 0.1,
      }).value,
    ).toBeCloseTo(value, 6);
  });

  test('300 yuan for 120 a year: never back by the first year’s rate, at the seventh margin by the list', () => {
    const { payments, single, value } = model.at();
    expect(single.payments).toBe(Infinity);
    expect(payments).toBe(7);
    expect(value).toBeCloseTo(440, 9);
  });

  test('coupons: 43 % in the first year and 88 % in the fourth, with nobody changed', () => {
    const { observedRetention, firstRetention } = model.at({}, 'coupon');
    expect(firstRetention).toBeCloseTo(0.43, 12);
    const alive = (t: number) => 0.2 * 0.95 ** t + 0.8 * 0.3 ** t;
    expect(observedRetention[3]).toBeCloseTo(alive(4) / alive(3), 12);
    expect(observedRetention[3]).toBeCloseTo(0.877, 3);
  });

  test('five points more are worth 20.4 % from 60 %, 27.5 % from 80 %, 40.7 % from 90 %, 26.7 % there at d = 20 %', () => {
    expect(liftFrom(0.6, 0.1)).toBeCloseTo(0.2037, 4);
    expect(liftFrom(0.8, 0.1)).toBeCloseTo(0.275, 4);
    expect(model.at({}, 'five-points').lift).toBeCloseTo(0.4074, 4);
    expect(model.at({ discount: 0.2 }, 'five-points').lift).toBeCloseTo(0.2667, 4);
    expect(asked('five-points')).toContain('多 20.4%');
  });

  test('70 % never pays 300 yuan back, 80 % at the ninth margin, 90 % at the fifth', () => {
    const { payments, value } = model.at({}, 'payback');
    expect(payments).toBe(Infinity);
    expect(value).toBeCloseTo((120 * 0.7) / 0.4, 9);
    expect(payback({ acquisition: 300, margin: 120, retention: 0.8, discount: 0.1 }).payments).toBe(
      9,
    );
    expect(asked('payback')).toContain('留存 90%，收到第 5 笔够本；80%，收到第 9 笔够本');
    expect(told('never', 'payback').hit).toBe(true);
    expect(told('later', 'payback').explanation).toContain('加起来也只有 210 元');
    // 设置改了，答案与解释跟着变
    expect(told('soon', 'payback', { loyal: 0.9 })).toMatchObject({ hit: true });
    expect(told('later', 'payback', { loyal: 0.9 }).explanation).not.toContain('无穷');
    expect(told('soon', 'payback', { acquisition: 0 }).explanation).toContain('没有本要收');
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(3.67).hit).toBe(true);
    expect(told(2.14).explanation).toContain('平均的留存率没有变');
    expect(told(1.5).explanation).toContain('不能再扣一遍');
    expect(told(6.3).explanation).toContain('常客一个人的');
    expect(told(4.5).explanation).toContain('多了');
    expect(told(2.8).explanation).toContain('还少了');
    expect(told(88, 'coupon').hit).toBe(true);
    expect(told(43, 'coupon').explanation).toContain('43%、58.7%、76.5%、87.7%');
    expect(told(20, 'coupon').explanation).toContain('不会跟着低');
    expect(told(97, 'coupon').explanation).toContain('也只有 95%');
    expect(told(60, 'coupon').explanation).toContain('占 44%');
    expect(told(40, 'five-points').hit).toBe(true);
    expect(told(5, 'five-points').explanation).toContain('一年一年叠上去');
    expect(told(20, 'five-points').explanation).toContain('走的少了一半');
    expect(told(12, 'five-points').explanation).toContain('分母越小');
    expect(told(100, 'five-points').explanation).toContain('从 10% 少到 5%');
  });

  test('what the explanations say holds over the whole range', () => {
    fc.assert(
      fc.property(mixes, (mix) => {
        const result = model.at(mix);
        // “容易走的人已经算在里面”：照名单算从不低于按头一年算
        expect(result.worth).toBeGreaterThanOrEqual(result.singleWorth * (1 - 1e-12));
        // “往后不会低”“也只有最肯留的那种人那么高”
        const best = Math.max(mix.loyal, mix.casual);
        result.observedRetention.forEach((seen) => {
          expect(seen).toBeGreaterThanOrEqual(result.firstRetention - 1e-12);
          expect(seen).toBeLessThanOrEqual(best + 1e-12);
        });
        // 平均在两种人之间
        const [low, high] = [result.loyalWorth, result.casualWorth].sort((a, b) => a - b);
        expect(result.worth).toBeGreaterThanOrEqual(low! * (1 - 1e-12));
        expect(result.worth).toBeLessThanOrEqual(high! * (1 + 1e-12));
        // “哪怕起点低，也多出不止 5%”
        expect(result.lift).toBeGreaterThan(0.08);
        if (!result.mixed) expect(result.worth).toBeCloseTo(result.singleWorth, 9);
      }),
    );
  });

  test('when everybody is alike it says so and does not talk of two kinds', () => {
    for (const change of [{ share: 1 }, { share: 0 }, { casual: 0.95 }]) {
      const values = setting('haircut', change);
      const said = model.sentence(values, model.compute(values));
      expect(said).toContain('人人留存');
      expect(said).not.toContain('名单');
    }
    expect(told(43, 'coupon', { share: 0, casual: 0.43 })).toMatchObject({ hit: true });
    expect(told(43, 'coupon', { share: 0, casual: 0.43 }).explanation).toContain('人人一样');
  });

  test('without discount and nobody leaving, the value of five points has no end and is said in words', () => {
    const values = setting('five-points', { loyal: 0.98, discount: 0 });
    const result = model.compute(values);
    expect(result.lift).toBe(Infinity);
    expect(model.sentence(values, result)).toContain('价值多到没有上限');
    expect(rate(0.425)).toBe('42.5%');
  });
});

test('the value of one kind alone, high or low, is recognised; less than the lowest is told so', () => {
  expect(told(6.33).explanation).toContain('这是常客一个人的');
  expect(told(1).explanation).toContain('这是尝鲜客一个人的');
  expect(told(0).explanation).toContain('连最容易走的人，一位也值 1 年');
  expect(told(1.6).explanation).toContain('不能再扣一遍');
});
