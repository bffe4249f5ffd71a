import { nonEmpty, reject, sameLength } from '../core/checks.ts';

/** 两位编码者各自给出的类别，按同一次序对应同一批条目。 */
export interface CohenKappaInput {
  /** 第一位给每条的类别。 */
  first: readonly string[];
  /** 第二位给每条的类别，与第一位等长。 */
  second: readonly string[];
}

/** 一个类别上的一致。 */
export interface CategoryAgreement {
  /** 类别名。 */
  category: string;
  /** 第一位归入此类的条数。 */
  first: number;
  /** 第二位归入此类的条数。 */
  second: number;
  /** 两位都归入此类的条数。 */
  both: number;
  /** 此类的一致率 = 2·两位都归入 ÷（第一位归入 + 第二位归入）。 */
  agreement: number;
}

/** 两人一致性的结果。 */
export interface CohenKappaResult {
  /** 条目数。 */
  items: number;
  /** 观察到的一致率 pₒ。 */
  agreement: number;
  /** 各按自己的比例随手归类，碰巧一致的比例 pₑ。 */
  expected: number;
  /** κ =（pₒ − pₑ）÷（1 − pₑ）；两位都把全部条目归入同一类时没有定义，为 NaN。 */
  kappa: number;
  /** κ 的大样本标准误 √(pₒ(1 − pₒ) ÷ n) ÷（1 − pₑ）；κ 没有定义时为 NaN，条目少时只作参考。 */
  standardError: number;
  /** 各类的一致，按类别第一次出现的次序；没有人用过的类别不列。 */
  categories: CategoryAgreement[];
}

/**
 * 科恩 kappa：两个人给同一批条目归类，一致里扣掉碰巧的那部分还剩多少。
 *
 * 假设：类别互斥、没有次序；两人各自独立归类；碰巧一致按各人自己用各类的比例计算。
 * 符号与单位：pₒ `agreement`、pₑ `expected` 为比例；κ `kappa` 无量纲，1 为全同，0 为与碰巧相当，可为负。
 * 出处：Cohen (1960), A Coefficient of Agreement for Nominal Scales；分类别一致率即 Dice 系数。
 * 边界：两位都只用同一个类别时 pₑ = 1，κ 与标准误为 NaN，而 pₒ = 1；类别一边倒时 κ 会远低于 pₒ。
 * 复杂度：O(条目数 + 类别数)。
 *
 * @example
 * cohenKappa({ first: ['a', 'a', 'b', 'b'], second: ['a', 'b', 'b', 'b'] }).kappa // 0.5
 */
export function cohenKappa({ first, second }: CohenKappaInput): CohenKappaResult {
  nonEmpty('first', first);
  nonEmpty('second', second);
  sameLength('second', second, 'first', first);
  const counts = new Map<string, { first: number; second: number; both: number }>();
  const of = (name: string, category: string) => {
    if (typeof category !== 'string' || category === '')
      reject(name, 'a non-empty category name', category);
    const known = counts.get(category) ?? { first: 0, second: 0, both: 0 };
    counts.set(category, known);
    return known;
  };
  let same = 0;
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i] as string, second[i] as string];
    of(`first[${i}]`, a).first++;
    of(`second[${i}]`, b).second++;
    if (a !== b) continue;
    of(`first[${i}]`, a).both++;
    same++;
  }
  const items = first.length;
  const categories = [...counts].map(([category, count]) => ({
    category,
    ...count,
    agreement: (2 * count.both) / (count.first + count.second),
  }));
  const agreement = same / items;
  // 先乘后除：两人全用同一类时 pₑ 恰为 1，不留舍入误差
  const expected =
    categories.reduce((sum, category) => sum + category.first * category.second, 0) / items ** 2;
  const beyondChance = 1 - expected;
  return {
    items,
    agreement,
    expected,
    kappa: beyondChance === 0 ? Number.NaN : (agreement - expected) / beyondChance,
    standardError:
      beyondChance === 0
        ? Number.NaN
        : Math.sqrt((agreement * (1 - agreement)) / items) / beyondChance,
    categories,
  };
}
