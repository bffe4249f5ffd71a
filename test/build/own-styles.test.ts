import { expect, test } from 'vitest';
import { ownStyles, scopesIn } from '../../src/build/own-styles.ts';

const used = scopesIn('<div class="svelte-mine1 x" data-astro-cid-page1></div>');

test.each([
  ['.a.svelte-mine1{color:red}', '.a.svelte-mine1{color:red}'],
  ['.a.svelte-other{color:red}', ''],
  ['.a[data-astro-cid-page1] .b{color:red}', '.a[data-astro-cid-page1] .b{color:red}'],
  ['.a[data-astro-cid-page2]{color:red}', ''],
  ['.a.svelte-mine1 .b.svelte-other{color:red}', ''],
  ['.a.svelte-mine1,.b.svelte-other{color:red}', '.a.svelte-mine1{color:red}'],
  ['@media print{.a.svelte-other{color:red}}', ''],
  ['@keyframes svelte-other-turn{to{left:0}}', ''],
  ['@keyframes svelte-mine1-turn{to{left:0}}', '@keyframes svelte-mine1-turn{to{left:0}}'],
  ['.everywhere{color:red}', '.everywhere{color:red}'],
  ['@font-face{font-family:x}', '@font-face{font-family:x}'],
])('%s keeps what this page can show', (css, own) => expect(ownStyles(css, used)).toBe(own));
