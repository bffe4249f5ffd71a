import { expect, test } from 'vitest';
import { checkFareClasses } from '../../../src/calc/revenue/fare-class.ts';

const good = { fare: 900, mean: 40, sd: 12 };

test('同价与空等级合法，原样返回', () => {
  const classes = [good, { fare: 900, mean: 0, sd: 0 }];
  expect(checkFareClasses(classes)).toBe(classes);
});

test('次序颠倒、非正票价、负需求都指名拒绝', () => {
  expect(() => checkFareClasses([])).toThrow(/classes/);
  expect(() => checkFareClasses([{ ...good, fare: 300 }, good])).toThrow(/classes\[1\]\.fare/);
  expect(() => checkFareClasses([{ ...good, fare: 0 }])).toThrow(/classes\[0\]\.fare/);
  expect(() => checkFareClasses([{ ...good, mean: -1 }])).toThrow(/classes\[0\]\.mean/);
  expect(() => checkFareClasses([{ ...good, sd: NaN }])).toThrow(/classes\[0\]\.sd/);
});
