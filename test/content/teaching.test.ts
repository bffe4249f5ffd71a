import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedIn } from '../../src/pages/teach/_wrong-answers.ts';
import { asksIn, plainParagraphs } from '../../src/pages/teach/_asks.ts';
import { lessonPlanSchema, plansSchema } from '../../src/schemas/teaching.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { readCourse, words, sectionsOf } from './course.ts';
import { readYaml } from './read-yaml.ts';
import * as rules from './rules/teaching.ts';

const root = join(import.meta.dirname, '../..');
const course = readCourse(root);
const models = new Map(
  Object.values(
    import.meta.glob<{ model: WidgetModel }>('../../src/widgets/*/model.ts', { eager: true }),
  ).map(({ model }) => [model.id, model]),
);
const scenarios: rules.Scenarios = new Map(
  [...models].map(([id, model]) => [id, model.scenarios.map((scenario) => scenario.id)]),
);
const written = course.chapters.filter(({ sections }) => sections.length > 0);

test('写成的章都有教案，没有多余的教案', () => {
  const files = readdirSync(join(root, 'content/teaching')).toSorted();
  expect(files, '在 content/teaching 补上缺的章，或删去多的').toEqual(
    written.map(({ slug }) => `${slug}.yaml`).toSorted(),
  );
});

const plans = written.flatMap((chapter) => {
  const file = `content/teaching/${chapter.slug}.yaml`;
  if (!existsSync(join(root, file))) return [];
  return [
    { slug: chapter.slug, chapter, file, parsed: lessonPlanSchema.safeParse(readYaml(file)) },
  ];
});

describe.each(plans)('$slug 的教案', ({ chapter, file, parsed }) => {
  test('符合格式，每节课正好 45 分钟', () => {
    const issues = parsed.error?.issues ?? [];
    expect(issues.map(({ path, message }) => `${file} › ${path.join(' › ')}: ${message}`)).toEqual(
      [],
    );
  });

  test('两节课；第 8、9 章三节', () => {
    expect(parsed.data?.periods.length, `${file}: 改 periods`).toBe(
      ['queueing', 'capacity-revenue'].includes(chapter.slug) ? 3 : 2,
    );
  });

  test('用到的小节、实验、场景都在，本章的实验至多省两个', () => {
    if (!parsed.data) throw new Error(`${file}: 格式先要改对`);
    expect([
      ...rules.lessonUses(chapter, parsed.data, scenarios),
      ...rules.experimentsLeftOut(chapter, parsed.data),
    ]).toEqual([]);
  });

  test('放的每个场景都说得出答案和至少一种错答', () => {
    const shows = (parsed.data?.periods ?? []).flatMap(({ blocks }) =>
      blocks.flatMap(({ experiments = [] }) => experiments),
    );
    const silent = shows.flatMap(({ id, scenario }) => {
      const model = models.get(id);
      if (!model) return [];
      const { question, answer, wrong } = askedIn(model, scenario);
      const texts = [question, answer, ...wrong.map(({ why }) => why)];
      return wrong.length > 0 && texts.every((text) => text && !/NaN|undefined/.test(text))
        ? []
        : [`${id} ${scenario}：${JSON.stringify({ question, answer, wrong })}`];
    });
    expect(silent, '实验 model.ts 的 predict 里要有 misreads 或错的选项').toEqual([]);
  });
});

const calendars = plansSchema.parse(readYaml('content/plans.yaml'));

test('教学日历有 32 学时与 48 学时两份，都是十六周', () => {
  expect(calendars.map(({ hours, weeks }) => [hours, weeks.length])).toEqual([
    [32, 16],
    [48, 16],
  ]);
});

test.each(calendars)('$hours 学时：小节都在、至多一次，实验不抢在小节前面', (calendar) => {
  expect([
    ...rules.calendarSections(course, calendar),
    ...rules.calendarExperiments(course, calendar, scenarios),
  ]).toEqual([]);
});

test('48 学时把每一节都在课上讲到', () => {
  const [, full] = calendars;
  const taught = new Set(full?.weeks.flatMap(({ sections }) => sections));
  const left = written.flatMap(({ slug, sections }) =>
    sections.map((each) => `${slug}/${each.slug}`).filter((id) => !taught.has(id)),
  );
  expect(left, 'content/plans.yaml: 把这几节排进 48 学时的某一周').toEqual([]);
});

test('大纲的每一条都有一节讲到；只归全书的，课程说明里讲', () => {
  expect(rules.itemsNowhere(course)).toEqual([]);
  expect(course.syllabus.items.length).toBe(107);
  const wholly = course.syllabus.items.filter(({ chapters }) => chapters.length === 0);
  expect(wholly.map(({ id }) => id)).toEqual(['S51', 'S65', 'S66', 'S67']);
});

describe('the rules find what is wrong', () => {
  const { chapter, parsed } = plans.find(({ slug }) => slug === 'queueing')!;
  const plan = parsed.data!;
  const using = (block: object) => ({
    ...plan,
    periods: [{ title: '一', blocks: [{ ...plan.periods[0]!.blocks[0]!, ...block }] }],
  });

  test('a section of another chapter, an unknown scenario, an unknown experiment', () => {
    const says = (block: object) => rules.lessonUses(chapter, using(block), scenarios).join();
    expect(says({ sections: ['grow'] })).toMatch('小节 grow 不在这一章');
    expect(says({ experiments: [{ id: 'pooling', scenario: 'moon' }] })).toMatch('没有场景 moon');
    expect(says({ experiments: [{ id: 'poolign', scenario: 'bank' }] })).toMatch('poolign 不存在');
  });

  test('a section twice in one calendar, an experiment before its section', () => {
    const week = { hours: 1, title: '一', homework: '无', reading: [], experiments: [] };
    const twice = {
      hours: 2,
      about: '',
      weeks: [0, 1].map(() => ({ ...week, sections: ['queueing/pooling'] })),
    };
    expect(rules.calendarSections(course, twice).join()).toMatch(
      '第 2 周的小节 queueing/pooling 前面已经有了',
    );
    const early = {
      hours: 1,
      about: '',
      weeks: [{ ...week, sections: [], experiments: ['pooling'] }],
    };
    expect(rules.calendarExperiments(course, early, scenarios).join()).toMatch('那一节还没有讲');
  });

  test('an item that no section teaches', () => {
    const [some] = sectionsOf(course).flatMap((section) => words(section, 'syllabus'));
    const without = {
      ...course,
      chapters: course.chapters.map((each) => ({
        ...each,
        sections: each.sections.map((section) => ({
          ...section,
          data: {
            ...section.data,
            syllabus: words(section, 'syllabus').filter((id) => id !== some),
          },
        })),
      })),
    };
    expect(rules.itemsNowhere(without).join()).toMatch(`大纲条目 ${some}`);
  });
});

test('各节给教师的提示，教案里一条不漏', () => {
  const missed = sectionsOf(course).flatMap(({ file, text }) => {
    const written = text.split('slot="teacher"').length - 1;
    const found = asksIn(text).length;
    return found === written
      ? []
      : [
          `${file}：写了 ${written} 条提示，教案里只有 ${found} 条；写成 <Callout kind="ask" title="…">`,
        ];
  });
  expect(missed).toEqual([]);
});

test('给教师的提示只留字；有算式的不抄', () => {
  expect(
    plainParagraphs('请<Term id="x">利用率</Term>看[这一节](/a/)。\n\n**再问**一句。'),
  ).toEqual(['请利用率看这一节。', '再问一句。']);
  expect(plainParagraphs('先算 {percent(x)}。')).toBeUndefined();
});
