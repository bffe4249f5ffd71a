/** 同一种写法，两种解法：浮点的和整数的都照 linear-program.ts 说的意思读题。 */
import { describe, expect, test } from 'vitest';
import { solveExactly } from '../../../src/calc/core/exact-simplex.ts';
import type { LinearConstraint, LinearProgram } from '../../../src/calc/core/linear-program.ts';
import { solveLinearProgram } from '../../../src/calc/core/simplex.ts';

const row = (
  coefficients: number[],
  relation: LinearConstraint['relation'],
  rhs: number,
): LinearConstraint => ({ coefficients, relation, rhs });

/** Wyndor 玻璃厂（Hillier & Lieberman 第 3 章）：两种门窗，三个车间的工时。 */
const wyndor: LinearProgram = {
  objective: [3, 5],
  sense: 'max',
  constraints: [row([1, 0], '<=', 4), row([0, 2], '<=', 12), row([3, 2], '<=', 18)],
};
/** 配餐：每份 8 元与 4 元，凑够两种营养，花得最少。 */
const diet: LinearProgram = {
  objective: [8, 4],
  sense: 'min',
  constraints: [row([2, 1], '>=', 8), row([1, 2], '>=', 10)],
};

const solvers = [
  ['浮点', solveLinearProgram],
  ['整数', solveExactly],
] as const;

const worth = ({ objective }: LinearProgram, solution: readonly number[]) =>
  objective.reduce((sum, c, j) => sum + c * (solution[j] ?? 0), 0);

describe.each(solvers)('%s解法', (_, solve) => {
  test('Wyndor：x = (2, 6)，最优 36，影子价格 (0, 1.5, 1)，检验数全是零', () => {
    const { status, solution, duals, reducedCosts } = solve(wyndor);
    expect(status).toBe('optimal');
    expect(solution[0]).toBeCloseTo(2, 9);
    expect(solution[1]).toBeCloseTo(6, 9);
    expect(worth(wyndor, solution)).toBeCloseTo(36, 9);
    [0, 1.5, 1].forEach((price, i) => expect(duals[i]).toBeCloseTo(price, 9));
    reducedCosts.forEach((cost) => expect(cost).toBeCloseTo(0, 9));
  });

  test('求最小、约束写 >=：右端多要一单位多花多少，就是影子价格', () => {
    const { status, solution, duals } = solve(diet);
    expect(status).toBe('optimal');
    expect(worth(diet, solution)).toBeCloseTo(32, 9);
    const more = solve({ ...diet, constraints: [row([2, 1], '>=', 9), row([1, 2], '>=', 10)] });
    expect(worth(diet, more.solution) - worth(diet, solution)).toBeCloseTo(duals[0] ?? 0, 9);
    expect(duals[0]).toBeCloseTo(4, 9);
    expect(duals[1]).toBeCloseTo(0, 9);
  });

  test('右端可以是负数：−x ≤ −3 就是 x ≥ 3', () => {
    const written = (constraint: LinearConstraint): LinearProgram => ({
      objective: [2],
      sense: 'min',
      constraints: [constraint],
    });
    expect(solve(written(row([-1], '<=', -3))).solution[0]).toBeCloseTo(3, 9);
    expect(solve(written(row([1], '>=', 3))).solution[0]).toBeCloseTo(3, 9);
  });

  test('等式约束的影子价格可以是负的', () => {
    // 一定要凑满 4 份，便宜的只有 3 份：再多凑一份，只能拿亏本的那一种
    const { solution, duals } = solve({
      objective: [5, -2],
      sense: 'max',
      constraints: [row([1, 1], '=', 4)],
      upperBounds: [3, undefined],
    });
    expect(solution[0]).toBeCloseTo(3, 9);
    expect(solution[1]).toBeCloseTo(1, 9);
    expect(duals[0]).toBeCloseTo(-2, 9);
  });

  test('上界缺省、undefined、Infinity 是一回事；有上界就顶到上界', () => {
    const capped = (upperBounds?: LinearProgram['upperBounds']): LinearProgram => ({
      objective: [1, 1],
      sense: 'max',
      constraints: [row([1, 2], '<=', 10)],
      ...(upperBounds && { upperBounds }),
    });
    for (const bounds of [undefined, [undefined, undefined], [Infinity, Infinity]]) {
      expect(worth(capped(), solve(capped(bounds)).solution), String(bounds)).toBeCloseTo(10, 9);
    }
    const { solution } = solve(capped([4, undefined]));
    expect(solution[0]).toBeCloseTo(4, 9);
    expect(solution[1]).toBeCloseTo(3, 9);
  });

  test('约束可以是空的：有上界的顶到上界，没有的无界，越少越好的停在零', () => {
    const free = (upperBounds: LinearProgram['upperBounds']): LinearProgram => ({
      objective: [3, -1],
      sense: 'max',
      constraints: [],
      ...(upperBounds && { upperBounds }),
    });
    const { status, solution } = solve(free([2, undefined]));
    expect(status).toBe('optimal');
    expect(solution[0]).toBeCloseTo(2, 9);
    expect(solution[1]).toBeCloseTo(0, 9);
    expect(solve(free(undefined)).status).toBe('unbounded');
  });

  test('两条约束打架是无解，目标没有拦住是无界', () => {
    const fight = { ...diet, constraints: [row([1, 1], '<=', 1), row([1, 1], '>=', 3)] };
    expect(solve(fight).status).toBe('infeasible');
    expect(solve({ ...diet, sense: 'max' }).status).toBe('unbounded');
  });

  test('退化的顶点照样停得住：Beale 的例子会让朴素的单纯形法原地打转', () => {
    const beale: LinearProgram = {
      objective: [0.75, -150, 0.02, -6],
      sense: 'max',
      constraints: [
        row([0.25, -60, -0.04, 9], '<=', 0),
        row([0.5, -90, -0.02, 3], '<=', 0),
        row([0, 0, 1, 0], '<=', 1),
      ],
    };
    const { status, solution, duals } = solve(beale);
    expect(status).toBe('optimal');
    expect(worth(beale, solution)).toBeCloseTo(0.05, 9);
    // 强对偶：右端乘影子价格，加起来还是最优值
    expect(duals[2]).toBeCloseTo(0.05, 9);
  });

  test('多余的约束不改答案，影子价格是零', () => {
    const { solution, duals } = solve({
      ...wyndor,
      constraints: [...wyndor.constraints, row([1, 1], '<=', 100)],
    });
    expect(worth(wyndor, solution)).toBeCloseTo(36, 9);
    expect(duals[3]).toBeCloseTo(0, 9);
  });
});
