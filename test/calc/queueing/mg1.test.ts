import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mg1 } from '../../../src/calc/queueing/mg1.ts';
import { mm1 } from '../../../src/calc/queueing/mm1.ts';
import { expectClose } from '../core/expect-close.ts';

describe('mg1', () => {
  it('λ=0.5、τ=1、C²=3：Wq = 0.5·1·4/(2·0.5) = 2，L = 0.5·3 = 1.5', () => {
    const queue = mg1({ arrivalRate: 0.5, meanService: 1, scvService: 3 });
    expectClose(queue.meanWait, 2);
    expectClose(queue.meanInSystem, 1.5);
    expectClose(queue.probabilityEmpty, 0.5);
  });
  it('C² = 1 即 M/M/1；定长服务的等待恰为一半', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (rho, meanService) => {
          const arrivalRate = rho / meanService;
          const exponential = mg1({ arrivalRate, meanService, scvService: 1 });
          const constant = mg1({ arrivalRate, meanService, scvService: 0 });
          expectClose(
            exponential.meanWait,
            mm1({ arrivalRate, serviceRate: 1 / meanService }).meanWait,
            1e-11,
          );
          expectClose(constant.meanWait * 2, exponential.meanWait, 1e-14);
        },
      ),
    );
  });
  it('ρ 离 1 只差 2⁻³⁰ 时仍准；ρ ≥ 1 为 Infinity；没人来不等', () => {
    const gap = 2 ** -30;
    const near = mg1({ arrivalRate: 1 - gap, meanService: 1, scvService: 0 });
    expectClose(near.meanWait, (1 - gap) / (2 * gap), 1e-15);
    const over = mg1({ arrivalRate: 2, meanService: 0.5, scvService: 0 });
    expect(over.meanWait).toBe(Infinity);
    expect(over.meanInSystem).toBe(Infinity);
    expect(over.probabilityEmpty).toBe(0);
    expect(mg1({ arrivalRate: 0, meanService: 2, scvService: 1 }).meanWait).toBe(0);
  });
  it('拒绝坏参数', () => {
    const good = { arrivalRate: 0.5, meanService: 1, scvService: 1 };
    expect(() => mg1({ ...good, arrivalRate: -1 })).toThrow(/arrivalRate must be/);
    expect(() => mg1({ ...good, meanService: 0 })).toThrow(/meanService must be/);
    expect(() => mg1({ ...good, scvService: -0.1 })).toThrow(/scvService must be/);
  });
});
