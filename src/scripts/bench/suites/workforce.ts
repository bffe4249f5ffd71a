import { chaseLevel } from '../../../calc/workforce/chase-level.ts';
import { simulateCrossTraining } from '../../../calc/workforce/cross-training.ts';
import { cyclicShiftCovering } from '../../../calc/workforce/cyclic-shift-covering.ts';
import { daysOff } from '../../../calc/workforce/days-off.ts';
import { demandSample, skillFlexibility } from '../../../calc/workforce/skill-flexibility.ts';
import { milliseconds, millisecondsEach } from '../benchmark.ts';
import type { Suite } from '../benchmark.ts';

const hours = [5, 2, 3, 4, 5, 10, 11, 12, 11, 13, 14, 15, 16, 15, 14, 12, 13, 11, 8, 6, 6, 4, 6, 4];

export const suite: Suite = [
  {
    name: 'days off, 5 on 2 off',
    unit: 'ms',
    run: () => millisecondsEach(() => daysOff({ requirements: [17, 13, 15, 19, 14, 16, 11] })),
  },
  {
    name: 'cyclic shift covering, 24 hours × 2 kinds of shift, exact integers',
    unit: 'ms',
    async run() {
      const start = performance.now();
      await cyclicShiftCovering({
        requirements: hours,
        shifts: [
          { length: 8, cost: 8 },
          { length: 4, cost: 4.6 },
        ],
      });
      return performance.now() - start;
    },
  },
  {
    name: 'chase, level and mixed plans, 52 weeks, up to 1,000 workers',
    unit: 'ms',
    run: () =>
      milliseconds(() =>
        chaseLevel({
          demand: Array.from({ length: 52 }, (_, t) => 5000 + 4900 * Math.sin(t / 4)),
          outputPerWorker: 10,
          initialWorkers: 500,
          wage: 900,
          hireCost: 700,
          layoffCost: 400,
          shortageCost: 150,
        }),
      ),
  },
  {
    name: 'cross-training, 10 groups, 3 designs × 1,000 replications',
    unit: 'ms',
    run: () =>
      milliseconds(() =>
        simulateCrossTraining({
          demandMeans: Array.from({ length: 10 }, () => 100),
          demandSds: Array.from({ length: 10 }, () => 40),
          capacities: Array.from({ length: 10 }, () => 100),
          designs: ['dedicated', 'chain', 'full'],
          replications: 1000,
          seed: 3,
        }),
      ),
  },
  {
    name: 'skill flexibility, 10 kinds, 2 nets × 1,500 periods',
    unit: 'ms',
    run() {
      const tens = Array.from({ length: 10 }, () => 10);
      const sample = demandSample({
        demandMeans: tens,
        demandSds: tens.map(() => 4),
        replications: 1500,
        seed: 3,
      });
      const ring = tens.map((_, i) => [i, (i + 1) % 10]);
      return milliseconds(() =>
        skillFlexibility({ sample, capacities: tens, designs: [ring, ring] }),
      );
    },
  },
];
