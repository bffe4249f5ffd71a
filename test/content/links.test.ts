import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/links.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const second = `${chapter}/02-discount.mdx`;

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const linking = (text: string) => courseWith({ [second]: ['八点以后打七折。', text] });

test.each([
  ['[炉](/chapters/bakery/first-ovens/)', '通向不存在的页面，改正网址或先写好那一页'],
  ['[炉](/chapters/cakes/first-oven/)', '是不是 /chapters/bakery/first-oven/？'],
  ['[炉](/widgets/oven)', '是不是 /widgets/oven/？'],
  ['[炉](/glossary/#kiln)', '没有 kiln 这一条'],
  ['[炉](01-first-oven.mdx)', '要以 / 开头'],
  ['<a href="/quiz/cakes/">测验</a>', '通向不存在的页面'],
])('%s is reported: %s', (text, advice) => {
  const [problem, ...others] = rules.internalLinks(linking(text));
  expect(others).toEqual([]);
  expect(problem).toContain(`${second}:10：`);
  expect(problem).toContain(advice);
});

test.each([
  '[炉](/widgets/oven/?v=1&x=2)',
  '[题](/quiz/bakery/)[印](/print/bakery/)[章](/chapters/bakery/)',
  '[外](https://example.com/)[本页](#here)',
])('%s leads somewhere', (text) => expect(rules.internalLinks(linking(text))).toEqual([]));

test('a section number that does not exist is named', () => {
  expect(rules.sectionMentions(linking('见 2.1 节和 2.3 节。'))).toEqual([
    `${second}:10：没有 2.3 节，对照各节编号改正`,
  ]);
});

test('a widget that belongs to no section is named', () => {
  const model = 'src/widgets/oven/model.ts';
  expect(rules.widgetHomes(courseWith({ [model]: ["'first-oven'", "'last-oven'"] }))).toEqual([
    `${model}:2：没有 bakery 章 last-oven 节，“回到正文”会落空，请改正`,
  ]);
});
