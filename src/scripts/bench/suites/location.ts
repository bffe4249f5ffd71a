import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  generateNetwork,
  parseMedianInstance,
  shortestDistances,
} from '../../../calc/location/network.ts';
import { pCenter } from '../../../calc/location/p-center.ts';
import { pMedian, pMedianExact } from '../../../calc/location/p-median.ts';
import { setCovering } from '../../../calc/location/set-covering.ts';
import { weiszfeld } from '../../../calc/location/weiszfeld.ts';
import { milliseconds, millisecondsEach } from '../benchmark.ts';
import type { Benchmark, Suite } from '../benchmark.ts';

const network = generateNetwork({ nodes: 900, edges: 8100, seed: 1 });
const distances = shortestDistances(network);

/** OR-Library 的 pmed 文件不随项目分发，REFERENCE_DATA 指到它们所在的目录时才测。 */
function published(): Benchmark[] {
  const folder = process.env['REFERENCE_DATA'];
  const files = [1, 2, 3, 4, 5].map((k) => join(folder ?? '', `pmed${k}.txt`));
  if (!folder || !files.every((file) => existsSync(file))) {
    console.log('location: REFERENCE_DATA names no folder with pmed1–5.txt, those are left out');
    return [];
  }
  return files.flatMap((file, index): Benchmark[] => {
    const instance = parseMedianInstance(readFileSync(file, 'utf8'));
    const given = { distances: shortestDistances(instance), siteCount: instance.sites };
    const name = `p-median pmed${index + 1} (${instance.nodes} nodes, p = ${instance.sites})`;
    return [
      {
        name: `${name}, heuristic with bound`,
        unit: 'ms',
        target: { atMost: 100 },
        run: () => milliseconds(() => pMedian(given)),
      },
      {
        name: `${name}, proven gap`,
        unit: '%',
        target: { atMost: 1 },
        run: () => 100 * pMedian(given).gap,
      },
      {
        name: `${name}, exact`,
        unit: 'ms',
        run: async () => {
          const start = performance.now();
          const exact = await pMedianExact(given);
          if (!exact.proven) throw new Error(`${name} was not proven optimal`);
          return performance.now() - start;
        },
      },
    ];
  });
}

export const suite: Suite = [
  {
    name: 'p-median, 900 nodes, p = 90, heuristic with bound',
    unit: 'ms',
    target: { atMost: 1000 },
    run: () => milliseconds(() => pMedian({ distances, siteCount: 90 })),
  },
  {
    name: 'p-median, 900 nodes, p = 90, proven gap',
    unit: '%',
    target: { atMost: 1 },
    run: () => 100 * pMedian({ distances, siteCount: 90 }).gap,
  },
  {
    name: 'shortest paths between all pairs, 900 nodes, 8100 edges',
    unit: 'ms',
    run: () => milliseconds(() => shortestDistances(network)),
  },
  {
    name: 'set covering, 900 nodes, radius 40, with bound',
    unit: 'ms',
    run: () => milliseconds(() => setCovering({ distances, radius: 40 })),
  },
  {
    name: 'p-center, 200 nodes, p = 20, with bound',
    unit: 'ms',
    run: () => {
      const small = shortestDistances(generateNetwork({ nodes: 200, edges: 800, seed: 2 }));
      return milliseconds(() => pCenter({ distances: small, siteCount: 20 }));
    },
  },
  {
    name: 'Weiszfeld, 1000 points',
    unit: 'ms',
    run: () => {
      const points = network.edges.slice(0, 1000).map((edge) => [edge.from, edge.to] as const);
      const weights = network.edges.slice(0, 1000).map((edge) => edge.length);
      return millisecondsEach(() => weiszfeld({ points, weights }));
    },
  },
  ...published(),
];
