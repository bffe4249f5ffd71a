import { describe, expect, it } from 'vitest';
import { advance, countOf, exactly } from '../../../src/calc/queueing/uniformisation.ts';
import { expectClose } from '../core/expect-close.ts';

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

describe('advance', () => {
  it('loses no probability, keeps every one at or above zero, and says how far it may be off', () => {
    const { end } = advance({
      from: exactly(3),
      duration: 50,
      arrivalRate: 2,
      serviceRate: 0.7,
      servers: 3,
    });
    expectClose(total(end.probabilities), 1, 1e-12);
    expect(end.probabilities.every((p) => p >= 0)).toBe(true);
    expect(end.errorBound).toBeLessThan(1e-12);
  });
  it('pure arrivals are Poisson; the areas are integrals of the mean', () => {
    const { end, queueArea, busyArea } = advance({
      from: exactly(0),
      duration: 4,
      arrivalRate: 1.5,
      serviceRate: 1,
      servers: 0,
    });
    expectClose(end.probabilities[2]!, (Math.exp(-6) * 36) / 2);
    expectClose(queueArea, (1.5 * 16) / 2);
    expect(busyArea).toBe(0);
  });
  it('a bound that is honest: more work done in one go or in many, the difference is within it', () => {
    const rates = { arrivalRate: 5, serviceRate: 1, servers: 4 };
    const once = advance({ ...rates, from: exactly(0), duration: 30 }).end;
    let many = exactly(0);
    for (let i = 0; i < 300; i++) many = advance({ ...rates, from: many, duration: 0.1 }).end;
    const mean = (of: typeof many) => {
      const { queue, busy } = countOf(of.probabilities, 4);
      return queue + busy;
    };
    expect(Math.abs(mean(once) - mean(many))).toBeLessThan(
      once.errorBound + many.errorBound + 1e-11,
    );
  });
  it('no time, or nothing that can happen, changes nothing', () => {
    const still = { from: exactly(2), arrivalRate: 0, serviceRate: 1, servers: 0 };
    expect(advance({ ...still, duration: 3 })).toMatchObject({ queueArea: 6, busyArea: 0 });
    expect(advance({ ...still, arrivalRate: 1, duration: 0 }).end.probabilities).toEqual(
      exactly(2).probabilities,
    );
  });
});
