import { integerAtLeast, positive, reject } from '../../core/checks.ts';
import type { Distribution } from './distributions.ts';
import { simulateQueue } from './event-loop.ts';
import { replicate } from './replications.ts';
import { simulateWaits } from './waits.ts';

/** 肯德尔记号加上各个率。 */
export interface KendallInput {
  /**
   * 记号：到达/服务/台数[/系统容量][+耐心]，如 `M/M/5`、`M/D/1`、`M/E4/1`、`M/M/3/10`、`M/M/5+M`。
   * 分布符号 M 指数、D 定长、Ek 爱尔朗 k 阶、H2 超指数、LN 对数正态、G 或 GI 一般（按 scv：
   * 取对数正态）；H2、LN、G、GI 须另给变异系数平方。
   */
  notation: string;
  /** 到达率 λ，> 0。 */
  arrivalRate: number;
  /** 每台服务率 μ，> 0。 */
  serviceRate: number;
  /** 放弃率 θ = 1 ÷ 平均耐心，> 0；记号带 +M、+D 时必给。 */
  abandonmentRate?: number;
  /** 到达间隔的变异系数平方，到达符号为 H2、LN、G、GI 时必给。 */
  arrivalScv?: number;
  /** 服务时间的变异系数平方，服务符号为 H2、LN、G、GI 时必给。 */
  serviceScv?: number;
}

/** 由记号读出的模型。 */
export interface KendallModel {
  /** 到达间隔的分布。 */
  arrivals: Distribution;
  /** 服务时间的分布。 */
  service: Distribution;
  /** 台数。 */
  servers: number;
  /** 系统容量；记号没写则为 Infinity。 */
  capacity: number;
  /** 耐心的分布；记号没写则为 null。 */
  patience: Distribution | null;
}

function readSymbol(input: {
  symbol: string;
  mean: number;
  scv: number | undefined;
  scvName: string;
}): Distribution {
  const { symbol, mean, scv, scvName } = input;
  const given = (): number => scv ?? reject(scvName, `given for ${symbol}`, scv);
  if (symbol === 'M') return { kind: 'exponential', mean };
  if (symbol === 'D') return { kind: 'deterministic', mean };
  if (symbol === 'H2') return { kind: 'hyperexponential', mean, scv: given() };
  if (symbol === 'LN' || symbol === 'G' || symbol === 'GI')
    return { kind: 'lognormal', mean, scv: given() };
  const stages = /^E(\d+)$/.exec(symbol);
  if (stages) return { kind: 'erlang', mean, stages: Number(stages[1]) };
  return reject('notation', 'built from M, D, Ek, H2, LN, G, GI', symbol);
}

/**
 * 读肯德尔记号。
 *
 * @example
 * readKendall({ notation: 'M/D/3/10', arrivalRate: 2, serviceRate: 1 }).capacity // 10
 */
export function readKendall(input: KendallInput): KendallModel {
  const { notation, arrivalRate, serviceRate, abandonmentRate } = input;
  positive('arrivalRate', arrivalRate);
  positive('serviceRate', serviceRate);
  const parts = /^([A-Z]+\d*)\/([A-Z]+\d*)\/(\d+)(?:\/(\d+|inf|∞))?(?:\+(M|D))?$/.exec(
    String(notation).replaceAll(' ', ''),
  );
  if (!parts) reject('notation', 'Kendall notation such as M/M/5 or M/M/5+M', notation);
  const [, arrivalSymbol = '', serviceSymbol = '', servers, capacity, patience] = parts;
  const limited = capacity !== undefined && /^\d+$/.test(capacity);
  return {
    arrivals: readSymbol({
      symbol: arrivalSymbol,
      mean: 1 / arrivalRate,
      scv: input.arrivalScv,
      scvName: 'arrivalScv',
    }),
    service: readSymbol({
      symbol: serviceSymbol,
      mean: 1 / serviceRate,
      scv: input.serviceScv,
      scvName: 'serviceScv',
    }),
    servers: integerAtLeast('servers', Number(servers), 1),
    capacity: limited ? integerAtLeast('capacity', Number(capacity), 1) : Number.POSITIVE_INFINITY,
    patience:
      patience === undefined
        ? null
        : readSymbol({
            symbol: patience,
            mean: 1 / positive('abandonmentRate', abandonmentRate ?? Number.NaN),
            scv: undefined,
            scvName: 'patienceScv',
          }),
  };
}

/** `simulateKendall` 的输入。 */
export interface KendallSimulationInput extends KendallInput {
  /** 每次重复计入统计的顾客数，≥ 1。 */
  customers: number;
  /** 重复次数，≥ 1，缺省 4。 */
  replications?: number;
  /** 种子，任意安全整数。 */
  seed: number;
}

/** `simulateKendall` 的结果，各为重复的均值。 */
export interface KendallSimulation {
  /** 入队者的平均等待（含放弃者）。 */
  meanWait: number;
  /** 平均在系统人数。 */
  meanNumberInSystem: number;
  /** 平均等待人数。 */
  meanNumberWaiting: number;
  /** 入队者中须等待的比例。 */
  probabilityOfWaiting: number;
  /** 入队者中放弃的比例。 */
  probabilityOfAbandoning: number;
  /** 到达者中满员被拒的比例。 */
  probabilityOfBlocking: number;
  /** 利用率。 */
  utilization: number;
}

/**
 * 按肯德尔记号仿真：没有放弃与容量限制的走快速路径，其余走通用引擎。
 *
 * 假设：先到先服务、一条队；其余由记号给出。
 * 符号与单位：λ `arrivalRate`、μ `serviceRate`、θ `abandonmentRate`，同一时间单位。
 * 出处：记号 Kendall (1953)。
 * 边界：过载且无放弃、无限容量时结果随人数增长，不收敛；每次重复另有十分之一人数作预热。
 * 复杂度：每名顾客 O(log c)，共 `replications` × `customers` × 1.1 人。
 *
 * @example
 * simulateKendall({ notation: 'D/D/1', arrivalRate: 1, serviceRate: 2, customers: 100, seed: 1 }).meanWait // 0
 */
export function simulateKendall(input: KendallSimulationInput): KendallSimulation {
  const { customers, seed, replications = 4 } = input;
  const { arrivals, service, servers, capacity, patience } = readKendall(input);
  const fast = patience === null && capacity === Number.POSITIVE_INFINITY;
  const estimates = replicate({
    replications,
    seed,
    run(replicationSeed) {
      if (fast) {
        const waits = simulateWaits({
          arrivals,
          service,
          servers,
          customers,
          seed: replicationSeed,
        });
        return {
          meanWait: waits.meanWait,
          meanNumberInSystem: waits.meanNumberInSystem,
          meanNumberWaiting: waits.meanNumberWaiting,
          probabilityOfWaiting: waits.probabilityOfWaiting,
          probabilityOfAbandoning: 0,
          probabilityOfBlocking: 0,
          utilization: waits.utilization,
        };
      }
      const result = simulateQueue({
        arrivals: { kind: 'renewal', interval: arrivals },
        classes: [{ service, ...(patience ? { patience } : {}) }],
        policy: { servers, capacity },
        customers,
        seed: replicationSeed,
      });
      return {
        meanWait: result.overall.meanWait,
        meanNumberInSystem: result.meanNumberInSystem,
        meanNumberWaiting: result.meanNumberWaiting,
        probabilityOfWaiting: result.overall.probabilityOfWaiting,
        probabilityOfAbandoning: result.overall.probabilityOfAbandoning,
        probabilityOfBlocking: result.overall.probabilityOfBlocking,
        utilization: result.utilization,
      };
    },
  });
  return {
    meanWait: estimates.meanWait.mean,
    meanNumberInSystem: estimates.meanNumberInSystem.mean,
    meanNumberWaiting: estimates.meanNumberWaiting.mean,
    probabilityOfWaiting: estimates.probabilityOfWaiting.mean,
    probabilityOfAbandoning: estimates.probabilityOfAbandoning.mean,
    probabilityOfBlocking: estimates.probabilityOfBlocking.mean,
    utilization: estimates.utilization.mean,
  };
}
