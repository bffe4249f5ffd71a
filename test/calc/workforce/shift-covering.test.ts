import { expect, test } from 'vitest';
import fc from 'fast-check';
import { shiftCovering } from '../../../src/calc/workforce/shift-covering.ts';

test('手算：两班覆盖三时段', async () => {
  // 早班管 0、1，晚班管 1、2：早 2、晚 3，2×10 + 3×12 = 56
  const result = await shiftCovering({
    requirements: [2, 5, 3],
    shifts: [
      [0, 1],
      [1, 2],
    ],
    costs: [10, 12],
  });
  expect(result).toMatchObject({
    status: 'optimal',
    cost: 56,
    workers: [2, 3],
    surplus: [0, 0, 0],
  });
});

test('线性规划不是整数时仍给精确整数解：三角形覆盖', async () => {
  // 每班 1/2 人就够线性规划；整数要 2 人
  const result = await shiftCovering({
    requirements: [1, 1, 1],
    shifts: [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
    costs: [1, 1, 1],
  });
  expect(result.cost).toBe(2);
  expect(result.lpBound).toBeCloseTo(1.5, 9);
  expect(result.workers.some((count) => Object.is(count, -0))).toBe(false);
});

test('与小规模枚举一致，且都覆盖需求', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 9 })), {
        minLength: 1,
        maxLength: 4,
      }),
      async (requirements, kinds) => {
        const shifts = kinds.map(([bits]) => [0, 1, 2, 3].filter((t) => (bits >> t) & 1));
        const costs = kinds.map(([, cost]) => cost);
        let best = Infinity;
        const walk = (s: number, covered: number[], cost: number): void => {
          if (cost >= best) return;
          if (s === shifts.length) {
            if (covered.every((count, t) => count >= requirements[t]!)) best = cost;
            return;
          }
          for (let count = 0; count <= 3; count++)
            walk(
              s + 1,
              covered.map((value, t) => value + (shifts[s]!.includes(t) ? count : 0)),
              cost + count * costs[s]!,
            );
        };
        walk(0, [0, 0, 0, 0], 0);
        const result = await shiftCovering({ requirements, shifts, costs });
        expect(result.cost).toBe(best);
        expect(result.status).toBe(best === Infinity ? 'infeasible' : 'optimal');
        expect(result.surplus.every((extra) => extra >= 0)).toBe(true);
        expect(result.lpBound).toBeLessThanOrEqual(result.cost + 1e-9);
      },
    ),
    { numRuns: 80, seed: 6 },
  );
});

test('极端：没有需求、没有班次覆盖、不要钱的班次、小数需求', async () => {
  expect(await shiftCovering({ requirements: [0, 0], shifts: [[0]], costs: [5] })).toMatchObject({
    cost: 0,
    workers: [0],
  });
  expect(await shiftCovering({ requirements: [0, 1], shifts: [[0]], costs: [5] })).toMatchObject({
    status: 'infeasible',
    cost: Infinity,
    lpBound: Infinity,
  });
  expect((await shiftCovering({ requirements: [4, 2], shifts: [[0, 1]], costs: [0] })).cost).toBe(
    0,
  );
  expect(await shiftCovering({ requirements: [1.5], shifts: [[0]], costs: [4] })).toMatchObject({
    cost: 8,
    lpBound: 6,
  });
});

test('坏输入指名拒绝', async () => {
  const good = { requirements: [1, 2], shifts: [[0], [1]], costs: [1, 1] };
  await expect(shiftCovering({ ...good, requirements: [] })).rejects.toThrow(/requirements/);
  await expect(shiftCovering({ ...good, requirements: [1, -2] })).rejects.toThrow(
    /requirements\[1\]/,
  );
  await expect(shiftCovering({ ...good, shifts: [] })).rejects.toThrow(/shifts/);
  await expect(shiftCovering({ ...good, shifts: [[0], [2]] })).rejects.toThrow(/shifts\[1\]/);
  await expect(shiftCovering({ ...good, shifts: [[0], [-1]] })).rejects.toThrow(/shifts\[1\]/);
  await expect(shiftCovering({ ...good, costs: [1] })).rejects.toThrow(/costs/);
  await expect(shiftCovering({ ...good, costs: [1, -1] })).rejects.toThrow(/costs\[1\]/);
});
