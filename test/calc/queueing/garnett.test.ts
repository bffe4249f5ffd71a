import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../src/calc/queueing/erlang-a.ts';
import { garnett } from '../../../src/calc/queueing/garnett.ts';
import { halfinWhitt } from '../../../src/calc/queueing/halfin-whitt.ts';
import { expectClose } from '../core/expect-close.ts';

describe('garnett', () => {
  it('β=0、θ=μ 时为 1/2；β=0 一般为 1/(1+√(θ/μ))', () => {
    expectClose(garnett({ beta: 0, abandonmentToService: 1 }), 0.5);
    expectClose(garnett({ beta: 0, abandonmentToService: 4 }), 1 / 3);
  });
  it('是大规模 Erlang A 的极限，β 正负皆可', () => {
    const load = 1e6;
    for (const [beta, ratio] of [
      [0.5, 0.5],
      [-0.7, 2],
    ] as const) {
      const servers = load + beta * 1e3;
      const exact = erlangA({ arrivalRate: load, serviceRate: 1, abandonmentRate: ratio, servers });
      expectClose(garnett({ beta, abandonmentToService: ratio }), exact.probabilityOfWaiting, 2e-3);
    }
  });
  it('耐心无限时退化为 Halfin–Whitt；β 趋于正负无穷时趋于 0 与 1', () => {
    expect(garnett({ beta: 1, abandonmentToService: 0 })).toBe(halfinWhitt(1));
    expectClose(garnett({ beta: 1, abandonmentToService: 1e-10 }), halfinWhitt(1), 1e-9);
    expect(garnett({ beta: 60, abandonmentToService: 1 })).toBe(0);
    expect(garnett({ beta: -60, abandonmentToService: 1 })).toBe(1);
  });
  it('拒绝坏参数', () => {
    expect(() => garnett({ beta: Infinity, abandonmentToService: 1 })).toThrow(/beta must be/);
    expect(() => garnett({ beta: 0, abandonmentToService: -1 })).toThrow(/abandonmentToService/);
  });
});
