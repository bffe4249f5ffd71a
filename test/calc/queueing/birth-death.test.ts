import { describe, expect, it } from 'vitest';
import { birthDeath } from '../../../src/calc/queueing/birth-death.ts';
import { expectClose } from '../core/expect-close.ts';

describe('birthDeath', () => {
  it('权重 1、2、2（众数在中间）：均值 (2+4)/5 = 1.2，忙 4/5，排队 2/5', () => {
    const summary = birthDeath({ last: 2, servers: 1, upRatio: (k) => (k === 0 ? 2 : 1) });
    expectClose(summary.mean, 1.2);
    expectClose(summary.meanBusy, 0.8);
    expectClose(summary.meanQueueLength, 0.4);
    expectClose(summary.probabilityAllBusy, 0.8);
    expectClose(summary.probabilityFull, 0.4);
  });
  it('权重跨越 10⁶⁰⁰ 倍也不溢出：比值恒为 10 时几乎全在最高状态', () => {
    const summary = birthDeath({ last: 600, servers: 3, upRatio: () => 10 });
    expectClose(summary.probabilityFull, 0.9);
    expect(summary.mode).toBe(600);
  });
  it('只有空状态、比值为 0', () => {
    expect(birthDeath({ last: 0, servers: 1, upRatio: () => 5 }).probabilityFull).toBe(1);
    expect(birthDeath({ last: 9, servers: 1, upRatio: () => 0 }).mean).toBe(0);
  });
  it('比值 0.9 的长尾走到 10⁻³⁰⁸ 就停，不在次正规数里空转', () => {
    let steps = 0;
    const summary = birthDeath({
      last: 1e9,
      servers: 1,
      upRatio: () => {
        steps++;
        return 0.9;
      },
    });
    expectClose(summary.mean, 9);
    expect(steps).toBeLessThan(10_000);
  });
  it('拒绝坏参数', () => {
    expect(() => birthDeath({ last: -1, servers: 1, upRatio: () => 1 })).toThrow(/last must be/);
    expect(() => birthDeath({ last: 1, servers: 0, upRatio: () => 1 })).toThrow(/servers must be/);
  });
});
