import { atLeast, positive, probability } from '../core/checks.ts';
import { findRoot } from '../core/roots.ts';

/** 授权额度的输入。 */
export interface EmpowermentInput {
  /** 员工可动用的额度。 */
  limit: number;
  /** 失误率。 */
  failureRate: number;
  /** 额度充分时的挽回率上限。 */
  maxRecovery: number;
  /** 挽回率的尺度：额度到这么多时挽回率达上限的 63 %。 */
  recoveryScale: number;
  /** 一次补救平均花掉额度的比例，默认 0.5。 */
  spendShare?: number | undefined;
  /** 滥用率：没有失误也动用额度的比例，默认 0。 */
  abuseRate?: number | undefined;
  /** 一位顾客的终身价值。 */
  lifetimeValue: number;
}

/** 授权额度的结果，均为每位顾客的期望值。 */
export interface EmpowermentResult {
  /** 该额度下的挽回率。 */
  recoveryRate: number;
  /** 期望收益 = 失误率 × 挽回率 × 终身价值。 */
  benefit: number;
  /** 期望补救支出 = 失误率 × 平均支出。 */
  recoveryCost: number;
  /** 期望滥用支出。 */
  abuseCost: number;
  /** 净收益。 */
  net: number;
  /** 净收益最高的额度；给了也白给时为 0，额度不花钱时为 Infinity。 */
  bestLimit: number;
  /** 净收益跌回零的额度：给到这里，与一分不给一样；一开始就亏时为 0，额度不花钱时为 Infinity。 */
  breakEvenLimit: number;
}

/**
 * 授权额度：给员工多少可动用的钱，使挽回的顾客价值减去支出与滥用最大。
 *
 * 假设：挽回率 = 上限 ×(1 − e^{−额度/尺度})，收益递减；平均支出与额度成正比；滥用按无失误顾客的比例、花满同样的平均支出。
 * 符号与单位：金额同一货币；概率。净收益 = 失误率 ×[挽回率 × CLV − 支出] − 滥用。
 * 出处：授权的取舍见 Bowen & Lawler (1992)；算式与系数为教学设定。
 * 边界：最优额度 = 尺度 × ln(失误率·上限·CLV/(尺度·每元额度的期望支出))，不为正时取 0；净收益在最优之后只降不升，跌回零处唯一。
 * 复杂度：O(1)；跌回零处用布伦特法，约十次求值。
 * 目标：max 失误率 × 上限 ×(1 − e^{−x/尺度})× CLV −(失误率 + 无失误率 × 滥用率)× 花费比例 × x。
 * 约束：额度 x ≥ 0。
 *
 * @example
 * empowermentLimit({ limit: 200, failureRate: 0.05, maxRecovery: 0.75, recoveryScale: 100, lifetimeValue: 2000, abuseRate: 0.01 }).bestLimit // 322.7244074538718
 */
export function empowermentLimit({
  limit,
  failureRate,
  maxRecovery,
  recoveryScale,
  spendShare = 0.5,
  abuseRate = 0,
  lifetimeValue,
}: EmpowermentInput): EmpowermentResult {
  atLeast('limit', limit, 0);
  probability('failureRate', failureRate);
  probability('maxRecovery', maxRecovery);
  positive('recoveryScale', recoveryScale);
  probability('spendShare', spendShare);
  probability('abuseRate', abuseRate);
  atLeast('lifetimeValue', lifetimeValue, 0);
  const recoveryRate = -maxRecovery * Math.expm1(-limit / recoveryScale);
  const benefit = failureRate * recoveryRate * lifetimeValue;
  const recoveryCost = failureRate * spendShare * limit;
  const abuseCost = (1 - failureRate) * abuseRate * spendShare * limit;
  const gain = failureRate * maxRecovery * lifetimeValue;
  const costPerLimit = (failureRate + (1 - failureRate) * abuseRate) * spendShare;
  const bestLimit =
    gain === 0 ? 0 : Math.max(0, recoveryScale * Math.log(gain / (recoveryScale * costPerLimit)));
  return {
    recoveryRate,
    benefit,
    recoveryCost,
    abuseCost,
    net: benefit - recoveryCost - abuseCost,
    bestLimit,
    breakEvenLimit: breakEven({ gain, costPerLimit, recoveryScale, bestLimit }),
  };
}

/** 右端取“收益封顶时刚好花光”的额度：真实收益够不到顶，那里一定已经亏了。 */
function breakEven({
  gain,
  costPerLimit,
  recoveryScale,
  bestLimit,
}: {
  gain: number;
  costPerLimit: number;
  recoveryScale: number;
  bestLimit: number;
}): number {
  if (bestLimit === 0 || bestLimit === Infinity) return bestLimit;
  const net = (limit: number) => -gain * Math.expm1(-limit / recoveryScale) - costPerLimit * limit;
  const high = gain / costPerLimit;
  // 尺度小到指数项下溢时，右端的净收益恰好舍入为零，它就是根；最优处已舍入到零则不再分辨
  if (net(bestLimit) <= 0) return bestLimit;
  return net(high) >= 0 ? high : findRoot({ f: net, low: bestLimit, high }).root;
}
