import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model } from '../../src/widgets/reliability-tower/model.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'journey', change: object = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('reliability-tower', () => {
  test('twenty steps by hand: 66.8 % bare, 81.8 % with half the misses kept out, 85.2 % recovered, 92.3 % with both', () => {
    // 0.98²⁰、0.99²⁰、(1 − 0.02 × 0.4)²⁰、(1 − 0.02 × 0.5 × 0.4)²⁰
    expect(model.at().success).toBeCloseTo(0.66761, 5);
    const both = model.at({}, 'both');
    expect(both.failSafeOnly).toBeCloseTo(0.81791, 5);
    expect(both.recoveryOnly).toBeCloseTo(0.85159, 4);
    expect(both.success).toBeCloseTo(0.92297, 4);
    expect(both.expectedFailures).toBeCloseTo(20 * 0.004, 12);
  });

  test('nine at 99.5 % and one at 90 %: halving the nine gives 88.0 %, halving the one 90.8 %', () => {
    // 0.995⁹ × 0.9 = 86.03%；0.9975⁹ × 0.9 = 87.99%；0.995⁹ × 0.95 = 90.81%
    const { choices, success } = model.at({}, 'weak-spot');
    expect(choices.none).toBeCloseTo(0.86029, 4);
    expect(choices.others).toBeCloseTo(0.87995, 4);
    expect(choices.weakest).toBeCloseTo(0.90809, 4);
    expect(choices.all).toBeCloseTo(0.92884, 4);
    expect(success).toBe(choices.weakest);
    expect(told('weakest', 'weak-spot').hit).toBe(true);
    expect(told('others', 'weak-spot').explanation).toContain('88.0%');
  });

  test('cutting a third of the steps and a third of the misses come to the same', () => {
    // 0.97⁸ = 78.37%；0.98¹² = 78.47%
    expect(told('same', 'fewer-steps').hit).toBe(true);
    expect(told('cut', 'fewer-steps').explanation).toContain('78.4%');
    expect(told('improve', 'fewer-steps').explanation).toContain('78.5%');
    expect(model.at({ steps: 8 }, 'fewer-steps').success).toBeCloseTo(0.97 ** 8, 12);
  });

  test('the tower ends where the product ends, floor by floor, the bare one beside it', () => {
    const { surviving, bareSurviving, success, bare, fitted } = model.at({}, 'weak-spot');
    expect(surviving).toHaveLength(10);
    expect(surviving.at(-1)).toBeCloseTo(success, 12);
    expect(bareSurviving.at(-1)).toBeCloseTo(bare, 12);
    expect(fitted.map((each, i) => (each ? i : -1)).filter((i) => i >= 0)).toEqual([6]);
    // 最弱的第七层：装了防错以后 95%，上一层还剩 0.995⁶
    expect(surviving[6]).toBeCloseTo(0.995 ** 6 * 0.95, 12);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(67).hit).toBe(true);
    expect(told(98).explanation).toContain('98% 是一处的');
    expect(told(60).explanation).toContain('加法');
    expect(told(85).explanation).toContain('掉得比你想的多');
    expect(told(30).explanation).toContain('猜得太狠');
    expect(told(92.3, 'both').hit).toBe(true);
    expect(told(100, 'both').explanation).toContain('66.8% 加 15.0%，再加 18.4%');
    expect(told(26, 'both').explanation).toContain('一共百分之几');
    expect(predictionOf(model, 'both')).toMatchObject({ unit: '%', max: 100 });
    expect(told(96, 'both').explanation).toContain('乘着减');
    expect(told(85, 'both').explanation).toContain('各管各的');
    expect(told(89, 'both').explanation).toContain('少了一点');
  });

  test('the first question asks for the bare line whatever safeguards are set', () => {
    expect(told(66.8, 'journey', { failSafe: 0.5 }).hit).toBe(true);
  });

  test('the sentence names the three ways to place a safeguard only where they differ', () => {
    const say = (change: object, scenario: string) => {
      const values = { ...scenarioValues(model, scenario), ...change };
      return model.sentence(values, model.compute(values));
    };
    expect(say({}, 'weak-spot')).toContain('别处都装 88.0%');
    expect(say({ weakness: 0 }, 'weak-spot')).not.toContain('别处都装');
    expect(say({}, 'journey')).toContain('每千位顾客有 332 位');
  });
});
