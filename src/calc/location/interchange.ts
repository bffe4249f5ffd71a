/**
 * 选点的局部搜索：贪心起步，再加、撤、换，直到没有一步能改善。
 *
 * @internal
 */

import type { SitingProblem } from './siting-problem.ts';

/** 开放点集合与各需求的最近、次近费用；增删点时就地维护。 */
export class OpenSet {
  readonly problem: SitingProblem;
  /** 开放点。 */
  readonly open: number[] = [];
  /** 候选点在 open 中的位置，未开放为 −1。 */
  readonly place: Int32Array;
  /** 各需求最近开放点的费用。 */
  readonly nearest: Float64Array;
  /** 各需求次近开放点的费用。 */
  readonly second: Float64Array;
  /** 各需求最近的开放点。 */
  readonly owner: Int32Array;
  /** 各需求次近的开放点。 */
  readonly spare: Int32Array;
  private readonly loss: Float64Array;

  constructor(problem: SitingProblem, open: Iterable<number> = []) {
    this.problem = problem;
    this.place = new Int32Array(problem.sites).fill(-1);
    this.nearest = new Float64Array(problem.demands).fill(Infinity);
    this.second = new Float64Array(problem.demands).fill(Infinity);
    this.owner = new Int32Array(problem.demands).fill(-1);
    this.spare = new Int32Array(problem.demands).fill(-1);
    this.loss = new Float64Array(problem.sites);
    for (const j of open) this.add(j);
  }

  /** 总费用。 */
  cost(): number {
    let total = 0;
    for (const j of this.open) total += this.problem.fixed[j] as number;
    for (let i = 0; i < this.nearest.length; i++) total += this.nearest[i] as number;
    return total;
  }

  /** 开一个点。 */
  add(site: number): void {
    if ((this.place[site] as number) >= 0) return;
    this.place[site] = this.open.length;
    this.open.push(site);
    const { demands, bySite } = this.problem;
    const base = site * demands;
    for (let i = 0; i < demands; i++) {
      const value = bySite[base + i] as number;
      if (value < (this.nearest[i] as number)) {
        this.second[i] = this.nearest[i] as number;
        this.spare[i] = this.owner[i] as number;
        this.nearest[i] = value;
        this.owner[i] = site;
      } else if (value < (this.second[i] as number)) {
        this.second[i] = value;
        this.spare[i] = site;
      }
    }
  }

  /** 关一个点。 */
  remove(site: number): void {
    const at = this.place[site] as number;
    if (at < 0) return;
    const last = this.open.pop() as number;
    if (last !== site) {
      this.open[at] = last;
      this.place[last] = at;
    }
    this.place[site] = -1;
    const { demands, bySite } = this.problem;
    for (let i = 0; i < demands; i++) {
      if (this.owner[i] === site) {
        this.owner[i] = this.spare[i] as number;
        this.nearest[i] = this.second[i] as number;
      } else if (this.spare[i] !== site) continue;
      let least = Infinity;
      let choice = -1;
      for (const j of this.open) {
        if (j === this.owner[i]) continue;
        const value = bySite[j * demands + i] as number;
        if (value < least) {
          least = value;
          choice = j;
        }
      }
      this.second[i] = least;
      this.spare[i] = choice;
    }
  }

  /** 新开 site 省下的费用（不含开设费）；loss 里留下「同时关掉某点」多花的费用。 */
  private evaluateEntry(site: number): number {
    const { demands, bySite } = this.problem;
    const { loss, owner, nearest, second, open } = this;
    for (const j of open) loss[j] = 0;
    const base = site * demands;
    let gain = 0;
    for (let i = 0; i < demands; i++) {
      const value = bySite[base + i] as number;
      const now = nearest[i] as number;
      if (value < now) gain += now - value;
      else {
        const fallback = second[i] as number;
        const j = owner[i] as number;
        loss[j] = (loss[j] as number) + (value < fallback ? value : fallback) - now;
      }
    }
    return gain;
  }

  /** 反复作首个改善的移动（换点；数目不限时也加、撤），直到局部最优或步数用尽。 */
  improve(maxMoves = 10_000): void {
    const { sites, fixed, count } = this.problem;
    let since = 0;
    let site = 0;
    for (let moves = 0; since < sites && moves < maxMoves; site = (site + 1) % sites) {
      since++;
      if ((this.place[site] as number) >= 0) {
        if (count === null && this.open.length > 1 && this.dropGain(site) > this.threshold()) {
          this.remove(site);
          moves++;
          since = 0;
        }
        continue;
      }
      const gain = this.evaluateEntry(site) - (fixed[site] as number);
      let leave = -1;
      let best = count === null ? 0 : Infinity;
      for (const j of this.open) {
        const loss = (this.loss[j] as number) - (fixed[j] as number);
        if (loss < best) {
          best = loss;
          leave = j;
        }
      }
      if (gain - best <= this.threshold()) continue;
      this.add(site);
      if (leave >= 0) this.remove(leave);
      moves++;
      since = 0;
    }
  }

  /** 关掉一个点净省多少。 */
  private dropGain(site: number): number {
    let loss = 0;
    for (let i = 0; i < this.owner.length; i++)
      if (this.owner[i] === site) loss += (this.second[i] as number) - (this.nearest[i] as number);
    return (this.problem.fixed[site] as number) - loss;
  }

  /** 改善须超过舍入误差，否则会在等值的点之间来回换。 */
  private threshold(): number {
    return 1e-11 * Math.max(1e-300, this.scale);
  }

  private scaleCache = -1;
  private get scale(): number {
    if (this.scaleCache < 0) this.scaleCache = Math.abs(this.cost());
    return this.scaleCache;
  }
}

/** 贪心加点：每次开净省最多的点。收益只会递减，故用旧收益排队、惰性重算。 */
export function greedySites(problem: SitingProblem): OpenSet {
  const { sites, demands, bySite, fixed, count } = problem;
  const state = new OpenSet(problem);
  let first = 0;
  let least = Infinity;
  for (let j = 0; j < sites; j++) {
    let total = fixed[j] as number;
    for (let i = 0; i < demands; i++) total += bySite[j * demands + i] as number;
    if (total < least) {
      least = total;
      first = j;
    }
  }
  state.add(first);
  const stale = new Float64Array(sites).fill(Infinity);
  stale[first] = -Infinity;
  const limit = count ?? sites;
  while (state.open.length < limit) {
    let chosen = -1;
    let best = count === null ? 0 : -Infinity;
    for (let j = 0; j < sites; j++) {
      if ((state.place[j] as number) >= 0 || (stale[j] as number) <= best) continue;
      let gain = -(fixed[j] as number);
      const base = j * demands;
      for (let i = 0; i < demands; i++) {
        const saved = (state.nearest[i] as number) - (bySite[base + i] as number);
        if (saved > 0) gain += saved;
      }
      stale[j] = gain;
      if (gain > best) {
        best = gain;
        chosen = j;
      }
    }
    if (chosen < 0) break;
    state.add(chosen);
  }
  return state;
}
