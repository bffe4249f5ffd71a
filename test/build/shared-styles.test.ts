import { describe, expect, test } from 'vitest';
import { onlyProjecting, shareStyles } from '../../src/build/shared-styles.ts';
import { atomsOf, mergedOrder, sheetOf } from '../../src/build/style-atoms.ts';

const rules = (css: string) => atomsOf(css).map((atom) => atom.css);

describe('rules', () => {
  test.each([
    'a{b:c}',
    '@media print{a{b:c}d{e:f}}g{h:i}',
    '@supports (x:y){@media print{a{b:c}d{e:f}}}p{q:r}',
    '@font-face{font-family:x}@keyframes turn{to{left:0}}',
  ])('%s survives being taken apart and put together', (css) => {
    expect(sheetOf(atomsOf(css))).toBe(css);
  });

  test('of equal rules under the same condition the last is kept, as in the cascade', () => {
    expect(rules('a{b:c}d{}a{b:c}')).toEqual(['d{}', 'a{b:c}']);
    expect(atomsOf('a{b:c}@media print{a{b:c}}')).toHaveLength(2);
  });

  test('the merged order keeps the order of every page', () => {
    const order = mergedOrder([atomsOf('a{}c{}'), atomsOf('a{}b{}c{}d{}'), atomsOf('b{}e{}d{}')]);
    const at = (css: string) => order.findIndex((atom) => atom.css === css);
    expect(order).toHaveLength(5);
    for (const [first, second] of ['a{} b{}', 'b{} c{}', 'c{} d{}', 'b{} e{}', 'e{} d{}'].map(
      (pair) => pair.split(' ') as [string, string],
    ))
      expect(at(first), `${first} 应在 ${second} 之前`).toBeLessThan(at(second));
  });
});

describe('a site', () => {
  const section = (name: string, body: string, css: string) =>
    [
      `chapters/one/${name}/index.html`,
      `<head><style>body{margin:0}</style><style>${css}</style></head>${body}`,
    ] as const;
  const island = (file: string, inside: string) =>
    `<astro-island component-url="/som/_astro/${file}">${inside}</astro-island>`;
  const site = {
    pages: new Map([
      section('a', island('kit.1.js', '<p class="x sv-kit"></p>'), '.x.sv-kit{left:0}'),
      section(
        'b',
        island('kit.1.js', '<p class="x sv-kit"></p>'),
        '.x.sv-kit{left:0}.y.sv-late{left:1px}.z.sv-gone{left:2px}',
      ),
      section('c', '<p></p>', '.only{left:3px}:where(.class-room[data-contrast]) .only{left:4px}'),
      section('d', '<p></p>', '.own{left:4px}'),
      section(
        'g',
        island('kit.1.js', '<p class="x sv-kit"></p><i class="bar sv-bars"></i>'),
        '.x.sv-kit{left:0}.bar.sv-bars{left:7px}.late.sv-bars{left:8px}',
      ),
      ...['h', 'i'].map((name) => section(name, island('kit.1.js', ''), '.y.sv-late{left:1px}')),
      section('e', '<p></p>', '.alone{left:5px}'),
      ['index.html', '<head><style>body{margin:0}.home{left:6px}</style></head>'] as const,
      [
        'classroom/one/index.html',
        '<head><style>body{margin:0}.deck.sv-deck{left:9px}:where(.class-room[data-contrast]) .deck.sv-deck{top:0}.asked.sv-asked{left:10px}.x.sv-kit{left:0}.y.sv-late{left:1px}</style></head>' +
          '<div data-brings-styles><astro-island client="load" component-url="/som/_astro/deck.3.js"><p class="class-room deck sv-deck"></p></astro-island></div>',
      ] as const,
    ]),
    scripts: new Map([
      ['kit.1.js', 'import("./late.2.js");use("sv-kit")'],
      ['late.2.js', 'use("sv-late")'],
      ['deck.3.js', 'import{a}from"./asked.4.js";load(()=>import("./kit.1.js"));use("sv-deck")'],
      ['asked.4.js', 'use("sv-asked")'],
    ]),
    sheets: new Map<string, string>(),
    data: new Map<string, string>(),
  };
  shareStyles(site, '/som/_astro/', 0);
  const sheet = (name: string) =>
    [...site.sheets].filter(([file]) => file.startsWith(`${name}.`)).map(([, css]) => css);
  const page = (name: string) => site.pages.get(`chapters/one/${name}/index.html`);

  test('what most sections need is in one sheet, linked from every page of the site', () => {
    expect(sheet('shared')).toEqual(['body{margin:0}.x.sv-kit{left:0}']);
    for (const [file, html] of site.pages)
      if (!file.startsWith('classroom/'))
        expect(html).toMatch(
          /^<head><link rel="stylesheet" href="\/som\/_astro\/shared\.[\w-]{8}\.css">/,
        );
  });

  test('what only a script will draw is a sheet that waits, on the pages with that script', () => {
    expect(sheet('later')).toContain('.y.sv-late{left:1px}');
    expect(page('b')).toMatch(/<link rel="stylesheet" href="[^"]*later\.[\w-]{8}\.css" disabled>/);
    expect(page('c')).not.toContain('disabled');
  });

  test('so are states of a part that the page does not show yet, after the part itself', () => {
    expect(sheet('later')).toContain('.late.sv-bars{left:8px}');
    expect(page('g')).toMatch(
      /<style>\.bar\.sv-bars\{left:7px\}<\/style><link rel="stylesheet" href="[^"]*later\.[\w-]{8}\.css" disabled>/,
    );
  });

  test('a page that brings its styles itself carries what it shows at once; the shared sheet, and what an experiment fetched on demand needs, come with that', () => {
    const html = site.pages.get('classroom/one/index.html') ?? '';
    expect(html).toMatch(
      /<link rel="late" href="[^"]*shared\.[\w-]{8}\.css"><style>body\{margin:0\}\.deck\.sv-deck\{left:9px\}:where\(\.class-room\[data-contrast\]\) \.deck\.sv-deck\{top:0\}<\/style>/,
    );
    const sheets = (mark: RegExp) =>
      [...html.matchAll(/<link rel="\w+" href="\/som\/_astro\/([^"]+)"[^>]*>/g)]
        .filter(([tag]) => mark.test(tag))
        .map(([, file = '']) => site.sheets.get(file));
    expect(sheets(/disabled/)).toEqual(['.asked.sv-asked{left:10px}']);
    expect(sheets(/rel="late"/)).toEqual([
      'body{margin:0}.x.sv-kit{left:0}',
      '.y.sv-late{left:1px}',
    ]);
  });

  test('the rest stays with its page, in one piece; what can match nothing is gone, and what only the wall of a class can show', () => {
    expect(page('c')).toContain('<style>.only{left:3px}</style>');
    expect(page('a')).not.toContain('<style>');
    expect(site.pages.get('index.html')).toContain('<style>.home{left:6px}</style>');
    expect([...site.pages.values(), ...site.sheets.values()].join('')).not.toContain('sv-gone');
  });
});

test('rules for the wall are told from those that only mention it', () => {
  const only = (css: string) => onlyProjecting({ css });
  expect(only('.widget.projecting .w-part{height:1px}')).toBe(true);
  expect(only('.projecting :is(.a,.b),.x.projecting{height:1px}')).toBe(true);
  expect(only('.widget,.projecting .w-part{height:1px}')).toBe(false);
});
