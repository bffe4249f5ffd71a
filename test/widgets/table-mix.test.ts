import { describe, expect, test } from 'vitest';
import { simulateTableMix } from '../../src/calc/revenue/table-mix.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { compare, fullRun, hours, roughRun } from '../../src/widgets/table-mix/evening.ts';
import { model } from '../../src/widgets/table-mix/model.ts';
import { layout, learn } from '../../src/widgets/table-mix/outcome.ts';
import { furnish, roomiest } from '../../src/widgets/table-mix/room.ts';
import { eveningOf } from '../../src/widgets/table-mix/setting.ts';
import { stored } from '../../src/widgets/table-mix/stored.ts';

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario = 'hotpot') {
  const values = scenarioValues(model, scenario);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const evening = (scenario: string) => eveningOf(scenarioValues(model, scenario));

/** 全部数字，按次序，连同在哪里。 */
function numbers(value: unknown, path: string): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => numbers(each, `${path}.${name}`));
}

describe('table-mix', () => {
  test.each(model.scenarios.map(({ id }) => id))(
    'the stored night of %s is what the simulation says',
    (id) => {
      const run = fullRun(evening(id));
      const kept = stored[id];
      for (const [path, value] of numbers(kept, id)) {
        const again = path
          .split('.')
          .slice(1)
          .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], run);
        expect(
          Math.abs((again as number) - value),
          `${path}：照 fullRun 重算的抄进 src/widgets/table-mix/stored.ts`,
        ).toBeLessThan(0.006);
      }
    },
    30_000,
  );

  test('every scenario opens on a full run with its curve, and needs no wait', () => {
    for (const { id } of model.scenarios) {
      const { rough, curve } = model.compute(scenarioValues(model, id));
      expect(rough, id).toBe(false);
      expect(curve, id).toHaveLength(10);
    }
  });

  test('the same 48 seats: 111 in twelve fours, 147 after the swap; 96 to 145 on the couples’ night', () => {
    const { before, after, gain } = model.at();
    expect([before.seats, after.seats]).toEqual([48, 48]);
    expect(fixed(before.covers.mean)).toBe('111');
    expect(fixed(after.covers.mean)).toBe('147');
    expect(gain).toBeCloseTo(0.33, 2);
    const couples = model.at({}, 'couples');
    expect([fixed(couples.before.covers.mean), fixed(couples.after.covers.mean)]).toEqual([
      '96',
      '145',
    ]);
  });

  test('in the slack season the swap loses a little, and the whole interval is below nought', () => {
    const { more, gain } = model.at({}, 'slack');
    expect(more.high).toBeLessThan(0);
    expect(gain).toBeCloseTo(-0.02, 2);
    expect(told('less', 'slack').hit).toBe(true);
    expect(told('more', 'slack').explanation).toContain('从 12 张减到 4 张');
  });

  test('eight and eight beats both in the slack season, two tables for six beat that: what the explanation suggests', () => {
    const mixes = [
      { name: '12×4', tables: [{ seats: 4, count: 12 }] },
      {
        name: '8×2+8×4',
        tables: [
          { seats: 2, count: 8 },
          { seats: 4, count: 8 },
        ],
      },
      {
        name: '10×2+4×4+2×6',
        tables: [
          { seats: 2, count: 10 },
          { seats: 4, count: 4 },
          { seats: 6, count: 2 },
        ],
      },
    ];
    const slack = evening('slack');
    const [fours, even, six] = simulateTableMix({
      mixes,
      partySizeWeights: slack.weights,
      partiesPerHour: 12,
      hours,
      mealHours: 1.2,
      mealVariation: 0.35,
      patienceHours: 0.4,
      spendPerCover: 1,
      replications: 400,
      seed: 3,
    }).map(({ meanRevenue }) => meanRevenue);
    expect(even).toBeGreaterThan(fours! + 5);
    expect(six).toBeGreaterThan(even! + 5);
  });

  test('the real room: 240 seats either way, a third more at 120 parties an hour, six per cent at 60', () => {
    const busy = model.at({}, 'real-busy');
    // 2×2 + 56×4 + 2×6 = 240；60×2 + 24×4 + 4×6 = 240
    expect([busy.before.seats, busy.after.seats]).toEqual([240, 240]);
    expect(busy.gain).toBeGreaterThan(0.35);
    expect(busy.gain).toBeLessThan(0.38);
    const half = model.at({}, 'real-half');
    expect(half.gain).toBeGreaterThan(0.055);
    expect(half.gain).toBeLessThan(0.07);
    const values = scenarioValues(model, 'real-half');
    expect(questionText(predictionOf(model, 'real-half'), values, half)).toContain('每小时 120 批');
  });

  test('both arrangements seat the very same parties: the difference is surer than two separate samples would make it', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    for (const { id } of model.scenarios) {
      const { before, after, more } = model.at({}, id);
      expect(width(more), id).toBeLessThan(
        0.9 * Math.hypot(width(before.covers), width(after.covers)),
      );
    }
    // 换来换去换回自己，一位也不差
    const same = { ...evening('hotpot'), after: evening('hotpot').before };
    const { more: none } = compare(same, { batches: 3, nights: 4, seed: 5 });
    expect([none.mean, none.low, none.high]).toEqual([0, 0, 0]);
  });

  test('one by hand: patience nought, one table, meals of one length: nobody else is seated meanwhile', () => {
    const { before } = compare(
      {
        before: [{ seats: 2, count: 1 }],
        after: [{ seats: 2, count: 1 }],
        weights: [1],
        partiesPerHour: 150,
        mealMinutes: 120,
        variation: 0,
        patienceMinutes: 0,
      },
      { batches: 4, nights: 50, seed: 9 },
    );
    // 头一批来了坐两小时，随后不到半分钟又来一批，再坐两小时：四小时里恰好两批，各一人（偶尔第三批赶上收尾）
    expect(before.covers.mean).toBe(2);
    expect(before.occupancy).toBeGreaterThan(0.49);
    expect(before.occupancy).toBeLessThanOrEqual(0.5);
  });

  test('what the worker brings is used from then on, by the sentence and the curve at any rate', () => {
    const values = { ...scenarioValues(model, 'hotpot'), twos: 8, fours: 8 };
    expect(model.compute(values).rough).toBe(true);
    expect(model.sentence(values, model.compute(values))).toContain('这是粗算');
    const now = roughRun(eveningOf(values));
    learn(values, { now: { ...now, nights: 1000 }, curve: stored['hotpot']!.curve! });
    expect(model.compute(values).rough).toBe(false);
    expect(model.sentence(values, model.compute(values))).toContain('1,000 夜');
    expect(model.compute({ ...values, partiesPerHour: 42 }).curve).toHaveLength(10);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told(145).hit).toBe(true);
    expect(told(111).explanation).toContain('座位一样，接待的人可不一样');
    for (const difference of [0, 2, 36])
      expect(told(difference).explanation).toContain('不是差几位：原来已有 111 位');
    expect(told(95).explanation).toContain('人多的几批');
    expect(told(190).explanation).toContain('多猜了');
    expect(told(125).explanation).toContain('少猜了');
    expect(told(6, 'real-half').hit).toBe(true);
    expect(told(36, 'real-half').explanation).toContain('照搬');
    expect(told(18, 'real-half').explanation).toContain('打对折');
    expect(told(1, 'real-half').explanation).toContain('也没有那么少');
  });

  test('the three numbers of the sentence add up as printed', () => {
    for (const { id } of model.scenarios) {
      const values = scenarioValues(model, id);
      const said = model.sentence(values, model.compute(values));
      const [, from, to, sign, difference] =
        /接待 ([\d.,]+) 位，.*接待 ([\d.,]+) 位。.*，(多|少) ([\d.,]+) 位/.exec(said) ?? [];
      expect(Number(to) - Number(from), said).toBeCloseTo(
        Number(difference) * (sign === '多' ? 1 : -1),
        9,
      );
    }
  });

  test('a room without tables, or one bought larger, is said in words', () => {
    const say = (change: object) => {
      const values = { ...scenarioValues(model, 'hotpot'), ...change };
      return model.sentence(values, model.compute(values));
    };
    expect(say({ twos: 0, fours: 0 })).toContain('一张桌也没有');
    expect(say({ twos: 20 })).toContain('不是同样大的地方');
    expect(
      layout([
        { seats: 2, count: 1 },
        { seats: 6, count: 0 },
      ]),
    ).toBe('1 张两人桌');
  });

  test('the room shows every chair once, as many taken as sit on average, inside its walls', () => {
    const chairs = (path: string) => path.split('M').length - 1;
    for (const id of ['hotpot', 'real-busy'])
      for (const mix of [evening(id).before, evening(id).after]) {
        const seats = mix.reduce((sum, { seats: each, count }) => sum + each * count, 0);
        const walls = { left: 0, top: 0, width: 150, height: 110 };
        const { empty, taken } = furnish(mix, {
          ...walls,
          pitch: roomiest(mix, walls),
          occupancy: 0.6,
        });
        expect(chairs(empty) + chairs(taken)).toBe(seats);
        expect(chairs(taken)).toBe(Math.round(0.6 * seats));
        for (const [, x, y] of (empty + taken).matchAll(/M([\d.]+) ([\d.]+)/g)) {
          expect(Number(x)).toBeLessThanOrEqual(150);
          expect(Number(y)).toBeLessThanOrEqual(110);
        }
      }
  });
});
