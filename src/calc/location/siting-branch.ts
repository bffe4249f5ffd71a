import { climbDual } from './dual-bound.ts';
import { OpenSet } from './interchange.ts';
import { improvementCutoff, sitingCost } from './siting-problem.ts';
import type { SitingProblem } from './siting-problem.ts';
import { Relaxation } from './siting-relaxation.ts';

interface Node {
  status: Int8Array;
  multipliers: Float64Array;
}

/**
 * 以拉格朗日下界作分支定界：逐点试「必开」与「必关」，直到没有比现有解更好的可能。
 *
 * 假设：`start` 给出可行解与根结点的近优乘子。
 * 符号与单位：`nodeLimit` 结点上限；到上限未证完则 `proven` 为 false，`open` 仍是可行解。
 * 出处：拉格朗日分支定界 Fisher 1981。
 * 边界：总在有限步内停：每次分支至少定下一个点，且有结点上限。
 * 复杂度：结点数 × 数十次下界迭代。
 *
 * @internal
 */
export function branchSites(
  problem: SitingProblem,
  start: { open: readonly number[]; cost: number; multipliers: Float64Array },
  nodeLimit: number,
): { open: number[]; cost: number; proven: boolean } {
  const { sites, demands, count } = problem;
  const relaxation = new Relaxation(problem);
  const subgradient = new Float64Array(demands);
  let open = [...start.open];
  let cost = start.cost;
  const tried = new Set<string>();
  const consider = (candidate: readonly number[]) => {
    const key = candidate.join();
    if (tried.has(key)) return;
    tried.add(key);
    // 现有解未必最优：略差的松弛解换几步点常能越过它，剪枝随之大大提早
    if (sitingCost(problem, candidate) < cost * 1.03) {
      const trial = new OpenSet(problem, candidate);
      trial.improve(sites);
      const value = sitingCost(problem, trial.open);
      if (value >= cost) return;
      cost = value;
      open = [...trial.open].sort((a, b) => a - b);
    }
  };

  const stack: Node[] = [{ status: new Int8Array(sites), multipliers: start.multipliers }];
  for (let nodes = 0; stack.length > 0; nodes++) {
    if (nodes >= nodeLimit) return { open, cost, proven: false };
    const node = stack.pop() as Node;
    relaxation.status.set(node.status);
    let calls = 0;
    const climb = climbDual({
      start: node.multipliers,
      evaluate: (multipliers, direction) => {
        const bound = relaxation.evaluate(multipliers, direction);
        if (calls++ % 10 === 0) consider(relaxation.chosen);
        return bound;
      },
      target: () => cost,
      closed: (bound) => bound > improvementCutoff(problem, cost),
      maxIterations: nodes === 0 ? 200 : 60,
      patience: 6,
      firstStep: 0.4,
    });
    const cutoff = improvementCutoff(problem, cost);
    if (climb.bound > cutoff) continue;
    relaxation.evaluate(climb.multipliers, subgradient);
    relaxation.fix(climb.bound, cutoff);

    const inside = relaxation.chosen;
    let fixedOpen = 0;
    let free = 0;
    for (const status of relaxation.status) {
      if (status === 1) fixedOpen++;
      else if (status === 0) free++;
    }
    // 点数已满、或余下的点刚好补足：这一支只剩一个解
    if (count !== null && (fixedOpen === count || fixedOpen + free <= count)) {
      const only = [...relaxation.status.keys()].filter((j) =>
        fixedOpen === count ? relaxation.status[j] === 1 : (relaxation.status[j] as number) >= 0,
      );
      if (only.length === count) consider(only);
      continue;
    }
    if (free === 0) {
      consider(inside);
      continue;
    }
    // 先分最离不开的点：「必关」一支的下界立刻抬高最多
    let pick = -1;
    for (const j of inside)
      if (
        relaxation.status[j] === 0 &&
        (pick < 0 || (relaxation.reduced[j] as number) < (relaxation.reduced[pick] as number))
      )
        pick = j;
    if (pick < 0)
      for (let j = 0; j < sites; j++)
        if (
          relaxation.status[j] === 0 &&
          (pick < 0 || (relaxation.reduced[j] as number) < (relaxation.reduced[pick] as number))
        )
          pick = j;
    for (const choice of [-1, 1]) {
      const status = relaxation.status.slice();
      status[pick] = choice;
      stack.push({ status, multipliers: climb.multipliers });
    }
  }
  return { open, cost, proven: true };
}
