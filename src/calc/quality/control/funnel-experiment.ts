import { atLeast, finite, integerAtLeast, reject } from '../../core/checks.ts';
import { createRandom } from '../../core/random.ts';
import type { Random } from '../../core/random.ts';

/** 漏斗实验的四条规则。 */
export type FunnelRule = 1 | 2 | 3 | 4;

/** 漏斗实验的输入。 */
export interface FunnelInput {
  /** 1 不动；2 按上次偏差反向移动漏斗；3 以靶心为起点反向移到偏差的对侧；4 移到上次落点之上。 */
  rule: FunnelRule;
  /** 投几次。 */
  drops: number;
  /** 随机种子或现成的随机数发生器；不同规则给同一种子即用同一串随机扰动。 */
  seed: number | Random;
  /** 每次落点的固有标准差 σ，默认 1。 */
  sd?: number | undefined;
  /** 靶心，默认 0。 */
  target?: number | undefined;
}

/** 漏斗实验的结果。 */
export interface FunnelResult {
  /** 各次落点。 */
  points: number[];
  /** 各次投放时漏斗的位置。 */
  positions: number[];
  /** 落点对靶心的均方偏差。 */
  meanSquare: number;
  /** 各次落点对靶心的理论方差。 */
  theoryVariance: number[];
  /** `meanSquare` 的理论期望：各次理论方差的平均。 */
  expectedMeanSquare: number;
}

/**
 * 漏斗实验：对受控过程逐点“纠偏”，比不动更糟。四条规则，带种子。
 *
 * 假设：落点 = 漏斗位置 + 独立正态扰动；规则只看最近一次落点。
 * 符号与单位：σ `sd`、落点、位置同单位。第 t 次落点的理论方差：规则一 σ²；规则二首次 σ²、以后 2σ²；规则三、四为 t·σ²（三为振荡发散，四为随机游走）。
 * 出处：Deming (1986), Out of the Crisis；漏斗实验由 Nelson 设计。
 * 边界：σ = 0 时各规则都正中靶心；投 0 次是输入错误。
 * 复杂度：O(次数)。
 *
 * @example
 * funnelExperiment({ rule: 2, drops: 3, seed: 1, sd: 2 }).theoryVariance // [4, 8, 8]
 */
export function funnelExperiment({
  rule,
  drops,
  seed,
  sd = 1,
  target = 0,
}: FunnelInput): FunnelResult {
  if (![1, 2, 3, 4].includes(rule)) reject('rule', '1, 2, 3 or 4', rule);
  integerAtLeast('drops', drops, 1);
  atLeast('sd', sd, 0);
  finite('target', target);
  const random = typeof seed === 'number' ? createRandom(seed) : seed;
  const points: number[] = [];
  const positions: number[] = [];
  let position = target;
  let squares = 0;
  for (let t = 0; t < drops; t++) {
    const point = position + random.normal(0, sd);
    points.push(point);
    positions.push(position);
    const error = point - target;
    squares += error * error;
    if (rule === 2) position -= error;
    else if (rule === 3) position = target - error;
    else if (rule === 4) position = point;
  }
  const variance = sd * sd;
  const theoryVariance = points.map((_, t) =>
    rule === 1 || t === 0 ? variance : rule === 2 ? 2 * variance : (t + 1) * variance,
  );
  return {
    points,
    positions,
    meanSquare: squares / drops,
    theoryVariance,
    expectedMeanSquare: theoryVariance.reduce((sum, value) => sum + value, 0) / drops,
  };
}

/**
 * 按人的决定“瞎调”：第 t 次看到落点后，若 `adjust[t]` 为真，就按规则二反向移动漏斗。
 * 与不动（全为 false）用同一种子比较，多出来的波动就是调出来的。
 */
export function tampering({
  adjust,
  seed,
  sd = 1,
  target = 0,
}: {
  /** 每次看到落点后调不调。 */
  adjust: readonly boolean[];
  /** 随机种子。 */
  seed: number;
  /** 固有标准差，默认 1。 */
  sd?: number | undefined;
  /** 靶心，默认 0。 */
  target?: number | undefined;
}): { points: number[]; meanSquare: number; adjustments: number } {
  integerAtLeast('adjust.length', adjust.length, 1);
  atLeast('sd', sd, 0);
  finite('target', target);
  const random = createRandom(seed);
  let position = target;
  let squares = 0;
  const points = adjust.map((moved) => {
    const point = position + random.normal(0, sd);
    squares += (point - target) ** 2;
    if (moved) position -= point - target;
    return point;
  });
  return {
    points,
    meanSquare: squares / points.length,
    adjustments: adjust.filter((moved) => moved).length,
  };
}
