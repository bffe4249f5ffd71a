import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/formulas.ts';

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
    `${second}：用计算模块算了数，却没有一条公式，也没有通到 /calc/ 的链接；写出公式，或链到算它的函数`,
  ]);
  for (const formula of ['$$$$\nL = \\lambda W\n$$$$', '[算式](/calc/queueing/#mmc)'])
    expect(rules.numbersHaveFormulas(printing(`${waiting}\n\n${formula}`), slugs)).toEqual([]);
});

test('a wait from a steady-state formula says that it is one', () => {
  expect(rules.assumptionsInSight(printing(waiting), slugs)[0]).toContain(
    `${second}：印了按稳态公式算的等待`,
  );
  expect(rules.assumptionsInSight(printing(`${waiting}按稳态算。`), slugs)).toEqual([]);
});

test('a section with a steady-state wait links to where it says when that holds', () => {
  expect(rules.horizonsLinked(printing(waiting), slugs)[0]).toContain(
    `${second}：印了按稳态公式算的等待，却没有链到 /chapters/queueing/opening-and-peak/`,
  );
  const linked = `${waiting}见 [8.13 节](/chapters/queueing/opening-and-peak/)。`;
  expect(rules.horizonsLinked(printing(linked), slugs)).toEqual([]);
});

test('a morning is not printed beside a steady-state wait without the word', () => {
  const morning = `${waiting}\n\n一上午来 22 位，平均等 {duration(shop.meanWait)}。`;
  expect(rules.horizonsSaid(printing(morning), slugs)).toEqual([
    expect.stringMatching(new RegExp(`^${second}:\\d+：“上午”旁边印着`)),
  ]);
  for (const said of ['按稳态算，', '从空开始，', '长期平均，'])
    expect(rules.horizonsSaid(printing(`${morning}${said}如此。`), slugs)).toEqual([]);
  const apart = `${waiting}\n\n## 早上\n\n上午来 22 位。\n\n## 公式\n\n平均等 {duration(shop.meanWait)}。`;
  expect(rules.horizonsSaid(printing(apart), slugs), '不在一段话里').toEqual([]);
});

test('a generated question on a steady-state wait says over how long', () => {
  const asking = (prompt: string) =>
    courseWith({
      'content/quizzes/bakery.yaml': `oven-wait:\n  type: numeric\n  generator: oven-wait\n  prompt: ${prompt}\n`,
      'src/quiz/generators/bakery/oven-wait.ts':
        "import { mm1 } from '../../../calc/queueing/mm1.ts';\nmm1(oven).meanWait;\n",
    });
  expect(rules.questionsSayHorizon(asking('平均等几分钟？'), slugs)[0]).toContain(
    'content/quizzes/bakery.yaml：oven-wait 的答案按稳态公式算',
  );
  expect(rules.questionsSayHorizon(asking('长期平均等几分钟？'), slugs)).toEqual([]);
});

test('a link into the calculations names a function that is exported there', () => {
  const linking = courseWith({
    [second]: [body, '[算](/calc/queueing/#mmcc)'],
    'src/calc/queueing/mmc.ts': 'export function mmc() {}\n',
  });
  expect(rules.functionAnchors(linking)[0]).toContain('src/calc/queueing 里没有导出 mmcc');
});
