import { expect, test } from 'vitest';
import {
  boxed,
  fitsBox,
  mostBytes,
  sizeOf,
  tooBig,
  tooMuchPasted,
} from '../../src/lib/import-limits.ts';

test('sizes are said as people say them', () => {
  expect([999, 30_000, 400_000, 5_000_000, 25_000_000].map(sizeOf)).toEqual([
    '1 kB',
    '30 kB',
    '0.4 MB',
    '5 MB',
    '25 MB',
  ]);
});

test('what is too big is told its size, the limit and what to do', () => {
  expect(tooBig('名单.csv', 25_000_000)).toMatch(
    /“名单.csv”有 25 MB，这里最多读 5 MB.*另存一份.*粘贴/,
  );
  expect(tooMuchPasted(mostBytes + 1)).toMatch(/有 501 万字，这里最多读 500 万字.*只复制/);
});

test('the box takes a page of rows, not a file of them', () => {
  expect(fitsBox('1,2,3\n'.repeat(500))).toBe(true);
  expect(fitsBox('\n'.repeat(boxed.lines))).toBe(false);
  expect(fitsBox('x'.repeat(boxed.characters + 1))).toBe(false);
});
