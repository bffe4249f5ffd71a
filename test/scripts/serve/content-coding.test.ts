import { expect, test } from 'vitest';
import { chooseCoding } from '../../../src/scripts/serve/content-coding.ts';

test.each([
  // 浏览器在 https 与本机、在局域网 http 各自发的
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  [undefined, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['deflate', 'identity'],
  // 权重
  ['br;q=0.1, gzip;q=1', 'gzip'],
  ['br;q=0.5, gzip;q=0.5', 'br'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['br;q=0.2, identity', 'identity'],
  ['identity;q=0.5, gzip;q=0.4', 'identity'],
  ['BR ; Q=1', 'br'],
  ['x-gzip', 'gzip'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['gzip;q=1.0, *;q=0', 'gzip'],
  // 一种都不收
  ['identity;q=0', null],
  ['*;q=0', null],
  ['identity;q=0, br', 'br'],
  // 写坏的
  ['br;q=abc', 'identity'],
  ['br;q=9', 'identity'],
  [',,;;=,', 'identity'],
  [';q=1', 'identity'],
])('Accept-Encoding %j gets %j', (header, coding) => {
  expect(chooseCoding(header, ['br', 'gzip'])).toBe(coding);
});

test('what is not ready is not promised', () => {
  expect(chooseCoding('br', [])).toBe('identity');
  expect(chooseCoding('br, gzip', ['gzip'])).toBe('gzip');
  expect(chooseCoding('br, identity;q=0', ['gzip'])).toBeNull();
});
