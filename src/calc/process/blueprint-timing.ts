import { atLeast, finite, integerAtLeast, nonEmpty, probability, reject } from '../core/checks.ts';

/** 蓝图上的一步。 */
export interface BlueprintStep {
  /** 步骤名，只用于显示。 */
  name?: string | undefined;
  /** 做一遍的标准时间。 */
  standardTime: number;
  /** 做一遍失败的概率，默认 0；失败总会被发现。 */
  failureProbability?: number | undefined;
  /** 失败一次额外花的时间（擦掉、道歉、改单），默认 0。 */
  reworkTime?: number | undefined;
  /**
   * 失败后退回到第几步重做（从 0 起，不得晚于本步）；默认退回本步；
   * `null` 表示补救时间花完即继续，不再重做。
   */
  reworkTo?: number | null | undefined;
}

/** 蓝图计时的输入；时间与成本率用同一时间单位。 */
export interface BlueprintTimingInput {
  /** 按执行次序排列的步骤。 */
  steps: readonly BlueprintStep[];
  /** 一次服务的收费，默认 0。 */
  price?: number | undefined;
  /** 每单位时间的成本，默认 0。 */
  costPerTime?: number | undefined;
  /** 与时间无关的每次成本（物料、分摊），默认 0。 */
  otherCost?: number | undefined;
  /** 想比较的若干实际执行时间，默认不比较。 */
  executionTimes?: readonly number[] | undefined;
}

/** 蓝图计时的结果。 */
export interface BlueprintTimingResult {
  /** 标准执行时间：每步做一遍、无失败。 */
  standardTime: number;
  /** 期望执行时间，含失败与返工；某步必失败且要重做时为 Infinity。 */
  expectedTime: number;
  /** 会失败的步骤各失败一次时的时间，用作“可接受时间”的参照。 */
  timeWithEachFailureOnce: number;
  /** 一遍全对的概率 = ∏(1 − 失败概率)。 */
  firstPassYield: number;
  /** 每步期望执行的遍数，与步骤同序。 */
  expectedVisits: number[];
  /** 标准时间下的每次利润。 */
  profitAtStandard: number;
  /** 期望利润 = 收费 − 成本率 × 期望时间 − 其他成本。 */
  expectedProfit: number;
  /** 利润恰为 0 的执行时间；成本率为 0 时，本来就亏为 0、否则为 Infinity。 */
  breakEvenTime: number;
  /** `executionTimes` 逐个对应的利润。 */
  profits: number[];
}

/**
 * 服务蓝图计时与盈亏：标准时间、失败返工后的期望时间、各执行时间下的利润。
 *
 * 假设：步骤串行；各次执行的失败相互独立，概率不因重做而变；失败当场发现；成本与时间成正比。
 * 符号与单位：时间单位由输入定，`costPerTime` 用同一单位；每步从开始到进入下一步的期望时间 D_i 满足 D_i(1 − p_i) = t_i + p_i(返工时间 + Σ_{j=退回步}^{i−1} D_j)，逐步前推，不必解方程组。
 * 出处：Shostack (1984), Designing Services That Deliver, HBR 的擦鞋例；期望时间按吸收马尔可夫链。
 * 边界：失败概率为 1 且要重做，期望时间与遍数为 Infinity；退回步晚于本步是输入错误。擦鞋例的 0.20/0.11/0.02/(0.07) 用成本率 0.09/分、其他成本 0.12（蜡 0.03 加分摊 0.09）。
 * 复杂度：O(步数²)。
 *
 * @example
 * blueprintTiming({ steps: [{ standardTime: 0.5 }, { standardTime: 0.5, failureProbability: 0.1, reworkTime: 0.75 }, { standardTime: 1 }], price: 0.5, costPerTime: 0.09, otherCost: 0.12, executionTimes: [2, 3, 4, 5] }).expectedTime // 2.138888888888889
 */
export function blueprintTiming({
  steps,
  price = 0,
  costPerTime = 0,
  otherCost = 0,
  executionTimes = [],
}: BlueprintTimingInput): BlueprintTimingResult {
  nonEmpty('steps', steps);
  finite('price', price);
  atLeast('costPerTime', costPerTime, 0);
  finite('otherCost', otherCost);
  executionTimes.forEach((time, i) => atLeast(`executionTimes[${i}]`, time, 0));

  let standardTime = 0;
  let timeWithEachFailureOnce = 0;
  let firstPassYield = 1;
  const durations: number[] = []; // 从第 i 步开始到进入第 i+1 步的期望时间
  const passes: number[] = []; // 从第 i 步开始到进入第 i+1 步，会重新经历“推进一步”的次数
  const back: number[] = [];
  const retryOdds: number[] = []; // p/(1−p)：每推进一步平均退回几次

  steps.forEach((step, i) => {
    const time = atLeast(`steps[${i}].standardTime`, step.standardTime, 0);
    const failure = probability(`steps[${i}].failureProbability`, step.failureProbability ?? 0);
    const rework = atLeast(`steps[${i}].reworkTime`, step.reworkTime ?? 0, 0);
    const repeats = step.reworkTo !== null;
    const target = repeats ? integerAtLeast(`steps[${i}].reworkTo`, step.reworkTo ?? i, 0) : i;
    if (target > i) reject(`steps[${i}].reworkTo`, `an index ≤ ${i} or null`, target);

    standardTime += time;
    timeWithEachFailureOnce += time + rework;
    if (repeats && failure > 0)
      for (let j = target; j <= i; j++) timeWithEachFailureOnce += timeOf(steps, j);
    firstPassYield *= 1 - failure;

    let duration: number;
    if (!repeats || failure === 0) duration = time + failure * rework;
    else {
      let redo = rework;
      for (let j = target; j < i; j++) redo += durations[j] as number;
      duration = (time + failure * redo) / (1 - failure);
    }
    durations.push(failure === 1 && repeats ? Infinity : duration);
    back.push(target);
    retryOdds.push(repeats ? failure / (1 - failure) : 0);
    passes.push(0);
  });

  // 每步被“推进通过”的期望次数：最后一步 1 次；更早的一步还要加上后面各步退回越过它的次数。
  for (let i = steps.length - 1; i >= 0; i--) {
    let count = 1;
    for (let k = i + 1; k < steps.length; k++)
      if ((back[k] as number) <= i) {
        const odds = retryOdds[k] as number;
        if (odds > 0) count += (passes[k] as number) * odds;
      }
    passes[i] = count;
  }
  const expectedVisits = passes.map((count, i) => count * (1 + (retryOdds[i] as number)));
  const expectedTime = durations.reduce((sum, duration) => sum + duration, 0);
  const profitAt = (time: number): number =>
    costPerTime === 0 ? price - otherCost : price - costPerTime * time - otherCost;
  const margin = price - otherCost;

  return {
    standardTime,
    expectedTime,
    timeWithEachFailureOnce,
    firstPassYield,
    expectedVisits,
    profitAtStandard: profitAt(standardTime),
    expectedProfit: profitAt(expectedTime),
    breakEvenTime: margin < 0 ? 0 : costPerTime === 0 ? Infinity : margin / costPerTime,
    profits: executionTimes.map(profitAt),
  };
}

function timeOf(steps: readonly BlueprintStep[], index: number): number {
  return (steps[index] as BlueprintStep).standardTime;
}
