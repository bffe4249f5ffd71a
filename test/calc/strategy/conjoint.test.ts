import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/calc/core/random.ts';
import { conjoint } from '../../../src/calc/strategy/conjoint.ts';

const pair = [[0], [1]];

describe('conjoint', () => {
  it('四题选三次甲：部分值差 = ln 3，各占一半', () => {
    const r = conjoint({
      levels: [2],
      tasks: [0, 0, 0, 1].map((chosen) => ({ alternatives: pair, chosen })),
    });
    expect(r.partWorths![0]![0]).toBeCloseTo(Math.log(3) / 2, 10);
    expect(r.logLikelihood).toBeCloseTo(3 * Math.log(0.75) + Math.log(0.25), 10);
    expect(r.nullLogLikelihood).toBeCloseTo(-4 * Math.LN2, 12);
    expect(r.hitRate).toBeCloseTo(0.75, 12);
    expect(r.bestProfile).toEqual([0]);
  });
  it('三选一、单属性：部分值之差等于选中次数之比的对数', () => {
    // 选中 5、3、2 次：v0 − v1 = ln(5/3)，v1 − v2 = ln(3/2)
    const tasks = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2].map((chosen) => ({
      alternatives: [[0], [1], [2]],
      chosen,
    }));
    const [v] = conjoint({ levels: [3], tasks }).partWorths!;
    expect(v![0]! - v![1]!).toBeCloseTo(Math.log(5 / 3), 9);
    expect(v![1]! - v![2]!).toBeCloseTo(Math.log(3 / 2), 9);
    expect(v!.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
  });
  it('大量模拟选择能找回真实部分值（固定种子）', () => {
    const truth = [
      [0.9, 0.1, -1],
      [0.5, -0.5],
    ];
    for (const seed of [1, 2, 3]) {
      const random = createRandom(seed);
      const tasks = Array.from({ length: 4000 }, () => {
        const alternatives = [0, 1, 2].map(() => [random.integer(0, 3), random.integer(0, 2)]);
        const noisy = alternatives.map(
          ([a, b]) =>
            truth[0]![a!]! + truth[1]![b!]! - Math.log(-Math.log(random.uniform() + 1e-300)),
        );
        return { alternatives, chosen: noisy.indexOf(Math.max(...noisy)) };
      });
      const r = conjoint({ levels: [3, 2], tasks });
      expect(r.status).toBe('converged');
      truth.forEach((values, a) =>
        values.forEach((value, l) =>
          expect(Math.abs(r.partWorths![a]![l]! - value)).toBeLessThan(0.12),
        ),
      );
    }
  });
  it('被一种权重完全解释时报 separated，不给越跑越大的数；加岭就有有限解', () => {
    const tasks = [
      {
        alternatives: [
          [0, 0],
          [1, 1],
        ],
        chosen: 0,
      },
      {
        alternatives: [
          [0, 1],
          [1, 0],
        ],
        chosen: 0,
      },
      {
        alternatives: [
          [1, 1],
          [0, 0],
        ],
        chosen: 1,
      },
    ];
    const r = conjoint({ levels: [2, 2], tasks });
    expect(r.status).toBe('separated');
    expect(r.partWorths).toBeNull();
    const shrunk = conjoint({ levels: [2, 2], tasks, ridge: 0.5 });
    expect(shrunk.converged).toBe(true);
    expect(shrunk.importance![0]).toBeGreaterThan(0.5);
  });
  it('拟完全分离（有一处打平）也能认出', () => {
    const tasks = [
      {
        alternatives: [
          [0, 0],
          [0, 1],
        ],
        chosen: 0,
      },
      {
        alternatives: [
          [0, 0],
          [0, 1],
        ],
        chosen: 1,
      },
      {
        alternatives: [
          [0, 0],
          [1, 0],
        ],
        chosen: 0,
      },
    ];
    expect(conjoint({ levels: [2, 2], tasks }).status).toBe('separated');
  });
  it('某个属性从未比较过时报 unidentified；加岭后它的部分值为 0', () => {
    const tasks = [
      {
        alternatives: [
          [0, 0],
          [1, 0],
        ],
        chosen: 0,
      },
      {
        alternatives: [
          [0, 1],
          [1, 1],
        ],
        chosen: 1,
      },
      {
        alternatives: [
          [0, 1],
          [1, 1],
        ],
        chosen: 1,
      },
    ];
    expect(conjoint({ levels: [2, 2], tasks }).status).toBe('unidentified');
    const r = conjoint({ levels: [2, 2], tasks, ridge: 1e-3 });
    expect(r.partWorths![1]![0]).toBeCloseTo(0, 12);
    expect(r.importance).toEqual([1, 0]);
  });
  it('岭解与哪一档排最后无关', () => {
    const tasks = [0, 1, 2, 0, 0].map((chosen) => ({ alternatives: [[0], [1], [2]], chosen }));
    const flipped = tasks.map((t) => ({
      alternatives: t.alternatives.map(([l]) => [2 - l!]),
      chosen: t.chosen,
    }));
    const a = conjoint({ levels: [3], tasks, ridge: 0.7 }).partWorths![0]!;
    const b = conjoint({ levels: [3], tasks: flipped, ridge: 0.7 }).partWorths![0]!;
    a.forEach((value, l) => expect(value).toBeCloseTo(b[2 - l]!, 9));
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => conjoint({ levels: [1], tasks: [{ alternatives: pair, chosen: 0 }] })).toThrow(
      /levels\[0\]/,
    );
    expect(() => conjoint({ levels: [2], tasks: [] })).toThrow(/tasks/);
    expect(() => conjoint({ levels: [2], tasks: [{ alternatives: [[0]], chosen: 0 }] })).toThrow(
      /alternatives/,
    );
    expect(() => conjoint({ levels: [2], tasks: [{ alternatives: pair, chosen: 2 }] })).toThrow(
      /chosen/,
    );
    expect(() =>
      conjoint({ levels: [2], tasks: [{ alternatives: [[0], [2]], chosen: 0 }] }),
    ).toThrow(/alternatives\[1\]\[0\]/);
    expect(() =>
      conjoint({ levels: [2], tasks: [{ alternatives: pair, chosen: 0 }], ridge: -1 }),
    ).toThrow(/ridge/);
  });
});
