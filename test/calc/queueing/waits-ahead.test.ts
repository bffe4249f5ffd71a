import { describe, expect, it } from 'vitest';
import { waitsAhead } from '../../../src/calc/queueing/waits-ahead.ts';
import { expectClose } from '../core/expect-close.ts';

describe('waitsAhead', () => {
  it('windows that never change: n − c + 1 departures at rate cμ', () => {
    const waits = waitsAhead([{ duration: 9, servers: 2, serviceRate: 0.5 }], 4)(0, 9);
    expect([...waits]).toEqual([0, 0, 1, 2, 3]);
  });
  it('a closed door adds exactly the time until it opens', () => {
    const waits = waitsAhead(
      [
        { duration: 10, servers: 0, serviceRate: 1 },
        { duration: 5, servers: 1, serviceRate: 1 },
      ],
      3,
    )(0, 4);
    expect([...waits]).toEqual([4, 5, 6, 7]);
  });
  it('one person ahead of one window that doubles its rate at time t: (1 − e^{−μt})/μ + e^{−μt}/2μ', () => {
    const waits = waitsAhead(
      [
        { duration: 8, servers: 1, serviceRate: 0.5 },
        { duration: 1, servers: 1, serviceRate: 1 },
      ],
      2,
    )(0, 3);
    expect(waits[0]).toBe(0);
    expectClose(waits[1]!, -Math.expm1(-1.5) / 0.5 + Math.exp(-1.5));
  });
  it('a change that changes nothing leaves the wait as it was', () => {
    const stage = { duration: 2, servers: 3, serviceRate: 0.7 };
    const plain = waitsAhead([stage], 40)(0, 2);
    const odd = waitsAhead([stage, { ...stage, servers: 1, serviceRate: 2.1 }], 40)(0, 2);
    // 三个窗口换成一个快三倍的：排在三位以后的人，放人的快慢没有变，只多等里面那两位
    for (let n = 12; n <= 40; n++) {
      expect(odd[n]).toBeGreaterThanOrEqual(plain[n]!);
      expect(odd[n]! - plain[n]!).toBeLessThan(2 / 2.1 + 1e-9);
    }
  });
});
