import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/wording.ts';

const course = readCourse(join(import.meta.dirname, '../..'));

test('the glossary rules out synonyms', () => {
  const names = Object.values(course.glossary).flatMap(
    (entry) => (entry as { instead_of?: string[] }).instead_of ?? [],
  );
  expect(names.length).toBeGreaterThan(10);
});

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

describe('a name the glossary rules out', () => {
  const glossary = `batch:
  zh: 炉次
  en: batch
  chapter: bakery
  definition: 同时进炉的一批。
  aliases: [炉批]
  instead_of: [炉批, Ofen 法]
plan:
  zh: 炉批表
  en: plan
  chapter: bakery
  aliases: [炉批单]
  definition: 一天的安排。
`;
  const says = (changes: Parameters<typeof courseWith>[0]) =>
    rules.ruledOut(courseWith({ 'content/glossary.yaml': glossary, ...changes }));
  const second = `${chapter}/02-discount.mdx`;
  const body = '八点以后打七折。';
  const remedy = (name: string) =>
    `“${name}”在这门课里叫“炉次”（术语表 batch），改成它；说的不是这个意思，就换一个不会看混的词`;

  test('is named with file, line and remedy in the text of a section', () => {
    expect(says({ [second]: [body, '第二个炉批打七折。'] })).toEqual([
      `${second}:10：${remedy('炉批')}`,
    ]);
  });

  test.each([
    ['a quiz item', 'content/quizzes/bakery.yaml', 'one: { objective: 一个炉批几点出 }\n'],
    ['an experiment', 'src/widgets/oven/Oven.svelte', '<p>炉批</p>\n'],
    ['a page', 'src/pages/glossary.astro', '<p>炉批</p>\n'],
    ['a doc comment of a calculation', 'src/calc/oven.ts', '/** 一个炉批多久。 */\n'],
    ['a syllabus item', 'content/syllabus.yaml', 'items: [{ title: 炉批 }]\n'],
  ])('is named in %s', (_what, file, text) => {
    expect(says({ [file]: text })).toEqual([`${file}:1：${remedy('炉批')}`]);
  });

  test('is let be inside the name of another term, and in lists of aliases', () => {
    expect(says({ [second]: [body, '看炉批表。'] })).toEqual([]);
  });

  test('is let be in foreign text, but not amid Chinese', () => {
    const foreign = (text: string) => says({ [second]: [body, text] });
    const withName = { 'content/glossary.yaml': glossary.replace('Ofen 法', 'Ofen') };
    const latin = (text: string) => says({ ...withName, [second]: [body, text] });
    expect(latin('<span lang="en">Ofen rule</span>，又见（Ofen，1961）。')).toEqual([]);
    expect(latin('用 Ofen 法来排。')).toEqual([`${second}:10：${remedy('Ofen')}`]);
    expect(foreign('用 Ofen 法来排。')).toEqual([`${second}:10：${remedy('Ofen 法')}`]);
  });
});
