import { integerAtLeast, positive, probability } from '../core/checks.ts';

/** 交接的输入。 */
export interface HandOffsInput {
  /** 交接次数 k。 */
  handOffs: number;
  /** 一次交接信息完整传到的概率 f。 */
  fidelity: number;
  /** 没有一次办成时退回重来的概率，默认 1；其余的人放弃或带着差错离开。 */
  reworkShare?: number | undefined;
  /** 走一遍的工时，默认 1。 */
  workPerPass?: number | undefined;
}

/** 交接的结果。 */
export interface HandOffsResult {
  /** 一次办结的概率 f^k。 */
  firstTimeRight: number;
  /** 返工率：走完一遍后要重来的概率。 */
  reworkProbability: number;
  /** 平均走几遍 = 1 ÷ (1 − 返工率)；返工率为 1 时为 Infinity。 */
  expectedPasses: number;
  /** 平均总工时 = 遍数 × 每遍工时。 */
  expectedWork: number;
  /** 平均被重复问询的次数：多走的遍数 × 每遍要交代的次数（k 次交接，k + 1 个人各问一次）。 */
  expectedRepeatedQuestions: number;
}

/**
 * 交接损失：k 次交接、每次保真 f，一次办结率 f^k，返工使工作量按几何级数放大。
 *
 * 假设：各次交接是否出错相互独立；差错在末尾才发现，发现后从头再走一遍；每遍的成功率不变。
 * 符号与单位：f `fidelity` 与 `reworkShare` 为概率；k `handOffs` 次；工时单位由 `workPerPass` 定。
 * 出处：串联可靠度与几何分布的标准结果。
 * 边界：k = 0 时必然一次办成；f = 0 且全部返工时遍数与工时为 Infinity。
 * 复杂度：O(1)。
 *
 * @example
 * handOffs({ handOffs: 5, fidelity: 0.95 }).firstTimeRight // 0.7737809374999998
 */
export function handOffs({
  handOffs: count,
  fidelity,
  reworkShare = 1,
  workPerPass = 1,
}: HandOffsInput): HandOffsResult {
  integerAtLeast('handOffs', count, 0);
  probability('fidelity', fidelity);
  probability('reworkShare', reworkShare);
  positive('workPerPass', workPerPass);
  const firstTimeRight = count === 0 ? 1 : fidelity ** count;
  // 1 − f^k 在 f 接近 1 时会抵消；用 expm1 保住小数位。
  const wrong = count === 0 ? 0 : -Math.expm1(count * Math.log1p(-(1 - fidelity)));
  const reworkProbability = reworkShare * wrong;
  // 不写 1 − 返工率：f^k 很小时返工率舍入成 1，遍数会被误报为无穷大。
  const settled = 1 - reworkShare + reworkShare * firstTimeRight;
  const expectedPasses = 1 / settled;
  return {
    firstTimeRight,
    reworkProbability,
    expectedPasses,
    expectedWork: expectedPasses * workPerPass,
    expectedRepeatedQuestions: (reworkProbability / settled) * (count + 1),
  };
}

/**
 * 返工放大系数 1 ÷ (1 − p)：每做一遍有 p 的概率要重做时，平均要做几遍；p = 1 为 Infinity。
 */
export function reworkMultiplier(reworkProbability: number): number {
  probability('reworkProbability', reworkProbability);
  return 1 / (1 - reworkProbability);
}
