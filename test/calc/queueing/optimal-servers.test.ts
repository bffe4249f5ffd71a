import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmc } from '../../../src/calc/queueing/mmc.ts';
import { optimalServers } from '../../../src/calc/queueing/optimal-servers.ts';
import { expectClose } from '../core/expect-close.ts';

describe('optimalServers', () => {
  it('λ=2、μ=3、等待 30、开窗 10：一窗 30·2+10=70，两窗 30·0.75+20=42.5 最省', () => {
    const best = optimalServers({
      arrivalRate: 2,
      serviceRate: 3,
      waitingCostRate: 30,
      serverCostRate: 10,
    });
    expect(best.servers).toBe(2);
    expectClose(best.totalCost, 42.5);
    expectClose(best.table[0]!.totalCost, 70);
    expectClose(best.waitingCost + best.serverCost, best.totalCost);
  });
  it('与逐个比较一致', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.constantFrom('inSystem' as const, 'inQueue' as const),
        (arrivalRate, waitingCostRate, counted) => {
          const best = optimalServers({
            arrivalRate,
            serviceRate: 0.9,
            waitingCostRate,
            serverCostRate: 7,
            counted,
          });
          const total = (servers: number): number => {
            const queue = mmc({ arrivalRate, serviceRate: 0.9, servers });
            const people = counted === 'inSystem' ? queue.meanInSystem : queue.meanQueueLength;
            return waitingCostRate === 0
              ? 7 * servers + (queue.utilization >= 1 ? Infinity : 0)
              : waitingCostRate * people + 7 * servers;
          };
          for (let servers = 1; servers < best.servers + 20; servers++)
            expect(best.totalCost).toBeLessThanOrEqual(total(servers) + 1e-9);
        },
      ),
    );
  });
  it('等待不花钱时取最少可行；没人来时开一窗；五千爱尔朗也算得出', () => {
    const base = { serviceRate: 1, serverCostRate: 1 };
    expect(optimalServers({ ...base, arrivalRate: 4, waitingCostRate: 0 }).servers).toBe(5);
    expect(optimalServers({ ...base, arrivalRate: 0, waitingCostRate: 9 }).servers).toBe(1);
    const big = optimalServers({ ...base, arrivalRate: 5000, waitingCostRate: 1 });
    expect(big.servers).toBeGreaterThan(5000);
    expect(big.servers).toBeLessThan(5200);
    expect(big.table.some((row) => row.servers === big.servers)).toBe(true);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 1, serviceRate: 1, waitingCostRate: 1, serverCostRate: 1 };
    for (const name of ['arrivalRate', 'serviceRate', 'waitingCostRate', 'serverCostRate'])
      expect(() => optimalServers({ ...good, [name]: -1 })).toThrow(new RegExp(`${name} must be`));
    expect(() => optimalServers({ ...good, serverCostRate: 0 })).toThrow(/serverCostRate must be/);
    expect(() => optimalServers({ ...good, tableLength: -1 })).toThrow(/tableLength must be/);
  });
});

it('窗口多到超出整数范围时报 arrivalRate', () => {
  expect(() =>
    optimalServers({ arrivalRate: 1e17, serviceRate: 1, waitingCostRate: 1, serverCostRate: 1 }),
  ).toThrow(/^arrivalRate must be/);
});
