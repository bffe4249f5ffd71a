import { describe, expect, test } from 'vitest';
import {
  atLeast,
  each,
  finite,
  integerAtLeast,
  matrix,
  nonEmpty,
  openUnit,
  positive,
  probability,
  reject,
  sameLength,
  within,
} from '../../../src/calc/core/checks.ts';

describe('合格的值原样返回', () => {
  test.each<[string, () => unknown, unknown]>([
    ['有限实数', () => finite('x', -1e308), -1e308],
    ['恰在下限', () => atLeast('x', 2, 2), 2],
    ['最小的正数', () => positive('x', Number.MIN_VALUE), Number.MIN_VALUE],
    ['闭区间的端点', () => within('x', 3, 1, 3), 3],
    ['概率的两端', () => probability('x', 0) + probability('x', 1), 1],
    ['开区间里最接近端点的数', () => openUnit('x', 1 - Number.EPSILON / 2), 1 - Number.EPSILON / 2],
    ['整数下限', () => integerAtLeast('x', 0, 0), 0],
    ['非空数组', () => nonEmpty('x', [7]), [7]],
    ['逐个检查', () => each('x', [1, 2], positive), [1, 2]],
  ])('%s', (_, check, wanted) => expect(check()).toEqual(wanted));

  test('等长与矩阵不返回值，也不抛错', () => {
    expect(() => sameLength('a', [1, 2], 'b', ['x', 'y'])).not.toThrow();
    expect(() => matrix('m', [[1], [2]])).not.toThrow();
  });
});

describe('不合格的值报出参数名、规则与收到的值', () => {
  test.each<[() => unknown, string]>([
    [() => finite('rate', Number.NaN), 'rate must be a finite number (got NaN)'],
    [() => atLeast('rate', Infinity, 0), 'rate must be a finite number ≥ 0 (got Infinity)'],
    [() => atLeast('rate', -1e-300, 0), 'rate must be a finite number ≥ 0 (got -1e-300)'],
    [() => positive('rate', 0), 'rate must be a finite number > 0 (got 0)'],
    [() => within('share', 1.5, 0, 1), 'share must be a finite number in [0, 1] (got 1.5)'],
    [() => probability('p', -0.1), 'p must be a finite number in [0, 1] (got -0.1)'],
    [() => openUnit('level', 1), 'level must be strictly between 0 and 1 (got 1)'],
    [() => integerAtLeast('servers', 1.5, 1), 'servers must be an integer ≥ 1 (got 1.5)'],
    [() => integerAtLeast('servers', 2 ** 53, 1), 'servers must be an integer ≥ 1'],
    [() => nonEmpty('data', []), 'data must be a non-empty array (got an array of length 0)'],
    [() => sameLength('a', [1], 'b', [1, 2]), 'a must be as long as b (2)'],
    [() => each('demand', [1, 2, -3], positive), 'demand[2] must be a finite number > 0 (got -3)'],
    [() => matrix('m', [[1, 2], [3]]), 'm[1] must be a row of 2 number(s)'],
    [() => matrix('m', [[]]), 'm[0] must be a row of at least one number(s)'],
    [() => matrix('m', [[1], [Number.NaN]]), 'm[1][0] must be a finite number (got NaN)'],
    [() => reject('kind', "'a' or 'b'", 'x'.repeat(99)), `(got "${'x'.repeat(40)}")`],
    [() => reject('kind', 'given', null), '(got null)'],
  ])('%s → %s', (check, message) => {
    expect(check).toThrow(RangeError);
    expect(check).toThrow(message);
  });

  test('数组、字符串冒充数也不放行', () => {
    expect(() => finite('x', '3' as unknown as number)).toThrow('x must be');
    expect(() => nonEmpty('x', { length: 1 } as unknown as number[])).toThrow('x must be');
  });
});
