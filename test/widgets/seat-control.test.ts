import { describe, expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { model, versus } from '../../src/widgets/seat-control/model.ts';
import {
  accepts,
  answer,
  empty,
  hindsight,
  requestsOf,
  sell,
  untilAsked,
  type Fare,
} from '../../src/widgets/seat-control/night.ts';

function told(guess: Guess, scenario = 'hotel') {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const yuan = (value: number) => Math.round(value);

describe('seat-control', () => {
  test('120 rooms: first come fills 99.9% and takes 44,393; 43 held fills 94.6% and takes 60,617', () => {
    const { rooms, first, best } = model.at();
    expect(rooms).toBe(43);
    expect([yuan(first.revenue), yuan(best.revenue)]).toEqual([44_393, 60_617]);
    expect(first.occupancy).toBeCloseTo(0.999, 3);
    expect(best.occupancy).toBeCloseTo(0.946, 3);
  });

  test('no other number of rooms held takes more when the discount comes first', () => {
    const { revenueAt, best } = model.at();
    for (let held = 0; held <= 120; held++)
      expect(revenueAt(held)).toBeLessThanOrEqual(best.revenue);
  });

  test('full fares first: the same 43 lose 3.5%, and 23.8% when nothing is released', () => {
    const gain = (id: string) => {
      const { mine, first } = model.at({}, id);
      return mine.revenue / first.revenue - 1;
    };
    expect(gain('who-first')).toBeCloseTo(-0.035, 3);
    expect(gain('stuck')).toBeCloseTo(-0.238, 3);
    expect(gain('mixed')).toBeCloseTo(0.066, 3);
    expect(told('less', 'who-first').hit).toBe(true);
    expect(told('less', 'who-first').explanation).not.toMatch(/^正是/);
    expect(told(6, 'mixed').hit).toBe(true);
    expect(told(-25, 'stuck').hit).toBe(true);
  });

  test('each typical wrong guess gets its own explanation', () => {
    expect(told(43).hit).toBe(true);
    expect(told(40).explanation).toContain('平均数');
    expect(told(60).explanation).toContain('留多了');
    expect(told(20).explanation).toContain('留少了');
    expect(told(47).explanation).toContain('不远');
    expect(told(36, 'mixed').explanation).toContain('折扣客先来的那次');
    expect(told(-5, 'mixed').explanation).toContain('次序一乱');
    expect(told(-3, 'stuck').explanation).toContain('亏得比你想的多');
    for (const guess of [0, 30]) expect(told(guess, 'stuck').explanation).toMatch(/^这样要亏/);
    const wrong = predictionOf(model, 'who-first');
    if (wrong.kind !== 'choice') throw new Error('who-first asks for a choice');
    const said = wrong.options.map(({ value }) => told(value, 'who-first').explanation);
    expect(new Set(said).size).toBe(3);
  });

  test('held too many: the verdict reckons the reader’s own number of rooms', () => {
    const { revenueAt, first } = model.at();
    for (const guess of [55, 69, 120])
      expect(told(guess).explanation).toContain(
        `留 ${guess} 间，比先到先得${versus(revenueAt(guess), first.revenue)}；留 43 间`,
      );
    expect(told(120).explanation).toContain('比先到先得少收');
  });

  test('the same night brings the same guests, whatever is held; another night brings others', () => {
    const values = scenarioValues(model, 'mixed');
    expect(requestsOf(values)).toEqual(requestsOf({ ...values }));
    expect(requestsOf({ ...values, night: 2 })).not.toEqual(requestsOf(values));
    const sorted = (order: 'low-first' | 'mixed' | 'high-first') =>
      requestsOf({ ...values, order }).toSorted();
    expect(sorted('mixed')).toEqual(sorted('low-first'));
    expect(sorted('high-first')).toEqual(sorted('low-first'));
  });

  test('over 99 nights each rule earns what the exact expectation says', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const takings = Array.from({ length: 99 }, (_, i) => {
        const nights = { ...values, night: i + 1 };
        const { high, low } = sell(requestsOf(nights), 120, values).at(-1)!;
        return 900 * high + 360 * low;
      });
      const mean = takings.reduce((a, b) => a + b) / 99;
      const spread = Math.sqrt(
        takings.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 98 / 99,
      );
      const { mine } = model.compute(values);
      expect(Math.abs(mean - mine.revenue), id).toBeLessThan(4 * spread);
    }
  });

  test('by hand: 3 rooms, 1 held; released once a full fare is in, and kept when it is not', () => {
    const line: Fare[] = ['low', 'high', 'low', 'low', 'high'];
    const end = (release: boolean) => sell(line, 3, { protection: 1, release }).at(-1);
    expect(end(true)).toEqual({ seen: 5, high: 1, low: 2, lostHigh: 1, lostLow: 1 });
    expect(end(false)).toEqual({ seen: 5, high: 2, low: 1, lostHigh: 0, lostLow: 2 });
    expect(accepts({ high: 0, low: 2 }, 3, { protection: 1, release: true })).toBe(false);
  });

  test('selling by hand stops only at a discount guest who could be taken', () => {
    const line: Fare[] = ['high', 'low', 'high', 'low', 'low', 'high'];
    let book = untilAsked(empty, line, 3);
    expect(book.seen).toBe(1);
    book = untilAsked(answer(book, 'low', 3, true), line, 3);
    // 三间住满以后，后面的人不必再问
    expect(book).toEqual({ seen: 6, high: 2, low: 1, lostHigh: 1, lostLow: 2 });
    expect(hindsight(line, 3)).toEqual({ high: 3, low: 0 });
  });

  test('a discount dearer than the full fare is sold at the full fare, and nothing breaks', () => {
    const { first, mine } = model.at({ fareLow: 2000, fareHigh: 100 });
    expect(first.revenue).toBeLessThanOrEqual(12_000);
    expect(mine.revenue).toBeGreaterThan(0);
  });
});
