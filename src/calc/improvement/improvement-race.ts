import { atLeast, finite, integerAtLeast, positive, probability, reject } from '../core/checks.ts';

/** 一种改进节奏。 */
export interface ImprovementPolicy {
  /** 每次改进使绩效提高的比例，0.01 即 1 %；可为负。 */
  gain: number;
  /** 隔几期改进一次，默认 1（期期改进）；第 `interval`、2·`interval`…… 期末发生。 */
  interval?: number | undefined;
  /** 每期回退的比例：未固化的成果每期丢掉多少，默认 0。 */
  backsliding?: number | undefined;
  /** 标准化程度：每次成果当场固化（不再回退）的比例，默认 0。 */
  standardized?: number | undefined;
}

/** 改进节奏的推演。 */
export interface ImprovementPath {
  /** 各期末的绩效，从第 0 期起，共期数 + 1 个。 */
  levels: number[];
  /** 各期末已固化的基线。 */
  baseline: number[];
  /** 无回退时末期的绩效。 */
  levelWithoutBacksliding: number;
  /** 回退吃掉的成果占无回退成果的比例；没有成果时为 NaN。 */
  lostShare: number;
}

/**
 * 改进竞赛：小步常改与大步偶改，带回退与标准化的累积。
 *
 * 假设：每期先回退（只退未固化的部分），到点再改进；每次改进按当前绩效的比例；成果的一部分立即固化为基线。
 * 符号与单位：绩效为指数，起点 `start`；`gain`、`backsliding`、`standardized` 为比例；期长由使用者定。
 * 出处：PDCA 的固化思想的算术化，参数为示意。
 * 边界：无回退时为复利 start·(1 + gain)^次数；回退 100 % 且不标准化时每次成果只维持一期；基线按构造不低于起点（`gain` ≥ 0 时）。
 * 复杂度：O(期数)。
 *
 * @example
 * improvementPath({ periods: 24, gain: 0.01 }).levels.at(-1) // 126.97346485319144
 */
export function improvementPath({
  periods,
  start = 100,
  gain,
  interval = 1,
  backsliding = 0,
  standardized = 0,
}: ImprovementPolicy & {
  /** 推演的期数。 */
  periods: number;
  /** 起点绩效，默认 100。 */
  start?: number | undefined;
}): ImprovementPath {
  integerAtLeast('periods', periods, 0);
  positive('start', start);
  finite('gain', gain);
  if (gain <= -1) reject('gain', 'a finite number > -1', gain);
  integerAtLeast('interval', interval, 1);
  probability('backsliding', backsliding);
  probability('standardized', standardized);

  let level = start;
  let base = start;
  const levels = [level];
  const baseline = [base];
  for (let period = 1; period <= periods; period++) {
    level = base + (level - base) * (1 - backsliding);
    if (period % interval === 0) {
      const step = level * gain;
      level += step;
      base += standardized * step;
    }
    levels.push(level);
    baseline.push(base);
  }
  const times = Math.floor(periods / interval);
  const ideal = start * Math.exp(times * Math.log1p(gain));
  return {
    levels,
    baseline,
    levelWithoutBacksliding: ideal,
    lostShare: times === 0 || gain === 0 ? NaN : (ideal - level) / (ideal - start),
  };
}

/** 每次提高 `gain`、每年 `timesPerYear` 次，折合一年提高多少：(1 + gain)^次数 − 1。 */
export function annualGain(gain: number, timesPerYear: number): number {
  if (!(Number.isFinite(gain) && gain > -1)) reject('gain', 'a finite number > -1', gain);
  atLeast('timesPerYear', timesPerYear, 0);
  return Math.expm1(timesPerYear * Math.log1p(gain));
}

/**
 * 改进的顶：一点不固化，一直改下去，刚改完的那一刻最后停在哪里。
 *
 * 假设：每期先退掉未固化的 β，隔 `interval` 期改一次，每次按当时水平提高 g，都不固化。
 * 符号与单位：k `interval`；顶为 start·(1 + g/(1 − (1−β)ᵏ(1+g)))，单位同 `start`。
 * 出处：`improvementPath` 递推式的不动点。
 * 边界：(1−β)ᵏ(1+g) ≥ 1 而 g > 0 时退不抵进，没有顶，为 Infinity；g = 0 时是 `start`。
 * 复杂度：O(1)。
 *
 * @example
 * improvementCeiling({ gain: 0.1, backsliding: 0.5 }) // 122.22222222222223
 */
export function improvementCeiling({
  start = 100,
  gain,
  interval = 1,
  backsliding = 0,
}: Omit<ImprovementPolicy, 'standardized'> & {
  /** 起点绩效，默认 100。 */
  start?: number | undefined;
}): number {
  positive('start', start);
  finite('gain', gain);
  if (gain <= -1) reject('gain', 'a finite number > -1', gain);
  integerAtLeast('interval', interval, 1);
  probability('backsliding', backsliding);
  if (gain === 0) return start;
  const kept = (1 - backsliding) ** interval * (1 + gain);
  return kept >= 1 ? Infinity : start + (start * gain) / (1 - kept);
}
