import { atLeast, each, integerAtLeast } from '../../core/checks.ts';
import { Recorder } from './customer-record.ts';
import { checkCustomerStream, createCustomerSource } from './customer-source.ts';
import type { CustomerStreamInput } from './customer-source.ts';
import { completePolicy } from './policy.ts';
import type { Policy } from './policy.ts';
import { QueueEngine } from './engine/queue-engine.ts';
import { collectResult } from './simulation-result.ts';
import type { SimulationResult } from './simulation-result.ts';

/** `simulateQueue` 的输入。 */
export interface SimulationInput extends CustomerStreamInput {
  /** 系统规则。 */
  policy: Policy;
  /**
   * 开头不计入统计的到达人数；缺省为 `customers` 的十分之一，给了 `horizon` 时缺省 0。
   * 计入统计的是其后的 `customers` 人。
   */
  warmup?: number;
  /** 想知道“等待超过 t 的比例”的那些 t；缺省为空。 */
  tailTimes?: readonly number[];
  /** 是否留逐人记录；缺省 false。记录含预热期的顾客。 */
  record?: boolean;
}

/**
 * 通用排队仿真：各种排法、优先、止步、放弃、换队、有限容量、时变到达，按事件推进。
 *
 * 假设：c 个相同服务台；各类顾客随机混入一个到达过程；同一时刻先完工、再放弃、后到达。
 * 符号与单位：时间单位任意而全程一致；人数统计取预热后的到达者，直到他们全部离开；时间
 * 平均取从第一名计入者到达（无预热时从 0 时刻）到最后一次到达（或 `horizon`）这一段。
 * 出处：下一事件推进法，见 Law, Simulation Modeling and Analysis。
 * 边界：过载系统照常运行，结果随人数增长；比例的分母为 0 时返回 NaN；同一种子逐位复现。
 * 复杂度：每名顾客 O(log c)，内存与同时在系统人数成正比；留记录时另加 O(到达人数)。
 *
 * @example
 * simulateQueue({ arrivals: { kind: 'renewal', interval: { kind: 'deterministic', mean: 2 } }, classes: [{ service: { kind: 'deterministic', mean: 3 } }], policy: { servers: 2 }, customers: 50, warmup: 0, seed: 1 }).overall.maxWait // 0
 */
export function simulateQueue(input: SimulationInput): SimulationResult {
  const { customers, horizon, tailTimes = [] } = input;
  checkCustomerStream(input);
  const policy = completePolicy(input.policy);
  const usual = customers === undefined || horizon !== undefined ? 0 : Math.floor(customers / 10);
  const warmup = integerAtLeast('warmup', input.warmup ?? usual, 0);
  if (tailTimes.length > 0) each('tailTimes', tailTimes, (name, value) => atLeast(name, value, 0));

  const recorder = input.record ? new Recorder(policy) : null;
  const source = createCustomerSource(
    { ...input, ...(customers === undefined ? {} : { customers: customers + warmup }) },
    { balking: policy.balking?.kind === 'probability', line: policy.lines !== 'one' },
  );
  const engine = new QueueEngine({
    source,
    policy,
    classes: input.classes.length,
    warmup,
    tailTimes,
    windowEnd: horizon ?? 'last-arrival',
    recorder,
  });
  engine.run();
  return collectResult(engine, policy.servers, recorder);
}
