/**
 * 单纯形表与换基：`solveLinearProgram` 的里层。
 *
 * @internal
 */
import type { ScaledProgram } from './simplex-scaling.ts';

/** 精简单纯形表：只存非基列；换基时列与行对调身份。 */
export interface Tableau {
  /** 表身：一行一个基变量，一列一个非基变量。 */
  body: Float64Array[];
  /** 基变量的当前取值。 */
  value: Float64Array;
  /** 各行的可行性容差：取值由许多大数相消而来的行，舍入误差也大。 */
  tolerance: Float64Array;
  /** 各行的基变量。 */
  basic: Int32Array;
  /** 各列的非基变量。 */
  nonbasic: Int32Array;
  /** 每个变量在非基时是否停在上界。 */
  atUpper: Uint8Array;
}

// 缩放后元素量级在 1 附近，以下容差才有统一含义
const FEASIBILITY = 1e-9;
// 检验数是若干项之差，舍入误差正比于各项绝对值之和；容差也按它定，费用相差悬殊时才不会过早收工
const OPTIMALITY = 1e-12;
const ROUNDING = 1e-12;
const PIVOT = 1e-9;
const DROP = 1e-14;

/** 换基：第 row 行的基变量与第 column 列的非基变量对调，就地更新整张表。 */
function exchange(tableau: Tableau, row: number, column: number): void {
  const { body } = tableau;
  const pivotRow = body[row]!;
  const inverse = 1 / pivotRow[column]!;
  const width = pivotRow.length;
  pivotRow[column] = 1;
  for (let j = 0; j < width; j++) pivotRow[j]! *= inverse;
  for (let i = 0; i < body.length; i++) {
    if (i === row) continue;
    const other = body[i]!;
    const factor = other[column]!;
    if (factor === 0) continue;
    other[column] = 0;
    for (let j = 0; j < width; j++) {
      const updated = other[j]! - factor * pivotRow[j]!;
      // 抵消后的残渣若留着，会被当成真的系数选作主元
      other[j] = updated > -DROP && updated < DROP ? 0 : updated;
    }
  }
  const leaving = tableau.basic[row]!;
  tableau.basic[row] = tableau.nonbasic[column]!;
  tableau.nonbasic[column] = leaving;
}

/** 非基变量停靠处的取值：上界或下界。 */
export function restingValue(program: ScaledProgram, tableau: Tableau, variable: number): number {
  return tableau.atUpper[variable] === 1 ? program.upper[variable]! : program.lower[variable]!;
}

/** 由原始数据重建给定基的单纯形表，洗掉累积的舍入误差。 */
export function rebuild(
  program: ScaledProgram,
  basis: Int32Array | undefined,
  atUpper: Uint8Array,
): Tableau {
  const { rows, columns } = program;
  const tableau: Tableau = {
    body: program.matrix.map((row) => Float64Array.from(row)),
    value: new Float64Array(rows),
    tolerance: new Float64Array(rows).fill(FEASIBILITY),
    basic: Int32Array.from({ length: rows }, (_, i) => columns + i),
    nonbasic: Int32Array.from({ length: columns }, (_, j) => j),
    atUpper,
  };
  if (basis) {
    const wanted = new Uint8Array(columns + rows);
    for (const variable of basis) wanted[variable] = 1;
    const entering: number[] = [];
    const leaving: number[] = [];
    for (let j = 0; j < columns; j++) if (wanted[j] === 1) entering.push(j);
    for (let i = 0; i < rows; i++) if (wanted[columns + i] === 0) leaving.push(i);
    while (entering.length > 0) {
      // 全主元：重建只做一次，稳妥比省时重要
      let best = 0;
      let bestRow = -1;
      let bestColumn = -1;
      for (let a = 0; a < leaving.length; a++) {
        const row = tableau.body[leaving[a]!]!;
        for (let b = 0; b < entering.length; b++) {
          const size = Math.abs(row[entering[b]!]!);
          if (size > best) {
            best = size;
            bestRow = a;
            bestColumn = b;
          }
        }
      }
      if (best < 1e-13) break;
      exchange(tableau, leaving[bestRow]!, entering[bestColumn]!);
      leaving.splice(bestRow, 1);
      entering.splice(bestColumn, 1);
    }
  }
  // 基变量取值由残差回代：先算 b − N·x_N，再按表乘 B⁻¹
  const residual = Float64Array.from(program.rightHandSide);
  const inBasis = new Uint8Array(columns + rows);
  for (const variable of tableau.basic) inBasis[variable] = 1;
  for (let j = 0; j < columns; j++) {
    if (inBasis[j] === 1) continue;
    const at = restingValue(program, tableau, j);
    if (at !== 0) for (let i = 0; i < rows; i++) residual[i]! -= program.matrix[i]![j]! * at;
  }
  for (let i = 0; i < rows; i++) {
    const basicVariable = tableau.basic[i]!;
    let value = basicVariable >= columns ? residual[basicVariable - columns]! : 0;
    let size = Math.abs(value);
    const row = tableau.body[i]!;
    // 非基松弛列就是 B⁻¹ 的相应列
    for (let j = 0; j < columns; j++) {
      const variable = tableau.nonbasic[j]!;
      if (variable < columns) continue;
      const term = row[j]! * residual[variable - columns]!;
      value += term;
      size += Math.abs(term);
    }
    tableau.tolerance[i] = Math.max(FEASIBILITY, ROUNDING * size);
    tableau.value[i] = value;
  }
  return tableau;
}

function isFeasible(program: ScaledProgram, tableau: Tableau): boolean {
  for (let i = 0; i < program.rows; i++) {
    const variable = tableau.basic[i]!;
    const value = tableau.value[i]!;
    const tolerance = tableau.tolerance[i]!;
    if (
      value < program.lower[variable]! - tolerance ||
      value > program.upper[variable]! + tolerance
    )
      return false;
  }
  return true;
}

/** 当前阶段的检验数；第一阶段的费用是“越界量之和”的斜率。返回是否仍不可行。 */
function priceOut(
  program: ScaledProgram,
  tableau: Tableau,
  reduced: Float64Array,
  size: Float64Array,
): boolean {
  const { rows, columns, lower, upper, cost } = program;
  reduced.fill(0);
  size.fill(1e-2);
  let infeasible = false;
  for (let i = 0; i < rows; i++) {
    const variable = tableau.basic[i]!;
    const value = tableau.value[i]!;
    const tolerance = tableau.tolerance[i]!;
    const weight =
      value < lower[variable]! - tolerance ? -1 : value > upper[variable]! + tolerance ? 1 : 0;
    if (weight === 0) continue;
    infeasible = true;
    const row = tableau.body[i]!;
    subtractMultiple(reduced, size, weight, row);
  }
  if (infeasible) return true;
  for (let j = 0; j < columns; j++) {
    const variable = tableau.nonbasic[j]!;
    if (variable >= columns) continue;
    reduced[j] = cost[variable]!;
    size[j]! += Math.abs(cost[variable]!);
  }
  for (let i = 0; i < rows; i++) {
    const variable = tableau.basic[i]!;
    const weight = variable < columns ? cost[variable]! : 0;
    if (weight !== 0) subtractMultiple(reduced, size, weight, tableau.body[i]!);
  }
  return false;
}

function subtractMultiple(
  target: Float64Array,
  size: Float64Array,
  factor: number,
  row: Float64Array,
): void {
  for (let j = 0; j < target.length; j++) {
    const term = factor * row[j]!;
    target[j]! -= term;
    size[j]! += Math.abs(term);
  }
}

function chooseEntering(
  program: ScaledProgram,
  tableau: Tableau,
  reduced: Float64Array,
  { size, looseness, bland }: { size: Float64Array; looseness: number; bland: boolean },
): number {
  let best = -1;
  let bestSize = 0;
  for (let j = 0; j < reduced.length; j++) {
    const variable = tableau.nonbasic[j]!;
    if (program.lower[variable]! === program.upper[variable]!) continue;
    const gain = tableau.atUpper[variable] === 1 ? reduced[j]! : -reduced[j]!;
    if (gain <= OPTIMALITY * looseness * size[j]!) continue;
    if (bland) {
      if (best < 0 || variable < tableau.nonbasic[best]!) best = j;
    } else if (gain > bestSize) {
      bestSize = gain;
      best = j;
    }
  }
  return best;
}

/** 沿进基方向走多远：返回步长、撞界的行（−1 表示自身翻到另一界）与撞的是上界还是下界。 */
function chooseLeaving(
  program: ScaledProgram,
  tableau: Tableau,
  column: number,
  direction: number,
  bland: boolean,
): { step: number; row: number; toUpper: boolean } {
  const { rows, lower, upper } = program;
  const entering = tableau.nonbasic[column]!;
  const limits = new Float64Array(rows).fill(Infinity);
  const hitsUpper = new Uint8Array(rows);
  const slack = bland ? 0 : 1e-10;
  let relaxed = Infinity;
  for (let i = 0; i < rows; i++) {
    const rate = -direction * tableau.body[i]![column]!;
    if (rate > -PIVOT && rate < PIVOT) continue;
    const variable = tableau.basic[i]!;
    const value = tableau.value[i]!;
    const low = lower[variable]!;
    const high = upper[variable]!;
    const tolerance = tableau.tolerance[i]!;
    let bound: number;
    if (rate > 0) {
      // 低于下界者上升时在下界处停，保证第一阶段不走过头
      bound = value < low - tolerance ? low : value > high + tolerance ? Infinity : high;
      hitsUpper[i] = bound === high && bound !== low ? 1 : 0;
    } else {
      bound = value > high + tolerance ? high : value < low - tolerance ? -Infinity : low;
      hitsUpper[i] = bound === high && bound !== low ? 1 : 0;
    }
    if (!Number.isFinite(bound)) continue;
    limits[i] = Math.max(0, (bound - value) / rate);
    relaxed = Math.min(relaxed, Math.max(0, (bound - value) / rate) + slack / Math.abs(rate));
  }
  const range = upper[entering]! - lower[entering]!;
  let row = -1;
  let bestPivot = 0;
  for (let i = 0; i < rows; i++) {
    if (limits[i]! > relaxed) continue;
    const size = Math.abs(tableau.body[i]![column]!);
    // 并列时：平时挑主元最大的求稳，Bland 规则挑编号最小的防循环
    const better = bland ? row < 0 || tableau.basic[i]! < tableau.basic[row]! : size > bestPivot;
    if (better) {
      row = i;
      bestPivot = size;
    }
  }
  const step = row >= 0 ? limits[row]! : Infinity;
  if (range <= step) return { step: range, row: -1, toUpper: false };
  return { step, row, toUpper: row >= 0 && hitsUpper[row] === 1 };
}

/** 从当前基走到本阶段终点；返回终止原因。 */
export function run(
  program: ScaledProgram,
  tableau: Tableau,
  { budget, looseness }: { budget: { used: number; limit: number }; looseness: number },
): 'optimal' | 'infeasible' | 'unbounded' | 'iteration-limit' | 'restart' {
  const reduced = new Float64Array(program.columns);
  const size = new Float64Array(program.columns);
  const patience = 20 + program.rows + program.columns;
  let stalled = 0;
  let sinceRebuild = 0;
  let priced = false;
  for (;;) {
    // 第二阶段的检验数随换基一起更新；一有基变量越界就退回第一阶段重算
    const infeasible: boolean =
      priced && isFeasible(program, tableau) ? false : priceOut(program, tableau, reduced, size);
    priced = !infeasible;
    const bland = stalled > patience;
    const column = chooseEntering(program, tableau, reduced, { size, looseness, bland });
    if (column < 0) return infeasible ? 'infeasible' : 'optimal';
    if (budget.used >= budget.limit) return 'iteration-limit';
    budget.used++;
    const entering = tableau.nonbasic[column]!;
    const direction = tableau.atUpper[entering] === 1 ? -1 : 1;
    const { step, row, toUpper } = chooseLeaving(program, tableau, column, direction, bland);
    if (step === Infinity) {
      if (!infeasible) return 'unbounded';
      return 'restart';
    }
    stalled = step > 1e-11 ? 0 : stalled + 1;
    for (let i = 0; i < program.rows; i++) {
      tableau.value[i]! -= direction * step * tableau.body[i]![column]!;
    }
    if (row < 0) {
      tableau.atUpper[entering] = direction === 1 ? 1 : 0;
      continue;
    }
    const arriving = restingValue(program, tableau, entering) + direction * step;
    const leaving = tableau.basic[row]!;
    const price = reduced[column]!;
    exchange(tableau, row, column);
    reduced[column] = 0;
    const pivotRow = tableau.body[row]!;
    for (let j = 0; j < program.columns; j++) reduced[j]! -= price * pivotRow[j]!;
    tableau.value[row] = arriving;
    tableau.atUpper[leaving] = toUpper || program.lower[leaving] === -Infinity ? 1 : 0;
    tableau.atUpper[entering] = 0;
    if (++sinceRebuild >= 200) return 'restart';
  }
}
