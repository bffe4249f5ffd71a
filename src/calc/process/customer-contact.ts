import { reject, within, positive, nonEmpty, atLeast } from '../core/checks.ts';

/** 一项服务的接触时间与总时间。 */
export interface CustomerContactInput {
  /** 顾客在场（或在线实时交互）的时间。 */
  contactTime: number;
  /** 完成整项服务所需的总时间，含后台；同一单位。 */
  serviceTime: number;
}

/** 接触度与潜在效率。 */
export interface CustomerContactResult {
  /** 接触度 = 接触时间 ÷ 服务总时间，0 到 1。 */
  contactRatio: number;
  /** 潜在效率 = 1 − 接触度：可以按工厂方式组织的那部分工作的比例。 */
  potentialEfficiency: number;
  /** 可移到后台的时间，同一单位。 */
  decoupledTime: number;
}

/**
 * 顾客接触度：接触时间占服务总时间的比例，以及由此得到的潜在效率。
 *
 * 假设：潜在效率取最简单的线性形式 1 − 接触度；它是上限而非实测效率。
 * 符号与单位：`contactTime`、`serviceTime` 用同一时间单位；两个比例无量纲。
 * 出处：Chase (1978), Where Does the Customer Fit in a Service Operation?；Chase (1981)。
 * 边界：接触时间等于总时间时潜在效率为 0；接触时间超过总时间是输入错误。
 * 复杂度：O(1)。
 *
 * @example
 * customerContact({ contactTime: 12, serviceTime: 48 }).potentialEfficiency // 0.75
 */
export function customerContact({
  contactTime,
  serviceTime,
}: CustomerContactInput): CustomerContactResult {
  positive('serviceTime', serviceTime);
  within('contactTime', contactTime, 0, serviceTime);
  const contactRatio = contactTime / serviceTime;
  return {
    contactRatio,
    potentialEfficiency: 1 - contactRatio,
    decoupledTime: serviceTime - contactTime,
  };
}

/** 流程里的一步：耗时与顾客是否在场。 */
export interface ContactStep {
  /** 步骤名。 */
  name: string;
  /** 耗时。 */
  time: number;
  /** 顾客是否在场。 */
  customerPresent: boolean;
}

/** 由步骤清单求接触度：在场步骤的时间之和 ÷ 全部步骤的时间之和。 */
export function customerContactOfSteps(steps: readonly ContactStep[]): CustomerContactResult {
  nonEmpty('steps', steps);
  let contactTime = 0;
  let serviceTime = 0;
  steps.forEach((step, i) => {
    atLeast(`steps[${i}].time`, step.time, 0);
    serviceTime += step.time;
    if (step.customerPresent) contactTime += step.time;
  });
  if (serviceTime === 0) reject('steps', 'a list with total time > 0', serviceTime);
  return customerContact({ contactTime, serviceTime });
}
