/**
 * 截断几何分布：权重 1, r, r², …, rᵐ 的和与平均下标，m 再大也只算几次初等函数。
 *
 * 有限容量的队在台台全忙之后，每多一人概率乘同一个 ρ；ρ 贴近 1 时等比求和公式是 0/0，
 * 这里改写成不相减的形式。
 *
 * @internal
 */

/** 1/(eˣ − 1) − 1/x 的泰勒系数（伯努利数之比）：−1/2 + x/12 − x³/720 + …。 */
const BERNOULLI_RATIOS = [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160];

function regularPart(x: number): number {
  let sum = 0;
  for (let k = BERNOULLI_RATIOS.length - 1; k >= 0; k--) sum = BERNOULLI_RATIOS[k]! + x * x * sum;
  return x * sum - 0.5;
}

/**
 * 权重 e^{j·logRatio}，j = 0, …, last：`logSum` 为权重之和的对数，`mean` 为按权重的平均 j。
 * logRatio 可正可负可为 0，也可为 −Infinity（只有 j = 0）。
 */
export function geometricBlock({ logRatio, last }: { logRatio: number; last: number }): {
  /** 权重之和的对数。 */
  logSum: number;
  /** 按权重的平均下标，[0, last]。 */
  mean: number;
} {
  if (last === 0 || logRatio === -Infinity) return { logSum: 0, mean: 0 };
  if (logRatio > 0) {
    // 比值大于 1 时从最大的一端看：同一串权重倒过来
    const mirrored = geometricBlock({ logRatio: -logRatio, last });
    return { logSum: last * logRatio + mirrored.logSum, mean: last - mirrored.mean };
  }
  const terms = last + 1;
  const decay = -logRatio;
  if (decay === 0) return { logSum: Math.log(terms), mean: last / 2 };
  const mean =
    terms * decay < 0.3
      ? regularPart(decay) - terms * regularPart(terms * decay)
      : 1 / Math.expm1(decay) - terms / Math.expm1(terms * decay);
  return { logSum: Math.log(Math.expm1(-terms * decay) / Math.expm1(-decay)), mean };
}
