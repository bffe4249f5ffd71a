import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsSchema } from '../../src/schemas/paths.ts';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import { readYaml } from './read-yaml.ts';
import * as rules from './rules/graph.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const glossary = 'content/glossary.yaml';

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

test('the paths through the course are written as the schema asks', () => {
  expect(pathsSchema.safeParse(readYaml('content/paths.yaml')).error?.issues).toBeUndefined();
  expect(course.paths.length).toBeGreaterThanOrEqual(3);
});

const says = (rule: keyof typeof rules, changes: Parameters<typeof courseWith>[0]) =>
  rules[rule](courseWith(changes)).join('\n');

test('a term taught nowhere, or in a section that never mentions it, is named', () => {
  expect(says('termsTaught', { [glossary]: ['bakery/first-oven', 'bakery/no-oven'] })).toMatch(
    `${glossary} › batch：没有 bakery/no-oven 这一节`,
  );
  expect(says('termsTaught', { [glossary]: ['bakery/first-oven', 'bakery/discount'] })).toMatch(
    'batch：taught 写着 bakery/discount，那一节却没有提到“炉次”',
  );
});

test('relations to unknown terms, to oneself and written twice are named', () => {
  expect(says('relationsKnown', { [glossary]: ['[batch]', '[batches]'] })).toMatch(
    'markdown：没有术语 batches',
  );
  expect(says('relationsKnown', { [glossary]: ['[batch]', '[markdown]'] })).toMatch('写了它自己');
  expect(says('relationsKnown', { [glossary]: ['[batch]', '[batch, batch]'] })).toMatch('写了两遍');
  expect(
    says('relationsKnown', {
      [glossary]: `a: { zh: 甲, contrasts: [b] }\nb: { zh: 乙, contrasts: [a] }\n`,
    }),
  ).toMatch('与 b 的对照两条里都写了');
});

test('a circle of needs is spelled out', () => {
  expect(
    says('needsWithoutCircle', {
      [glossary]: `a: { needs: [b] }\nb: { needs: [c] }\nc: { needs: [b] }\n`,
    }),
  ).toBe(`${glossary} › b：needs 绕成了圈 b → c → b，请断开一处`);
});

test('a need taught later asks for a link forward', () => {
  const backwards = `batch: { zh: 炉次, taught: bakery/first-oven, needs: [markdown] }
markdown: { zh: 打折, taught: bakery/discount }
`;
  expect(says('needsBeforeUse', { [glossary]: backwards })).toMatch(
    'batch：讲在 bakery/first-oven，先备 markdown 却讲在后面的 bakery/discount',
  );
  expect(
    says('needsBeforeUse', {
      [glossary]: backwards,
      [`${chapter}/01-first-oven.mdx`]: ['早有人研究', '[打折](/chapters/bakery/discount/)是减价'],
    }),
  ).toBe('');
});

test('what hangs on nothing is named: term, section, experiment, source, question', () => {
  expect(says('noLonelyTerm', { [glossary]: [', needs: [batch]', ''] })).toMatch(
    'batch：与别的术语没有牵连',
  );
  expect(
    says('noLonelySection', {
      [glossary]: ['bakery/discount', 'bakery/first-oven'],
    }),
  ).toMatch(`${chapter}/02-discount.mdx：没有一条术语讲在或用在这一节`);
  const bank = 'content/quizzes/bakery.yaml';
  expect(says('noLonelySection', { [bank]: ['section: discount', 'section: oven'] })).toMatch(
    `${chapter}/02-discount.mdx：没有题目考这一节`,
  );
  expect(says('noLonelyQuestion', { [bank]: ['section: discount', 'section: oven'] })).toMatch(
    `${bank} › three：没有 oven 这一节`,
  );
  expect(
    says('noLonelyQuestion', { [bank]: ['section: discount', 'section: first-oven'] }),
  ).toMatch(`${bank} › three：first-oven 不教目标 judge-discount`);
  expect(
    says('noLonelyWidget', { 'src/widgets/kiln/model.ts': 'export const model = {};\n' }),
  ).toMatch('src/widgets/kiln：没有小节用这个实验');
  expect(
    says('noLonelySource', { 'content/references.yaml': 'baker-1990: {}\nnobody-2000: {}\n' }),
  ).toMatch('nobody-2000：没有哪一页引它');
});

test('a path that leads nowhere or in a circle is named', () => {
  const paths = 'content/paths.yaml';
  expect(says('pathsLead', { [paths]: ['bakery/discount', 'bakery/sale'] })).toMatch(
    'short：没有 bakery/sale 这一节',
  );
  expect(says('pathsLead', { [paths]: ['bakery/discount', 'bakery/first-oven'] })).toMatch(
    'bakery/first-oven 走了两遍',
  );
});
