import { describe, expect, test } from 'vitest';
import { simulateNetworkBooking } from '../../src/calc/revenue/network-simulation.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { defaults, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import {
  batch,
  bidsAt,
  finish,
  fits,
  requestsOf,
  settle,
  soldBy,
} from '../../src/widgets/leg-seats/desk.ts';
import {
  hurdleOf,
  networkOf,
  params,
  planFor,
  productsOf,
  usesOf,
} from '../../src/widgets/leg-seats/line.ts';
import { model } from '../../src/widgets/leg-seats/model.ts';
import { rules, sellDays, stored } from '../../src/widgets/leg-seats/nights.ts';
import { seating } from '../../src/widgets/leg-seats/seating.ts';

const listed = defaults(params);
function told(guess: Guess, scenario: string) {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}

describe('bid prices', () => {
  test('are 129, 289 and 135; 383 is refused below 418 and 194 is taken above 129', () => {
    const { bids, bound, tickets } = model.at();
    expect(bids).toEqual([129, 289, 135]);
    expect(bound).toBe(70_300);
    expect(tickets[3]).toMatchObject({ name: '京—宁', fare: 383, hurdle: 418, verdict: 'refuse' });
    expect(tickets[0]).toMatchObject({ name: '京—济', fare: 194, hurdle: 129, verdict: 'take' });
    expect(tickets.map(({ planned }) => planned)).toEqual([60, 40, 40, 0, 20, 60]);
  });

  test('are the money that ten more seats on a leg bring', () => {
    const products = productsOf(listed);
    const more = [0, 1, 2].map(
      (leg) =>
        planFor(
          products,
          [0, 1, 2].map((each) => 120 + (each === leg ? 10 : 0)),
        ).revenue - 70_300,
    );
    expect(more).toEqual([1290, 2890, 1350]);
  });

  test('prove the plan best: plan and bids give the same revenue', () => {
    for (const change of [{}, { demand: 1.4 }, { fareJingNing: 430 }, { seats: 80 }]) {
      const { bids, bound, tickets } = model.at(change);
      const seats = { ...listed, ...change }.seats;
      const dual =
        bids.reduce((sum, bid) => sum + bid * seats, 0) +
        tickets.reduce(
          (sum, { fare, hurdle, demand }) => sum + Math.max(0, fare - hurdle) * demand,
          0,
        );
      expect(dual).toBeCloseTo(bound, 6);
    }
  });

  test('are zero when everyone fits, and the sentence says so', () => {
    const values = { ...listed, demand: 0.5 };
    const result = model.compute(values);
    expect(result.bids).toEqual([0, 0, 0]);
    expect(model.sentence(values, result)).toContain('谁来都接');
  });
});

describe('many days', () => {
  test.each(['low-first', 'mixed'] as const)(
    '%s: the stored takings agree with other days to four standard errors',
    (order) => {
      const values = { ...listed, order };
      const days = 300;
      const again = sellDays(values, days, 77);
      const [outcome] = simulateNetworkBooking({
        network: networkOf(productsOf(values), [120, 120, 120]),
        policies: ['first-come'],
        arrivalOrder: order === 'mixed' ? 'mixed' : 'lowest-fare-first',
        replications: days,
        seed: 77,
      });
      expect(again.firstCome).toBe(outcome!.meanRevenue);
      // 一天收入的标准差不过 2,100 元
      const error = 2100 / Math.sqrt(days);
      for (const rule of rules)
        expect(
          Math.abs(again[rule] - stored[order][rule]),
          `src/widgets/leg-seats/nights.ts：${order} 的 ${rule} 另抽 ${days} 天是 ${fixed(again[rule])}；改了模型就用 sellDays(values, 4000, 1) 重算 stored`,
        ).toBeLessThan(4 * error);
    },
  );

  test('bids earn 11.6% when low fares come first, 1.9% when they come mixed', () => {
    const gain = (order: 'low-first' | 'mixed') =>
      fixed((stored[order].liveBids / stored[order].firstCome - 1) * 100, 1);
    expect([gain('low-first'), gain('mixed')]).toEqual(['11.6', '1.9']);
    expect(model.at({ seats: 100 }).takings).toBeNull();
  });
});

describe('the desk', () => {
  const requests = requestsOf(listed, 14);

  test('the first day brings the average: 6, 4, 5, 5, 6 and 7 batches, cheap ones first', () => {
    const count = (product: number) => requests.filter((each) => each.product === product).length;
    expect([0, 1, 2, 3, 4, 5].map(count)).toEqual([6, 4, 5, 5, 6, 7]);
    const fares = requests.map(({ product }) => productsOf(listed)[product]!.fare);
    expect(fares).toEqual(fares.toSorted((a, b) => a - b));
    expect(requestsOf(listed, 14)).toEqual(requests);
  });

  test('that day first come earns 61,860, the opening bids 70,300, which is also the most', () => {
    expect(settle(listed, requests)).toEqual({
      firstCome: 61_860,
      openingBids: 70_300,
      liveBids: 70_300,
      hindsight: 70_300,
    });
  });

  test('over forty days the order is first come, opening bids, live bids, hindsight', () => {
    const total = { firstCome: 0, openingBids: 0, liveBids: 0, hindsight: 0 };
    for (let day = 1; day <= 40; day++) {
      const each = settle(listed, requestsOf(listed, day));
      for (const name of Object.keys(total) as (keyof typeof total)[]) {
        total[name] += each[name];
        expect(each[name], `第 ${day} 天`).toBeLessThanOrEqual(each.hindsight + 1e-6);
      }
    }
    expect(Object.values(total)).toEqual(Object.values(total).toSorted((a, b) => a - b));
  });

  test('no leg is ever oversold, whichever rule finishes the day, from whatever start', () => {
    for (const order of ['low-first', 'mixed'] as const) {
      const values = { ...listed, order, demand: 1.5 };
      const crowd = requestsOf(values, 3);
      for (const rule of ['first-come', 'opening-bids', 'live-bids'] as const) {
        const all = finish(values, crowd, [true, false, true], rule);
        expect(all.length).toBe(crowd.length);
        expect(all.slice(0, 3)).toEqual([true, false, true]);
        expect(Math.min(...soldBy(values, crowd, all).left)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('the bids of the moment start at the plan and fall to zero when the day is over', () => {
    const bids = bidsAt(listed, requests, []);
    const { from, to } = productsOf(listed)[2]!;
    expect(hurdleOf({ from, to }, bids)).toBeLessThanOrEqual(135);
    const all = finish(listed, requests, [], 'live-bids');
    expect(bidsAt(listed, requests, all).every((bid) => Number.isFinite(bid))).toBe(true);
    expect(bidsAt({ ...listed, demand: 0.5 }, [], [])).toEqual([0, 0, 0]);
  });

  test('every sold batch has its own row on its own legs', () => {
    const products = productsOf(listed);
    for (const order of ['low-first', 'mixed'] as const)
      for (let day = 1; day <= 30; day++) {
        const values = { ...listed, order };
        const asked = requestsOf(values, day);
        for (const rule of ['first-come', 'live-bids'] as const) {
          const { counts } = soldBy(values, asked, finish(values, asked, [], rule));
          const blocks = seating(counts);
          expect(blocks.length).toBe(counts.reduce((sum, each) => sum + each, 0));
          const cells = blocks.flatMap(({ product, row }) =>
            usesOf(products[product]!).flatMap((used, leg) => (used ? [`${leg}:${row}`] : [])),
          );
          expect(new Set(cells).size, `第 ${day} 天：两批坐在同一格`).toBe(cells.length);
          expect(Math.max(...blocks.map(({ row }) => row))).toBeLessThan(values.seats / batch);
        }
      }
  });

  test('a batch fits only where all of its legs have a row left', () => {
    expect(fits({ from: 0, to: 3, fare: 1, demand: 1 }, [3, 0, 3])).toBe(false);
    expect(fits({ from: 2, to: 3, fare: 1, demand: 1 }, [3, 0, 3])).toBe(true);
  });
});

describe('what a guess is told', () => {
  test('the two who ask', () => {
    expect(told('refuse-long', 'two-asks').hit).toBe(true);
    expect(told('refuse-short', 'two-asks').explanation).toContain('门槛 418 元，383 元低于它');
    expect(told('take-both', 'two-asks').explanation).toContain('不等于卖不掉');
    expect(told('refuse-both', 'two-asks').explanation).toContain('留得太多');
  });

  test('the other three', () => {
    expect(told(11, 'low-first').hit).toBe(true);
    expect(told(2, 'low-first').explanation).toContain('少了');
    expect(told(40, 'low-first').explanation).toContain('没有那么多');
    expect(told(2, 'mixed').hit).toBe(true);
    expect(told(11.6, 'mixed').explanation).toContain('看谁先来');
    expect(told('scarce', 'ten-seats').hit).toBe(true);
    expect(told('fare', 'ten-seats').explanation).toContain('多收 2,890 元');
  });
});
