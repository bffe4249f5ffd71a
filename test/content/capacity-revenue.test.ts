/** 第 9 章：正文里用话说的结论，拿表和模型重算一遍；固定的几个案例，正文与实验是同一组数。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accuracy } from '../../src/calc/forecasting/accuracy.ts';
import { fitHoltWinters } from '../../src/calc/forecasting/smoothing-fit.ts';
import { overbookingBinomial } from '../../src/calc/revenue/overbooking-binomial.ts';
import { showUpsByDay } from '../../src/calc/revenue/show-up-distribution.ts';
import { twoClassBooking } from '../../src/calc/revenue/two-class-booking.ts';
import { chaseLevel, staffingPlan } from '../../src/calc/workforce/chase-level.ts';
import { daysOff } from '../../src/calc/workforce/days-off.ts';
import { shiftCovering } from '../../src/calc/workforce/shift-covering.ts';
import { model as chase } from '../../src/widgets/chase-level/model.ts';
import { model as overbooking } from '../../src/widgets/overbooking/model.ts';
import { model as seatControl } from '../../src/widgets/seat-control/model.ts';

const root = join(import.meta.dirname, '../..');
const section = (name: string) =>
  readFileSync(join(root, `content/chapters/09-capacity-revenue/${name}.mdx`), 'utf8');
const table = (name: string) =>
  readFileSync(join(root, `content/data/${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(','));
const numbers = (text: string, name: string): number[] => {
  const found = new RegExp(String.raw`\b${name}(?: =|:) \[([\d., ]+)\]`).exec(text)?.[1];
  if (!found) throw new Error(`没有写明 ${name}：照 export const ${name} = […] 写出来`);
  return found.split(',').map(Number);
};
const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);

describe('the cases are the same in the text and in the experiments', () => {
  test('the hotel', () => {
    const { fareHigh, fareLow, meanHigh, sdHigh, capacity, meanLow, sdLow } = seatControl.params;
    const text = section('06-two-fares');
    expect(text).toContain(
      `fareHigh: ${fareHigh.default}, fareLow: ${fareLow.default}, meanHigh: ${meanHigh.default}, sdHigh: ${sdHigh.default}, capacity: ${capacity.default}`,
    );
    expect(text).toContain(`meanLow: ${meanLow.default}, sdLow: ${sdLow.default}`);
  });

  test('the sorting centre', () => {
    const months = chase.params.months.default.map(({ demand }) => demand);
    for (const name of ['04-supply', 'closing'])
      expect(numbers(section(name), 'demand'), `${name}.mdx 的十二个月`).toEqual(months);
  });

  test('the flight', () => {
    const { capacity, showProbability, emptyCost } = overbooking.params;
    expect(section('08-overbook')).toContain(
      `capacity: ${capacity.default}, showProbability: ${showProbability.default}, spoilageCost: ${emptyCost.default}`,
    );
  });
});

test('9.2: growth on last year beats the fitted method, which beats the last month, which beats the copy', () => {
  const days = table('nhs-ae-month').map((row) => Number(row[2]) / Number(row[1]));
  const [known, later] = [days.slice(0, 24), days.slice(24, 36)];
  const growth = sum(known.slice(12)) / sum(known.slice(0, 12));
  const fitted = fitHoltWinters({ data: known, period: 12, form: 'multiplicative' });
  const off = (forecast: number[]) =>
    accuracy({ actual: later, forecast }).meanAbsolutePercentageError ?? NaN;
  const errors = [
    off(known.slice(12).map((each) => each * growth)),
    off(fitted.forecast),
    off(later.map(() => known[23]!)),
    off(known.slice(12)),
  ];
  expect(errors).toEqual(errors.toSorted((a, b) => a - b));
  expect(1 - errors[1]! / errors[3]!, '正文说砍掉四成').toBeCloseTo(0.4, 1);
  expect([fitted.beta, fitted.gamma], '正文说 β 和 γ 都是 0').toEqual([0, 0]);
});

test('9.3: off-peak discounts for all: one mover more than the evening turns away loses money', () => {
  const [guests, spend, off, turned] = [48, 90, 0.2, 12];
  expect(section('03-shape-demand')).toContain(
    `{ guests: ${guests}, spend: ${spend}, off: ${off}, turned: ${turned} }`,
  );
  const low = spend * (1 - off);
  /** 两个时段合起来，比不打折多收多少 */
  const more = (moved: number) =>
    low * (guests + moved) - spend * guests - spend * Math.max(0, moved - turned);
  expect(more(turned)).toBeCloseTo(0);
  expect(more(turned + 1) - more(turned)).toBeCloseTo(low - spend);
});

describe('9.4', () => {
  const [hire, layoff, wage, output, shortage] = [3000, 6000, 6000, 20, 450];
  const year = {
    demand: numbers(section('04-supply'), 'demand'),
    outputPerWorker: output,
    initialWorkers: 45,
    wage,
    hireCost: hire,
    layoffCost: layoff,
    shortageCost: shortage,
  };
  const plans = chaseLevel(year);
  const { chase: follow, level, mixed } = plans;

  test('nobody is hired for November alone, and the mix beats both pure plans', () => {
    expect(mixed.totalCost).toBeLessThan(Math.min(follow.totalCost, level.totalCost));
    expect(mixed.workers[10]).toBe(mixed.workers[11]);
    expect(wage + hire + layoff).toBeGreaterThan(output * shortage);
  });

  test('the costs printed in a row add up to the printed total', () => {
    /* 正文与实验都把万元收到一位小数，恰好一半的往上收 */
    const shown = (cost: number) => Math.round(cost / 1000);
    expect(section('04-supply')).toContain('fixed(Math.round(yuan / 1000) / 10, 1)');
    for (const { wages, hiring, layoffs, shortages, totalCost } of [follow, level, mixed])
      expect(sum([wages, hiring, layoffs, shortages].map(shown))).toBe(shown(totalCost));
  });

  test('the people added for two months pay only because the year ends there', () => {
    const fewer = mixed.workers.map((count, i) => (i < 10 ? count : mixed.workers[9]!));
    const added = mixed.workers[10]! - mixed.workers[9]!;
    const without = staffingPlan(year, fewer).totalCost;
    expect(mixed.totalCost).toBeLessThan(without);
    expect(mixed.totalCost + added * layoff, '年底要辞回去').toBeGreaterThan(without);
  });
});

test('9.5: short shifts save until an hour of theirs costs twice as much', async () => {
  const need = numbers(section('05-rosters'), 'need');
  const blocks = (length: number) =>
    Array.from({ length: need.length - length + 1 }, (_, start) =>
      Array.from({ length }, (_each, i) => start + i),
    );
  const [long, short] = [blocks(16), blocks(8)];
  const cost = async (premium: number) =>
    (
      await shiftCovering({
        requirements: need,
        shifts: [...long, ...short],
        costs: [...long.map(() => 8), ...short.map(() => 4 * (1 + premium))],
      })
    ).cost;
  expect(await cost(0.9)).toBeLessThan(23 * 8);
  expect(await cost(1)).toBeCloseTo(23 * 8);
});

test('9.7: the takings are those the experiment shows', () => {
  expect(section('07-many-fares')).toContain("stored['low-first']");
});

test('9.5: no eight-hour shift reaches both noon and eight in the evening; two days off in a row always touch one of four days', () => {
  const need = numbers(section('05-rosters'), 'need');
  expect(20 - 4, '中午那半小时到晚上那半小时隔着一整个班').toBeGreaterThanOrEqual(16);
  expect(need[4]! + need[20]!).toBe(23);
  const week = numbers(section('05-rosters'), 'week');
  const four = [0, 2, 3, 5];
  for (let off = 0; off < 7; off++)
    expect(four.some((day) => day === off || day === (off + 1) % 7)).toBe(true);
  const { workers, simpleBound } = daysOff({ requirements: week });
  expect(Math.ceil(sum(four.map((day) => week[day]!)) / 3)).toBe(workers);
  expect(workers).toBeGreaterThan(simpleBound);
});

describe('9.6', () => {
  test('company guests book last and pay least; groups book early and pay little', () => {
    const lisbon = table('hotel-segment').filter(([hotel]) => hotel === '里斯本城市酒店');
    const by = (column: number) => (a: string[], b: string[]) =>
      Number(a[column]) - Number(b[column]);
    expect(lisbon.toSorted(by(5))[0]?.[1]).toBe('公司客');
    expect(lisbon.toSorted(by(8))[0]?.[1]).toBe('公司客');
    expect(lisbon.toSorted(by(5)).at(-1)?.[1]).toBe('团队');
  });

  test('holding 43 pays when the low fares come first or mixed, costs when they come last', () => {
    const hotel = {
      fareHigh: 900,
      fareLow: 360,
      meanHigh: 40,
      sdHigh: 12,
      meanLow: 150,
      sdLow: 30,
    };
    const gain = (arrivalOrder: 'low-first' | 'mixed' | 'high-first') => {
      const of = (protection: number) =>
        twoClassBooking({ ...hotel, capacity: 120, protection, arrivalOrder, nesting: 'standard' })
          .expectedRevenue;
      return of(43) / of(0) - 1;
    };
    expect(gain('low-first')).toBeGreaterThan(0.3);
    expect(gain('mixed')).toBeGreaterThan(0.05);
    expect(gain('high-first')).toBeLessThan(-0.03);
  });
});

describe('9.8', () => {
  test('the one that does not overbook bumps more by force, and fewer in all', () => {
    const row = (period: string, name: string) => {
      const cells = table('us-bumping').find(
        (each) => each[0] === period && each[1]!.startsWith(name),
      )!;
      const [forced, asked, , people] = cells.slice(2).map(Number) as [
        number,
        number,
        number,
        number,
      ];
      return { forced: forced / people, all: (forced + asked) / people };
    };
    const nine = '2016年1–9月';
    const quarter = '2016年三季度';
    expect(row(nine, '捷蓝').forced / row(nine, '达美').forced).toBeGreaterThan(8);
    expect(row(quarter, '捷蓝').all).toBeLessThan(row(quarter, '达美').all);
  });

  test('on true days the binomial plan turns guests away far more often than it believes', () => {
    const days = table('hotel-city-show-up-7days').map(
      ([, held, came]) => [Number(held), Number(came)] as const,
    );
    const showProbability = sum(days.map(([, came]) => came)) / sum(days.map(([held]) => held));
    const plan = overbookingBinomial({
      capacity: 60,
      showProbability,
      deniedCost: 200,
      spoilageCost: 105,
    });
    const chances = showUpsByDay({
      reservations: plan.authorization,
      rates: days.map(([held, came]) => came / held),
    });
    expect(sum(Array.from(chances.slice(61)))).toBeGreaterThan(1.4 * plan.probabilityDenied);
  });
});
