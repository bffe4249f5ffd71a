import { expect, test } from 'vitest';
import { syllabusSchema } from '../../src/schemas/syllabus.ts';
import { readYaml } from './read-yaml.ts';

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
