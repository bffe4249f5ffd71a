import { describe, expect, it } from 'vitest';
import { classifyKano, kano, kanoTable, tallyKano } from '../../../src/calc/quality/kano.ts';

describe('kano', () => {
  it('算例：A42 O31 M12 I14 R1：更满意 73/99，更不满 −43/99，魅力', () => {
    const r = kano({ A: 42, O: 31, M: 12, I: 14, R: 1, Q: 0 });
    expect(r.better).toBeCloseTo(73 / 99, 12);
    expect(r.worse).toBeCloseTo(-43 / 99, 12);
    expect(r.category).toBe('A');
    expect(r.strength).toBeCloseTo(0.11, 12);
  });
  it('并列时缺了更伤人的优先：M > O > A > I', () => {
    expect(kano({ A: 10, O: 10, M: 10, I: 10, R: 0, Q: 0 }).category).toBe('M');
    expect(kano({ A: 10, O: 10, M: 3, I: 10, R: 0, Q: 0 }).category).toBe('O');
    expect(kano({ A: 10, O: 3, M: 3, I: 10, R: 0, Q: 0 }).category).toBe('A');
  });
  it('分组判定可与简单多数不同', () => {
    const r = kano({ A: 20, O: 20, M: 15, I: 30, R: 5, Q: 0 });
    expect(r.category).toBe('I');
    expect(r.categoryByGroups).toBe('O');
  });
  it('无人可计时系数没有定义', () => {
    const none = kano({ A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 });
    expect(none).toEqual({
      better: null,
      worse: null,
      category: null,
      categoryByGroups: null,
      strength: null,
    });
    expect(kano({ A: 0, O: 0, M: 0, I: 0, R: 4, Q: 1 })).toMatchObject({
      better: null,
      category: 'R',
    });
  });
  it('拒绝负票数', () => {
    expect(() => kano({ A: -1, O: 0, M: 0, I: 0, R: 0, Q: 0 })).toThrow(/A must be/);
  });
});

describe('卡诺评价表', () => {
  it('喜欢有、不喜欢没有是一维；两问都喜欢是可疑', () => {
    expect(classifyKano(0, 4)).toBe('O');
    expect(classifyKano(0, 2)).toBe('A');
    expect(classifyKano(2, 4)).toBe('M');
    expect(classifyKano(0, 0)).toBe('Q');
    expect(classifyKano(4, 1)).toBe('R');
  });
  it('正反两问对调，A 与 R、M 与 R 相互转换，I、Q 不变', () => {
    const table = kanoTable();
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++) {
        const [a, b] = [table[i]![j]!, table[j]![i]!];
        if ('AOM'.includes(a)) expect(b).toBe('R');
        if (a === 'I' || a === 'Q') expect(b).toBe(a);
      }
  });
  it('计票；每次给出的表互不牵连', () => {
    expect(
      tallyKano([
        [0, 4],
        [0, 2],
        [2, 4],
        [0, 3],
      ]),
    ).toEqual({ A: 2, O: 1, M: 1, I: 0, R: 0, Q: 0 });
    kanoTable()[0]![0] = 'A';
    expect(classifyKano(0, 0)).toBe('Q');
  });
  it('拒绝越界的回答', () => {
    expect(() => classifyKano(5, 0)).toThrow(/functional/);
    expect(() => classifyKano(0, -1)).toThrow(/dysfunctional/);
    expect(() => tallyKano([])).toThrow(/answers/);
  });
});
