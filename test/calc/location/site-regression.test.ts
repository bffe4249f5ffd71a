import { expect, test } from 'vitest';
import { laQuintaEquation, predictSite } from '../../../src/calc/location/site-regression.ts';

test('La Quinta：39.05 + 5.41 + 2.93 + 2.472 + 2.1 = 51.962', () => {
  expect(
    predictSite({
      equation: laQuintaEquation,
      features: {
        statePopN: -1,
        priceN: 0.5,
        sqrtIncomeN: -0.8,
        collegeN: 1.2,
        city: '多余的字段不碍事',
      },
    }),
  ).toBeCloseTo(51.962, 10);
});

test('特征全为 0（样本平均水平）时就是截距', () => {
  expect(
    predictSite({
      equation: laQuintaEquation,
      features: { statePopN: 0, priceN: 0, sqrtIncomeN: 0, collegeN: 0 },
    }),
  ).toBe(39.05);
});

test('缺少变量时指名是哪一个', () => {
  expect(() => predictSite({ equation: { intercept: 1, price: 2 }, features: {} })).toThrow(
    /features\.price/,
  );
  expect(() => predictSite({ equation: { intercept: NaN }, features: {} })).toThrow(
    /equation\.intercept/,
  );
});
