import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectSimulation } from '../../src/calc/improvement/project-simulation.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { predictionOf, scenarioValues, type Guess } from '../../src/widget-kit/model.ts';
import { withRow } from '../../src/widget-kit/rows.ts';
import { bandOf, chance, model, runs, type Setting } from '../../src/widgets/plan-gantt/model.ts';
import { Plan } from '../../src/widgets/plan-gantt/plan.ts';
import {
  clinic,
  onePath,
  readTasks,
  renamed,
  type TaskRow,
} from '../../src/widgets/plan-gantt/tasks.ts';

const setting = (scenario: string, change: Partial<Setting> = {}): Setting => ({
  ...scenarioValues(model, scenario),
  ...change,
});
/** 在一个场景里猜 `guess`，听到的话。 */
function told(guess: Guess, scenario: string, change: Partial<Setting> = {}) {
  const values = setting(scenario, change);
  return judge(predictionOf(model, scenario), guess, values, model.compute(values), fixed);
}
const certain = (name: string, weeks: number, after = ''): TaskRow => ({
  name,
  optimistic: weeks,
  mostLikely: weeks,
  pessimistic: weeks,
  after,
});

describe('plan-gantt', () => {
  test('15 weeks on the most likely durations, along three paths at once', () => {
    const { likely, plan } = model.at({}, 'fifteen');
    expect(likely).toBe(15);
    expect(plan.tasks.every(({ critical }) => critical)).toBe(true);
    // 立项 1 + 改系统 6 = 立项 1 + 画流程 3 + 训员工 3
    expect(plan.tasks[5]?.earliestStart).toBe(7);
  });

  test('on time in 15 weeks 2.5 %, where classic PERT says 13.8 % and the one path alone gives 15 %', () => {
    const { chance: all, classicChance, aloneChance, mean, ninety } = model.at({}, 'fifteen');
    expect(chance(all)).toBe('2.5%');
    expect(classicChance).toBeCloseTo(0.138, 3);
    expect(chance(aloneChance)).toBe('15%');
    expect(Number(mean.toFixed(1))).toBe(18);
    expect(Number(ninety.toFixed(1))).toBe(20.3);
    const later = model.at({}, 'eighteen');
    expect([chance(later.chance), chance(later.classicChance)]).toEqual(['52%', '66%']);
  });

  test('the strata agree with twenty thousand plain draws within four standard errors', () => {
    for (const rows of [clinic, onePath]) {
      const { tasks } = readTasks(rows);
      const plain = projectSimulation({ tasks, replications: 20_000 }).durations;
      for (const deadline of [15, 17, 18, 20]) {
        const share = plain.filter((each) => each <= deadline).length / plain.length;
        const error = Math.sqrt(share * (1 - share) * (1 / plain.length + 1 / runs));
        const mine = model.at({ tasks: rows, deadline }).chance;
        expect(Math.abs(mine - share), `${deadline} 周`).toBeLessThan(4 * error);
      }
    }
  });

  test('one path left: the same 15 weeks, 15 %; five offices, 81 % each, 36 % together', () => {
    const one = model.at({}, 'one-path');
    expect(one.likely).toBe(15);
    expect(one.chance).toBe(one.aloneChance);
    expect(chance(one.chance)).toBe('15%');
    const lift = model.at({}, 'lift');
    expect(chance(lift.aloneChance)).toBe('81%');
    expect(lift.chance).toBeCloseTo(lift.aloneChance ** 5, 1);
  });

  test('each typical wrong guess hears about its own mistake', () => {
    expect(told('rare', 'fifteen').hit).toBe(true);
    expect(told('most', 'fifteen').explanation).toContain('听着像多半做得到');
    expect(told('half', 'fifteen').explanation).toContain('最常见的那个数');
    expect(told('some', 'fifteen').explanation).toContain('只有一条路');
    expect(told(52, 'eighteen').hit).toBe(true);
    expect(told(66, 'eighteen').explanation).toContain('只看了一条路');
    // 题面的 66% 是按正态算的，判语的 68% 是抽出来的：两个数都说清来处
    expect(told(66, 'eighteen').explanation).toContain('66% 是按正态算的，照三点估计抽出来是 68%');
    expect(told(80, 'eighteen').explanation).toContain('高了');
    expect(told(15, 'one-path').hit).toBe(true);
    expect(told(50, 'one-path').explanation).toContain('不是一半一半的');
    expect(told(2.5, 'one-path').explanation).toContain('没有别的路要等齐');
    expect(told(81, 'lift').explanation).toContain('这是一处的');
    expect(told(10, 'lift').explanation).toContain('低了');
    // 一条路的图，不说等齐
    expect(told(50, 'one-path').explanation).not.toContain('几条路');
  });

  test('a plan typed in any order is read: numbers sorted, only tasks above may come first', () => {
    const { tasks, unknown } = readTasks([
      { name: '甲', optimistic: 9, mostLikely: 2, pessimistic: 4, after: '乙' },
      { name: '乙', optimistic: 1, mostLikely: 1, pessimistic: 1, after: '甲，丙' },
    ]);
    expect(tasks[0]).toMatchObject({ optimistic: 2, mostLikely: 4, pessimistic: 9, after: [] });
    expect(tasks[1]?.after).toEqual(['0']);
    expect(unknown.map(({ name }) => name)).toEqual(['乙', '丙']);
  });

  test('certain durations: on time is yes or no, and one task of no length is done at once', () => {
    const tasks = [certain('甲', 3), certain('乙', 2, '甲')];
    expect(model.at({ tasks, deadline: 5 }).chance).toBe(1);
    expect(model.at({ tasks, deadline: 4.5 }).chance).toBe(0);
    const nothing = model.at({ tasks: [certain('', 0)], deadline: 1 });
    expect(nothing.chance).toBe(1);
    expect(nothing.likely).toBe(0);
  });

  test('a task given another name keeps its followers', () => {
    const plan = new Plan();
    const rename = (i: number, name: string) =>
      plan.set('tasks', withRow(model.params.tasks, plan.values.tasks, i, { name }));
    rename(0, '培训');
    expect(plan.values.tasks.map(({ after }) => after).slice(1, 4)).toEqual([
      '培训',
      '培训',
      '画流程',
    ]);
    rename(3, '教员工');
    expect(plan.values.tasks[5]?.after).toBe('改系统、教员工、写标准');
    expect(plan.result.unknown).toEqual([]);
    expect(plan.result.likely).toBe(15);
  });

  test('of two tasks of one name the nearer above is meant; other changes pass as they are', () => {
    const tasks = [certain('甲', 1), certain('甲', 2), certain('乙', 1, '甲')];
    const to = (i: number, name: string) =>
      tasks.map((each, k) => (k === i ? { ...each, name } : each));
    expect(renamed(tasks, to(0, '丙'))[2]?.after).toBe('甲');
    expect(renamed(tasks, to(1, '丙'))[2]?.after).toBe('丙');
    expect(renamed(tasks, tasks.slice(1))).toEqual(tasks.slice(1));
    expect(renamed(tasks, tasks.toReversed())).toEqual(tasks.toReversed());
  });

  test('what the explanations claim holds for any plan', () => {
    const half = fc.integer({ min: 0, max: 60 }).map((each) => each / 2);
    const plans = fc.array(
      fc.record({
        name: fc.constantFrom('甲', '乙', '丙', '丁'),
        optimistic: half,
        mostLikely: half,
        pessimistic: half,
        after: fc.constantFrom('', '甲', '乙、丙', '甲、丁'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(plans, half, (tasks, weeks) => {
        const deadline = Math.max(1, weeks);
        const result = model.at({ tasks, deadline });
        // 整张图不会比其中一条路还快
        expect(result.chance).toBeLessThanOrEqual(result.aloneChance + 1e-9);
        expect(result.half).toBeLessThanOrEqual(result.ninety);
        expect(result.sorted).toHaveLength(runs);
        expect(result.mean).toBeGreaterThanOrEqual(result.sorted[0]! - 1e-9);
        expect(result.classic.mean).toBeLessThanOrEqual(result.mean + 0.2);
        expect(result.criticality.some((share) => share > 0)).toBe(true);
        expect(['rare', 'some', 'half', 'most']).toContain(bandOf(result.chance));
      }),
      { numRuns: 25 },
    );
  });
});
