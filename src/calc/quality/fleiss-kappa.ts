import { integerAtLeast, nonEmpty, reject } from '../core/checks.ts';

/** 多人一致性的结果。 */
export interface FleissKappaResult {
  /** 算进来的条目数：至少两人编过的。 */
  items: number;
  /** 观察到的一致率 P̄：各条 `agreementByItem` 的平均。 */
  agreement: number;
  /** 碰巧一致的比例 P̄ₑ = Σ 各类比例的平方。 */
  expected: number;
  /** κ =（P̄ − P̄ₑ）÷（1 − P̄ₑ）；人人都把全部条目归入同一类时没有定义，为 NaN。 */
  kappa: number;
  /** 每条里任取两人归类相同的比例；不足两人编过的条目为 NaN。 */
  agreementByItem: number[];
  /** 各类在全部归类里占的比例。 */
  shares: number[];
  /** 把“是不是这一类”当作两分，各类自己的 κ；没人用过或人人都用的类别为 NaN。 */
  kappaByCategory: number[];
}

/**
 * 弗莱斯 kappa：许多人给同一批条目归类，扣掉碰巧之后的一致有多少，哪一条最有分歧。
 *
 * 假设：类别互斥、没有次序；每条的编码者可以不是同一批人；碰巧一致按全体合起来的各类比例计算。
 * 符号与单位：`counts[i][j]` 为把第 i 条归入第 j 类的人数 nᵢⱼ，nᵢ 为该条的人数；比例与 κ 无量纲。
 * 出处：Fleiss (1971), Measuring Nominal Scale Agreement Among Many Raters；各条人数不同时按条平均，人数相同时与原式一致。
 * 边界：不足两人编过的条目不计；没有一条够两人时一致率与 κ 为 NaN；人人都用同一类时 κ 为 NaN 而一致率为 1；两人时与科恩 kappa 不同，碰巧的算法不一样。
 * 复杂度：O(条目数 × 类别数)。
 *
 * @example
 * fleissKappa([[3, 0], [0, 3], [2, 1]]).kappa // 0.55
 */
export function fleissKappa(counts: readonly (readonly number[])[]): FleissKappaResult {
  nonEmpty('counts', counts);
  const width = counts[0]?.length ?? 0;
  counts.forEach((row, i) => {
    nonEmpty(`counts[${i}]`, row);
    if (row.length !== width) reject(`counts[${i}]`, `as long as counts[0] (${width})`, row);
    row.forEach((count, j) => integerAtLeast(`counts[${i}][${j}]`, count, 0));
  });
  const raters = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const used = counts.filter((_, i) => (raters[i] as number) >= 2);
  const total = used.flat().reduce((sum, count) => sum + count, 0);
  const agreementByItem = counts.map((row, i) => {
    const n = raters[i] as number;
    return n < 2 ? Number.NaN : row.reduce((sum, x) => sum + x * (x - 1), 0) / (n * (n - 1));
  });
  const agreement =
    agreementByItem.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0) /
    used.length;
  const totals = Array.from({ length: width }, (_, j) =>
    used.reduce((sum, row) => sum + (row[j] as number), 0),
  );
  const shares = totals.map((count) => count / total);
  const expected = totals.reduce((sum, count) => sum + count * count, 0) / total ** 2;
  const kappaByCategory = shares.map((share, j) => {
    const chance = share * (1 - share);
    if (!(chance > 0)) return Number.NaN;
    // 两分之后任取两人不一致的比例，与碰巧不一致的比例相比
    const disagreement =
      used.reduce((sum, row) => {
        const n = row.reduce((all, count) => all + count, 0);
        const x = row[j] as number;
        return sum + (x * (n - x)) / (n * (n - 1));
      }, 0) / used.length;
    return 1 - disagreement / chance;
  });
  return {
    items: used.length,
    agreement,
    expected,
    kappa: expected === 1 ? Number.NaN : (agreement - expected) / (1 - expected),
    agreementByItem,
    shares,
    kappaByCategory,
  };
}
