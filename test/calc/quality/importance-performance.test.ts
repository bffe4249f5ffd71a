import { describe, expect, it } from 'vitest';
import { importancePerformance } from '../../../src/calc/quality/importance-performance.ts';

const items = [
  { name: 'queue', importance: 4.8, performance: 3.1 },
  { name: 'staff', importance: 4.5, performance: 4.4 },
  { name: 'decor', importance: 2.9, performance: 4.1 },
  { name: 'parking', importance: 3.2, performance: 2.7 },
];

describe('importancePerformance', () => {
  it('手算：均值 3.85 与 3.575，四项各占一个象限', () => {
    const r = importancePerformance({ items });
    expect(r.meanImportance).toBeCloseTo(3.85, 12);
    expect(r.meanPerformance).toBeCloseTo(3.575, 12);
    expect(r.quadrants).toEqual(['concentrate', 'keepUp', 'overkill', 'lowPriority']);
  });
  it('给定分界时按分界，与均值无关', () => {
    const r = importancePerformance({ items, importanceCut: 1, performanceCut: 1 });
    expect(new Set(r.quadrants)).toEqual(new Set(['keepUp']));
  });
  it('各项相同时不因均值的舍入掉到低的一侧', () => {
    const same = Array.from({ length: 3 }, () => ({ importance: 0.1, performance: 0.7 }));
    expect(importancePerformance({ items: same }).quadrants).toEqual([
      'keepUp',
      'keepUp',
      'keepUp',
    ]);
  });
  it('同加一个常数，象限不变', () => {
    const shifted = items.map((i) => ({
      importance: i.importance + 100,
      performance: i.performance - 7,
    }));
    expect(importancePerformance({ items: shifted }).quadrants).toEqual(
      importancePerformance({ items }).quadrants,
    );
  });
  it('拒绝空与非有限数', () => {
    expect(() => importancePerformance({ items: [] })).toThrow(/items/);
    expect(() => importancePerformance({ items: [{ importance: NaN, performance: 1 }] })).toThrow(
      /items\[0\]\.importance/,
    );
    expect(() => importancePerformance({ items, performanceCut: NaN })).toThrow(/performanceCut/);
  });
});
