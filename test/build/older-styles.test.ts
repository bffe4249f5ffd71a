import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import postcss from 'postcss';
import { afterAll, describe, expect, test } from 'vitest';
import { colourTokens, olderStyles } from '../../src/build/older-styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'som-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tokens = join(folder, 'tokens.css');
writeFileSync(
  tokens,
  ':root{--ink:light-dark(oklch(0% 0 0), oklch(100% 0 0));--paper:light-dark(oklch(100% 0 0), oklch(0% 0 0));--gap:1rem}',
);
const rewritten = (css: string) =>
  postcss([olderStyles(pathToFileURL(tokens))]).process(css, { from: 'some.css' }).css;

test('colour tokens are the custom properties whose value is a colour in both themes', () => {
  const found = colourTokens(
    ':root{--a:light-dark(oklch(0% 0 0),\n oklch(100% 0 0));--b:oklch(50% 0 0);--c:1px}',
  );
  expect([...found.keys()]).toEqual(['a', 'b']);
  expect(found.get('a')?.map(({ lightness }) => lightness)).toEqual([0, 1]);
});

test.each([
  ['oklch becomes hexadecimal', 'a{color:oklch(100% 0 0 / 0.2)}', 'a{color:#ffffff33}'],
  [
    'a mix of two tokens is mixed for both themes',
    'a{fill:color-mix(in oklab, var(--ink) 0%, var(--paper))}',
    'a{fill:light-dark(#ffffff, #000000)}',
  ],
  [
    'a mix with nothing is a transparent colour',
    'a{border:1px solid color-mix(in oklab, var(--ink) 20%, transparent)}',
    'a{border:1px solid light-dark(#00000033, #ffffff33)}',
  ],
  [
    'a variable that points at a token brings its mix along, wherever it is set',
    '.x{--tone:var(--ink)}.y{--tone:var(--paper)}p{fill:color-mix(in oklab, var(--tone) 20%, transparent)}',
    '.x{--tone:var(--ink);--tone-20:light-dark(#00000033, #ffffff33)}' +
      '.y{--tone:var(--paper);--tone-20:light-dark(#ffffff33, #00000033)}p{fill:var(--tone-20)}',
  ],
  [
    'what holds with scripting holds where the code has arrived',
    '@media screen and (scripting: enabled){.a[x] .b, .c::before{left:0}}',
    '@media screen{.js .a[x] .b, .js .c::before{left:0}}',
  ],
  ['and needs no condition of its own', '@media (scripting:enabled){.a{left:0}}', '.js .a{left:0}'],
  [
    'everything else stays',
    'a{color:red}@media print{b{left:0}}',
    'a{color:red}@media print{b{left:0}}',
  ],
])('%s', (_, css, expected) => expect(rewritten(css)).toBe(expected));

describe('a mix the build cannot work out stops it, saying what to write', () => {
  test.each([
    ['a{fill:color-mix(in srgb, red, blue)}', '混色只认'],
    ['a{fill:color-mix(in oklab, var(--ink) 20%, var(--gap))}', '混色只认'],
    ['a{fill:color-mix(in oklab, var(--tone) 20%, transparent)}', '写在同一份样式里'],
  ])('%s', (css, message) => expect(() => rewritten(css)).toThrow(message));
});

test('colours that only the build can rewrite are written in style sheets, not in markup or scripts', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync(['src/**/*.{svelte,astro,ts}', 'content/**/*.{mdx,astro}'], {
    cwd: root,
  }).filter((file) => !file.startsWith(join('src', 'build')));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
    return /\b(?:color-mix|light-dark|okl(?:ch|ab))\([^)]/.test(text) ? [file] : [];
  });
  expect(found, '在 styles/tokens.css 里起个名字，这里写 var(--名字)').toEqual([]);
});

test('every colour of the course is worked out: nothing newer is left in any style sheet', () => {
  const root = join(import.meta.dirname, '../..');
  const sheets = globSync(['src/**/*.{svelte,astro,css}', 'content/**/*.astro'], {
    cwd: root,
  }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    if (file.endsWith('.css')) return [[file, text] as const];
    return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
      (match) => [file, match[1] ?? ''] as const,
    );
  });
  expect(sheets.length).toBeGreaterThan(50);
  for (const [file, css] of sheets)
    expect(
      postcss([olderStyles()])
        .process(css, { from: file })
        .css.match(/\b(?:color-mix|oklch)\(.*/)?.[0],
      file,
    ).toBeUndefined();
});
