/** 第 2 章：正文里用话说的结论，拿模型重算一遍；各节写明的数，与这里用的是同一组。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../src/calc/core/normal.ts';
import { marginMultiple } from '../../src/calc/strategy/customer-lifetime-value.ts';
import { franchiseBreakEven, reputationOfMix } from '../../src/calc/strategy/franchise-growth.ts';
import { netPromoterScore } from '../../src/calc/strategy/net-promoter-score.ts';
import { payback } from '../../src/calc/strategy/payback.ts';
import { perceptualMap } from '../../src/calc/strategy/perceptual-map.ts';
import { profitChainDynamics } from '../../src/calc/strategy/profit-chain-dynamics.ts';
import { qualifierWinner } from '../../src/calc/strategy/qualifier-winner.ts';
import { strategicCanvas } from '../../src/calc/strategy/strategic-canvas.ts';
import { tenure } from '../../src/calc/strategy/tenure.ts';

const section = (name: string) =>
  readFileSync(join(import.meta.dirname, `../../content/chapters/02-strategy/${name}.mdx`), 'utf8');
/** 正文里真这样写着：改了那边，这边的重算要跟着改。 */
const written = (name: string, ...pieces: string[]) => {
  const text = section(name);
  for (const piece of pieces)
    expect(text, `${name}.mdx 里没有“${piece}”，test/content/strategy.test.ts 要跟着改`).toContain(
      piece,
    );
};
const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);

test('2.1: the specialty hospital has under a quarter of the recurrences, and selection alone would have to be extreme', () => {
  written('01-know-yourself', 'few: 5.21, many: 4.79, special: 1.15');
  expect(1.15 / 4.79).toBeLessThan(0.25);
  expect(5.21 / 4.79, '正文说上面两条差不多长').toBeLessThan(1.1);
  const needed = (4.79 - 0.7 * 1.15) / 0.3;
  expect(needed).toBeGreaterThan(13);
  expect(needed, '作者的信说接近 14%').toBeLessThan(14);
  expect(6850 / 5 / 250).toBeCloseTo(5.5, 1);
});

describe('2.2', () => {
  const hotels = [
    [9, 3, 8, 4],
    [8, 4, 7, 5],
    [4, 9, 3, 8],
    [3, 8, 4, 9],
    [6, 6, 6, 6],
  ];
  const map = perceptualMap({ ratings: hotels });
  const [third, fourth] = [hotels[2]!, hotels[3]!];

  test('of two pairs one point apart on all four items, the one pulled the same way parts, the other falls on one spot', () => {
    written('02-position', `[${hotels.map((row) => `[${row.join(', ')}]`).join(', ')}]`);
    expect(third.map((score, j) => Math.abs(score - fourth[j]!))).toEqual([1, 1, 1, 1]);
    expect(map.coordinates[2]![0]).toBeCloseTo(map.coordinates[3]![0]!, 10);
    expect(hotels[0]!.map((score, j) => score - hotels[1]![j]!)).toEqual([1, -1, 1, -1]);
    expect(map.coordinates[0]![0]! - map.coordinates[1]![0]!).toBeGreaterThan(0.8);
    expect([third[0]! > fourth[0]!, third[1]! > fourth[1]!], '前两项都是第三家高').toEqual([
      true,
      true,
    ]);
    expect(map.directions[0]![0]! * map.directions[1]![0]!, '前两项在轴的两头').toBeLessThan(0);
  });

  test('the four items carry the first axis about equally, two at each end', () => {
    const weights = map.directions.map(([x]) => x!);
    for (const weight of weights) expect(Math.abs(weight)).toBeCloseTo(0.5, 2);
    expect(weights.map(Math.sign)).toEqual([1, -1, 1, -1]);
  });

  test('the hotel with sixes everywhere is the only one near the centre', () => {
    const distances = map.coordinates.map(([x]) => Math.abs(x!));
    expect(distances[4]).toBeLessThan(0.25);
    expect(Math.min(...distances.slice(0, 4))).toBeGreaterThan(1.4);
  });

  test('with two opposed items the first axis holds (1 + |r|) / 2', () => {
    for (const [ratings, r] of [
      [
        [
          [9, 3],
          [6, 4],
          [3, 8],
        ],
        Math.sqrt(25 / 28),
      ],
      [
        [
          [8, 2],
          [5, 8],
          [2, 5],
        ],
        0.5,
      ],
    ] as const)
      expect(perceptualMap({ ratings }).explained[0]).toBeCloseTo((1 + r) / 2, 6);
  });
});

describe('2.3', () => {
  const weights = [0, 0.02, 0.06, 0.04, 0.05];
  const shop = [59, 60, 75, 80, 60];
  const shares = (added: readonly number[], lines = [60, 50, 0, 0, 0]) =>
    qualifierWinner({
      attributes: weights.map((weight, i) => ({ weight, threshold: lines[i] })),
      competitors: [
        shop.map((score, i) => score + added[i]!),
        [70, 60, 78, 65, 65],
        [85, 55, 70, 60, 80],
      ].map((scores) => ({ scores })),
    }).shares as [number, number, number];

  test('the text holds the three shops', () => {
    written(
      '03-qualify-or-win',
      'shop = [59, 60, 75, 80, 60]',
      '[[70, 60, 78, 65, 65], [85, 55, 70, 60, 80]]',
    );
  });

  test('ten points on taste win nobody; one on hygiene opens the door, and twenty more add nothing', () => {
    expect(shares([0, 0, 10, 0, 0])[0]).toBe(0);
    const open = shares([1, 0, 0, 0, 0])[0];
    expect(open).toBeCloseTo(0.376, 3);
    expect(shares([21, 0, 0, 0, 0])[0]).toBeCloseTo(open, 12);
  });

  test('the nine points left do best on taste, then price, service, waiting', () => {
    const rest = [2, 4, 3, 1].map(
      (at) => shares([1, 0, 0, 0, 0].map((each, i) => (i === at ? 9 : each)))[0],
    );
    expect(rest).toEqual(rest.toSorted((a, b) => b - a));
  });

  test('a higher line for waiting puts the second rival out', () => {
    expect(shares([1, 0, 0, 0, 0], [60, 60, 0, 0, 0])[2]).toBe(0);
  });

  test('where the lines differ from guest to guest, hygiene comes first and gets more than one point', () => {
    const at = (clean: number) =>
      normalCdf((clean - 1) / 5) *
      shares(
        [clean, 0, 10 - clean, 0, 0],
        weights.map(() => 0),
      )[0];
    const all = Array.from({ length: 11 }, (_, clean) => at(clean));
    const best = all.indexOf(Math.max(...all));
    expect(best).toBeGreaterThan(1);
    expect(best, '正文说口味还剩几分').toBeLessThan(10);
  });
});

describe('2.4', () => {
  const firms = [
    [5, 5, 5, 5, 5, 5, 5, 5],
    [14, 8, 10, 2, 0, 3, 0, 3],
    [3, 13, 11, 3, 0, 7, 2, 1],
    [0, 3, 4, 10, 8, 3, 8, 4],
  ];
  const segments = [
    { size: 50, weights: [0.5, 0.2, 0.3, 0.05, 0, 0.05, 0, 0.05] },
    { size: 30, weights: [0.1, 0.45, 0.4, 0.1, 0, 0.2, 0.05, 0.05] },
    { size: 20, weights: [0, 0.1, 0.15, 0.4, 0.3, 0.1, 0.35, 0.2] },
  ];
  const market = (sensitivity: number) =>
    strategicCanvas({ profiles: firms, segments, budget: 40, sensitivity });

  test('the text holds the four firms and the three groups', () => {
    written('04-subtract', ...firms.map((each) => `[${each.join(', ')}]`));
    for (const { weights } of segments) written('04-subtract', `[${weights.join(', ')}]`);
    expect(firms.map(sum)).toEqual([40, 40, 40, 40]);
  });

  test('the even firm is the cheapest to run and nobody’s first choice, however choosy the guests', () => {
    for (const sensitivity of [0.2, 0.5, 1]) {
      const { firstChoices, costs } = market(sensitivity);
      expect(firstChoices, '省钱选甲、赶时间选乙、要体面选丙').toEqual([1, 2, 3]);
      expect(Math.min(...costs)).toBe(costs[0]);
    }
    const shares = [1, 0.5, 0.2].map((each) => market(each).shares[0]!);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const easy = market(0.2).shares;
    expect(easy[0], '正文说比丙还多一点').toBeGreaterThan(easy[3]!);
  });

  test('the even firm trails the first choice by more than a quarter in every group', () => {
    for (const row of market(1).utilities) expect(row[0]! / Math.max(...row)).toBeLessThan(0.75);
  });

  test('what the first rival saves on the last five items goes to the first three', () => {
    const [even, cheap] = firms as [number[], number[]];
    expect(sum(even.slice(3)) - sum(cheap.slice(3))).toBe(sum(cheap.slice(0, 3)) - 15);
  });
});

test('2.5: eight flights a day with 45 minutes on the ground, eleven with 15, and not one more', () => {
  written('05-vision-to-system', '885 ÷ 105', '855 ÷ 75');
  const takes = (flights: number, turn: number) => 60 * flights + turn * (flights - 1);
  for (const [flights, turn] of [
    [8, 45],
    [11, 15],
  ] as const) {
    expect(takes(flights, turn)).toBeLessThanOrEqual(840);
    expect(takes(flights + 1, turn)).toBeGreaterThan(840);
  }
});

describe('2.6', () => {
  const lags = [4, 3, 4, 9];
  const run = (investment: number[], revenuePerUnit = 2) =>
    profitChainDynamics({
      stages: lags.map((lag) => ({ gain: 1, lag })),
      investment,
      revenuePerUnit,
    });
  const cut = [...Array<number>(12).fill(-1), ...Array<number>(36).fill(0)];

  test('a lasting cut pays for seventeen months and loses from the eighteenth on', () => {
    written(
      '06-profit-chain',
      "['员工满意', 4], ['服务水准', 3], ['顾客满意', 4], ['顾客忠诚', 9]",
    );
    const { profit } = run(Array<number>(60).fill(-1));
    expect(profit.slice(0, 18).every((each) => each > 0)).toBe(true);
    expect(profit.slice(18).every((each) => each < 0)).toBe(true);
  });

  test('restored after a year, the worst month is nine months later, and two years together break even', () => {
    const { profit, cumulativeProfit } = run(cut);
    expect(profit.indexOf(Math.min(...profit))).toBe(21);
    expect(cumulativeProfit[24]).toBeGreaterThan(0);
    expect(cumulativeProfit[25]).toBeLessThan(0);
    const long = run([...cut, ...Array<number>(300).fill(0)]).cumulativeProfit.at(-1);
    expect(long, '最后的净数是省下的反了号').toBeCloseTo(-12, 3);
  });

  test('the same delays with 0.8 at the end make the cut right for ever', () => {
    expect(run([-1], 0.8).steadyProfit).toBeGreaterThan(0);
    expect(run([-1]).steadyProfit).toBeLessThan(0);
  });

  test('a link with lag τ has done over six tenths of its change after τ; the third link takes eleven months on average', () => {
    expect(1 - Math.exp(-1)).toBeGreaterThan(0.6);
    written('closing', '平均要十一个月才动');
    expect(sum(lags.slice(0, 3))).toBe(11);
    expect(sum(lags)).toBe(20);
  });

  test('copied from the department store, the training is paid back in the second year, not in the first or in half a year', () => {
    const kept = 20000 * 0.005 * 0.6;
    expect(kept).toBeLessThan(80);
    expect(2 * kept).toBeGreaterThanOrEqual(80);
    expect(kept / 2).toBeLessThan(80);
  });
});

describe('2.7', () => {
  const worth = (retention: number) => marginMultiple({ retention, discount: 0.1 });

  test('two kinds of guests average to three quarters kept, and are worth seven tenths more than that rate says', () => {
    written('07-loyalty-math', '{ stay: 0.95, leave: 0.55 }');
    const truth = (worth(0.95) + worth(0.55)) / 2;
    expect(truth).toBeCloseTo(3.667, 3);
    expect(truth / worth(0.75)).toBeCloseTo(1.71, 2);
    expect(120 * worth(0.55), '尝鲜客的账是负的').toBeLessThan(300);
  });

  test('the retention of the whole rises every year without anyone changing', () => {
    const left = (year: number) => (0.95 ** year + 0.55 ** year) / 2;
    const rates = Array.from({ length: 7 }, (_, i) => left(i + 1) / left(i));
    expect(rates[0]).toBeCloseTo(0.75);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(rates[3], '讨论题里的 88%').toBeCloseTo(0.885, 2);
  });

  test('300 yuan come back with the ninth payment at 80 %, the fifth at 90 %, never at 70 %', () => {
    const at = (retention: number) =>
      payback({ acquisition: 300, margin: 120, retention, discount: 0.1 }).payments;
    expect([at(0.7), at(0.8), at(0.9)]).toEqual([Infinity, 9, 5]);
  });

  test('halving a 10 % loss doubles the years a customer stays', () => {
    expect(tenure(0.9)).toBeCloseTo(10);
    expect(tenure(0.95)).toBeCloseTo(20);
  });

  test('ten points up on a hundred answers, or twenty on twenty-five, say nothing', () => {
    const answers = (promoters: number, passives: number, detractors: number) => [
      ...Array<number>(promoters).fill(10),
      ...Array<number>(passives).fill(8),
      ...Array<number>(detractors).fill(4),
    ];
    const month = netPromoterScore(answers(50, 30, 20));
    expect(1.96 * Math.SQRT2 * month.standardError).toBeGreaterThan(10);
    const few = netPromoterScore(answers(10, 10, 5));
    expect(1.96 * few.standardError).toBeGreaterThan(few.score);
  });
});

describe('2.8', () => {
  const fame = (franchiseShare: number, franchiseMean = 80) =>
    reputationOfMix({
      ownMean: 85,
      ownSd: 5,
      franchiseMean,
      franchiseSd: 10,
      tail: 0.05,
      exposure: 0.5,
      franchiseShare,
    });

  test('the same average, only more uneven, costs the reputation four points', () => {
    written(
      '08-grow',
      'ownMean: 85, ownSd: 5, franchiseMean: 80, franchiseSd: 10, tail: 0.05, exposure: 0.5',
    );
    expect(fame(1, 85).meanQuality).toBe(85);
    expect(fame(0, 85).reputation - fame(1, 85).reputation).toBeCloseTo(4.1, 1);
  });

  test('no other three tenths hurt as much as the first three', () => {
    const drop = (from: number) => fame(from).reputation - fame(from + 0.3).reputation;
    for (let from = 0.1; from < 0.71; from += 0.1) expect(drop(from)).toBeLessThan(drop(0));
    expect(drop(0) / drop(0.7)).toBeGreaterThan(2);
  });

  test('a fifth of the stores fills nine tenths of the tail', () => {
    const below = normalCdf((fame(0.2).tailQuality - 80) / 10);
    expect((0.2 * below) / 0.05).toBeCloseTo(0.9, 1);
  });

  test('at five per cent both ways are worth the same; the laundry takes more than its break-even', () => {
    const tea = franchiseBreakEven({
      investment: 150,
      ownProfit: 45,
      fee: 10,
      royaltyRate: 0.05,
      sales: 300,
      years: 8,
      discount: 0.1,
    });
    expect(tea.ownValue).toBeCloseTo(tea.franchiseValue, 0);
    const laundry = franchiseBreakEven({
      investment: 60,
      ownProfit: 18,
      fee: 6,
      royaltyRate: 0.06,
      sales: 120,
      years: 6,
      discount: 0.1,
    });
    expect(laundry.breakEvenRoyaltyRate).toBeLessThan(0.06);
  });
});
