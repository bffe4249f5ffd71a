/**
 * 三场虚构的实测：由带种子的仿真生成，时刻取整到秒，和用秒表记下来的一样。
 * 种子挑的是有代表性的一场：建议的模型各不相同，预测和现场差得不离谱，也不一模一样。
 */
import { createCustomers } from '../../calc/queueing/simulation/common-customers.ts';
import type { Distribution } from '../../calc/queueing/simulation/distributions.ts';
import { traceQueue } from '../../calc/queueing/trace.ts';
import { measure, type Measured } from './observation.ts';

interface Recipe {
  name: string;
  windows: number;
  customers: number;
  interval: Distribution;
  service: Distribution;
  seed: number;
}

export const recipes = {
  canteen: {
    name: '食堂中午',
    windows: 4,
    customers: 96,
    // 一间教室下课来一拨：间隔悬殊
    interval: { kind: 'hyperexponential', mean: 0.22, scv: 3 },
    service: { kind: 'lognormal', mean: 0.8, scv: 0.2 },
    seed: 47,
  },
  bank: {
    name: '银行单窗',
    windows: 1,
    customers: 72,
    interval: { kind: 'exponential', mean: 6.5 },
    service: { kind: 'lognormal', mean: 5.2, scv: 0.3 },
    seed: 167,
  },
  admission: {
    name: '入院登记',
    windows: 2,
    customers: 80,
    interval: { kind: 'exponential', mean: 3.6 },
    service: { kind: 'exponential', mean: 6 },
    seed: 67,
  },
} as const satisfies Record<string, Recipe>;

export type SampleId = keyof typeof recipes;

export interface Sample {
  name: string;
  windows: number;
  measured: Measured;
}

const toSecond = (minutes: number) => Math.round(minutes * 60) / 60;
const made = new Map<SampleId, Sample>();

export function sample(id: SampleId): Sample {
  const known = made.get(id);
  if (known) return known;
  const recipe = recipes[id];
  const customers = createCustomers({
    arrivals: { kind: 'renewal', interval: recipe.interval },
    classes: [{ service: recipe.service }],
    customers: recipe.customers,
    seed: recipe.seed,
  });
  const opening = customers.arrival[0]!;
  const arrivals = Array.from(customers.arrival, (time) => toSecond(time - opening));
  const services = Array.from(customers.service, (time) => Math.max(1 / 60, toSecond(time)));
  const { starts, departures } = traceQueue({ arrivals, services, servers: recipe.windows });
  const measurement = measure(
    arrivals.map((arrival, i) => ({ arrival, start: starts[i]!, end: departures[i]! })),
  );
  if (!measurement.ok) throw new Error(`样本 ${id}：${measurement.reason}`);
  const result = { name: recipe.name, windows: recipe.windows, measured: measurement.measured };
  made.set(id, result);
  return result;
}
