import { globSync, readFileSync } from 'node:fs';
import { atomsOf } from '../../src/build/style-atoms.ts';
import { expect, test } from 'vitest';

const styleOf = (file: string) =>
  /<style>([\s\S]*)<\/style>/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';

test('in forced colours a figure keeps the colours its legend names', () => {
  const repainted = globSync('src/{widgets,widget-kit}/**/*.svelte').filter((file) =>
    atomsOf(styleOf(file)).some(
      ({ within, css }) => within.includes('forced-colors') && /\b(fill|stroke)\s*:/.test(css),
    ),
  );
  expect(
    repainted,
    '系统不改 SVG 的颜色，图例也照原样；图里另换成系统色，就和图例对不上。删去这几条规则。',
  ).toEqual([]);
});

test('on paper no figure sticks over its own legend', () => {
  const sticking = atomsOf(readFileSync('src/widget-kit/frame.css', 'utf8')).filter(
    ({ within, css }) =>
      css.includes('.w-figures') && /position:\s*sticky/.test(css) && !within.includes('screen'),
  );
  expect(
    sticking.map(({ css }) => css),
    '把粘住的规则放进 @media screen。',
  ).toEqual([]);
});
