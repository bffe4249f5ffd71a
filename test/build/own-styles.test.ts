import { expect, test } from 'vitest';
import { ownAtoms, scopesIn, scopesReached } from '../../src/build/own-styles.ts';
import { atomsOf, sheetOf } from '../../src/build/style-atoms.ts';

const used = scopesIn('<div class="sv-mine1 x" data-astro-cid-page1></div>');

test.each([
  ['.a.sv-mine1{color:red}', '.a.sv-mine1{color:red}'],
  ['.a.sv-other{color:red}', ''],
  ['.a[data-astro-cid-page1] .b{color:red}', '.a[data-astro-cid-page1] .b{color:red}'],
  ['.a[data-astro-cid-page2]{color:red}', ''],
  ['.a.sv-mine1 .b.sv-other{color:red}', ''],
  ['.a.sv-mine1,.b.sv-other{color:red}', '.a.sv-mine1{color:red}'],
  ['@media print{.a.sv-other{color:red}}', ''],
  ['@keyframes sv-other-turn{to{left:0}}', ''],
  ['@keyframes sv-mine1-turn{to{left:0}}', '@keyframes sv-mine1-turn{to{left:0}}'],
  ['.everywhere{color:red}', '.everywhere{color:red}'],
  ['@font-face{font-family:x}', '@font-face{font-family:x}'],
])('%s keeps what this page can show', (css, own) =>
  expect(sheetOf(ownAtoms(atomsOf(css), used))).toBe(own),
);

test('two rules that come out the same on this page are one, in the place of the later', () => {
  const css = '.a.sv-mine1,.a.sv-other{color:red}.b{left:0}.a.sv-mine1{color:red}';
  expect(sheetOf(ownAtoms(atomsOf(css), used))).toBe('.b{left:0}.a.sv-mine1{color:red}');
});

test('what a page draws is found through the scripts its scripts ask for, however they call each other', () => {
  const scripts = new Map([
    ['a.js', 'import "./b.js"; const x = "sv-one"'],
    ['b.js', 'import("./a.js"); html(`<i class="sv-two">`)'],
    ['c.js', 'html(`<i class="sv-three">`)'],
  ]);
  expect(scopesReached('<script src="/_astro/a.js">', scripts)).toEqual(
    new Set(['sv-one', 'sv-two']),
  );
});
