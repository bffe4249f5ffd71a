/** 第 10 章：正文里用话说的结论，拿表和模型另算一遍。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dea, deaScores } from '../../src/calc/benchmarking/dea.ts';
import { scaleEfficiency } from '../../src/calc/benchmarking/scale-efficiency.ts';
import { stageAssessment } from '../../src/calc/benchmarking/stage-assessment.ts';
import { solveLinearProgram } from '../../src/calc/core/simplex.ts';
import { criticalPath } from '../../src/calc/improvement/critical-path.ts';
import { improvementPath } from '../../src/calc/improvement/improvement-race.ts';
import { learningCurve } from '../../src/calc/improvement/learning-curve.ts';
import { projectSimulation } from '../../src/calc/improvement/project-simulation.ts';
import { defectsPerMillion } from '../../src/calc/improvement/six-sigma.ts';

const root = join(import.meta.dirname, '../..');
const section = (name: string) =>
  readFileSync(join(root, `content/chapters/10-world-class/${name}.mdx`), 'utf8');
const numbers = (text: string, name: string): number[] => {
  const found = new RegExp(String.raw`\b${name} = \[([\d., ]+)\]`).exec(text)?.[1];
  if (!found) throw new Error(`没有写明 ${name}：照 export const ${name} = […] 写出来`);
  return found.split(',').map(Number);
};
const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0);
const mean = (list: readonly number[]) => sum(list) / list.length;

describe('10.1: the weakest of six rows decides', () => {
  const hospital = numbers(section('01-four-stages'), 'hospital');
  const stage = (list: readonly number[]) =>
    stageAssessment({
      rows: list.map((each, k) => ({ name: String(k), stage: each as 1 | 2 | 3 | 4 })),
    }).stage;

  test('the closing speaks of the same hospital', () => {
    expect(section('closing')).toContain(`[${hospital.join(', ')}].map((stage`);
  });

  test('lifting the strong rows changes nothing; lifting the weakest by one lifts the whole', () => {
    const strong = hospital.map((each) => (each >= 3 ? 4 : each));
    expect(mean(strong)).toBeGreaterThan(3);
    expect([stage(hospital), stage(strong)]).toEqual([1, 1]);
    expect(stage(hospital.map((each) => Math.max(2, each)))).toBe(2);
  });
});

describe('10.2: gains slip', () => {
  /** 另写一遍递推：先退未固化的，到点再改 */
  const run = (months: number, gain: number, slip: number, when: (month: number) => boolean) => {
    let level = 100;
    const levels: number[] = [];
    for (let month = 1; month <= months; month++) {
      level = 100 + (level - 100) * (1 - slip);
      if (when(month)) level *= 1 + gain;
      levels.push(level);
    }
    return levels;
  };
  const small = run(24, 0.01, 0.05, () => true);
  const yearly = (start: number) => run(24, 0.1, 0.05, (month) => month % 12 === start % 12);

  test('the plan that looks best on the last day is worst on the average', () => {
    const plans = [small, yearly(1), yearly(6), yearly(12)];
    const last = plans.map((levels) => levels.at(-1)!);
    const average = plans.map(mean);
    expect(last.indexOf(Math.max(...last))).toBe(3);
    expect(average.indexOf(Math.min(...average))).toBe(3);
    expect(average.map((each) => each.toFixed(1))).toEqual(['109.4', '109.9', '107.8', '104.5']);
    expect(average.indexOf(Math.max(...average)), '年初的平均略胜小步').toBe(1);
  });

  test('a big step in a later month is the same run, begun earlier', () => {
    for (const month of [1, 6, 12]) {
      const before = 12 - month;
      const shifted = improvementPath({
        periods: 24 + before,
        gain: 0.1,
        interval: 12,
        backsliding: 0.05,
      }).levels.slice(before + 1);
      yearly(month).forEach((each, i) => expect(shifted[i]).toBeCloseTo(each, 9));
    }
  });

  test('steps that are not held stop at the printed ceiling', () => {
    for (const [gain, slip] of [
      [0.01, 0.1],
      [0.02, 0.2],
    ] as const) {
      const ceiling = 100 + (100 * gain) / (1 - (1 - slip) * (1 + gain));
      expect(run(2000, gain, slip, () => true).at(-1)).toBeCloseTo(ceiling, 6);
    }
  });
});

test('10.3: 150 files in hand and 12.5 released a day make the twelve days', () => {
  const text = section('03-lean');
  expect(text).toContain(String.raw`\frac{150}{12.5}=12`);
  expect(text).toContain('pile = { open: 150, perDay: 12.5 }');
  expect(47 / (12 * 24 * 60)).toBeCloseTo(0.0027, 4);
  expect(47 / (47 + 75)).toBeCloseTo(0.385, 3);
});

describe('10.4: seventeen branches', () => {
  const rows = readFileSync(join(root, 'content/data/bank-branches-giokas-1991.csv'), 'utf8')
    .split(/\r?\n/)
    .filter((line) => /^K\d/.test(line))
    .map((line) => line.split(','));
  const names = rows.map(([name]) => name!);
  const inputs = rows.map((cells) => cells.slice(1, 4).map(Number));
  const outputs = rows.map((cells) => cells.slice(4, 7).map(Number));
  const at = (name: string) => names.indexOf(name);
  const rank = (values: readonly number[], name: string) =>
    1 + values.filter((each) => each > values[at(name)]!).length;
  const full = (scores: readonly number[]) => scores.filter((each) => each === 1).length;

  test('K8 is fourteenth by transactions an hour and last by those of kind A, and still efficient', () => {
    expect(names).toHaveLength(17);
    const hours = inputs.map(([each]) => each!);
    const perHour = outputs.map((row, j) => sum(row) / hours[j]!);
    const ofA = outputs.map(([a], j) => a! / hours[j]!);
    expect(rank(perHour, 'K8')).toBe(14);
    expect(rank(ofA, 'K8')).toBe(17);
    const units = dea({ inputs, outputs });
    const efficient = names.filter((_, j) => units[j]!.score === 1);
    expect(efficient).toEqual(['K2', 'K4', 'K7', 'K8', 'K17']);
    expect(efficient.every((name) => units[at(name)]!.stronglyEfficient)).toBe(true);
    expect(Math.min(...units.map(({ score }) => score))).toBe(units[at('K16')]!.score);
  });

  test('more measures only add efficient branches, and variable returns add more', () => {
    const counts = [
      full(
        deaScores({
          inputs: inputs.map(([h]) => [h!]),
          outputs: outputs.map((row) => [sum(row)]),
        }),
      ),
      ...[1, 2, 3].map((k) =>
        full(deaScores({ inputs: inputs.map((row) => row.slice(0, k)), outputs })),
      ),
    ];
    expect(counts).toEqual([1, 3, 4, 5]);
    expect(full(scaleEfficiency({ inputs, outputs }).pureTechnical)).toBe(7);
  });

  test('K14 is small rather than slack, and its printed product holds to the printed digit', () => {
    const { overall, pureTechnical, scale, returnsToScale } = scaleEfficiency({ inputs, outputs });
    const [all, own, size] = [overall, pureTechnical, scale].map((list) =>
      Number(list[at('K14')]!.toFixed(3)),
    ) as [number, number, number];
    expect(Math.abs(own * size - all)).toBeLessThan(0.0006);
    expect(own).toBeGreaterThan(0.9);
    expect(size).toBeLessThan(0.8);
    expect(returnsToScale[at('K14')]).toBe('increasing');
  });

  test('no weights give K8 a one with less than about 65 % on kind C', () => {
    const [x, y] = [inputs[at('K8')]!, outputs[at('K8')]!];
    const { objective, status } = solveLinearProgram({
      objective: [0, 0, 0, 0, 0, 1],
      sense: 'min',
      constraints: [
        { coefficients: [1, 1, 1, 0, 0, 0], relation: '=', rhs: 1 },
        { coefficients: [0, 0, 0, 1, 1, 1], relation: '=', rhs: 1 },
        ...names.map((_, j) => ({
          coefficients: [
            ...inputs[j]!.map((each, i) => -each / x[i]!),
            ...outputs[j]!.map((each, r) => each / y[r]!),
          ],
          relation: '<=' as const,
          rhs: 0,
        })),
      ],
    });
    expect(status).toBe('optimal');
    expect(objective).toBeCloseTo(0.65, 2);
  });

  test('the drawn example: six tenths for D, and everyone looks better without B', () => {
    const five = [
      [2, 8],
      [3, 4],
      [6, 2],
      [6, 6],
      [4, 5],
    ];
    expect(section('04-benchmark')).toContain('five = [');
    const score = (points: number[][]) =>
      deaScores({ inputs: points, outputs: points.map(() => [1]) });
    expect(score(five)[3]).toBeCloseTo(0.6, 9);
    expect(score(five)[4]).toBeCloseTo(6 / (5 + 8 / 3), 9);
    const without = score(five.filter((_, i) => i !== 1));
    expect(without[2]).toBeGreaterThan(0.6);
    expect(without[3]).toBe(1);
  });
});

describe('10.5: the divisor', () => {
  test('twenty chances an item lift the level past five while the customer meets as many faults', () => {
    const level = (opportunities: number) =>
      defectsPerMillion({ defects: 4, units: 1000, opportunities }).sigmaLevel;
    expect(level(1)).toBeLessThan(5);
    expect(level(20)).toBeGreaterThan(5);
  });

  test('the product set in type is the product', () => {
    expect(section('05-sigma')).toContain('0.97^8 = 78.4');
    expect(0.97 ** 8).toBeCloseTo(0.784, 3);
    expect(1 - 0.97 ** 8, '五个人里有一个').toBeCloseTo(0.2, 1);
  });
});

describe('10.6: managers', () => {
  test('a third more a year makes over 480 shops in six years, not half with a grown manager', () => {
    const shops = 100 * 1.3 ** 6;
    expect(Math.floor(shops / 10) * 10).toBe(480);
    const grown = Array.from({ length: 6 }).reduce<number>((all) => all * (1 - 0.12 + 0.25), 100);
    expect(grown / shops).toBeLessThan(0.5);
  });

  test('doubling in three years asks twice the limit, and two new managers from every five', () => {
    const growth = 2 ** (1 / 3) - 1;
    expect(growth / 0.13).toBeCloseTo(2, 1);
    expect(5 * (growth + 0.12)).toBeCloseTo(2, 0);
  });

  test('at the fiftieth unit the 80 % curve stands below six tenths of the 90 % one', () => {
    const unit = (rate: number) => learningCurve({ firstUnit: 100, rate, unit: 50 }).unitTime;
    expect(unit(0.8) / unit(0.9)).toBeLessThan(0.6);
  });
});

test('10.7: a point on the weakest link is worth most, and it has most points left', () => {
  const links = numbers(section('07-tech-globe'), 'now');
  const whole = links.reduce((all, each) => all * each, 1);
  const worth = links.map((each) => whole / each);
  const weakest = links.indexOf(Math.min(...links));
  expect(worth.indexOf(Math.max(...worth))).toBe(weakest);
  expect((whole / 0.8) * 0.9).toBeGreaterThan((whole / 0.95) * 0.99);
});

describe('10.8: fifteen weeks', () => {
  const found = /export const tasks = \[([\s\S]*?)\]\.map\(task\)/.exec(
    section('08-programme'),
  )![1]!;
  const tasks = [...found.matchAll(/\['(\S+?)', (\d+), (\d+), (\d+), \[(.*?)\]\]/g)].map(
    ([, id, optimistic, mostLikely, pessimistic, after]) => ({
      id: id!,
      optimistic: Number(optimistic),
      mostLikely: Number(mostLikely),
      pessimistic: Number(pessimistic),
      after: [...after!.matchAll(/'(.+?)'/g)].map(([, name]) => name!),
    }),
  );
  const plan = (list: typeof tasks) =>
    projectSimulation({ tasks: list, replications: 20000, seed: 1, deadline: 15 });

  test('all eight tasks lie on a path of fifteen weeks', () => {
    const { duration, tasks: timed } = criticalPath(
      tasks.map(({ id, mostLikely, after }) => ({ id, duration: mostLikely, after })),
    );
    expect(tasks).toHaveLength(8);
    expect(duration).toBe(15);
    expect(timed.every(({ critical }) => critical)).toBe(true);
  });

  test('what the one-path reckoning misses is the merging, not the shape of a task', () => {
    const whole = plan(tasks);
    const { path, onTimeProbability } = whole.classic;
    const alone = plan(
      tasks
        .filter(({ id }) => path.includes(id))
        .map((each) => ({ ...each, after: each.after.filter((id) => path.includes(id)) })),
    );
    expect(whole.onTimeProbability).toBeLessThan(0.04);
    expect(Math.abs(alone.onTimeProbability! - onTimeProbability!)).toBeLessThan(0.03);
    expect(alone.onTimeProbability! - whole.onTimeProbability!).toBeGreaterThan(0.1);
  });

  test('the form has the nine rows the closing and the exercise count', () => {
    const form = section('08-programme').split('| 栏 |')[1]!.split('\n\n')[0]!;
    expect(form.split('\n').filter((line) => line.startsWith('| ')).length - 1).toBe(9);
    expect(section('08-programme')).toContain('九栏填满');
    expect(section('closing')).toContain('九栏填满');
  });
});
