import { describe, expect, it } from 'vitest';
import { criticalPath } from '../../../src/calc/improvement/critical-path.ts';

const tasks = [
  { id: '选址', duration: 3 },
  { id: '装修', duration: 6, after: ['选址'] },
  { id: '招人', duration: 2 },
  { id: '培训', duration: 4, after: ['招人'] },
  { id: '试营业', duration: 1, after: ['装修', '培训'] },
];

describe('criticalPath', () => {
  it('手算：选址 3 + 装修 6 + 试营业 1 = 10，招人与培训各有 3 的时差', () => {
    const r = criticalPath(tasks);
    expect(r.duration).toBe(10);
    expect(r.path).toEqual(['选址', '装修', '试营业']);
    expect(r.tasks.map((t) => t.slack)).toEqual([0, 0, 3, 3, 0]);
    expect(r.tasks[3]).toMatchObject({ earliestStart: 2, latestStart: 5, latestFinish: 9 });
  });
  it('压缩关键任务超过时差后，关键路径换人', () => {
    const r = criticalPath(tasks.map((t) => (t.id === '装修' ? { ...t, duration: 2 } : t)));
    expect(r.duration).toBe(7);
    expect(r.path).toEqual(['招人', '培训', '试营业']);
  });
  it('任务书写的先后不影响结果', () => {
    const a = criticalPath(tasks);
    const b = criticalPath([...tasks].reverse());
    expect(b.duration).toBe(a.duration);
    expect([...b.tasks].reverse()).toEqual(a.tasks);
  });
  it('零工期里程碑、单任务、0.1 + 0.2 的舍入都不误判关键', () => {
    expect(criticalPath([{ id: 'm', duration: 0 }])).toMatchObject({ duration: 0, path: ['m'] });
    const r = criticalPath([
      { id: 'a', duration: 0.1 },
      { id: 'b', duration: 0.2, after: ['a'] },
      { id: 'c', duration: 0.3 },
      { id: 'd', duration: 1, after: ['b', 'c'] },
    ]);
    expect(r.tasks.every((t) => t.critical)).toBe(true);
  });
  it('拒绝成环、重名、悬空的紧前与负工期', () => {
    expect(() => criticalPath([])).toThrow(/tasks/);
    expect(() =>
      criticalPath([
        { id: 'a', duration: 1, after: ['b'] },
        { id: 'b', duration: 1, after: ['a'] },
      ]),
    ).toThrow(/tasks must be free of cycles/);
    expect(() =>
      criticalPath([
        { id: 'a', duration: 1 },
        { id: 'a', duration: 1 },
      ]),
    ).toThrow(/tasks\[1\]\.id/);
    expect(() => criticalPath([{ id: 'a', duration: 1, after: ['z'] }])).toThrow(
      /tasks\[0\]\.after\[0\]/,
    );
    expect(() => criticalPath([{ id: 'a', duration: -1 }])).toThrow(/tasks\[0\]\.duration/);
  });
});
