import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapter, courseWith } from './broken-course.ts';
import { readCourse } from './course.ts';
import * as rules from './rules/cases.ts';

const course = readCourse(join(import.meta.dirname, '../..'));

test.each(Object.entries(rules))('the course keeps the rule: %s', (_name, rule) => {
  expect(rule(course)).toEqual([]);
  expect(rule(courseWith({}))).toEqual([]);
});

describe('a case told in a course', () => {
  const file = 'content/cases/oven.yaml';
  const second = `${chapter}/02-discount.mdx`;
  const quiz = 'content/quizzes/cakes.yaml';
  const told = `name: 炉边面包
order: 1
summary: 一家面包店。
names: [炉边面包]
people: [{ name: 小麦, role: 面包师 }]
facts:
  - { id: loaves, label: 一炉, value: 24, unit: 个, who: 小麦, holds: [{ in: bakery/discount, text: '炉边面包一炉{}个' }] }
  - { id: left, label: 剩下的, value: 15, unit: '%', who: 小麦, holds: [{ in: bakery/discount, text: 'left = {};' }] }
watch: [{ text: '一炉{}个', facts: [loaves] }]
acts: [{ title: 打折, instalments: [{ at: bakery/discount, text: '一炉 {loaves}，怎么卖？' }] }]
`;
  const line = '炉边面包一炉二十四个，小麦说。';
  const body = '八点以后打七折。';
  const code = '\n\nexport const left = 0.15;';
  const withCase = (changes: Parameters<typeof courseWith>[0] = {}, text = told) =>
    courseWith({ [second]: [body, line + code], [file]: text, ...changes });

  test.each(Object.entries(rules))('keeps the rule when all agree: %s', (_name, rule) => {
    expect(rule(withCase())).toEqual([]);
  });

  test('a fact written in numerals, Chinese or as a share counts as the same number', () => {
    const also = (text: string) => rules.factsHold(withCase({ [second]: [body, text + code] }));
    expect(also('炉边面包一炉 24 个。'.replaceAll(' ', ''))).toEqual([]);
    expect(also(line)).toEqual([]);
  });

  test('a different number is named with file, line, fact and remedy', () => {
    const [problem, ...others] = rules.factsHold(
      withCase({ [second]: [body, line.replace('二十四', '三十') + code] }),
    );
    expect(others).toEqual([]);
    expect(problem).toContain(`${second}:10：“炉边面包一炉三十个”`);
    expect(problem).toContain(`${file} 的 loaves 是 24 个`);
    expect(
      rules.factsHold(withCase({ [second]: [body, line + code.replace('15', '2')] })),
    ).toHaveLength(1);
  });

  test('a change of the one place fails at every use', () => {
    expect(rules.factsHold(withCase({}, told.replace('value: 24', 'value: 36')))).toHaveLength(1);
  });

  test('a use that is gone is named', () => {
    const [problem] = rules.factsHold(withCase({ [second]: [body, `炉边面包。${code}`] }));
    expect(problem).toContain(`${second} 里找不到“炉边面包一炉{}个”`);
  });

  test('a place that does not exist is named', () => {
    const [problem] = rules.factsHold(
      withCase({}, told.replace('in: bakery/discount', 'in: bakery/cakes')),
    );
    expect(problem).toContain('没有 bakery/cakes 这一页');
  });

  test.each([
    ['a quiz', quiz, 'one: { prompt: 炉边面包一炉18个 }\n'],
    ['an experiment', 'src/widgets/oven/setting.ts', "'炉边面包一炉十八个';\n"],
  ])('another number printed in %s is named', (_what, where, text) => {
    const [problem] = rules.printedFactsAgree(withCase({ [where]: text }));
    expect(problem).toContain(`${where}:1：“一炉`);
    expect(problem).toContain('loaves 24 个');
  });

  test('a page that speaks of a case without an instalment is named', () => {
    const [problem] = rules.everyUseIsTold(
      withCase({ [`${chapter}/01-first-oven.mdx`]: ['早有人研究', '炉边面包早有人研究'] }),
    );
    expect(problem).toContain('没有 bakery/first-oven 这一回');
  });

  test('an experiment that speaks of a case without an instalment is named', () => {
    const model = "  chapter: 'bakery',\n  section: 'first-oven',\n  label: '炉边面包',\n";
    expect(rules.everyUseIsTold(withCase({ 'src/widgets/oven/model.ts': model }))).toEqual([
      expect.stringContaining('没有 bakery/first-oven 这一回'),
    ]);
  });

  test('an instalment at a page that does not speak of the case is named', () => {
    expect(rules.everyUseIsTold(courseWith({ [file]: told }))).toEqual([
      expect.stringContaining(`${second} 没有说到炉边面包`),
    ]);
  });

  test('a fact used on a page that is no instalment is named', () => {
    const elsewhere = told.replace('at: bakery/discount', 'at: bakery/first-oven');
    expect(rules.factPlacesAreTold(withCase({}, elsewhere))[0]).toContain(
      'bakery/discount 用到这个事实',
    );
  });

  test('a person lent to another case is named', () => {
    const other = told.replaceAll('炉边面包', '街角蛋糕').replace('小麦, role', '小米, role');
    const lent = withCase({
      'content/cases/cake.yaml': other,
      [second]: [body, `${line}\n\n街角蛋糕的小麦也来了。${code}`],
    });
    expect(rules.peopleKeepTheirCase(lent)).toEqual([
      `${second}:12：小麦是炉边面包的面包师，这一段说的是街角蛋糕；给这里的人换一个名字`,
    ]);
    const twice = withCase({ 'content/cases/cake.yaml': told.replaceAll('炉边面包', '街角蛋糕') });
    expect(rules.peopleKeepTheirCase(twice)[0]).toContain('小麦在别的案例里已经有了');
  });

  test('a field written wrong is named with its remedy', () => {
    expect(rules.fields(withCase({}, told.replace('value: 24', 'value: 二十四')))[0]).toContain(
      `${file} › facts › 0 › value: 值 value 必须是数`,
    );
  });
});
