import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import postcss from 'postcss';
import { afterAll, describe, expect, test } from 'vitest';
import { toHex } from '../../src/build/colours.ts';
import { bolder, colourTokens, contrastWall, olderStyles } from '../../src/build/older-styles.ts';

const folder = mkdtempSync(join(tmpdir(), 'som-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tokens = join(folder, 'tokens.css');
writeFileSync(
  tokens,
  ':root{--ink:light-dark(oklch(0% 0 0), oklch(100% 0 0));--paper:light-dark(oklch(100% 0 0), oklch(0% 0 0));--gap:1rem}',
);
const wall = join(folder, 'wall.css');
writeFileSync(
  wall,
  `.class-room{--ink:#000000}${contrastWall}{--tint:light-dark(#000000, #ffffff)}`,
);
writeFileSync(
  tokens,
  `${readFileSync(tokens, 'utf8')}:root{--tint:light-dark(oklch(50% 0 0), oklch(50% 0 0))}`,
);
const rewritten = (css: string) =>
  postcss([olderStyles(pathToFileURL(tokens), pathToFileURL(wall))]).process(css, {
    from: 'some.css',
  }).css;

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

describe('on the wall in high contrast', () => {
  const onWall = ':where(.class-room[data-contrast])';
  test.each([
    [
      'a mix follows the colour that changes, bolder, in a rule of the same weight after its own',
      'a,b{left:0;fill:color-mix(in oklab, var(--tint) 20%, transparent)}i{top:0}',
      'a,b{left:0;fill:light-dark(#63636333, #63636333)}' +
        `${onWall} a,${onWall} b{fill:light-dark(#00000099, #ffffff70)}i{top:0}`,
    ],
    [
      'under the same condition',
      '@media print{a{fill:color-mix(in oklab, var(--tint) 10%, transparent)}}',
      '@media print{a{fill:light-dark(#6363631a, #6363631a)}' +
        `${onWall} a{fill:light-dark(#00000033, #ffffff33)}}`,
    ],
    [
      'so does the mix of a variable that points at it',
      '.x{--tone:var(--tint)}.y{--tone:var(--ink)}p{fill:color-mix(in oklab, var(--tone) 20%, transparent)}',
      '.x{--tone:var(--tint);--tone-20:light-dark(#63636333, #63636333)}' +
        `${onWall} .x{--tone-20:light-dark(#00000099, #ffffff70)}` +
        '.y{--tone:var(--ink);--tone-20:light-dark(#00000033, #ffffff33)}p{fill:var(--tone-20)}',
    ],
    [
      'of several mixes in one value, those that change change',
      'a{background:linear-gradient(color-mix(in oklab, var(--tint) 20%, transparent),color-mix(in oklab, var(--ink) 20%, transparent))}',
      'a{background:linear-gradient(light-dark(#63636333, #63636333),light-dark(#00000033, #ffffff33))}' +
        `${onWall} a{background:linear-gradient(light-dark(#00000099, #ffffff70),light-dark(#00000033, #ffffff33))}`,
    ],
    [
      'the variables of the whole page are for the wall itself to write',
      ':root{--tint-20:color-mix(in oklab, var(--tint) 20%, transparent)}',
      ':root{--tint-20:light-dark(#63636333, #63636333)}',
    ],
  ])('%s', (_, css, expected) => expect(rewritten(css).replaceAll(/\s*\n\s*/g, '')).toBe(expected));

  test.each([0, 1] as const)('deeper washes stay the deeper ones, theme %i', (theme) => {
    const shares = [0.08, 0.12, 0.19, 0.2, 0.3, 0.45, 0.7];
    const found = shares.map((share) => bolder(share, theme));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(new Set(found).size).toBe(shares.length);
    found.forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i]!));
  });

  test('the washes named in tokens.css, which the wall writes out, all have one', () => {
    const root = join(import.meta.dirname, '../..');
    const named = (file: string, selector: string) => {
      const found: string[] = [];
      postcss
        .parse(readFileSync(join(root, file), 'utf8'))
        .walkRules(selector, (rule) =>
          rule.walkDecls(/^--series-\d-/, ({ prop }) => void found.push(prop)),
        );
      return found.toSorted();
    };
    expect(named('src/classroom/stage/wall.css', contrastWall)).toEqual(
      named('src/styles/tokens.css', ':root'),
    );
  });

  test('a wash written out by the wall is the one the experiments are filled with: a legend matches', () => {
    const root = join(import.meta.dirname, '../..');
    const wall = readFileSync(join(root, 'src/classroom/stage/wall.css'), 'utf8');
    for (const [name, themes] of colourTokens(wall, contrastWall)) {
      const [, over, percent, under] = /^(series-\d)-(\d+)(?:-(.+))?$/.exec(name) ?? [];
      if (!over) continue;
      const below = under ? `var(--${under})` : 'transparent';
      const css = `a{fill:color-mix(in oklab, var(--${over}) ${percent}%, ${below})}`;
      const { root: sheet } = postcss([olderStyles()]).process(css, { from: undefined });
      const drawn: string[] = [];
      sheet.walkRules(/^:where/, (rule) => rule.walkDecls(({ value }) => void drawn.push(value)));
      expect(drawn, name).toEqual([`light-dark(${themes.map(toHex).join(', ')})`]);
    }
  });

  test('every pale fill of the experiments has its bolder twin', () => {
    const root = join(import.meta.dirname, '../..');
    const mosaic = readFileSync(join(root, 'src/widgets/subtraction-canvas/Mosaic.svelte'), 'utf8');
    const css = /<style>([\s\S]*)<\/style>/.exec(mosaic)?.[1] ?? '';
    const { root: sheet } = postcss([olderStyles()]).process(css, { from: 'Mosaic.svelte' });
    const fills: string[] = [];
    sheet.walkRules(/^:where/, (rule) =>
      rule.walkDecls('fill', ({ value }) => void fills.push(value)),
    );
    expect(fills).toHaveLength(css.match(/color-mix\(/g)?.length ?? 0);
    expect(new Set(fills).size).toBe(3);
  });
});

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
