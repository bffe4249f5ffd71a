import { each, matrix, nonEmpty, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** 多元线性回归的结果；系数一律截距在前。 */
export interface LeastSquaresFit {
  /** 回归系数：截距、各自变量。 */
  coefficients: number[];
  /** 系数的标准误；残差自由度为 0 时为 NaN。 */
  standardErrors: number[];
  /** t 统计量 = 系数 ÷ 标准误。 */
  tStatistics: number[];
  /** 拟合值。 */
  fitted: number[];
  /** 残差 = 实际 − 拟合。 */
  residuals: number[];
  /** 判定系数 R²；因变量无变化时为 NaN。 */
  r2: number;
  /** 调整 R²；残差自由度为 0 时为 NaN。 */
  adjR2: number;
  /** 残差标准差 √(SSE/(n−k−1))；残差自由度为 0 时为 NaN。 */
  residualStdDev: number;
  /** 残差自由度 n−k−1。 */
  degreesOfFreedom: number;
  /** 杠杆值 hᵢᵢ，和为 k+1；超过 2(k+1)/n 通常算高。 */
  leverage: number[];
  /** 留一预测误差 eᵢ/(1−hᵢᵢ)；杠杆为 1 的点无法留出，记 NaN。 */
  leaveOneOutResiduals: number[];
  /** 方差膨胀因子，每个自变量一个；超过 10 通常算严重共线。 */
  varianceInflation: number[];
  /** 自变量均值（中心化所用）。 */
  means: number[];
  /** 中心化、单位化后 X 的 QR 的 R⁻¹（按列），供预测标准误与外推检查。 */
  inverse: number[][];
  /** 各自变量离均差的长度（单位化所用）。 */
  lengths: number[];
}

/** 低于它就当作线性相关：单位化后新列扣除已有各列的部分只剩这么长。 */
const dependent = 1e-11;

function checkDesign(rows: readonly (readonly number[])[], outcome: readonly number[]): void {
  nonEmpty('rows', rows);
  // 没有自变量的模型（只有截距）允许各行为空
  if ((rows[0] as readonly number[]).length > 0) matrix('rows', rows);
  else if (rows.some((row) => row.length > 0))
    reject('rows', 'an array of equally long rows', rows);
  each('outcome', outcome, (name, value) => {
    if (!Number.isFinite(value)) reject(name, 'a finite number', value);
    return value;
  });
  sameLength('outcome', outcome, 'rows', rows);
}

const sumOf = (values: Iterable<number>): number => {
  // Neumaier 补偿求和：均值与平方和的误差直接进系数
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
};

/**
 * 多元线性回归：最小二乘，含截距，附系数标准误、杠杆与共线诊断。
 *
 * 假设：因变量对自变量线性；误差独立、等方差（标准误与 t 才有意义）。
 * 目标：使残差平方和最小。
 * 符号与单位：`rows[i]` 第 i 个样本的各自变量（不含常数列）；`outcome[i]` 因变量；系数单位为因变量单位 ÷ 自变量单位。
 * 出处：Householder 正交变换解最小二乘，Golub 1965；方差膨胀因子 Marquardt 1970。
 * 边界：样本数须 ≥ 自变量数+1；常数列或线性相关的列报 RangeError（指名是第几个自变量）；
 *   样本数恰等于参数数时残差自由度为 0，标准误、调整 R² 为 NaN。
 *   先减均值、再单位化、再正交分解：不用正规方程，后者会把条件数平方。
 * 复杂度：O(nk²)。
 *
 * @example
 * leastSquares({ rows: [[1], [2], [3], [4]], outcome: [3, 5, 7, 10] }).coefficients // [0.5, 2.3]
 */
export function leastSquares(input: {
  /** 自变量，一行一个样本。 */
  rows: readonly (readonly number[])[];
  /** 因变量。 */
  outcome: readonly number[];
}): LeastSquaresFit {
  const { rows, outcome } = input;
  checkDesign(rows, outcome);
  const n = rows.length;
  const k = (rows[0] as readonly number[]).length;
  if (n < k + 1)
    reject('rows', `at least ${k + 1} samples for ${k} variables and an intercept`, rows);

  const at = (i: number, j: number) => (rows[i] as readonly number[])[j] as number;
  const means = Array.from({ length: k }, (_, j) => {
    const rough = sumOf(rows.map((_, i) => at(i, j))) / n;
    return rough + sumOf(rows.map((_, i) => at(i, j) - rough)) / n;
  });
  const outcomeMean = sumOf(outcome) / n;
  const lengths: number[] = [];
  const q: Float64Array[] = [];
  for (let j = 0; j < k; j++) {
    const column = Float64Array.from({ length: n }, (_, i) => at(i, j) - (means[j] as number));
    // 先除以最大绝对值再平方：列量级 1e200 也不溢出
    const top = column.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    const length =
      top === 0 ? 0 : top * Math.sqrt(sumOf(column.map((value) => (value / top) ** 2)));
    const size = largest(rows.map((_, i) => Math.abs(at(i, j))));
    if (!(length > 1e-14 * size * Math.sqrt(n)))
      throw new RangeError(`rows must have full column rank (variable ${j} does not vary)`);
    for (let i = 0; i < n; i++) column[i] = (column[i] as number) / length;
    lengths.push(length);
    q.push(column);
  }

  // 两遍修正 Gram–Schmidt：正交性达到机器精度，且直接得到 Q 与 R
  const r: number[][] = Array.from({ length: k }, () => means.map(() => 0));
  const dot = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (a[i] as number) * (b[i] as number);
    return sum;
  };
  const put = (row: number, column: number, value: number) =>
    ((r[row] as number[])[column] = value);
  const get = (row: number, column: number) => (r[row] as number[])[column] as number;
  for (let j = 0; j < k; j++) {
    const column = q[j] as Float64Array;
    for (let pass = 0; pass < 2; pass++)
      for (let m = 0; m < j; m++) {
        const basis = q[m] as Float64Array;
        const share = dot(basis, column);
        put(m, j, get(m, j) + share);
        for (let i = 0; i < n; i++)
          column[i] = (column[i] as number) - share * (basis[i] as number);
      }
    const left = Math.sqrt(dot(column, column));
    if (!(left > dependent))
      throw new RangeError(
        `rows must have full column rank (variable ${j} is a linear combination of earlier ones)`,
      );
    put(j, j, left);
    for (let i = 0; i < n; i++) column[i] = (column[i] as number) / left;
  }
  const inverse: number[][] = Array.from({ length: k }, () => means.map(() => 0));
  for (let j = 0; j < k; j++)
    for (let i = j; i >= 0; i--) {
      let value = i === j ? 1 : 0;
      for (let m = i + 1; m <= j; m++) value -= get(i, m) * ((inverse[m] as number[])[j] as number);
      (inverse[i] as number[])[j] = value / get(i, i);
    }

  // 逐列从残差里剥去投影，再对残差重做一遍（迭代改善）
  const centred = Float64Array.from(outcome, (value) => value - outcomeMean);
  const solve = (target: Float64Array): number[] => {
    const rest = target.slice();
    const projection = q.map((basis) => {
      const share = dot(basis, rest);
      for (let i = 0; i < n; i++) rest[i] = (rest[i] as number) - share * (basis[i] as number);
      return share;
    });
    const slopes = means.map(() => 0);
    for (let i = k - 1; i >= 0; i--) {
      let value = projection[i] as number;
      for (let m = i + 1; m < k; m++) value -= get(i, m) * (slopes[m] as number);
      slopes[i] = value / get(i, i);
    }
    return slopes.map((value, j) => value / (lengths[j] as number));
  };
  const slopes = solve(centred);
  const residualOf = () =>
    Float64Array.from({ length: n }, (_, i) =>
      sumOf([
        centred[i] as number,
        ...slopes.map((slope, j) => -slope * (at(i, j) - (means[j] as number))),
      ]),
    );
  if (k > 0) solve(residualOf()).forEach((extra, j) => (slopes[j] = (slopes[j] as number) + extra));
  const intercept = sumOf([
    outcomeMean,
    ...slopes.map((slope, j) => -slope * (means[j] as number)),
  ]);

  const residuals = [...residualOf()];
  const fitted = residuals.map((residual, i) => (outcome[i] as number) - residual);
  const sse = sumOf(residuals.map((value) => value * value));
  const sst = sumOf(centred.map((value) => value * value));
  const degreesOfFreedom = n - k - 1;
  const variance = degreesOfFreedom > 0 ? sse / degreesOfFreedom : NaN;
  // 因变量只剩舍入噪声时当作无变化，R² 无定义
  const flat = sst <= (1e-15 * n * Math.abs(outcomeMean)) ** 2;
  const r2 = flat ? NaN : 1 - sse / sst;
  const leverage = Array.from(
    { length: n },
    (_, i) => 1 / n + q.reduce((sum, basis) => sum + (basis[i] as number) ** 2, 0),
  );
  const varianceInflation = inverse.map((row) =>
    row.reduce((sum, value) => sum + value * value, 0),
  );
  const meanVector = means.map((mean, j) => mean / (lengths[j] as number));
  const meanSpread = spread(inverse, meanVector);
  const coefficients = [intercept, ...slopes];
  const standardErrors = [
    Math.sqrt(variance * (1 / n + meanSpread)),
    ...varianceInflation.map((factor, j) => Math.sqrt(variance * factor) / (lengths[j] as number)),
  ];
  return {
    coefficients,
    standardErrors,
    tStatistics: coefficients.map((value, j) => value / (standardErrors[j] as number)),
    fitted,
    residuals,
    r2,
    adjR2: degreesOfFreedom > 0 ? 1 - ((1 - r2) * (n - 1)) / degreesOfFreedom : NaN,
    residualStdDev: Math.sqrt(variance),
    degreesOfFreedom,
    leverage,
    leaveOneOutResiduals: residuals.map((residual, i) => {
      const free = 1 - (leverage[i] as number);
      return free > 1e-10 ? residual / free : NaN;
    }),
    varianceInflation,
    means,
    inverse,
    lengths,
  };
}

/** ‖R⁻ᵀv‖²：单位化后的点离样本中心有多「远」（按自变量的相关结构量）。 */
function spread(inverse: readonly (readonly number[])[], v: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < inverse.length; j++) {
    let value = 0;
    for (let i = 0; i <= j; i++)
      value += ((inverse[i] as readonly number[])[j] as number) * (v[i] as number);
    total += value * value;
  }
  return total;
}

/** 用回归式预测一个新点：预测值、均值的标准误与单次预测的标准误。 */
export function predictOutcome(
  fit: LeastSquaresFit,
  row: readonly number[],
): {
  /** 预测值。 */
  value: number;
  /** 新点的杠杆值；比样本里的都大就是外推。 */
  leverage: number;
  /** 该处平均水平的标准误。 */
  meanStandardError: number;
  /** 单个新样本的预测标准误。 */
  predictionStandardError: number;
} {
  sameLength('row', row, 'fit.means', fit.means);
  row.forEach((value, j) => {
    if (!Number.isFinite(value)) reject(`row[${j}]`, 'a finite number', value);
  });
  const offset = row.map(
    (value, j) => (value - (fit.means[j] as number)) / (fit.lengths[j] as number),
  );
  const leverage = 1 / fit.fitted.length + spread(fit.inverse, offset);
  const value = sumOf([
    fit.coefficients[0] as number,
    ...row.map((x, j) => x * (fit.coefficients[j + 1] as number)),
  ]);
  return {
    value,
    leverage,
    meanStandardError: fit.residualStdDev * Math.sqrt(leverage),
    predictionStandardError: fit.residualStdDev * Math.sqrt(1 + leverage),
  };
}
