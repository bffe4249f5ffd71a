import { describe, expect, test } from 'vitest';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { fixed } from '../../src/lib/format.ts';
import { model } from '../../src/widgets/cost-disease/model.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'quartet') {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('cost-disease', () => {
  test('forty years of 3 % against 0 % move half the people to three quarters, by hand', () => {
    // 1.03⁴⁰ = 3.26204；3.26204 ÷ 4.26204 = 76.54%；3% × 23.46% = 0.704%
    const { relativePrice, share, growth, initialGrowth, now } = model.at();
    expect(relativePrice).toBeCloseTo(3.26204, 5);
    expect(share).toBeCloseTo(0.76537, 5);
    expect(initialGrowth).toBeCloseTo(0.015, 12);
    expect(growth).toBeCloseTo(0.00704, 5);
    // 两边产量都是 2 × 76.54% = 1.53 倍：谁也没有少干
    expect(now.servicesOutput).toBeCloseTo(1.53074, 5);
    expect(now.goodsOutput).toBeCloseTo(1.53074, 5);
  });

  test('one per cent a year in the kindergarten takes the price from 3.26 to 2.19 times', () => {
    // (1.03 ÷ 1.01)⁴⁰ = 2.19093；2.19093 ÷ 3.19093 = 68.66%
    const { relativePrice, share } = model.at({}, 'kindergarten');
    expect(relativePrice).toBeCloseTo(2.19093, 4);
    expect(share).toBeCloseTo(0.68661, 4);
    const values = scenarioValues(model, 'kindergarten');
    expect(
      questionText(predictionOf(model, 'kindergarten'), values, model.compute(values)),
    ).toContain('3.26 倍');
  });

  test('an elasticity of one keeps the share; above one turns it round; a faster service shrinks', () => {
    expect(model.at({}, 'home-help').share).toBeCloseTo(0.5, 12);
    expect(model.at({ elasticity: 1.5 }, 'home-help').share).toBeLessThan(0.5);
    // (1.03 ÷ 1.04)⁴⁰ = 0.67945；0.67945 ÷ 1.67945 = 40.46%
    const { share, relativePrice } = model.at({}, 'live-class');
    expect(relativePrice).toBeCloseTo(0.67945, 4);
    expect(share).toBeCloseTo(0.40457, 4);
    expect(told('same', 'home-help').hit).toBe(true);
    expect(told('down', 'live-class').hit).toBe(true);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(76).hit).toBe(true);
    expect(told(50).explanation).toContain('人数的比例');
    expect(told(30).explanation).toContain('买的人少了');
    expect(told(95).explanation).toContain('走得太远');
    expect(told(62).explanation).toContain('低估了复利');
    expect(told(2.2, 'kindergarten').hit).toBe(true);
    expect(told(3.1, 'kindergarten').explanation).toContain('猜高了');
    expect(told(1, 'kindergarten').explanation).toContain('没有追平');
    expect(told(1.7, 'kindergarten').explanation).toContain('猜低了一点');
  });

  test('the explanations follow a changed setting instead of repeating the scenario', () => {
    const { predict } = model.scenarios.find(({ id }) => id === 'home-help')!;
    if (predict?.kind !== 'choice') throw new Error('home-help asks for a choice');
    const heard = (elasticity: number) => {
      const values = { ...scenarioValues(model, 'home-help'), elasticity };
      const { explanation } = predict.options.find(({ value }) => value === 'up')!;
      if (typeof explanation !== 'function') throw new Error('the explanation depends on values');
      return explanation(values, model.compute(values));
    };
    expect(heard(1)).toContain('恰好抵消');
    expect(heard(0.5)).toContain('人就往那里去');
    expect(heard(1.5)).toContain('人就往制造业去');
  });

  test('the table shows every fifth year up to the sixtieth', () => {
    const values = scenarioValues(model, undefined);
    const { rows } = model.table(values, model.compute(values));
    expect(rows.map(([year]) => year)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    expect(rows[8]?.[1]).toBeCloseTo(3.26204, 5);
  });
});
