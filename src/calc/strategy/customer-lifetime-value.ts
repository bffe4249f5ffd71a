import {
  atLeast,
  each,
  finite,
  integerAtLeast,
  probability,
  reject,
  sameLength,
} from '../core/checks.ts';

/** 每期毛利、留存、折现都不变的顾客终身价值输入。 */
export interface LifetimeValueInput {
  /** 每期毛利 m，同一货币单位；可以为负。 */
  margin: number;
  /** 每期留存率 r。 */
  retention: number;
  /** 每期折现率 d，与期长一致（年利率配年）。 */
  discount: number;
  /** 获客成本，默认 0，发生在第 0 期之前。 */
  acquisition?: number | undefined;
  /**
   * 第一笔毛利何时到手：`true` 为签约当时（t = 0，不打折、必得）；
   * `false` 为第一期末（先经历一次留存与折现）。默认 `false`。
   */
  firstMarginAtOnce?: boolean | undefined;
}

/** 有限期的输入。 */
export interface FiniteLifetimeValueInput extends LifetimeValueInput {
  /** 毛利的笔数（年数）T，非负整数。 */
  periods: number;
}

function checkLifetime({ margin, retention, discount, acquisition = 0 }: LifetimeValueInput): void {
  finite('margin', margin);
  probability('retention', retention);
  atLeast('discount', discount, 0);
  finite('acquisition', acquisition);
}

/**
 * 顾客终身价值（无限期）：毛利乘以 r/(1 + d − r)，减获客成本。
 *
 * 假设：每期毛利、留存率、折现率不变；顾客一走不回；各期留存独立。
 * 符号与单位：m `margin` 元/期；r `retention`；d `discount` /期；第一笔在期末为 m·r/(1+d−r)，当时到手为 m·(1+d)/(1+d−r)。
 * 出处：Gupta & Lehmann (2003) 的毛利倍数。
 * 边界：r = 1 且 d = 0 时永不流失又不打折，价值为 ±Infinity（毛利为 0 时为负的获客成本）；r = 0 且期末到手，价值为负的获客成本。
 * 复杂度：O(1)。
 *
 * @example
 * lifetimeValue({ margin: 1, retention: 0.9, discount: 0.1 }) // 4.500000000000001
 */
export function lifetimeValue(input: LifetimeValueInput): number {
  checkLifetime(input);
  const { margin, retention, discount, acquisition = 0, firstMarginAtOnce = false } = input;
  if (margin === 0) return -acquisition;
  const multiple = firstMarginAtOnce
    ? (1 + discount) / (discount + (1 - retention))
    : marginMultiple({ retention, discount });
  return margin * multiple - acquisition;
}

/** 毛利倍数 r/(1 + d − r)：一元期末毛利在无限期里值多少；r = 1 且 d = 0 时为 Infinity。 */
export function marginMultiple({
  retention,
  discount,
}: {
  /** 每期留存率 r。 */
  retention: number;
  /** 每期折现率 d。 */
  discount: number;
}): number {
  probability('retention', retention);
  atLeast('discount', discount, 0);
  // 分母写成 d + (1 − r)：r 接近 1、d 很小时，1 + d − r 会把 d 吞掉。
  return retention / (discount + (1 - retention));
}

/**
 * 顾客终身价值（有限期）：前 T 笔毛利的折现期望之和减获客成本。
 *
 * 当时到手：Σ_{t=0}^{T−1} m·r^t/(1+d)^t；期末到手：Σ_{t=1}^{T} m·r^t/(1+d)^t。
 * 用几何级数的闭式，并以 expm1/log1p 求 1 − q^T：q 接近 1 或 T 上百万时逐项相加会丢位。
 * T = 0 时只剩负的获客成本。
 */
export function finiteLifetimeValue(input: FiniteLifetimeValueInput): number {
  checkLifetime(input);
  const {
    margin,
    retention,
    discount,
    periods,
    acquisition = 0,
    firstMarginAtOnce = false,
  } = input;
  integerAtLeast('periods', periods, 0);
  const keep = retention / (1 + discount);
  const lost = (discount + (1 - retention)) / (1 + discount);
  const sum = geometricSum(lost, periods);
  return margin * (firstMarginAtOnce ? sum : keep * sum) - acquisition;
}

/** Σ_{t=0}^{n−1} (1 − lost)^t。 */
function geometricSum(lost: number, terms: number): number {
  if (terms === 0) return 0;
  if (lost === 0) return terms;
  return -Math.expm1(terms * Math.log1p(-lost)) / lost;
}

/** 逐期给定毛利与留存率的输入。 */
export interface VaryingLifetimeValueInput {
  /** 第 1、2、…… 期的毛利。 */
  margins: readonly number[];
  /** 第 1、2、…… 期的留存率，与 `margins` 等长：第 t 个是从第 t−1 期末留到第 t 期末的概率。 */
  retentions: readonly number[];
  /** 每期折现率。 */
  discount: number;
  /** 获客成本，默认 0。 */
  acquisition?: number | undefined;
  /** 签约当时就到手的毛利，默认 0。 */
  marginAtOnce?: number | undefined;
}

/** 逐期给定的终身价值。 */
export interface VaryingLifetimeValueResult {
  /** 终身价值。 */
  value: number;
  /** 第 1、2、…… 期末仍在的概率。 */
  survival: number[];
  /** 到第 1、2、…… 期末为止的累计净值（已减获客成本、已加当时毛利）。 */
  cumulative: number[];
}

/** 留存率与毛利逐期变化的终身价值：老顾客往往更不容易走，单一的 r 会低估尾部。 */
export function varyingLifetimeValue({
  margins,
  retentions,
  discount,
  acquisition = 0,
  marginAtOnce = 0,
}: VaryingLifetimeValueInput): VaryingLifetimeValueResult {
  each('margins', margins, finite);
  each('retentions', retentions, probability);
  sameLength('retentions', retentions, 'margins', margins);
  atLeast('discount', discount, 0);
  finite('acquisition', acquisition);
  finite('marginAtOnce', marginAtOnce);
  let alive = 1;
  let factor = 1;
  let value = marginAtOnce - acquisition;
  const survival: number[] = [];
  const cumulative: number[] = [];
  margins.forEach((margin, i) => {
    alive *= retentions[i] as number;
    factor /= 1 + discount;
    value += margin * alive * factor;
    survival.push(alive);
    cumulative.push(value);
  });
  return { value, survival, cumulative };
}

/**
 * 留存率提高若干点后，终身价值（不含获客成本、期末到手）增长的比例。
 * 起点 60 % 的 +5 点与起点 90 % 的 +5 点相差一倍，原因在分母 1 + d − r。
 * 不提高时为 0；起点为 0 而有所提高时没有基数，返回 Infinity；
 * 不折现（d = 0）时升到永不流失为 Infinity，从永不流失降下来为 −1。
 */
export function retentionLift({
  retention,
  increase,
  discount,
}: {
  /** 原来的留存率。 */
  retention: number;
  /** 提高多少，0.05 表示 5 个百分点。 */
  increase: number;
  /** 每期折现率。 */
  discount: number;
}): number {
  probability('retention', retention);
  finite('increase', increase);
  atLeast('discount', discount, 0);
  const sum = retention + increase;
  // 十进小数相加的末位舍入不算越界
  if (sum > 1 + 1e-12 || sum < -1e-12)
    reject('increase', 'such that retention + increase stays in [0, 1]', increase);
  if (increase === 0) return 0;
  // 两个倍数之比减 1 通分后没有相消，涨幅极小时也不丢位
  const lost = Math.min(1, Math.max(0, 1 - sum));
  return (increase * (1 + discount)) / (retention * (discount + lost));
}
