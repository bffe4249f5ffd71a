import { expect, test } from 'vitest';
import { syllabusSchema } from '../../src/schemas/syllabus.ts';

const list = ['一句话。'];
const course = {
  title: '课',
  english: 'Course',
  status: '必修。',
  object: '服务。',
  aims: list,
  prerequisites: list,
  requirements: list,
  pedagogy: list,
  keyPoints: list,
};
const chapter = { number: 8, slug: 'queueing', title: '排队', english: 'Queues', summary: '等。' };
const item = { id: 'S75', title: '八成', statement: '经验说法。', chapters: ['queueing'] };
const messages = (change: object) =>
  syllabusSchema
    .safeParse({ course, chapters: [chapter], items: [item], ...change })
    .error?.issues.map((issue) => issue.message)
    .join('\n');

test('完整的大纲通过，全书条目可以不归章', () => {
  expect(messages({})).toBeUndefined();
  expect(messages({ items: [{ ...item, chapters: [], wholeCourse: true }] })).toBeUndefined();
});

test.each<[string, object, RegExp]>([
  ['条目编号写错', { items: [{ ...item, id: '75' }] }, /如 S75/],
  ['条目没有归章', { items: [{ ...item, chapters: [] }] }, /wholeCourse: true/],
  ['章号不是整数', { chapters: [{ ...chapter, number: '8' }] }, /必须是整数/],
  ['拼错的字段', { items: [{ ...item, chapter: 'queueing' }] }, /不认识的字段 chapter/],
  ['少了教学目的', { course: { ...course, aims: [] } }, /教学目的 aims至少要有一项/],
])('%s：错误信息说明补救办法', (_, change, wanted) => {
  expect(messages(change)).toMatch(wanted);
});
