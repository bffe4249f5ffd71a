import { describe, expect, it } from 'vitest';
import { createCustomerSource } from '../../../../src/calc/queueing/simulation/customer-source.ts';
import type { CustomerStreamInput } from '../../../../src/calc/queueing/simulation/customer-source.ts';
import { deterministic, expectAgreement, exponential, poisson, seeds } from './agreement.ts';

const input: CustomerStreamInput = {
  arrivals: poisson(1),
  classes: [
    { share: 1, service: deterministic(1) },
    { share: 3, service: deterministic(5), patience: exponential(2) },
  ],
  customers: 3000,
  seed: 1,
};

function drain(from: CustomerStreamInput) {
  const source = createCustomerSource(from);
  const classes: number[] = [];
  const services: number[] = [];
  const patience: number[] = [];
  for (let block = source(); block !== null; block = source())
    for (let i = 0; i < block.count; i++) {
      classes.push(block.customerClass[i]!);
      services.push(block.service[i]!);
      patience.push(block.patience[i]!);
    }
  return { classes, services, patience };
}

describe('customer source', () => {
  it('delivers exactly the wanted number, across blocks', () => {
    for (const customers of [1, 1023, 1024, 1025, 3000])
      expect(drain({ ...input, customers }).classes).toHaveLength(customers);
  });

  it('shares hold and service follows the class', () => {
    const shares = seeds.map((seed) => {
      const { classes, services, patience } = drain({ ...input, seed });
      expect(services).toEqual(classes.map((k) => (k === 0 ? 1 : 5)));
      expect(patience.map(Number.isFinite)).toEqual(classes.map((k) => k === 1));
      return classes.filter((k) => k === 1).length / classes.length;
    });
    expectAgreement(shares, 0.75);
  });

  it('stops at the horizon, whichever limit comes first', () => {
    const arrivals = { kind: 'renewal', interval: deterministic(2) } as const;
    const { customers: _, ...open } = { ...input, arrivals };
    expect(drain({ ...open, horizon: 7 }).classes).toHaveLength(3); // 2、4、6
    expect(drain({ ...open, horizon: 8 }).classes).toHaveLength(4); // 恰在截止时刻也算
    expect(drain({ ...open, horizon: 1 }).classes).toHaveLength(0);
    expect(drain({ ...open, horizon: 1e6, customers: 5 }).classes).toHaveLength(5);
  });

  const bad: [object, RegExp][] = [
    [{ classes: [] }, /classes must be a non-empty array/],
    [{ classes: [{ share: 0, service: exponential(1) }] }, /classes\[0\]\.share/],
    [{ classes: [{ service: exponential(0) }] }, /classes\[0\]\.service\.mean/],
    [
      { classes: [{ service: exponential(1), patience: exponential(-1) }] },
      /classes\[0\]\.patience/,
    ],
    [
      { classes: Array.from({ length: 257 }, () => ({ service: exponential(1) })) },
      /classes must be at most 256/,
    ],
    [{ customers: undefined }, /customers must be given when horizon is not/],
    [{ customers: 0 }, /customers/],
    [{ horizon: 0 }, /horizon/],
    [{ seed: Number.NaN }, /seed/],
    [{ arrivals: { kind: 'renewal', interval: deterministic(0) } }, /arrivals/],
  ];
  for (const [change, message] of bad)
    it(`rejects: ${message}`, () => {
      expect(() => createCustomerSource({ ...input, ...change })).toThrow(message);
    });
});
