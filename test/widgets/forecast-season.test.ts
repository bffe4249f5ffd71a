import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fitHoltWinters } from '../../src/calc/forecasting/smoothing-fit.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { growthOf, methods, monthly } from '../../src/widgets/forecast-season/methods.ts';
import { model } from '../../src/widgets/forecast-season/model.ts';
import { daily, fits, months } from '../../src/widgets/forecast-season/series.ts';

function told(guess: Guess, scenario: string) {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const file = 'content/data/nhs-ae-month.csv';
const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

describe('the table', () => {
  test('the file says in its head where the numbers come from and what is allowed', () => {
    const head = text
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');
    for (const said of ['NHS England', 'NHSRdatasets', 'Open Government Licence v3.0'])
      expect(head, `${file}：开头用 # 行写明来源与许可`).toContain(said);
  });

  test('36 months run without a gap, each with its own number of days', () => {
    expect(months).toHaveLength(36);
    expect([months[0], months[23], months[35]]).toEqual([
      '2016 年 4 月',
      '2018 年 3 月',
      '2019 年 3 月',
    ]);
    for (const line of text.split('\n').filter((each) => /^\d/.test(each))) {
      const [month = '', days = ''] = line.split(',');
      const [year, number] = month.split('-').map(Number);
      expect(Number(days), month).toBe(new Date(year!, number!, 0).getDate());
    }
    // 1 867 781 ÷ 30 天
    expect(daily[0]).toBeCloseTo(62.2594, 4);
  });
});

describe('forecast-season', () => {
  test('the coefficients printed for each month end are those the fit finds', () => {
    expect(Object.keys(fits).map(Number)).toEqual(Array.from({ length: 12 }, (_, i) => 24 + i));
    for (const [origin, printed] of Object.entries(fits)) {
      const { alpha, beta, gamma } = fitHoltWinters({
        data: daily.slice(0, Number(origin)),
        period: 12,
        form: 'multiplicative',
      });
      [alpha, beta, gamma].forEach((value, i) =>
        expect(Math.abs(value - printed[i]!), `第 ${origin} 月末的第 ${i + 1} 个`).toBeLessThan(
          6e-4,
        ),
      );
    }
  });

  test('standing at month 24 the four are off by 2.4, 2.1, 4.0 and 3.2 per cent over twelve months', () => {
    const { rows, best, growth } = model.at();
    expect(rows.map(({ id, error }) => `${id} ${fixed(error, 1)}`)).toEqual([
      'holt-winters 2.4',
      'growth 2.1',
      'copy 4.0',
      'last 3.2',
    ]);
    expect(best.id).toBe('growth');
    expect(growth).toBeCloseTo(1.0203, 4);
    expect(growthOf(daily)).toBeCloseTo(1.042, 3);
  });

  test('month by month, one ahead, they are off by 1.8, 1.8, 4.0 and 2.4 per cent; the refitted search agrees', () => {
    const { rows } = model.at({}, 'rolling');
    expect(rows.map((row) => fixed(row.error, 1))).toEqual(['1.8', '1.8', '4.0', '2.4']);
    const searched = monthly('holt-winters', 24, (known) =>
      fitHoltWinters({ data: daily.slice(0, known), period: 12, form: 'multiplicative' }),
    );
    expect(rows[0]?.error).toBeCloseTo(searched.error, 2);
    const values = scenarioValues(model, 'rolling');
    expect(model.sentence(values, model.compute(values))).toContain(
      '霍尔特–温特斯法与去年×增长率差不到 0.1 个百分点',
    );
  });

  test('the errors by hand: copying last year misses each month by its rise', () => {
    const [copy, last] = ['copy', 'last'] as const;
    const share = (guess: (i: number) => number) =>
      (100 / 12) *
      daily.slice(24).reduce((sum, value, i) => sum + Math.abs(value - guess(i)) / value, 0);
    expect(model.at().by(copy).error).toBeCloseTo(
      share((i) => daily[12 + i]!),
      9,
    );
    expect(model.at().by(last).error).toBeCloseTo(
      share(() => daily[23]!),
      9,
    );
  });

  test('a method sees nothing after the month it stands at', () => {
    for (const { id } of methods) {
      expect(model.at({ origin: 30 }).by(id).forecast, id).toHaveLength(6);
      // 只剩一个月时，一次报完与月月重报是一回事
      expect(model.at({ origin: 35, exam: 'monthly' }).by(id), id).toEqual(
        model.at({ origin: 35 }).by(id),
      );
    }
  });

  test('coefficients chosen on the exam lower the error from 2.4 to 1.6', () => {
    const tuned = model.at({}, 'tuned');
    expect(fixed(tuned.by('holt-winters').error, 1)).toBe('1.6');
    expect(tuned.best.id).toBe('holt-winters');
    expect(told('unknown', 'tuned').hit).toBe(true);
    expect(told('unknown', 'tuned').explanation).not.toMatch(/^对/);
    expect(told('wins', 'tuned').explanation).toContain('1.6% 是看过卷子以后的分数');
    expect(told('fit', 'tuned').explanation).toContain('α 0.488、β 0、γ 0');
  });

  test('one month alone crowns the last month; twelve months do not', () => {
    expect(told('last', 'lucky').hit).toBe(true);
    expect(told('growth', 'lucky').explanation).toContain('照最后一月 0.1%');
    expect(told('growth', 'lucky').explanation).toContain('照最后一月 2.4%');
  });

  test('each wrong pick hears about its own mistake', () => {
    expect(told('growth', 'stand').hit).toBe(true);
    expect(told('holt-winters', 'stand').explanation).toContain('一行算式');
    expect(told('copy', 'stand').explanation).toContain('涨势全漏掉');
    expect(told('last', 'stand').explanation).toContain('不认得季节');
    expect(told('tie', 'rolling').hit).toBe(true);
    expect(told('win', 'rolling').explanation).toContain('没有换来准头');
  });
});
