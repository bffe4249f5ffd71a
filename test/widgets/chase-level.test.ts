import { describe, expect, test } from 'vitest';
import { staffingPlan } from '../../src/calc/workforce/chase-level.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import {
  nearest,
  predictionOf,
  questionText,
  scenarioValues,
  type Guess,
} from '../../src/widget-kit/model.ts';
import { model, wan, type Result } from '../../src/widgets/chase-level/model.ts';

const base = scenarioValues(model, 'parcels');

/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario: string, change: Partial<typeof base> = {}) {
  const values = { ...scenarioValues(model, scenario), ...change };
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const totals = ({ costs }: Result) =>
  [costs.chase, costs.level, costs.mixed].map((cost) => wan(cost)).join(' ');

describe('chase-level', () => {
  test('the parcel centre: chase 452.7, level 449.6, mixed 423.8, and 75 people in November where 120 would do all', () => {
    const result = model.at();
    expect(totals(result)).toBe('452.7 449.6 423.8');
    expect([result.peak, result.enough, result.atPeak]).toEqual([10, 120, 75]);
    expect(result.plans.level.workers).toEqual(Array(12).fill(45));
    expect(result.moves.chase).toEqual({ hired: 87, left: 57 });
  });

  test('the chase plan by hand: 654 worker-months, 87 hires and 57 dismissals', () => {
    // 40+35+38+41+45+50+49+48+53+60+120+75
    const { chase } = model.at().plans;
    expect(chase.workers.reduce((sum, count) => sum + count, 0)).toBe(654);
    expect(chase.totalCost).toBe(654 * 6000 + 87 * 3000 + 57 * 6000);
  });

  test('no plan that differs from the mixed one in a single month is cheaper, and other head counts in November are dearer', () => {
    const { plans, peak, costs } = model.at();
    const input = {
      demand: base.months.map(({ demand }) => demand),
      outputPerWorker: base.output,
      initialWorkers: base.initial,
      wage: base.wage,
      hireCost: base.hireCost,
      layoffCost: base.layoffCost,
      shortageCost: base.shortageCost,
    };
    for (let month = 0; month < 12; month++)
      for (const people of [0, 30, 45, 60, 74, 76, 90, 120]) {
        const workers = plans.mixed.workers.with(month, people);
        const { totalCost } = staffingPlan(input, workers);
        if (people === plans.mixed.workers[month]) continue;
        expect(totalCost, `${month + 1} 月 ${people} 人`).toBeGreaterThanOrEqual(costs.mixed);
        if (month === peak) expect(totalCost).toBeGreaterThan(costs.mixed);
      }
  });

  test('with day labour the mixed plan follows the peak to 120; with trained staff it hardly moves', () => {
    const gig = model.at({}, 'gig');
    expect(gig.atPeak).toBe(120);
    expect(totals(gig)).toBe('399.6 449.6 399.5');
    const skilled = model.at({}, 'skilled');
    expect(totals(skilled)).toBe('633.6 449.6 446.9');
    expect(skilled.moves.mixed).toEqual({ hired: 3, left: 0 });
  });

  test('“only” so many people is said when they are fewer than would do all, and not when they are as many', () => {
    const says = (scenario: string) => {
      const values = scenarioValues(model, scenario);
      return model.sentence(values, model.compute(values));
    };
    expect(says('parcels')).toContain('够数要 120 人，混合只排 75 人');
    expect(says('gig')).toContain('够数要 120 人，混合也排 120 人');
    expect(says('spread')).toContain('够数要 85 人，混合也排 85 人');
  });

  test('no number a reader types makes the work left over free', () => {
    const { shortageCost } = model.params;
    expect(nearest(shortageCost, 12)).toBe(10);
    expect(nearest(shortageCost, 0)).toBe(10);
  });

  test('spreading the peak spares the chase plan 37.5, the mixed 10.5, the level plan nothing', () => {
    const spread = model.at({}, 'spread');
    const before = model.at();
    const total = (months: (typeof base)['months']) =>
      months.reduce((sum, { demand }) => sum + demand, 0);
    expect(total(scenarioValues(model, 'spread').months)).toBe(total(base.months));
    expect(wan(before.costs.chase - spread.costs.chase)).toBe('37.5');
    expect(wan(before.costs.mixed - spread.costs.mixed)).toBe('10.5');
    expect(spread.costs.level).toBe(before.costs.level);
    expect(told('chase', 'spread').hit).toBe(true);
    expect(told('level', 'spread').explanation).toContain('平稳一分没变');
  });

  test('each typical wrong guess of the November head count hears about its own mistake', () => {
    expect(told(75, 'parcels').hit).toBe(true);
    expect(told(75, 'parcels').explanation).toContain('12 月也用得上这 75 个人');
    expect(told(120, 'parcels').explanation).toContain('追随的排法');
    expect(told(120, 'parcels').explanation).toContain(
      '工资、招、辞一共 15,000 元；他做 20 百单，包出去是 9,000 元',
    );
    expect(told(45, 'parcels').explanation).toContain('跟平常一样');
    expect(told(54, 'parcels').explanation).toContain('跟平常一样');
    expect(told(100, 'parcels').explanation).toContain('多排了');
    expect(told(65, 'parcels').explanation).toContain('少排了');
    expect(told(120, 'gig').hit).toBe(true);
    expect(told(75, 'gig').explanation).toContain('划算，缺多少人就招多少');
  });

  test('the mixed plan is no compromise: a guess between the two hears so', () => {
    expect(told(446.9, 'skilled').hit).toBe(true);
    expect(told(540, 'skilled').explanation).toContain('不是两种计划折中');
    expect(told(420, 'skilled').explanation).toContain('省得没有这么多');
  });

  test('the question follows the setting, so the gig scenario is a question of its own', () => {
    const asks = (scenario: string) => {
      const values = scenarioValues(model, scenario);
      return questionText(model.predict, values, model.compute(values));
    };
    expect(asks('parcels')).toContain('招一人 3,000 元，辞一人 6,000 元');
    expect(asks('gig')).not.toBe(asks('parcels'));
  });

  test('a plan of one’s own is charged like the others: nobody moved costs what the level plan costs', () => {
    const result = model.at({ plan: 'mine' });
    expect(result.plans.mine.totalCost).toBe(result.costs.level);
    expect(model.sentence({ ...base, plan: 'mine' }, result)).toContain('比混合贵 25.8 万元');
  });
});
