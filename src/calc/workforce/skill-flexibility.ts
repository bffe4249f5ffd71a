import { atLeast, each, integerAtLeast, nonEmpty, reject, sameLength } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';

/** 最多几类：要逐个子集地看，十二类是 4096 个。 */
const mostKinds = 12;

/** 一批需求怎样抽。 */
export interface DemandSampleInput {
  /** 各类需求的均值，≥ 0，件/期。 */
  demandMeans: readonly number[];
  /** 各类需求的标准差，≥ 0；正态，负值归 0。 */
  demandSds: readonly number[];
  /** 重复次数，正整数。 */
  replications: number;
  /** 随机种子。 */
  seed: number;
}

/** 抽好的一批需求：一期一期排着，每期各类依次。 */
export interface DemandSample {
  /** 几类。 */
  kinds: number;
  /** 全部需求，第 r 期第 d 类在 `r × kinds + d`。 */
  demands: Float64Array;
}

/**
 * 抽一批需求；与 `simulateCrossTraining` 同一串随机数。抽一次，许多种连法都用它比。
 *
 * 假设：各类独立正态，负值归 0。
 * 符号与单位：件/期。
 * 出处：Jordan & Graves 1995 的需求设定，需求各自独立。
 * 边界：类数不超过 12；标准差为 0 时期期相同。
 * 复杂度：O(重复次数 × 类数)。
 *
 * @example
 * demandSample({ demandMeans: [8, 14], demandSds: [0, 0], replications: 2, seed: 1 }).demands.length // 4
 */
export function demandSample(input: DemandSampleInput): DemandSample {
  const { demandMeans, demandSds, replications, seed } = input;
  const nonNegative = (name: string, value: number): number => atLeast(name, value, 0);
  nonEmpty('demandMeans', demandMeans);
  each('demandMeans', demandMeans, nonNegative);
  each('demandSds', demandSds, nonNegative);
  sameLength('demandSds', demandSds, 'demandMeans', demandMeans);
  integerAtLeast('replications', replications, 1);
  const kinds = demandMeans.length;
  if (kinds > mostKinds) reject('demandMeans', `a list of at most ${mostKinds}`, kinds);
  const random = createRandom(seed);
  const demands = new Float64Array(replications * kinds);
  for (let at = 0; at < demands.length; at++)
    demands[at] = Math.max(0, random.normal(demandMeans[at % kinds]!, demandSds[at % kinds]!));
  return { kinds, demands };
}

/** 技能连线的比较：输入。 */
export interface SkillFlexibilityInput {
  /** 用哪一批需求。 */
  sample: DemandSample;
  /** 各组员工的能力，≥ 0，件/期；第 i 组的本行是第 i 类。 */
  capacities: readonly number[];
  /** 要比的几种连法；`designs[k][i]` 列出第 i 组会做的类。 */
  designs: readonly (readonly (readonly number[])[])[];
}

/** 一种连法的结果。 */
export interface SkillDesignOutcome {
  /** 连线数，近似培训量。 */
  skills: number;
  /** 平均完成量，件/期。 */
  meanServed: number;
  /** 平均完成量的标准误。 */
  standardError: number;
  /** 拿到全能好处的几成 =（完成量 − 专岗）÷（全能 − 专岗）；全能并不比专岗多时为 NaN。 */
  gained: number;
}

/** 技能连线的比较：结果。 */
export interface SkillFlexibilityResult {
  /** 各做本行时的平均完成量。 */
  dedicated: number;
  /** 人人全能时的平均完成量。 */
  full: number;
  /** 平均需求，件/期。 */
  demand: number;
  /** 各种连法，次序同输入。 */
  designs: SkillDesignOutcome[];
}

/**
 * 任意画的技能连线，各拿到全能的几成好处；各种连法用同一批需求。
 *
 * 目标：每期在连线允许的范围内完成量最大。
 * 约束：各组不超过能力；各类不超过需求；组只能做会做的类。
 * 假设：调配即时、换岗不损失效率；做不完即失去。与 `simulateCrossTraining` 同一模型，只是完成量改由最小割算：
 * 最大流 = min 对类的子集 S 取（S 以外的需求 + 会做 S 中任一类的各组能力）。
 * 符号与单位：需求、能力件/期；比例无量纲。
 * 出处：Jordan & Graves 1995；最大流等于最小割。
 * 边界：类数不超过 12；一条线也没有时完成量为 0；需求无波动且与能力相称时 `gained` 为 NaN。
 * 复杂度：O(期数 × 2^类数 × 连法数)，类少时比逐次增广快一个量级。
 *
 * @example
 * skillFlexibility({ sample: demandSample({ demandMeans: [8, 14], demandSds: [0, 0], replications: 1, seed: 1 }), capacities: [10, 10], designs: [[[0, 1], [1]]] }).designs[0].meanServed // 20
 */
export function skillFlexibility(input: SkillFlexibilityInput): SkillFlexibilityResult {
  const { sample, capacities, designs } = input;
  const { kinds, demands } = sample;
  each('capacities', capacities, (name, value) => atLeast(name, value, 0));
  if (capacities.length !== kinds)
    reject('capacities', `a list of ${kinds}, one for each kind in sample`, capacities.length);
  const subsets = 2 ** kinds;
  const plans = designs.map((design, k) => {
    sameLength(`designs[${k}]`, design, 'capacities', capacities);
    const able = design.map((list, i) =>
      list.reduce((mask, kind) => {
        if (!Number.isInteger(kind) || kind < 0 || kind >= kinds)
          reject(`designs[${k}][${i}]`, `kinds from 0 to ${kinds - 1}`, kind);
        return mask | (1 << kind);
      }, 0),
    );
    const reach = Float64Array.from({ length: subsets }, (_, subset) =>
      able.reduce((sum, mask, i) => (mask & subset ? sum + capacities[i]! : sum), 0),
    );
    return { reach, skills: able.reduce((sum, mask) => sum + bits(mask), 0), sum: 0, squares: 0 };
  });
  const capacity = capacities.reduce((sum, value) => sum + value, 0);
  const wanted = new Float64Array(subsets);
  let [dedicated, full, demanded] = [0, 0, 0];
  for (let at = 0; at < demands.length; at += kinds) {
    let [total, own] = [0, 0];
    for (let d = 0; d < kinds; d++) {
      const demand = demands[at + d]!;
      total += demand;
      own += Math.min(demand, capacities[d]!);
      // 含第 d 类的子集，由不含它的递推
      const from = 1 << d;
      for (let subset = 0; subset < from; subset++)
        wanted[from + subset] = wanted[subset]! + demand;
    }
    demanded += total;
    dedicated += own;
    full += Math.min(total, capacity);
    for (const plan of plans) {
      const { reach } = plan;
      let slack = 0;
      for (let subset = 1; subset < subsets; subset++) {
        const cut = reach[subset]! - wanted[subset]!;
        if (cut < slack) slack = cut;
      }
      const served = total + slack;
      plan.sum += served;
      plan.squares += served * served;
    }
  }
  const replications = demands.length / kinds;
  const worth = (full - dedicated) / replications;
  return {
    dedicated: dedicated / replications,
    full: full / replications,
    demand: demanded / replications,
    designs: plans.map(({ skills, sum, squares }) => {
      const meanServed = sum / replications;
      const variance = Math.max(0, squares - sum * meanServed) / (replications - 1);
      return {
        skills,
        meanServed,
        standardError: Math.sqrt(variance / replications),
        gained:
          worth > 1e-9 * Math.max(1, capacity)
            ? (sum - dedicated) / (full - dedicated)
            : Number.NaN,
      };
    }),
  };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}
