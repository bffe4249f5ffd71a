import { expect, test } from 'vitest';
import { scopeName } from '../../src/build/scope-names.ts';

const named = (filename: string, hashed: string) =>
  scopeName({ hash: () => hashed, css: '', name: '', filename });

test('a scope is short, and the same file keeps it in the browser build and the server build', () => {
  expect(named('src/A.svelte', 'abc17aszjw')).toBe('sv-szjw');
  expect(named('src/A.svelte', 'abc17aszjw')).toBe('sv-szjw');
});

test('two files whose scopes are equal stop the build, both named', () => {
  named('src/B.svelte', 'xx0001');
  expect(() => named('src/C.svelte', 'yy0001')).toThrow(/src\/C\.svelte.*src\/B\.svelte/);
});
