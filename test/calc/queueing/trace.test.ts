import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceQueue } from '../../../src/calc/queueing/trace.ts';

describe('traceQueue', () => {
  it('两窗手算：第三人等 0.5，第四人等 1.5', () => {
    // 0 时来 3 分活（窗 0 到 3），0.5 来 1 分活（窗 1 到 1.5），1 来 2 分活（窗 1，1.5→3.5），1.5 来 2 分活（窗 0，3→5）
    const result = traceQueue({
      arrivals: [0, 0.5, 1, 1.5],
      services: [3, 1, 2, 2],
      servers: 2,
    });
    expect(result.waits).toEqual([0, 0, 0.5, 1.5]);
    expect(result.departures).toEqual([3, 1.5, 3.5, 5]);
    expect(result.servers).toEqual([0, 1, 1, 0]);
    expect(result.starts).toEqual([0, 0.5, 1.5, 3]);
  });
  const customers = fc.array(
    fc.record({
      gap: fc.double({ min: 0, max: 3, noNaN: true }),
      service: fc.double({ min: 0, max: 5, noNaN: true }),
    }),
    { maxLength: 60 },
  );
  function lists(items: { gap: number; service: number }[]): {
    arrivals: number[];
    services: number[];
  } {
    let clock = 0;
    return {
      arrivals: items.map(({ gap }) => (clock += gap)),
      services: items.map(({ service }) => service),
    };
  }
  it('单窗时与 Lindley 递推 W′ = max(0, W + S − 间隔) 一致', () => {
    fc.assert(
      fc.property(customers, (items) => {
        const { arrivals, services } = lists(items);
        const { waits } = traceQueue({ arrivals, services, servers: 1 });
        let wait = 0;
        arrivals.forEach((arrival, i) => {
          if (i > 0) wait = Math.max(0, wait + services[i - 1]! - (arrival - arrivals[i - 1]!));
          expect(Math.abs(waits[i]! - wait)).toBeLessThan(1e-9);
        });
      }),
    );
  });
  it('任何时刻同一窗口不同时服务两人；先到者不晚于后到者开始', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 5 }), (items, servers) => {
        const result = traceQueue({ ...lists(items), servers });
        const free = Array.from({ length: servers }, () => -Infinity);
        result.servers.forEach((server, i) => {
          expect(result.starts[i]!).toBeGreaterThanOrEqual(free[server]!);
          if (i > 0) expect(result.starts[i]!).toBeGreaterThanOrEqual(result.starts[i - 1]!);
          free[server] = result.departures[i]!;
        });
      }),
    );
  });
  it('没有顾客返回空；窗口比顾客多则无人等；时刻可为负', () => {
    expect(traceQueue({ arrivals: [], services: [], servers: 3 }).waits).toEqual([]);
    const plenty = traceQueue({ arrivals: [-5, -5, 0], services: [9, 9, 9], servers: 1e6 });
    expect(plenty.waits).toEqual([0, 0, 0]);
    expect(plenty.servers).toEqual([0, 1, 2]);
  });
  it('拒绝坏参数', () => {
    expect(() => traceQueue({ arrivals: [0], services: [1], servers: 0 })).toThrow(/servers must/);
    expect(() => traceQueue({ arrivals: [0], services: [], servers: 1 })).toThrow(/services must/);
    expect(() => traceQueue({ arrivals: [1, 0], services: [1, 1], servers: 1 })).toThrow(
      /arrivals\[1\] must be/,
    );
    expect(() => traceQueue({ arrivals: [0], services: [-1], servers: 1 })).toThrow(
      /services\[0\] must be/,
    );
    expect(() => traceQueue({ arrivals: [NaN], services: [1], servers: 1 })).toThrow(
      /arrivals\[0\] must be/,
    );
  });
});
