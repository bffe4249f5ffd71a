import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedTail, peakEnd } from '../../../src/calc/psychology/peak-end.ts';

describe('peakEnd', () => {
  it('第 6 章的数：峰 8 终 7 → 7.5，峰 8 终 1 → 4.5', () => {
    expect(peakEnd({ moments: [2, 5, 8, 7] }).peakEnd).toBe(7.5);
    expect(peakEnd({ moments: [2, 5, 8, 7, 4, 1] }).peakEnd).toBe(4.5);
  });
  it('历时影响面积与加权平均，不影响记忆分', () => {
    // 面积 4×2 + 9×1 + 3×5 = 32，历时 8，加权平均 4
    const r = peakEnd({
      moments: [
        { value: 4, duration: 2 },
        { value: 9, duration: 1 },
        { value: 3, duration: 5 },
      ],
    });
    expect(r).toMatchObject({ peak: 9, end: 3, peakEnd: 6, total: 32, duration: 8, average: 4 });
    expect(r.mean).toBeCloseTo(16 / 3, 12);
  });
  it('把各段历时同乘一个数，记忆分不变、总量成比例', () => {
    const moment = fc.record({
      value: fc.double({ min: -10, max: 10, noNaN: true }),
      duration: fc.double({ min: 0.1, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 1 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (moments, k) => {
          const a = peakEnd({ moments });
          const b = peakEnd({ moments: moments.map((m) => ({ ...m, duration: m.duration * k })) });
          expect(b.peakEnd).toBe(a.peakEnd);
          expect(b.total).toBeCloseTo(k * a.total, 6);
        },
      ),
    );
  });
  it('峰可取最大、最小或绝对值最大', () => {
    const moments = [3, -8, 5];
    expect(peakEnd({ moments }).peak).toBe(5);
    expect(peakEnd({ moments, peak: 'min' }).peak).toBe(-8);
    expect(peakEnd({ moments, peak: 'extreme' }).peak).toBe(-8);
    expect(peakEnd({ moments, peak: 'min', peakWeight: 0.25 }).peakEnd).toBeCloseTo(1.75, 12);
  });
  it('只有一刻时各量相同；总历时为 0 时加权平均没有定义', () => {
    expect(peakEnd({ moments: [6] })).toMatchObject({ peak: 6, end: 6, peakEnd: 6, mean: 6 });
    expect(peakEnd({ moments: [{ value: 6, duration: 0 }] }).average).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => peakEnd({ moments: [] })).toThrow(/moments/);
    expect(() => peakEnd({ moments: [1, NaN] })).toThrow(/moments\[1\]/);
    expect(() => peakEnd({ moments: [{ value: 1, duration: -1 }] })).toThrow(
      /moments\[0\]\.duration/,
    );
    expect(() => peakEnd({ moments: [1], peakWeight: 2 })).toThrow(/peakWeight/);
    expect(() => peakEnd({ moments: [1], peak: 'mean' as 'max' })).toThrow(/peak/);
  });
});

describe('addedTail', () => {
  it('冷水：60 秒之后再加 30 秒稍暖的水，总痛苦更多，记得却更轻', () => {
    const r = addedTail({ moments: [{ value: 8, duration: 60 }] }, [{ value: 5, duration: 30 }]);
    expect(r.totalChange).toBe(150);
    expect(r.memoryChange).toBe(-1.5);
    expect(r.paradox).toBe(true);
  });
  it('尾巴更痛时不成悖论；拒绝空尾巴', () => {
    expect(addedTail({ moments: [3, 4] }, [9]).paradox).toBe(false);
    expect(() => addedTail({ moments: [1] }, [])).toThrow(/tail/);
  });
});
