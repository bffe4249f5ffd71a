import { atLeast, positive, probability } from '../core/checks.ts';

/** 回收期的输入。 */
export interface PaybackInput {
  /** 获客成本。 */
  acquisition: number;
  /** 每期毛利。 */
  margin: number;
  /** 每期留存率，默认 1。 */
  retention?: number | undefined;
  /** 每期折现率，默认 0。 */
  discount?: number | undefined;
  /** 第一笔毛利是否签约当时到手，默认 `false`（第一期末，先经历一次留存与折现）。 */
  firstMarginAtOnce?: boolean | undefined;
}

/** 回收期。 */
export interface PaybackResult {
  /** 需要收到几笔毛利，累计才够获客成本；永远收不回为 Infinity。 */
  payments: number;
  /** 按闭式求得的连续笔数（不取整），用于画线；永远收不回为 Infinity。 */
  exactPayments: number;
  /** 无限期累计毛利与获客成本之比；小于等于 1 就收不回（等于 1 要等到无穷远）。 */
  coverage: number;
  /** 是否收得回。 */
  recovered: boolean;
}

/**
 * 获客成本回收期：累计期望（折现）毛利何时够付获客成本。
 *
 * 假设：每期毛利、留存、折现不变；毛利按期到手。
 * 符号与单位：`acquisition`、`margin` 同一货币；期长由 `retention`、`discount` 定。
 * 出处：几何级数求和的标准结果。
 * 边界：获客成本为 0 时笔数为 0；无限期累计仍不够时为 Infinity，不是错误。
 * 复杂度：O(1)。
 *
 * @example
 * payback({ acquisition: 200, margin: 120, retention: 0.85, discount: 0.08 }).payments // 3
 */
export function payback({
  acquisition,
  margin,
  retention = 1,
  discount = 0,
  firstMarginAtOnce = false,
}: PaybackInput): PaybackResult {
  atLeast('acquisition', acquisition, 0);
  positive('margin', margin);
  probability('retention', retention);
  atLeast('discount', discount, 0);
  const keep = retention / (1 + discount);
  const lost = (discount + (1 - retention)) / (1 + discount);
  const first = firstMarginAtOnce ? margin : margin * keep;
  if (acquisition === 0)
    return { payments: 0, exactPayments: 0, coverage: Infinity, recovered: true };

  // 累计 n 笔 = first·(1 − keep^n)/lost，令其等于获客成本解 n。
  const coverage = first / lost / acquisition;
  const exactPayments =
    lost === 0
      ? acquisition / first
      : coverage > 1
        ? Math.log1p(-1 / coverage) / Math.log1p(-lost)
        : Infinity;
  // keep = 0 时第一笔就是全部：log1p(−1) 为 −Infinity，商为 0，实际是 1 笔。
  const payments = exactPayments === Infinity ? Infinity : Math.max(1, ceilTolerant(exactPayments));
  return { payments, exactPayments, coverage, recovered: exactPayments < Infinity };
}

/** 2.0000000000000004 是两笔，不是三笔。 */
function ceilTolerant(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= 1e-12 * Math.max(1, nearest) ? nearest : Math.ceil(value);
}
