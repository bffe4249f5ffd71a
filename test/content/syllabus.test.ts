import { join } from 'node:path';
import { expect, test } from 'vitest';
import { syllabusSchema } from '../../src/schemas/syllabus.ts';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import { readYaml } from './read-yaml.ts';
import * as rules from './rules/syllabus.ts';

const file = 'content/syllabus.yaml';
const parsed = syllabusSchema.safeParse(readYaml(file));

test('大纲符合格式', () => {
  const problems = parsed.error?.issues.map((i) => `${file} › ${i.path.join(' › ')}: ${i.message}`);
  expect(problems ?? []).toEqual([]);
});

const { chapters, items } = syllabusSchema.parse(readYaml(file));

test('十章按 1 到 10 排列，编号不重复', () => {
  expect(chapters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(new Set(chapters.map(({ slug }) => slug)).size, `${file}: 章编号重复`).toBe(10);
});

test('条目 S01 到 S107 一条不缺、依次排列', () => {
  const wanted = Array.from({ length: 107 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`);
  expect(
    items.map(({ id }) => id),
    `${file}: 请补上缺的或删去多的条目`,
  ).toEqual(wanted);
});

test('条目归到的章都存在，且不重复', () => {
  const slugs = new Set(chapters.map(({ slug }) => slug));
  const wrong = items.filter(
    (item) =>
      item.chapters.some((slug) => !slugs.has(slug)) ||
      new Set(item.chapters).size !== item.chapters.length,
  );
  expect(wrong.map(({ id }) => `${file} › ${id}: 请把 chapters 改成已有的章编号`)).toEqual([]);
});

test('每一章都有要讲的条目', () => {
  const idle = chapters.filter(({ slug }) => !items.some((item) => item.chapters.includes(slug)));
  expect(idle.map(({ slug }) => `${file}: ${slug} 没有条目`)).toEqual([]);
});

const course = readCourse(join(import.meta.dirname, '../..'));
const first = `${chapter}/01-first-oven.mdx`;

test.each(Object.entries(rules))('课程守着这条规则：%s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const says = (rule: keyof typeof rules, changes: Parameters<typeof courseWith>[0]) =>
  rules[rule](courseWith(changes)).join('\n');

test('写成的章有条目没人讲，说出是哪一条、补在哪里', () => {
  expect(says('itemsTaught', { [first]: ['syllabus: [S01]\n', ''] })).toBe(
    `${chapter}：大纲条目 S01（炉次）归这一章，却没有小节讲，在讲到它的那一节 front matter 里写 syllabus: [S01]`,
  );
});

test('只有章首、还没有小节的章，不催', () => {
  const opening = { [first]: null, [`${chapter}/02-discount.mdx`]: null };
  expect(says('itemsTaught', opening)).toBe('');
});

test('小节声明了没有的、别章的条目，说出文件、行和办法', () => {
  expect(says('itemsDeclared', { [first]: ['[S01]', '[S01, S99]'] })).toBe(
    `${first}:8：大纲里没有条目 S99，对照 content/syllabus.yaml 改正`,
  );
  expect(
    says('itemsDeclared', { 'content/syllabus.yaml': ['chapters: [bakery]', 'chapters: [dairy]'] }),
  ).toBe(
    `${first}:8：大纲条目 S01（炉次）归 dairy，不归 bakery，从这一节的 syllabus 删去它，或在 content/syllabus.yaml 这一条的 chapters 里加上 bakery`,
  );
  expect(says('itemsDeclared', { [first]: ['[S01]', '[S01, S01]'] })).toMatch('S01 写了两遍');
});
