import { expect, test } from 'vitest';
import { checkExtrapolation } from '../../../src/calc/location/extrapolation.ts';

const rows = [
  [1, 1.1],
  [2, 1.9],
  [3, 3.2],
  [4, 3.9],
  [5, 5.1],
];

test('超出样本范围的变量逐个指名', () => {
  const check = checkExtrapolation({ rows, row: [9, 3] });
  expect(check.extrapolates).toBe(true);
  expect(check.outside).toEqual([{ variable: 0, value: 9, low: 1, high: 5 }]);
});

test('各变量都在范围内、组合却罕见：隐性外推', () => {
  const check = checkExtrapolation({ rows, row: [1.2, 4.8] });
  expect(check.outside).toEqual([]);
  expect(check.hiddenExtrapolation).toBe(true);
});

test('样本点自身与样本中心都不算外推', () => {
  for (const row of [...rows, [3, 3.04]])
    expect(checkExtrapolation({ rows, row }).extrapolates).toBe(false);
});

test('坏输入报出参数名', () => {
  expect(() => checkExtrapolation({ rows, row: [1] })).toThrow(/row/);
  expect(() => checkExtrapolation({ rows: [[1], [1]], row: [1] })).toThrow(/rows/);
});
