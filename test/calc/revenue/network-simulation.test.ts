import { expect, test } from 'vitest';
import { networkLinearProgram } from '../../../src/calc/revenue/network-linear-program.ts';
import { simulateNetworkBooking } from '../../../src/calc/revenue/network-simulation.ts';

/** 北京—济南—南京—上海，直达与短途混卖。 */
const line = {
  fares: [
    [550, 400],
    [180, 120],
    [280, 190],
    [140, 90],
  ],
  demand: [
    [30, 40],
    [25, 30],
    [20, 20],
    [25, 40],
  ],
  uses: [
    [1, 1, 1],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  capacity: [80, 80, 80],
};
const setting = {
  network: line,
  policies: ['first-come', 'bid-price'] as const,
  arrivalOrder: 'lowest-fare-first' as const,
  replications: 200,
  seed: 17,
};

test('低价先到时竞价胜过先到先得，且都不超过 DLP 上界', () => {
  const [first, bid] = simulateNetworkBooking(setting);
  const bound = networkLinearProgram(line).objective;
  expect(bid!.meanRevenue).toBeGreaterThan(first!.meanRevenue + 4 * bid!.standardError);
  expect(bid!.meanRevenue).toBeLessThan(bound + 4 * bid!.standardError);
  expect(Math.max(...bid!.loadFactors)).toBeLessThanOrEqual(1);
});

test('中途重算竞价不比只算一次差', () => {
  const options = {
    ...setting,
    arrivalOrder: 'mixed' as const,
    policies: ['bid-price'] as const,
    replications: 120,
  };
  const [once] = simulateNetworkBooking(options);
  const [often] = simulateNetworkBooking({ ...options, updates: 6 });
  expect(often!.meanRevenue).toBeGreaterThan(once!.meanRevenue - 2 * once!.standardError);
});

test('单航段、需求远小于座位：平均收入在四个标准误之内等于期望', () => {
  for (const seed of [1, 2, 3, 4]) {
    const [result] = simulateNetworkBooking({
      network: { fares: [[100, 60]], demand: [[7, 11]], uses: [[1]], capacity: [500] },
      policies: ['first-come'],
      arrivalOrder: 'mixed',
      replications: 400,
      seed,
    });
    expect(Math.abs(result!.meanRevenue - 1360)).toBeLessThan(4 * result!.standardError);
  }
});

test('同一种子结果相同', () => {
  expect(simulateNetworkBooking({ ...setting, replications: 5 })).toEqual(
    simulateNetworkBooking({ ...setting, replications: 5 }),
  );
});

test('坏输入指名拒绝', () => {
  expect(() => simulateNetworkBooking({ ...setting, policies: [] })).toThrow(/policies/);
  expect(() => simulateNetworkBooking({ ...setting, policies: ['best' as 'bid-price'] })).toThrow(
    /policies/,
  );
  expect(() => simulateNetworkBooking({ ...setting, arrivalOrder: 'x' as 'mixed' })).toThrow(
    /arrivalOrder/,
  );
  expect(() => simulateNetworkBooking({ ...setting, updates: 0 })).toThrow(/updates/);
  expect(() => simulateNetworkBooking({ ...setting, replications: 0 })).toThrow(/replications/);
  expect(() => simulateNetworkBooking({ ...setting, seed: NaN })).toThrow(/seed/);
});
