import { expect, test } from 'vitest';
import { contentOf, isQuestion } from '../../../src/components/search/question.ts';

test.each([
  ['怎么算平均等待时间', '平均等待时间'],
  ['为什么窗口够用还要排队？', '窗口够用 排队'],
  ['利用率是什么', '利用率'],
  ['什么叫做峰终定律呢', '峰终定律'],
  ['如何计算 Erlang C', 'Erlang C'],
  ['排队论', '排队论'],
  ['为什么', ''],
])('of “%s” the words to look for are “%s”', (query, content) => {
  expect(contentOf(query)).toBe(content);
});

test('asking, or more than a word can hold, makes a question', () => {
  for (const query of ['怎么排队', '窗口够用还要排队吗', '一条队伍和好几条队伍相比'])
    expect(isQuestion(query), query).toBe(true);
  for (const query of ['排队论', '量子计算', '配席 爱尔朗', 'M/M/1'])
    expect(isQuestion(query), query).toBe(false);
});
