/** 第 9 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { describe, expect, test } from 'vitest';
import { logGamma } from '../../src/calc/core/special-functions.ts';
import { normalQuantile, normalSurvival } from '../../src/calc/core/normal.ts';
import { mmc } from '../../src/calc/queueing/mmc.ts';
import { dynamicPricing } from '../../src/calc/revenue/dynamic-pricing.ts';
import { emsrB } from '../../src/calc/revenue/emsr-b.ts';
import { littlewood } from '../../src/calc/revenue/littlewood.ts';
import { networkLinearProgram } from '../../src/calc/revenue/network-linear-program.ts';
import { optimalProtection } from '../../src/calc/revenue/optimal-protection.ts';
import { overbookingAverage } from '../../src/calc/revenue/overbooking-average.ts';
import { overbookingBinomial } from '../../src/calc/revenue/overbooking-binomial.ts';
import { overbookingCorrelated } from '../../src/calc/revenue/overbooking-correlated.ts';
import { overbookingServiceLevel } from '../../src/calc/revenue/overbooking-service-level.ts';
import { revpash } from '../../src/calc/revenue/revpash.ts';
import { nestedPolicyRevenue } from '../../src/calc/revenue/static-booking.ts';
import { twoClassRevenue } from '../../src/calc/revenue/two-class-revenue.ts';
import { chaseLevel } from '../../src/calc/workforce/chase-level.ts';
import { daysOff } from '../../src/calc/workforce/days-off.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(readMap('content/quizzes/capacity-revenue.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));
const right = (id: string) =>
  (bank.get(id) as { options: { text: string; correct?: true }[] }).options
    .filter(({ correct }) => correct)
    .map((option) => option.text);
interface Sorted {
  items: { text: string; group: string }[];
}
const groupsOf = (id: string) => (bank.get(id) as unknown as Sorted).items;

test('zone-of-hour: each number of guests falls where the two lines put it', () => {
  const zone = (guests: number) =>
    guests > 26 ? '丢客人' : guests > 20 ? '质量先垮' : guests >= 10 ? '合适' : '闲置';
  const counted = groupsOf('zone-of-hour').filter((item) => /\d/.test(item.text));
  expect(counted.length).toBe(4);
  for (const { text: said, group } of counted)
    expect(zone(Number(/\d+/.exec(said)?.[0])), said).toBe(group);
});

test('eighty-by-size: the waits of two and of twenty windows at 80 %', () => {
  const wait = (servers: number) =>
    10 * mmc({ arrivalRate: 0.8 * servers, serviceRate: 1, servers }).meanWait;
  expect(text('eighty-by-size')).toContain(`2 个窗口平均等 ${fixed(wait(2), 1)} 分钟`);
  expect(text('eighty-by-size')).toContain(`20 个窗口只等 ${fixed(wait(20), 1)} 分钟`);
  expect(right('eighty-by-size')).toEqual([`甲约 ${fixed(wait(2))} 分钟，乙不到 1 分钟`]);
});

test('smallest-part: only what widens the doctors lets more patients through', () => {
  const parts = { doctors: 30, nurses: 36, seats: 33, calls: 60 };
  const flow = (change: Partial<typeof parts>) =>
    Math.min(...Object.values({ ...parts, ...change }));
  expect(flow({ doctors: 40 })).toBe(33);
  for (const change of [{ nurses: 48 }, { seats: 48 }, { calls: 120 }])
    expect(flow(change)).toBe(flow({}));
});

test('beat-the-copy: four tenths better than copying', () => {
  expect(Math.round((1 - 3.1 / 5.2) * 10)).toBe(4);
});

test('who-was-moved: what both hours took, before and after', () => {
  const early = [50 * 40, 80 * 20] as const;
  const nine = (-20 + 15) * 40;
  const change = early[1] - early[0] + nine;
  expect(right('who-was-moved')[0]).toContain(`少了 ${-change} 元`);
  expect(text('who-was-moved')).toContain(`50 × 40 = ${fixed(early[0])} 元`);
});

test('mixed-not-middle: the three plans of the parcel centre', () => {
  const { chase, level, mixed } = chaseLevel({
    demand: [800, 700, 760, 820, 900, 1000, 980, 960, 1050, 1200, 2400, 1500],
    outputPerWorker: 20,
    initialWorkers: 45,
    wage: 6000,
    hireCost: 3000,
    layoffCost: 6000,
    shortageCost: 450,
  });
  const wan = ({ totalCost }: { totalCost: number }) => fixed(totalCost / 10000, 1);
  const item = text('mixed-not-middle');
  expect(item).toContain(`全年追随 ${wan(chase)} 万元`);
  expect(item).toContain(`取最省的一个）${wan(level)} 万元`);
  expect(item).toContain(`算出来是 ${upTo(mixed.totalCost / 10000, 1)} 万元`);
  expect(item).toContain(`约 ${fixed((chase.totalCost + level.totalCost) / 20000)} 万元`);
  expect(1 - mixed.totalCost / level.totalCost).toBeGreaterThan(0.05);
});

test('one-month-worker: all three costs spread over one month’s work', () => {
  expect([5000, 7000, 11000, 9000].map((cost) => cost / 25)).toEqual([200, 280, 440, 360]);
  expect(right('one-month-worker')[0]).toContain('440 元');
  expect((2000 + 2 * 5000 + 4000) / 50, '用两个月').toBe(320);
});

test('bound-not-reached: ten by hand, fourteen by the four busy days, and fourteen it is', () => {
  const needs = [10, 2, 10, 2, 10, 2, 10];
  expect(daysOff({ requirements: needs })).toMatchObject({ simpleBound: 10, workers: 14 });
  expect(needs.reduce((all, each) => all + each, 0)).toBe(46);
  const busy = [0, 2, 4, 6];
  const worked = needs.map((_, off) => busy.filter((d) => d !== off && d !== (off + 1) % 7).length);
  expect(Math.max(...worked)).toBe(3);
  expect(Math.ceil(40 / 3)).toBe(14);
});

const show = { fareHigh: 900, fareLow: 360, meanHigh: 40, sdHigh: 12, capacity: 120 };

test('protect-order: the order by rooms kept, as printed', () => {
  const { steps } = bank.get('protect-order') as unknown as {
    steps: { text: string; why: string }[];
  };
  const kept = steps.map((step) => {
    const fareLow = Number(/\d+/.exec(step.text)?.[0]);
    const { protection } = littlewood({ ...show, fareHigh: 1000, fareLow });
    expect(step.why).toContain(`约留 ${fixed(protection)} 间`);
    return protection;
  });
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
});

test('more-discount-demand: forty-three are kept', () => {
  expect(text('more-discount-demand')).toContain(
    `仍留 ${Math.floor(littlewood(show).protection)} 间`,
  );
});

test('full-is-not-best: what both managers take', () => {
  const kept = twoClassRevenue({ ...show, protection: 43 });
  const item = text('full-is-not-best');
  expect(item).toContain(`120 × 360 = ${fixed(120 * 360)} 元`);
  expect(item).toContain(`77 间折扣收 ${fixed(77 * 360)} 元`);
  expect(item).toContain(`${fixed(kept.expectedHighSales, 1)} 间全价收`);
  expect(item).toContain(`一共 ${fixed(kept.expectedRevenue)} 元`);
  expect(kept.expectedRevenue - 43200).toBeCloseTo(17427, 0);
  expect(kept.expectedEmpty * 360).toBeCloseTo(2317, 0);
  expect(77 * 360 + 43 * 900 - 43200).toBe(23220);
});

test('spread-and-ratio: fewer at seven tenths, more at three', () => {
  const keep = (fareLow: number, sdHigh: number) =>
    littlewood({ ...show, fareHigh: 1000, fareLow, sdHigh }).protection;
  const item = text('spread-and-ratio');
  expect(item).toContain(`从 ${fixed(keep(700, 12), 1)} 间降到 ${fixed(keep(700, 20), 1)} 间`);
  expect(right('spread-and-ratio')[0]).toContain(
    `约从 ${fixed(keep(700, 12))} 间到 ${fixed(keep(700, 20))} 间`,
  );
  expect(item).toContain(`约从 ${fixed(keep(300, 12))} 间到 ${fixed(keep(300, 20))} 间`);
});

test('marginal-curve: the curve is the worth of one room more, and the key is where it meets 200', () => {
  const { figure, answer } = bank.get('marginal-curve') as unknown as {
    figure: { curve: [number, number][] };
    answer: { x: number };
  };
  for (const [room, worth] of figure.curve)
    expect(Math.abs(1000 * normalSurvival((room - 40) / 12) - worth), `第 ${room} 间`).toBeLessThan(
      1,
    );
  const { protection } = littlewood({ ...show, fareHigh: 1000, fareLow: 200 });
  expect(answer.x).toBe(Math.round(protection));
});

test('the quantiles printed in the prompts are right to two decimals', () => {
  for (const id of ['littlewood-rooms', 'prep-portions', 'merged-class']) {
    const said = [...text(id).matchAll(/(\d+)% 是 (−?)([\d.]+)/g)];
    expect(said.length).toBeGreaterThanOrEqual(4);
    for (const [, share, sign, value] of said)
      expect(`${sign}${value}`, id).toBe(fixed(normalQuantile(Number(share) / 100), 2));
  }
});

describe('three legs', () => {
  const fares = [[194], [290], [135], [383], [424], [553]];
  const uses = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1, 1, 0],
    [0, 1, 1],
    [1, 1, 1],
  ];
  test('dear-but-refused: the bid prices of the train', () => {
    const { bidPrices } = networkLinearProgram({
      fares,
      uses,
      demand: [[60], [40], [50], [45], [55], [70]],
      capacity: [120, 120, 120],
    });
    expect(bidPrices.map(Math.round)).toEqual([129, 289, 135]);
    expect(text('dear-but-refused')).toContain(`129 + 289 = ${129 + 289} 元`);
  });
  test('accept-or-reject: every request is sorted by its legs', () => {
    const bids: Record<string, number> = { 京: 0, 济: 120, 宁: 430, 沪: 570 };
    for (const { text: said, group } of groupsOf('accept-or-reject')) {
      const [, from = '', to = '', fare] = /^(.)—(.)，(\d+) 元$/.exec(said) ?? [];
      const floor = (bids[to] as number) - (bids[from] as number);
      expect(Number(fare) > floor ? '接' : '拒', said).toBe(group);
    }
  });
});

test('near-enough: how flat the top is, and how far below it first come lies', () => {
  const classes = [
    { fare: 1500, mean: 20, sd: 8 },
    { fare: 1000, mean: 35, sd: 12 },
    { fare: 600, mean: 60, sd: 18 },
    { fare: 380, mean: 90, sd: 25 },
  ];
  const best = optimalProtection({ classes, capacity: 150 });
  const near = emsrB(classes).map(Math.round);
  const revenue = (protection: number[]) =>
    nestedPolicyRevenue({ classes, capacity: 150, protection });
  const item = text('near-enough');
  expect(item).toContain(`要留 ${near.join('、')} 座`);
  expect(item).toContain(`给出 ${best.protection.join('、')} 座`);
  expect(item).toContain(`只差 ${percent(1 - revenue(near) / best.expectedRevenue, 2)}`);
  expect(percent(1 - revenue([0, 0, 0]) / best.expectedRevenue)).toBe('28%');
});

const plane = { capacity: 180, showProbability: 0.92, spoilageCost: 900 };

test('three-methods and four-times-dearer: how many to sell', () => {
  const average = overbookingAverage({ capacity: 180, noShowRate: 0.08 });
  const promise = overbookingServiceLevel({ ...plane, maxProbabilityDenied: 0.05 });
  expect(text('three-methods')).toContain(`卖 ${Math.floor(average)} 张`);
  expect(text('three-methods')).toContain(`不许超过 5%，卖 ${promise.authorization} 张`);
  const sell = (deniedCost: number) => overbookingBinomial({ ...plane, deniedCost }).authorization;
  expect([sell(900), sell(1800), sell(3600)]).toEqual([195, 194, 192]);
  expect(right('four-times-dearer')[0]).toContain(`约 ${sell(3600) - 180} 张`);
  expect(Math.sqrt(195 * 0.92 * 0.08)).toBeLessThan(4);
});

test('groups-sell-fewer: sold with groups, and what selling as before would cost', () => {
  const sell = (correlation: number) =>
    overbookingCorrelated({ ...plane, deniedCost: 1800, correlation }).authorization;
  const item = text('groups-sell-fewer');
  expect(item).toContain(`相关系数 0.02 时卖 ${sell(0.02)} 张，0.1 时卖 ${sell(0.1)} 张`);
  expect(overbookingBinomial({ ...plane, deniedCost: 1800 }).expectedCost).toBeCloseTo(3632, 0);
  const [n, a, b] = [194, 0.92 * 9, 0.08 * 9];
  const beta = (x: number, y: number) => logGamma(x) + logGamma(y) - logGamma(x + y);
  let cost = 0;
  for (let k = 0; k <= n; k++) {
    const choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    const chance = Math.exp(choose + beta(k + a, n - k + b) - beta(a, b));
    cost += chance * (k > 180 ? 1800 * (k - 180) : 900 * (180 - k));
  }
  expect(Math.round(cost / 1000), '“一万六千元”').toBe(16);
});

test('jetblue-and-delta: rates of nine months, and of a quarter with the volunteers', () => {
  const item = text('jetblue-and-delta');
  const rate = (bumped: number, passengers: number) => (bumped / passengers) * 1e4;
  const jetblue = rate(2140, 25990828);
  const delta = rate(912, 97237060);
  expect(item).toContain(`不超售的捷蓝 ${fixed(jetblue, 2)} 人`);
  expect(item).toContain(`超售的达美 ${fixed(delta, 2)} 人`);
  expect(Math.round(jetblue / delta)).toBe(9);
  expect(Math.round(9.9 / 2)).toBe(5);
  expect(33387 / 306).toBeGreaterThan(100);
});

test('more-turns-same-money: the same revenue per seat and hour', () => {
  const per = (covers: number, hours: number) =>
    revpash({ covers, hours, spendPerCover: 100, seats: 100, mealHours: 1 }).revpash;
  expect(per(300, 10)).toBe(30);
  expect(per(450, 15)).toBe(30);
  expect(per(450, 10)).toBe(45);
});

test('price-by-stock: the order is by price, as printed', () => {
  const price = (inventory: number, timeLeft: number) =>
    dynamicPricing({ baseRate: 30, priceSensitivity: 0.02, inventory, timeLeft }).price;
  const prices = [price(8, 0.5), price(8, 1), price(3, 1), price(1, 1)];
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  const { steps } = bank.get('price-by-stock') as unknown as { steps: { why: string }[] };
  steps.forEach(({ why }, index) =>
    expect(why).toContain(`约 ${fixed(prices[index] as number)} 元`),
  );
});

test('machine-down: what piles up in two hours on two scanners', () => {
  const pile = (arrivals: number) => 2 * (arrivals - 2 * 6);
  expect(right('machine-down')).toEqual([`上午 ${pile(17)} 位，下午 ${pile(13)} 位`]);
  expect(pile(17) / (18 - 17)).toBe(10);
  expect(pile(13) / (18 - 13)).toBeLessThan(0.5);
});
