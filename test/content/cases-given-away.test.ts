/** 案例页不设“先猜”：一回里不能说出那一节的实验要读者猜的数和结论。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { fillFacts } from '../../src/lib/case-text.ts';
import { caseSchema } from '../../src/schemas/case.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { answersOf, givenAway } from './given-away.ts';

const folder = join(import.meta.dirname, '../../content/cases');
const cases = globSync('*.yaml', { cwd: folder }).map((name) => ({
  name,
  data: caseSchema.parse(load(readFileSync(join(folder, name), 'utf8'))),
}));
const models = Object.values(
  import.meta.glob<WidgetModel>('../../src/widgets/*/model.ts', { import: 'model', eager: true }),
);

const told = cases.flatMap(({ name, data }) =>
  data.acts
    .flatMap(({ instalments }) => instalments)
    .map(({ at, text }) => ({ name, at, text: fillFacts(text, data.facts) })),
);
const answersAt = (at: string) =>
  models
    .filter(({ chapter, section }) => `${chapter}/${section}` === at)
    .flatMap((model) => model.scenarios.flatMap(({ id }) => answersOf(model, id)));

test('no instalment tells what an experiment of its section lets the reader guess', () => {
  const problems = told.flatMap(({ name, at, text }) =>
    givenAway(text, answersAt(at)).map(
      (answer) =>
        `content/cases/${name} › ${at}：说出了实验要猜的“${answer}”；只把问题提出来，或换一个不带这个数的说法`,
    ),
  );
  expect(problems).toEqual([]);
  expect(told.filter(({ at }) => answersAt(at).length > 0).length).toBeGreaterThan(10);
});
