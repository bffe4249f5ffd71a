import { atLeast, each, nonEmpty, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/**
 * 哈夫概率：一个居住地的顾客去各店的概率。
 *
 * 假设：效用 = 吸引力^α ÷ 距离^β，按效用占比选店（Luce 选择公理）。
 * 符号与单位：S `attractiveness` 吸引力（常用面积）；T `distances` 距离或时间；α `alpha` 吸引力指数；
 *   β `beta` 距离指数（Huff 的 λ，须由当地数据估计，不是常数）；返回概率，和为 1。
 * 出处：Huff 1963、1964。
 * 边界：距离为 0 且 β>0 时效用无穷大，全部概率归距离为 0 的店，多家则按吸引力^α 分；
 *   吸引力全为 0（α>0）时比例无定义，各项返回 NaN；在对数域计算，指数很大也不溢出。
 * 复杂度：O(店数)。
 *
 * @example
 * huff({ attractiveness: [5000, 2000], distances: [1, 1], alpha: 1, beta: 2 }) // [0.7142857142857143, 0.2857142857142857]
 */
export function huff(input: {
  /** 各店吸引力。 */
  attractiveness: readonly number[];
  /** 到各店的距离或时间。 */
  distances: readonly number[];
  /** 吸引力指数，缺省 1。 */
  alpha?: number;
  /** 距离指数，缺省 2。 */
  beta?: number;
}): number[] {
  const { attractiveness, distances, alpha = 1, beta = 2 } = input;
  each('attractiveness', attractiveness, (name, value) => atLeast(name, value, 0));
  each('distances', distances, (name, value) => atLeast(name, value, 0));
  sameLength('distances', distances, 'attractiveness', attractiveness);
  atLeast('alpha', alpha, 0);
  atLeast('beta', beta, 0);
  // α = 0 时任何店的吸引力因子都是 1（含面积 0），与 0⁰ = 1 的惯例一致
  const pullLog = attractiveness.map((size) => (alpha === 0 ? 0 : alpha * Math.log(size)));
  const atDoor = distances.map(
    (distance, j) => beta > 0 && distance === 0 && pullLog[j] !== -Infinity,
  );
  const anyAtDoor = atDoor.some(Boolean);
  const logs = pullLog.map((log, j) => {
    if (anyAtDoor) return atDoor[j] ? log : -Infinity;
    return beta === 0 ? log : log - beta * Math.log(distances[j] as number);
  });
  const usable = logs.map((log, j) => (pullLog[j] === -Infinity ? -Infinity : log));
  const top = largest(usable);
  if (top === -Infinity) return usable.map(() => NaN);
  const shares = usable.map((log) => Math.exp(log - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** 赫夫模型分配购买力的结果。 */
export interface HuffSales {
  /** 概率表：probabilities[居住地][店]。 */
  probabilities: number[][];
  /** 各店销售额。 */
  sales: number[];
}

/**
 * 哈夫销售额：把各居住地的购买力按哈夫概率分给各店。
 *
 * 假设：购买力全部花在这些店里，不随网点增减而变。
 * 符号与单位：`distancesByZone[i][j]` 居住地 i 到店 j；`spendingByZone[i]` 购买力（元/期）；`sales` 与购买力同单位。
 * 出处：Huff 1964。
 * 边界：同 `huff`；某居住地概率无定义而购买力为正时销售额为 NaN。
 * 复杂度：O(居住地数 × 店数)。
 *
 * @example
 * huffSales({ attractiveness: [1000, 3000], distancesByZone: [[1, 1]], spendingByZone: [400] }).sales // [100, 300]
 */
export function huffSales(input: {
  /** 各店吸引力。 */
  attractiveness: readonly number[];
  /** 各居住地到各店的距离或时间。 */
  distancesByZone: readonly (readonly number[])[];
  /** 各居住地购买力。 */
  spendingByZone: readonly number[];
  /** 吸引力指数，缺省 1。 */
  alpha?: number;
  /** 距离指数，缺省 2。 */
  beta?: number;
}): HuffSales {
  const { attractiveness, distancesByZone, spendingByZone, alpha, beta } = input;
  nonEmpty('distancesByZone', distancesByZone);
  each('spendingByZone', spendingByZone, (name, value) => atLeast(name, value, 0));
  sameLength('spendingByZone', spendingByZone, 'distancesByZone', distancesByZone);
  const probabilities = distancesByZone.map((distances, zone) => {
    sameLength(`distancesByZone[${zone}]`, distances, 'attractiveness', attractiveness);
    return huff({ attractiveness, distances, alpha, beta });
  });
  const sales = attractiveness.map((_, j) =>
    probabilities.reduce((sum, row, zone) => {
      const spending = spendingByZone[zone] as number;
      return spending === 0 ? sum : sum + spending * (row[j] as number);
    }, 0),
  );
  return { probabilities, sales };
}

/** 新店入场的账。 */
export interface HuffEntry {
  /** 入场前各店销售额。 */
  salesBefore: number[];
  /** 入场后各店销售额，最后一项是新店。 */
  salesAfter: number[];
  /** 新店销售额。 */
  newStoreSales: number;
  /** 其中抢自自家旧店的部分。 */
  fromOwnStores: number;
  /** 其中抢自对手的部分。 */
  fromRivals: number;
  /** 自相蚕食率 = 抢自自家 ÷ 新店销售额；新店销售额为 0 时为 NaN。 */
  cannibalizationRate: number;
  /** 自家连锁净增销售额 = 抢自对手的部分。 */
  chainGain: number;
}

/**
 * 哈夫新店入场：新店的生意有多少是从自家旧店抢来的。
 *
 * 假设：购买力总额不因新店而增加。
 * 符号与单位：`ownStores` 自家旧店下标；`newStore` 新店吸引力与到各居住地的距离；金额与购买力同单位。
 * 出处：由 Huff 1964 的概率式直接推得。
 * 边界：没有自家旧店时自相蚕食率为 0；新店卖不出时为 NaN。
 * 复杂度：O(居住地数 × 店数)。
 *
 * @example
 * huffEntry({ attractiveness: [1000, 1000], distancesByZone: [[1, 1]], spendingByZone: [300], ownStores: [0], newStore: { attractiveness: 1000, distances: [1] } }).fromOwnStores // 50
 */
export function huffEntry(input: {
  /** 现有各店吸引力。 */
  attractiveness: readonly number[];
  /** 各居住地到现有各店的距离或时间。 */
  distancesByZone: readonly (readonly number[])[];
  /** 各居住地购买力。 */
  spendingByZone: readonly number[];
  /** 自家旧店的下标。 */
  ownStores: readonly number[];
  /** 新店。 */
  newStore: {
    /** 新店吸引力。 */
    attractiveness: number;
    /** 各居住地到新店的距离或时间。 */
    distances: readonly number[];
  };
  /** 吸引力指数，缺省 1。 */
  alpha?: number;
  /** 距离指数，缺省 2。 */
  beta?: number;
}): HuffEntry {
  const { attractiveness, distancesByZone, ownStores, newStore } = input;
  sameLength('newStore.distances', newStore.distances, 'distancesByZone', distancesByZone);
  for (const store of ownStores)
    if (!Number.isInteger(store) || store < 0 || store >= attractiveness.length)
      reject('ownStores', `indices from 0 to ${attractiveness.length - 1}`, store);
  const salesBefore = huffSales(input).sales;
  const salesAfter = huffSales({
    ...input,
    attractiveness: [...attractiveness, newStore.attractiveness],
    distancesByZone: distancesByZone.map((row, zone) => [
      ...row,
      newStore.distances[zone] as number,
    ]),
  }).sales;
  const newStoreSales = salesAfter[attractiveness.length] as number;
  let fromOwnStores = 0;
  for (const store of new Set(ownStores))
    fromOwnStores += (salesBefore[store] as number) - (salesAfter[store] as number);
  const fromRivals = newStoreSales - fromOwnStores;
  return {
    salesBefore,
    salesAfter,
    newStoreSales,
    fromOwnStores,
    fromRivals,
    cannibalizationRate: fromOwnStores / newStoreSales,
    chainGain: fromRivals,
  };
}
