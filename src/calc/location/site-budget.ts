import { atLeast, finite, integerAtLeast } from '../core/checks.ts';

/** 候选点。 */
export interface SiteOffer {
  /** 价格（花掉的预算）。 */
  price: number;
  /** 预计盈利能力（要最大化的分数）。 */
  value: number;
  /** 所在城市；有每城上限时按它分组。 */
  city?: string;
}

/** 预算内选点的结果。 */
export interface SiteBudgetPlan {
  /** 选中的候选点下标，升序。 */
  chosen: number[];
  /** 总分。 */
  totalValue: number;
  /** 花费。 */
  spend: number;
}

interface State {
  spend: number;
  value: number;
  last: number;
  previous: State | null;
}

/** 去掉花得多又得分不高的状态；按花费升序返回。 */
function pareto(states: State[]): State[] {
  states.sort((a, b) => a.spend - b.spend || b.value - a.value);
  const kept: State[] = [];
  let best = -Infinity;
  for (const state of states)
    if (state.value > best) {
      kept.push(state);
      best = state.value;
    }
  return kept;
}

/**
 * 预算内选点：0/1 背包，可限每城至多几个；精确解。
 *
 * 假设：各点的盈利能力可加，互不影响。
 * 目标：使 Σ valueⱼ·yⱼ 最大。
 * 约束：Σ priceⱼ·yⱼ ≤ budget；每城 Σ yⱼ ≤ maxPerCity；yⱼ ∈ {0,1}。
 * 符号与单位：`price` 与 `budget` 同币种；`value` 任意可加的分数。
 * 出处：只留不被支配的（花费, 得分）状态，Nemhauser & Ullmann 1969；选址情境 La Quinta（Kimes & Fitzsimmons 1990）。
 * 边界：恰好花完预算算买得起（容忍 10⁻¹² 的相对舍入）；分数为负或为 0 的点不选；一个也买不起时为空；价格可为 0。
 * 复杂度：O(点数 × 不被支配的状态数)，整数价格时不超过预算的档数。
 *
 * @example
 * chooseSites({ offers: [{ price: 3, value: 4 }, { price: 2, value: 3 }, { price: 2, value: 3 }], budget: 4 }).chosen // [1, 2]
 */
export function chooseSites(input: {
  /** 候选点。 */
  offers: readonly SiteOffer[];
  /** 总预算。 */
  budget: number;
  /** 每城至多几个；缺省不限。没写城市的点各算一城。 */
  maxPerCity?: number;
}): SiteBudgetPlan {
  const { offers, maxPerCity } = input;
  // 1.1 + 2.2 比 3.3 多 4·10⁻¹⁶：恰好花完预算不算超支
  const budget = atLeast('budget', input.budget, 0) * (1 + 1e-12);
  if (maxPerCity !== undefined) integerAtLeast('maxPerCity', maxPerCity, 0);
  offers.forEach((offer, j) => {
    atLeast(`offers[${j}].price`, offer.price, 0);
    finite(`offers[${j}].value`, offer.value);
  });
  const groups = new Map<string, number[]>();
  offers.forEach((offer, j) => {
    const key = maxPerCity === undefined || offer.city === undefined ? `#${j}` : `@${offer.city}`;
    const group = groups.get(key);
    if (group) group.push(j);
    else groups.set(key, [j]);
  });
  let states: State[] = [{ spend: 0, value: 0, last: -1, previous: null }];
  for (const group of groups.values()) {
    const limit = Math.min(group.length, maxPerCity ?? group.length);
    // layers[c]：本城已选 c 个的状态；城内不能跨个数比较支配，否则会误删还有名额的状态
    const layers: State[][] = Array.from({ length: limit + 1 }, (_, c) => (c === 0 ? states : []));
    for (const j of group) {
      const { price, value } = offers[j] as SiteOffer;
      if (value <= 0) continue;
      for (let c = limit; c >= 1; c--) {
        const grown = (layers[c - 1] as State[])
          .filter((state) => state.spend + price <= budget)
          .map((state): State => ({
            spend: state.spend + price,
            value: state.value + value,
            last: j,
            previous: state,
          }));
        if (grown.length > 0) layers[c] = pareto([...(layers[c] as State[]), ...grown]);
      }
    }
    states = pareto(layers.flat());
  }
  const chosen: number[] = [];
  for (let state: State | null | undefined = states.at(-1); state; state = state.previous)
    if (state.last >= 0) chosen.push(state.last);
  chosen.sort((a, b) => a - b);
  return {
    chosen,
    totalValue: chosen.reduce((sum, j) => sum + (offers[j] as SiteOffer).value, 0),
    spend: chosen.reduce((sum, j) => sum + (offers[j] as SiteOffer).price, 0),
  };
}
