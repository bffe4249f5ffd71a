/** 课程图谱的规则：每条术语有讲处、有牵连，先备不绕圈也不倒着来；节、实验、资料没有孤零零的。 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sectionsOf, tags, words, type Course, type Fields, type Page } from '../course.ts';

const file = 'content/glossary.yaml';

interface Concept {
  id: string;
  names: string[];
  taught: string;
  needs: string[];
  contrasts: string[];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const conceptsOf = ({ glossary }: Course): Concept[] =>
  Object.entries(glossary).map(([id, value]) => {
    const term = value as Fields;
    return {
      id,
      names: [String(term['zh']), ...strings(term['aliases'])],
      taught: String(term['taught'] ?? ''),
      needs: strings(term['needs']),
      contrasts: strings(term['contrasts']),
    };
  });

/** “章/节” → 那一节，按全书的次序。 */
const placesOf = ({ chapters }: Course) =>
  new Map(
    chapters.flatMap(({ slug, sections }) =>
      sections.map((page): [string, Page] => [`${slug}/${page.slug}`, page]),
    ),
  );

/** 一节里读者看得到的字：正文，和它的实验。 */
function wordsOn({ root }: Course, page: Page): string {
  const models = words(page, 'widgets')
    .map((id) => join(root, `src/widgets/${id}/model.ts`))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));
  return [page.text, ...models].join('\n');
}

export function termsTaught(course: Course): string[] {
  const places = placesOf(course);
  return conceptsOf(course).flatMap(({ id, names, taught }) => {
    const page = places.get(taught);
    if (!page)
      return `${file} › ${id}：没有 ${taught || '（没有写 taught）'} 这一节，taught 写“章/节”的英文编号`;
    const marked = tags(page, 'Term').some((tag) => tag.id === id);
    const text = marked ? '' : wordsOn(course, page);
    return marked || names.some((name) => text.includes(name))
      ? []
      : `${file} › ${id}：taught 写着 ${taught}，那一节却没有提到“${names[0]}”；在讲到的地方标 <Term id="${id}">，或改 taught；哪一节都不讲的术语请删去`;
  });
}

export function relationsKnown(course: Course): string[] {
  const concepts = conceptsOf(course);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return concepts.flatMap(({ id, needs, contrasts }) => [
    ...[...needs, ...contrasts]
      .filter((other) => !byId.has(other) || other === id)
      .map((other) =>
        other === id
          ? `${file} › ${id}：needs、contrasts 里写了它自己，请删去`
          : `${file} › ${id}：没有术语 ${other}，改正编号或从 needs、contrasts 删去`,
      ),
    ...[...needs, ...contrasts]
      .filter((other, at, all) => all.indexOf(other) < at)
      .map((other) => `${file} › ${id}：${other} 在 needs、contrasts 里写了两遍，只留一处`),
    ...contrasts
      .filter((other) => byId.get(other)?.contrasts.includes(id))
      .map((other) => `${file} › ${id}：与 ${other} 的对照两条里都写了，请删去一处`),
  ]);
}

export function needsWithoutCircle(course: Course): string[] {
  const concepts = new Map(conceptsOf(course).map((concept) => [concept.id, concept]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (id: string, trail: string[]): void => {
    const from = trail.indexOf(id);
    if (from >= 0) {
      circles.push(
        `${file} › ${id}：needs 绕成了圈 ${[...trail.slice(from), id].join(' → ')}，请断开一处`,
      );
      return;
    }
    if (done.has(id)) return;
    for (const need of concepts.get(id)?.needs ?? []) walk(need, [...trail, id]);
    done.add(id);
  };
  for (const id of concepts.keys()) walk(id, []);
  return circles;
}

/** 先备讲在后面的，讲它的一节要有链接指过去，读者才知道往哪里看。 */
export function needsBeforeUse(course: Course): string[] {
  const concepts = new Map(conceptsOf(course).map((concept) => [concept.id, concept]));
  const places = placesOf(course);
  const order = [...places.keys()];
  return [...concepts.values()].flatMap(({ id, taught, needs }) =>
    needs.flatMap((need) => {
      const there = concepts.get(need)?.taught ?? taught;
      if (order.indexOf(there) <= order.indexOf(taught)) return [];
      const page = places.get(taught);
      return page?.text.includes(`/chapters/${there}/`)
        ? []
        : `${file} › ${id}：讲在 ${taught}，先备 ${need} 却讲在后面的 ${there}；在 ${page?.file} 里用一句话说明并链接过去，或从 needs 删去`;
    }),
  );
}

export function noLonelyTerm(course: Course): string[] {
  const concepts = conceptsOf(course);
  const tied = new Set(
    concepts.flatMap(({ id, needs, contrasts }) =>
      needs.length + contrasts.length > 0 ? [id, ...needs, ...contrasts] : [],
    ),
  );
  return concepts
    .filter(({ id }) => !tied.has(id))
    .map(({ id }) => `${file} › ${id}：与别的术语没有牵连，写上 needs 或 contrasts`);
}

export function noLonelySection(course: Course): string[] {
  const concepts = conceptsOf(course);
  return course.chapters.flatMap(({ slug, sections }) =>
    sections.flatMap((page) => {
      const items = Object.values(course.quizzes.get(slug) ?? {}) as (Fields | null)[];
      return [
        ...(tags(page, 'Term').length > 0 ||
        concepts.some(({ taught }) => taught === `${slug}/${page.slug}`)
          ? []
          : [
              `${page.file}：没有一条术语讲在或用在这一节，标上 <Term>，或在 ${file} 里给它讲的概念写上 taught`,
            ]),
        ...(items.some((item) => item?.['section'] === page.slug)
          ? []
          : [`${page.file}：没有题目考这一节，在 content/quizzes/${slug}.yaml 里出一题`]),
      ];
    }),
  );
}

/** 太大的实验不放进正文，只由小节链接过去。 */
export function noLonelyWidget(course: Course): string[] {
  const pages = sectionsOf(course);
  const placed = new Set(pages.flatMap((page) => words(page, 'widgets')));
  return [...course.widgets]
    .filter((id) => !placed.has(id) && !pages.some(({ text }) => text.includes(`/widgets/${id}/`)))
    .map((id) => `src/widgets/${id}：没有小节用这个实验，在某节里放上它，或删去文件夹`);
}

/** 实验里的条目（时间轴上的一件事）也会引资料，写成带引号的编号。 */
export function noLonelySource({ root, pages, references, widgets }: Course): string[] {
  const cited = new Set(pages.flatMap((page) => words(page, 'sources')));
  const inWidgets = [...widgets]
    .flatMap((id) => {
      const folder = join(root, 'src/widgets', id);
      return readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    })
    .join('\n');
  return Object.keys(references)
    .filter((id) => !cited.has(id) && !inWidgets.includes(`'${id}'`))
    .map((id) => `content/references.yaml › ${id}：没有哪一页引它，在用到的地方引用，或删去这一条`);
}

export function noLonelyQuestion({ chapters, quizzes }: Course): string[] {
  return [...quizzes].flatMap(([slug, bank]) => {
    const sections = new Map(
      chapters
        .find((chapter) => chapter.slug === slug)
        ?.sections.map((page) => [page.slug, words(page, 'objectives')]),
    );
    return Object.entries(bank).flatMap(([id, item]) => {
      const { section, objective } = (item ?? {}) as Fields;
      const taught = sections.get(String(section));
      if (!taught)
        return `content/quizzes/${slug}.yaml › ${id}：没有 ${String(section)} 这一节，改正 section 或删去这道题`;
      return taught.includes(String(objective))
        ? []
        : `content/quizzes/${slug}.yaml › ${id}：${String(section)} 不教目标 ${String(objective)}，改正 section 或 objective`;
    });
  });
}

export function pathsLead(course: Course): string[] {
  const places = placesOf(course);
  return course.paths.flatMap(({ id, steps }) =>
    steps.flatMap((step, at) => [
      ...(places.has(step)
        ? []
        : [`content/paths.yaml › ${id}：没有 ${step} 这一节，写“章/节”的英文编号`]),
      ...(steps.indexOf(step) < at ? [`content/paths.yaml › ${id}：${step} 走了两遍`] : []),
    ]),
  );
}
