import { describe, expect, it } from 'vitest';
import { mg1 } from '../../../../src/calc/queueing/mg1.ts';
import { simulateSession } from '../../../../src/calc/queueing/simulation/session-waits.ts';
import { expectClose } from '../../core/expect-close.ts';
import { deterministic, poisson } from './agreement.ts';

const clinic = {
  arrivals: { kind: 'appointments', slot: 10 } as const,
  service: deterministic(12),
  servers: 1,
  duration: 30,
  replications: 3,
  seed: 1,
};

describe('by hand', () => {
  it('three slots of 10, visits of 12: waits 0, 2, 4; no idle time; 6 minutes over', () => {
    const { meanWait, idleTime, overtime, arrivals } = simulateSession(clinic);
    expectClose(meanWait.mean, 2);
    expect(meanWait.halfWidth).toBe(0);
    expect(idleTime.mean).toBe(0);
    expectClose(overtime.mean, 6);
    expect(arrivals.mean).toBe(3);
  });
  it('visits of 4 leave 18 of 30 minutes idle and nobody waits', () => {
    const { meanWait, idleTime, overtime } = simulateSession({
      ...clinic,
      service: deterministic(4),
    });
    expect(meanWait.mean).toBe(0);
    expect(idleTime.mean).toBe(18);
    expect(overtime.mean).toBe(0);
  });
});

describe('identities', () => {
  it('attendance thins the booked; the numbers repeat with the seed', () => {
    const input = {
      ...clinic,
      duration: 400,
      replications: 2000,
      arrivals: { kind: 'appointments', slot: 10, attendance: 0.85 } as const,
    };
    const result = simulateSession(input);
    expect(Math.abs(result.arrivals.mean - 34)).toBeLessThan(4 * result.arrivals.standardError);
    expect(simulateSession(input)).toEqual(result);
    expect(simulateSession({ ...input, seed: 2 }).meanWait.mean).not.toBe(result.meanWait.mean);
  });
  it('a session long enough approaches the stationary M/D/1 from below', () => {
    const steady = mg1({ arrivalRate: 0.06, meanService: 10, scvService: 0 }).meanWait;
    const { meanWait } = simulateSession({
      arrivals: poisson(0.06),
      service: deterministic(10),
      servers: 1,
      duration: 50_000,
      replications: 40,
      seed: 4,
    });
    expect(Math.abs(meanWait.mean - steady)).toBeLessThan(4 * meanWait.standardError);
  });
  it('rates that vary through the session are followed', () => {
    const { arrivals } = simulateSession({
      arrivals: { kind: 'piecewise', rates: [0, 2, 0.5], segment: 60 },
      service: deterministic(0),
      servers: 1,
      duration: 180,
      replications: 500,
      seed: 9,
    });
    expect(Math.abs(arrivals.mean - 150)).toBeLessThan(4 * arrivals.standardError);
  });
});

describe('extremes and bad input', () => {
  it('a session nobody comes to is still a session', () => {
    const { meanWait, idleTime } = simulateSession({
      ...clinic,
      arrivals: { kind: 'renewal', interval: deterministic(100) },
    });
    expect(meanWait.mean).toBeNaN();
    expect(idleTime.mean).toBe(30);
  });
  it.each([
    [{ servers: 0 }, /servers must be/],
    [{ duration: 0 }, /duration must be/],
    [{ replications: 1 }, /replications must be/],
    [{ seed: 0.5 }, /seed must be/],
    [{ confidence: 1 }, /confidence must be/],
    [{ service: deterministic(-1) }, /service/],
    [{ arrivals: { kind: 'appointments', slot: 0 } as const }, /arrivals\.slot must be/],
    [
      { arrivals: { kind: 'appointments', slot: 1, attendance: 0 } as const },
      /arrivals\.attendance must be/,
    ],
    [{ arrivals: poisson(Infinity) }, /arrivals/],
  ])('%o', (change, message) => {
    expect(() => simulateSession({ ...clinic, ...change })).toThrow(message);
  });
});
