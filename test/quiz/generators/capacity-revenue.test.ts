/** 第 9 章生成题的答案，换一条路再算一遍：枚举、逐项相加，或在最好的地方左右各挪一步。 */
import { describe, expect, test } from 'vitest';
import { newsvendorNormal } from '../../../src/calc/revenue/newsvendor-normal.ts';
import { showUpOutcome } from '../../../src/calc/revenue/show-ups.ts';
import { twoClassRevenue } from '../../../src/calc/revenue/two-class-revenue.ts';
import { shiftCovering } from '../../../src/calc/workforce/shift-covering.ts';
import { near, questions, sum } from './from-shown.ts';

describe('from the numbers the reader sees, the key comes out', () => {
  test('served-by-hour: hour by hour', async () => {
    for (const { key, n, l } of await questions('served-by-hour'))
      expect(sum(l('demand').map((each) => Math.max(0, each - n('seats'))))).toBe(key);
  });

  test('mean-miss: month by month, over the actual', async () => {
    for (const { key, l } of await questions('mean-miss')) {
      const forecast = l('forecast');
      near(
        sum(l('actual').map((each, i) => Math.abs(each - (forecast[i] as number)) / each)) / 4,
        key,
        1e-9,
      );
    }
  });

  test('grown-last-year: last year’s month times the year’s growth', async () => {
    for (const { key, n } of await questions('grown-last-year'))
      expect(Math.round((n('lastYear') * n('recent')) / n('before'))).toBe(key);
  });

  test('fence-leak: head by head', async () => {
    for (const { key, n } of await questions('fence-leak')) {
      const full = n('highDemand') * (1 - n('leakage'));
      const seats = Math.min(n('capacity'), n('highDemand') + n('lowDemand'));
      const fenced = full * n('high') + (seats - full) * n('low');
      near(fenced - n('highDemand') * n('high'), key, 1e-9);
    }
  });

  test('wording-share: the gap over the low price', async () => {
    for (const { key, n } of await questions('wording-share'))
      near((n('high') - n('low')) / n('low'), key, 1e-9);
  });

  test('chase-bill: month by month', async () => {
    for (const { key, n, l } of await questions('chase-bill')) {
      let before = n('initial');
      let cost = 0;
      for (const each of l('demand')) {
        const now = each / n('output');
        cost += now * n('wage');
        cost += now > before ? (now - before) * n('hire') : (before - now) * n('layoff');
        before = now;
      }
      near(cost / 10000, key, 1e-9);
    }
  });

  test('level-bill: month by month, nothing carried over', async () => {
    for (const { key, n, l } of await questions('level-bill')) {
      const short = l('demand').map((each) => Math.max(0, each - n('workers') * n('output')));
      near((4 * n('workers') * n('wage') + sum(short) * n('cost')) / 10000, key, 1e-9);
    }
  });

  test('kept-revenue: with sales as printed, within a thousandth of the exact', async () => {
    for (const { key, n } of await questions('kept-revenue')) {
      near(n('low') * (n('capacity') - n('protection')) + n('high') * n('sales'), key, 1e-9);
      const exact = twoClassRevenue({
        fareHigh: n('high'),
        fareLow: n('low'),
        meanHigh: n('mean'),
        sdHigh: n('sd'),
        capacity: n('capacity'),
        protection: n('protection'),
      });
      near(exact.expectedRevenue, key, 0.002);
    }
  });

  test('bid-floor: the legs used, times the group', async () => {
    for (const { key, n, said } of await questions('bid-floor')) {
      const bids = [n('bid1'), n('bid2'), n('bid3')];
      const used = said('trip') === '北京到南京' ? bids.slice(0, 2) : bids.slice(1);
      expect(sum(used) * n('group')).toBe(key);
    }
  });

  test('captured-share: from sales to three revenues', async () => {
    for (const { key, n } of await questions('captured-share')) {
      const none = 120 * n('low');
      const best = n('highDemand') * n('high') + (120 - n('highDemand')) * n('low');
      const high = Math.min(n('highDemand'), n('protection'));
      const real = (120 - n('protection')) * n('low') + high * n('high');
      near((real - none) / (best - none), key, 1e-9);
    }
  });

  test('clustered-sd: the variance of the beta-binomial', async () => {
    for (const { key, n } of await questions('clustered-sd', 20)) {
      const independent = n('sold') * n('show') * (1 - n('show'));
      near(Math.sqrt(independent * (1 + (n('sold') - 1) * n('correlation'))), key, 1e-6);
    }
  });

  test('seat-hour: revenue over seats times hours', async () => {
    for (const { key, n } of await questions('seat-hour'))
      near((n('covers') * n('spend')) / (n('seats') * n('hours')), key, 1e-9);
  });

  test('merged-class: one class of the weighted fare and the pooled spread', async () => {
    for (const { key, n } of await questions('merged-class')) {
      const mean = n('mean1') + n('mean2');
      const fare = (n('mean1') * n('fare1') + n('mean2') * n('fare2')) / mean;
      const quantile: Record<string, number> = { 0.3: -0.52, 0.4: -0.25, 0.6: 0.25, 0.7: 0.52 };
      const z = quantile[(1 - n('fare3') / fare).toFixed(1)] as number;
      expect(
        Math.abs((1 - n('fare3') / fare) * 10 - Math.round((1 - n('fare3') / fare) * 10)),
      ).toBeLessThan(0.01);
      near(mean + z * Math.hypot(n('sd1'), n('sd2')), key, 0.006);
    }
  });
});

describe('nothing near the key does better', () => {
  test('littlewood-rooms: half a room either way takes less', async () => {
    for (const { key, n } of await questions('littlewood-rooms')) {
      const revenue = (protection: number) =>
        twoClassRevenue({
          fareHigh: n('high'),
          fareLow: n('low'),
          meanHigh: n('mean'),
          sdHigh: n('sd'),
          capacity: n('capacity'),
          protection,
        }).expectedRevenue;
      expect(revenue(key)).toBeGreaterThan(Math.max(revenue(key - 0.5), revenue(key + 0.5)));
    }
  });

  test('rooms-from-log: no other number of rooms would have taken more over the fifty days', async () => {
    for (const { key, n, said } of await questions('rooms-from-log')) {
      const days = [...said('log').matchAll(/(\d+) 间 (\d+) 天/g)].map(([, rooms, count]) => [
        Number(rooms),
        Number(count),
      ]);
      expect(sum(days.map(([, count = 0]) => count))).toBe(50);
      const taken = (kept: number) =>
        sum(
          days.map(
            ([rooms = 0, count = 0]) =>
              count * (n('low') * (120 - kept) + n('high') * Math.min(rooms, kept)),
          ),
        );
      for (let kept = 0; kept <= 120; kept++)
        if (kept !== key) expect(taken(kept), `留 ${kept} 间`).toBeLessThan(taken(key));
    }
  });

  test('prep-portions: half a portion either way earns less', async () => {
    for (const { key, n } of await questions('prep-portions')) {
      const profit = (quantity: number) =>
        newsvendorNormal({
          price: n('price'),
          cost: n('cost'),
          salvage: 0,
          mean: n('mean'),
          sd: n('sd'),
          quantity,
        }).expectedProfit;
      expect(profit(key)).toBeGreaterThan(Math.max(profit(key - 0.5), profit(key + 0.5)));
    }
  });

  test('extra-tickets: selling one more or one fewer costs more', async () => {
    for (const { key, n } of await questions('extra-tickets')) {
      const cost = (extra: number) => {
        const { expectedDenied, expectedEmpty } = showUpOutcome({
          reservations: n('capacity') + extra,
          capacity: n('capacity'),
          showProbability: n('show'),
        });
        return n('denied') * expectedDenied + n('fare') * expectedEmpty;
      };
      for (let extra = 0; extra <= 60; extra++)
        if (extra !== key) expect(cost(extra), `超售 ${extra} 张`).toBeGreaterThan(cost(key));
    }
  });

  test('least-shifts: the covering programme needs as many', async () => {
    for (const { key, l } of await questions('least-shifts', 40)) {
      const shifts = Array.from({ length: 5 }, (_, start) => [0, 1, 2, 3].map((h) => start + h));
      const { status, cost } = await shiftCovering({
        requirements: l('needs'),
        shifts,
        costs: shifts.map(() => 1),
      });
      expect(status).toBe('optimal');
      expect(cost).toBe(key);
    }
  });

  test('days-off-bound: the busiest day or the week over five, whichever is more', async () => {
    for (const { key, l, said } of await questions('days-off-bound')) {
      expect(Math.max(...l('needs'), Math.ceil(sum(l('needs')) / 5))).toBe(key);
      const [, needed] = / (\d+) 人$/.exec(said('workers')) ?? [];
      expect(Number(needed)).toBeGreaterThanOrEqual(key);
    }
  });
});
