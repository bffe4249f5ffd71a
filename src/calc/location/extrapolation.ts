import { finite, sameLength } from '../core/checks.ts';
import { largest, smallest } from '../core/extremes.ts';
import { leastSquares, predictOutcome } from './least-squares.ts';

/** 外推检查的结果。 */
export interface ExtrapolationCheck {
  /** 超出样本范围的自变量。 */
  outside: {
    /** 第几个自变量。 */
    variable: number;
    /** 新点的值。 */
    value: number;
    /** 样本最小值。 */
    low: number;
    /** 样本最大值。 */
    high: number;
  }[];
  /** 新点的杠杆值。 */
  leverage: number;
  /** 样本里最大的杠杆值。 */
  largestLeverage: number;
  /** 各变量都在范围内、组合却罕见：杠杆超过样本里的任何一个。 */
  hiddenExtrapolation: boolean;
  /** 是否算外推：有变量超界，或属隐性外推。 */
  extrapolates: boolean;
}

/**
 * 外推检查：新城市是否在回归样本见过的范围之内。
 *
 * 假设：样本范围外的线性关系没有证据；系数为负的变量在范围外照样可能反号。
 * 符号与单位：`rows` 回归所用样本；`row` 新点；杠杆无量纲。
 * 出处：隐性外推用杠杆值判断，Cook 1979 以来的通行做法（Montgomery & Peck 回归教材）。
 * 边界：恰在最小、最大值上不算超界；样本须满秩，否则报 RangeError。
 * 复杂度：一次回归 O(nk²)。
 *
 * @example
 * checkExtrapolation({ rows: [[1], [2], [3]], row: [5] }).extrapolates // true
 */
export function checkExtrapolation(input: {
  /** 回归样本的自变量。 */
  rows: readonly (readonly number[])[];
  /** 要预测的新点。 */
  row: readonly number[];
}): ExtrapolationCheck {
  const { rows, row } = input;
  // 杠杆只与自变量有关，因变量随便给一个
  const fit = leastSquares({ rows, outcome: rows.map((_, i) => i) });
  sameLength('row', row, 'rows[0]', rows[0] as readonly number[]);
  row.forEach((value, j) => finite(`row[${j}]`, value));
  const outside = row.flatMap((value, variable) => {
    const column = rows.map((sample) => sample[variable] as number);
    const low = smallest(column);
    const high = largest(column);
    return value < low || value > high ? [{ variable, value, low, high }] : [];
  });
  const { leverage } = predictOutcome(fit, row);
  const largestLeverage = largest(fit.leverage);
  const beyond = leverage > largestLeverage * (1 + 1e-9);
  return {
    outside,
    leverage,
    largestLeverage,
    hiddenExtrapolation: outside.length === 0 && beyond,
    extrapolates: outside.length > 0 || beyond,
  };
}
