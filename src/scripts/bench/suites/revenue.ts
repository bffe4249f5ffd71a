import { createRandom } from '../../../calc/core/random.ts';
import { emsrB } from '../../../calc/revenue/emsr-b.ts';
import { networkLinearProgram } from '../../../calc/revenue/network-linear-program.ts';
import { optimalProtection } from '../../../calc/revenue/optimal-protection.ts';
import { overbookingBinomial } from '../../../calc/revenue/overbooking-binomial.ts';
import { singleLegProgram } from '../../../calc/revenue/single-leg-program.ts';
import { milliseconds, millisecondsEach } from '../benchmark.ts';
import type { Suite } from '../benchmark.ts';

function flights() {
  const random = createRandom(41);
  return Array.from({ length: 10_000 }, () => {
    let fare = 1500 + 500 * random.uniform();
    return Array.from({ length: 6 }, () => {
      fare *= 0.6 + 0.3 * random.uniform();
      const mean = 10 + 40 * random.uniform();
      return { fare, mean, sd: mean * (0.2 + 0.3 * random.uniform()) };
    });
  });
}

/** 200 个航段、200 个产品，每个产品占用一到三个航段。 */
function network() {
  const random = createRandom(42);
  const size = 200;
  return {
    fares: Array.from({ length: size }, () => [100 + 900 * random.uniform()]),
    demand: Array.from({ length: size }, () => [random.integer(5, 60)]),
    uses: Array.from({ length: size }, () => {
      const row = Array.from({ length: size }, () => 0);
      const legs = random.integer(1, 4);
      for (let k = 0; k < legs; k++) row[random.integer(0, size)] = 1;
      return row;
    }),
    capacity: Array.from({ length: size }, () => random.integer(20, 120)),
  };
}

const schedule = flights();
const large = network();
const dense = {
  ...large,
  uses: large.uses.map((row, i) =>
    row.map((_, l) => ((i * 31 + l * 17 + ((i * l) % 7)) % 5 === 0 ? 1 : 0)),
  ),
  capacity: large.capacity.map((seats) => seats * 20),
};

export const suite: Suite = [
  {
    name: 'EMSR-b, 10,000 flights of 6 classes',
    unit: 'ms',
    target: { atMost: 25 },
    run: () => milliseconds(() => schedule.forEach((classes) => emsrB(classes))),
  },
  {
    name: 'network LP, 200 legs × 200 products, sparse',
    unit: 'ms',
    target: { atMost: 200 },
    run: () => milliseconds(() => networkLinearProgram(large)),
  },
  {
    name: 'network LP, 200 legs × 200 products, one leg in five used',
    unit: 'ms',
    target: { atMost: 200 },
    run: () => milliseconds(() => networkLinearProgram(dense)),
  },
  {
    name: 'single-leg dynamic programme, 200 seats × 500 periods × 4 classes',
    unit: 'ms',
    target: { atMost: 50 },
    run: () =>
      milliseconds(() =>
        singleLegProgram({
          seats: 200,
          periods: 500,
          classes: [
            { fare: 1500, arrivalProbability: 0.1 },
            { fare: 1000, arrivalProbability: 0.2 },
            { fare: 600, arrivalProbability: 0.3 },
            { fare: 380, arrivalProbability: 0.3 },
          ],
        }),
      ),
  },
  {
    name: 'exact nested protection, 6 classes, 200 seats',
    unit: 'ms',
    run: () => milliseconds(() => optimalProtection({ classes: schedule[0]!, capacity: 200 })),
  },
  {
    name: 'binomial overbooking, 180 seats',
    unit: 'ms',
    run: () =>
      millisecondsEach(() =>
        overbookingBinomial({
          capacity: 180,
          showProbability: 0.92,
          deniedCost: 1800,
          spoilageCost: 900,
        }),
      ),
  },
];
