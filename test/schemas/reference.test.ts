import { expect, test } from 'vitest';
import { referenceSchema, referenceTypes } from '../../src/schemas/reference.ts';

const good = {
  type: 'article',
  authors: ['Larson, Richard C.'],
  title: 'Perspectives on queues',
  container: 'Operations Research',
  year: 1987,
  language: 'en',
  supports: ['排队的公平。'],
};
const messages = (value: unknown) =>
  referenceSchema.safeParse(value).error?.issues.map((issue) => issue.message);

test('完整的来源通过，没有署名写空列', () => {
  expect(messages(good)).toBeUndefined();
  expect(messages({ ...good, authors: [] })).toBeUndefined();
});

test('每一类文献都有缺了就报错的项目', () => {
  for (const type of referenceTypes) {
    const bare = { type, authors: [], title: '题', language: 'zh', supports: ['事。'] };
    expect(messages(bare)?.[0], type).toMatch(/类来源缺少 .*请补上/);
  }
});

test.each<[string, object, RegExp]>([
  ['类型拼错', { type: 'paper' }, /只能是 article、/],
  ['支持的事实为空', { supports: [] }, /至少要有一项/],
  ['卷号没加引号', { volume: 35 }, /请加引号/],
  ['年份加了引号', { year: '1987' }, /不加引号/],
  ['日期写法不对', { date: '1991/7/15' }, /1991|2024-07-25/],
  ['网址缺协议', { url: 'example.org' }, /https:\/\//],
  ['拼错的字段', { journal: 'x' }, /不认识的字段 journal/],
])('%s：错误信息说明补救办法', (_, change, wanted) => {
  expect(messages({ ...good, ...change })?.join('\n')).toMatch(wanted);
});
