import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCitation } from '../../src/lib/citation.ts';
import { referenceSchema } from '../../src/schemas/reference.ts';
import { kebab, readMap, schemaProblems } from './read-yaml.ts';

const file = 'content/references.yaml';
const root = join(import.meta.dirname, '../..');
const references = readMap(file).map(([id, value]) => ({ id, ...referenceSchema.parse(value) }));

test('每条来源都符合格式，各类著录项目齐全', () => {
  expect(schemaProblems(file, referenceSchema)).toEqual([]);
});

test('来源编号都是小写短横线写法', () => {
  const wrong = references.filter(({ id }) => !kebab.test(id)).map(({ id }) => `${file} › ${id}`);
  expect(wrong, '请把编号改成 maister-1985 这样的写法').toEqual([]);
});

test('同一篇文献只登记一次', () => {
  const titles = references.map(({ title, number = '' }) => `${title}${number}`.toLowerCase());
  const twice = titles.filter((title, index) => titles.indexOf(title) !== index);
  expect(twice, `${file}: 题名重复，请合并成一条`).toEqual([]);
});

test('西文个人作者写成“姓, 名”', () => {
  // 机构名没有逗号，也不会是一两个词加缩写点。
  const wrong = references.flatMap(({ id, authors }) =>
    authors
      .filter((name) => !name.includes(',') && /\b[A-Z]\./.test(name))
      .map((n) => `${id}: ${n}`),
  );
  expect(wrong, `${file}: 请写成 Larson, Richard C.`).toEqual([]);
});

test('著录文字没有残缺的标点', () => {
  const odd = references
    .map((reference) => `${reference.id}: ${formatCitation(reference).text}`)
    .filter((text) => /undefined|, [,.:]|\.\.|: \.|\(\)|\/\/\.| {2}/.test(text));
  expect(odd, `${file}: 著录结果标点异常，请检查所列条目的字段`).toEqual([]);
});

/** 每个实验写给读者看的字：模型与画面。 */
const experiments = Map.groupBy(
  globSync('src/widgets/*/*.{ts,svelte}', { cwd: root }).map((path) => path.replaceAll('\\', '/')),
  (path) => path.split('/')[2] ?? '',
);
const bare = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, '');

test('实验里写了“谁（某年）”的，资料表里那一年的一条说它用在这个实验', () => {
  const wrong = [...experiments].flatMap(([id, paths]) => {
    const text = paths.map((path) => bare(readFileSync(join(root, path), 'utf8'))).join('\n');
    const years = new Set(
      [...text.matchAll(/[\p{L}]（(?:[^（）]*，)?((?:19|20)\d\d)）/gu)].map(([, year]) =>
        Number(year),
      ),
    );
    return [...years]
      .filter(
        (year) =>
          !references.some((each) => each.year === year && each.also_in?.includes(`widgets/${id}`)),
      )
      .map((year) => `${file}：src/widgets/${id} 说到 ${year} 年的一篇，给那一条补 also_in`);
  });
  expect(wrong).toEqual([]);
});

test('实验的图和表写了“来源：”的，资料表里有一条说它用在这个实验', () => {
  const wrong = [...experiments]
    .filter(([, paths]) =>
      paths.some((path) => bare(readFileSync(join(root, path), 'utf8')).includes('来源：')),
    )
    .filter(([id]) => !references.some(({ also_in }) => also_in?.includes(`widgets/${id}`)))
    .map(([id]) => `${file}：src/widgets/${id} 写了来源，给它出自的那一条补 also_in`);
  expect(wrong).toEqual([]);
});

test('also_in 写的实验与题目都有', () => {
  const places = new Set([
    ...[...experiments.keys()].map((id) => `widgets/${id}`),
    ...globSync('content/quizzes/*.yaml', { cwd: root }).flatMap((path) => {
      const chapter = /([a-z-]+)\.yaml$/.exec(path)?.[1] ?? '';
      return readMap(`content/quizzes/${chapter}.yaml`).map(([id]) => `quiz/${chapter}#${id}`);
    }),
  ]);
  const wrong = references.flatMap(({ id, also_in = [] }) =>
    also_in.filter((at) => !places.has(at)).map((at) => `${file} › ${id}: 没有 ${at}`),
  );
  expect(wrong).toEqual([]);
});

test('每条资料都用在哪里：一节、一章的小结、一个实验或一道题', () => {
  const text = globSync('content/chapters/*/*.mdx', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const idle = references
    .filter(
      ({ id, also_in }) => !also_in && !new RegExp(`^ *- ${id}$|[[ ,]${id}[\\],]`, 'm').test(text),
    )
    .map(({ id }) => `${file} › ${id}: 没有一处引用，删去，或者引用它的一节补进 sources`);
  expect(idle).toEqual([]);
});
