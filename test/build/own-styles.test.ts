import { expect, test } from 'vitest';
import { ownStyles, scopesIn } from '../../src/build/own-styles.ts';

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
])('%s keeps what this page can show', (css, own) => expect(ownStyles(css, used)).toBe(own));
