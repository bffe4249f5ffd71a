import { describe, expect, it } from 'vitest';
import { qfd } from '../../../src/calc/quality/qfd.ts';

const house = {
  customerImportance: [5, 3, 4],
  relationship: [
    [9, 3, 0, 1],
    [1, 9, 3, 0],
    [0, 3, 9, 3],
  ],
};

describe('qfd', () => {
  it('算例：绝对重要性 48、54、45、17', () => {
    const r = qfd(house);
    expect(r.raw).toEqual([48, 54, 45, 17]);
    expect(r.relative[1]).toBeCloseTo(54 / 164, 12);
    expect(r.order).toEqual([1, 0, 2, 3]);
  });
  it('重要性同乘一个数，相对重要性不变且合计为 1', () => {
    const r = qfd({ ...house, customerImportance: [50, 30, 40] });
    r.relative.forEach((v, i) => expect(v).toBeCloseTo(qfd(house).relative[i]!, 12));
    expect(r.relative.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
  it('改进率放大对应需求', () => {
    expect(qfd({ ...house, improvement: [1, 1, 2] }).raw).toEqual([48, 66, 81, 29]);
  });
  it('关系全为 0 时相对重要性没有定义', () => {
    expect(qfd({ customerImportance: [1], relationship: [[0, 0]] }).relative[0]).toBeNaN();
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => qfd({ customerImportance: [], relationship: [] })).toThrow(/customerImportance/);
    expect(() => qfd({ ...house, customerImportance: [1, 2] })).toThrow(/relationship/);
    expect(() => qfd({ ...house, relationship: [[1], [1, 2], [1]] })).toThrow(/relationship\[1\]/);
    expect(() => qfd({ ...house, relationship: [[1], [1], [-1]] })).toThrow(
      /relationship\[2\]\[0\]/,
    );
    expect(() => qfd({ ...house, improvement: [1] })).toThrow(/improvement/);
  });
});
