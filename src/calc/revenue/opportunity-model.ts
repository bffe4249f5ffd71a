import { atLeast, each, reject, sameLength } from '../core/checks.ts';

/** 收益机会模型的输入：事后已知真实需求。 */
export interface OpportunityModelInput {
  /** 各等级票价，≥ 0，元；次序不限。 */
  fares: readonly number[];
  /** 各等级的真实需求，≥ 0，件，与票价对应。 */
  demand: readonly number[];
  /** 总能力，≥ 0，件。 */
  capacity: number;
  /** 嵌套订座上限，按票价从高到低排列，≥ 0。 */
  nestedLimits: readonly number[];
  /** 到达次序。 */
  arrivalOrder: 'lowest-fare-first' | 'highest-fare-first';
}

/** 三种收入与捕获率。 */
export interface OpportunityModelResult {
  /** 完美控制：事后从最高价起装满，元。 */
  perfectRevenue: number;
  /** 不控制：先到先得，元。 */
  noControlRevenue: number;
  /** 实际控制的收入，元。 */
  realizedRevenue: number;
  /** 捕获的机会比例；完美与不控制相同时无从谈起，为 null。 */
  capturedShare: number | null;
  /** 实际控制下各等级卖出数，按票价从高到低。 */
  realizedSales: number[];
}

/**
 * 收益机会模型：用事后真实需求衡量控舱抓住了多少本可多赚的钱。
 *
 * 假设：需求确定且已知；一个等级的请求到齐后才轮到下一个；嵌套上限限制“本等级及更低等级”的总销量。
 * 符号与单位：票价、收入元；需求、能力、上限件；捕获率 = (实际 − 不控制)/(完美 − 不控制)。
 * 出处：American Airlines 的 revenue opportunity model（Smith, Leimkuhler & Darrow 1992）；例见 Phillips 2005。
 * 边界：能力装得下全部需求时三种收入相等，捕获率为 null；控得比不控还差时为负。
 * 复杂度：O(n log n)。
 *
 * @example
 * opportunityModel({ fares: [1000, 800, 600, 200], demand: [25, 30, 20, 50], capacity: 100, nestedLimits: [100, 70, 45, 32], arrivalOrder: 'lowest-fare-first' }).capturedShare // 0.66
 */
export function opportunityModel(input: OpportunityModelInput): OpportunityModelResult {
  const { fares, demand, nestedLimits, arrivalOrder } = input;
  const capacity = atLeast('capacity', input.capacity, 0);
  const nonNegative = (name: string, value: number): number => atLeast(name, value, 0);
  each('fares', fares, nonNegative);
  each('demand', demand, nonNegative);
  each('nestedLimits', nestedLimits, nonNegative);
  sameLength('demand', demand, 'fares', fares);
  sameLength('nestedLimits', nestedLimits, 'fares', fares);
  if (arrivalOrder !== 'lowest-fare-first' && arrivalOrder !== 'highest-fare-first')
    reject('arrivalOrder', "'lowest-fare-first' or 'highest-fare-first'", arrivalOrder);
  const ranked = fares
    .map((fare, i) => ({ fare, demand: demand[i]! }))
    .sort((a, b) => b.fare - a.fare);
  const count = ranked.length;
  const arriving = ranked.map((_, i) => (arrivalOrder === 'lowest-fare-first' ? count - 1 - i : i));

  const sell = (allowed: (rank: number, sold: readonly number[]) => number, order: number[]) => {
    const sold = Array.from({ length: count }, () => 0);
    let left = capacity;
    for (const rank of order) {
      const quantity = Math.max(0, Math.min(left, ranked[rank]!.demand, allowed(rank, sold)));
      sold[rank] = quantity;
      left -= quantity;
    }
    return sold;
  };
  const revenue = (sold: readonly number[]): number =>
    sold.reduce((sum, quantity, rank) => sum + quantity * ranked[rank]!.fare, 0);

  const fromTop = ranked.map((_, i) => i);
  const perfectRevenue = revenue(sell(() => Infinity, fromTop));
  const noControlRevenue = revenue(sell(() => Infinity, arriving));
  const realizedSales = sell((rank, sold) => {
    // 一张低等级票占用所有不低于它的等级的额度，所以每一层更高的上限也要满足
    let room = Infinity;
    for (let level = 0; level <= rank; level++) {
      let used = 0;
      for (let below = level; below < count; below++) used += sold[below]!;
      room = Math.min(room, nestedLimits[level]! - used);
    }
    return room;
  }, arriving);
  const realizedRevenue = revenue(realizedSales);
  const opportunity = perfectRevenue - noControlRevenue;
  return {
    perfectRevenue,
    noControlRevenue,
    realizedRevenue,
    capturedShare: opportunity > 0 ? (realizedRevenue - noControlRevenue) / opportunity : null,
    realizedSales,
  };
}
