import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pChart } from '../../src/calc/quality/control/p-chart.ts';
import { runLength } from '../../src/calc/quality/control/run-length.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, whole } from '../../src/widgets/ae-chart/model.ts';
import {
  country,
  hospital,
  hospitalCode,
  sampled,
  shuffledPiles,
  trusts,
} from '../../src/widgets/ae-chart/tables.ts';

const said = (scenario: string, guess: Guess, change = {}) => {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
};

describe('the tables', () => {
  test.each(['nhs-ae-month', 'nhs-ae-one-trust', 'nhs-ae-trust-pchart'])(
    'content/data/%s.csv says in its head where the numbers come from and what is allowed',
    (name) => {
      const file = `content/data/${name}.csv`;
      const head = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .join('\n');
      for (const words of ['NHS England', 'NHSRdatasets', 'Open Government Licence v3.0'])
        expect(head, `${file}：开头用 # 行写明来源与许可`).toContain(words);
    },
  );

  test('130 hospitals and twice 36 months, no more breaches than attendances', () => {
    expect(trusts).toHaveLength(130);
    expect(new Set(trusts.map(({ code }) => code)).size).toBe(130);
    expect([hospital.length, country.length]).toEqual([36, 36]);
    for (const { breaches, attendances } of [...hospital, ...country])
      expect(breaches).toBeLessThan(attendances);
    expect(trusts.map(({ outside }) => outside)).toEqual(
      trusts.map(({ outside }) => outside).toSorted((a, b) => a - b),
    );
  });

  test('the table of the hospitals counts every one of them once', () => {
    const values = scenarioValues(model, 'trusts');
    const { rows } = model.table(values, model.compute(values));
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(130);
    expect(rows.map(([months]) => months)).toEqual([...new Set(rows.map(([months]) => months))]);
  });

  test('the row of the one hospital is what its own months give', () => {
    const row = trusts.find(({ code }) => code === hospitalCode)!;
    const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);
    const rate =
      total(hospital.map((each) => each.breaches)) /
      total(hospital.map((each) => each.attendances));
    expect(row.rate).toBeCloseTo(rate, 4);
    expect(row.attendances).toBe(Math.floor(total(hospital.map((each) => each.attendances)) / 36));
    expect(row.outside).toBe(whole.signals.p.length);
  });
});

describe('ae-chart', () => {
  test('all 130 are outside in at least half their months: 20 the fewest, 30.5 the middle, 0.1 by chance', () => {
    const { over, spread } = model.at();
    expect(over).toBe(130);
    expect(spread).toMatchObject({ least: 20, median: 30.5, most: 35, calmest: 3.84 });
    expect(spread.byChance).toBeCloseTo(36 * runLength({ shift: 0 }).signalProbability, 12);
    expect(fixed(spread.byChance, 1)).toBe('0.1');
    expect(said('trusts', 130).hit).toBe(true);
    expect(said('trusts', 2).explanation).toContain('千分之三');
    expect(said('trusts', 119).explanation).not.toContain('管得差');
    expect(said('trusts', 40).explanation).toContain('管得差');
  });

  test('the same hospital: 31 of 36 on the p chart, none on the individuals chart, none on Laney’s', () => {
    const { signals, individuals, laney, hidden } = model.at({}, 'hospital');
    expect([signals.p.length, signals.individuals.length, signals.laney.length]).toEqual([
      31, 0, 0,
    ]);
    expect(individuals.individuals.lower).toBeCloseTo(0.0399, 4);
    expect(individuals.individuals.upper).toBeCloseTo(0.1863, 4);
    expect(laney.inflation).toBeCloseTo(5.74, 2);
    expect(hidden).toMatchObject({ ranges: 1, run: 10 });
    expect(hidden.neighbours).toBeCloseTo(0.576, 3);
    expect(said('hospital', 0).hit).toBe(true);
  });

  test('none outside is never called in control: the sentence and every verdict say so', () => {
    const values = scenarioValues(model, 'hospital');
    for (const chart of ['individuals', 'laney'] as const)
      expect(model.sentence(values, model.at({ chart }, 'hospital'))).toContain('别说它受控');
    expect(
      model.sentence({ ...values, chart: 'laney' }, model.at({ chart: 'laney' }, 'hospital')),
    ).toContain('别说它受控');
    for (const guess of [0, 5, 15])
      expect(said('hospital', guess).explanation).toContain('不等于受控');
  });

  test('100 records a month show 2 outside of 31, as other draws do: 1.5 on the average of forty', () => {
    expect(model.at({}, 'few-records').signals.p).toHaveLength(2);
    const counts = Array.from({ length: 40 }, (_, seed) => {
      const defectives = shuffledPiles(seed + 1).map((pile) => pile[100] as number);
      return pChart({ defectives, sizes: 100 }).signals.length;
    });
    const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length;
    expect(mean).toBeGreaterThan(1);
    expect(mean).toBeLessThan(2.5);
    expect(said('few-records', 31).explanation).toContain('±9.5');
    expect(said('few-records', 2).hit).toBe(true);
    expect(said('few-records', 12).explanation).toContain('少得比你想的还多');
    expect(said('few-records', 36).explanation, '猜的比全查还多').toContain('不是多了');
  });

  test('a fuller search is the same records and more; the whole of them is the table itself', () => {
    const few = sampled(100);
    const more = sampled(3000);
    few.defectives.forEach((late, i) => expect(late).toBeLessThanOrEqual(more.defectives[i]!));
    expect(sampled(6500).defectives).toEqual(hospital.map(({ breaches }) => breaches));
    expect(sampled(6000).sizes.every((size, i) => size <= hospital[i]!.attendances)).toBe(true);
  });

  test('the busiest month is July 2018, 70 319 a day and 10.7 per cent; the quietest has 14.9', () => {
    const { nation } = model.at();
    expect(nation.busiest.month).toBe('2018 年 7 月');
    expect(fixed(nation.busiest.daily * 1000)).toBe('70,319');
    expect(fixed(nation.busiest.rate * 100, 1)).toBe('10.7');
    expect(nation.quietest.month).toBe('2017 年 1 月');
    expect(fixed(nation.quietest.daily * 1000)).toBe('61,138');
    expect(fixed(nation.quietest.rate * 100, 1)).toBe('14.9');
    expect(nation.worst.month).toBe('2019 年 2 月');
    expect(fixed(nation.rate * 100, 1)).toBe('11.5');
    expect(fixed(nation.byPeople.coefficient, 2)).toBe('0.00');
    expect(fixed(nation.byAdmissions.coefficient, 2)).toBe('0.53');
    expect(nation.byAdmissions.lower).toBeCloseTo(0.25, 2);
    expect(nation.byAdmissions.upper).toBeCloseTo(0.73, 2);
    const sentence = model.sentence(
      scenarioValues(model, 'busiest'),
      model.at(scenarioValues(model, 'busiest')),
    );
    expect(sentence, '相关照平均一天几人算，话里要说').toMatch(/每天来多少人.*每天收住院多少人/);
    expect(said('busiest', 'below').hit).toBe(true);
    expect(said('busiest', 'top').explanation).toContain('2019 年 2 月');
  });

  test('what a wrong guess is told holds wherever it is said', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 130 }).map((step) => step * 50),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: 0, max: 36 }),
        (seen, months, guess) => {
          const result = model.at({ seen, months });
          const hospitalSays = said('hospital', guess, { seen });
          if (/少下来|数没有变/.test(hospitalSays.explanation))
            expect(guess).toBeGreaterThan(result.signals.individuals.length);
          if (hospitalSays.explanation.includes('少下来'))
            expect(result.signals.individuals.length).toBeLessThan(result.signals.p.length);
          const few = said('few-records', guess, { seen }).explanation;
          if (few.includes('低了')) expect(guess).toBeLessThan(result.signals.p.length);
          if (few.includes('少得比你想')) {
            expect(guess).toBeGreaterThan(result.signals.p.length);
            expect(guess).toBeLessThan(whole.signals.p.length);
          }
          if (few.includes('不是多了'))
            expect(result.signals.p.length).toBeLessThan(whole.signals.p.length);
          const all = said('trusts', guess, { months }).explanation;
          if (all.includes('多了。')) expect(guess).toBeGreaterThan(result.over);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('at the ends of the controls there are numbers, not gaps', () => {
    for (const chart of ['p', 'individuals', 'laney'] as const)
      for (const seen of [50, 6500]) {
        const result = model.at({ chart, seen });
        for (const { lower, upper } of result.limitsNow) expect(upper).toBeGreaterThan(lower);
      }
    expect(model.at({ months: 36 }).over).toBe(0);
    expect(model.at({ months: 1 }).over).toBe(130);
  });
});
