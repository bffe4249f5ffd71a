import { atLeast, integerAtLeast, positive, probability } from '../core/checks.ts';
import { findRoot } from '../core/roots.ts';
import { mmc } from '../queueing/mmc.ts';

/** 前后台分离的输入；所有时间用同一单位。 */
export interface DecouplingInput {
  /** 每单位时间到达的顾客数 λ。 */
  arrivalRate: number;
  /** 一位顾客面对面部分的平均时间。 */
  frontTime: number;
  /** 一位顾客后台部分的平均时间（分离前，由同一名员工做）。 */
  backTime: number;
  /** 分离后的前台人数。 */
  frontServers: number;
  /** 分离后的后台人数。 */
  backServers: number;
  /** 分离前的全能员工数，默认等于前后台人数之和。 */
  generalists?: number | undefined;
  /** 后台专业化后的平均时间，默认与 `backTime` 相同（不提速）。 */
  specializedBackTime?: number | undefined;
  /** 后台做完发现交接有错、退回前台重来的概率，默认 0。 */
  returnToFront?: number | undefined;
  /** 后台做完发现有错、只在后台重做的概率，默认 0；与 `returnToFront` 之和须小于等于 1。 */
  redoInBack?: number | undefined;
  /** 前台员工单位时间成本，默认 1。 */
  frontWage?: number | undefined;
  /** 后台员工单位时间成本，默认 1。 */
  backWage?: number | undefined;
  /** 全能员工单位时间成本，默认等于前台。 */
  generalistWage?: number | undefined;
}

/** 一组员工的忙闲与快慢。 */
export interface Stage {
  /** 到这一级的人（件）数，含返工，每单位时间。 */
  arrivalRate: number;
  /** 利用率 ρ；≥ 1 时积压无限增长。 */
  utilization: number;
  /** 平均等待；不稳定时为 Infinity。 */
  meanWait: number;
  /** 平均在这一级的时间（等待加办理）；不稳定时为 Infinity。 */
  meanTime: number;
}

/** 分离前后的对照。 */
export interface DecouplingResult {
  /** 分离前：全能员工从头办到尾，顾客全程在场。 */
  combined: Stage;
  /** 分离后的前台。 */
  front: Stage;
  /** 分离后的后台。 */
  back: Stage;
  /** 分离前顾客逗留时间，也是办结时间。 */
  customerTimeBefore: number;
  /** 分离后顾客在前台逗留的总时间，含被退回再来的。 */
  customerTimeAfter: number;
  /** 分离后从到达到办结的平均总周转；任一级不稳定时为 Infinity。 */
  turnaroundAfter: number;
  /** 两级都稳定。 */
  stable: boolean;
  /** 分离前每位顾客的人工成本。 */
  costPerCustomerBefore: number;
  /** 分离后每位顾客的人工成本。 */
  costPerCustomerAfter: number;
}

/**
 * 前后台分离：全能员工的单级 M/M/c 与前台、后台两级 M/M/c（可带返工）对照。
 *
 * 假设：泊松到达、各级服务时间为指数、先到先服务、等待空间无限；返工概率独立，两级构成开放杰克逊网络。分离前把面客与后台两部分之和也当作指数时间。
 * 符号与单位：λ `arrivalRate`；各时间同一单位；返工后前台到达 λ_f = λ(1 − q)/(1 − q − r)，后台到达 λ_b = λ_f/(1 − q)，r 为退回前台、q 为后台自行重做。
 * 出处：Jackson (1957) 开放网络；分离的动机见 Chase (1978)、Metters & Vargas (2000)。
 * 边界：某级利用率 ≥ 1 时它的等待与总周转为 Infinity；r + q = 1 时没有人能办结，到达率为 Infinity。
 * 复杂度：O(员工数)。
 *
 * @example
 * decoupling({ arrivalRate: 0.5, frontTime: 4, backTime: 6, frontServers: 3, backServers: 3, specializedBackTime: 4.8 }).customerTimeAfter // 5.777777777777779
 */
export function decoupling({
  arrivalRate,
  frontTime,
  backTime,
  frontServers,
  backServers,
  generalists = frontServers + backServers,
  specializedBackTime = backTime,
  returnToFront = 0,
  redoInBack = 0,
  frontWage = 1,
  backWage = 1,
  generalistWage = frontWage,
}: DecouplingInput): DecouplingResult {
  positive('arrivalRate', arrivalRate);
  positive('frontTime', frontTime);
  positive('backTime', backTime);
  integerAtLeast('frontServers', frontServers, 1);
  integerAtLeast('backServers', backServers, 1);
  integerAtLeast('generalists', generalists, 1);
  positive('specializedBackTime', specializedBackTime);
  probability('returnToFront', returnToFront);
  probability('redoInBack', redoInBack);
  probability('returnToFront + redoInBack', returnToFront + redoInBack);
  atLeast('frontWage', frontWage, 0);
  atLeast('backWage', backWage, 0);
  atLeast('generalistWage', generalistWage, 0);

  const settled = 1 - redoInBack - returnToFront;
  const backArrivals = settled > 0 ? arrivalRate / settled : Infinity;
  // 退回前台的件数按后台流量算，不用 (1 − q) 的比，q 接近 1 时也不丢位。
  const frontArrivals =
    returnToFront === 0 ? arrivalRate : arrivalRate + returnToFront * backArrivals;

  const combined = stage(arrivalRate, frontTime + backTime, generalists);
  const front = stage(frontArrivals, frontTime, frontServers);
  const back = stage(backArrivals, specializedBackTime, backServers);
  const frontVisits = frontArrivals / arrivalRate;
  const backVisits = backArrivals / arrivalRate;
  const customerTimeAfter = frontVisits * front.meanTime;
  return {
    combined,
    front,
    back,
    customerTimeBefore: combined.meanTime,
    customerTimeAfter,
    turnaroundAfter: customerTimeAfter + backVisits * back.meanTime,
    stable: front.utilization < 1 && back.utilization < 1,
    costPerCustomerBefore: (generalists * generalistWage) / arrivalRate,
    costPerCustomerAfter: (frontServers * frontWage + backServers * backWage) / arrivalRate,
  };
}

/**
 * 后台每件最多做多久，分离后的平均总周转才不超过分离前（或给定的 `target`）。
 * 前台自己已经花掉这么久时为 0：后台再快也不行；分离前没有稳态时为 Infinity。可以大于 `backTime`：不提速也不亏。
 *
 * @example
 * breakEvenBackTime({ arrivalRate: 0.5, frontTime: 4, backTime: 6, frontServers: 3, backServers: 3 }) // 4.8138411346216055
 */
export function breakEvenBackTime({
  target,
  ...input
}: Omit<DecouplingInput, 'specializedBackTime'> & {
  /** 总周转不超过多久，缺省为分离前的逗留时间。 */
  target?: number;
}): number {
  if (target !== undefined) positive('target', target);
  const unhurried = decoupling(input);
  const limit = target ?? unhurried.customerTimeBefore;
  if (limit === Infinity) return Infinity;
  if (unhurried.customerTimeAfter >= limit) return 0;
  // 后台恰好满载的每件时间：到这里周转无穷大，根必在它以下
  const full = input.backServers / unhurried.back.arrivalRate;
  return findRoot({
    // 周转在满载处趋于无穷；取 1 − 目标/周转，让求根面对有界函数
    f: (specializedBackTime) =>
      1 - limit / decoupling({ ...input, specializedBackTime }).turnaroundAfter,
    low: full * 1e-9,
    high: full,
  }).root;
}

function stage(arrivalRate: number, meanService: number, servers: number): Stage {
  const utilization = (arrivalRate * meanService) / servers;
  // 4.8 × 0.5 ÷ 3 这类小数会把恰好等于 1 的利用率算成 1 − ε；在舍入误差内视为满载，否则会报出天文数字的等待。
  if (!(utilization < 1 - 1e-14))
    return { arrivalRate, utilization, meanWait: Infinity, meanTime: Infinity };
  const queue = mmc({ arrivalRate, serviceRate: 1 / meanService, servers });
  return {
    arrivalRate,
    utilization,
    meanWait: queue.meanWait,
    meanTime: queue.meanWait + meanService,
  };
}
