import { expect, test } from 'vitest';
import { termSchema } from '../../src/schemas/glossary.ts';
import { syllabusSchema } from '../../src/schemas/syllabus.ts';
import { kebab, readMap, readYaml, schemaProblems } from './read-yaml.ts';

const file = 'content/glossary.yaml';
const terms = readMap(file).map(([id, value]) => ({ id, ...termSchema.parse(value) }));

test('每条术语都符合格式', () => {
  expect(schemaProblems(file, termSchema)).toEqual([]);
});

test('术语编号都是小写短横线写法', () => {
  const wrong = terms.filter(({ id }) => !kebab.test(id)).map(({ id }) => `${file} › ${id}`);
  expect(wrong, '请把编号改成 little-law 这样的写法').toEqual([]);
});

test('术语所属的章都在大纲里', () => {
  const { chapters } = syllabusSchema.parse(readYaml('content/syllabus.yaml'));
  const slugs = new Set(chapters.map(({ slug }) => slug));
  const wrong = terms.filter(({ chapter }) => !slugs.has(chapter));
  expect(
    wrong.map(({ id, chapter }) => `${file} › ${id}: 没有 ${chapter} 这一章，请改成大纲里的章编号`),
  ).toEqual([]);
});

test('定义是一句话：不绕回自己，不用“指的是”，长短相近', () => {
  const faults = ({ zh, definition }: (typeof terms)[number]) => [
    ...(definition.includes(zh) ? ['定义里又用了它自己的名字，换个说法'] : []),
    ...(/[。；：！？].*。$/u.test(definition) ? ['不止一句，合成一句'] : []),
    ...(/指的是|是指|就是|即是|所谓|我们|你/u.test(definition)
      ? ['直接说它是什么，不用“指的是”“就是”，也不用“我们”“你”']
      : []),
    ...(definition.length < 10 || definition.length > 52 ? ['太短或太长，写 10 到 52 个字'] : []),
  ];
  const wrong = terms.flatMap((term) =>
    faults(term).map((fault) => `${file} › ${term.id}: ${fault}（${term.definition}）`),
  );
  expect(wrong).toEqual([]);
});

test('一个说法只指一个术语', () => {
  const owner = new Map<string, string>();
  const clashes = terms.flatMap(({ id, zh, en, aliases = [] }) =>
    [...new Set([zh, en, ...aliases].map((name) => name.toLowerCase()))].flatMap((name) => {
      const first = owner.get(name);
      owner.set(name, first ?? id);
      return first === undefined ? [] : [`${file} › ${id}: “${name}”已属于 ${first}，请删去一处`];
    }),
  );
  expect(clashes).toEqual([]);
});

test('一个术语不用的说法，别的术语也不叫它', () => {
  const wrong = terms.flatMap(({ id, instead_of: names = [] }) =>
    names.flatMap((name) =>
      terms
        .filter(({ id: other, zh, aliases = [] }) =>
          other === id ? zh === name : [zh, ...aliases].includes(name),
        )
        .map(
          ({ id: other }) =>
            `${file} › ${id}: “${name}”不能列进 instead_of，${other} 正叫这个；改其中一处`,
        ),
    ),
  );
  expect(wrong).toEqual([]);
});
