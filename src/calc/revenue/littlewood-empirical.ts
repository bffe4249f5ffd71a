import { atLeast, finite, nonEmpty, reject } from '../core/checks.ts';
import { fareRatio } from './littlewood.ts';

/** 一种高价需求与它出现的次数。 */
export interface DemandCount {
  /** 高价需求量，件。 */
  demand: number;
  /** 出现的天数或权重，≥ 0。 */
  count: number;
}

/** 两舱问题（历史频数）的输入。 */
export interface LittlewoodEmpiricalInput {
  /** 高价 p₁，> 0，元。 */
  fareHigh: number;
  /** 低价 p₂，[0, p₁]，元。 */
  fareLow: number;
  /** 总能力，≥ 0，件。 */
  capacity: number;
  /** 高价需求的频数表，次序不限，同一需求可以出现多次。 */
  demandCounts: readonly DemandCount[];
}

/** 经验分布上的保护水平。 */
export interface LittlewoodEmpiricalResult {
  /** 临界比 1 − p₂/p₁。 */
  criticalRatio: number;
  /** 保护水平：频数表中最小的 y 使 F(y) ≥ 临界比。 */
  protection: number;
  /** 低价舱订座上限 max(0, C − y)。 */
  bookingLimitLow: number;
  /** 累积频率，按需求升序，每个不同的需求一项。 */
  cumulative: { demand: number; probability: number }[];
}

/**
 * Littlewood 规则（经验分布）：直接用历史天数的频数表定保护水平。
 *
 * 目标：在历史频率下期望收入最大。
 * 约束：低价先到；卖出的总数不超过能力。
 * 假设：将来像过去；记录的是真实需求而不是被截断的销量；低价卖得完。
 * 符号与单位：p₁ `fareHigh`、p₂ `fareLow` 元；`demandCounts` 需求（件）与天数。
 * 出处：Littlewood 1972；用法见 Netessine & Shumsky 2002 的 Eastman Towers 练习。
 * 边界：“≤70”“>86”一类开口组由调用者换成组端的数（70、87），端内的分布不影响落在端外的保护水平；p₂ = p₁ 时为 0。
 * 复杂度：O(n log n)。
 *
 * @example
 * littlewoodEmpirical({ fareHigh: 100, fareLow: 60, capacity: 50, demandCounts: [{ demand: 10, count: 3 }, { demand: 20, count: 7 }] }).protection // 20
 */
export function littlewoodEmpirical(input: LittlewoodEmpiricalInput): LittlewoodEmpiricalResult {
  const capacity = atLeast('capacity', input.capacity, 0);
  const ratio = fareRatio(input.fareHigh, input.fareLow);
  nonEmpty('demandCounts', input.demandCounts);
  const counts = new Map<number, number>();
  let total = 0;
  input.demandCounts.forEach(({ demand, count }, i) => {
    finite(`demandCounts[${i}].demand`, demand);
    atLeast(`demandCounts[${i}].count`, count, 0);
    counts.set(demand, (counts.get(demand) ?? 0) + count);
    total += count;
  });
  if (total <= 0) reject('demandCounts', 'counts with a positive total', input.demandCounts);
  let running = 0;
  const cumulative = [...counts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([demand, count]) => {
      running += count;
      return { demand, probability: running / total };
    });
  const criticalRatio = 1 - ratio;
  // 频率与临界比恰好相等时（如 0.3 与 1 − 0.7）不能让末位舍入把答案推到下一档
  const reached = cumulative.find(({ probability }) => probability >= criticalRatio - 1e-12);
  const protection = ratio === 1 ? 0 : Math.max(0, (reached ?? cumulative.at(-1)!).demand);
  return {
    criticalRatio,
    protection,
    bookingLimitLow: Math.max(0, capacity - protection),
    cumulative,
  };
}
