/** 课程眼下有什么：章、节、目标、题目、实验。问答里给人挑的、要避开的都从这里来。 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'astro/zod';
import { chapterSchema, sectionSchema, type Chapter, type Section } from '../../schemas/chapter.ts';
import { syllabusSchema, type Syllabus } from '../../schemas/syllabus.ts';
import { Refusal } from './dialogue.ts';

export interface SectionDraft {
  number: number;
  slug: string;
  title: string;
  objectives: string[];
  syllabus: string[];
}

export interface BankItem {
  section: string;
  objective: string;
  title: string;
  prompt: string;
  check?: boolean | undefined;
}

export interface ChapterDraft {
  folder: string;
  number: number;
  slug: string;
  title: string;
  objectives: Chapter['objectives'];
  sections: SectionDraft[];
  /** 题库文件的原文；还没有就是 null */
  bankText: string | null;
  items: Record<string, BankItem>;
}

export interface Project {
  root: string;
  syllabus: Syllabus;
  chapters: ChapterDraft[];
  widgets: { id: string; title: string }[];
  /** 资料表里的编号 */
  references: string[];
}

export const bankFile = ({ slug }: Pick<ChapterDraft, 'slug'>) => `content/quizzes/${slug}.yaml`;

function parsed<T>(file: string, schema: z.ZodType<T>, read: () => unknown): T {
  let value: unknown;
  try {
    value = read();
  } catch (error) {
    throw new Refusal(`${file} 读不懂，先把它改好：${(error as Error).message.split('\n')[0]}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(
    `${file} 不合格式，先把它改好：${issue?.path.join(' › ')} ${issue?.message}（npm run test:unit 会列出全部）`,
  );
}

const frontMatter = (text: string) => load(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '');

export function readProject(root: string): Project {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const names = (folder: string) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).toSorted() : [];
  if (!existsSync(join(root, 'content/syllabus.yaml')))
    throw new Refusal(`${root} 里没有 content/syllabus.yaml；请在项目目录里运行 npm run new。`);
  const file = 'content/syllabus.yaml';
  const syllabus = parsed(file, syllabusSchema, () => load(read(file)));

  const chapters = names('content/chapters').flatMap((folder): ChapterDraft[] => {
    const [, number, slug] = /^(\d+)-(.+)$/.exec(folder) ?? [];
    const base = `content/chapters/${folder}`;
    if (number === undefined || slug === undefined) return [];
    const index = parsed(`${base}/index.mdx`, chapterSchema, () =>
      frontMatter(read(`${base}/index.mdx`)),
    );
    const sections = names(base)
      .filter((name) => /^\d+-.+\.mdx$/.test(name))
      .map((name): SectionDraft => {
        const data: Section = parsed(`${base}/${name}`, sectionSchema, () =>
          frontMatter(read(`${base}/${name}`)),
        );
        const [, position, id = ''] = /^(\d+)-(.+)\.mdx$/.exec(name) ?? [];
        const { title, objectives, syllabus: taught } = data;
        return { number: Number(position), slug: id, title, objectives, syllabus: taught };
      });
    const bank = bankFile({ slug });
    const bankText = existsSync(join(root, bank)) ? read(bank) : null;
    return [
      {
        folder,
        number: Number(number),
        slug,
        title: index.title,
        bankText,
        sections,
        objectives: index.objectives,
        items: bankText === null ? {} : readBank(bank, bankText),
      },
    ];
  });
  const widgets = names('src/widgets').map((id) => {
    const model = `src/widgets/${id}/model.ts`;
    const text = existsSync(join(root, model)) ? read(model) : '';
    return { id, title: /^ {2}title: '(.*)',$/m.exec(text)?.[1] ?? id };
  });
  const table = 'content/references.yaml';
  const references = Object.keys(
    existsSync(join(root, table))
      ? parsed(table, z.record(z.string(), z.unknown()), () => load(read(table)))
      : {},
  );
  return { root, syllabus, chapters, widgets, references };
}

export function readBank(file: string, text: string): Record<string, BankItem> {
  try {
    return (load(text) ?? {}) as Record<string, BankItem>;
  } catch (error) {
    throw new Refusal(`${file} 读不懂，先把它改好：${(error as Error).message.split('\n')[0]}`);
  }
}

/** 各章各节的名字。 */
export function titlesOf({ chapters }: Pick<Project, 'chapters'>): string[] {
  return chapters.flatMap(({ title, sections }) => [title, ...sections.map((each) => each.title)]);
}

/** 一节已经放进“考考自己”的题数。 */
export function checksOf(chapter: ChapterDraft, section: string): number {
  return Object.values(chapter.items).filter((item) => item.section === section && item.check)
    .length;
}
