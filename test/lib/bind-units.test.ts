import { expect, test } from 'vitest';
import { bindUnits } from '../../src/lib/bind-units.ts';

test('a number keeps its unit on the same line; other spaces still break', () => {
  expect(bindUnits('净赚 24,968 元，占 60% 左右')).toBe('净赚 24,968\u00a0元，占 60%\u00a0左右');
  expect(bindUnits('M/M/1 queue 3 or 4')).toBe('M/M/1 queue 3 or 4');
});
