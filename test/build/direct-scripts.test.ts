import { expect, test } from 'vitest';
import { facadeOf } from '../../src/build/direct-scripts.ts';

test('a file that only imports another one is a facade of it', () => {
  expect(facadeOf('import"./page.BPRN5N9X.js";')).toBe('page.BPRN5N9X.js');
  expect(facadeOf("import './page.js'\n")).toBe('page.js');
});

test('a file that does anything else is not', () => {
  for (const script of [
    'import"./page.js";start();',
    'import{a}from"./page.js";',
    'import"../page.js";',
    'import"./a.js";import"./b.js";',
    '',
  ])
    expect(facadeOf(script), script).toBeNull();
});
