import type { SitingProblem } from './siting-problem.ts';

/**
 * 松弛「每个需求只由一处服务」，给定乘子后按候选点分解的拉格朗日函数；可指定一些点必开或必关。
 *
 * @internal
 */
export class Relaxation {
  /** 各候选点的约简费用：开它使下界变化多少。 */
  readonly reduced: Float64Array;
  /** 松弛解选中的点。 */
  readonly chosen: number[] = [];
  /** 各候选点：1 必开，−1 必关，0 未定。 */
  readonly status: Int8Array;
  /** 未定而选中的点里约简费用最大的；没有为 −Infinity。 */
  worstInside = -Infinity;
  /** 未定而落选的点里约简费用最小的；没有为 Infinity。 */
  bestOutside = Infinity;
  private readonly problem: SitingProblem;
  private readonly taken: Uint8Array;
  private readonly nearIndex: (Int32Array | undefined)[];
  private readonly nearCost: (Float64Array | undefined)[];
  private readonly reach: Float64Array;
  private readonly sorted: Float64Array;

  constructor(problem: SitingProblem) {
    this.problem = problem;
    this.reduced = new Float64Array(problem.sites);
    this.sorted = new Float64Array(problem.sites);
    this.status = new Int8Array(problem.sites);
    this.taken = new Uint8Array(problem.sites);
    this.nearIndex = Array.from({ length: problem.demands }, () => undefined);
    this.nearCost = Array.from({ length: problem.demands }, () => undefined);
    this.reach = new Float64Array(problem.demands).fill(-Infinity);
  }

  /** 需求 i 只有费用低于乘子的候选点起作用：只存这一小截，乘子涨过头再重建。 */
  private refresh(i: number, multiplier: number): void {
    const { sites, costs } = this.problem;
    const limit = multiplier * 1.5;
    const base = i * sites;
    let size = 0;
    for (let j = 0; j < sites; j++) if ((costs[base + j] as number) < limit) size++;
    const index = new Int32Array(size);
    const cost = new Float64Array(size);
    size = 0;
    for (let j = 0; j < sites; j++) {
      const value = costs[base + j] as number;
      if (value < limit) {
        index[size] = j;
        cost[size++] = value;
      }
    }
    this.nearIndex[i] = index;
    this.nearCost[i] = cost;
    this.reach[i] = limit;
  }

  /** 给定乘子，写出次梯度并返回下界。 */
  evaluate(multipliers: Float64Array, subgradient: Float64Array): number {
    const { demands, fixed } = this.problem;
    const { reduced, chosen } = this;
    reduced.set(fixed);
    let bound = 0;
    for (let i = 0; i < demands; i++) {
      const multiplier = multipliers[i] as number;
      bound += multiplier;
      if (multiplier <= 0) continue;
      if (multiplier > (this.reach[i] as number)) this.refresh(i, multiplier);
      const index = this.nearIndex[i] as Int32Array;
      const cost = this.nearCost[i] as Float64Array;
      for (let k = 0; k < index.length; k++) {
        const saving = (cost[k] as number) - multiplier;
        if (saving < 0) {
          const j = index[k] as number;
          reduced[j] = (reduced[j] as number) + saving;
        }
      }
    }
    this.choose();
    const taken = this.taken;
    taken.fill(0);
    for (const j of chosen) {
      bound += reduced[j] as number;
      taken[j] = 1;
    }
    for (let i = 0; i < demands; i++) {
      const multiplier = multipliers[i] as number;
      let served = 0;
      if (multiplier > 0) {
        const index = this.nearIndex[i] as Int32Array;
        const cost = this.nearCost[i] as Float64Array;
        for (let k = 0; k < index.length; k++)
          if (taken[index[k] as number] && (cost[k] as number) < multiplier) served++;
      }
      subgradient[i] = 1 - served;
    }
    return bound;
  }

  /** 必开的全选；其余按约简费用从小到大补足（数目不限时取负的，且至少开一个）。 */
  private choose(): void {
    const { sites, count } = this.problem;
    const { reduced, chosen, status, sorted } = this;
    chosen.length = 0;
    let free = 0;
    for (let j = 0; j < sites; j++) {
      if (status[j] === 1) chosen.push(j);
      else if (status[j] === 0) sorted[free++] = reduced[j] as number;
    }
    const queue = sorted.subarray(0, free).sort();
    let need: number;
    if (count !== null) need = count - chosen.length;
    else {
      need = 0;
      while (need < free && (queue[need] as number) < 0) need++;
      if (need === 0 && chosen.length === 0) need = 1;
    }
    need = Math.max(0, Math.min(free, need));
    this.worstInside = need > 0 ? (queue[need - 1] as number) : -Infinity;
    this.bestOutside = need < free ? (queue[need] as number) : Infinity;
    if (need === 0) return;
    const cut = this.worstInside;
    const goal = chosen.length + need;
    for (let j = 0; j < sites; j++)
      if (status[j] === 0 && (reduced[j] as number) < cut) chosen.push(j);
    for (let j = 0; j < sites && chosen.length < goal; j++)
      if (status[j] === 0 && reduced[j] === cut) chosen.push(j);
  }

  /** 把「反着来下界就到 cutoff」的未定点定下来；返回定下的点数。须紧接 evaluate 调用。 */
  fix(bound: number, cutoff: number): number {
    const { sites, count } = this.problem;
    const { reduced, status, taken } = this;
    let settled = 0;
    // 数目不限而松弛解只开了一个时，换掉它的代价没有简单的界，不定
    if (count === null && this.chosen.length === 1) return 0;
    for (let j = 0; j < sites; j++) {
      if (status[j] !== 0) continue;
      const value = reduced[j] as number;
      const swapped = taken[j]
        ? bound - value + (count === null ? 0 : this.bestOutside)
        : bound + value - (count === null ? 0 : this.worstInside);
      if (!(swapped > cutoff)) continue;
      status[j] = taken[j] ? 1 : -1;
      settled++;
    }
    return settled;
  }
}
