import { describe, expect, test } from 'vitest';
import { crossValidate } from '../../src/calc/location/cross-validation.ts';
import { checkExtrapolation } from '../../src/calc/location/extrapolation.ts';
import { fixed } from '../../src/lib/format.ts';
import { judge } from '../../src/widget-kit/judge.ts';
import { scenarioValues } from '../../src/widget-kit/model.ts';
import { allAttempts } from '../../src/widgets/regression-trap/cloud.svelte.ts';
import { businesses, type BusinessId } from '../../src/widgets/regression-trap/library.ts';
import {
  drawsLostByEverything,
  libraryOf,
  model,
} from '../../src/widgets/regression-trap/model.ts';

const everything = [0, 1, 2, 3, 4, 5, 6, 7];
const at = (id: string, change: Partial<Parameters<typeof model.compute>[0]> = {}) => {
  const values = { ...scenarioValues(model, id), ...change };
  return { values, result: model.compute(values) };
};

test('hotels: of 255 models the one with the highest R² is the worst in the new city', () => {
  const attempts = allAttempts('hotel', 1);
  const full = attempts.find(({ chosen }) => chosen.length === 8);
  expect(attempts).toHaveLength(255);
  expect(full?.r2).toBe(Math.max(...attempts.map(({ r2 }) => r2)));
  expect(full?.freshError).toBe(Math.max(...attempts.map(({ freshError }) => freshError)));
});

test('adding a variable never lowers R² where it was fitted', () => {
  for (const business of Object.keys(businesses) as BusinessId[]) {
    const r2 = new Map(
      allAttempts(business, 3).map(({ chosen, r2: value }) => [chosen.join(), value]),
    );
    for (const [key, value] of r2)
      for (const extra of everything.filter((j) => !key.includes(String(j))))
        expect(r2.get([...key.split(',').map(Number), extra].sort().join())).toBeGreaterThan(
          value - 1e-9,
        );
  }
});

test('unpicked draws say the same: three true variables beat all eight nearly always', () => {
  for (const business of Object.keys(businesses) as BusinessId[])
    expect(drawsLostByEverything(business)).toBeGreaterThanOrEqual(36);
});

test('leaving one out and extrapolation agree with the calculation modules', () => {
  for (const { id } of model.scenarios) {
    const { values, result } = at(id);
    const { old, fresh } = libraryOf(values.business as BusinessId, values.draw);
    const rowsOf = (stores: typeof old) =>
      stores.map(({ features }) => result.chosen.map((j) => features[j] as number));
    const rows = rowsOf(old);
    const validation = crossValidate({ rows, outcome: old.map(({ profit }) => profit) });
    expect(result.crossR2).toBeCloseTo(validation.outOfSampleR2, 9);
    expect(result.crossError).toBeCloseTo(validation.rootMeanSquareError, 9);
    const checks = rowsOf(fresh).map((row) => checkExtrapolation({ rows, row }));
    expect(result.outside).toBe(checks.filter(({ outside }) => outside.length > 0).length);
    expect(result.hidden).toBe(checks.filter((check) => check.hiddenExtrapolation).length);
  }
});

describe('each scenario shows its own trap', () => {
  test('three variables travel, eight do not', () => {
    expect(at('hotel').result.freshR2).toBeLessThan(-1);
    expect(at('restraint').result.freshR2).toBeGreaterThan(0.5);
    expect(at('restraint').result.r2).toBeLessThan(at('hotel').result.r2 - 0.2);
  });
  test('rivals look good for a convenience store until the crowd that draws them is in', () => {
    const rivals = (change = {}) =>
      at('convenience', change).result.coefficients.find(({ id }) => id === 'rivals');
    expect(rivals()?.coefficient).toBeGreaterThan(0);
    const both = rivals({ offices: true });
    expect(both?.coefficient).toBeLessThan(0);
    expect(both?.flips).toBe(true);
  });
  test('the hot-pot shop at the university carries the whole slope of “students”', () => {
    const students = (drop: number) =>
      at('hotpot', { drop }).result.coefficients.find(({ id }) => id === 'students');
    expect(students(0)?.coefficient).toBeGreaterThan(5);
    const cut = at('hotpot', { drop: 2 });
    expect(cut.result.stores.some(({ name, dropped }) => dropped && name === '乙城 5 店')).toBe(
      true,
    );
    expect(cut.result.freshError).toBeLessThan(at('hotpot').result.freshError / 2);
  });
});

test('each typical wrong guess meets its own explanation', () => {
  const told = (guess: number, id: string) => {
    const { values, result } = at(id);
    return judge(model.predict, guess, values, result, fixed).explanation;
  };
  const heard = [
    told(15, 'hotel'),
    told(50, 'hotel'),
    told(90, 'hotel'),
    told(400, 'hotel'),
    told(159, 'hotel'),
    told(60, 'restraint'),
    told(24, 'restraint'),
  ];
  expect(new Set(heard).size).toBe(heard.length);
  // 新旧两地误差差不多的，不说新城市难得多
  expect(told(30, 'convenience')).toMatch(/^到了新城市，没有你押的那么惨/);
  expect(told(400, 'hotel')).toMatch(/^新城市确实比老店里难得多/);
});
