import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { punctuationSlips } from '../../src/lib/chinese-punctuation.ts';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import { BLANK, mdxText } from './mdx-text.ts';
import * as rules from './rules/sections.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const first = `${chapter}/01-first-oven.mdx`;
const second = `${chapter}/02-discount.mdx`;

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const says = (rule: keyof typeof rules, changes: Parameters<typeof courseWith>[0]) =>
  rules[rule](courseWith(changes)).join('\n');
const body = '八点以后打七折。';

test('a dangling or repeated term is named with file and line', () => {
  expect(says('terms', { [first]: ['id="batch"', 'id="batches"'] })).toBe(
    `${first}:15：术语 batches 不在 content/glossary.yaml 里，改正 <Term id="…"> 或补上这一条`,
  );
  expect(says('terms', { [first]: ['2.2 节', '<Term id="batch">炉</Term>'] })).toMatch(
    `${first}:25：术语 batch 在这一节标了两次`,
  );
  expect(says('terms', { [second]: [body, '`<Term id="x">`是写法。'] })).toBe('');
});

test('cited and listed sources have to be the same', () => {
  expect(says('citations', { [first]: ['<Cite id="baker-1990" />', ''] })).toBe(
    `${first}:10：资料 baker-1990 列了却没有引，在用到它的句子后面写 <Cite id="baker-1990" /> 或从 sources 删去`,
  );
  expect(says('citations', { [first]: ['sources: [baker-1990]\n', ''] })).toMatch(
    `${first}:14：引了 baker-1990，front matter 的 sources 里却没有`,
  );
  expect(says('citations', { [first]: [': [baker-1990]', ': [nobody-2000]'] })).toMatch(
    '资料 nobody-2000 不在 content/references.yaml 里',
  );
  expect(says('citations', { [first]: ['Cite id="baker-1990"', 'Cite id="baker"'] })).toMatch(
    `${first}:15：资料 baker 不在`,
  );
});

test('figures have one id each and references stay in their section', () => {
  expect(says('figures', { [first]: ['FigureRef id="day"', 'FigureRef id="night"'] })).toMatch(
    `${first}:25：这一节没有编号为 night 的图`,
  );
  expect(
    says('figures', { [second]: [body, '<Figure id="day" caption="又一天">画</Figure>'] }),
  ).toBe(`${second}:10：图的编号 day 用过了，全书不能重复，请换一个`);
});

test('components and widgets exist, are imported, placed and listed', () => {
  expect(says('components', { [second]: [body, '<Calllout>注意</Calllout>'] })).toMatch(
    `${second}:10：没有 <Calllout> 这个部件`,
  );
  expect(says('components', { 'src/widgets/oven/Oven.svelte': null })).toMatch(
    `${first}:13：没有 ~/widgets/oven/Oven.svelte 这个文件`,
  );
  expect(says('components', { [first]: ['<Oven client:reached />', ''] })).toMatch(
    '导入了 Oven 却没有放进正文',
  );
  expect(says('widgets', { [first]: ['widgets: [oven]\n', ''] })).toMatch(
    `${first}:12：用了实验 oven，请在 front matter 的 widgets 里写上它`,
  );
  expect(says('widgets', { [second]: ['minutes', 'widgets: [oven]\nminutes'] })).toMatch(
    `${second}:6：实验 oven 写在 widgets 里却没有导入`,
  );
  expect(says('widgets', { [first]: ['[oven]', '[kiln]'] })).toMatch('实验 kiln 不存在');
});

test('research marks and typing slips are named where they stand', () => {
  expect(says('researchMarks', { [second]: [body, `${body}◇`] })).toMatch(
    `${second}:10：研究记号 ◇ 会被读者看见`,
  );
  expect(says('punctuation', { [second]: [body, '八点,打折。'] })).toBe(
    `${second}:10：“八点,打折。”：中文里的半角标点 , 请换成全角 ，`,
  );
  expect(says('punctuation', { [first]: ['caption="一天"', 'caption=\'说是"一天"\''] })).toMatch(
    `${first}:19：“说是"一天"”：中文里的直引号`,
  );
  expect(says('punctuation', { [second]: ['title: 打折', 'title: 打折(旧)'] })).toMatch(
    `${second}:2：`,
  );
});

describe('punctuation', () => {
  test.each([
    ['甲,乙', 1],
    ['甲, 乙', 1],
    ['甲.', 1],
    ['甲;乙:丙?丁!', 4],
    ['甲(乙)丙', 2],
    ['甲 (A) 乙', 1],
    ['甲"乙"', 2],
    ["他说'好'", 2],
    ['甲 乙', 1],
    ['（甲）,乙', 1],
    ['甲：“乙”（丙）。', 0],
    ['等于 ρ/(1 − ρ) 倍，0.5 分钟，12:30 到', 0],
    ['Little’s law（利特尔）, L = λW', 1],
    ['打开 model.ts 文件', 0],
    ['M/M/c 的 f(x) 与 Erlang, A. K.', 0],
  ])('%s has %i slips', (text, count) => {
    expect(punctuationSlips(text).map(({ advice }) => advice)).toHaveLength(count);
  });
});

test('only what a reader sees counts as prose, and positions stay', () => {
  const source = `---
title: 甲,乙
---

import X from './x';

export const names = ['可见'];

见 $a,b$ 与 \`甲,乙\` {/* 注,释 */}{f(\`图 \${g('里')} 外\`)}[链接](/甲,乙/)<X title="题名" n={1} />

\`\`\`
甲,乙
\`\`\`
`;
  const { prose, markup } = mdxText(source);
  expect([prose.length, markup.length]).toEqual([source.length, source.length]);
  const words = prose.split(new RegExp(`[${BLANK}\\n]+`)).map((word) => word.trim());
  expect(words.filter(Boolean)).toEqual([
    './x',
    '可见',
    '见',
    '与',
    '图',
    '里',
    '外',
    '[链接',
    '题名',
  ]);
  expect(markup).toContain('<X title="题名" n={1} />');
  expect(markup).not.toContain('注,释');
});
