import { describe, expect, it } from 'vitest';
import { valueAdded } from '../../../src/calc/process/value-added.ts';

describe('valueAdded', () => {
  it('12 天里增值 47 分钟：47 ÷ 17280', () => {
    const result = valueAdded([
      { name: '审批', time: 47, kind: 'value' },
      { name: '等待', time: 12 * 1440 - 47, kind: 'waste' },
    ]);
    expect(result.valueAddedRatio).toBeCloseTo(47 / 17280, 12);
    expect(result.ratioWithoutWaste).toBe(1);
  });
  it('三类时间之和等于总历时', () => {
    const result = valueAdded([
      { time: 3, kind: 'value' },
      { time: 5, kind: 'necessary' },
      { time: 2, kind: 'waste' },
      { time: 10, kind: 'waste' },
    ]);
    expect(result.totalTime).toBe(20);
    expect(result.wasteTime).toBe(12);
    expect(result.reduction).toBeCloseTo(0.6, 12);
    expect(result.ratioWithoutWaste).toBeCloseTo(3 / 8, 12);
  });
  it('总历时为 0 时比例没有定义；全是浪费时去掉后也没有定义', () => {
    expect(valueAdded([{ time: 0, kind: 'value' }]).valueAddedRatio).toBeNaN();
    expect(valueAdded([{ time: 4, kind: 'waste' }]).ratioWithoutWaste).toBeNaN();
    expect(valueAdded([{ time: 4, kind: 'waste' }]).valueAddedRatio).toBe(0);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => valueAdded([])).toThrow(/steps/);
    expect(() => valueAdded([{ time: -1, kind: 'value' }])).toThrow(/steps\[0\]\.time/);
    expect(() => valueAdded([{ time: 1, kind: 'other' as 'value' }])).toThrow(/steps\[0\]\.kind/);
  });
});
