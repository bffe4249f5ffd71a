import { atLeast, finite, openUnit, positive, reject } from '../core/checks.ts';

/** 两部门各自涨得多快，从哪里起步，涨了价还买多少。 */
export interface CostDiseaseInput {
  /** 其余部门（制造业）的生产率年增长率 g₁，大于 −1。 */
  goodsGrowth: number;
  /** 服务部门的生产率年增长率 g₂，大于 −1。 */
  servicesGrowth: number;
  /** 过了多少年 t，不小于 0。 */
  years: number;
  /** 起点时服务部门的就业份额 s₀，严格在 0 与 1 之间。 */
  initialShare: number;
  /** 两边产量之比对相对价格的弹性 ε，不小于 0；默认 0：产量之比不变。 */
  elasticity?: number | undefined;
}

/** 第 t 年的样子；价格与产量都以起点为 1。 */
export interface CostDiseaseResult {
  /** 服务相对其余部门的价格 q；数大得写不下时为 Infinity。 */
  relativePrice: number;
  /** 服务部门的就业份额，也是它在名义增加值里的份额。 */
  servicesShare: number;
  /** 服务部门的产量。 */
  servicesOutput: number;
  /** 其余部门的产量。 */
  goodsOutput: number;
  /** 以这一年的就业份额加权的全社会生产率年增长率。 */
  growth: number;
}

/** 反推要的三个数。 */
export interface ImpliedGrowthInput {
  /** 其余部门的生产率年增长率 g₁，大于 −1。 */
  goodsGrowth: number;
  /** 服务的价格相对其余部门涨到了几倍 q。 */
  relativePrice: number;
  /** 用了多少年 t，大于 0。 */
  years: number;
}

const growthRate = (name: string, value: number) =>
  finite(name, value) > -1 ? value : reject(name, 'greater than −1', value);

/** ln(1 + eˣ)，x 很大很小时都不溢出。 */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/**
 * 鲍莫尔成本病：两个部门工资一样、生产率涨得不一样快，t 年后价格、就业份额与全社会增速各是多少。
 *
 * 相对价格 q = ((1+g₁)/(1+g₂))ᵗ；就业之比 L₂/L₁ = (s₀/(1−s₀))·q^(1−ε)；全社会增速 = (1−s)·g₁ + s·g₂。
 *
 * 假设：只用劳动，两边工资始终相等；价格等于单位人工成本（或各加同样的成数）；总就业不变；产量之比只随相对价格变，不随收入变，也不算质量的变化。
 * 符号与单位：g₁ `goodsGrowth`、g₂ `servicesGrowth` 每年；t `years` 年；s₀ `initialShare`；ε `elasticity` 无量纲，产量之比 ∝ q^(−ε)。
 * 出处：Baumol (1967), Macroeconomics of Unbalanced Growth；弹性的写法同 Ngai & Pissarides (2007)。
 * 边界：两边涨得一样快，或 ε = 1，份额不变；ε < 1 时份额移向涨得慢的部门，t → ∞ 时趋于 1，全社会增速趋于慢的那个；ε > 1 时方向相反。增速按链式指数计（上一年价格加总），所以用当年就业份额加权。
 * 复杂度：O(1)。
 *
 * @example
 * costDisease({ goodsGrowth: 1, servicesGrowth: 0, years: 2, initialShare: 0.5 }).servicesShare // 0.8
 */
export function costDisease({
  goodsGrowth,
  servicesGrowth,
  years,
  initialShare,
  elasticity = 0,
}: CostDiseaseInput): CostDiseaseResult {
  growthRate('goodsGrowth', goodsGrowth);
  growthRate('servicesGrowth', servicesGrowth);
  atLeast('years', years, 0);
  openUnit('initialShare', initialShare);
  atLeast('elasticity', elasticity, 0);
  // 全在对数里算：年数再长，份额与产量也不会算出 ∞ × 0
  const [goods, services] = [Math.log1p(goodsGrowth), Math.log1p(servicesGrowth)];
  const logPrice = years * (goods - services);
  const start = Math.log(initialShare) - Math.log1p(-initialShare);
  const odds = start + (1 - elasticity) * logPrice;
  const servicesShare = Math.exp(-softplus(-odds));
  return {
    relativePrice: Math.exp(logPrice),
    servicesShare,
    servicesOutput: Math.exp(years * services - softplus(-odds) + softplus(-start)),
    goodsOutput: Math.exp(years * goods - softplus(odds) + softplus(start)),
    growth: goodsGrowth + servicesShare * (servicesGrowth - goodsGrowth),
  };
}

/** 由相对价格反推服务部门的生产率年增长率：g₂ = (1+g₁)/q^(1/t) − 1。假定与 `costDisease` 相同。 */
export function impliedServicesGrowth({
  goodsGrowth,
  relativePrice,
  years,
}: ImpliedGrowthInput): number {
  growthRate('goodsGrowth', goodsGrowth);
  positive('relativePrice', relativePrice);
  positive('years', years);
  return Math.expm1(Math.log1p(goodsGrowth) - Math.log(relativePrice) / years);
}
