/** 从内容集合里取齐图谱的材料；一次构建只算一遍。 */
import { getCollection } from 'astro:content';
import { loadChapters } from '../../lib/content.ts';
import { syllabus } from '../_syllabus.ts';
import { widgetModels } from '../widgets/_list.ts';
import { graphOf, type Graph, type QuestionInfo } from './_graph.ts';

/** 题目里写给读者的字，不管在哪一层。 */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

async function load(): Promise<Graph> {
  const [chapters, terms, banks] = await Promise.all([
    loadChapters(),
    getCollection('glossary'),
    getCollection('quizzes'),
  ]);
  const order = chapters.map(({ slug }) => slug);
  return graphOf({
    chapters: chapters.map(({ slug, number, path, entry: { data } }) => ({
      slug,
      number,
      path,
      title: data.title,
      english: data.english,
      objectives: data.objectives,
    })),
    places: chapters.flatMap(({ slug, sections }) =>
      sections.map(({ label, path, entry: { id, body, data } }) => ({
        id,
        chapter: slug,
        label,
        path,
        title: data.title,
        english: data.english,
        minutes: data.minutes,
        objectives: data.objectives,
        widgets: data.widgets,
        syllabus: data.syllabus,
        terms: [...(body ?? '').matchAll(/<Term\s[^>]*?id="([^"]+)"/g)].map(
          ([, term = '']) => term,
        ),
      })),
    ),
    terms: terms.map(({ id, data }) => ({ ...data, id })),
    questions: banks
      .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .flatMap(({ id: chapter, data }) =>
        Object.entries(data).map(([id, item]): QuestionInfo => ({
          id,
          chapter,
          section: `${chapter}/${item.section}`,
          objective: item.objective,
          title: item.title,
          words: wordsIn(item).join('\n'),
        })),
      ),
    widgets: widgetModels.map(({ id, title }) => ({ id, title })),
    syllabus: syllabus.items,
  });
}

let loaded: Promise<Graph> | undefined;

export function loadGraph(): Promise<Graph> {
  // 编写时内容随时会改，每次重算；构建时内容不变
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
