import { atLeast, each, integerAtLeast, nonEmpty, reject, sameLength } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';

/** 技能设计：专岗、首尾相连的链、全能。 */
export type SkillDesign = 'dedicated' | 'chain' | 'full';

/** 交叉培训仿真的输入。 */
export interface CrossTrainingInput {
  /** 各类需求的均值，≥ 0，件/期。 */
  demandMeans: readonly number[];
  /** 各类需求的标准差，≥ 0；正态，负值归 0。 */
  demandSds: readonly number[];
  /** 各组员工的能力，≥ 0，件/期；第 i 组的本行是第 i 类需求。 */
  capacities: readonly number[];
  /** 要比较的技能设计。 */
  designs: readonly SkillDesign[];
  /** 重复次数，正整数。 */
  replications: number;
  /** 随机种子。 */
  seed: number;
}

/** 一种设计的结果。 */
export interface CrossTrainingOutcome {
  /** 技能设计。 */
  design: SkillDesign;
  /** 技能总数：组与需求的连线数，近似培训量。 */
  skills: number;
  /** 平均完成量，件/期。 */
  meanServed: number;
  /** 平均完成量的标准误。 */
  standardError: number;
  /** 完成量 ÷ 需求；需求恒为 0 时为 NaN。 */
  fillRate: number;
  /** 完成量 ÷ 能力；能力为 0 时为 NaN。 */
  utilization: number;
}

/**
 * 给定需求、能力与技能连线，最多能完成多少（最大流）。
 * `skills[i]` 列出第 i 组会做的需求类。连续量，用最短增广路；每次增广至少占满一条边，故必然终止。
 */
export function maximumService({
  demand,
  capacities,
  skills,
}: {
  demand: readonly number[];
  capacities: readonly number[];
  skills: readonly (readonly number[])[];
}): number {
  const groups = capacities.length;
  const supply = Float64Array.from(capacities);
  const room = Float64Array.from(demand);
  const flow = capacities.map(() => new Float64Array(demand.length));
  let served = 0;
  // 先各做本行，剩下的才需要找增广路
  for (let i = 0; i < groups; i++) {
    if (!skills[i]!.includes(i)) continue;
    const amount = Math.min(supply[i]!, room[i]!);
    flow[i]![i] = amount;
    supply[i]! -= amount;
    room[i]! -= amount;
    served += amount;
  }
  const tolerance = 1e-12 * (1 + served);
  const limit = 4 * groups * demand.length + 16;
  for (let round = 0; round < limit; round++) {
    const viaGroup = new Int32Array(demand.length).fill(-1);
    const viaDemand = new Int32Array(groups).fill(-1);
    const seen = new Uint8Array(groups);
    const queue: number[] = [];
    for (let i = 0; i < groups; i++) {
      if (supply[i]! > tolerance) {
        seen[i] = 1;
        queue.push(i);
      }
    }
    let end = -1;
    for (let at = 0; at < queue.length && end < 0; at++) {
      const i = queue[at]!;
      for (const d of skills[i]!) {
        if (viaGroup[d]! >= 0) continue;
        viaGroup[d] = i;
        if (room[d]! > tolerance) {
          end = d;
          break;
        }
        // 让正在做 d 的另一组腾手去做别的
        for (let other = 0; other < groups; other++) {
          if (seen[other] === 1 || flow[other]![d]! <= tolerance) continue;
          seen[other] = 1;
          viaDemand[other] = d;
          queue.push(other);
        }
      }
    }
    if (end < 0) break;
    let amount = room[end]!;
    for (let d = end; ;) {
      const i = viaGroup[d]!;
      const previous = viaDemand[i]!;
      if (previous < 0) {
        amount = Math.min(amount, supply[i]!);
        break;
      }
      amount = Math.min(amount, flow[i]![previous]!);
      d = previous;
    }
    room[end]! -= amount;
    served += amount;
    for (let d = end; ;) {
      const i = viaGroup[d]!;
      flow[i]![d]! += amount;
      const previous = viaDemand[i]!;
      if (previous < 0) {
        supply[i]! -= amount;
        break;
      }
      flow[i]![previous]! -= amount;
      d = previous;
    }
  }
  return served;
}

/**
 * 交叉培训仿真：每组只多学一门、首尾连成一条链，能得到全能的多少好处。
 *
 * 目标：每期在技能连线允许的范围内完成量最大（最大流）。
 * 约束：各组不超过能力；各类不超过需求；组只能做会做的类。
 * 假设：各类需求独立正态、负值归 0；调配即时、换岗不损失效率；做不完即失去。
 * 符号与单位：需求、能力件/期；链的设计里第 i 组会做第 i 类与第 i + 1 类，最后一组接回第一类。
 * 出处：Jordan & Graves 1995 的链式柔性；各设计共用同一批需求。
 * 边界：只有一组时三种设计相同；需求无波动且与能力相称时柔性没有用处。
 * 复杂度：O(重复次数 × 组数³)。
 *
 * @example
 * simulateCrossTraining({ demandMeans: [8, 14], demandSds: [0, 0], capacities: [10, 10], designs: ['dedicated', 'full'], replications: 1, seed: 1 })[1].meanServed // 20
 */
export function simulateCrossTraining(input: CrossTrainingInput): CrossTrainingOutcome[] {
  const { demandMeans, demandSds, capacities, designs, replications, seed } = input;
  const nonNegative = (name: string, value: number): number => atLeast(name, value, 0);
  each('demandMeans', demandMeans, nonNegative);
  each('demandSds', demandSds, nonNegative);
  each('capacities', capacities, nonNegative);
  sameLength('demandSds', demandSds, 'demandMeans', demandMeans);
  sameLength('capacities', capacities, 'demandMeans', demandMeans);
  nonEmpty('designs', designs);
  integerAtLeast('replications', replications, 1);
  const count = demandMeans.length;
  const plans = designs.map((design) => {
    if (design !== 'dedicated' && design !== 'chain' && design !== 'full')
      reject('designs', "'dedicated', 'chain' or 'full'", design);
    const degree = design === 'dedicated' ? 1 : design === 'chain' ? Math.min(2, count) : count;
    const skills = capacities.map((_, i) =>
      Array.from({ length: degree }, (_, step) => (i + step) % count),
    );
    return { design, skills, sum: 0, squares: 0 };
  });
  const random = createRandom(seed);
  const capacity = capacities.reduce((sum, value) => sum + value, 0);
  let demanded = 0;
  for (let replication = 0; replication < replications; replication++) {
    const demand = demandMeans.map((mean, d) => Math.max(0, random.normal(mean, demandSds[d]!)));
    for (const value of demand) demanded += value;
    for (const plan of plans) {
      const served = maximumService({ demand, capacities, skills: plan.skills });
      plan.sum += served;
      plan.squares += served * served;
    }
  }
  return plans.map(({ design, skills, sum, squares }) => {
    const meanServed = sum / replications;
    const variance = Math.max(0, squares - sum * meanServed) / (replications - 1);
    return {
      design,
      skills: skills.reduce((total, list) => total + list.length, 0),
      meanServed,
      standardError: Math.sqrt(variance / replications),
      fillRate: sum / demanded,
      utilization: meanServed / capacity,
    };
  });
}
