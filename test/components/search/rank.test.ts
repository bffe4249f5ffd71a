import { expect, test } from 'vitest';
import type { PageInfo, PageKind } from '../../../src/components/search/index-format.ts';
import { postingsIn, rankPages } from '../../../src/components/search/rank.ts';

const page = (title: string, kind: PageKind): PageInfo => ({ path: '/', title, crumbs: '', kind });
const pages = [
  page('排队的计算模块', 'reference'),
  page('测验', 'quiz'),
  page('利用率悬崖', 'section'),
  page('单队还是多队', 'section'),
];
const order = (...wanted: [token: string, where: Record<number, number>][]) =>
  rankPages(
    pages,
    wanted.map(([token, where]) => ({
      token,
      postings: new Map(Object.entries(where).map(([number, impact]) => [Number(number), impact])),
    })),
  ).map((scored) => scored.page);

test('a section comes before the quiz and the handbook that say the word as often', () => {
  expect(order(['等待', { 0: 20, 1: 20, 2: 20 }])).toEqual([2, 1, 0]);
  expect(order(['等待', { 0: 20, 2: 6 }])).toEqual([2, 0]);
});

test('a word in the title outweighs one said over and over', () => {
  expect(order(['悬崖', { 2: 8, 3: 20 }])).toEqual([2, 3]);
});

test('the rarer of two words decides', () => {
  expect(order(['队列', { 1: 10, 2: 10, 3: 10 }], ['合并', { 3: 5 }], ['分开', { 2: 0 }])[0]).toBe(
    3,
  );
});

test('a page number that the list does not know is left out', () => {
  expect(order(['等待', { 2: 5, 99: 20 }])).toEqual([2]);
});

test('postings are read back by difference, and a beginning takes the strongest of its words', () => {
  const shard = { erlang: [1, 5, 2, 7], error: [3, 9], constructor: [0, 1] };
  expect([...postingsIn(shard, 'erlang')]).toEqual([
    [1, 5],
    [3, 7],
  ]);
  expect([...postingsIn(shard, 'er', true)]).toEqual([
    [1, 5],
    [3, 9],
  ]);
  expect(postingsIn(shard, 'er').size).toBe(0);
  expect(postingsIn({}, 'constructor').size).toBe(0);
});
