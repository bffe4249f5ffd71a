import { finite, nonEmpty, reject } from '../core/checks.ts';

/** 数的性质：类别编号、只有先后的等级、差得起的分数。 */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval';

/** 许多人打的分，容许有人没打。 */
export interface KrippendorffAlphaInput {
  /** 一行一个对象，一列一位评分者；没有打分写 null。 */
  ratings: readonly (readonly (number | null)[])[];
  /** 数的性质：`nominal` 不同就是不同，`ordinal` 隔着多少人算差多远，`interval` 差的平方；默认 `nominal`。 */
  level?: MeasurementLevel | undefined;
}

/** 一致性的结果。 */
export interface KrippendorffAlphaResult {
  /** 算进来的对象：至少两人打过分的。 */
  units: number;
  /** 算进来的分数个数 n。 */
  values: number;
  /** 观察到的分歧 Dₒ；一个能比的也没有时为 NaN。 */
  disagreement: number;
  /** 把全部分数打散了随手配对，碰巧的分歧 Dₑ；一个能比的也没有时为 NaN。 */
  expected: number;
  /** α = 1 − Dₒ ÷ Dₑ；人人都打同一个分，或一个能比的也没有时没有定义，为 NaN。 */
  alpha: number;
  /** 每个对象里任取两人的平均分歧；不足两人打过的为 NaN。 */
  disagreementByUnit: number[];
}

/**
 * 克里彭多夫 alpha：任意多位评分者、容许缺分、类别与等级都能用的一致性系数。
 *
 * 假设：评分者各自独立、可以互换；缺分与分数无关；碰巧的分歧按全体合起来的分布、不放回地配对。
 * 符号与单位：nᵤ 为对象 u 的分数个数，只算 nᵤ ≥ 2 的；Dₒ = Σᵤ Σᵢ≠ⱼ δ²(vᵢ, vⱼ) ÷（nᵤ − 1）÷ n，Dₑ = Σ δ² ÷ n(n − 1)；δ² 在类别为 0 或 1，在等级为（两级之间的个数，两头各算一半）的平方，在分数为差的平方。
 * 出处：Krippendorff (2011), Computing Krippendorff’s Alpha-Reliability。
 * 边界：人人同分时 Dₑ = 0，α 为 NaN；只有一人打过的对象不计；两人、无缺、类别、对象很多时趋于斯科特 π；α 可为负。
 * 复杂度：O(对象数 × 评分者数² + 不同分数的个数²)。
 *
 * @example
 * krippendorffAlpha({ ratings: [[1, 1], [2, 2], [1, 2]] }).alpha // 0.4444444444444444
 */
export function krippendorffAlpha({
  ratings,
  level = 'nominal',
}: KrippendorffAlphaInput): KrippendorffAlphaResult {
  nonEmpty('ratings', ratings);
  const width = nonEmpty('ratings[0]', ratings[0] as readonly (number | null)[]).length;
  if (!['nominal', 'ordinal', 'interval'].includes(level))
    reject('level', "'nominal', 'ordinal' or 'interval'", level);
  const given = ratings.map((row, u) => {
    if (!Array.isArray(row) || row.length !== width)
      reject(`ratings[${u}]`, `as long as ratings[0] (${width})`, row);
    return row.flatMap((value, r) =>
      value === null ? [] : [finite(`ratings[${u}][${r}]`, value)],
    );
  });
  const used = given.filter((values) => values.length >= 2);
  const counts = new Map<number, number>();
  for (const value of used.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const difference = differenceOf(level, counts);

  const pairSum = (values: readonly number[]) =>
    values.reduce((sum, a) => sum + values.reduce((all, b) => all + difference(a, b), 0), 0);
  const total = used.flat().length;
  const observed = used.reduce((sum, values) => sum + pairSum(values) / (values.length - 1), 0);
  let chance = 0;
  for (const [a, times] of counts)
    for (const [b, otherTimes] of counts) chance += times * otherTimes * difference(a, b);
  const disagreement = observed / total;
  const expected = chance / (total * (total - 1));
  return {
    units: used.length,
    values: total,
    disagreement,
    expected,
    alpha: expected > 0 ? 1 - disagreement / expected : Number.NaN,
    disagreementByUnit: given.map((values) =>
      values.length < 2 ? Number.NaN : pairSum(values) / (values.length * (values.length - 1)),
    ),
  };
}

/** 两个分差多远的平方；等级的远近看中间隔着多少个分数，所以要知道全体的分布。 */
function differenceOf(
  level: MeasurementLevel,
  counts: ReadonlyMap<number, number>,
): (a: number, b: number) => number {
  if (level === 'nominal') return (a, b) => (a === b ? 0 : 1);
  if (level === 'interval') return (a, b) => (a - b) ** 2;
  // 一级的位置取它那一摞的正中：两级之间的距离就是中间的个数加两头各一半
  const middle = new Map<number, number>();
  let below = 0;
  for (const [value, times] of [...counts].sort(([a], [b]) => a - b)) {
    middle.set(value, below + times / 2);
    below += times;
  }
  return (a, b) => ((middle.get(a) as number) - (middle.get(b) as number)) ** 2;
}
