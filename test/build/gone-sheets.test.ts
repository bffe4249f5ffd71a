import { expect, test } from 'vitest';
import { goneSheets, withoutGoneSheets } from '../../src/build/gone-sheets.ts';

const head = 'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=[';
const tail = '])))=>i.map(i=>d[i]);import{a}from"./kit.js";';

test('a style sheet that no longer exists is replaced by a script of the same list', () => {
  const script = `${head}"_astro/A.js","_astro/A.css","_astro/B.js","_astro/kept.css"${tail}`;
  expect(withoutGoneSheets(script, new Set(['kept.css']))).toBe(
    `${head}"_astro/A.js","_astro/A.js","_astro/B.js","_astro/kept.css"${tail}`,
  );
});

test('scripts without such a list are left as they are', () => {
  const scripts = new Map([
    ['plain.js', 'load("x.css")'],
    ['lazy.js', `${head}"_astro/A.js","_astro/A.css"${tail}`],
  ]);
  goneSheets({ pages: new Map(), scripts, sheets: new Map(), data: new Map() });
  expect(scripts.get('plain.js')).toBe('load("x.css")');
  expect(scripts.get('lazy.js')).not.toContain('.css');
});
