/** 由选择反推部分值，连同误差：一个人的八道题逐一数遍 256 种答法，许多人的合起来用曲率估。 */
import { cholesky, solveCholesky } from '../../calc/strategy/cholesky.ts';
import { conjoint } from '../../calc/strategy/conjoint.ts';
import { logitShares } from '../../calc/strategy/logit-shares.ts';
import { normalQuantile } from '../../calc/core/normal.ts';
import { storedWorths } from './stored.ts';
import { levels, taskCount, tasks, type Pick, type Profile } from './tasks.ts';

/** 岭系数：题太少时把部分值拉回有限。 */
export const ridge = 0.5;
/** 虚构客人的真部分值。 */
export const truth: readonly (readonly number[])[] = [
  [0.6, 0, -0.6],
  [1.2, 0.1, -1.3],
  [0.25, -0.25],
];

const rangeOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
/** 重要度：各属性的全距占全距之和几成；部分值全是零时没有。 */
export function importanceOf(worths: readonly (readonly number[])[]): number[] | null {
  const ranges = worths.map(rangeOf);
  const all = ranges.reduce((sum, range) => sum + range, 0);
  return all > 1e-9 ? ranges.map((range) => range / all) : null;
}
export const truthImportance = importanceOf(truth) as number[];

const utility = (worths: readonly (readonly number[])[], profile: Profile) =>
  profile.reduce((sum, level, a) => sum + (worths[a]?.[level] ?? 0), 0);
/** 每道题选乙的概率。 */
export const chanceOf = (worths: readonly (readonly number[])[]) =>
  tasks.map(([one, other]) => logitShares([utility(worths, one), utility(worths, other)])[1] ?? 0);

export const choicesOf = (picks: readonly Pick[]) =>
  picks.flatMap((pick, i) =>
    pick === null ? [] : [{ alternatives: tasks[i] as readonly Profile[], chosen: pick }],
  );

export interface Band {
  low: number;
  high: number;
}
export interface Bands {
  importance: Band[];
  worths: Band[][];
}

/** 从小到大数概率，数到 5% 与 95% 的两个值。 */
function bandOf(values: readonly number[], chances: readonly number[]): Band {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const at = (share: number) => {
    let passed = 0;
    for (const i of order) {
      passed += chances[i] ?? 0;
      if (passed >= share - 1e-12) return values[i] ?? 0;
    }
    return values[order.at(-1) ?? 0] ?? 0;
  };
  return { low: at(0.05), high: at(0.95) };
}

/** 这样的人把同样的八道题再答一遍，反推的数九成落在哪里：256 种答法都数到，不抽样。 */
export function bandsOfOne(worths: readonly (readonly number[])[]): Bands {
  const chance = chanceOf(worths);
  const chances = storedWorths.map((_, pattern) =>
    chance.reduce((all, second, i) => all * ((pattern >> i) & 1 ? second : 1 - second), 1),
  );
  const importances = storedWorths.map((each) => importanceOf(each) as number[]);
  return {
    importance: levels.map((_, a) =>
      bandOf(
        importances.map((each) => each[a] ?? 0),
        chances,
      ),
    ),
    worths: levels.map((count, a) =>
      Array.from({ length: count }, (_, level) =>
        bandOf(
          storedWorths.map((each) => each[a]?.[level] ?? 0),
          chances,
        ),
      ),
    ),
  };
}

/** 效应编码：最后一档是其余各列全 −1。 */
const code = (profile: Profile) =>
  levels.flatMap((count, a) =>
    Array.from({ length: count - 1 }, (_, l) =>
      profile[a] === count - 1 ? -1 : profile[a] === l ? 1 : 0,
    ),
  );
/** 只有一个属性取这一档的方案，别的列都是 0。 */
const codeOfLevel = (attribute: number, level: number) =>
  levels.flatMap((count, a) =>
    Array.from({ length: count - 1 }, (_, l) =>
      a !== attribute ? 0 : level === count - 1 ? -1 : level === l ? 1 : 0,
    ),
  );
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** 许多人合起来：对数似然的曲率给出协方差，重要度用一阶近似。 */
export function bandsOfMany(worths: readonly (readonly number[])[], people: number): Bands {
  const chance = chanceOf(worths);
  const contrasts = tasks.map(([one, other]) => {
    const [first, second] = [code(one), code(other)];
    return first.map((value, i) => value - (second[i] ?? 0));
  });
  const size = contrasts[0]?.length ?? 0;
  const owner = levels.flatMap((count, a) => Array.from({ length: count - 1 }, () => a));
  const curvature = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => {
      const penalty = owner[i] === owner[j] ? (i === j ? 2 : 1) : 0;
      return (
        ridge * penalty +
        people *
          contrasts.reduce((sum, x, t) => {
            const p = chance[t] ?? 0;
            return sum + p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0);
          }, 0)
      );
    }),
  );
  const factor = cholesky(curvature);
  const wide = normalQuantile(0.95);
  const around = (value: number, direction: readonly number[]): Band => {
    const half = factor
      ? wide * Math.sqrt(Math.max(0, dot(direction, solveCholesky(factor, direction))))
      : Infinity;
    return { low: value - half, high: value + half };
  };
  const base = importanceOf(worths) ?? levels.map(() => 0);
  const step = 1e-5;
  /** 每个自由的部分值动一点，重要度动多少 */
  const slopes = owner.map((attribute, i) => {
    const nudged = worths.map((values, a) => {
      if (a !== attribute) return values;
      const level = i - owner.indexOf(attribute);
      return values.map((value, l) =>
        l === level ? value + step : l === values.length - 1 ? value - step : value,
      );
    });
    const moved = importanceOf(nudged) ?? base;
    return moved.map((value, a) => (value - (base[a] ?? 0)) / step);
  });
  return {
    importance: base.map((value, a) => {
      const band = around(
        value,
        slopes.map((slope) => slope[a] ?? 0),
      );
      return { low: Math.max(0, band.low), high: Math.min(1, band.high) };
    }),
    worths: worths.map((values, a) =>
      values.map((value, level) => around(value, codeOfLevel(a, level))),
    ),
  };
}

function infer(answers: readonly (readonly Pick[])[], known: boolean) {
  if (answers.length === 0) return null;
  const choices = answers.flatMap(choicesOf);
  const { partWorths, hitRate, bestProfile } = conjoint({ levels, tasks: choices, ridge });
  const importance = partWorths && importanceOf(partWorths);
  if (!partWorths || !importance) return null;
  const alone = answers.length === 1;
  const base = known ? truth : partWorths;
  return {
    people: answers.length,
    partWorths,
    importance,
    hitRate,
    best: bestProfile ?? [],
    bands: alone ? bandsOfOne(base) : bandsOfMany(base, answers.length),
    /** 不加岭系数，一个人的八道题多半算不出 */
    separated: alone && conjoint({ levels, tasks: choices }).status === 'separated',
  };
}
export type Revealed = NonNullable<ReturnType<typeof infer>>;

/** 上一次算过的：拖动嘴上的权重时，选的没有变，不必重算。 */
let last: { key: string; revealed: Revealed | null } | null = null;

/** 几位答全了的人合起来反推；互相抵消得一点不剩时没有。`known` 是照真值算误差。 */
export function reveal(people: readonly (readonly Pick[])[], known: boolean): Revealed | null {
  const answers = people.filter((picks) => picks.every((pick) => pick !== null));
  const key = `${known}${answers.map((picks) => picks.join('')).join()}`;
  if (last?.key !== key) last = { key, revealed: infer(answers, known) };
  return last.revealed;
}

/** 一种答法的编号：第 i 位是 1，第 i 题选乙。 */
export const patternOf = (picks: readonly Pick[]) =>
  picks.reduce<number>((sum, pick, i) => sum + (pick === 1 ? 2 ** i : 0), 0);
export const patternCount = 2 ** taskCount;
