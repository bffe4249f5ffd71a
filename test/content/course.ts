/** 把一个项目目录下的课程内容读进内存，供各条规则检查；读不懂的地方记下来，不抛错。 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { mdxText, type MdxText } from './mdx-text.ts';

export type Fields = Record<string, unknown>;

/** 一个内容文件；路径从项目根写起，给作者看。 */
export interface Source {
  file: string;
  text: string;
}

export interface Page extends Source, MdxText {
  /** 文件名或目录名里的编号；没有写编号是 NaN */
  number: number;
  slug: string;
  data: Fields;
}

export interface Chapter {
  folder: string;
  number: number;
  slug: string;
  index: Page | undefined;
  sections: Page[];
  /** 章末的小结与讨论 */
  closing: Page | undefined;
  /** 章目录里不成其为正文的文件 */
  strays: string[];
}

export interface Course {
  root: string;
  chapters: Chapter[];
  pages: Page[];
  glossary: Fields;
  references: Fields;
  /** 章 → 题库 */
  quizzes: Map<string, Fields>;
  syllabus: {
    chapters: { number: number; slug: string; title: string }[];
    items: { id: string; title: string; chapters: string[] }[];
  };
  /** 走法的编号与各步的小节；整门课的走法没有列出的步 */
  paths: { id: string; steps: string[] }[];
  widgets: Set<string>;
  yaml: Source[];
  unreadable: string[];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function pathsIn(root: string): Course['paths'] {
  const file = join(root, 'content/paths.yaml');
  if (!existsSync(file)) return [];
  const paths = load(readFileSync(file, 'utf8')) as {
    id: string;
    steps: 'all' | { section: string }[];
  }[];
  return paths.map(({ id, steps }) => ({
    id,
    steps: steps === 'all' ? [] : steps.map(({ section }) => section),
  }));
}

export function readCourse(root: string): Course {
  const unreadable: string[] = [];
  const list = (folder: string) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
  const read = (file: string): Source => ({ file, text: readFileSync(join(root, file), 'utf8') });
  const parse = (file: string, text: string, shift = 0): Fields => {
    try {
      const data = load(text) ?? {};
      if (isFields(data)) return data;
      unreadable.push(`${file}：要写成“字段: 内容”的若干行`);
    } catch (error) {
      const { message, mark } = error as { message: string; mark?: { line: number } };
      const line = (mark?.line ?? 0) + 1 + shift;
      unreadable.push(
        `${file}:${line}：YAML 读不懂，检查这一行和上一行的缩进、冒号和引号（${message.split('\n')[0]?.replace(/ \(\d+:\d+\)$/, '')}）`,
      );
    }
    return {};
  };
  const page = (file: string, name: string): Page => {
    const { text } = read(file);
    const front = /^---\n([\s\S]*?)\n---(\n|$)/.exec(text)?.[1];
    if (front === undefined)
      unreadable.push(`${file}:1：开头缺少 front matter：在第一行写 ---，列出字段，再用 --- 收尾`);
    const [, number = 'NaN', slug = name] = /^(\d+)-(.+)$/.exec(name) ?? [];
    const data = parse(file, front ?? '', 1);
    return { file, text, number: Number(number), slug, data, ...mdxText(text) };
  };

  const chapters = list('content/chapters')
    .filter((entry) => entry.isDirectory())
    .map(({ name: folder }): Chapter => {
      const [, number = 'NaN', slug = folder] = /^(\d+)-(.+)$/.exec(folder) ?? [];
      const base = `content/chapters/${folder}`;
      const names = list(base)
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .toSorted();
      return {
        folder,
        number: Number(number),
        slug,
        index: names.includes('index.mdx') ? page(`${base}/index.mdx`, folder) : undefined,
        closing: names.includes('closing.mdx') ? page(`${base}/closing.mdx`, 'closing') : undefined,
        sections: names
          .filter((name) => /^\d.*\.mdx$/.test(name))
          .map((name) => page(`${base}/${name}`, name.replace(/\.mdx$/, ''))),
        strays: names
          .filter((name) => !/^(index|closing|\d.*)\.mdx$/.test(name))
          .map((name) => `${base}/${name}`),
      };
    })
    .toSorted((a, b) => a.number - b.number);

  const quizNames = list('content/quizzes').map(({ name }) => name);
  const yaml = [
    'glossary',
    'references',
    'syllabus',
    ...['quizzes', 'cases'].flatMap((folder) =>
      list(`content/${folder}`).map(({ name }) => `${folder}/${name}`),
    ),
  ]
    .map((name) => `content/${name.replace(/\.yaml$/, '')}.yaml`)
    .filter((file) => existsSync(join(root, file)))
    .map(read);
  // 教案与教学日历自有字段检查，这里只供措辞的规则通读
  const lessons = [
    ...list('content/teaching').map(({ name }) => `content/teaching/${name}`),
    'content/plans.yaml',
  ]
    .filter((file) => existsSync(join(root, file)))
    .map(read);
  const data = new Map(yaml.map(({ file, text }) => [file, parse(file, text)]));
  const syllabus = data.get('content/syllabus.yaml') ?? {};
  return {
    root,
    chapters,
    pages: chapters.flatMap(({ index, sections, closing }) =>
      [index, ...sections, closing].filter((each) => each !== undefined),
    ),
    glossary: data.get('content/glossary.yaml') ?? {},
    references: data.get('content/references.yaml') ?? {},
    quizzes: new Map(
      quizNames.map((name) => [
        name.replace(/\.yaml$/, ''),
        data.get(`content/quizzes/${name}`) ?? {},
      ]),
    ),
    syllabus: {
      chapters: (syllabus['chapters'] ?? []) as Course['syllabus']['chapters'],
      items: (syllabus['items'] ?? []) as Course['syllabus']['items'],
    },
    paths: pathsIn(root),
    widgets: new Set(
      list('src/widgets')
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name),
    ),
    yaml: [...yaml, ...lessons],
    unreadable,
  };
}

/** 各章的小节，不含章首与小结。 */
export const sectionsOf = ({ chapters }: Course): Page[] =>
  chapters.flatMap(({ sections }) => sections);

/** 位置 → “文件:行”。 */
export function at({ file, text }: Source, index: number): string {
  return `${file}:${text.slice(0, index).split('\n').length}`;
}

/** front matter 里某个字段写在哪一行。 */
export function atField(page: Source, field: string): string {
  const found = new RegExp(`^\\s*(?:- )?${field}:`, 'm').exec(page.text);
  return found ? at(page, found.index + found[0].search(/\S/)) : `${page.file}:1`;
}

/** front matter 里的一列文字；写错类型的由字段检查去说。 */
export function words(page: Page | undefined, field: string): string[] {
  const value = page?.data[field];
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

export interface Tag {
  name: string;
  id: string | undefined;
  index: number;
  where: string;
}

/** 正文里的部件，按先后。 */
export function tags(page: Page, names = '[A-Z]\\w*'): Tag[] {
  return [...page.markup.matchAll(new RegExp(`<(${names})\\b([^>]*)`, 'g'))].map((found) => ({
    name: found[1] as string,
    id: /\sid="([^"]*)"/.exec(found[2] as string)?.[1],
    index: found.index,
    where: at(page, found.index),
  }));
}

/** 一章的学习目标编号。 */
export function objectivesOf({ index }: Chapter): string[] {
  const list = index?.data['objectives'];
  return Array.isArray(list) ? list.map((each) => String((each as Fields | null)?.['id'])) : [];
}
