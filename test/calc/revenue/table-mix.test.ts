import { expect, test } from 'vitest';
import { simulateTableMix } from '../../../src/calc/revenue/table-mix.ts';

const setting = {
  mixes: [
    { name: '全四人桌', tables: [{ seats: 4, count: 20 }] },
    {
      name: '一半两人桌',
      tables: [
        { seats: 2, count: 20 },
        { seats: 4, count: 10 },
      ],
    },
  ],
  partySizeWeights: [0, 6, 1, 2],
  partiesPerHour: 40,
  hours: 4,
  mealHours: 1,
  mealVariation: 0.3,
  patienceHours: 0.25,
  spendPerCover: 80,
  replications: 60,
  seed: 8,
};

test('两人客居多时，同样 80 座换成两人桌挣得更多', () => {
  const [fours, mixed] = simulateTableMix(setting);
  expect(fours!.seats).toBe(80);
  expect(mixed!.seats).toBe(80);
  expect(mixed!.meanRevenue).toBeGreaterThan(fours!.meanRevenue + 4 * mixed!.standardError);
  expect(mixed!.revpash).toBeCloseTo(mixed!.meanRevenue / 320, 10);
  expect(mixed!.servedShare).toBeGreaterThan(fours!.servedShare);
});

test('不等、一种桌、一种人数即 Erlang 损失系统：接待率在四个标准误之内等于 1 − B', () => {
  // 负荷 20 × 0.5 = 10，10 张桌，B(10, 10) = 0.2146；开场空店，长营业时段把暖场影响压到 1 % 以下
  for (const seed of [1, 2, 3]) {
    const [result] = simulateTableMix({
      ...setting,
      mixes: [{ name: 'x', tables: [{ seats: 2, count: 10 }] }],
      partySizeWeights: [0, 1],
      partiesPerHour: 20,
      mealHours: 0.5,
      mealVariation: 0.8,
      patienceHours: 0,
      hours: 400,
      replications: 6,
      seed,
    });
    const share = 1 - 0.21458234;
    expect(Math.abs(result!.servedShare - share)).toBeLessThan(
      4 * Math.sqrt((share * (1 - share) * 3) / 48000) + 0.001,
    );
    expect(result!.meanWait).toBe(0);
  }
});

test('守恒：收入 = 入座人数 × 人均；占用率不超过 1', () => {
  for (const outcome of simulateTableMix({ ...setting, partiesPerHour: 200 })) {
    expect(outcome.seatOccupancy).toBeLessThanOrEqual(1);
    expect(outcome.servedShare).toBeLessThanOrEqual(1);
    expect(outcome.meanWait).toBeLessThan(4);
  }
});

test('极端：人数超过最大桌的批次离开；没有桌子；同一种子相同', () => {
  const [big] = simulateTableMix({ ...setting, partySizeWeights: [0, 0, 0, 0, 1] });
  expect(big!.meanRevenue).toBe(0);
  const [none] = simulateTableMix({ ...setting, mixes: [{ name: '无', tables: [] }] });
  expect(none!.meanRevenue).toBe(0);
  expect(simulateTableMix({ ...setting, replications: 2 })).toEqual(
    simulateTableMix({ ...setting, replications: 2 }),
  );
});

test('坏输入指名拒绝', () => {
  expect(() => simulateTableMix({ ...setting, mixes: [] })).toThrow(/mixes/);
  expect(() =>
    simulateTableMix({ ...setting, mixes: [{ name: 'x', tables: [{ seats: 0, count: 1 }] }] }),
  ).toThrow(/mixes\[0\]\.tables\[0\]\.seats/);
  expect(() => simulateTableMix({ ...setting, partySizeWeights: [0, 0] })).toThrow(
    /partySizeWeights/,
  );
  for (const name of [
    'partiesPerHour',
    'hours',
    'mealHours',
    'mealVariation',
    'patienceHours',
    'spendPerCover',
    'replications',
  ] as const)
    expect(() => simulateTableMix({ ...setting, [name]: -1 })).toThrow(new RegExp(name));
});
