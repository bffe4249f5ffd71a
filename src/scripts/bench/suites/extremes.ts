/** 数大得不像话、写得不像话的：公式不逐项加、正则不回溯，才算得完。 */
import { binomialCdf } from '../../../calc/core/binomial.ts';
import { poissonCdf } from '../../../calc/core/poisson.ts';
import { erlangAStaffing } from '../../../calc/queueing/erlang-a-staffing.ts';
import { erlangCStaffing } from '../../../calc/queueing/erlang-c-staffing.ts';
import { finitePopulation } from '../../../calc/queueing/finite-population.ts';
import { mmck } from '../../../calc/queueing/mmck.ts';
import { chaseLevel } from '../../../calc/workforce/chase-level.ts';
import { parseNumber } from '../../../lib/parse-number.ts';
import { millisecondsEach, type Benchmark, type Suite } from '../benchmark.ts';

const quick = (name: string, atMost: number, work: () => unknown): Benchmark => ({
  name,
  unit: 'ms',
  target: { atMost },
  run: () => millisecondsEach(work),
});

const calls = { arrivalRate: 1e5, meanService: 1, target: 0.1, serviceLevel: 0.8 };

export const suite: Suite = [
  quick('M/M/1/K with room for 10⁸, ρ around 1', 20, () =>
    mmck({ arrivalRate: 1.000000000001, serviceRate: 1, servers: 1, capacity: 1e8 }),
  ),
  quick('finite population of 10⁸', 500, () =>
    finitePopulation({ arrivalRatePerUnit: 2e-8, serviceRate: 1, servers: 3, population: 1e8 }),
  ),
  quick('Erlang C staffing, 100,000 erlangs', 100, () => erlangCStaffing(calls)),
  quick('Erlang A staffing, 100,000 erlangs', 500, () =>
    erlangAStaffing({ ...calls, meanPatience: 2 }),
  ),
  quick('Poisson distribution function, mean 10¹⁵', 10, () => poissonCdf(1e15, 1e15)),
  quick('binomial distribution function, 10¹⁴ trials', 30, () =>
    binomialCdf(5e13, { trials: 1e14, chance: 0.5 }),
  ),
  quick('chase, level and mixed plans, 10¹² workers', 200, () =>
    chaseLevel({
      demand: [100, 300, 200, 120, 260].map((quantity) => quantity * 1e10),
      outputPerWorker: 10,
      initialWorkers: 20 * 1e10,
      wage: 100,
      hireCost: 40,
      layoffCost: 60,
      shortageCost: 15,
    }),
  ),
  quick('400 characters of nonsense in a number field', 15, () =>
    parseNumber('小时1'.repeat(134).slice(0, 400), { unit: '分钟' }),
  ),
];
