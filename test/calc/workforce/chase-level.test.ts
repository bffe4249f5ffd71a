import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { chaseLevel, staffingPlan } from '../../../src/calc/workforce/chase-level.ts';

const base = {
  demand: [100, 300, 200],
  outputPerWorker: 10,
  initialWorkers: 20,
  wage: 100,
  hireCost: 40,
  layoffCost: 60,
  shortageCost: 15,
};

test('手算：追随 10、30、20 人', () => {
  // 工资 6000；招 20 人 800；辞 10 + 10 人 1200；合计 8000
  const { chase, level } = chaseLevel(base);
  expect(chase).toMatchObject({
    workers: [10, 30, 20],
    wages: 6000,
    hiring: 800,
    layoffs: 1200,
    shortages: 0,
    totalCost: 8000,
  });
  // 平稳 20 人：工资 6000，第二期缺 100 件 × 15 = 1500，第一期闲 100 件
  expect(level).toMatchObject({ workers: [20, 20, 20], totalCost: 7500, unmet: 100, idle: 100 });
});

test('混合等于逐个枚举的最优，且不比追随、平稳差', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
      fc.record({
        wage: fc.integer({ min: 0, max: 30 }),
        hireCost: fc.integer({ min: 0, max: 60 }),
        layoffCost: fc.integer({ min: 0, max: 60 }),
        shortageCost: fc.integer({ min: 0, max: 9 }),
      }),
      fc.integer({ min: 0, max: 7 }),
      (demand, costs, initialWorkers) => {
        const input = { demand, outputPerWorker: 10, initialWorkers, ...costs };
        const { chase, level, mixed } = chaseLevel(input);
        let best = Infinity;
        const walk = (path: number[]): void => {
          if (path.length === demand.length) {
            best = Math.min(best, staffingPlan(input, path).totalCost);
            return;
          }
          for (let count = 0; count <= 8; count++) walk([...path, count]);
        };
        walk([]);
        expect(mixed.totalCost).toBeCloseTo(best, 9);
        expect(mixed.totalCost).toBeLessThanOrEqual(
          Math.min(chase.totalCost, level.totalCost) + 1e-9,
        );
      },
    ),
    { numRuns: 60, seed: 8 },
  );
});

test('招辞不要钱时混合就是逐期最优；波动越大平稳越吃亏', () => {
  const free = chaseLevel({ ...base, hireCost: 0, layoffCost: 0, shortageCost: 1000 });
  expect(free.mixed.totalCost).toBe(free.chase.totalCost);
  const swing = (size: number) => {
    const plan = chaseLevel({ ...base, demand: [200 - size, 200 + size, 200 - size, 200 + size] });
    return plan.level.totalCost - plan.chase.totalCost;
  };
  expect(swing(20)).toBeLessThan(swing(0) + 2000);
  const steady = chaseLevel({ ...base, demand: [200, 200, 200] });
  expect(steady.level.totalCost).toBe(steady.chase.totalCost);
});

test('极端：没有需求；缺货不要钱；只有一期', () => {
  expect(chaseLevel({ ...base, demand: [0, 0] }).chase.workers).toEqual([0, 0]);
  expect(chaseLevel({ ...base, shortageCost: 0, layoffCost: 0 }).mixed.workers).toEqual([0, 0, 0]);
  expect(chaseLevel({ ...base, demand: [55] }).chase.workers).toEqual([6]);
});

test('坏输入指名拒绝', () => {
  expect(() => chaseLevel({ ...base, demand: [] })).toThrow(/demand/);
  expect(() => chaseLevel({ ...base, demand: [1, -1] })).toThrow(/demand\[1\]/);
  expect(() => chaseLevel({ ...base, outputPerWorker: 0 })).toThrow(/outputPerWorker/);
  expect(() => chaseLevel({ ...base, initialWorkers: 0.5 })).toThrow(/initialWorkers/);
  for (const name of ['wage', 'hireCost', 'layoffCost', 'shortageCost'] as const)
    expect(() => chaseLevel({ ...base, [name]: -1 })).toThrow(new RegExp(name));
});

describe('人数极多时', () => {
  const base = { initialWorkers: 20, wage: 100, hireCost: 40, layoffCost: 60, shortageCost: 15 };
  test('十亿人以上也算得出：把人和活同放大 10¹⁰ 倍，计划与成本同放大', () => {
    const demand = [100, 300, 200, 120, 260];
    const small = chaseLevel({ ...base, demand, outputPerWorker: 10 });
    const large = chaseLevel({
      ...base,
      demand: demand.map((quantity) => quantity * 1e10),
      outputPerWorker: 10,
      initialWorkers: 20 * 1e10,
    });
    for (const plan of ['chase', 'level', 'mixed'] as const) {
      expect(large[plan].workers).toEqual(small[plan].workers.map((count) => count * 1e10));
      expect(large[plan].totalCost).toBeCloseTo(small[plan].totalCost * 1e10, -3);
    }
  });
  test('只比较转折点与比较每一个人数得到同样的最小成本', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 0, max: 14 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }),
        (demand, outputPerWorker, initialWorkers, [wage, hireCost, layoffCost, shortageCost]) => {
          const input = {
            demand,
            outputPerWorker,
            initialWorkers,
            wage: wage!,
            hireCost: hireCost!,
            layoffCost: layoffCost!,
            shortageCost: shortageCost!,
          };
          const most = Math.max(initialWorkers, 120);
          // best[w]：上期 w 人时以后各期的最小成本，逐个人数试
          let best = Array.from({ length: most + 1 }, () => 0);
          for (const quantity of [...demand].reverse())
            best = best.map((_, before) =>
              best.reduce((least, later, count) => {
                const cost =
                  count * input.wage +
                  Math.max(0, count - before) * input.hireCost +
                  Math.max(0, before - count) * input.layoffCost +
                  Math.max(0, quantity - count * outputPerWorker) * input.shortageCost;
                return Math.min(least, cost + later);
              }, Infinity),
            );
          const { mixed, level } = chaseLevel(input);
          expect(mixed.totalCost).toBe(best[initialWorkers]);
          const levels = Array.from(
            { length: most + 1 },
            (_, count) =>
              staffingPlan(
                input,
                demand.map(() => count),
              ).totalCost,
          );
          expect(level.totalCost).toBe(Math.min(...levels));
        },
      ),
      { numRuns: 40 },
    );
  });
});
