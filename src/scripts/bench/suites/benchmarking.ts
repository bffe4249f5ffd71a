import { dea } from '../../../calc/benchmarking/dea.ts';
import { scaleEfficiency } from '../../../calc/benchmarking/scale-efficiency.ts';
import { createRandom } from '../../../calc/core/random.ts';
import { milliseconds } from '../benchmark.ts';
import type { Suite } from '../benchmark.ts';

const random = createRandom(7);
const inputs = Array.from({ length: 200 }, () =>
  [1, 2, 3].map(() => Math.exp(random.normal(0, 1))),
);
const outputs = inputs.map(([first = 1, second = 1]) =>
  [1, 2].map(() => Math.sqrt(first * second) * Math.exp(random.normal(0, 0.5))),
);

export const suite: Suite = [
  {
    name: 'DEA CCR with slacks and peers, 200 units, 3 inputs, 2 outputs',
    unit: 'ms',
    target: { atMost: 500 },
    run: () => milliseconds(() => dea({ inputs, outputs })),
  },
  {
    name: 'DEA BCC output-oriented with slacks and peers, same data',
    unit: 'ms',
    target: { atMost: 500 },
    run: () => milliseconds(() => dea({ inputs, outputs, model: 'bcc', orientation: 'output' })),
  },
  {
    name: 'scale efficiency (CCR, BCC and NIRS scores), same data',
    unit: 'ms',
    run: () => milliseconds(() => scaleEfficiency({ inputs, outputs })),
  },
];
