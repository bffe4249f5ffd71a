import { expect, test } from 'vitest';
import { formatCitation } from '../../src/lib/citation.ts';
import { referenceSchema } from '../../src/schemas/reference.ts';
import { kebab, readMap, schemaProblems } from './read-yaml.ts';

const file = 'content/references.yaml';
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
