import { expect, test } from 'vitest';
import { cyclicShiftCovering } from '../../../src/calc/workforce/cyclic-shift-covering.ts';

const kinds = [
  { length: 8, cost: 8 },
  { length: 4, cost: 4.6 },
];

test('手算：四时段各 1 人、班长 2，两人首尾相接，成本 6', async () => {
  const result = await cyclicShiftCovering({
    requirements: [1, 1, 1, 1],
    shifts: [{ length: 2, cost: 3 }],
  });
  expect(result.cost).toBe(6);
  expect(result.surplus).toEqual([0, 0, 0, 0]);
});

test('跨午夜：只有 23 点与 0 点需要人时，一个 4 小时短班就够', async () => {
  const requirements = Array.from({ length: 24 }, (_, t) => (t === 23 || t === 0 ? 1 : 0));
  const result = await cyclicShiftCovering({ requirements, shifts: kinds });
  expect(result.cost).toBeCloseTo(4.6, 12);
  expect(result.starts[0]!.every((count) => count === 0)).toBe(true);
});

test('旋转需求不改变最小成本；多一类班次不会更贵；每个时段都够人', async () => {
  const requirements = [
    5, 2, 3, 4, 5, 10, 11, 12, 11, 13, 14, 15, 16, 15, 14, 12, 13, 11, 8, 6, 6, 4, 6, 4,
  ];
  const { cost, surplus, lpBound } = await cyclicShiftCovering({ requirements, shifts: kinds });
  const turned = await cyclicShiftCovering({
    requirements: [...requirements.slice(9), ...requirements.slice(0, 9)],
    shifts: kinds,
  });
  expect(turned.cost).toBeCloseTo(cost, 9);
  expect(Math.min(...surplus)).toBeGreaterThanOrEqual(0);
  expect(lpBound).toBeLessThanOrEqual(cost + 1e-9);
  const fullOnly = await cyclicShiftCovering({ requirements, shifts: kinds.slice(0, 1) });
  expect(fullOnly.cost).toBeGreaterThanOrEqual(cost);
});

test('奇数圈使线性规划落在半人：三时段各 1 人、班长 2，要 2 人而下界 1.5', async () => {
  const result = await cyclicShiftCovering({
    requirements: [1, 1, 1],
    shifts: [{ length: 2, cost: 1 }],
  });
  expect(result.cost).toBe(2);
  expect(result.lpBound).toBeCloseTo(1.5, 9);
});

test('极端：没有需求', async () => {
  expect(
    (await cyclicShiftCovering({ requirements: [0, 0, 0], shifts: [{ length: 3, cost: 2 }] })).cost,
  ).toBe(0);
});

test('坏输入指名拒绝', async () => {
  await expect(cyclicShiftCovering({ requirements: [], shifts: kinds })).rejects.toThrow(
    /requirements/,
  );
  await expect(cyclicShiftCovering({ requirements: [1, 1, 1, 1], shifts: kinds })).rejects.toThrow(
    /shifts\[0\]\.length/,
  );
  await expect(cyclicShiftCovering({ requirements: [1], shifts: [] })).rejects.toThrow(/shifts/);
  await expect(
    cyclicShiftCovering({ requirements: [1], shifts: [{ length: 1, cost: -1 }] }),
  ).rejects.toThrow(/shifts\[0\]\.cost/);
});
