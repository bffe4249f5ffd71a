import { describe, expect, test } from 'vitest';
import { chapterShares } from '../../src/build/chapter-styles.ts';
import { atomsOf, keyOf } from '../../src/build/style-atoms.ts';

const shares = (pages: Record<string, string>, shortest = 0) =>
  chapterShares(
    new Map(Object.entries(pages).map(([file, css]) => [file, atomsOf(css)] as const)),
    shortest,
  );

describe('the sheet of a chapter', () => {
  test('holds what at least three of its sections need', () => {
    const { files, keys } = shares({ a: 'p{x:1}a{}', b: 'p{x:1}b{}', c: 'p{x:1}', d: 'a{}b{}' });
    expect(files).toEqual(['a', 'b', 'c']);
    expect([...keys]).toEqual([keyOf({ within: '', css: 'p{x:1}' })]);
  });

  test('is not made for two sections', () => {
    expect(shares({ a: 'p{x:1}', b: 'p{x:1}', c: 'q{}' })).toEqual({ files: [], keys: new Set() });
  });

  test('is not made for a few rules that weigh less than one more file', () => {
    const three = (css: string) => shares({ a: css, b: css, c: css }, 600).files;
    expect(three(`p{${'x:1;'.repeat(100)}}`)).toEqual([]);
    expect(three(`p{${'x:1;'.repeat(200)}}`)).toEqual(['a', 'b', 'c']);
  });

  test('is linked only where half of it is used, and keeps only what is then still shared', () => {
    const whole = 'p{left:1px;top:1px}q{left:2px;top:2px}r{left:3px;top:3px}';
    const { files, keys } = shares({ a: whole, b: whole, c: whole, d: 's{}r{left:3px;top:3px}' });
    expect(files).toEqual(['a', 'b', 'c']);
    expect(keys.size).toBe(3);
    expect(shares({ a: 'p{x:1}s{}', b: 'p{x:1}s{}', c: 'p{x:1}s{}', d: 's{}' }).files).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
