/** 读不懂的另存：一份不少，也不重复；存不下就说存不下。 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asideOf, dropAside, setAside } from '../../src/lib/set-aside.ts';

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('each text is kept once and found again', () => {
  expect(setAside('quiz', '{"half')).toBe(true);
  expect(setAside('quiz', '{"half')).toBe(true);
  expect(setAside('quiz', '{"other')).toBe(true);
  expect(asideOf('quiz')).toEqual(['{"half', '{"other']);
  expect(asideOf('runs:a')).toEqual([]);
});

test('when there is no room it says so, and nothing kept earlier is pushed out', () => {
  const texts = ['a', 'b', 'c', 'd', 'e'];
  for (const text of texts) expect(setAside('quiz', text)).toBe(true);
  expect(setAside('quiz', 'f')).toBe(false);
  expect(asideOf('quiz')).toEqual(texts);
});

test('a full or denied storage says so', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(setAside('quiz', 'a')).toBe(false);
});

test('only the reader has it removed', () => {
  setAside('quiz', 'a');
  setAside('runs:a', 'b');
  dropAside('quiz');
  expect(asideOf('quiz')).toEqual([]);
  expect(asideOf('runs:a')).toEqual(['b']);
});
