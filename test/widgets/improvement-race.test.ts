import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { capped, model, months, type Setting } from '../../src/widgets/improvement-race/model.ts';

const setting = (scenario: string, change: Partial<Setting> = {}): Setting => ({
  ...scenarioValues(model, scenario),
  ...change,
});
/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario: string, change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const tenth = (value: number) => Number(value.toFixed(1));

describe('improvement-race', () => {
  test('without backsliding 127.0 against 121.0, by compound growth', () => {
    const { small, big, ideal } = model.at({ backsliding: 0 });
    expect(small.end).toBeCloseTo(100 * 1.01 ** 24, 9);
    expect(ideal).toBeCloseTo(small.end, 9);
    expect(tenth(small.end)).toBe(127);
    expect(big.end).toBeCloseTo(121, 9);
  });

  test('10 % a month eats 63 %: 109.9, never above 111.0; four fifths held bring 123.4', () => {
    const { small, lost, ceiling } = model.at({}, 'slipping');
    expect(tenth(small.end)).toBe(109.9);
    expect(lost).toBeCloseTo(0.634, 3);
    // 1 ÷ (1 − 0.9 × 1.01)
    expect(ceiling).toBeCloseTo(100 + 1 / 0.091, 9);
    expect(tenth(model.at({ standardized: 0.8 }).small.end)).toBe(123.4);
    expect(told(110, 'slipping').explanation).toContain('过不了 111.0');
  });

  test('at 5 % the month of the big step and the day of measuring both turn the verdict', () => {
    const at = (month: number) => model.at({ backsliding: 0.05, month });
    const { small } = at(1);
    expect([tenth(small.mean), tenth(small.end)]).toEqual([109.4, 115.5]);
    // 年初、年中、年末
    expect([1, 6, 12].map((month) => tenth(at(month).big.mean))).toEqual([109.9, 107.8, 104.5]);
    expect([1, 6, 12].map((month) => tenth(at(month).big.end))).toEqual([109.1, 111.7, 115.9]);
    expect(told('small', 'year-end').hit).toBe(true);
    expect(told('big', 'new-year').hit).toBe(true);
    for (const scenario of ['year-end', 'new-year']) {
      const values = setting(scenario);
      const result = model.compute(values);
      expect(model.sentence(values, result)).toContain('翻过来');
      expect(told('same', scenario).explanation).toContain('甲 109.4');
    }
    const values = setting('year-end');
    expect(questionText(predictionOf(model, 'year-end'), values, model.compute(values))).toContain(
      '甲 115.5 分，乙 115.9 分',
    );
  });

  test('a big step in the middle of the year loses on average from 0 to 20 % backsliding', () => {
    for (let percents = 0; percents <= 20; percents++) {
      const { small, big } = model.at({ backsliding: percents / 100, month: 6 });
      expect(small.mean, `每月退 ${percents}%`).toBeGreaterThan(big.mean);
    }
  });

  test('steps twice as big lose to four fifths held: 121.3 against 123.4', () => {
    const { doubled, small } = model.at({}, 'remedy');
    expect([tenth(doubled), tenth(small.end)]).toEqual([121.3, 123.4]);
    expect(told('held', 'remedy').hit).toBe(true);
    expect(told('doubled', 'remedy').explanation).toContain('过不了 124.4');
    // 一点不固化，当然是加倍的高
    expect(told('doubled', 'remedy', { standardized: 0 }).hit).toBe(true);
    expect(told('same', 'remedy', { gain: 0 }).hit).toBe(true);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(109.9, 'slipping').hit).toBe(true);
    expect(told(111, 'slipping').hit).toBe(true);
    expect(told(127, 'slipping').explanation).toContain('一点不退的数');
    expect(told(124, 'slipping').explanation).toContain('只退了一回');
    expect(told(116, 'slipping').explanation).toContain('高了');
    expect(told(104, 'slipping').explanation).toContain('低了');
    expect(told(27, 'slipping').explanation).toContain('涨 27.0 就是 127.0');
    expect(told(90, 'slipping').explanation).toContain('100 不动');
    expect(told(120, 'slipping', { gain: 0 }).explanation).toContain('一直是 100');
    expect(told(120, 'slipping', { backsliding: 0 }).explanation).toContain('一点不退');
    expect(told(120, 'slipping', { standardized: 1 }).explanation).toContain('正是 127.0');
  });

  test('a wrong choice hears about its own side, the right one does not', () => {
    const says = (guess: string, id: string) => told(guess, id).explanation;
    expect(says('doubled', 'remedy')).toMatch(/^步子加倍/);
    expect(says('same', 'remedy')).toMatch(/^差 [\d.]+ 分/);
    expect(says('held', 'remedy')).not.toMatch(/^(差|固化得太少)/);
    expect(says('big', 'year-end')).toMatch(/^步子大/);
    expect(says('small', 'new-year')).toMatch(/^改得勤/);
    expect(told('held', 'remedy', { standardized: 0 }).explanation).toMatch(/^固化得太少/);
  });

  test('what the explanations claim holds over the whole range', () => {
    const on = (
      name: 'gain' | 'interval' | 'bigGain' | 'month' | 'backsliding' | 'standardized',
    ) => {
      const param = model.params[name];
      return fc
        .double({ min: param.min, max: param.max, noNaN: true })
        .map((value) => nearest(param, value));
    };
    fc.assert(
      fc.property(
        fc.record({
          gain: on('gain'),
          interval: on('interval'),
          bigGain: on('bigGain'),
          month: on('month'),
          backsliding: on('backsliding'),
          standardized: on('standardized'),
        }),
        (change) => {
          const values = setting('slipping', change);
          const result = model.compute(values);
          const { small, big, baseline, ideal, ceiling, leads, doubled } = result;
          // “不会低过底线”“改到哪一年也过不了”
          small.levels.forEach((level, i) =>
            expect(level).toBeGreaterThanOrEqual(baseline[i]! - 1e-9),
          );
          if (capped(values, result))
            small.levels.forEach((level) => expect(level).toBeLessThanOrEqual(ceiling + 1e-9));
          expect(small.end).toBeLessThanOrEqual(ideal + 1e-9);
          // “乙头几个月一步没有动”
          big.levels.slice(0, values.month).forEach((level) => expect(level).toBeCloseTo(100, 9));
          expect(big.levels).toHaveLength(months + 1);
          expect(leads[values.month - 1]!.mean).toBeCloseTo(small.mean - big.mean, 9);
          expect(leads[values.month - 1]!.end).toBeCloseTo(small.end - big.end, 9);
          // 不固化，步子加倍不会更低
          if (values.standardized === 0) expect(doubled).toBeGreaterThanOrEqual(small.end - 1e-9);
        },
      ),
      { numRuns: 80 },
    );
  });
});
