import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse, tags } from './course.ts';
import * as rules from './rules/examples.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const second = `${chapter}/02-discount.mdx`;
const body = '八点以后打七折。';

test('there are examples with blanks to check', () => {
  const count = (name: string) => course.pages.flatMap((page) => tags(page, name)).length;
  expect(count('WorkedExample')).toBeGreaterThan(30);
  expect(count('Blank')).toBeGreaterThan(60);
});

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const says = (rule: keyof typeof rules, text: string) =>
  rules[rule](courseWith({ [second]: [body, text] })).join('\n');

const example = (prompt: string, solution = '打七折是 {0.7 * 10} 元。', fading = 'blank') =>
  `<WorkedExample title="打几折" fading="${fading}">\n\n${prompt}\n\n<Fragment slot="solution">\n\n${solution}\n\n</Fragment>\n</WorkedExample>`;
const blank = '打七折是 <Blank label="折后价" answer={price} unit="元" />。';

test('an example whose solution stands open is named with line and remedy', () => {
  expect(says('solutions', example(blank))).toBe('');
  expect(
    says('solutions', '<WorkedExample title="打几折">\n\n十元打七折是七元。\n\n</WorkedExample>'),
  ).toMatch(`${second}:10：例题没有折起来的解答`);
  expect(says('solutions', '<details open>\n\n七元。\n\n</details>')).toMatch(
    `${second}:10：正文里不写 <details>`,
  );
});

test.each([
  ['a line nobody can check', '打七折是 ____ 元。', '下划线填不了、批不了'],
  ['the same line escaped', '打七折是 \\_\\_\\_\\_ 元。', '下划线填不了、批不了'],
  ['an example without a blank', '打七折是几元？', '一个空格也没有'],
  ['a blank without a name', '打七折是 <Blank answer={price} />。', '空格没有名字'],
  ['a blank without an answer', '打七折是 <Blank label="折后价" />。', '空格没有答案'],
  ['an answer typed by hand', '是 <Blank label="折后价" answer={7.5} />。', '答案是手打的数'],
  [
    'a unit nobody reads',
    '是 <Blank label="折后价" answer={0.7 * 10} unit="吊" />。',
    '单位“吊”不认识',
  ],
])('%s is named', (_what, prompt, message) => {
  expect(says('blanks', example(blank))).toBe('');
  expect(says('blanks', example(prompt))).toMatch(message);
});

test('a blank outside the prompt of a half-finished example is named', () => {
  const misplaced = /<Blank> 只放在 <WorkedExample fading="blank"> 的题面里/;
  expect(says('blanks', blank)).toMatch(misplaced);
  expect(says('blanks', example(blank, blank))).toMatch(misplaced);
  expect(says('blanks', example(blank, '七元。', 'own'))).toMatch(misplaced);
});

test('a note for the teacher in the open is named', () => {
  const ask = (inside: string) =>
    `<Callout kind="ask" title="打几折？">\n\n${inside}\n\n</Callout>`;
  expect(says('teacherNotes', ask('教师提示：先让学生猜。'))).toMatch(
    `${second}:12：给教师的话学生会看见`,
  );
  expect(
    says('teacherNotes', ask('<Fragment slot="teacher">\n\n先让学生猜。\n\n</Fragment>')),
  ).toBe('');
});
