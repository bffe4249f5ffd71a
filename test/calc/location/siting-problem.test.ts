import { describe, expect, test } from 'vitest';
import {
  assignDemands,
  buildSitingProblem,
  checkDemandWeights,
  checkDistances,
  improvementCutoff,
  sitingCost,
  strengthenBound,
} from '../../../src/calc/location/siting-problem.ts';

const table = [
  [0, 4, 9],
  [3, 1, 9],
  [8, 2, 0],
];
const build = (rows: number[][], fixed?: number[]) =>
  buildSitingProblem({
    demands: rows.length,
    sites: rows[0]?.length ?? 0,
    cost: (i, j) => rows[i]?.[j] ?? 0,
    ...(fixed ? { fixed } : {}),
    count: 1,
  });

describe('建立问题', () => {
  test('两份费用表互为转置', () => {
    const { costs, bySite } = build(table);
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) expect(costs[i * 3 + j]).toBe(bySite[j * 3 + i]);
  });

  test('整数数据可以把下界取整，小数与不可达不行', () => {
    expect(build(table).integral).toBe(true);
    expect(build([[0.5, 1]]).integral).toBe(false);
    expect(build([[Infinity, 1]]).integral).toBe(false);
    expect(strengthenBound(build(table), 3.2)).toBe(4);
    expect(strengthenBound(build(table), 3 + 1e-12)).toBe(3);
    expect(strengthenBound(build([[0.5]]), 3.2)).toBe(3.2);
  });

  test('不可达换成的大数比任何可行解都贵', () => {
    const problem = build(
      [
        [1, Infinity],
        [7, 2],
      ],
      [10, 20],
    );
    // 可行解至多花 1 + 7 + 10 + 20 = 38
    expect(problem.unreachable).toBeGreaterThan(38);
    expect(problem.costs[1]).toBe(problem.unreachable);
    expect(build(table).unreachable).toBe(Infinity);
  });
});

describe('费用与归属', () => {
  test('手算：开 1 号点，4 + 1 + 2，再加开设费', () => {
    expect(sitingCost(build(table), [1])).toBe(7);
    expect(sitingCost(build(table, [5, 6, 7]), [0, 1])).toBe(0 + 1 + 2 + 11);
    expect(assignDemands(build(table), [0, 2])).toEqual([0, 0, 2]);
  });

  test('并列时取列在前面的点；够不着时费用为 Infinity', () => {
    expect(assignDemands(build([[5, 5]]), [0, 1])).toEqual([0]);
    expect(sitingCost(build([[Infinity, 1]]), [0])).toBe(Infinity);
    expect(sitingCost(build(table), [])).toBe(Infinity);
  });

  test('整数数据要好至少好 1，小数数据只要好一点', () => {
    expect(improvementCutoff(build(table), 7)).toBeGreaterThan(6);
    expect(improvementCutoff(build(table), 7)).toBeLessThan(6.001);
    expect(improvementCutoff(build([[0.5]]), 7)).toBeCloseTo(7, 6);
  });
});

describe('输入检查', () => {
  test('距离允许 Infinity，不允许负数、NaN 与长短不齐', () => {
    expect(checkDistances([[0, Infinity]])).toBe(2);
    expect(() => checkDistances([])).toThrow('distances must be a non-empty array');
    expect(() => checkDistances([[]])).toThrow('distances[0] must be a non-empty row');
    expect(() => checkDistances([[1, 2], [3]])).toThrow('distances[1] must be a row of 2');
    expect(() => checkDistances([[1, Number.NaN]])).toThrow('distances[0][1] must be a number ≥ 0');
    expect(() => checkDistances([[-1]])).toThrow('distances[0][0]');
  });

  test('权重缺省为 1，须等长、非负', () => {
    expect(checkDemandWeights(undefined, table)).toEqual([1, 1, 1]);
    expect(() => checkDemandWeights([1], table)).toThrow(
      'weights must be as long as distances (3)',
    );
    expect(() => checkDemandWeights([1, -1, 1], table)).toThrow('weights[1]');
  });
});
