import { expect, test } from 'vitest';
import { pinyinInitials } from '../../src/lib/pinyin-initials.ts';

test.each([
  ['排队论', 'pdl'],
  ['利特尔法则', 'ltefz'],
  ['服务行业', 'fwhy'],
  ['行程', 'xc'],
  ['重心法', 'zxf'],
  ['重拨', 'cb'],
  ['排队长度', 'pdcd'],
])('%s 的首字母是 %s', (word, initials) => {
  expect(pinyinInitials(word)).toBe(initials);
});

test('字母数字保留，标点和空格去掉', () => {
  expect(pinyinInitials('M/M/c 模型')).toBe('mmcmx');
  expect(pinyinInitials('80% 法则')).toBe('80fz');
  expect(pinyinInitials('商品—服务连续谱')).toBe('spfwlxp');
  expect(pinyinInitials('')).toBe('');
});
