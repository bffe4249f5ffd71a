import { atLeast, nonEmpty, positive } from '../core/checks.ts';
import { productMinusEach } from '../core/exact.ts';
import type { PriorityResult } from './priority-nonpreemptive.ts';
import { weightedMean } from './priority-nonpreemptive.ts';

/** 一类顾客。 */
export interface PriorityClass {
  /** 到达率 λ ≥ 0。 */
  arrivalRate: number;
  /** 平均服务时间 > 0。 */
  meanService: number;
  /** 服务时间变异系数的平方 ≥ 0（定长 0，指数 1）。 */
  scvService: number;
}

/** M/G/1 优先级排队的结果。 */
export interface PrioritySingleServerResult extends PriorityResult {
  /** 不分优先级（先到先服务）时人人相同的平均等待。 */
  meanWaitFirstComeFirstServed: number;
  /** 守恒量 Σ ρ_i W_i：稳定时与优先次序无关。 */
  conservedSum: number;
}

/** 到达率与服务时间多半是十进小数，存成双精度已有舍入；富余小到这里以下就分不清是余是缺。 */
const negligibleSpare = 1e-14;

/**
 * M/G/1 非抢占优先（Cobham）：单服务台，高优先级插到队前，不打断正在进行的服务。
 *
 * 假设：各类泊松到达，服务时间分布任意（用均值与变异）；类内先到先服务；稳态。
 * 符号与单位：`classes` 从最优先到最不优先，每类 λ `arrivalRate`、τ `meanService`、C_s² `scvService`；返回各类平均等待。
 * 出处：Cobham (1954)；守恒律见 Kleinrock。
 * 边界：逐类判断稳定：前 k 类 Σρ < 1 时第 k 类有限。过载时服务台永远忙，剩余服务时间只按真正得到服务的份额计（第一个不稳定的类占满余下能力，更低的类占 0）。富余 1 − Σρ 不到 10⁻¹⁴ 时看作 0：输入存成双精度的舍入已有这么大，正负号没有意义。
 * 复杂度：O(类数)。
 *
 * @example
 * priorityMg1({ classes: [{ arrivalRate: 0.3, meanService: 1, scvService: 1 }, { arrivalRate: 0.2, meanService: 2, scvService: 0.25 }] }).meanWaits // [1.1428571428571428, 3.8095238095238093]
 */
export function priorityMg1({
  classes,
}: {
  classes: readonly PriorityClass[];
}): PrioritySingleServerResult {
  nonEmpty('classes', classes);
  classes.forEach((each, k) => {
    atLeast(`classes[${k}].arrivalRate`, each.arrivalRate, 0);
    positive(`classes[${k}].meanService`, each.meanService);
    atLeast(`classes[${k}].scvService`, each.scvService, 0);
  });
  // 到达者看到的剩余服务时间：第 k 类占用服务台的份额 × 其平均剩余服务时间。
  let residual = 0;
  let unclaimed = 1;
  // spares[k]：1 − 前 k + 1 类的 Σλτ
  const spares = productMinusEach(
    [1, 1],
    classes.map((each) => [each.arrivalRate, each.meanService]),
  );
  for (const { arrivalRate, meanService, scvService } of classes) {
    const share = Math.min(arrivalRate * meanService, unclaimed);
    residual += (share * meanService * (1 + scvService)) / 2;
    unclaimed = Math.max(0, unclaimed - share);
  }
  const waitBehind = (spare: number) => (spare > negligibleSpare ? residual / spare : Infinity);
  const meanWaits = spares.map((spare, k) => {
    const wait = waitBehind(spare);
    return wait === Infinity || k === 0 ? wait : wait / spares[k - 1]!;
  });
  const utilization = classes.reduce((sum, each) => sum + each.arrivalRate * each.meanService, 0);
  const rates = classes.map((each) => each.arrivalRate);
  return {
    meanWaits,
    meanTimesInSystem: meanWaits.map((wait, k) => wait + classes[k]!.meanService),
    meanQueueLengths: meanWaits.map((wait, k) => (rates[k]! === 0 ? 0 : wait * rates[k]!)),
    meanWait: weightedMean(meanWaits, rates),
    utilization,
    meanWaitFirstComeFirstServed: waitBehind(spares.at(-1)!),
    conservedSum: meanWaits.reduce(
      (sum, wait, k) => sum + (rates[k]! === 0 ? 0 : rates[k]! * classes[k]!.meanService * wait),
      0,
    ),
  };
}
