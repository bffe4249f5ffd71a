import { integerAtLeast, matrix, reject } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** 感知图的输入。 */
export interface PerceptualMapInput {
  /** 打分表：每行一个品牌，每列一个属性。 */
  ratings: readonly (readonly number[])[];
  /** `correlation` 先把各列化成标准差为 1，`covariance` 只减均值；默认 `correlation`。 */
  scaling?: 'correlation' | 'covariance' | undefined;
  /** 保留几个维度，默认 2；不超过属性数。 */
  dimensions?: number | undefined;
}

/** 感知图。 */
export interface PerceptualMapResult {
  /** 各品牌在图上的坐标（主成分得分），`coordinates[品牌][维度]`。 */
  coordinates: number[][];
  /** 各属性的箭头方向（单位特征向量的分量），`directions[属性][维度]`。 */
  directions: number[][];
  /** 各属性与各维度的相关系数；没有变化的属性或维度为 NaN。 */
  correlations: number[][];
  /** 各维度的方差（特征值）。 */
  variances: number[];
  /** 各维度占总方差的比例；各品牌完全相同时为 NaN。 */
  explained: number[];
  /** 特征分解是否收敛。 */
  converged: boolean;
}

/**
 * 感知图：把品牌 × 属性的打分用主成分压到两维，看谁与谁相近、各维度由什么属性撑起。
 *
 * 假设：打分为等距量表；两维足以概括大部分差异（看 `explained`）。
 * 符号与单位：协方差用 n − 1；坐标为主成分得分；`correlation` 时各属性等权。
 * 出处：主成分分析 Pearson (1901)、Hotelling (1933)。
 * 边界：没有变化的属性不影响结果（标准化后取 0）；各品牌完全相同时坐标全 0、`explained` 为 NaN。符号约定：每个维度上绝对值最大的方向分量为正。
 * 复杂度：O(品牌数 × 属性数² + 属性数³)。
 *
 * @example
 * perceptualMap({ ratings: [[1, 2], [2, 4], [3, 6]] }).explained // [0.9999999999999998, 0]
 */
export function perceptualMap({
  ratings,
  scaling = 'correlation',
  dimensions = 2,
}: PerceptualMapInput): PerceptualMapResult {
  matrix('ratings', ratings);
  if (ratings.length < 2) reject('ratings', 'at least two rows (brands)', ratings);
  const brands = ratings.length;
  const width = (ratings[0] as readonly number[]).length;
  integerAtLeast('dimensions', dimensions, 1);
  if (dimensions > width) reject('dimensions', `at most the ${width} attribute(s)`, dimensions);
  if (scaling !== 'correlation' && scaling !== 'covariance')
    reject('scaling', "'correlation' or 'covariance'", scaling);

  const columns = Array.from({ length: width }, (_, a) => {
    const values = ratings.map((row) => row[a] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / brands;
    const centred = values.map((value) => value - mean);
    const sd = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0) / (brands - 1));
    // 均值的舍入会留下 1e-17 量级的假变化，除以它自己就成了满分的噪声。
    const flat = sd <= 1e-13 * largest(values.map(Math.abs));
    if (flat) return centred.map(() => 0);
    return scaling === 'correlation' ? centred.map((value) => value / sd) : centred;
  });
  const covariance = columns.map((x) =>
    columns.map(
      (y) => x.reduce((sum, value, b) => sum + value * (y[b] as number), 0) / (brands - 1),
    ),
  );
  const { values, vectors, converged } = symmetricEigen(covariance);
  const total = covariance.reduce((sum, row, a) => sum + (row[a] as number), 0);
  const variances = values.slice(0, dimensions).map((value) => Math.max(0, value));
  const axes = vectors.slice(0, dimensions);
  return {
    coordinates: ratings.map((_, b) =>
      axes.map((axis) =>
        axis.reduce((sum, weight, a) => sum + weight * (columns[a]?.[b] as number), 0),
      ),
    ),
    directions: columns.map((_, a) => axes.map((axis) => axis[a] as number)),
    correlations: columns.map((_, a) =>
      axes.map(
        (axis, k) =>
          ((axis[a] as number) * Math.sqrt(variances[k] as number)) /
          Math.sqrt(covariance[a]?.[a] as number),
      ),
    ),
    variances,
    explained: variances.map((variance) => variance / total),
    converged,
  };
}
