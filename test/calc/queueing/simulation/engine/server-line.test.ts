import { describe, expect, it } from 'vitest';
import { createServerLine } from '../../../../../src/calc/queueing/simulation/engine/server-line.ts';
import { createStream } from '../../../../../src/calc/queueing/simulation/sampling/streams.ts';

/** 逐人直写的参照：每台的空闲时刻放在普通数组里，取最小。 */
function plainWaits(gaps: Float64Array, services: Float64Array, servers: number): number[] {
  const freeAt = Array.from({ length: servers }, () => 0);
  let now = 0;
  return Array.from(gaps, (gap, i) => {
    now += gap;
    const server = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(now, freeAt[server]!);
    freeAt[server] = start + services[i]!;
    return start - now;
  });
}

describe('server line', () => {
  it('two servers: reference case des-trace-open-c2', () => {
    const gaps = Float64Array.of(0, 0.5, 0.5, 0.5, 0.5, 0.5, 3.5);
    const services = Float64Array.of(3, 1, 2, 2, 1.5, 0.5, 1);
    const waits = new Float64Array(7);
    createServerLine(2).serve({ gaps, services, waits, from: 0, to: 7 });
    [0, 0, 0.5, 1.5, 1.5, 2.5, 0].forEach((wait, i) => expect(waits[i]).toBeCloseTo(wait, 12));
  });

  it('single, sorted and heap forms agree with the plain recursion, fed in uneven pieces', () => {
    for (const servers of [1, 2, 5, 16, 17, 33, 100]) {
      const gaps = new Float64Array(3000);
      const services = new Float64Array(3000);
      createStream(servers).fillExponential(gaps, 1 / servers);
      createStream(servers + 1).fillExponential(services, 0.95);
      const waits = new Float64Array(3000);
      const line = createServerLine(servers);
      for (const [from, to] of [
        [0, 1],
        [1, 700],
        [700, 701],
        [701, 3000],
      ] as const)
        line.serve({ gaps, services, waits, from, to });
      plainWaits(gaps, services, servers).forEach((wait, i) =>
        expect(waits[i]!).toBeCloseTo(wait, 9),
      );
    }
  });
});
