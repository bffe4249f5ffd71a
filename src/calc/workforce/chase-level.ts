import { atLeast, each, integerAtLeast, positive, reject } from '../core/checks.ts';

/** 人手计划的输入。 */
export interface StaffingPlanInput {
  /** 各期需求，≥ 0，件（单、人次）。 */
  demand: readonly number[];
  /** 一名员工一期能做的量，> 0，件。 */
  outputPerWorker: number;
  /** 期初员工数，非负整数。 */
  initialWorkers: number;
  /** 一名员工一期的工资，≥ 0，元。 */
  wage: number;
  /** 招一名员工的成本，≥ 0，元。 */
  hireCost: number;
  /** 辞一名员工的成本，≥ 0，元。 */
  layoffCost: number;
  /** 一件需求本期做不完的代价（外包、加班或排队流失），≥ 0，元。 */
  shortageCost: number;
}

/** 一个计划的账。 */
export interface StaffingPlan {
  /** 各期员工数。 */
  workers: number[];
  /** 工资合计，元。 */
  wages: number;
  /** 招聘合计，元。 */
  hiring: number;
  /** 辞退合计，元。 */
  layoffs: number;
  /** 做不完的代价合计，元。 */
  shortages: number;
  /** 总成本，元。 */
  totalCost: number;
  /** 做不完的需求合计，件。 */
  unmet: number;
  /** 闲置能力合计，件。 */
  idle: number;
}

/** 三种计划。 */
export interface ChaseLevelResult {
  /** 追随：每期恰好够人。 */
  chase: StaffingPlan;
  /** 平稳：全程一个人数，取总成本最小的那个。 */
  level: StaffingPlan;
  /** 混合：每期人数自由，总成本最小；不会比前两者差。 */
  mixed: StaffingPlan;
}

/** 给定各期人数，算一个计划的账。 */
export function staffingPlan(input: StaffingPlanInput, workers: readonly number[]): StaffingPlan {
  let before = input.initialWorkers;
  let wages = 0;
  let hiring = 0;
  let layoffs = 0;
  let unmet = 0;
  let idle = 0;
  workers.forEach((count, t) => {
    wages += count * input.wage;
    hiring += Math.max(0, count - before) * input.hireCost;
    layoffs += Math.max(0, before - count) * input.layoffCost;
    const gap = input.demand[t]! - count * input.outputPerWorker;
    unmet += Math.max(0, gap);
    idle += Math.max(0, -gap);
    before = count;
  });
  const shortages = unmet * input.shortageCost;
  return {
    workers: [...workers],
    wages,
    hiring,
    layoffs,
    shortages,
    totalCost: wages + hiring + layoffs + shortages,
    unmet,
    idle,
  };
}

/**
 * 追随、平稳与混合：需求起伏时，人手跟着变、保持不变，还是折中，各花多少钱。
 *
 * 目标：混合与平稳两种计划的总成本（工资 + 招聘 + 辞退 + 做不完的代价）最小。
 * 约束：服务不能入库，本期的富余不能留到下期；人数为非负整数。
 * 假设：需求已知；期初即可到岗；做不完的当期了结，不积压。
 * 符号与单位：需求、产量件；人数人；成本元。
 * 出处：Sasser 1976 的追随与平稳策略；混合用动态规划精确求解（总量计划）。
 * 边界：需求全为 0 时追随为 0 人；做不完不要代价时平稳与混合会选择少用人；期末不要求恢复原有人数。
 * 复杂度：O(期数²)，与人数多少无关：最优人数只会在各期的转折点上；招辞成本线性，状态转移用前后缀最小值。
 *
 * @example
 * chaseLevel({ demand: [100, 300, 200], outputPerWorker: 10, initialWorkers: 20, wage: 100, hireCost: 40, layoffCost: 60, shortageCost: 15 }).level.totalCost // 7500
 */
export function chaseLevel(input: StaffingPlanInput): ChaseLevelResult {
  const demand = each('demand', input.demand, (name, value) => atLeast(name, value, 0));
  const output = positive('outputPerWorker', input.outputPerWorker);
  const initial = integerAtLeast('initialWorkers', input.initialWorkers, 0);
  for (const name of ['wage', 'hireCost', 'layoffCost', 'shortageCost'] as const)
    atLeast(name, input[name], 0);
  // 除法的末位舍入不多招一个人
  const needed = demand.map((quantity, t) => {
    const exact = quantity / output;
    const count = Math.max(0, Math.ceil(exact - 1e-9 - exact * 2 ** -52));
    if (!Number.isSafeInteger(count))
      reject(`demand[${t}]`, 'at most 2^53 times outputPerWorker', quantity);
    return count;
  });
  // 每期的花费对人数是分段线性的，只在 0、原有人数、需求除以产量的上下取整处转折，最优人数必在其中：
  // 人数再多，要比较的也只有几个
  const candidates = [
    ...new Set([0, initial, ...needed.flatMap((count) => [Math.max(0, count - 1), count])]),
  ].sort((a, b) => a - b);

  let level = staffingPlan(
    input,
    demand.map(() => 0),
  );
  for (const count of candidates) {
    const plan = staffingPlan(
      input,
      demand.map(() => count),
    );
    if (plan.totalCost < level.totalCost) level = plan;
  }

  // 反向动态规划：value[i] 为上期有 candidates[i] 人时以后各期的最小成本。
  // 招到 v 人的代价 hire·(v − w)，故最优的 v ≥ w 由后缀最小值给出；辞退对称用前缀最小值
  const size = candidates.length;
  const people = (i: number): number => candidates[i]!;
  let value = new Float64Array(size);
  const choices: number[][] = [];
  for (let t = demand.length - 1; t >= 0; t--) {
    const stay = Float64Array.from(
      candidates,
      (w, i) =>
        w * input.wage + Math.max(0, demand[t]! - w * output) * input.shortageCost + value[i]!,
    );
    const next = new Float64Array(size).fill(Infinity);
    const choice: number[] = [];
    for (let i = size - 1, best = size - 1; i >= 0; i--) {
      if (stay[i]! + people(i) * input.hireCost <= stay[best]! + people(best) * input.hireCost)
        best = i;
      next[i] = stay[best]! + (people(best) - people(i)) * input.hireCost;
      choice[i] = best;
    }
    for (let i = 0, best = 0; i < size; i++) {
      if (stay[i]! - people(i) * input.layoffCost <= stay[best]! - people(best) * input.layoffCost)
        best = i;
      const cost = stay[best]! + (people(i) - people(best)) * input.layoffCost;
      if (cost < next[i]!) {
        next[i] = cost;
        choice[i] = best;
      }
    }
    choices.push(choice);
    value = next;
  }
  const path: number[] = [];
  let current = candidates.indexOf(initial);
  for (const choice of choices.reverse()) {
    current = choice[current]!;
    path.push(people(current));
  }
  return { chase: staffingPlan(input, needed), level, mixed: staffingPlan(input, path) };
}
