import { atLeast, finite, integerAtLeast, nonEmpty, reject, sameLength } from './checks.ts';

/** 一条线性约束：Σ coefficients[j]·x[j]（relation）rhs。 */
export interface LinearConstraint {
  /** 各变量的系数，与目标等长。 */
  coefficients: readonly number[];
  /** 关系：`<=`、`=`、`>=`。 */
  relation: '<=' | '=' | '>=';
  /** 右端项，可为负。 */
  rhs: number;
}

/** 线性规划：变量一律 ≥ 0，可另给上界。 */
export interface LinearProgram {
  /** 目标系数，每个变量一个。 */
  objective: readonly number[];
  /** 求最大还是最小。 */
  sense: 'max' | 'min';
  /** 约束；可以为空。 */
  constraints: readonly LinearConstraint[];
  /** 各变量上界；缺省、`undefined` 或 `Infinity` 表示无上界。 */
  upperBounds?: readonly (number | undefined)[];
  /** 迭代上限；缺省按规模给足。 */
  maxIterations?: number;
}

/** 求解结果。 */
export interface LinearProgramResult {
  /** `optimal` 最优；`infeasible` 无可行解；`unbounded` 目标无界；`iteration-limit` 迭代用尽。 */
  status: 'optimal' | 'infeasible' | 'unbounded' | 'iteration-limit';
  /** 最优值；无可行解为 NaN，无界为 ±Infinity，迭代用尽为当前值。 */
  objective: number;
  /** 最优解；无可行解或无界时为空数组。 */
  solution: number[];
  /** 影子价格：每条约束右端增加一单位时最优值的变化率（max、min 都按原目标的方向）。 */
  duals: number[];
  /** 检验数 c_j − Σ duals_i·a_ij，按原目标的方向。 */
  reducedCosts: number[];
  /** 换基与翻转的总次数。 */
  iterations: number;
}

/** 缩放后的问题，变量顺序：先 n 个结构变量，再 m 个松弛变量（a·x + s = b）。 */
interface ScaledProgram {
  rows: number;
  columns: number;
  matrix: Float64Array[];
  rightHandSide: Float64Array;
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  rowScale: Float64Array;
  columnScale: Float64Array;
  costScale: number;
  rightHandSideScale: number;
}

/** 精简单纯形表：只存非基列；换基时列与行对调身份。 */
interface Tableau {
  body: Float64Array[];
  /** 基变量的当前取值。 */
  value: Float64Array;
  basic: Int32Array;
  nonbasic: Int32Array;
  /** 每个变量在非基时是否停在上界。 */
  atUpper: Uint8Array;
}

// 缩放后元素量级在 1 附近，以下容差才有统一含义
const FEASIBILITY = 1e-9;
const OPTIMALITY = 1e-9;
const PIVOT = 1e-9;
const DROP = 1e-14;

/** 取最近的 2 的幂：乘除都不引入舍入误差。 */
function powerOfTwo(value: number): number {
  return value > 0 && Number.isFinite(value) ? 2 ** Math.round(Math.log2(value)) : 1;
}

function scale(program: LinearProgram): ScaledProgram {
  const { objective, constraints, upperBounds } = program;
  const rows = constraints.length;
  const columns = objective.length;
  const matrix = constraints.map((constraint) => Float64Array.from(constraint.coefficients));
  const rowScale = new Float64Array(rows).fill(1);
  const columnScale = new Float64Array(columns).fill(1);
  // 几何平均缩放：量纲相差十几个数量级的行列也能公平比较主元
  for (let pass = 0; pass < 4; pass++) {
    for (let i = 0; i < rows; i++) {
      const row = matrix[i]!;
      let low = Infinity;
      let high = 0;
      for (let j = 0; j < columns; j++) {
        const size = Math.abs(row[j]!) * columnScale[j]!;
        if (size > 0) {
          if (size < low) low = size;
          if (size > high) high = size;
        }
      }
      rowScale[i] = high > 0 ? 1 / (Math.sqrt(low) * Math.sqrt(high)) : 1;
    }
    for (let j = 0; j < columns; j++) {
      let low = Infinity;
      let high = 0;
      for (let i = 0; i < rows; i++) {
        const size = Math.abs(matrix[i]![j]!) * rowScale[i]!;
        if (size > 0) {
          if (size < low) low = size;
          if (size > high) high = size;
        }
      }
      columnScale[j] = high > 0 ? 1 / (Math.sqrt(low) * Math.sqrt(high)) : 1;
    }
  }
  for (let i = 0; i < rows; i++) rowScale[i] = powerOfTwo(rowScale[i]!);
  for (let j = 0; j < columns; j++) columnScale[j] = powerOfTwo(columnScale[j]!);

  const cost = new Float64Array(columns);
  let costSize = 0;
  for (let j = 0; j < columns; j++) {
    cost[j] = (program.sense === 'max' ? -1 : 1) * objective[j]! * columnScale[j]!;
    costSize = Math.max(costSize, Math.abs(cost[j]!));
  }
  const costScale = powerOfTwo(1 / costSize);
  for (let j = 0; j < columns; j++) cost[j]! *= costScale;

  const lower = new Float64Array(columns + rows);
  const upper = new Float64Array(columns + rows).fill(Infinity);
  const rightHandSide = new Float64Array(rows);
  let logSum = 0;
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const { relation, rhs } = constraints[i]!;
    rightHandSide[i] = rhs * rowScale[i]!;
    if (rhs !== 0) {
      logSum += Math.log2(Math.abs(rightHandSide[i]!));
      count++;
    }
    if (relation === '>=') lower[columns + i] = -Infinity;
    if (relation !== '<=') upper[columns + i] = 0;
    const row = matrix[i]!;
    for (let j = 0; j < columns; j++) row[j]! *= rowScale[i]! * columnScale[j]!;
  }
  for (let j = 0; j < columns; j++) {
    const bound = upperBounds?.[j];
    if (bound === undefined || bound === Infinity) continue;
    upper[j] = bound / columnScale[j]!;
    if (bound > 0) {
      logSum += Math.log2(upper[j]!);
      count++;
    }
  }
  // 用几何平均而不是最大值：一条很松的大约束不该放宽其余约束的容差
  const rightHandSideScale = count > 0 ? powerOfTwo(2 ** (-logSum / count)) : 1;
  for (let i = 0; i < rows; i++) rightHandSide[i]! *= rightHandSideScale;
  for (let j = 0; j < columns; j++) upper[j]! *= rightHandSideScale;
  return {
    rows,
    columns,
    matrix,
    rightHandSide,
    cost,
    lower,
    upper,
    rowScale,
    columnScale,
    costScale,
    rightHandSideScale,
  };
}

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

function restingValue(program: ScaledProgram, tableau: Tableau, variable: number): number {
  return tableau.atUpper[variable] === 1 ? program.upper[variable]! : program.lower[variable]!;
}

/** 由原始数据重建给定基的单纯形表，洗掉累积的舍入误差。 */
function rebuild(
  program: ScaledProgram,
  basis: Int32Array | undefined,
  atUpper: Uint8Array,
): Tableau {
  const { rows, columns } = program;
  const tableau: Tableau = {
    body: program.matrix.map((row) => Float64Array.from(row)),
    value: new Float64Array(rows),
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
    const row = tableau.body[i]!;
    // 非基松弛列就是 B⁻¹ 的相应列
    for (let j = 0; j < columns; j++) {
      const variable = tableau.nonbasic[j]!;
      if (variable >= columns) value += row[j]! * residual[variable - columns]!;
    }
    tableau.value[i] = value;
  }
  return tableau;
}

function isFeasible(program: ScaledProgram, tableau: Tableau): boolean {
  for (let i = 0; i < program.rows; i++) {
    const variable = tableau.basic[i]!;
    const value = tableau.value[i]!;
    if (
      value < program.lower[variable]! - FEASIBILITY ||
      value > program.upper[variable]! + FEASIBILITY
    )
      return false;
  }
  return true;
}

/** 当前阶段的检验数；第一阶段的费用是“越界量之和”的斜率。返回是否仍不可行。 */
function priceOut(program: ScaledProgram, tableau: Tableau, reduced: Float64Array): boolean {
  const { rows, columns, lower, upper, cost } = program;
  reduced.fill(0);
  let infeasible = false;
  for (let i = 0; i < rows; i++) {
    const variable = tableau.basic[i]!;
    const value = tableau.value[i]!;
    const weight =
      value < lower[variable]! - FEASIBILITY ? -1 : value > upper[variable]! + FEASIBILITY ? 1 : 0;
    if (weight === 0) continue;
    infeasible = true;
    const row = tableau.body[i]!;
    for (let j = 0; j < columns; j++) reduced[j]! -= weight * row[j]!;
  }
  if (infeasible) return true;
  for (let j = 0; j < columns; j++) {
    const variable = tableau.nonbasic[j]!;
    if (variable < columns) reduced[j] = cost[variable]!;
  }
  for (let i = 0; i < rows; i++) {
    const variable = tableau.basic[i]!;
    const weight = variable < columns ? cost[variable]! : 0;
    if (weight === 0) continue;
    const row = tableau.body[i]!;
    for (let j = 0; j < columns; j++) reduced[j]! -= weight * row[j]!;
  }
  return false;
}

function chooseEntering(
  program: ScaledProgram,
  tableau: Tableau,
  reduced: Float64Array,
  bland: boolean,
): number {
  let best = -1;
  let bestSize = OPTIMALITY;
  for (let j = 0; j < reduced.length; j++) {
    const variable = tableau.nonbasic[j]!;
    if (program.lower[variable]! === program.upper[variable]!) continue;
    const gain = tableau.atUpper[variable] === 1 ? reduced[j]! : -reduced[j]!;
    if (gain <= OPTIMALITY) continue;
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
    let bound: number;
    if (rate > 0) {
      // 低于下界者上升时在下界处停，保证第一阶段不走过头
      bound = value < low - FEASIBILITY ? low : value > high + FEASIBILITY ? Infinity : high;
      hitsUpper[i] = bound === high && bound !== low ? 1 : 0;
    } else {
      bound = value > high + FEASIBILITY ? high : value < low - FEASIBILITY ? -Infinity : low;
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
function run(
  program: ScaledProgram,
  tableau: Tableau,
  budget: { used: number; limit: number },
): 'optimal' | 'infeasible' | 'unbounded' | 'iteration-limit' | 'restart' {
  const reduced = new Float64Array(program.columns);
  const patience = 20 + program.rows + program.columns;
  let stalled = 0;
  let sinceRebuild = 0;
  let priced = false;
  for (;;) {
    // 第二阶段的检验数随换基一起更新；一有基变量越界就退回第一阶段重算
    const infeasible: boolean =
      priced && isFeasible(program, tableau) ? false : priceOut(program, tableau, reduced);
    priced = !infeasible;
    const bland = stalled > patience;
    const column = chooseEntering(program, tableau, reduced, bland);
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
    if (++sinceRebuild >= 400) return 'restart';
  }
}

/**
 * 线性规划：稠密有界变量两阶段单纯形法，同时给出影子价格与检验数。
 *
 * 目标：max 或 min Σ c_j x_j。
 * 约束：Σ a_ij x_j（≤、=、≥）b_i；0 ≤ x_j ≤ u_j。
 * 假设：数据为有限实数；要自由变量时由调用者拆成两个非负变量之差。
 * 符号与单位：c `objective`；a、b `constraints`；u `upperBounds`；`duals` 的单位是“目标 ÷ 约束右端”，max 问题中 `<=` 约束的影子价格 ≥ 0，min 问题中 `>=` 约束的 ≥ 0。
 * 出处：Dantzig 1963；Bland 1977 的防循环规则；上界按 Dantzig 的有界变量法处理，不增加行。
 * 边界：退化、循环（Beale）、多余等式、全零行、量级相差十几个数量级均可；无可行解与无界以 `status` 报告，不抛错；最优基不唯一时返回其中一个解与一组影子价格。
 * 复杂度：每次换基 O(mn)；实际换基次数约为 m + n 的一两倍，最坏为指数（Klee–Minty）。
 *
 * @example
 * solveLinearProgram({ objective: [3, 5], sense: 'max', constraints: [{ coefficients: [1, 0], relation: '<=', rhs: 4 }, { coefficients: [0, 2], relation: '<=', rhs: 12 }, { coefficients: [3, 2], relation: '<=', rhs: 18 }] }).duals // [0, 1.5, 1]
 */
export function solveLinearProgram(program: LinearProgram): LinearProgramResult {
  const { objective, constraints, upperBounds, sense } = program;
  nonEmpty('objective', objective);
  objective.forEach((value, j) => finite(`objective[${j}]`, value));
  if (sense !== 'max' && sense !== 'min') reject('sense', "'max' or 'min'", sense);
  constraints.forEach(({ coefficients, relation, rhs }, i) => {
    sameLength(`constraints[${i}].coefficients`, coefficients, 'objective', objective);
    for (let j = 0; j < coefficients.length; j++)
      finite(`constraints[${i}].coefficients[${j}]`, coefficients[j]!);
    if (relation !== '<=' && relation !== '=' && relation !== '>=')
      reject(`constraints[${i}].relation`, "'<=', '=' or '>='", relation);
    finite(`constraints[${i}].rhs`, rhs);
  });
  if (upperBounds) {
    sameLength('upperBounds', upperBounds, 'objective', objective);
    upperBounds.forEach((bound, j) => {
      if (bound !== undefined && bound !== Infinity) atLeast(`upperBounds[${j}]`, bound, 0);
    });
  }
  const rows = constraints.length;
  const columns = objective.length;
  const limit = integerAtLeast(
    'maxIterations',
    program.maxIterations ?? 20_000 + 50 * (rows + columns),
    0,
  );

  const scaled = scale(program);
  const atUpper = new Uint8Array(columns + rows);
  for (let i = 0; i < rows; i++)
    if (scaled.lower[columns + i] === -Infinity) atUpper[columns + i] = 1;
  let tableau = rebuild(scaled, undefined, atUpper);
  const budget = { used: 0, limit };
  let outcome = run(scaled, tableau, budget);
  // 终止结论须在重建的、无累积误差的表上再次成立才算数
  for (let check = 0; check < 200; check++) {
    if (outcome === 'iteration-limit') break;
    const before = budget.used;
    tableau = rebuild(scaled, tableau.basic, tableau.atUpper);
    const again = run(scaled, tableau, budget);
    const settled = again === outcome && budget.used - before <= (again === 'unbounded' ? 1 : 0);
    outcome = again;
    if (settled && outcome !== 'restart') break;
  }
  const status = outcome === 'restart' ? 'iteration-limit' : outcome;
  const iterations = budget.used;
  if (status === 'infeasible')
    return { status, objective: NaN, solution: [], duals: [], reducedCosts: [], iterations };
  if (status === 'unbounded') {
    const infinite = sense === 'max' ? Infinity : -Infinity;
    return { status, objective: infinite, solution: [], duals: [], reducedCosts: [], iterations };
  }

  const solution = Array.from({ length: columns }, () => 0);
  for (let j = 0; j < columns; j++) {
    const variable = tableau.nonbasic[j]!;
    if (variable < columns) solution[variable] = restingValue(scaled, tableau, variable);
  }
  for (let i = 0; i < rows; i++) {
    const variable = tableau.basic[i]!;
    if (variable >= columns) continue;
    // 容差之内的越界归到界上，免得出现 −1e-17 这样的“负数”
    solution[variable] = Math.min(scaled.upper[variable]!, Math.max(0, tableau.value[i]!));
  }
  let total = 0;
  for (let j = 0; j < columns; j++) {
    solution[j]! *= scaled.columnScale[j]! / scaled.rightHandSideScale;
    const bound = upperBounds?.[j];
    if (bound !== undefined && solution[j]! > bound) solution[j] = bound;
    total += objective[j]! * solution[j]!;
  }

  // 第二阶段的检验数：松弛变量的检验数取负即影子价格
  const sign = sense === 'max' ? -1 : 1;
  const duals = Array.from({ length: rows }, () => 0);
  for (let j = 0; j < columns; j++) {
    const variable = tableau.nonbasic[j]!;
    if (variable < columns) continue;
    const i = variable - columns;
    let dual = 0;
    for (let k = 0; k < rows; k++) {
      const basicVariable = tableau.basic[k]!;
      if (basicVariable < columns) dual += scaled.cost[basicVariable]! * tableau.body[k]![j]!;
    }
    const unscaled = (sign * dual * scaled.rowScale[i]!) / scaled.costScale;
    duals[i] = unscaled === 0 ? 0 : unscaled;
  }
  const reducedCosts = objective.map((value, j) => {
    let reduced = value;
    for (let i = 0; i < rows; i++) reduced -= duals[i]! * constraints[i]!.coefficients[j]!;
    return reduced;
  });
  for (let i = 0; i < rows; i++) {
    const variable = tableau.basic[i]!;
    // 基变量的检验数在定义上是零，相减得到的只是舍入残差
    if (variable < columns) reducedCosts[variable] = 0;
  }
  return { status, objective: total, solution, duals, reducedCosts, iterations };
}
