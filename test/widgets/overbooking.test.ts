import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { overbookingAverage } from '../../src/calc/revenue/overbooking-average.ts';
import { overbookingBinomial } from '../../src/calc/revenue/overbooking-binomial.ts';
import { overbookingCorrelated } from '../../src/calc/revenue/overbooking-correlated.ts';
import { showUpOutcome } from '../../src/calc/revenue/show-ups.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { readGuessText } from '../../src/widget-kit/guess-entry.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import {
  carrier,
  carriers,
  nineMonths,
  perTenThousand,
  thirdQuarter,
} from '../../src/widgets/overbooking/bumping.ts';
import { average, rates } from '../../src/widgets/overbooking/days.ts';
import { model } from '../../src/widgets/overbooking/model.ts';
import { cheapest, outcome } from '../../src/widgets/overbooking/outcomes.ts';
import { twoCarriers } from '../../src/widgets/overbooking/questions.ts';

function told(guess: Guess, scenario: string) {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const flight = scenarioValues(model, 'flight');

describe('the tables', () => {
  test.each([
    ['us-bumping.csv', ['美国运输部', '美国运输统计局', '许可：']],
    ['hotel-city-show-up-7days.csv', ['Data in Brief, 22', '许可：CC BY 4.0']],
  ])('%s says in its head where the numbers come from and what is allowed', (file, needed) => {
    const head = readFileSync(join(import.meta.dirname, '../../content/data', file), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');
    for (const said of needed)
      expect(head, `content/data/${file}：开头用 # 行写明来源与许可`).toContain(said);
  });

  test('the twelve carriers give the rates that the department printed', () => {
    const rate = (period: string) => {
      const all = carriers(period);
      const sum = (of: (each: (typeof all)[number]) => number) =>
        all.reduce((total, each) => total + of(each), 0);
      return fixed((sum((each) => each.involuntary) / sum((each) => each.passengers)) * 1e4, 2);
    };
    expect(
      [nineMonths, '2017年1–9月', thirdQuarter].map((period) => carriers(period).length),
    ).toEqual([12, 12, 12]);
    expect([rate(nineMonths), rate('2017年1–9月'), rate(thirdQuarter)]).toEqual([
      '0.65',
      '0.39',
      '0.69',
    ]);
  });

  test('the carrier that does not overbook bumps 8.8 times as many, and a fifth with volunteers', () => {
    const { blue, delta } = twoCarriers();
    expect([blue.forced, delta.forced].map((rate) => fixed(rate, 2))).toEqual(['0.82', '0.09']);
    expect(blue.forced / delta.forced).toBeCloseTo(8.8, 1);
    expect([blue.all, delta.all].map((rate) => fixed(rate, 1))).toEqual(['2.0', '9.9']);
    expect([blue.involuntary, blue.smallerAircraft, blue.voluntary]).toEqual([1313, 1295, 480]);
    const { involuntary, voluntary } = carrier(thirdQuarter, '达美');
    expect([involuntary, voluntary]).toEqual([306, 33387]);
    expect(perTenThousand(306, carrier(thirdQuarter, '达美'))).toBeCloseTo(0.09, 3);
  });

  test('Lisbon: 678 days, 92.9% arrive, and nine days in ten lie between 80% and 100%', () => {
    expect(rates.length).toBe(678);
    expect(average).toBeCloseTo(0.9287, 4);
    const sorted = rates.toSorted((a, b) => a - b);
    expect([sorted[33], sorted[644]]).toEqual([0.8, 1]);
    expect(Math.min(...rates)).toBeGreaterThan(0);
    expect(Math.max(...rates)).toBeLessThanOrEqual(1);
  });
});

describe('how many to sell', () => {
  test.each([
    [900, 195],
    [1800, 194],
    [3600, 192],
    [9000, 190],
  ])('a denied boarding of %i means %i tickets, as the binomial model says', (deniedCost, sold) => {
    const { best } = model.at({ deniedCost });
    const exact = overbookingBinomial({
      capacity: 180,
      showProbability: 0.92,
      deniedCost,
      spoilageCost: 900,
    });
    expect([best.sold, exact.authorization]).toEqual([sold, sold]);
    expect(best.cost).toBeCloseTo(exact.expectedCost, 6);
    expect(best.chance).toBeCloseTo(exact.probabilityDenied, 9);
  });

  test.each([
    [0.02, 191],
    [0.1, 184],
  ])('groups with ρ = %s mean %i tickets, as the correlated model says', (correlation, sold) => {
    const { best } = model.at({ correlation });
    const exact = overbookingCorrelated({
      capacity: 180,
      showProbability: 0.92,
      correlation,
      deniedCost: 1800,
      spoilageCost: 900,
    });
    expect([best.sold, exact.authorization]).toEqual([sold, sold]);
    expect(best.cost).toBeCloseTo(exact.expectedCost, 6);
  });

  test('with groups the loss triples, and 194 tickets would cost another third', () => {
    const { best, now } = model.at({}, 'groups');
    expect([best.cost, now.cost].map(Math.round)).toEqual([11789, 16111]);
    expect(Math.round(model.at().best.cost)).toBe(3632);
  });

  test('a number sold gives the same people and seats as the show-up model', () => {
    const { now } = model.at({ extra: 14 });
    const exact = showUpOutcome({ reservations: 194, capacity: 180, showProbability: 0.92 });
    expect(now.denied).toBeCloseTo(exact.expectedDenied, 9);
    expect(now.empty).toBeCloseTo(exact.expectedEmpty, 9);
  });

  test.each([
    { ...flight, correlation: 0.13, bump: 'auction' as const },
    { ...flight, bump: 'auction' as const, deniedCost: 400 },
    { ...flight, days: 'lisbon' as const, capacity: 60, emptyCost: 105, deniedCost: 200 },
    { ...flight, days: 'lisbon' as const, capacity: 143, emptyCost: 905, deniedCost: 150 },
    { ...flight, days: 'lisbon' as const, bump: 'auction' as const, capacity: 87 },
    { ...flight, showProbability: 1 },
  ])('nothing up to twice the seats is cheaper than what is called cheapest: %o', (plan) => {
    const best = cheapest(plan);
    for (let sold = plan.capacity; sold <= 2 * plan.capacity; sold++)
      expect(outcome(plan, sold).cost, `${sold}`).toBeGreaterThanOrEqual(best.cost - 1e-6);
  });

  test('Lisbon: the formula says 64 and 32% of nights, the days say 50% and 62 rooms', () => {
    const { now, best, naive } = model.at({}, 'lisbon');
    expect([naive?.best.sold, now.sold, best.sold]).toEqual([64, 64, 62]);
    expect(naive!.now.chance).toBeCloseTo(0.322, 3);
    expect(now.chance).toBeCloseTo(0.496, 3);
    expect([now.cost, best.cost, naive!.now.cost].map(Math.round)).toEqual([413, 354, 224]);
  });

  test('volunteers take a quarter of the money, and then more tickets pay', () => {
    const { now, best } = model.at({}, 'auction');
    expect(now.price).toBeCloseTo(434.7, 1);
    expect(now.loss).toBeCloseTo(397.3, 1);
    expect([best.sold, fixed(best.chance, 2)]).toEqual([197, '0.59']);
  });
});

describe('what a guess is told', () => {
  test('the flight: none, the average rule, too many, too few, and right', () => {
    expect(told(194, 'flight').hit).toBe(true);
    expect(told(180, 'flight').explanation).toContain('平均要空 14.4 座');
    expect(overbookingAverage({ capacity: 180, noShowRate: 0.08 })).toBeCloseTo(195.65, 2);
    expect(told(196, 'flight').explanation).toContain('平均法');
    expect(told(210, 'flight').explanation).toContain('卖多了');
    expect(told(186, 'flight').explanation).toContain('还可以再多卖几张');
  });

  test('the question asks for all the tickets: fewer than the seats is said to be that, and the extra alone is not taken', () => {
    for (const scenario of ['flight', 'dearer', 'groups']) {
      const asked = predictionOf(model, scenario);
      if (asked.kind !== 'number') throw new Error(`${scenario} asks for a number`);
      expect(questionText(asked, flight, model.compute(flight))).toContain('一共');
      expect(readGuessText('14', asked)).toHaveProperty('problem');
      for (const guess of [165, 179]) {
        expect(told(guess, scenario).explanation).toContain('比 180 个座位还少');
        expect(told(guess, scenario).explanation).not.toContain('一张不多卖');
      }
    }
  });

  test('the other questions name their own mistakes', () => {
    expect(told(190, 'dearer').hit).toBe(true);
    expect(told(180, 'dearer').explanation).toContain('5 倍，只少卖 4 张');
    expect(told(184, 'groups').hit).toBe(true);
    expect(told(194, 'groups').explanation).toContain('平均没变，就照旧');
    expect(told(1800, 'auction').explanation).toContain('按平均的人算');
    expect(told(435, 'auction').hit).toBe(true);
    expect(told(32, 'lisbon').explanation).toContain('你信了“各来各的”');
    expect(told(50, 'lisbon').hit).toBe(true);
    expect(told('blue', 'no-overbooking').hit).toBe(true);
    expect(told('blue', 'no-overbooking').explanation).not.toMatch(/^对/);
    expect(told('delta', 'no-overbooking').explanation).toContain('捷蓝 0.82，达美 0.09');
  });
});
