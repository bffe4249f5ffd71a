import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classicPert,
  pertMean,
  projectOutcomes,
  stratifiedDurations,
} from '../../../src/calc/improvement/project-outcomes.ts';
import { projectSimulation } from '../../../src/calc/improvement/project-simulation.ts';

const estimates = fc
  .tuple(
    ...([0, 1, 2].map(() => fc.double({ min: 0, max: 30, noNaN: true })) as [
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
    ]),
  )
  .map((three) => {
    const [optimistic, mostLikely, pessimistic] = three.toSorted((a, b) => a - b) as [
      number,
      number,
      number,
    ];
    return { optimistic, mostLikely, pessimistic };
  });
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
/** 八项任务，三条路在试点前汇合 */
const clinic = (
  [
    ['立项', 1, 1, 2, []],
    ['画流程', 2, 3, 6, ['立项']],
    ['改系统', 4, 6, 14, ['立项']],
    ['训员工', 2, 3, 5, ['画流程']],
    ['写标准', 2, 3, 7, ['画流程']],
    ['试点', 3, 4, 8, ['改系统', '训员工', '写标准']],
    ['检查', 1, 1, 2, ['试点']],
    ['推广', 2, 3, 6, ['检查']],
  ] as const
).map(([id, optimistic, mostLikely, pessimistic, after]) => ({
  id,
  optimistic,
  mostLikely,
  pessimistic,
  after,
}));

describe('projectOutcomes', () => {
  it('手算三次：并联取大，串联相加，谁顶住谁关键', () => {
    const { durations, criticality } = projectOutcomes({
      tasks: [{ id: 'a' }, { id: 'b' }, { id: 'c', after: ['a', 'b'] }],
      samples: [
        [2, 5, 4],
        [3, 1, 4],
        [1, 2, 3],
      ],
    });
    expect(durations).toEqual([4, 7, 7]);
    expect(criticality).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3, 12), 1]);
  });
  it('一条直路就是逐次相加', () => {
    const samples = [
      [1, 2],
      [3, 4],
    ];
    expect(
      projectOutcomes({ tasks: [{ id: 'a' }, { id: 'b', after: ['a'] }], samples }).durations,
    ).toEqual([4, 6]);
  });
  it('拒绝坏输入并指出参数', () => {
    expect(() => projectOutcomes({ tasks: [], samples: [] })).toThrow(/tasks/);
    expect(() => projectOutcomes({ tasks: [{ id: 'a' }], samples: [] })).toThrow(/samples/);
    expect(() => projectOutcomes({ tasks: [{ id: 'a' }], samples: [[]] })).toThrow(/samples\[0\]/);
    expect(() =>
      projectOutcomes({ tasks: [{ id: 'a' }, { id: 'b' }], samples: [[1], [1, 2]] }),
    ).toThrow(/samples\[1\]/);
  });
});

describe('stratifiedDurations', () => {
  it('均值是 (a+4m+b)/6，方差是 (μ−a)(b−μ)/7', () => {
    fc.assert(
      fc.property(estimates, fc.integer({ min: 1, max: 99 }), (task, seed) => {
        const sample = stratifiedDurations({ task, count: 2000, seed });
        const centre = pertMean(task);
        const range = task.pessimistic - task.optimistic;
        expect(mean(sample)).toBeCloseTo(centre, 2);
        const variance = mean(sample.map((value) => (value - centre) ** 2));
        const exact = ((centre - task.optimistic) * (task.pessimistic - centre)) / 7;
        expect(Math.abs(variance - exact)).toBeLessThan(0.002 * range ** 2 + 1e-9);
        for (const value of sample) {
          expect(value).toBeGreaterThanOrEqual(task.optimistic);
          expect(value).toBeLessThanOrEqual(task.pessimistic + 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });
  it('对称的三点中位数就是最可能；m 在端点也抽得出来', () => {
    const middle = stratifiedDurations({
      task: { optimistic: 2, mostLikely: 5, pessimistic: 8 },
      count: 1001,
      seed: 4,
    }).toSorted((a, b) => a - b)[500];
    expect(middle).toBeCloseTo(5, 6);
    // m = a：密度 5(1 − x)⁴，中位数 1 − 0.5^(1/5)
    const skewed = stratifiedDurations({
      task: { optimistic: 0, mostLikely: 0, pessimistic: 1 },
      count: 1001,
      seed: 4,
    }).toSorted((a, b) => a - b)[500];
    expect(skewed).toBeCloseTo(1 - 0.5 ** 0.2, 4);
  });
  it('种子只换次序，不换数；同一种子逐位相同；没有散布时个个一样', () => {
    const task = { optimistic: 1, mostLikely: 2, pessimistic: 9 };
    const [one, two] = [1, 2].map((seed) => stratifiedDurations({ task, count: 50, seed }));
    expect(one).not.toEqual(two);
    expect(one!.toSorted()).toEqual(two!.toSorted());
    expect(stratifiedDurations({ task, count: 50, seed: 1 })).toEqual(one);
    expect(
      stratifiedDurations({
        task: { optimistic: 3, mostLikely: 3, pessimistic: 3 },
        count: 2,
        seed: 1,
      }),
    ).toEqual([3, 3]);
  });
  it('八项任务的按期概率与两万次随机抽样在四个标准误以内', () => {
    const samples = clinic.map((task, i) =>
      stratifiedDurations({ task, count: 4000, seed: i + 1 }),
    );
    const { durations } = projectOutcomes({ tasks: clinic, samples });
    const known = projectSimulation({ tasks: clinic, replications: 20_000 }).durations;
    const within = (all: readonly number[], weeks: number) =>
      all.filter((each) => each <= weeks).length / all.length;
    for (const weeks of [15, 16.5, 18, 20]) {
      const share = within(known, weeks);
      const error = Math.sqrt(share * (1 - share) * (1 / 20_000 + 1 / 4000));
      expect(Math.abs(within(durations, weeks) - share), `${weeks} 周`).toBeLessThan(4 * error);
    }
  });
  it('拒绝坏输入并指出参数', () => {
    const task = { optimistic: 1, mostLikely: 2, pessimistic: 3 };
    expect(() => stratifiedDurations({ task, count: 0, seed: 1 })).toThrow(/count/);
    expect(() => stratifiedDurations({ task, count: 1, seed: NaN })).toThrow(/seed/);
    expect(() =>
      stratifiedDurations({ task: { ...task, optimistic: -1 }, count: 1, seed: 1 }),
    ).toThrow(/task\.optimistic/);
    expect(() =>
      stratifiedDurations({ task: { ...task, mostLikely: 9 }, count: 1, seed: 1 }),
    ).toThrow(/task\.pessimistic/);
  });
});

describe('classicPert', () => {
  it('皮肤科的八项：均值 17.3 周、标准差 2.1 周，15 周的把握 13.8%', () => {
    // 路径 立项—改系统—试点—检查—推广：7/6 + 7 + 4.5 + 7/6 + 10/3
    const {
      mean: centre,
      sd,
      path,
      onTimeProbability,
    } = classicPert({
      tasks: clinic,
      deadline: 15,
    });
    expect(path).toEqual(['立项', '改系统', '试点', '检查', '推广']);
    expect(centre).toBeCloseTo(7 / 6 + 7 + 4.5 + 7 / 6 + 10 / 3, 10);
    expect(sd).toBeCloseTo(Math.sqrt(1 + 100 + 25 + 1 + 16) / 6, 10);
    expect(onTimeProbability).toBeCloseTo(0.138, 3);
  });
  it('没有散布时非 0 即 1；没有期限是 null；坏期限被拒绝', () => {
    const tasks = [{ id: 'a', optimistic: 3, mostLikely: 3, pessimistic: 3 }];
    expect(classicPert({ tasks, deadline: 3 }).onTimeProbability).toBe(1);
    expect(classicPert({ tasks, deadline: 2.9 }).onTimeProbability).toBe(0);
    expect(classicPert({ tasks }).onTimeProbability).toBeNull();
    expect(() => classicPert({ tasks, deadline: NaN })).toThrow(/deadline/);
    expect(() =>
      classicPert({ tasks: [{ id: 'a', optimistic: 3, mostLikely: 2, pessimistic: 5 }] }),
    ).toThrow(/tasks\[0\]\.mostLikely/);
  });
});
