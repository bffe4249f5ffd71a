import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import highsLoader from 'highs';
import { solveExactly } from '../../../src/calc/core/exact-simplex.ts';
import { createRandom } from '../../../src/calc/core/random.ts';
import { solveLinearProgram } from '../../../src/calc/core/simplex.ts';
import type { LinearConstraint, LinearProgram } from '../../../src/calc/core/linear-program.ts';

function row(
  coefficients: number[],
  relation: LinearConstraint['relation'],
  rhs: number,
): LinearConstraint {
  return { coefficients, relation, rhs };
}

/** 数值可复现的小型伪随机数，只为生成测试题。 */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function randomProgram(seed: number, rows: number, columns: number): LinearProgram {
  const next = stream(seed);
  const relations = ['<=', '<=', '<=', '>=', '='] as const;
  return {
    objective: Array.from({ length: columns }, () => Math.round(next() * 40 - 12)),
    sense: next() < 0.5 ? 'max' : 'min',
    constraints: Array.from({ length: rows }, () =>
      row(
        Array.from({ length: columns }, () => (next() < 0.45 ? 0 : Math.round(next() * 20 - 5))),
        relations[Math.floor(next() * relations.length)]!,
        Math.round(next() * 60 - 8),
      ),
    ),
    upperBounds: Array.from({ length: columns }, () =>
      next() < 0.5 ? Math.round(next() * 12) : next() < 0.8 ? 50 : undefined,
    ),
  };
}

function asText(program: LinearProgram): string {
  const expression = (values: readonly number[]) =>
    values.map((value, j) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} x${j}`).join(' ');
  return [
    program.sense === 'max' ? 'Maximize' : 'Minimize',
    `obj: ${expression(program.objective)}`,
    'Subject To',
    ...program.constraints.map(
      (constraint, i) =>
        `c${i}: ${expression(constraint.coefficients)} ${constraint.relation} ${constraint.rhs}`,
    ),
    'Bounds',
    ...program.objective.map((_, j) => {
      const bound = program.upperBounds?.[j];
      return bound === undefined ? `x${j} >= 0` : `0 <= x${j} <= ${bound}`;
    }),
    'End',
  ].join('\n');
}

describe('线性规划：手算与经典题', () => {
  test('Hillier & Lieberman 的 Wyndor Glass：最优 36，影子价格 0、1.5、1', () => {
    // 最优顶点是 2x₂ = 12 与 3x₁ + 2x₂ = 18 的交点 (2, 6)：3·2 + 5·6 = 36
    const result = solveLinearProgram({
      objective: [3, 5],
      sense: 'max',
      constraints: [row([1, 0], '<=', 4), row([0, 2], '<=', 12), row([3, 2], '<=', 18)],
    });
    expect(result.status).toBe('optimal');
    expect(result.objective).toBeCloseTo(36, 10);
    expect(result.solution[0]).toBeCloseTo(2, 10);
    expect(result.solution[1]).toBeCloseTo(6, 10);
    expect(result.duals).toEqual([0, expect.closeTo(1.5, 10), expect.closeTo(1, 10)]);
  });

  test('min 问题的 >= 约束影子价格非负，且等于右端加一单位的成本', () => {
    const build = (first: number): LinearProgram => ({
      objective: [0.6, 1],
      sense: 'min',
      constraints: [row([10, 4], '>=', first), row([5, 5], '>=', 20), row([2, 6], '>=', 12)],
    });
    const base = solveLinearProgram(build(20));
    const more = solveLinearProgram(build(20.01));
    expect(base.status).toBe('optimal');
    expect((more.objective - base.objective) / 0.01).toBeCloseTo(base.duals[0]!, 8);
    expect(Math.min(...base.duals)).toBeGreaterThanOrEqual(0);
  });

  test('Beale 1955 的循环例在有限步内到达 −0.05', () => {
    const result = solveLinearProgram({
      objective: [-0.75, 150, -0.02, 6],
      sense: 'min',
      constraints: [
        row([0.25, -60, -0.04, 9], '<=', 0),
        row([0.5, -90, -0.02, 3], '<=', 0),
        row([0, 0, 1, 0], '<=', 1),
      ],
    });
    expect(result.status).toBe('optimal');
    expect(result.objective).toBeCloseTo(-0.05, 12);
  });

  test('Klee–Minty 十维立方体最优值 100⁹', () => {
    const size = 10;
    const result = solveLinearProgram({
      objective: Array.from({ length: size }, (_, j) => 10 ** (size - 1 - j)),
      sense: 'max',
      constraints: Array.from({ length: size }, (_, i) =>
        row(
          Array.from({ length: size }, (_, j) => (j < i ? 2 * 10 ** (i - j) : j === i ? 1 : 0)),
          '<=',
          100 ** i,
        ),
      ),
    });
    expect(result.status).toBe('optimal');
    expect(result.objective / 100 ** (size - 1)).toBeCloseTo(1, 10);
  });

  test('无可行解与无界各自如实报告', () => {
    const infeasible = solveLinearProgram({
      objective: [1, 1],
      sense: 'min',
      constraints: [row([1, 1], '>=', 5), row([1, 1], '<=', 4)],
    });
    expect(infeasible.status).toBe('infeasible');
    expect(infeasible.objective).toBeNaN();
    const unbounded = solveLinearProgram({
      objective: [1, 0],
      sense: 'max',
      constraints: [row([1, -1], '<=', 1)],
    });
    expect(unbounded.status).toBe('unbounded');
    expect(unbounded.objective).toBe(Infinity);
  });

  test('重复的与矛盾的等式分得清', () => {
    const redundant = [row([1, 1, 1], '=', 6), row([2, 2, 2], '=', 12), row([1, -1, 0], '=', 1)];
    const consistent = solveLinearProgram({
      objective: [1, 2, 3],
      sense: 'max',
      constraints: redundant,
    });
    // z 越大越好：x = 1、y = 0、z = 5，目标 16
    expect(consistent.status).toBe('optimal');
    expect(consistent.objective).toBeCloseTo(16, 10);
    const contradictory = solveLinearProgram({
      objective: [1, 2, 3],
      sense: 'max',
      constraints: [...redundant, row([3, 3, 3], '=', 18.001)],
    });
    expect(contradictory.status).toBe('infeasible');
  });

  test('零行：0 ≤ 3 无害，0 = 5 无解；没有约束时走到上界', () => {
    expect(
      solveLinearProgram({
        objective: [1],
        sense: 'max',
        constraints: [row([0], '<=', 3), row([1], '<=', 2)],
      }).objective,
    ).toBeCloseTo(2, 12);
    expect(
      solveLinearProgram({ objective: [1], sense: 'max', constraints: [row([0], '=', 5)] }).status,
    ).toBe('infeasible');
    const free = solveLinearProgram({
      objective: [2, -1],
      sense: 'max',
      constraints: [],
      upperBounds: [3, 4],
    });
    expect(free.objective).toBe(6);
    expect(free.reducedCosts).toEqual([2, -1]);
  });

  test('右端为负、上界为零也正确', () => {
    // −x ≤ −2 即 x ≥ 2；y 被上界锁在 0
    const result = solveLinearProgram({
      objective: [1, 1],
      sense: 'min',
      constraints: [row([-1, 0], '<=', -2), row([1, 1], '>=', 3)],
      upperBounds: [undefined, 0],
    });
    expect(result.solution).toEqual([expect.closeTo(3, 12), 0]);
  });
});

describe('线性规划：恒等式', () => {
  test('与 HiGHS 在 400 个随机题上状态与最优值一致', async () => {
    const highs = await highsLoader();
    const seen = { optimal: 0, infeasible: 0, unbounded: 0 };
    for (let seed = 1; seed <= 400; seed++) {
      const program = randomProgram(seed, 3 + (seed % 17), 2 + (seed % 13));
      const ours = solveLinearProgram(program);
      const theirs = highs.solve(asText(program), { output_flag: false, presolve: 'off' });
      if (theirs.Status === 'Optimal') {
        expect(ours.status, `seed ${seed}`).toBe('optimal');
        const scale = Math.max(1, Math.abs(theirs.ObjectiveValue));
        expect(
          Math.abs(ours.objective - theirs.ObjectiveValue) / scale,
          `seed ${seed}`,
        ).toBeLessThan(1e-9);
        seen.optimal++;
      } else if (theirs.Status === 'Infeasible') {
        expect(ours.status, `seed ${seed}`).toBe('infeasible');
        seen.infeasible++;
      } else {
        expect(ours.status, `seed ${seed}`).toBe('unbounded');
        seen.unbounded++;
      }
    }
    expect(Math.min(seen.optimal, seen.infeasible, seen.unbounded)).toBeGreaterThan(0);
  });

  test('强对偶与互补：目标 = Σ 影子价格·右端 + Σ 上界处的检验数·上界', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        (seed, rows, columns) => {
          const program = randomProgram(seed, rows, columns);
          const result = solveLinearProgram(program);
          if (result.status !== 'optimal') return;
          let dualValue = 0;
          program.constraints.forEach(
            (constraint, i) => (dualValue += result.duals[i]! * constraint.rhs),
          );
          const better = program.sense === 'max' ? 1 : -1;
          program.objective.forEach((_, j) => {
            const reduced = result.reducedCosts[j]! * better;
            const bound = program.upperBounds?.[j];
            if (reduced > 1e-7) {
              expect(bound).toBeDefined();
              expect(result.solution[j]).toBeCloseTo(bound!, 7);
            }
            if (bound !== undefined && reduced > 0) dualValue += result.reducedCosts[j]! * bound;
          });
          expect(Math.abs(dualValue - result.objective)).toBeLessThan(
            1e-7 * Math.max(1, Math.abs(result.objective)),
          );
          program.constraints.forEach(({ coefficients, relation, rhs }, i) => {
            const activity = coefficients.reduce(
              (sum, value, j) => sum + value * result.solution[j]!,
              0,
            );
            if (relation !== '>=')
              expect(activity).toBeLessThan(rhs + 1e-7 * Math.max(1, Math.abs(rhs)));
            if (relation !== '<=')
              expect(activity).toBeGreaterThan(rhs - 1e-7 * Math.max(1, Math.abs(rhs)));
            if (relation === '<=') expect(result.duals[i]! * better).toBeGreaterThan(-1e-8);
            if (relation === '>=') expect(result.duals[i]! * better).toBeLessThan(1e-8);
          });
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test('换量纲不改变结论：行乘 10^±9、变量换 10^±6 的单位，最优值不变', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const program = randomProgram(seed * 31, 8, 6);
      const next = stream(seed);
      const unit = program.objective.map(() => 10 ** Math.round(next() * 12 - 6));
      const scaledProgram: LinearProgram = {
        sense: program.sense,
        objective: program.objective.map((value, j) => value * unit[j]!),
        constraints: program.constraints.map((constraint) => {
          const factor = 10 ** Math.round(next() * 18 - 9);
          return {
            coefficients: constraint.coefficients.map((value, j) => value * unit[j]! * factor),
            relation: constraint.relation,
            rhs: constraint.rhs * factor,
          };
        }),
        upperBounds: program.upperBounds!.map((bound, j) =>
          bound === undefined ? undefined : bound / unit[j]!,
        ),
      };
      const plain = solveLinearProgram(program);
      const rescaled = solveLinearProgram(scaledProgram);
      expect(rescaled.status, `seed ${seed}`).toBe(plain.status);
      if (plain.status === 'optimal')
        expect(Math.abs(rescaled.objective - plain.objective)).toBeLessThan(
          1e-7 * Math.max(1, Math.abs(plain.objective)),
        );
    }
  });
});

describe('线性规划：极端与坏输入', () => {
  test('高度退化的指派问题 20×20 到达整数最优', () => {
    const size = 20;
    const next = stream(99);
    const cost = Array.from({ length: size * size }, () => Math.floor(next() * 100));
    const constraints: LinearConstraint[] = [];
    for (let i = 0; i < size; i++) {
      constraints.push(
        row(
          cost.map((_, k) => (Math.floor(k / size) === i ? 1 : 0)),
          '=',
          1,
        ),
      );
      constraints.push(
        row(
          cost.map((_, k) => (k % size === i ? 1 : 0)),
          '=',
          1,
        ),
      );
    }
    const result = solveLinearProgram({ objective: cost, sense: 'min', constraints });
    expect(result.status).toBe('optimal');
    expect(result.solution.every((value) => Math.abs(value - Math.round(value)) < 1e-9)).toBe(true);
  });

  test('费用相差十几个数量级时，费用小的变量也走到最优', () => {
    const result = solveLinearProgram({
      objective: [1e9, 1e-4],
      sense: 'max',
      constraints: [row([1, 0], '<=', 1), row([1, 1], '<=', 6)],
    });
    expect(result.solution).toEqual([expect.closeTo(1, 12), expect.closeTo(5, 12)]);
    expect(result.duals[1]).toBeCloseTo(1e-4, 15);
  });

  test('迭代上限到了就停下并说明', () => {
    const program = randomProgram(5, 12, 12);
    expect(solveLinearProgram({ ...program, maxIterations: 0 }).status).toBe('iteration-limit');
  });

  test('坏输入以 RangeError 指名参数', () => {
    const good: LinearProgram = {
      objective: [1, 1],
      sense: 'max',
      constraints: [row([1, 1], '<=', 1)],
    };
    expect(() => solveLinearProgram({ ...good, objective: [] })).toThrow(/objective/);
    expect(() => solveLinearProgram({ ...good, objective: [1, NaN] })).toThrow(/objective\[1\]/);
    expect(() => solveLinearProgram({ ...good, sense: 'best' as 'max' })).toThrow(/sense/);
    expect(() => solveLinearProgram({ ...good, constraints: [row([1], '<=', 1)] })).toThrow(
      /coefficients/,
    );
    expect(() =>
      solveLinearProgram({ ...good, constraints: [row([1, Infinity], '<=', 1)] }),
    ).toThrow(/coefficients\[1\]/);
    expect(() =>
      solveLinearProgram({ ...good, constraints: [row([1, 1], '<' as '<=', 1)] }),
    ).toThrow(/relation/);
    expect(() => solveLinearProgram({ ...good, constraints: [row([1, 1], '<=', NaN)] })).toThrow(
      /rhs/,
    );
    expect(() => solveLinearProgram({ ...good, upperBounds: [1] })).toThrow(/upperBounds/);
    expect(() => solveLinearProgram({ ...good, upperBounds: [1, -1] })).toThrow(/upperBounds\[1\]/);
    expect(() => solveLinearProgram({ ...good, maxIterations: -1 })).toThrow(/maxIterations/);
  });
});

test('系数同时有 10⁸ 与 10⁻⁸ 时不漏掉小的那一边', () => {
  const result = solveLinearProgram({
    objective: [3e8, 2, 2],
    sense: 'max',
    constraints: [
      { coefficients: [-1e-8, 2, 1e-8], relation: '<=', rhs: 1e-8 },
      { coefficients: [1, 0, 2e8], relation: '<=', rhs: 0 },
    ],
  });
  // x = z = 0，2y ≤ 10⁻⁸
  expect(result.status).toBe('optimal');
  expect(result.solution).toEqual([0, 5e-9, 0]);
  expect(result.objective).toBe(1e-8);
});

test('量级悬殊的随机小问题：结论与整数算术一致', () => {
  const draw = createRandom(12);
  let same = 0;
  for (let trial = 0; trial < 400; trial++) {
    const columns = 2 + draw.integer(0, 3);
    const value = (): number => draw.integer(-1, 4) * [1e8, 1e-8, 1][draw.integer(0, 3)]!;
    const program = {
      objective: Array.from({ length: columns }, value),
      sense: draw.integer(0, 2) === 0 ? ('max' as const) : ('min' as const),
      constraints: Array.from({ length: 2 + draw.integer(0, 3) }, () => ({
        coefficients: Array.from({ length: columns }, value),
        relation: (['<=', '<=', '=', '>='] as const)[draw.integer(0, 4)]!,
        rhs: Math.abs(value()),
      })),
    };
    if (solveLinearProgram(program).status === solveExactly(program).status) same++;
  }
  // 其余几个只在容差之内才可行，按有解处理
  expect(same).toBeGreaterThanOrEqual(396);
});
