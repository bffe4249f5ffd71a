import { atLeast, integerAtLeast, nonEmpty, reject } from '../core/checks.ts';
import { largest, smallest } from '../core/extremes.ts';
import { solveLinearProgram } from '../core/simplex.ts';
import { cholesky, solveCholesky } from './cholesky.ts';

/** 一道选择题：摆出几个方案，选了其中一个。 */
export interface ChoiceTask {
  /** 各方案在每个属性上取第几档（从 0 起）。 */
  alternatives: readonly (readonly number[])[];
  /** 被选中的方案下标。 */
  chosen: number;
}

/** 联合分析的输入。 */
export interface ConjointInput {
  /** 每个属性有几档，至少两档。 */
  levels: readonly number[];
  /** 全部选择题；几位受访者的题可以接在一起，得到合并的部分值。 */
  tasks: readonly ChoiceTask[];
  /** 岭系数，默认 0；大于 0 时题少也总有有限的解，部分值向 0 收缩。 */
  ridge?: number | undefined;
  /** 牛顿法的迭代上限，默认 100。 */
  maxIterations?: number | undefined;
}

/** 联合分析的结果。 */
export interface ConjointResult {
  /**
   * `converged` 收敛；`separated` 题目被某组权重完全（或拟完全）解释，极大似然不存在；
   * `unidentified` 有的档次从未比较过，解不唯一；`iteration-limit` 迭代用尽。
   */
  status: 'converged' | 'separated' | 'unidentified' | 'iteration-limit';
  /** `partWorths[属性][档]`，每个属性内之和为 0；`separated` 与 `unidentified` 时为 null。 */
  partWorths: number[][] | null;
  /** 各属性的重要度 = 本属性部分值的全距 ÷ 全距之和；部分值全为 0 时为 NaN。 */
  importance: number[] | null;
  /** 每个属性部分值最高的档（并列取靠前）组成的方案。 */
  bestProfile: number[] | null;
  /** 对数似然（不含岭项）；`separated` 时为停下处的值，其上确界更高；`unidentified` 时为 NaN。 */
  logLikelihood: number;
  /** 每题随便选的对数似然。 */
  nullLogLikelihood: number;
  /** 用部分值能猜中的题数比例；最高分并列时按并列数均分。 */
  hitRate: number;
  /** 牛顿迭代次数。 */
  iterations: number;
  /** 是否收敛。 */
  converged: boolean;
}

/**
 * 选择式联合分析：由“这几个里选哪个”用多项 logit 反推各属性各档的部分值。
 *
 * 假设：方案效用 = 各属性部分值之和（无交互）；选择为多项 logit，误差方差为 1。
 * 符号与单位：部分值无量纲，每个属性内之和为 0（效应编码）；只有差值有意义。
 * 出处：McFadden (1974) 条件 logit；分离的判别按 Albert & Anderson (1984)，用线性规划求证。
 * 边界：岭系数为 0 时判别不可识别与分离，遇到就返回状态而不返回越跑越大的数；岭系数大于 0 时总有唯一解。
 * 复杂度：每次迭代 O(方案总数 × 参数² + 参数³)；分离判别解一个线性规划。
 * 目标：max Σ 对数选择概率 − ½·岭·Σ 部分值²。
 * 约束：每个属性的部分值之和为 0。
 *
 * @example
 * conjoint({ levels: [2], tasks: [{ alternatives: [[0], [1]], chosen: 0 }, { alternatives: [[0], [1]], chosen: 0 }, { alternatives: [[0], [1]], chosen: 0 }, { alternatives: [[0], [1]], chosen: 1 }] }).partWorths // [[0.5493061443338471, -0.5493061443338471]]
 */
export function conjoint({
  levels,
  tasks,
  ridge = 0,
  maxIterations = 100,
}: ConjointInput): ConjointResult {
  nonEmpty('levels', levels);
  levels.forEach((count, a) => integerAtLeast(`levels[${a}]`, count, 2));
  nonEmpty('tasks', tasks);
  atLeast('ridge', ridge, 0);
  integerAtLeast('maxIterations', maxIterations, 1);
  checkTasks(tasks, levels);

  const designs = tasks.map((task) => task.alternatives.map((profile) => encode(profile, levels)));
  const chosen = tasks.map((task) => task.chosen);
  const nullLogLikelihood = -tasks.reduce((sum, t) => sum + Math.log(t.alternatives.length), 0);
  const size = levels.reduce((sum, count) => sum + count - 1, 0);
  const none = { partWorths: null, importance: null, bestProfile: null, hitRate: NaN };

  if (ridge === 0) {
    const zero = new Array<number>(size).fill(0);
    if (!cholesky(evaluate(designs, chosen, zero).information))
      return {
        status: 'unidentified',
        ...none,
        logLikelihood: NaN,
        nullLogLikelihood,
        iterations: 0,
        converged: false,
      };
  }

  const penalty = penaltyMatrix(levels);
  const objective = (beta: readonly number[], logLikelihood: number): number =>
    logLikelihood - (ridge / 2) * quadratic(penalty, beta);
  let beta = new Array<number>(size).fill(0);
  let current = evaluate(designs, chosen, beta);
  let converged = false;
  let iterations = 0;
  while (!converged && iterations < maxIterations) {
    iterations++;
    const gradient = current.gradient.map(
      (value, i) => value - ridge * dot(penalty[i] as readonly number[], beta),
    );
    const information = current.information.map((row, i) =>
      row.map((value, j) => value + ridge * (penalty[i]?.[j] as number)),
    );
    const factor = cholesky(information);
    if (!factor) break;
    const direction = solveCholesky(factor, gradient);
    const decrement = dot(gradient, direction);
    if (decrement <= 1e-20 * (1 + Math.abs(current.logLikelihood))) {
      converged = true;
      break;
    }
    // 目标凹，但整步可能越过头；减半直到不变差。已近极大点时直接走整步：
    // 那里目标的变化小于舍入误差，比大小只会把步子越减越小。
    const start = objective(beta, current.logLikelihood);
    const nearby = decrement <= 1e-8 * (1 + Math.abs(current.logLikelihood));
    let step = 1;
    for (let halving = 0; halving < 40; halving++, step /= 2) {
      const trial = beta.map((value, i) => value + step * (direction[i] as number));
      const next = evaluate(designs, chosen, trial);
      if (nearby || objective(trial, next.logLikelihood) >= start) {
        beta = trial;
        current = next;
        break;
      }
    }
  }

  // 分离时牛顿法要么停不下来，要么停在某题的效用差极大处；只有这时才值得解线性规划求证。
  if (ridge === 0 && (!converged || widestMargin(designs, chosen, beta) > 10))
    if (isSeparated(designs, chosen, size))
      return {
        status: 'separated',
        ...none,
        logLikelihood: current.logLikelihood,
        nullLogLikelihood,
        iterations,
        converged: false,
      };

  const partWorths = decode(beta, levels);
  const ranges = partWorths.map((values) => largest(values) - smallest(values));
  const totalRange = ranges.reduce((sum, range) => sum + range, 0);
  return {
    status: converged ? 'converged' : 'iteration-limit',
    partWorths,
    importance: ranges.map((range) => range / totalRange),
    bestProfile: partWorths.map((values) => values.indexOf(largest(values))),
    logLikelihood: current.logLikelihood,
    nullLogLikelihood,
    hitRate: hitRate(designs, chosen, beta),
    iterations,
    converged,
  };
}

function checkTasks(tasks: readonly ChoiceTask[], levels: readonly number[]): void {
  tasks.forEach((task, t) => {
    if (!Array.isArray(task.alternatives) || task.alternatives.length < 2)
      reject(`tasks[${t}].alternatives`, 'at least two alternatives', task.alternatives);
    integerAtLeast(`tasks[${t}].chosen`, task.chosen, 0);
    if (task.chosen >= task.alternatives.length)
      reject(`tasks[${t}].chosen`, `an index below ${task.alternatives.length}`, task.chosen);
    task.alternatives.forEach((profile, p) => {
      const name = `tasks[${t}].alternatives[${p}]`;
      if (profile.length !== levels.length) reject(name, `${levels.length} levels long`, profile);
      profile.forEach((level: number, a: number) => {
        integerAtLeast(`${name}[${a}]`, level, 0);
        if (level >= (levels[a] as number))
          reject(`${name}[${a}]`, `an index below ${levels[a]}`, level);
      });
    });
  });
}

/** 效应编码：最后一档记为其余各列全 −1，于是部分值之和自动为 0。 */
function encode(profile: readonly number[], levels: readonly number[]): number[] {
  return levels.flatMap((count, a) => {
    const level = profile[a] as number;
    return Array.from({ length: count - 1 }, (_, l) =>
      level === count - 1 ? -1 : level === l ? 1 : 0,
    );
  });
}

function decode(beta: readonly number[], levels: readonly number[]): number[][] {
  let start = 0;
  return levels.map((count) => {
    const free = beta.slice(start, start + count - 1);
    start += count - 1;
    return [...free, -free.reduce((sum, value) => sum + value, 0)];
  });
}

/** 对全部部分值（含最后一档）之平方和的二次型：每块为 I + 11ᵀ，这样哪一档排最后都不影响结果。 */
function penaltyMatrix(levels: readonly number[]): number[][] {
  const owner = levels.flatMap((count, a) => new Array<number>(count - 1).fill(a));
  return owner.map((a, i) => owner.map((b, j) => (a === b ? (i === j ? 2 : 1) : 0)));
}

function evaluate(
  designs: readonly (readonly (readonly number[])[])[],
  chosen: readonly number[],
  beta: readonly number[],
): { logLikelihood: number; gradient: number[]; information: number[][] } {
  const size = beta.length;
  const gradient = new Array<number>(size).fill(0);
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let logLikelihood = 0;
  designs.forEach((rows, t) => {
    const utilities = rows.map((row) => dot(row, beta));
    const best = largest(utilities);
    const weights = utilities.map((utility) => Math.exp(utility - best));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const pick = chosen[t] as number;
    logLikelihood += (utilities[pick] as number) - best - Math.log(total);
    const mean = new Array<number>(size).fill(0);
    rows.forEach((row, r) => {
      const p = (weights[r] as number) / total;
      row.forEach((value, i) => (mean[i] = (mean[i] as number) + p * value));
    });
    rows.forEach((row, r) => {
      const p = (weights[r] as number) / total;
      for (let i = 0; i < size; i++) {
        const deviation = (row[i] as number) - (mean[i] as number);
        if (r === pick) gradient[i] = (gradient[i] as number) + deviation;
        const line = information[i] as number[];
        for (let j = 0; j < size; j++)
          line[j] =
            (line[j] as number) + p * deviation * ((row[j] as number) - (mean[j] as number));
      }
    });
  });
  return { logLikelihood, gradient, information };
}

/**
 * 存在方向 d，使每题被选者的得分都不低于落选者、且至少一处严格更高，就是分离：
 * 沿 d 走似然一直升，没有极大点。以 |d| ≤ 1 为界求 Σ d·Δ 的最大值，大于 0 即是。
 */
function isSeparated(
  designs: readonly (readonly (readonly number[])[])[],
  chosen: readonly number[],
  size: number,
): boolean {
  // 同一种比较只需一条约束；效应编码的差都是小整数，可以当键。
  const distinct = new Map<string, number[]>();
  designs.forEach((rows, t) => {
    const winner = rows[chosen[t] as number] as readonly number[];
    rows.forEach((row, r) => {
      if (r === chosen[t]) return;
      const difference = winner.map((value, i) => value - (row[i] as number));
      distinct.set(difference.join(), difference);
    });
  });
  const differences = [...distinct.values()];
  const totals = Array.from({ length: size }, (_, i) =>
    differences.reduce((sum, row) => sum + (row[i] as number), 0),
  );
  // 变量平移为 x = d + 1 ∈ [0, 2]。
  const result = solveLinearProgram({
    objective: totals,
    sense: 'max',
    constraints: differences.map((row) => ({
      coefficients: row,
      relation: '>=' as const,
      rhs: row.reduce((sum, value) => sum + value, 0),
    })),
    upperBounds: totals.map(() => 2),
  });
  const base = totals.reduce((sum, value) => sum + value, 0);
  return result.status === 'optimal' && result.objective - base > 1e-7;
}

/** 被选者与落选者的效用差，绝对值最大的一个。 */
function widestMargin(
  designs: readonly (readonly (readonly number[])[])[],
  chosen: readonly number[],
  beta: readonly number[],
): number {
  let widest = 0;
  designs.forEach((rows, t) => {
    const winner = dot(rows[chosen[t] as number] as readonly number[], beta);
    for (const row of rows) widest = Math.max(widest, Math.abs(winner - dot(row, beta)));
  });
  return widest;
}

function hitRate(
  designs: readonly (readonly (readonly number[])[])[],
  chosen: readonly number[],
  beta: readonly number[],
): number {
  const hits = designs.reduce((sum, rows, t) => {
    const utilities = rows.map((row) => dot(row, beta));
    const best = largest(utilities) - 1e-9;
    const top = utilities.filter((utility) => utility >= best).length;
    return sum + ((utilities[chosen[t] as number] as number) >= best ? 1 / top : 0);
  }, 0);
  return hits / designs.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}

function quadratic(form: readonly (readonly number[])[], x: readonly number[]): number {
  return form.reduce((sum, row, i) => sum + (x[i] as number) * dot(row, x), 0);
}
