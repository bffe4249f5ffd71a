import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOff } from '../../src/calc/workforce/days-off.ts';
import { shiftCovering } from '../../src/calc/workforce/shift-covering.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { nearest, predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { cheapestDay, onDuty } from '../../src/widgets/shift-puzzle/cover.ts';
import { asRow, laidOut, model, span } from '../../src/widgets/shift-puzzle/model.ts';

function told(guess: Guess, scenario = 'hotpot') {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const needs = model.params.demand.default.map(({ need }) => need);
const kinds = [
  { length: 16, cost: 8 },
  { length: 8, cost: 4.6 },
];

/** 各种班在各个开始时刻覆盖哪些格，与工钱。 */
function options(slots: number, of: typeof kinds) {
  return of.flatMap(({ length, cost }) =>
    Array.from({ length: slots - length + 1 }, (_, start) => ({
      cost,
      periods: Array.from({ length }, (_slot, k) => start + k),
    })),
  );
}

describe('shift-puzzle', () => {
  test('98 hours of need: 184 paid with 8-hour shifts, 119.4 with 4-hour ones, 4 long and 19 short', () => {
    const only = model.at();
    expect([only.need, only.best.pay, only.best.people]).toEqual([98, 184, 23]);
    const mixed = model.at({}, 'short').best;
    expect(mixed.pay).toBeCloseTo(119.4, 9);
    expect([mixed.long, mixed.people - mixed.long]).toEqual([4, 19]);
    expect(told(184).hit).toBe(true);
    expect(told(119.4, 'short').hit).toBe(true);
  });

  test('two days off in a row: bound 21, need 23', () => {
    const { best } = model.at({}, 'days-off');
    expect([best.bound, best.people]).toEqual([21, 23]);
    expect(best.people).toBe(daysOff({ requirements: [17, 13, 15, 19, 14, 16, 11] }).workers);
    expect(told(23, 'days-off').hit).toBe(true);
    expect(told(21, 'days-off').hit).toBe(false);
  });

  test('the cheapest day is what shiftCovering proves, for any need', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 16, maxLength: 24 }),
        fc.boolean(),
        async (demand, short) => {
          const of = short ? kinds : kinds.slice(0, 1);
          const laid = cheapestDay(demand, of);
          const all = options(demand.length, of);
          const { cost } = await shiftCovering({
            requirements: demand,
            shifts: all.map(({ periods }) => periods),
            costs: all.map(({ cost: each }) => each),
          });
          const pay = laid.reduce((sum, { kind, people }) => sum + people * of[kind]!.cost, 0);
          expect(pay).toBeCloseTo(cost, 6);
          const duty = onDuty(laid, of, demand.length);
          demand.forEach((need, i) => expect(duty[i]).toBeGreaterThanOrEqual(need));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('laying the cheapest roster leaves no gap, pays the least, and fits the table', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const { best } = model.compute(values);
      expect(best.laid.length, id).toBeLessThanOrEqual(model.params.shifts.atMost);
      const laid = model.compute({ ...values, shifts: best.laid.map(asRow) });
      expect(laid.gap, id).toBe(0);
      expect(laid.pay, id).toBeCloseTo(best.pay, 9);
      expect(laid.duty, id).toEqual(best.duty);
    }
  });

  test('by hand: two shifts of twelve leave the evening short by 5 hours', () => {
    const { pay, gap, duty } = model.at();
    expect(pay).toBe(192);
    // 10:00 起 12 人，14:00 起 12 人：18:00 以后只剩 12 人
    expect([duty[0], duty[8], duty[15], duty[16], duty[23]]).toEqual([12, 24, 24, 12, 12]);
    // 缺 2、3、3、2 人各半小时
    expect(gap).toBe((2 + 3 + 3 + 2) / 2);
  });

  test('a shift that would run past closing is moved back; one in the week wraps round', () => {
    const day = scenarioValues(model, 'short');
    const late = { start: 24, hours: 8, people: 1 };
    expect(laidOut(day, late).start).toBe(8);
    expect(laidOut(day, { ...late, hours: 4 }).start).toBe(16);
    expect(span(day, laidOut(day, late))).toBe('14:00–22:00');
    const week = scenarioValues(model, 'days-off');
    expect(onDuty([{ start: 5, kind: 0, people: 2 }], [{ length: 5, cost: 1 }], 7)).toEqual([
      2, 2, 2, 0, 0, 2, 2,
    ]);
    expect(span(week, { start: 5, kind: 0, people: 2 })).toBe('周六至周三');
  });

  test('each typical wrong guess gets its own explanation', () => {
    expect(told(98).explanation).toContain('不是付的');
    expect(told(120).explanation).toContain('最忙的半小时');
    expect(told(150).explanation).toContain('少猜');
    expect(told(240).explanation).toContain('多猜');
    expect(told(113, 'short').explanation).toContain('整块');
    expect(told(170, 'short').explanation).toContain('35%');
    expect(told(184, 'short').explanation).toContain('35%');
    expect(told(191, 'short').explanation).toContain('不会比只排长班的 184 人时还多');
    expect(told(130, 'short').explanation).toContain('不远');
    expect(told(21, 'days-off').explanation).toContain('下界');
    expect(told(19, 'days-off').explanation).toContain('最忙一天');
    expect(told(22, 'days-off').explanation).toContain('不够');
    expect(told(28, 'days-off').explanation).toContain('用不着');
  });

  test('the premium of a short shift is taken to the whole per cent as typed', () => {
    expect(nearest(model.params.premium, 0.12)).toBe(0.12);
  });

  test('the picture of the day is the case the text tells', () => {
    expect(needs).toHaveLength(24);
    expect(needs.reduce((a, b) => a + b) / 2).toBe(98);
  });
});
