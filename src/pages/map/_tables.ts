/** 图谱写成两张表：点与线。列名中英文都写，别的软件按英文认，人按中文看。 */
import { bloomLevels, bloomNames } from '../../schemas/chapter.ts';
import type { Graph } from './_graph.ts';

type Row = (string | number)[];

export const nodeHeads = [
  '编号 id',
  '类型 type',
  '名称 name_zh',
  '英文名 name_en',
  '章 chapter',
  '位置 place',
  '网址 path',
  '分钟 minutes',
  '认知层次 bloom',
  '说明 note',
] as const;

export const edgeHeads = [
  '起点 source',
  '终点 target',
  '关系 relation',
  '关系说明 relation_zh',
] as const;

/** 关系从起点读到终点：“利特尔法则 先要懂 到达率”。 */
const relations = {
  needs: '先要懂',
  contrasts: '对照',
  taught_in: '讲在',
  used_in: '用在',
  part_of: '属于',
  teaches: '落实目标',
  contains: '用到实验',
  covers: '讲到大纲条目',
  assesses: '考查目标',
  asked_in: '出在',
  tests: '考到概念',
} as const;

export function nodeRows(graph: Graph): Row[] {
  const titleOf = (slug: string) =>
    graph.chapters.find((chapter) => chapter.slug === slug)?.number ?? '';
  const bloom = (level: string) => {
    const known = bloomLevels.find((each) => each === level);
    return known ? `${bloomNames[known]} ${known}` : level;
  };
  return [
    ...graph.chapters.map(({ slug, number, title, english, path }): Row => [
      `chapter:${slug}`,
      '章 chapter',
      title,
      english,
      number,
      `第 ${number} 章`,
      path,
      '',
      '',
      '',
    ]),
    ...graph.places.map((place): Row => [
      `section:${place.id}`,
      '节 section',
      place.title,
      place.english,
      titleOf(place.chapter),
      place.label,
      place.path,
      place.minutes,
      '',
      '',
    ]),
    ...graph.chapters.flatMap(({ slug, number, objectives }) =>
      objectives.map(({ id, text, bloom: level }): Row => [
        `objective:${slug}/${id}`,
        '目标 objective',
        text,
        '',
        number,
        '',
        `/map/${slug}/#objectives`,
        '',
        bloom(level),
        '',
      ]),
    ),
    ...graph.concepts.map(({ id, zh, en, definition, taught }): Row => [
      `term:${id}`,
      '概念 concept',
      zh,
      en,
      titleOf(taught.chapter),
      taught.label,
      `/map/${taught.chapter}/#${id}`,
      '',
      '',
      definition,
    ]),
    ...graph.widgets.map(({ id, title }): Row => {
      const place = graph.places.find(({ widgets }) => widgets.includes(id));
      return [
        `widget:${id}`,
        '实验 experiment',
        title,
        '',
        place ? titleOf(place.chapter) : '',
        place?.label ?? '',
        `/widgets/${id}/`,
        '',
        '',
        '',
      ];
    }),
    ...graph.questions.map(({ id, chapter, section, title }): Row => [
      `question:${chapter}/${id}`,
      '题目 question',
      title,
      '',
      titleOf(chapter),
      graph.places.find((place) => place.id === section)?.label ?? '',
      `/quiz/${chapter}/#q-${id}`,
      '',
      '',
      '',
    ]),
    ...graph.syllabus.map(({ id, title }): Row => [
      `syllabus:${id}`,
      '大纲条目 syllabus',
      title,
      '',
      '',
      id,
      `/syllabus/#${id}`,
      '',
      '',
      '',
    ]),
  ];
}

export function edgeRows(graph: Graph): Row[] {
  const rows: Row[] = [];
  const add = (source: string, target: string, relation: keyof typeof relations) =>
    rows.push([source, target, relation, relations[relation]]);
  for (const place of graph.places) {
    const here = `section:${place.id}`;
    add(here, `chapter:${place.chapter}`, 'part_of');
    for (const id of place.objectives) add(here, `objective:${place.chapter}/${id}`, 'teaches');
    for (const id of place.widgets)
      if (graph.widgets.some((widget) => widget.id === id)) add(here, `widget:${id}`, 'contains');
    for (const id of place.syllabus) add(here, `syllabus:${id}`, 'covers');
  }
  for (const { id, taught, used } of graph.concepts) {
    add(`term:${id}`, `section:${taught.id}`, 'taught_in');
    for (const place of used) add(`term:${id}`, `section:${place.id}`, 'used_in');
  }
  for (const { id, needs = [], contrasts = [] } of graph.terms) {
    for (const need of needs) add(`term:${id}`, `term:${need}`, 'needs');
    for (const other of contrasts) add(`term:${id}`, `term:${other}`, 'contrasts');
  }
  for (const { id, chapter, section, objective } of graph.questions) {
    add(`question:${chapter}/${id}`, `objective:${chapter}/${objective}`, 'assesses');
    add(`question:${chapter}/${id}`, `section:${section}`, 'asked_in');
  }
  for (const concept of graph.concepts)
    for (const { id, chapter } of concept.questions)
      add(`question:${chapter}/${id}`, `term:${concept.id}`, 'tests');
  return rows;
}
