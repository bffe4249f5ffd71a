import { atLeast, finite, integerAtLeast, nonEmpty, reject, sameLength } from './checks.ts';
import { solveExactly } from './exact-simplex.ts';
import type { LinearProgram } from './linear-program.ts';
import { judge } from './simplex-certificate.ts';
import { scaleProgram } from './simplex-scaling.ts';
import { rebuild, restingValue, run } from './simplex-tableau.ts';

/** 约束数 × 变量数不超过它时，可疑的结果由整数算术重解；再大就太慢。 */
const EXACT_CELLS = 4000;
/** “无解”“无界”的结论核对起来与求解一样费时，只核对更小的问题。 */
const EXACT_CHECK_CELLS = 600;

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

/**
 * 线性规划：稠密有界变量两阶段单纯形法，同时给出影子价格与检验数。
 *
 * 目标：max 或 min Σ c_j x_j。
 * 约束：Σ a_ij x_j（≤、=、≥）b_i；0 ≤ x_j ≤ u_j。
 * 假设：数据为有限实数；要自由变量时由调用者拆成两个非负变量之差。
 * 符号与单位：c `objective`；a、b `constraints`；u `upperBounds`；`duals` 的单位是“目标 ÷ 约束右端”，max 问题中 `<=` 约束的影子价格 ≥ 0，min 问题中 `>=` 约束的 ≥ 0。
 * 出处：Dantzig 1963；Bland 1977 的防循环规则；上界按 Dantzig 的有界变量法处理，不增加行。
 * 边界：答案要过可行、对偶可行、目标相等三条检验（相对 10⁻⁹），过不了的小问题改用整数算术精确求解；退化、循环（Beale）、多余等式、全零行、量级相差十几个数量级均可；无可行解与无界以 `status` 报告，不抛错；最优基不唯一时返回其中一个解与一组影子价格。
 * 复杂度：每次换基 O(mn)；实际换基次数约为 m + n 的一两倍，最坏为指数（Klee–Minty）。
 *
 * @example
 * solveLinearProgram({ objective: [3, 5], sense: 'max', constraints: [{ coefficients: [1, 0], relation: '<=', rhs: 4 }, { coefficients: [0, 2], relation: '<=', rhs: 12 }, { coefficients: [3, 2], relation: '<=', rhs: 18 }] }).duals // [0, 1.5, 1]
 */
export function solveLinearProgram(program: LinearProgram): LinearProgramResult {
  const result = solveInDoubles(program);
  const { objective, constraints } = program;
  const cells = objective.length * constraints.length;
  // 浮点解法说无解、无界或收不了场，以及答案自己都对不上的，小问题改由整数算术裁决
  const verdict = result.status === 'optimal' ? judge(program, result) : 'good';
  const doubtful =
    result.status === 'optimal'
      ? cells <= EXACT_CELLS && verdict !== 'good'
      : result.status === 'iteration-limit'
        ? cells <= EXACT_CELLS && program.maxIterations === undefined
        : cells <= EXACT_CHECK_CELLS;
  if (!doubtful) return result;
  const exact = solveExactly(program);
  if (exact.status === result.status && result.status !== 'optimal') return result;
  if (exact.status === 'iteration-limit') return result;
  if (exact.status === 'optimal') {
    const total = exact.solution.reduce((sum, value, j) => sum + objective[j]! * value, 0);
    return { ...exact, objective: total + 0 };
  }
  // 容差之内可行的解，多半是数据本身的舍入（0.1 + 0.2 对 0.3）使严格无解；保留浮点的答案
  if (exact.status === 'infeasible' && result.status === 'optimal' && verdict !== 'violates')
    return result;
  const infinite = program.sense === 'max' ? Infinity : -Infinity;
  return { ...exact, objective: exact.status === 'unbounded' ? infinite : NaN };
}

/** 双精度的有界变量两阶段单纯形法。 */
function solveInDoubles(program: LinearProgram): LinearProgramResult {
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

  const scaled = scaleProgram(program);
  const atUpper = new Uint8Array(columns + rows);
  for (let i = 0; i < rows; i++)
    if (scaled.lower[columns + i] === -Infinity) atUpper[columns + i] = 1;
  let tableau = rebuild(scaled, undefined, atUpper);
  const budget = { used: 0, limit };
  let outcome = run(scaled, tableau, { budget, looseness: 1 });
  // 终止结论须在重建的、无累积误差的表上再次成立才算数
  for (let check = 0; check < 200; check++) {
    if (outcome === 'iteration-limit') break;
    const before = budget.used;
    tableau = rebuild(scaled, tableau.basic, tableau.atUpper);
    // 舍入误差使结论反复时逐步放宽，保证收场
    const looseness = 10 ** Math.min(4, Math.floor(check / 3));
    const again = run(scaled, tableau, { budget, looseness });
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
