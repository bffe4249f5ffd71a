import { describe, expect, it } from 'vitest';
import { completePolicy } from '../../../../src/calc/queueing/simulation/policy.ts';
import type { Policy } from '../../../../src/calc/queueing/simulation/policy.ts';

describe('completePolicy', () => {
  it('fills the defaults: one line, first come first served, no limits', () => {
    expect(completePolicy({ servers: 3 })).toEqual({
      servers: 3,
      lines: 'one',
      jockeying: false,
      priority: 'none',
      balking: null,
      capacity: Infinity,
      serviceTimeFactor: 1,
    });
  });

  const bad: [Policy, RegExp][] = [
    [{ servers: 0 }, /servers must be an integer ≥ 1/],
    [{ servers: 2, lines: 'two' as never }, /lines must be one of one, shortest, random/],
    [{ servers: 2, priority: 'vip' as never }, /priority must be one of/],
    [{ servers: 2, jockeying: true }, /jockeying must be false unless/],
    [{ servers: 2, lines: 'random', jockeying: true }, /jockeying/],
    [{ servers: 2, capacity: 0 }, /capacity/],
    [{ servers: 2, capacity: Number.NaN }, /capacity/],
    [{ servers: 2, serviceTimeFactor: 0 }, /serviceTimeFactor/],
    [{ servers: 2, balking: { kind: 'probability', probability: 2 } }, /balking\.probability/],
    [{ servers: 2, balking: { kind: 'threshold', waiting: -1 } }, /balking\.waiting/],
    [{ servers: 2, balking: { kind: 'mood' } as never }, /balking\.kind/],
  ];
  for (const [policy, message] of bad)
    it(`rejects: ${message}`, () => {
      expect(() => completePolicy(policy)).toThrow(RangeError);
      expect(() => completePolicy(policy)).toThrow(message);
    });
});
