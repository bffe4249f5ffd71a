/** 第 10 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { deaScores } from '../../src/calc/benchmarking/dea.ts';
import { stageAssessment, type Stage } from '../../src/calc/benchmarking/stage-assessment.ts';
import { criticalPath } from '../../src/calc/improvement/critical-path.ts';
import {
  annualGain,
  improvementCeiling,
  improvementPath,
} from '../../src/calc/improvement/improvement-race.ts';
import { projectSimulation } from '../../src/calc/improvement/project-simulation.ts';
import { defectsPerMillion, dpmoOfSigmaLevel } from '../../src/calc/improvement/six-sigma.ts';
import { valueAdded } from '../../src/calc/process/value-added.ts';
import { serialReliability } from '../../src/calc/quality/serial-reliability.ts';
import { fixed, percent, upTo } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

interface Item {
  steps: { text: string; why: string }[];
}
const bank = new Map(readMap('content/quizzes/world-class.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));
const steps = (id: string) => (bank.get(id) as Item).steps;
const numbers = (words: string) =>
  [...words.matchAll(/\d+(?:\.\d+)?/g)].map(([each]) => Number(each));

const assess = (...stages: number[]) =>
  stageAssessment({ rows: stages.map((stage, i) => ({ name: String(i), stage: stage as Stage })) });

test('average-three: the mean says three, the weakest row says one', () => {
  const now = assess(4, 4, 3, 4, 4, 1);
  expect(text('average-three')).toContain(`平均 ${fixed(now.meanStage, 2)}`);
  expect(now.stage).toBe(1);
  expect(assess(4, 4, 4, 4, 4, 1).stage).toBe(1);
  expect(assess(4, 4, 3, 4, 4, 3).stage).toBe(3);
});

test('can-slip: one row down, the whole down', () => {
  expect(assess(4, 4, 4, 4, 4, 4).stage).toBe(4);
  expect(assess(4, 4, 4, 4, 2, 4).stage).toBe(2);
});

const year = (gain: number, interval = 1, backsliding = 0.1, standardized = 0) => {
  const { levels, lostShare } = improvementPath({
    periods: 12,
    gain,
    interval,
    backsliding,
    standardized,
  });
  const months = levels.slice(1);
  return {
    end: months.at(-1) as number,
    mean: months.reduce((sum, level) => sum + level, 0) / months.length,
    lostShare,
  };
};

test('which-day-measured: one wins on the last day, the other over the year', () => {
  const [small, big] = [year(0.02), year(0.12, 6)];
  const words = text('which-day-measured');
  expect(words).toContain(`甲 ${fixed(small.end, 1)}，乙 ${fixed(big.end, 1)}；`);
  expect(words).toContain(`甲 ${fixed(small.mean, 1)}，乙 ${fixed(big.mean, 1)}。`);
});

test('hold-or-push: four endings of the same two percent a month', () => {
  const words = text('hold-or-push');
  expect(words).toContain(`一点不退，年末 ${fixed(year(0.02, 1, 0).end, 1)}`);
  expect(words).toContain(`每月退一成，${fixed(year(0.02).end, 1)}，增益被吃掉四成二`);
  expect(year(0.02).lostShare).toBeCloseTo(0.42, 2);
  expect(words).toContain(`八成当场固化，${fixed(year(0.02, 1, 0.1, 0.8).end, 1)}`);
  expect(words).toContain(`退两成，${fixed(year(0.02, 1, 0.2).end, 1)}`);
  expect(words).toContain(`硬提到 3%，年末也有 ${fixed(year(0.03).end, 1)}`);
  const ceiling = improvementCeiling({ gain: 0.03, backsliding: 0.1 });
  expect(words).toContain(`过不了 ${fixed(ceiling, 1)}`);
  expect(year(0.02, 1, 0.1, 0.8).end, '固化的不比硬提的低').toBeGreaterThan(year(0.03).end);
});

test('halve-the-work: half an hour out of ten days', () => {
  const total = 10 * 24 * 60;
  const { valueAddedRatio } = valueAdded([
    { time: 60, kind: 'value' },
    { time: total - 60, kind: 'waste' },
  ]);
  const words = text('halve-the-work');
  expect(words).toContain(`十天是 ${fixed(total)} 分钟`);
  expect(words).toContain(`增值比 ${percent(valueAddedRatio, 2)}`);
});

test('which-cut-first: the longest first', () => {
  const minutes = steps('which-cut-first').map(({ text: said }) => numbers(said).at(-1) as number);
  expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
});

test('when-the-best-leaves: nothing changed but the company', () => {
  const units = [
    [2, 10],
    [4, 5],
    [9, 3],
    [8, 8],
    [5, 6],
  ];
  const scores = (list: number[][]) => deaScores({ inputs: list, outputs: list.map(() => [1]) });
  const [, , , d, e] = scores(units);
  const [, , withoutD, withoutE] = scores(units.filter((_, i) => i !== 1));
  const words = text('when-the-best-leaves');
  units.forEach(([hours, cost], i) => expect(words).toContain(`${'ABCDE'[i]}(${hours}, ${cost})`));
  expect(words).toContain(`D 是 ${fixed(d as number, 3)}，E 是 ${fixed(e as number, 3)}`);
  expect(withoutE).toBeCloseTo(1, 9);
  expect(words).toContain(`D 也从 ${fixed(d as number, 3)} 升到 ${fixed(withoutD as number, 3)}`);
});

test('more-indicators: an added column never lowers a score, so no fewer come out at 1', () => {
  const inputs = [[5], [6], [4], [7], [9]];
  const outputs = [[10], [9], [8], [7], [12]];
  const more = inputs.map((row, i) => [...row, (i * 7) % 5 || 2]);
  const wider = outputs.map((row, i) => [...row, (i * 3) % 4 || 1]);
  const before = deaScores({ inputs, outputs });
  const after = deaScores({ inputs: more, outputs: wider });
  before.forEach((score, i) => expect(after[i]).toBeGreaterThanOrEqual(score - 1e-9));
});

test('denominator-trick: one batch, two reports', () => {
  const of = (opportunities: number) =>
    defectsPerMillion({ defects: 15, units: 2500, opportunities });
  const [plain, generous] = [of(1), of(25)];
  const words = text('denominator-trick');
  expect(words).toContain(`σ 水平报 ${fixed(plain.sigmaLevel, 2)}（百万份错 ${plain.dpmo}）`);
  expect(words).toContain(`报成 ${fixed(generous.sigmaLevel, 2)}`);
  expect(words).toContain(`百万份只错 ${upTo(generous.dpmo, 0)}`);
  expect(words).toContain(`15 ÷ 2500 = ${percent(plain.defectsPerUnit, 1)}`);
});

test('worst-to-best: all on one scale, from the fewest', () => {
  const wrong = [
    dpmoOfSigmaLevel(5),
    defectsPerMillion({ defects: 1, units: 1000 }).dpmo,
    defectsPerMillion({ defects: 0.5, units: 100 }).dpmo,
    dpmoOfSigmaLevel(4),
  ];
  expect(wrong).toEqual(wrong.toSorted((a, b) => a - b));
  steps('worst-to-best').forEach(({ why }, i) =>
    expect(why).toContain(`错 ${(wrong[i] as number).toFixed(0)} 件`),
  );
});

test('open-how-fast: trained less gone', () => {
  expect(text('open-how-fast')).toContain(
    `0.3 − 0.14 = ${upTo(0.3 - 0.14, 2)}，一年 ${percent(0.3 - 0.14)}`,
  );
});

test('rank-growth: four years on, from the most', () => {
  const shares = steps('rank-growth').map(({ text: said }) => {
    const [net = NaN, opening = NaN] = numbers(said);
    return (1 + annualGain(net / 100, 4)) / (1 + annualGain(opening / 100, 4));
  });
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares[0]).toBeGreaterThan(1);
  expect(shares[1]).toBeCloseTo(1, 12);
  steps('rank-growth')
    .slice(2)
    .forEach(({ why }, i) => expect(why).toContain(`约 ${percent(shares[i + 2] as number)}`));
});

test('best-link-first: two ways to spend the same money', () => {
  const chain = (...links: number[]) =>
    percent(serialReliability(links.map((reliability) => ({ reliability }))).success, 1);
  expect(text('best-link-first')).toContain(
    `现在全程 ${chain(0.97, 0.82, 0.96)}。找到菜到 100%，全程 ${chain(1, 0.82, 0.96)}；备注到 92%，全程 ${chain(0.97, 0.92, 0.96)}`,
  );
});

test('likely-is-not-half: five tasks whose likely path is fourteen weeks', () => {
  const tasks = (
    [
      ['调研', 2, 3, 6, []],
      ['改系统', 4, 5, 11, ['调研']],
      ['训员工', 3, 4, 9, ['调研']],
      ['试点', 2, 3, 7, ['改系统', '训员工']],
      ['推广', 2, 3, 5, ['试点']],
    ] as const
  ).map(([id, optimistic, mostLikely, pessimistic, after]) => ({
    id,
    optimistic,
    mostLikely,
    pessimistic,
    after,
  }));
  const likely = criticalPath(
    tasks.map(({ id, mostLikely, after }) => ({ id, duration: mostLikely, after })),
  );
  const { onTimeProbability, mean } = projectSimulation({
    tasks,
    replications: 20000,
    seed: 1,
    deadline: likely.duration,
  });
  const words = text('likely-is-not-half');
  expect(words).toContain(`最长的一路正好 ${likely.duration} 周`);
  expect(words).toContain(
    `14 周以内做完的只有 ${percent(onTimeProbability as number, 1)}，平均 ${fixed(mean, 1)} 周`,
  );
});
