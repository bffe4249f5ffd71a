import { erlangC } from '../../../calc/queueing/erlang-c.ts';
import { createCustomers, serve } from '../../../calc/queueing/simulation/common-customers.ts';
import { simulateQueue } from '../../../calc/queueing/simulation/event-loop.ts';
import type { SimulationInput } from '../../../calc/queueing/simulation/event-loop.ts';
import { simulateWaits } from '../../../calc/queueing/simulation/waits.ts';
import { timeDependentMmc } from '../../../calc/queueing/time-dependent-mmc.ts';
import { millisecondsEach, milliseconds, perSecond } from '../benchmark.ts';
import type { Suite } from '../benchmark.ts';

const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;

/** M/M/5、ρ = 0.8 的通用引擎；`changes` 换掉其中的规则。 */
function generalLoop(changes: Partial<SimulationInput>): number {
  const customers = 2_000_000;
  return perSecond(customers, () =>
    simulateQueue({
      arrivals: { kind: 'renewal', interval: exponential(0.25) },
      classes: [{ service: exponential(1) }],
      policy: { servers: 5 },
      customers,
      warmup: 0,
      seed: 1,
      ...changes,
    }),
  );
}

export const suite: Suite = [
  {
    name: 'M/M/5 at utilization 0.8, waits only',
    unit: 'customers/s',
    target: { atLeast: 10e6 },
    run: () =>
      perSecond(10_000_000, () =>
        simulateWaits({
          arrivals: exponential(0.25),
          service: exponential(1),
          servers: 5,
          customers: 10_000_000,
          warmup: 0,
          seed: 1,
        }),
      ),
  },
  {
    name: 'General event loop, M/M/5 first come first served',
    unit: 'customers/s',
    target: { atLeast: 3e6 },
    run: () => generalLoop({}),
  },
  {
    name: 'General event loop, five lines, shortest line',
    unit: 'customers/s',
    run: () => generalLoop({ policy: { servers: 5, lines: 'shortest' } }),
  },
  {
    name: 'General event loop, two classes, preemptive-resume priority',
    unit: 'customers/s',
    run: () =>
      generalLoop({
        classes: [{ service: exponential(1) }, { service: exponential(1) }],
        policy: { servers: 5, priority: 'preemptive-resume' },
      }),
  },
  {
    name: 'General event loop, reneging (Erlang A)',
    unit: 'customers/s',
    run: () => generalLoop({ classes: [{ service: exponential(1), patience: exponential(2) }] }),
  },
  {
    name: 'Replay 1,000 customers under one rule, with their record',
    unit: 'ms',
    run() {
      const customers = createCustomers({
        arrivals: { kind: 'renewal', interval: exponential(0.25) },
        classes: [{ service: exponential(1) }],
        customers: 1000,
        seed: 1,
      });
      return millisecondsEach(() => serve(customers, { servers: 5, lines: 'shortest' }));
    },
  },
  {
    name: 'Erlang C, 100,000 servers',
    unit: 'ms',
    target: { atMost: 5 },
    run: () => milliseconds(() => erlangC({ offeredLoad: 99_500, servers: 100_000 })),
  },
  {
    name: 'A morning of eight half hours with a peak, queue and wait at 49 times',
    unit: 'ms',
    target: { atMost: 8 },
    run: () =>
      millisecondsEach(() =>
        timeDependentMmc({
          periods: [0.8, 1.2, 2.4, 2.6, 2, 1.2, 0.8, 0.6].map((arrivalRate, i) => ({
            duration: 30,
            arrivalRate,
            servers: i < 2 ? 5 : 6,
          })),
          serviceRate: 1 / 3,
          times: Array.from({ length: 49 }, (_, i) => i * 5),
        }),
      ),
  },
];
