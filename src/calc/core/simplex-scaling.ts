/**
 * 线性规划的缩放：量纲相差十几个数量级的行与列，缩放后才能用同一套容差。
 *
 * @internal
 */
import type { LinearProgram } from './linear-program.ts';

/** 缩放后的问题，变量顺序：先 n 个结构变量，再 m 个松弛变量（a·x + s = b）。 */
export interface ScaledProgram {
  /** 约束数 m。 */
  rows: number;
  /** 结构变量数 n。 */
  columns: number;
  /** 结构变量的系数，一行一条约束。 */
  matrix: Float64Array[];
  /** 右端项。 */
  rightHandSide: Float64Array;
  /** 结构变量的费用，一律求最小。 */
  cost: Float64Array;
  /** 各变量下界；“≥”的松弛变量为 −Infinity。 */
  lower: Float64Array;
  /** 各变量上界；“=”“≥”的松弛变量为 0。 */
  upper: Float64Array;
  /** 各行乘过的倍数。 */
  rowScale: Float64Array;
  /** 各列乘过的倍数：原变量 = 缩放后的值 × 它 ÷ `rightHandSideScale`。 */
  columnScale: Float64Array;
  /** 费用乘过的倍数。 */
  costScale: number;
  /** 右端项与上界乘过的倍数。 */
  rightHandSideScale: number;
}

/** 取最近的 2 的幂：乘除都不引入舍入误差。 */
function powerOfTwo(value: number): number {
  return value > 0 && Number.isFinite(value) ? 2 ** Math.round(Math.log2(value)) : 1;
}

/** 几何平均缩放行与列，再缩放目标与右端；比例都是 2 的幂，缩放与还原不带误差。 */
export function scaleProgram(program: LinearProgram): ScaledProgram {
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
