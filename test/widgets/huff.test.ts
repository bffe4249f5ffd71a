import { expect, test } from 'vitest';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { model, newShopLogOdds, travelTime } from '../../src/widgets/huff/model.ts';

const at = (id: string, change: Partial<Parameters<typeof model.compute>[0]> = {}) => {
  const values = { ...scenarioValues(model, id), ...change };
  return { values, result: model.compute(values) };
};
const shares = (id: string, change = {}) =>
  at(id, change).result.rows.map(({ after }) => fixed(after * 100, 1));

test('shops of 3000, 1000 and 800 at 4, 2 and 1 minutes: λ decides whether the small one lives', () => {
  const { values } = at('supermarket');
  const home = values.homes[0] as (typeof values.homes)[number];
  const added = { x: values.newX, y: values.newY };
  expect([...values.shops, added].map((shop) => travelTime(values, home, shop))).toEqual([4, 2, 1]);
  expect(shares('supermarket', { decay: 1 })).toEqual(['36.6', '24.4', '39.0']);
  expect(shares('supermarket', { decay: 2 })).toEqual(['15.2', '20.2', '64.6']);
  expect(shares('supermarket', { decay: 3 })).toEqual(['4.8', '12.9', '82.3']);
});

test('with λ = 0 nobody minds the trip: shares follow size alone', () => {
  for (const { id } of model.scenarios) {
    const { result } = at(id, { decay: 0 });
    expect(result.share).toBeCloseTo(result.sizeShare, 12);
  }
});

test('customers are only moved, never made', () => {
  for (const { id } of model.scenarios) {
    const { rows, fromOwn, fromRivals, customers } = at(id).result;
    expect(rows.reduce((sum, { after }) => sum + after, 0)).toBeCloseTo(1, 12);
    expect(rows.reduce((sum, { before }) => sum + before, 0)).toBeCloseTo(1, 12);
    expect(fromOwn + fromRivals).toBeCloseTo(customers, 9);
  }
});

test('the second hot-pot shop feeds on the first; across town it feeds on the rival', () => {
  const near = at('hotpot').result;
  const far = at('hotpot', { newX: 8, newY: 4.75 }).result;
  expect(near.cannibalized).toBeGreaterThan(0.5);
  expect(near.cannibalized).toBeGreaterThan(near.chainBefore);
  expect(far.cannibalized).toBeLessThan(0.25);
  expect(far.fromRivals).toBeGreaterThan(near.fromRivals);
  // λ = 0 时不分远近，抢自自家的比例就是自家原来的份额
  const blind = at('hotpot', { decay: 0 }).result;
  expect(blind.cannibalized).toBeCloseTo(blind.chainBefore, 12);
});

test('the surface on the map is the share of one household', () => {
  const { values, result } = at('hospital');
  const [home] = values.homes;
  const odds = newShopLogOdds(values, { xs: [home?.x ?? 0], ys: [home?.y ?? 0] })[0]?.[0] ?? 0;
  expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(result.probabilities[0]?.at(-1) ?? 0, 12);
});

test('each typical wrong guess meets its own explanation', () => {
  const told = (guess: number, id: string) => {
    const { values, result } = at(id);
    return judge(model.predict, guess, values, result, fixed).explanation;
  };
  const heard = [
    told(17, 'supermarket'),
    told(33, 'supermarket'),
    told(50, 'supermarket'),
    told(65, 'supermarket'),
    told(90, 'supermarket'),
    told(20, 'hotpot'),
    told(55, 'hotpot'),
    told(80, 'hotpot'),
  ];
  expect(new Set(heard).size).toBe(heard.length);
  // 实际和按规模分的差不多，就不说小店靠近翻了身
  for (const guess of [0, 5, 10]) {
    expect(told(guess, 'hospital'), `${guess}`).not.toContain('翻身');
    expect(told(guess, 'supermarket'), `${guess}`).toContain('翻身');
  }
});
