/** 教案与教学日历的规则：用到的小节、实验、场景都在，一份日历里一节至多讲一次。 */
import type { CoursePlan, LessonPlan } from '../../../src/schemas/teaching.ts';
import { sectionsOf, words, type Chapter, type Course } from '../course.ts';

/** 实验 → 它的场景编号；还没有做出来的实验不在里面。 */
export type Scenarios = ReadonlyMap<string, readonly string[]>;

const plansFile = 'content/plans.yaml';

/**
 * 教案用到的小节都在本章，实验都由本章某一节声明过、场景也在。
 * 声明了却还没有做出来的实验由小节的检查去说，这里不重复。
 */
export function lessonUses(chapter: Chapter, plan: LessonPlan, scenarios: Scenarios): string[] {
  const file = `content/teaching/${chapter.slug}.yaml`;
  const declared = new Set(chapter.sections.flatMap((section) => words(section, 'widgets')));
  const slugs = chapter.sections.map(({ slug }) => slug);
  return plan.periods
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ title, sections = [], experiments = [] }) => [
      ...sections
        .filter((slug) => !slugs.includes(slug))
        .map(
          (slug) => `${file}：“${title}”用到的小节 ${slug} 不在这一章，可以写 ${slugs.join('、')}`,
        ),
      ...experiments.flatMap(({ id, scenario }) => {
        const known = scenarios.get(id);
        if (known && !known.includes(scenario))
          return [
            `${file}：“${title}”的实验 ${id} 没有场景 ${scenario}，可以写 ${known.join('、')}`,
          ];
        if (known || declared.has(id)) return [];
        return [`${file}：“${title}”的实验 ${id} 不存在，照 src/widgets 下的文件夹名改正`];
      }),
    ]);
}

/** 本章的每个实验，教案里至少放一次；省着放的在日历和作业里也要说得出理由，所以一章最多省两个。 */
export function experimentsLeftOut(chapter: Chapter, plan: LessonPlan): string[] {
  const used = new Set(
    plan.periods.flatMap(({ blocks }) =>
      blocks.flatMap(({ experiments = [] }) => experiments.map(({ id }) => id)),
    ),
  );
  const left = [
    ...new Set(chapter.sections.flatMap((section) => words(section, 'widgets'))),
  ].filter((id) => !used.has(id));
  return left.length <= 2
    ? []
    : [
        `content/teaching/${chapter.slug}.yaml：${left.join('、')} 一次也没有放，最多省两个，挑几个排进 blocks`,
      ];
}

export function calendarSections(course: Course, { hours, weeks }: CoursePlan): string[] {
  const known = new Set(
    course.chapters.flatMap(({ slug, sections }) => sections.map((each) => `${slug}/${each.slug}`)),
  );
  const seen = new Set<string>();
  return weeks.flatMap(({ sections, reading }, index) =>
    [...sections, ...reading].flatMap((id) => {
      const where = `${plansFile}：${hours} 学时第 ${index + 1} 周`;
      if (!known.has(id)) return [`${where}的小节 ${id} 不存在，写成 章/节`];
      if (seen.has(id)) return [`${where}的小节 ${id} 前面已经有了，删去一处`];
      seen.add(id);
      return [];
    }),
  );
}

/** 实验排在讲到它的那一周，或者更后，不能抢在前面。 */
export function calendarExperiments(
  course: Course,
  { hours, weeks }: CoursePlan,
  scenarios: Scenarios,
): string[] {
  const usedIn = new Map<string, Set<string>>();
  for (const { slug, sections } of course.chapters)
    for (const section of sections)
      for (const id of words(section, 'widgets'))
        usedIn.set(id, (usedIn.get(id) ?? new Set()).add(`${slug}/${section.slug}`));
  const met = new Set<string>();
  return weeks.flatMap(({ sections, reading, experiments }, index) => {
    for (const id of [...sections, ...reading]) met.add(id);
    const where = `${plansFile}：${hours} 学时第 ${index + 1} 周`;
    return experiments.flatMap((id) => {
      const places = usedIn.get(id);
      if (!places && scenarios.has(id)) return [];
      if (!places) return [`${where}的实验 ${id} 不存在，照 src/widgets 下的文件夹名改正`];
      return [...places].some((place) => met.has(place))
        ? []
        : [`${where}的实验 ${id} 出自 ${[...places].join('、')}，那一节还没有讲，往后挪`];
    });
  });
}

/** 不归任何一章的条目在课程说明里讲；别的都要有一节讲。 */
export function itemsNowhere(course: Course): string[] {
  const taught = new Set(sectionsOf(course).flatMap((section) => words(section, 'syllabus')));
  return course.syllabus.items
    .filter(({ id, chapters }) => chapters.length > 0 && !taught.has(id))
    .map(
      ({ id, title }) =>
        `大纲条目 ${id}（${title}）没有一节讲到，在讲到它的那一节写 syllabus: [${id}]`,
    );
}
