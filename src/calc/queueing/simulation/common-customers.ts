import { each, atLeast, reject, sameLength } from '../../core/checks.ts';
import { Recorder } from './customer-record.ts';
import type { CustomerRecord } from './customer-record.ts';
import { createBlock, createCustomerSource } from './customer-source.ts';
import type { CustomerBlock, CustomerStreamInput } from './customer-source.ts';
import { completePolicy } from './policy.ts';
import type { Policy } from './policy.ts';
import { QueueEngine } from './engine/queue-engine.ts';
import { collectResult } from './simulation-result.ts';
import type { SimulationResult } from './simulation-result.ts';

/** 一批固定的顾客，可在不同规则下重放任意多次。 */
export type Customers = CustomerBlock;

/** 重放的结果：必有逐人记录。 */
export interface ServedCustomers extends SimulationResult {
  /** 逐人记录。 */
  record: CustomerRecord;
}

/**
 * 固定的一批顾客：到达时刻、服务需求、耐心、类别，以及选队、止步各自的均匀数。
 *
 * 假设：各属性各用一条随机流，某一属性的分布改变时其余属性不变。
 * 符号与单位：时间单位任意而全程一致。
 * 出处：公共随机数法，见 Law, Simulation Modeling and Analysis。
 * 边界：给了 `horizon` 而无人到达时返回 0 人。
 * 复杂度：O(人数) 时间与空间，每人 41 字节。
 *
 * @example
 * createCustomers({ arrivals: { kind: 'renewal', interval: { kind: 'deterministic', mean: 2 } }, classes: [{ service: { kind: 'deterministic', mean: 3 } }], horizon: 7, seed: 1 }).count // 3
 */
export function createCustomers(input: CustomerStreamInput): Customers {
  const source = createCustomerSource(input);
  const parts: CustomerBlock[] = [];
  let count = 0;
  for (let block = source(); block !== null; block = source()) {
    parts.push({
      count: block.count,
      arrival: block.arrival.slice(0, block.count),
      service: block.service.slice(0, block.count),
      patience: block.patience.slice(0, block.count),
      customerClass: block.customerClass.slice(0, block.count),
      balkingDraw: block.balkingDraw.slice(0, block.count),
      lineDraw: block.lineDraw.slice(0, block.count),
    });
    count += block.count;
  }
  const customers = createBlock(count);
  customers.count = count;
  let at = 0;
  for (const part of parts) {
    customers.arrival.set(part.arrival, at);
    customers.service.set(part.service, at);
    customers.patience.set(part.patience, at);
    customers.customerClass.set(part.customerClass, at);
    customers.balkingDraw.set(part.balkingDraw, at);
    customers.lineDraw.set(part.lineDraw, at);
    at += part.count;
  }
  return customers;
}

/** `customersFrom` 的输入，各列等长。 */
export interface ListedCustomers {
  /** 到达时刻，不减，≥ 0。 */
  arrivals: readonly number[];
  /** 服务需求，≥ 0。 */
  services: readonly number[];
  /** 耐心；缺省都不放弃。 */
  patience?: readonly number[];
  /** 类别编号，0 到 255；缺省都为 0。 */
  classes?: readonly number[];
}

/**
 * 把手写的顾客清单变成可重放的一批；止步与选队的均匀数都取 0.5，即不含随机性。
 *
 * @example
 * customersFrom({ arrivals: [0, 1, 2], services: [2, 2.5, 1] }).count // 3
 */
export function customersFrom(list: ListedCustomers): Customers {
  const { arrivals, services, patience, classes } = list;
  sameLength('services', services, 'arrivals', arrivals);
  const customers = createBlock(arrivals.length);
  customers.count = arrivals.length;
  if (arrivals.length === 0) return customers;
  each('arrivals', arrivals, (name, value) => atLeast(name, value, 0));
  for (let i = 1; i < arrivals.length; i++)
    if (arrivals[i]! < arrivals[i - 1]!)
      reject(`arrivals[${i}]`, 'not earlier than the arrival before it', arrivals[i]);
  each('services', services, (name, value) => atLeast(name, value, 0));
  customers.arrival.set(arrivals);
  customers.service.set(services);
  if (patience) {
    sameLength('patience', patience, 'arrivals', arrivals);
    patience.forEach((value, i) => {
      if (value !== Number.POSITIVE_INFINITY) atLeast(`patience[${i}]`, value, 0);
    });
    customers.patience.set(patience);
  }
  if (classes) {
    sameLength('classes', classes, 'arrivals', arrivals);
    classes.forEach((value, i) => {
      if (!Number.isInteger(value) || value < 0 || value > 255)
        reject(`classes[${i}]`, 'an integer in [0, 255]', value);
    });
    customers.customerClass.set(classes);
  }
  customers.balkingDraw.fill(0.5);
  customers.lineDraw.fill(0.5);
  return customers;
}

/**
 * 在给定规则下重放一批顾客，留下逐人记录。
 *
 * 假设：同 `simulateQueue`；不设预热，从空系统走到最后一人离开。
 * 符号与单位：时间平均取 0 时刻到最后一人离开，故利特尔法则在样本路径上精确成立：
 * 平均在系统人数 × 时长 = 各人逗留时间之和。
 * 出处：Little (1961)；样本路径形式见 Stidham (1974)。
 * 边界：0 名顾客时各平均为 NaN，记录为空。
 * 复杂度：同 `simulateQueue`，另加 O(n log n) 计算被超越次数。
 *
 * @example
 * serve(customersFrom({ arrivals: [0, 1, 2], services: [2, 2.5, 1] }), { servers: 1 }).overall.meanWait // 1.1666666666666667
 */
export function serve(customers: Customers, policy: Policy): ServedCustomers {
  const complete = completePolicy(policy);
  const recorder = new Recorder(complete);
  let given = customers.count === 0;
  let classes = 1;
  for (let i = 0; i < customers.count; i++)
    classes = Math.max(classes, customers.customerClass[i]! + 1);
  const engine = new QueueEngine({
    source: () => {
      if (given) return null;
      given = true;
      return customers;
    },
    policy: complete,
    classes,
    warmup: 0,
    tailTimes: [],
    windowEnd: 'emptied',
    recorder,
  });
  engine.run();
  const result = collectResult(engine, complete.servers, recorder);
  return { ...result, record: result.record! };
}
