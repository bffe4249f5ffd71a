import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/horizons.ts';

const course = readCourse(join(import.meta.dirname, '../..'));
const second = `${chapter}/02-discount.mdx`;
const body = '八点以后打七折。';

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

const waiting = `import { mmc } from '~/calc/queueing/mmc.ts';\n\n${body}`;
const printing = (text: string) => courseWith({ [second]: [body, text] });

test('a wait from a steady-state formula says that it is one', () => {
  expect(rules.assumptionsInSight(printing(waiting))[0]).toContain(
    `${second}：印了按稳态公式算的等待`,
  );
  expect(rules.assumptionsInSight(printing(`${waiting}按稳态算。`))).toEqual([]);
});

test('a section with a steady-state wait links to where it says when that holds', () => {
  expect(rules.horizonsLinked(printing(waiting))[0]).toContain(
    `${second}：印了按稳态公式算的等待，却没有链到 /chapters/queueing/opening-and-peak/`,
  );
  const linked = `${waiting}见 [8.13 节](/chapters/queueing/opening-and-peak/)。`;
  expect(rules.horizonsLinked(printing(linked))).toEqual([]);
});

test('a morning is not printed beside a steady-state wait without the word', () => {
  const morning = `${waiting}\n\n一上午来 22 位，平均等 {duration(shop.meanWait)}。`;
  expect(rules.horizonsSaid(printing(morning))).toEqual([
    expect.stringMatching(new RegExp(`^${second}:\\d+：“上午”旁边印着`)),
  ]);
  for (const said of ['按稳态算，', '从空开始，', '长期平均，'])
    expect(rules.horizonsSaid(printing(`${morning}${said}如此。`))).toEqual([]);
  const apart = `${waiting}\n\n## 早上\n\n上午来 22 位。\n\n## 公式\n\n平均等 {duration(shop.meanWait)}。`;
  expect(rules.horizonsSaid(printing(apart)), '不在一段话里').toEqual([]);
});

test('a generated question on a steady-state wait says over how long', () => {
  const asking = (prompt: string) =>
    courseWith({
      'content/quizzes/bakery.yaml': `oven-wait:\n  type: numeric\n  generator: oven-wait\n  prompt: ${prompt}\n`,
      'src/quiz/generators/bakery/oven-wait.ts':
        "import { mm1 } from '../../../calc/queueing/mm1.ts';\nmm1(oven).meanWait;\n",
    });
  expect(rules.questionsSayHorizon(asking('平均等几分钟？'))[0]).toContain(
    'content/quizzes/bakery.yaml：oven-wait 的答案按稳态公式算',
  );
  expect(rules.questionsSayHorizon(asking('长期平均等几分钟？'))).toEqual([]);
});
