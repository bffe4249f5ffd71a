import { expect, test } from 'vitest';
import { binomialSurvival } from '../../../src/calc/core/binomial.ts';
import { overbookingServiceLevel } from '../../../src/calc/revenue/overbooking-service-level.ts';

const base = { capacity: 100, showProbability: 0.92, maxProbabilityDenied: 0.01 };

test('手算：1 座、到场率 0.1，卖 2 张超员 0.01 恰达标，卖 3 张 0.028 超标', () => {
  expect(
    overbookingServiceLevel({ capacity: 1, showProbability: 0.1, maxProbabilityDenied: 0.0100001 })
      .authorization,
  ).toBe(2);
});

test('再多一张就超标', () => {
  for (const maxProbabilityDenied of [1e-9, 0.001, 0.05, 0.5]) {
    const { authorization, probabilityDenied } = overbookingServiceLevel({
      ...base,
      maxProbabilityDenied,
    });
    expect(probabilityDenied).toBeLessThanOrEqual(maxProbabilityDenied);
    expect(binomialSurvival(100, { trials: authorization + 1, chance: 0.92 })).toBeGreaterThan(
      maxProbabilityDenied,
    );
  }
});

test('极端：人人到、没人到、零容忍、全容忍、没有座位', () => {
  expect(overbookingServiceLevel({ ...base, showProbability: 1 })).toEqual({
    authorization: 100,
    probabilityDenied: 0,
  });
  expect(overbookingServiceLevel({ ...base, showProbability: 0 }).authorization).toBe(Infinity);
  expect(overbookingServiceLevel({ ...base, maxProbabilityDenied: 0 }).authorization).toBe(100);
  expect(overbookingServiceLevel({ ...base, maxProbabilityDenied: 1 }).authorization).toBe(
    Infinity,
  );
  expect(
    overbookingServiceLevel({ ...base, capacity: 0, showProbability: 0.5 }).authorization,
  ).toBe(0);
});

test('坏输入指名拒绝', () => {
  expect(() => overbookingServiceLevel({ ...base, capacity: -1 })).toThrow(/capacity/);
  expect(() => overbookingServiceLevel({ ...base, showProbability: 2 })).toThrow(/showProbability/);
  expect(() => overbookingServiceLevel({ ...base, maxProbabilityDenied: NaN })).toThrow(
    /maxProbabilityDenied/,
  );
});

test('α = 0 时一张不超，到场率再小也一样', () => {
  for (const showProbability of [1e-5, 1e-300, 0.5, 1])
    expect(
      overbookingServiceLevel({ capacity: 100, showProbability, maxProbabilityDenied: 0 }),
    ).toEqual({ authorization: 100, probabilityDenied: 0 });
});
