/** 参考算例的唯一入口：按方法名找到适配函数，调用 src/calc 的公开函数。 */
import type { Adapter, Inputs } from './adapter.ts';
import { adapter as benchmarking } from './adapters/benchmarking.ts';
import { adapter as core } from './adapters/core.ts';
import { adapter as forecasting } from './adapters/forecasting.ts';
import { adapter as improvement } from './adapters/improvement.ts';
import { adapter as location } from './adapters/location.ts';
import { adapter as process } from './adapters/process.ts';
import { adapter as psychology } from './adapters/psychology.ts';
import { adapter as quality } from './adapters/quality.ts';
import { adapter as queueing } from './adapters/queueing.ts';
import { adapter as revenue } from './adapters/revenue.ts';
import { adapter as simulation } from './adapters/simulation.ts';
import { adapter as strategy } from './adapters/strategy.ts';
import { adapter as workforce } from './adapters/workforce.ts';

const methods: Adapter = {
  ...benchmarking,
  ...core,
  ...forecasting,
  ...improvement,
  ...location,
  ...process,
  ...psychology,
  ...quality,
  ...queueing,
  ...revenue,
  ...simulation,
  ...strategy,
  ...workforce,
};

/** 结果对象的键就是算例 `expected` 的键；`dataDir` 是 `dataFile` 所在的目录。 */
export function runCase(
  method: string,
  inputs: Inputs,
  dataDir: string,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const run = methods[method];
  if (!run)
    throw new RangeError(
      `method must be one of ${Object.keys(methods).join(', ')} (got ${method})`,
    );
  return run(inputs, dataDir);
}
