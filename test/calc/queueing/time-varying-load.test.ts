import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecewiseLoad, sinusoidalLoad } from '../../../src/calc/queueing/time-varying-load.ts';
import { expectClose } from '../core/expect-close.ts';

describe('sinusoidalLoad', () => {
  const day = { meanRate: 100, amplitude: 40, period: 24, serviceRate: 2 };
  it('T=2π、μ=1 时 m(0) = λ̄ − A/2，高峰晚 π/4', () => {
    const load = sinusoidalLoad({
      meanRate: 10,
      amplitude: 6,
      period: 2 * Math.PI,
      serviceRate: 1,
      time: 0,
    });
    expectClose(load.offeredLoad, 7);
    expectClose(load.pointwiseStationary, 10);
    expectClose(load.peakLag, Math.PI / 4);
    expectClose(load.peakLoad, 10 + 6 / Math.SQRT2);
  });
  it('合于参考算例 mtginf-sin-24h，且满足 m′ = λ − μm', () => {
    const load = (time: number): number => sinusoidalLoad({ ...day, time }).offeredLoad;
    expectClose(load(9), 65.72391186575425);
    const h = 1e-4;
    const slope = (load(9 + h) - load(9 - h)) / (2 * h);
    expectClose(slope, 100 + 40 * Math.sin((2 * Math.PI * 9) / 24) - 2 * load(9), 1e-6);
  });
  it('高峰时刻确实比到达高峰晚 peakLag', () => {
    const { peakLag, peakLoad } = sinusoidalLoad({ ...day, time: 0 });
    expectClose(sinusoidalLoad({ ...day, time: 6 + peakLag }).offeredLoad, peakLoad);
  });
  it('服务极短时贴近逐点稳态；无起伏时恒定；一千天后仍准', () => {
    const fast = sinusoidalLoad({ ...day, serviceRate: 1e6, time: 5 });
    expectClose(fast.offeredLoad, fast.pointwiseStationary, 1e-6);
    expectClose(sinusoidalLoad({ ...day, amplitude: 0, time: 3 }).offeredLoad, 50);
    expectClose(sinusoidalLoad({ ...day, time: 24_000 + 9 }).offeredLoad, 65.72391186575425, 1e-13);
  });
  it('拒绝使到达率为负的振幅与坏参数', () => {
    expect(() => sinusoidalLoad({ ...day, amplitude: 101, time: 0 })).toThrow(/amplitude must be/);
    expect(() => sinusoidalLoad({ ...day, meanRate: -1, time: 0 })).toThrow(/meanRate must be/);
    expect(() => sinusoidalLoad({ ...day, period: 0, time: 0 })).toThrow(/period must be/);
    expect(() => sinusoidalLoad({ ...day, serviceRate: 0, time: 0 })).toThrow(/serviceRate must/);
    expect(() => sinusoidalLoad({ ...day, time: NaN })).toThrow(/time must be/);
  });
});

describe('piecewiseLoad', () => {
  it('恒定到达率从空开始：m(t) = λτ(1 − e^{−t/τ})；定长服务则先线性后持平', () => {
    const constant = { rates: [3, 3, 3, 3], width: 1, meanService: 2 };
    const [exponential] = piecewiseLoad({ ...constant, times: [2.5] });
    expectClose(exponential!.offeredLoad, 6 * (1 - Math.exp(-1.25)));
    const fixed = piecewiseLoad({ ...constant, times: [0.5, 2, 3.5], service: 'deterministic' });
    expectClose(fixed[0]!.offeredLoad, 1.5);
    expectClose(fixed[1]!.offeredLoad, 6);
    expectClose(fixed[2]!.offeredLoad, 6);
  });
  it('循环时恒定到达率得到稳态 λτ，一个周期后不变', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0, max: 7.9, noNaN: true }),
        fc.constantFrom('exponential' as const, 'deterministic' as const),
        (rates, meanService, time, service) => {
          const cycle = rates.length * 0.5;
          const [now, later] = piecewiseLoad({
            rates,
            width: 0.5,
            meanService,
            times: [time, time + cycle],
            service,
            cyclic: true,
          });
          expect(Math.abs(now!.offeredLoad - later!.offeredLoad)).toBeLessThan(
            1e-9 * (1 + 50 * meanService),
          );
        },
      ),
    );
    for (const service of ['exponential', 'deterministic'] as const) {
      const [load] = piecewiseLoad({
        rates: [4, 4, 4],
        width: 1,
        meanService: 7.3,
        times: [1.7],
        service,
        cyclic: true,
      });
      expectClose(load!.offeredLoad, 4 * 7.3);
    }
  });
  it('切得很细的正弦趋于闭式解', () => {
    const pieces = 4800;
    const width = 24 / pieces;
    const rates = Array.from(
      { length: pieces },
      (_, i) => 100 + 40 * Math.sin((2 * Math.PI * (i + 0.5)) / pieces),
    );
    const [load] = piecewiseLoad({ rates, width, meanService: 0.5, times: [9], cyclic: true });
    expectClose(load!.offeredLoad, 65.72391186575425, 1e-6);
  });
  it('末段之后只出不进；0 时刻之前为空；定长与指数的稳态平均相同', () => {
    const burst = { rates: [10], width: 1, meanService: 2 };
    const [before, after] = piecewiseLoad({ ...burst, times: [-1, 3] });
    expect(before!.offeredLoad).toBe(0);
    expectClose(after!.offeredLoad, 20 * (1 - Math.exp(-0.5)) * Math.exp(-1));
    expect(after!.pointwiseStationary).toBe(0);
    const [gone] = piecewiseLoad({ ...burst, times: [3.5], service: 'deterministic' });
    expect(gone!.offeredLoad).toBe(0);
  });
  it('拒绝坏参数', () => {
    const good = { rates: [1], width: 1, meanService: 1, times: [0] };
    expect(() => piecewiseLoad({ ...good, rates: [] })).toThrow(/rates must be/);
    expect(() => piecewiseLoad({ ...good, rates: [-1] })).toThrow(/rates\[0\] must be/);
    expect(() => piecewiseLoad({ ...good, width: 0 })).toThrow(/width must be/);
    expect(() => piecewiseLoad({ ...good, meanService: 0 })).toThrow(/meanService must be/);
    expect(() => piecewiseLoad({ ...good, times: [NaN] })).toThrow(/times\[0\] must be/);
  });
});
