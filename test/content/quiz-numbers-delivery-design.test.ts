/** 第 3 章题库里写死的数字：每一个都重新算一遍，与题里的字对上。 */
import { expect, test } from 'vitest';
import { bottleneck } from '../../src/calc/process/bottleneck.ts';
import { littlesLaw } from '../../src/calc/process/littles-law.ts';
import { crossMedian } from '../../src/calc/location/cross-median.ts';
import { createRandom } from '../../src/calc/core/random.ts';
import { conjoint } from '../../src/calc/strategy/conjoint.ts';
import { simulateTableMix } from '../../src/calc/revenue/table-mix.ts';
import { percent } from '../../src/lib/format.ts';
import { readMap } from './read-yaml.ts';

const bank = new Map(readMap('content/quizzes/delivery-design.yaml'));
const text = (id: string) => JSON.stringify(bank.get(id));

const wash = (drying: number) =>
  bottleneck({
    period: 60,
    demand: 26,
    activities: [
      { name: '冲洗', processingTime: 3, servers: 1 },
      { name: '打泡沫', processingTime: 2, servers: 1 },
      { name: '擦干', processingTime: 5, servers: drying },
    ],
  });

test('add-to-the-busy: one more at the drying adds no car', () => {
  const [before, after] = [wash(2), wash(3)];
  expect(before.capacities).toEqual([20, 30, 24]);
  expect(after.capacities).toEqual([20, 30, 36]);
  expect(after.processCapacity).toBe(before.processCapacity);
  const item = text('add-to-the-busy');
  for (const capacity of before.capacities) expect(item).toContain(`${capacity} 辆`);
  expect(item).toContain(`擦干变成 ${after.capacities[2]} 辆`);
  expect(item).toContain(`来车每小时 26 辆`);
});

test('crowd-and-time: eighty people at sixty an hour are eighty minutes', () => {
  const { flowTime } = littlesLaw({ inventory: 80, throughput: 60 });
  expect(text('crowd-and-time')).toContain(`${flowTime * 60} 分钟，每分钟走完 1 位`);
  expect(text('crowd-and-time')).toContain(`其中 18 分钟在做，${flowTime * 60 - 18} 分钟在等`);
});

test('labour-ratio: fewer hands away from the bottleneck, or slower work there, raise the ratio', () => {
  const line = (servers: number, processingTime = 2) =>
    bottleneck({
      period: 60,
      activities: [
        { name: '登记', processingTime, servers },
        { name: 'B 超', processingTime: 8, servers: 4 },
      ],
    });
  const now = line(3);
  expect(now.bottleneck).toBe(1);
  for (const changed of [line(2), line(3, 2.5)]) {
    expect(changed.processCapacity).toBe(now.processCapacity);
    expect(changed.laborUtilization).toBeGreaterThan(now.laborUtilization);
  }
  expect(line(4).laborUtilization).toBeLessThan(now.laborUtilization);
  const wider = bottleneck({
    period: 60,
    activities: [
      { name: '登记', processingTime: 2, servers: 3 },
      { name: 'B 超', processingTime: 8, servers: 5 },
    ],
  });
  expect(wider.processCapacity).toBeGreaterThan(now.processCapacity);
});

test('median-moves: the farthest room farther, the median stays', () => {
  const best = (far: number) =>
    crossMedian({ points: [0, 6, 12, 18, far].map((x) => [x, 0]), weights: [3, 4, 9, 5, 6] });
  expect(best(24).x).toEqual(best(34).x);
  expect(best(34).cost).toBeGreaterThan(best(24).cost);
});

test('ten-questions: one person’s ten answers spread over tens of points', () => {
  const worth = [
    [0.6, 0, -0.6],
    [1.2, 0.1, -1.3],
    [0.25, -0.25],
  ];
  const utility = (profile: number[]) =>
    profile.reduce((sum, level, a) => sum + (worth[a]?.[level] ?? 0), 0);
  const shares = Array.from({ length: 120 }, (_, seed) => {
    const random = createRandom(seed + 1);
    const pick = () => [random.integer(0, 3), random.integer(0, 3), random.integer(0, 2)];
    const tasks = Array.from({ length: 10 }, () => {
      const one = pick();
      let other = pick();
      while (other.join() === one.join()) other = pick();
      const odds = 1 / (1 + Math.exp(utility(other) - utility(one)));
      return { alternatives: [one, other], chosen: random.uniform() < odds ? 0 : 1 };
    });
    const levels = [3, 3, 2];
    return {
      manner: conjoint({ levels, tasks, ridge: 0.5 }).importance?.[2] ?? NaN,
      separated: conjoint({ levels, tasks }).status === 'separated',
    };
  });
  const manner = shares.map((each) => each.manner).toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [manner[6], manner[113]];
  expect(high - low).toBeGreaterThan(0.3);
  expect(manner.some((each) => each > 0.41)).toBe(true);
  expect(text('ten-questions')).toContain(`态度 ${percent(0.41)}`);
  expect(text('ten-questions')).toContain('散到几十个百分点宽，不加限制多半还算不出来');
  const separated = shares.filter((each) => each.separated).length / shares.length;
  expect(separated).toBeGreaterThan(0.5);
});

test('levels-decide: a wider span weighs more at the same price per minute', () => {
  const share = (span: number) => span / (span + 58);
  expect(percent(share(5))).toBe('8%');
  expect(text('levels-decide')).toContain('5 和 10 分钟，重要度 8%');
  expect(text('levels-decide')).toContain(`5 和 60 分钟，重要度 ${percent(share(55))}`);
});

const tables = (partiesPerHour: number, replications: number) =>
  simulateTableMix({
    mixes: [
      { name: '四人桌', tables: [{ seats: 4, count: 12 }] },
      {
        name: '多两人桌',
        tables: [
          { seats: 2, count: 16 },
          { seats: 4, count: 4 },
        ],
      },
    ],
    partySizeWeights: [10, 45, 15, 20, 6, 4],
    partiesPerHour,
    hours: 4,
    mealHours: 1.2,
    mealVariation: 0.35,
    patienceHours: 0.4,
    spendPerCover: 1,
    replications,
    seed: 1,
  }).map(({ meanRevenue }) => meanRevenue);

test('quiet-night: three tenths more on a busy night, slightly fewer on a quiet one', () => {
  const [plain = NaN, changed = NaN] = tables(30, 200);
  expect(changed / plain).toBeGreaterThan(1.25);
  const [quiet = NaN, quietChanged = NaN] = tables(12, 2000);
  expect(quietChanged).toBeLessThan(quiet);
  expect(quietChanged / quiet).toBeGreaterThan(0.95);
  expect(text('quiet-night')).toContain('多接待三成');
  expect(text('quiet-night')).toContain('常常略亏');
});
