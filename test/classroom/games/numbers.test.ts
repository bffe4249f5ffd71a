/** 讲评里的数：一个个照公式另算一遍，或与计算模块别处的结果对。 */
import { describe, expect, test } from 'vitest';
import { littlewood } from '../../../src/calc/revenue/littlewood.ts';
import { createRandom } from '../../../src/calc/core/random.ts';
import { erlangC } from '../../../src/calc/queueing/erlang-c.ts';
import { lineCompetition } from '../../../src/calc/location/line-competition.ts';
import { funnelExperiment } from '../../../src/calc/quality/control/funnel-experiment.ts';
import { debrief as funnelOf } from '../../../src/classroom/games/funnel/debrief.ts';
import { chances, drops, play, rules } from '../../../src/classroom/games/funnel/model.ts';
import { debrief as hallOf, stage } from '../../../src/classroom/games/hall-staffing/debrief.ts';
import { halfHours, load, mostWindows } from '../../../src/classroom/games/hall-staffing/model.ts';
import { debrief as stockOf } from '../../../src/classroom/games/newsvendor/debrief.ts';
import { allDemands, demandsOf } from '../../../src/classroom/games/newsvendor/demands.ts';
import { dishOf, least, most, profit } from '../../../src/classroom/games/newsvendor/model.ts';
import { median } from '../../../src/classroom/games/numbers.ts';
import { debrief as ticketsOf, showed } from '../../../src/classroom/games/overbooking/debrief.ts';
import { debrief as roomsOf } from '../../../src/classroom/games/seat-protection/debrief.ts';
import { debrief as shopsOf, pairsOf } from '../../../src/classroom/games/two-shops/debrief.ts';
import { mostMargin, perStep, street } from '../../../src/classroom/games/two-shops/model.ts';

const times = (count: number, value: number[]) => Array.from({ length: count }, () => value);

test('the median of an even number of people is the middle of the two', () => {
  expect(median([4, 1, 9])).toBe(4);
  expect(median([4, 1, 9, 5])).toBe(4.5);
});

describe('食堂报童', () => {
  test('the optimum is where the chance of enough first reaches the critical ratio', () => {
    // 鸡腿饭：9 ÷ 13 = 0.692，81 个数里的第 57 个是 76；排骨饭：3 ÷ 13，第 19 个是 38
    expect(stockOf(1, [[60, 60, 60]])).toMatchObject({ best: 76, ratio: 9 / 13 });
    expect(stockOf(2, [[60, 60, 60]])).toMatchObject({ best: 38, ratio: 3 / 13 });
  });

  test('expected profit is the plain average over the 81 equally likely days', () => {
    const every = Array.from({ length: most - least + 1 }, (_, i) => least + i);
    const dish = dishOf(1);
    const average = (stock: number) =>
      every.reduce((sum, demand) => sum + profit(dish, stock, demand), 0) / every.length;
    const result = stockOf(1, [[50, 60, 70]]);
    expect(result.bestProfit).toBeCloseTo(average(76), 9);
    expect(result.earned).toBeCloseTo((average(50) + average(60) + average(70)) / 3, 9);
    expect(Math.max(...every.map(average))).toBeCloseTo(average(76), 9);
  });

  test('chasing is moving toward yesterday’s demand, away is the other way, still is neither', () => {
    const [first = 0, second = 0] = demandsOf(1);
    const toward = (now: number, seen: number) => now + Math.sign(seen - now) * 3;
    const q2 = toward(50, first);
    expect(stockOf(1, [[50, q2, toward(q2, second)]])).toMatchObject({
      toward: 2,
      away: 0,
      chased: 1,
    });
    expect(stockOf(1, [[50, 50, 50]])).toMatchObject({ toward: 0, away: 0, still: 2, chased: 0 });
  });

  test('demands lie in their range, repeat with the round key and differ from round to round', () => {
    for (let round = 1; round <= 40; round++)
      for (const demand of demandsOf(round)) {
        expect(demand).toBeGreaterThanOrEqual(least);
        expect(demand).toBeLessThanOrEqual(most);
      }
    expect(demandsOf(17)).toEqual(demandsOf(1));
    expect(allDemands[17 % 16]).toEqual(demandsOf(17));
    expect(new Set(allDemands.map((each) => each.join())).size).toBe(16);
  });
});

describe('订座保护', () => {
  test.each([
    [1, 420, 33.707],
    [2, 180, 46.293],
  ])(
    'round %i: the best whole number of rooms is next to Littlewood’s rule',
    (round, fareLow, exact) => {
      const rule = littlewood({ fareHigh: 600, fareLow, meanHigh: 40, sdHigh: 12, capacity: 100 });
      expect(rule.protection).toBeCloseTo(exact, 3);
      const { best } = roomsOf(round, [[40]]);
      expect(Math.abs(best - rule.protection)).toBeLessThan(1);
    },
  );

  test('nobody regrets the best choice, and everybody else regrets a positive amount', () => {
    const { best, regrets } = roomsOf(1, [[roomsOf(1, [[0]]).best], [0], [100]]);
    expect(regrets[0]).toBe(0);
    expect(regrets[1]).toBeGreaterThan(0);
    expect(regrets[2]).toBeGreaterThan(0);
    expect(best).toBe(34);
  });
});

describe('超售', () => {
  test('the optimum is the lowest point of the cost curve shown', () => {
    for (const round of [1, 2]) {
      const { costs, best, bestCost } = ticketsOf(round, [[0]]);
      const lowest = costs.reduce((top, each) => (each.total < top.total - 1e-9 ? each : top));
      expect(lowest.extra).toBe(best);
      expect(lowest.total).toBeCloseTo(bestCost, 9);
    }
  });

  test('dearer refusals mean fewer extra tickets, and both are below filling by the average', () => {
    const [cheap, dear] = [ticketsOf(1, [[0]]), ticketsOf(2, [[0]])];
    expect([cheap.best, dear.best]).toEqual([5, 3]);
    expect(cheap.average).toBeCloseTo(50 / 0.88 - 50, 9);
    expect(cheap.best).toBeLessThan(cheap.average);
  });

  test('the same passengers come: selling one more never lowers who shows up', () => {
    for (let sold = 50; sold < 80; sold++)
      expect([0, 1]).toContain(showed(3, sold + 1) - showed(3, sold));
  });
});

describe('大厅排班', () => {
  test('the wait of a stage is Erlang C over the spare capacity', () => {
    const [arrivals, servers] = [54, 14];
    const offeredLoad = (arrivals * 6) / 30;
    const wait = (erlangC({ offeredLoad, servers }) * 6) / (servers - offeredLoad);
    expect(stage(arrivals, servers, 1).wait).toBeCloseTo(wait, 10);
    expect(stage(arrivals, servers, 1).cost).toBeCloseTo(25 * servers + arrivals * wait, 8);
  });

  test('no number of windows the phone offers is cheaper than the optimum', () => {
    for (const round of [1, 2]) {
      const { stages, perMinute } = hallOf(round, [[8, 8, 8, 8, 8]]);
      for (const { arrivals, best, ideal } of stages) {
        expect(best).toBeLessThanOrEqual(mostWindows);
        for (let servers = 1; servers <= mostWindows; servers++)
          expect(stage(arrivals, servers, perMinute).cost).toBeGreaterThanOrEqual(
            ideal.cost - 1e-9,
          );
        expect(best).toBeGreaterThan((arrivals * 6) / 30);
      }
    }
    expect(hallOf(1, [[8, 8, 8, 8, 8]]).stages.map(({ best }) => best)).toEqual([6, 10, 14, 12, 7]);
    expect(hallOf(2, [[8, 8, 8, 8, 8]]).stages.map(({ best }) => best)).toEqual([7, 11, 15, 14, 8]);
  });

  test('windows no more than the busy ones are counted as a line that never ends, not as a cost', () => {
    const best = hallOf(1, [[8, 8, 8, 8, 8]]).stages.map((each) => each.best);
    const short = halfHours.map((each) => Math.floor(load(each)));
    const result = hallOf(1, [best, short]);
    expect(result).toMatchObject({ stuck: 1, left: 0 });
    expect(result.costs).toEqual([result.bestCost]);
  });
});

describe('街上两家店', () => {
  test('everybody is paired, once, or twice when the number is odd', () => {
    for (const people of [2, 3, 7, 60, 61]) {
      const pairs = pairsOf(4, people);
      expect(pairs).toHaveLength(Math.ceil(people / 2));
      expect(new Set(pairs.flat()).size).toBe(people);
      for (const [a, b] of pairs) expect(a).not.toBe(b);
    }
    expect(pairsOf(1, 1)).toEqual([]);
    expect(pairsOf(1, 20)).not.toEqual(pairsOf(2, 20));
  });

  test('at one price the centre never gets less than half, and the nearer shop wins', () => {
    const spread = Array.from({ length: 21 }, (_, i) => [i * 5, 50, 10]);
    const result = shopsOf(1, spread);
    expect(result.centreShare).toBeGreaterThan(0.5);
    expect(result.nearerWon).toBe(result.decided);
    expect(shopsOf(1, times(10, [50, 50, 10])).centreShare).toBeCloseTo(0.5, 12);
    expect(result.bestWalk).toBe(12.5);
    expect(result.middleWalk).toBe(25);
  });

  test('with place and price together nobody comes to rest, as the debrief says', () => {
    const dynamics = lineCompetition({
      positions: [25, 75],
      length: street,
      prices: [10, 10],
      transportCost: perStep,
      moves: 'both',
      positionSteps: 20,
      priceSteps: mostMargin,
      maxPrice: mostMargin,
      maxRounds: 60,
    });
    expect(dynamics.converged).toBe(false);
  });
});

describe('漏斗实验', () => {
  test('the phone’s beads fall where calc’s fall, point for point, under every rule', () => {
    const draw = createRandom(77);
    const noise = Array.from({ length: drops }, () => draw.normal(0, 1));
    for (const { id } of rules) {
      const same = funnelExperiment({ rule: id, drops, seed: 77 });
      const mine = play(id, noise);
      mine.points.forEach((point, i) => expect(point).toBeCloseTo(same.points[i] as number, 12));
      expect(mine.spread).toBeCloseTo(Math.sqrt(same.meanSquare), 2);
    }
  });

  test('the phone’s chances are standard normal: mean 0, variance 1, a third beyond one σ', () => {
    const { uniform } = createRandom(9);
    const all = Array.from({ length: 400 }, () => chances(uniform)).flat();
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
    const variance = all.reduce((sum, each) => sum + each * each, 0) / all.length;
    const beyond = all.filter((each) => Math.abs(each) > 1).length / all.length;
    // 12,000 个：四个标准误
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(all.length));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / all.length));
    expect(Math.abs(beyond - 0.3173)).toBeLessThan(0.017);
  });

  test('the theory on the board: 1, √(59/30), and √15.5 twice', () => {
    const theory = funnelOf(1, [[1, 100]]).results.map((rule) => rule.theory);
    [1, Math.sqrt(59 / 30), Math.sqrt(15.5), Math.sqrt(15.5)].forEach((value, i) =>
      expect(theory[i]).toBeCloseTo(value, 12),
    );
  });

  test('the class is pooled by squares, not by plain averages', () => {
    const { results, touched } = funnelOf(1, [
      [2, 100],
      [2, 200],
      [1, 90],
    ]);
    expect(results[1]?.pooled).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(touched).toBe(2);
  });
});
