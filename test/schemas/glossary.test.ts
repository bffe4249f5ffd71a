import { expect, test } from 'vitest';
import { termSchema } from '../../src/schemas/glossary.ts';

const good = {
  zh: '利用率',
  en: 'utilization',
  chapter: 'queueing',
  definition: '忙的比例。',
  taught: 'queueing/why-queues-form',
};
const messages = (value: unknown) =>
  termSchema.safeParse(value).error?.issues.map((i) => i.message);

test('完整的术语通过，同义说法可以不写', () => {
  expect(messages(good)).toBeUndefined();
  expect(messages({ ...good, aliases: ['使用率'], instead_of: ['使用率'] })).toBeUndefined();
});

test.each<[string, object, RegExp]>([
  ['缺字段', { definition: undefined }, /^缺少定义 definition：用一句话/],
  ['冒号后面空着', { definition: null }, /^缺少定义 definition：用一句话/],
  ['空文字', { zh: ' ' }, /^中文名 zh是空的：/],
  ['忘了引号的数字', { en: 3 }, /请加引号/],
  ['定义没有句号', { definition: '忙的比例' }, /请补上句号/],
  ['章编号写成中文', { chapter: '排队' }, /只能用小写英文字母/],
  ['拼错的字段', { alias: ['x'] }, /不认识的字段 alias：.*aliases/],
  ['同义说法写成一段话', { aliases: '使用率' }, /必须是一列/],
  ['不用的说法写成一段话', { instead_of: '使用率' }, /不用的说法 instead_of必须是一列/],
  ['没说讲在哪一节', { taught: undefined }, /缺少讲它的一节 taught：写“章\/节”/],
  ['讲处只写了节', { taught: 'pooling' }, /要写成“章\/节”的英文编号/],
  ['先备写成一段话', { needs: 'arrival-rate' }, /先备术语 needs必须是一列/],
  ['对照写成空列', { contrasts: [] }, /对照术语 contrasts至少要有一项/],
  ['研究记号', { definition: '忙的比例 ◇。' }, /删去记号/],
])('%s：错误信息说明补救办法', (_, change, wanted) => {
  expect(messages({ ...good, ...change })?.join('\n')).toMatch(wanted);
});
