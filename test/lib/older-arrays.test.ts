import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** 先拿掉，再让补丁补上；用完放回去，不影响别的测试。 */
const typed = Object.getPrototypeOf(Int8Array.prototype) as object;
const names = ['toSorted', 'toReversed', 'toSpliced', 'with'];
const kept = [Array.prototype, typed].map(
  (prototype) =>
    [
      prototype,
      names.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const),
    ] as const,
);

beforeAll(async () => {
  for (const [prototype] of kept) for (const name of names) Reflect.deleteProperty(prototype, name);
  await import('../../src/lib/older-arrays.ts');
});
afterAll(() => {
  for (const [prototype, properties] of kept)
    for (const [name, property] of properties)
      if (property) Object.defineProperty(prototype, name, property);
});

test('sorting and reversing a copy leaves the array as it was', () => {
  const numbers = [3, 1, 2];
  expect(numbers.toSorted()).toEqual([1, 2, 3]);
  expect(numbers.toSorted((a, b) => b - a)).toEqual([3, 2, 1]);
  expect(numbers.toReversed()).toEqual([2, 1, 3]);
  expect(numbers).toEqual([3, 1, 2]);
});

test('the default order is by text for arrays and by size for typed arrays', () => {
  expect([10, 9].toSorted()).toEqual([10, 9]);
  expect(Float64Array.of(10, 9).toSorted()).toEqual(Float64Array.of(9, 10));
});

test('replacing in a copy counts back from the end and refuses what lies outside', () => {
  expect(['a', 'b'].with(-1, 'c')).toEqual(['a', 'c']);
  expect(Float64Array.of(1, 2).with(0, 5)).toEqual(Float64Array.of(5, 2));
  expect(() => ['a'].with(1, 'b')).toThrow(RangeError);
  expect(() => ['a'].with(-2, 'b')).toThrow(RangeError);
});

test('cutting out of a copy leaves the array as it was', () => {
  const letters = ['a', 'b', 'c'];
  expect(letters.toSpliced(1, 1, 'x', 'y')).toEqual(['a', 'x', 'y', 'c']);
  expect(letters).toEqual(['a', 'b', 'c']);
});

test('what is added does not show up when an array is walked by name', () => {
  const seen = [];
  for (const name in ['a']) seen.push(name);
  expect(seen).toEqual(['0']);
});

test('every worker begins with it: a worker does not share what the page has made good', () => {
  const root = join(import.meta.dirname, '../..');
  const workers = globSync('src/**/*.ts', { cwd: root }).filter((file) =>
    /^import \{ answer \} from '.*\/off-thread\.ts';$/m.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(workers.length).toBeGreaterThan(0);
  for (const file of workers)
    expect(
      /^import\b.*$/m.exec(readFileSync(join(root, file), 'utf8'))?.[0],
      `${file} 的头一个引用应是 lib/older-arrays.ts，旧浏览器里才有 toSorted 等四个方法`,
    ).toMatch(/^import '(?:\.\.\/)+lib\/older-arrays\.ts';$/);
});
