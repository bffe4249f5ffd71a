import { describe, expect, it } from 'vitest';
import {
  createCustomers,
  customersFrom,
  serve,
} from '../../../../src/calc/queueing/simulation/common-customers.ts';
import type { Policy } from '../../../../src/calc/queueing/simulation/policy.ts';
import { stateAt } from '../../../../src/calc/queueing/simulation/state-at.ts';
import { exponential, poisson } from './agreement.ts';

describe('stateAt', () => {
  it('by hand: a preempted customer waits at the head of the line', () => {
    const { record } = serve(
      customersFrom({ arrivals: [0, 0.5, 1, 2], services: [4, 1, 2, 1], classes: [1, 1, 0, 0] }),
      { servers: 1, priority: 'preemptive-resume' },
    );
    // 0 号 [0,1)，2 号 [1,3)，3 号 [3,4)，0 号 [4,7)，1 号 [7,8)。
    expect(stateAt(record, 0.7)).toEqual({ waiting: [[1]], serving: [0], inSystem: 2 });
    expect(stateAt(record, 2.5)).toEqual({ waiting: [[3, 0, 1]], serving: [2], inSystem: 4 });
    expect(stateAt(record, 4)).toEqual({ waiting: [[1]], serving: [0], inSystem: 2 });
    expect(stateAt(record, -1)).toEqual({ waiting: [[]], serving: [-1], inSystem: 0 });
    expect(stateAt(record, 8)).toEqual({ waiting: [[]], serving: [-1], inSystem: 0 });
  });

  it('by hand: a jockeying customer changes lines at the moment of the move', () => {
    const { record } = serve(
      customersFrom({ arrivals: [0, 1, 1.2, 1.4], services: [10, 1, 1, 1] }),
      { servers: 2, lines: 'shortest', jockeying: true },
    );
    expect(stateAt(record, 1.5)).toEqual({ waiting: [[3], [2]], serving: [1, 0], inSystem: 4 });
    expect(stateAt(record, 2.5)).toEqual({ waiting: [[], [2]], serving: [3, 0], inSystem: 3 });
    expect(stateAt(record, 3)).toEqual({ waiting: [[], []], serving: [2, 0], inSystem: 2 });
  });

  it('agrees with the timeline at every change and between, under every rule', () => {
    const customers = createCustomers({
      arrivals: poisson(3.5),
      classes: [
        { service: exponential(0.8), patience: exponential(2) },
        { service: exponential(1.2) },
      ],
      customers: 150,
      seed: 4,
    });
    const policies: Policy[] = [
      { servers: 3 },
      { servers: 3, lines: 'random', capacity: 8 },
      { servers: 3, lines: 'shortest', jockeying: true, priority: 'non-preemptive' },
      { servers: 3, lines: 'shortest', jockeying: true, priority: 'preemptive-resume' },
      { servers: 3, priority: 'preemptive-resume' },
    ];
    for (const policy of policies) {
      const { record } = serve(customers, policy);
      const { time, inSystem, waiting } = record.timeline;
      for (let j = 0; j + 1 < time.length; j++)
        for (const moment of [time[j]!, (time[j]! + time[j + 1]!) / 2]) {
          const state = stateAt(record, moment);
          expect(state.inSystem).toBe(inSystem[j]);
          expect(state.waiting.flat()).toHaveLength(waiting[j]!);
        }
    }
  });

  it('the first in each line is the next to be served there', () => {
    const customers = createCustomers({
      arrivals: poisson(3.5),
      classes: [{ service: exponential(1) }],
      customers: 200,
      seed: 8,
    });
    const { record } = serve(customers, { servers: 3, lines: 'random' });
    for (const moment of record.timeline.time) {
      const { waiting } = stateAt(record, moment);
      for (const line of waiting)
        for (let k = 1; k < line.length; k++)
          expect(record.serviceStart[line[k - 1]!]!).toBeLessThan(record.serviceStart[line[k]!]!);
    }
  });

  it('rejects a time that is not a number', () => {
    const { record } = serve(customersFrom({ arrivals: [0], services: [1] }), { servers: 1 });
    expect(() => stateAt(record, Number.NaN)).toThrow(/time must be a finite number/);
  });
});
