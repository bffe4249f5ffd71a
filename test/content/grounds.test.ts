import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/grounds.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const second = `${chapter}/02-discount.mdx`;
const body = '八点以后打七折。';
const slugs = ['bakery'];

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const waiting = `import { mmc } from '~/calc/queueing/mmc.ts';\n\n${body}`;
const printing = (text: string) => courseWith({ [second]: [body, text] });

test('a section that computes a number shows a formula or links to the function', () => {
  expect(rules.numbersHaveFormulas(printing(waiting), slugs)).toEqual([
    `${second}：用计算模块算了数，却没有一条公式，也没有通到 /calc/ 的链接；写出公式，或在数的旁边写上 [算法](/calc/领域/#函数)`,
  ]);
  for (const formula of ['$$$$\nL = \\lambda W\n$$$$', '[算式](/calc/queueing/#mmc)'])
    expect(rules.numbersHaveFormulas(printing(`${waiting}\n\n${formula}`), slugs)).toEqual([]);
});

test('a section without a source is named with the remedy', () => {
  expect(rules.credit(printing(body), slugs)[0]).toContain(`${second}:2：这一节一条来源也没有`);
});

test('a wait from a steady-state formula says that it is one', () => {
  expect(rules.assumptionsInSight(printing(waiting), slugs)[0]).toContain(
    `${second}：印了按稳态公式算的等待`,
  );
  expect(rules.assumptionsInSight(printing(`${waiting}按稳态算。`), slugs)).toEqual([]);
});

test('a link into the calculations names a function that is exported there', () => {
  const linking = courseWith({
    [second]: [body, '[算](/calc/queueing/#mmcc)'],
    'src/calc/queueing/mmc.ts': 'export function mmc() {}\n',
  });
  expect(rules.functionAnchors(linking)[0]).toContain('src/calc/queueing 里没有导出 mmcc');
});
