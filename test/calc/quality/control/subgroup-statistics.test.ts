import { describe, expect, it } from 'vitest';
import {
  mean,
  range,
  standardDeviation,
  subgroupStatistics,
} from '../../../../src/calc/quality/control/subgroup-statistics.ts';

describe('subgroupStatistics', () => {
  it('手算：{2, 4, 9} 均值 5、极差 7、标准差 √13', () => {
    const r = subgroupStatistics('subgroups', [
      [2, 4, 9],
      [1, 1, 1],
    ]);
    expect(r.size).toBe(3);
    expect(r.means[0]).toBe(5);
    expect(r.ranges).toEqual([7, 0]);
    expect(r.deviations[0]).toBeCloseTo(Math.sqrt(13), 12);
  });
  it('数据远离 0 时标准差不抵消', () => {
    expect(standardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBeCloseTo(1, 9);
  });
  it('一个数没有标准差；平移不改变极差', () => {
    expect(standardDeviation([3])).toBeNaN();
    expect(range([-4, 3, 8])).toBe(range([96, 103, 108]));
    expect(mean([1, 2, 6])).toBe(3);
  });
  it('拒绝空、不等大、大小为 1 的子组', () => {
    expect(() => mean([])).toThrow(/values/);
    expect(() => subgroupStatistics('groups', [])).toThrow(/groups/);
    expect(() => subgroupStatistics('groups', [[1, 2], [1]])).toThrow(/groups\[1\]/);
    expect(() => subgroupStatistics('groups', [[1], [2]])).toThrow(/groups\[0\]/);
  });
});
