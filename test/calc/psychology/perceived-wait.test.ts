import { describe, expect, it } from 'vitest';
import {
  illustrativeMultipliers,
  perceivedWait,
} from '../../../src/calc/psychology/perceived-wait.ts';

describe('perceivedWait', () => {
  it('手算：6 分钟有事做 + 2 分钟空闲且不知还要多久', () => {
    const r = perceivedWait({
      segments: [
        { time: 6, occupied: true },
        { time: 2, uncertain: true },
      ],
      multipliers: { unoccupied: 1.5, uncertain: 2 },
      expectedWait: 10,
    });
    expect(r.actual).toBe(8);
    expect(r.perceived).toBeCloseTo(6 + 2 * 1.5 * 2, 12);
    expect(r.satisfaction).toBeCloseTo(-2, 12);
  });
  it('同样 8 分钟，走 6 等 2 比走 1 等 7 显得短', () => {
    const far = perceivedWait({ segments: [{ time: 6, occupied: true }, { time: 2 }] });
    const near = perceivedWait({ segments: [{ time: 1, occupied: true }, { time: 7 }] });
    expect(far.actual).toBe(near.actual);
    expect(far.perceived).toBeLessThan(near.perceived);
  });
  it('每添一种不利处境，感知时间都变长', () => {
    const base = perceivedWait({ segments: [{ time: 5 }] }).perceived;
    for (const key of [
      'preProcess',
      'anxious',
      'uncertain',
      'unexplained',
      'unfair',
      'solo',
    ] as const) {
      const worse = perceivedWait({ segments: [{ time: 5, [key]: true }] });
      expect(worse.perceived / base).toBeCloseTo(illustrativeMultipliers[key], 12);
      expect(worse.perceived).toBeGreaterThan(base);
    }
  });
  it('没有等待时感知为 0，比值没有定义', () => {
    const r = perceivedWait({ segments: [{ time: 0 }] });
    expect(r.perceived).toBe(0);
    expect(r.ratio).toBeNaN();
    expect(r.satisfaction).toBeNull();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => perceivedWait({ segments: [] })).toThrow(/segments/);
    expect(() => perceivedWait({ segments: [{ time: -1 }] })).toThrow(/segments\[0\]\.time/);
    expect(() => perceivedWait({ segments: [{ time: 1 }], multipliers: { solo: 0 } })).toThrow(
      /multipliers\.solo/,
    );
    expect(() => perceivedWait({ segments: [{ time: 1 }], expectedWait: NaN })).toThrow(
      /expectedWait/,
    );
  });
});
