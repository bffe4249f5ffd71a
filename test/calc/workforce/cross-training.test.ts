import { expect, test } from 'vitest';
import fc from 'fast-check';
import { normalLoss } from '../../../src/calc/core/normal.ts';
import { solveLinearProgram } from '../../../src/calc/core/simplex.ts';
import {
  maximumService,
  simulateCrossTraining,
} from '../../../src/calc/workforce/cross-training.ts';

const setting = {
  demandMeans: [100, 80, 120, 90, 110, 100],
  demandSds: [40, 30, 45, 35, 40, 40],
  capacities: [100, 80, 120, 90, 110, 100],
  designs: ['dedicated', 'chain', 'full'] as const,
  replications: 1500,
  seed: 2,
};

test('手算：链上借力一圈', () => {
  // 需求 15、5、10，能力各 10。链 0→{0,1}、1→{1,2}、2→{2,0}：2 组分 5 给第 0 类，1 组用富余 5 补第 2 类，全部 30 完成
  const chain = [
    [0, 1],
    [1, 2],
    [2, 0],
  ];
  expect(
    maximumService({ demand: [15, 5, 10], capacities: [10, 10, 10], skills: chain }),
  ).toBeCloseTo(30, 12);
  expect(
    maximumService({ demand: [15, 5, 10], capacities: [10, 10, 10], skills: [[0], [1], [2]] }),
  ).toBe(25);
});

test('最大流与线性规划一致', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 50 }),
          fc.integer({ min: 0, max: 50 }),
          fc.integer({ min: 0, max: 31 }),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      (rows) => {
        const size = rows.length;
        const demand = rows.map(([value]) => value / 3);
        const capacities = rows.map(([, value]) => value / 7);
        const skills = rows.map(([, , bits]) =>
          Array.from({ length: size }, (_, d) => d).filter((d) => (bits >> d) & 1),
        );
        const links = skills.flatMap((list, i) => list.map((d) => [i, d] as const));
        const served = maximumService({ demand, capacities, skills });
        if (links.length === 0) {
          expect(served).toBe(0);
          return;
        }
        const result = solveLinearProgram({
          objective: links.map(() => 1),
          sense: 'max',
          constraints: [
            ...capacities.map((rhs, i) => ({
              coefficients: links.map(([group]) => (group === i ? 1 : 0)),
              relation: '<=' as const,
              rhs,
            })),
            ...demand.map((rhs, d) => ({
              coefficients: links.map(([, kind]) => (kind === d ? 1 : 0)),
              relation: '<=' as const,
              rhs,
            })),
          ],
        });
        expect(served).toBeCloseTo(result.objective, 8);
      },
    ),
    { numRuns: 200, seed: 12 },
  );
});

test('一条链拿到全能的大部分好处：专岗 < 链 ≤ 全能', () => {
  const [dedicated, chain, full] = simulateCrossTraining(setting);
  expect(chain!.skills).toBe(12);
  expect(full!.skills).toBe(36);
  expect(full!.meanServed).toBeGreaterThanOrEqual(chain!.meanServed);
  const share =
    (chain!.meanServed - dedicated!.meanServed) / (full!.meanServed - dedicated!.meanServed);
  expect(share).toBeGreaterThan(0.75);
  expect(chain!.utilization).toBeCloseTo(chain!.meanServed / 600, 12);
});

test('专岗的平均完成量在四个标准误之内等于正态损失公式', () => {
  // 能力等于均值、变异系数 0.2（负值概率可忽略）：每类 E[min] = μ − σ·φ(0)
  const demandMeans = [100, 60, 150];
  const demandSds = [20, 12, 30];
  const exact = demandMeans.reduce((sum, mean, d) => sum + mean - demandSds[d]! * normalLoss(0), 0);
  for (const seed of [1, 2, 3, 4, 5]) {
    const [result] = simulateCrossTraining({
      demandMeans,
      demandSds,
      capacities: demandMeans,
      designs: ['dedicated'],
      replications: 1000,
      seed,
    });
    expect(Math.abs(result!.meanServed - exact)).toBeLessThan(4 * result!.standardError);
  }
});

test('极端：一组时三种设计相同；没有能力、没有需求；同一种子相同', () => {
  const single = simulateCrossTraining({
    ...setting,
    demandMeans: [10],
    demandSds: [3],
    capacities: [9],
    replications: 20,
  });
  expect(new Set(single.map(({ meanServed }) => meanServed)).size).toBe(1);
  const idle = simulateCrossTraining({
    ...setting,
    capacities: [0, 0, 0, 0, 0, 0],
    replications: 2,
  });
  expect(idle[2]!.meanServed).toBe(0);
  expect(idle[2]!.utilization).toBeNaN();
  expect(simulateCrossTraining({ ...setting, replications: 3 })).toEqual(
    simulateCrossTraining({ ...setting, replications: 3 }),
  );
});

test('坏输入指名拒绝', () => {
  expect(() => simulateCrossTraining({ ...setting, demandMeans: [] })).toThrow(/demandMeans/);
  expect(() => simulateCrossTraining({ ...setting, demandSds: [1] })).toThrow(/demandSds/);
  expect(() => simulateCrossTraining({ ...setting, capacities: [1] })).toThrow(/capacities/);
  expect(() => simulateCrossTraining({ ...setting, designs: [] })).toThrow(/designs/);
  expect(() => simulateCrossTraining({ ...setting, designs: ['ring' as 'chain'] })).toThrow(
    /designs/,
  );
  expect(() => simulateCrossTraining({ ...setting, replications: 0 })).toThrow(/replications/);
});
