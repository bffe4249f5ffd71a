/** 课程眼下有什么，供人挑、要避开的都从这里来；一样东西新建时问什么、写什么，是怎样约定的。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'astro/zod';
import { objectiveSchema } from '../../schemas/chapter.ts';
import { syllabusSchema } from '../../schemas/syllabus.ts';
import { Refusal, type Field, type Got } from './fields.ts';

export interface Made {
  /** 文件 → 全文；续写的也写全文 */
  files: Record<string, string>;
  /** 还要作者自己写的，和没写时谁会提醒 */
  left: string[];
}

export interface Kind<Name extends string = string> {
  label: string;
  fields: (project: Project) => Record<Name, Field>;
  make: (project: Project, got: Record<Name, string>) => Made | Promise<Made>;
}

/** 让编辑器推断出各项的名字。 */
export const defineKind = <Name extends string>(kind: Kind<Name>): Kind => kind as unknown as Kind;

/** 正在写、还不合格式的地方当作没有，不拦着新建别的。 */
const indexSchema = z.object({
  title: z.string().catch(''),
  objectives: z.array(objectiveSchema).catch([]),
});
const sectionSchema = z.object({
  title: z.string().catch(''),
  objectives: z.array(z.string()).catch([]),
});
const question = z.object({ section: z.string().optional(), check: z.boolean().optional() });
const bankSchema = z.record(z.string(), question.catch({})).catch({});

export function readProject(root: string) {
  const list = (pattern: string) => globSync(pattern, { cwd: root }).toSorted();
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const parse = <T>(file: string, schema: z.ZodType<T>): T => {
    const text = read(file);
    try {
      return schema.parse(load(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? text) ?? {});
    } catch (error) {
      throw new Refusal(`${file} 读不懂，先把它改好：${(error as Error).message}`);
    }
  };
  const chapters = list('content/chapters/*-*/index.mdx').map((index) => {
    const folder = dirname(index);
    const slug = basename(folder).replace(/^\d+-/, '');
    const file = `content/quizzes/${slug}.yaml`;
    const bank = existsSync(join(root, file)) ? read(file) : undefined;
    return {
      folder,
      slug,
      ...parse(index, indexSchema),
      sections: list(`${folder}/[0-9]*-*.mdx`).map((page) => {
        const [, number, own = ''] = /(\d+)-([^/]+)\.mdx$/.exec(page) ?? [];
        return { file: page, number: Number(number), slug: own, ...parse(page, sectionSchema) };
      }),
      bank,
      questions: bank === undefined ? {} : parse(file, bankSchema),
    };
  });
  return {
    syllabus: parse('content/syllabus.yaml', syllabusSchema),
    chapters,
    widgets: list('src/widgets/*/model.ts').map((file) => basename(dirname(file))),
  };
}

export type Project = ReturnType<typeof readProject>;
export type Chapter = Project['chapters'][number];

/** 选过的那一章、那一节；选项里只有真有的。 */
export const chapterOf = ({ chapters }: Project, { chapter }: Got): Chapter =>
  chapters.find(({ slug }) => slug === chapter) as Chapter;
export const sectionOf = (project: Project, got: Got) =>
  chapterOf(project, got).sections.find(({ slug }) => slug === got['section']);

const named = ({ slug, title }: { slug: string; title: string }) => ({ value: slug, label: title });

export const whichChapter = (project: Project): Field => ({
  ask: '哪一章？',
  options: () => project.chapters.map(named),
  none: '还没有章，先 npm run new -- chapter。',
});
export const whichSection = (project: Project): Field => ({
  ask: '哪一节？',
  options: (got) => chapterOf(project, got).sections.map(named),
  none: '这一章还没有小节，先 npm run new -- section。',
});
