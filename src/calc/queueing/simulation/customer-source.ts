import { integerAtLeast, nonEmpty, positive, reject } from '../../core/checks.ts';
import { checkArrivals, createArrivalTimes } from './arrival-process.ts';
import type { ArrivalProcess } from './arrival-process.ts';
import { checkDistribution, createFiller, createSampler } from './distributions.ts';
import type { Distribution } from './distributions.ts';
import { checkSeed, createStream, deriveSeed } from './sampling/streams.ts';

/** 一类顾客。类别按数组顺序编号，0 号优先级最高。 */
export interface CustomerClass {
  /** 占到达人数的比重，> 0，各类相加后归一；缺省 1。 */
  share?: number;
  /** 服务需求的分布。 */
  service: Distribution;
  /** 耐心（愿意等到开始服务的最长时间）的分布；缺省永不放弃。 */
  patience?: Distribution;
}

/** 顾客从哪里来、来多少。 */
export interface CustomerStreamInput {
  /** 到达过程（各类合在一起）。 */
  arrivals: ArrivalProcess;
  /** 各类顾客，至少一类。 */
  classes: readonly CustomerClass[];
  /** 到达人数上限，≥ 1；与 `horizon` 至少给一个。 */
  customers?: number;
  /** 到达截止时刻，> 0；此后不再有人来，已在系统里的人照常走完。 */
  horizon?: number;
  /** 种子，任意安全整数。 */
  seed: number;
}

/**
 * 一批顾客，按到达先后，一列一个属性。
 *
 * 与规则无关的一切随机性都在这里：同一批顾客在不同规则下重放，差别便只来自规则。
 */
export interface CustomerBlock {
  /** 人数；各列可能更长，多出的部分无意义。 */
  count: number;
  /** 到达时刻。 */
  arrival: Float64Array;
  /** 服务需求。 */
  service: Float64Array;
  /** 耐心；Infinity 表示不放弃。 */
  patience: Float64Array;
  /** 类别编号。 */
  customerClass: Uint8Array;
  /** 看队止步用的均匀数。 */
  balkingDraw: Float64Array;
  /** 选队用的均匀数。 */
  lineDraw: Float64Array;
}

/** 顾客的来源：每次给一批，给完返回 null。返回的数组可能在下一次被覆盖。 */
export type CustomerSource = () => CustomerBlock | null;

/** 类别以 Uint8 存放。 */
const classLimit = 256;

/** 一批的人数。 */
const blockLength = 1024;

/**
 * 空的一批，长度为 `length`。
 *
 * @internal
 */
export function createBlock(length: number): CustomerBlock {
  return {
    count: 0,
    arrival: new Float64Array(length),
    service: new Float64Array(length),
    patience: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    customerClass: new Uint8Array(length),
    balkingDraw: new Float64Array(length),
    lineDraw: new Float64Array(length),
  };
}

/** 检查顾客来源的各项参数。 */
export function checkCustomerStream(input: CustomerStreamInput): void {
  checkArrivals('arrivals', input.arrivals);
  nonEmpty('classes', input.classes);
  if (input.classes.length > classLimit)
    reject('classes', `at most ${classLimit} classes`, input.classes);
  input.classes.forEach((customerClass, i) => {
    positive(`classes[${i}].share`, customerClass.share ?? 1);
    checkDistribution(`classes[${i}].service`, customerClass.service);
    if (customerClass.patience) checkDistribution(`classes[${i}].patience`, customerClass.patience);
  });
  if (input.customers === undefined && input.horizon === undefined)
    reject('customers', 'given when horizon is not', undefined);
  if (input.customers !== undefined) integerAtLeast('customers', input.customers, 1);
  if (input.horizon !== undefined) positive('horizon', input.horizon);
  checkSeed('seed', input.seed);
}

/**
 * 顾客的来源：按种子逐批生成到达时刻、服务需求与耐心。
 *
 * 假设：各类按比重随机混入同一到达过程（泊松到达时等价于各类各自泊松）；服务、耐心独立抽取。
 * 符号与单位：时间单位由调用者定，全程一致。
 * 出处：公共随机数法，见 Law, Simulation Modeling and Analysis。
 * 边界：`need` 说明用不到的均匀数不抽，但各属性各用一条随机流，抽与不抽不影响其余属性。
 * 复杂度：每人 O(1)，内存 O(1)。
 *
 * @example
 * createCustomerSource({ arrivals: { kind: 'renewal', interval: { kind: 'deterministic', mean: 2 } }, classes: [{ service: { kind: 'deterministic', mean: 1 } }], customers: 3, seed: 1 })().count // 3
 */
export function createCustomerSource(
  input: CustomerStreamInput,
  need: { balking: boolean; line: boolean } = { balking: true, line: true },
): CustomerSource {
  checkCustomerStream(input);
  const { classes, seed, horizon = Number.POSITIVE_INFINITY } = input;
  let left = input.customers ?? Number.POSITIVE_INFINITY;
  let ended = false;

  const fillArrivals = createArrivalTimes(input.arrivals, deriveSeed(seed, 0));
  const classStream = createStream(deriveSeed(seed, 1));
  const balkingStream = createStream(deriveSeed(seed, 2));
  const lineStream = createStream(deriveSeed(seed, 3));
  const block = createBlock(blockLength);

  const total = classes.reduce((sum, { share = 1 }) => sum + share, 0);
  const cumulative = new Float64Array(classes.length);
  let running = 0;
  classes.forEach(({ share = 1 }, k) => (cumulative[k] = running += share / total));

  const only = classes.length === 1 ? classes[0]! : null;
  const serviceStreams = classes.map((_, k) => createStream(deriveSeed(seed, 4, k)));
  const patienceStreams = classes.map((_, k) => createStream(deriveSeed(seed, 5, k)));
  const fillService = only ? createFiller(only.service, serviceStreams[0]!) : null;
  const fillPatience = only?.patience ? createFiller(only.patience, patienceStreams[0]!) : null;
  const drawService = classes.map(({ service }, k) => createSampler(service, serviceStreams[k]!));
  const drawPatience = classes.map(({ patience }, k) =>
    patience ? createSampler(patience, patienceStreams[k]!) : null,
  );

  function drawClasses(count: number): void {
    for (let i = 0; i < count; i++) {
      const draw = classStream.uniform();
      let k = 0;
      while (k < classes.length - 1 && draw >= cumulative[k]!) k++;
      block.customerClass[i] = k;
      block.service[i] = drawService[k]!();
      const patience = drawPatience[k];
      block.patience[i] = patience ? patience() : Number.POSITIVE_INFINITY;
    }
  }

  return () => {
    if (ended || left <= 0) return null;
    const { arrival } = block;
    let count = fillArrivals(arrival);
    if (count < blockLength) ended = true;
    if (count > left) count = left;
    if (count > 0 && arrival[count - 1]! > horizon) {
      while (count > 0 && arrival[count - 1]! > horizon) count--;
      ended = true;
    }
    left -= count;
    if (count === 0) return null;
    if (fillService) {
      fillService(block.service);
      fillPatience?.(block.patience);
    } else drawClasses(count);
    for (let i = 0; need.balking && i < count; i++) block.balkingDraw[i] = balkingStream.uniform();
    for (let i = 0; need.line && i < count; i++) block.lineDraw[i] = lineStream.uniform();
    block.count = count;
    return block;
  };
}
