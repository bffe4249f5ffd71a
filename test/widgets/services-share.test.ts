import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { relativeOutputPerWorker } from '../../src/calc/economy/sector-shares.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { clearOf, model, spanOf } from '../../src/widgets/services-share/model.ts';
import { lines, revisions, seriesOf, shareIn } from '../../src/widgets/services-share/series.ts';

function told(guess: Guess, scenario: string) {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('the tables', () => {
  test('the file says in its head where the numbers come from and what is allowed', () => {
    const file = 'content/data/services-share.csv';
    const head = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');
    for (const said of ['世界银行', '国际劳工组织', '国家统计局', '许可：'])
      expect(head, `${file}：开头用 # 行写明来源与许可`).toContain(said);
  });

  test.each(lines)('$column runs without a gap and stays a percentage', ({ id }) => {
    const points = seriesOf(id);
    expect(points.length).toBeGreaterThan(20);
    points.forEach(({ year, share }, i) => {
      expect(year).toBe(points[0]!.year + i);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(100);
    });
  });

  test('the ends of each series are those the source printed', () => {
    const ends = lines.map(({ id }) => {
      const points = seriesOf(id);
      return [points[0], points.at(-1)].map((point) => `${point!.year} ${point!.share}`).join('，');
    });
    expect(ends).toEqual([
      '1978 24.6，2022 52.78',
      '1991 18.9，2023 45.8',
      '1995 64.75，2022 61.7',
      '1991 35.18，2022 49.74',
      '1997 71.81，2021 77.6',
    ]);
  });

  test('every revision so far raised the share: by 8.8, 1.1 and 1.7 points', () => {
    expect(revisions.map(({ year, first, later }) => `${year} ${fixed(later - first, 1)}`)).toEqual(
      ['2004 8.8', '2018 1.1', '2023 1.7'],
    );
    // 世界银行 2025 年版：2024 年 56.7，比上年高 0.728%
    expect(revisions.at(-1)!.later).toBeCloseTo(56.7 / 1.00728, 1);
  });
});

describe('services-share', () => {
  test('China rose 28.2 points in 44 years, first passed a half in 2015, and turned after 2020', () => {
    const { change, highest, lowest } = model.at();
    expect(change).toBeCloseTo(52.78 - 24.6, 9);
    expect(highest).toEqual({ year: 2020, share: 54.46 });
    expect(lowest).toEqual({ year: 1980, share: 22.31 });
    expect(seriesOf('china-value').find(({ share }) => share > 50)!.year).toBe(2015);
  });

  test('the world did not rise from 1995 to 2022, but the sign turns with the last year', () => {
    const { change, highest, lowest } = model.at({}, 'world');
    expect(change).toBeCloseTo(61.7 - 64.75, 9);
    expect([lowest.share, highest.share]).toEqual([61.7, 65.25]);
    expect(model.at({ to: 2020 }, 'world').change).toBeCloseTo(0.5, 9);
    expect(model.at({}, 'world-jobs').change).toBeCloseTo(11.99, 9);
  });

  test('years outside a series move to its ends, in either order, and the sentence says so', () => {
    const { start, end } = spanOf('world-value', 2023, 1978);
    expect([start.year, end.year]).toEqual([1995, 2022]);
    const values = { ...scenarioValues(model, 'world'), from: 1978 };
    expect(model.sentence(values, model.compute(values))).toContain('这条线从 1995 年到 2022 年');
    const still = { ...values, from: 2000, to: 2000 };
    expect(model.sentence(still, model.compute(still))).toContain('同一年');
  });

  test('each drawn curve hears about its own mistake', () => {
    expect(told([24.6, 32, 40, 45, 53], 'china').hit).toBe(true);
    expect(told([24.6, 40, 52, 64, 75], 'china').explanation).toContain('终点画高了');
    expect(told([24.6, 26, 30, 35, 40], 'china').explanation).toContain('终点容易画低');
    expect(told([24.6, 25, 28, 40, 55], 'china').explanation).toContain('7.8 个百分点');
    expect(told([24.6, 32, 48, 53, 55], 'china').explanation).toContain('3.2 个百分点');
    expect(told([24.6, 32, 40, 45, 53], 'china').explanation).toContain('2020 年到过 54.46%');
  });

  test('the other three questions are judged by the tables', () => {
    expect(told('none', 'world').hit).toBe(true);
    expect(told('none', 'world').explanation).not.toMatch(/^对/);
    expect(told('big', 'world').explanation).toContain('61.70% 到 65.25%');
    expect(told(12, 'world-jobs').hit).toBe(true);
    const ratio = (year: number) =>
      relativeOutputPerWorker({
        valueShare: shareIn('world-value', year)! / 100,
        employmentShare: shareIn('world-jobs', year)! / 100,
      });
    expect(told(12, 'world-jobs').explanation).toContain(
      `1995 年是其余部门的 ${fixed(ratio(1995), 2)} 倍，2022 年只有 ${fixed(ratio(2022), 2)} 倍`,
    );
    expect(told(0, 'world-jobs').explanation).toContain('增加值看钱，就业看人');
    expect(told(45, 'china-jobs').hit).toBe(true);
    expect(told(52.8, 'china-jobs').explanation).toContain('当成了一个');
    expect(told(65, 'china-jobs').explanation).toContain('种地的人');
  });

  test('the figure that is asked for stays when the line or the years are changed', () => {
    const predict = predictionOf(model, 'world');
    const values = { ...scenarioValues(model, 'world'), line: 'usa-value' as const, to: 2020 };
    expect(predict.kind === 'choice' && predict.answer(values, model.compute(values))).toBe('none');
  });

  test('the number at an end of the line is written beside the line, not on it', () => {
    const china = seriesOf('china-value');
    // 1978 年的字占到 1994 年：线在上面升，写下面；2022 年的字往前占，写上面
    const [first, last] = [china[0]!, china.at(-1)!];
    expect(clearOf(china, first.share, 1978, 1994)).toEqual({ below: true, share: 22.31 });
    expect(clearOf(china, last.share, 2006, 2022)).toEqual({ below: false, share: 54.46 });
    for (const { id } of lines)
      for (const end of [seriesOf(id)[0]!, seriesOf(id).at(-1)!])
        for (const side of [undefined, 'above', 'below'] as const) {
          const { below, share } = clearOf(
            seriesOf(id),
            end.share,
            end.year - 16,
            end.year + 16,
            side,
          );
          const within = seriesOf(id).filter(({ year }) => Math.abs(year - end.year) <= 16);
          for (const point of within)
            expect(below ? point.share >= share : point.share <= share).toBe(true);
        }
  });

  test('the share of a year that a series lacks is no number', () => {
    expect(shareIn('china-value', 2023)).toBeNull();
    expect(shareIn('china-jobs', 2023)).toBe(45.8);
  });
});
