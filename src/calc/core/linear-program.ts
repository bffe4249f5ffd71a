/** 一条线性约束：Σ coefficients[j]·x[j]（relation）rhs。 */
export interface LinearConstraint {
  /** 各变量的系数，与目标等长。 */
  coefficients: readonly number[];
  /** 关系：`<=`、`=`、`>=`。 */
  relation: '<=' | '=' | '>=';
  /** 右端项，可为负。 */
  rhs: number;
}

/**
 * 线性规划：变量一律 ≥ 0，可另给上界。
 * 只有题目的写法；怎么解在 simplex.ts（浮点）与 exact-simplex.ts（整数）。
 */
export interface LinearProgram {
  /** 目标系数，每个变量一个。 */
  objective: readonly number[];
  /** 求最大还是最小。 */
  sense: 'max' | 'min';
  /** 约束；可以为空。 */
  constraints: readonly LinearConstraint[];
  /** 各变量上界，与目标等长；缺省、`undefined` 或 `Infinity` 表示无上界。 */
  upperBounds?: readonly (number | undefined)[];
  /** 迭代上限；缺省按规模给足。 */
  maxIterations?: number;
}
