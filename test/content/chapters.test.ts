import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/chapters.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const index = `${chapter}/index.mdx`;
const first = `${chapter}/01-first-oven.mdx`;
const second = `${chapter}/02-discount.mdx`;

test('there is a course to check', () => expect(course.pages.length).toBeGreaterThan(8));

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const says = (rule: keyof typeof rules, changes: Parameters<typeof courseWith>[0]) =>
  rules[rule](courseWith(changes)).join('\n');

test('a front matter that is not YAML is named by line', () => {
  expect(says('readable', { [second]: ['minutes: 8', 'minutes: [8'] })).toMatch(
    `${second}:7：YAML 读不懂`,
  );
  expect(says('readable', { [second]: '八点以后打七折。\n' })).toMatch('缺少 front matter');
  expect(says('readable', { 'content/glossary.yaml': '- 炉次\n' })).toMatch('要写成“字段: 内容”');
});

test('unknown, missing and wrong fields are named with line and remedy', () => {
  expect(says('frontMatter', { [first]: ['minutes:', 'minuts:'] })).toMatch(
    new RegExp(`${first}:6：不认识的字段 minuts，改正拼写或删去；可用的字段是 .*minutes`),
  );
  expect(says('frontMatter', { [first]: ['minutes: 8\n', ''] })).toMatch(
    'minutes 没有写。大约读几',
  );
  expect(says('frontMatter', { [index]: ['bloom: apply', 'bloom: 应用'] })).toMatch(
    `${index}:6：objectives › 1 › bloom`,
  );
});

test('gaps, repeats and strays in the numbering are named with the right name', () => {
  const text = '---\n---\n';
  expect(says('numbering', { [second]: null, [`${chapter}/03-discount.mdx`]: text })).toMatch(
    '按次序它应当叫 02-discount.mdx',
  );
  expect(says('numbering', { [`${chapter}/02-again.mdx`]: text })).toMatch('03-discount.mdx');
  expect(says('numbering', { [`${chapter}/03-discount.mdx`]: text })).toMatch('已有名叫 discount');
  expect(says('numbering', { [`${chapter}/intro.mdx`]: text })).toMatch('要以编号开头');
  expect(says('numbering', { 'content/syllabus.yaml': ['number: 2', 'number: 3'] })).toMatch(
    '请把目录改名为 03-bakery',
  );
  expect(says('numbering', { [index]: null })).toMatch('缺少 index.mdx');
});

test('an opening without a word is named', () => {
  expect(says('openings', { [index]: ['店里的第一炉在六点。\n', ''] })).toBe(
    `${index}：章首没有正文，从一个具体的场景写起，两三段`,
  );
  expect(says('openings', { [second]: ['八点以后打七折。', ''] })).toBe(
    `${second}：这一节没有正文，从一个具体的场景写起`,
  );
});

test('an objective nobody teaches, nothing checks or nobody declared is named', () => {
  expect(says('objectives', { [first]: [', plan-oven', ''] })).toBe(
    `${index}:10：学习目标 plan-oven 没有小节教，在某节的 objectives 里写上它`,
  );
  expect(says('objectives', { 'content/quizzes/bakery.yaml': null })).toMatch(
    `${index}:13：学习目标 judge-discount 没有题目考，在 content/quizzes/bakery.yaml 里出一题`,
  );
  expect(says('objectives', { [first]: ['plan-oven', 'plan-ovens'] })).toMatch(
    `${first}:7：学习目标 plan-ovens 不在本章 index.mdx 里，可写的是 see-demand、plan-oven`,
  );
  expect(says('objectives', { [index]: ['plan-oven', 'see-demand'] })).toMatch('写了两遍');
});
