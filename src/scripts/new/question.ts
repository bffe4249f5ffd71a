/** 往题库里添一道题：定下归哪一节、考哪个目标、什么题型，其余留着空行，到编辑器里写。 */
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dump, load } from 'js-yaml';
import { z } from 'astro/zod';
import { Refusal } from './fields.ts';
import { pretty } from './pretty.ts';
import { chapterOf, defineKind, sectionOf, whichChapter, whichSection } from './project.ts';

export const schemaFile = 'content/question.schema.json';
/** 题库的第一行；编辑器照它指的 schema 帮着填。 */
export const schemaLine = '# yaml-language-server: $schema=../question.schema.json';
const typesFolder = join(import.meta.dirname, '../../quiz/types');
export const types = globSync('*/schema.ts', { cwd: typesFolder }).map(dirname).toSorted();

/** 编辑器用的题库 schema，由各题型的 schema.ts 生成。 */
export async function questionSchema(): Promise<string> {
  const definitions: Record<string, object> = {};
  for (const type of types) {
    const file = pathToFileURL(join(typesFolder, type, 'schema.ts')).href;
    const { schema } = (await import(file)) as { schema: z.ZodType };
    const { $schema: _, ...own } = z.toJSONSchema(schema, {
      target: 'draft-7',
      io: 'input',
      // 空文字由 refine 拦下，生成的 schema 里看不见，这里补上
      override({ jsonSchema: each }) {
        if (each.type === 'string' && !each.enum && !each.pattern) each.minLength ??= 1;
      },
    });
    definitions[type] = own;
  }
  const whole = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    description: '题库。由 src/quiz/types/*/schema.ts 生成，不手改：npm run new -- schema',
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['type'],
      properties: { type: { enum: types, description: '题型 type。定了题型，别的字段才认得' } },
      allOf: types.map((type) => ({
        if: { required: ['type'], properties: { type: { const: type } } },
        // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema 的关键字，不是 Promise
        then: { $ref: `#/definitions/${type}` },
      })),
    },
    definitions,
  };
  return pretty(schemaFile, JSON.stringify(whole));
}

const wrong = { text: null, why: null };
const sorted = { text: null, group: null, why: null };
const spot = { name: null, x: null, why: null };
const axis = { label: null, from: null, to: null, step: null };
/** 各题型自己的几行；空着的都要写，schema 会一处处指出来。 */
const ownLines: Readonly<Record<string, object>> = {
  single: { options: [{ text: null, correct: true }, wrong, wrong, wrong] },
  multiple: { options: [{ text: null, correct: true, why: null }, wrong, wrong] },
  numeric: { generator: null },
  ordering: { from: null, to: null, steps: [wrong, wrong, wrong] },
  sort: { groups: [null, null], items: [sorted, sorted, sorted] },
  place: { figure: { x: axis }, answer: { x: null }, wrong: [spot, spot], otherwise: null },
};

export const question = defineKind({
  label: '一道题',
  fields: (project) => ({
    chapter: whichChapter(project),
    section: whichSection(project),
    objective: {
      ask: '考哪个学习目标？',
      options: (got) =>
        chapterOf(project, got)
          .objectives.filter(({ id }) => sectionOf(project, got)?.objectives.includes(id))
          .map(({ id, text }) => ({ value: id, label: text })),
      none: '这一节还没有落实学习目标，先写 front matter 的 objectives。',
    },
    type: { ask: '哪种题型？', options: () => types.map((value) => ({ value, label: value })) },
    id: {
      ask: '题目的英文编号，定了就不再改，如 cliff-eighty-to-ninety',
      form: 'id',
      taken: (got) => Object.keys(chapterOf(project, got).questions),
    },
  }),
  make(project, got) {
    const { slug, title, objectives, bank, questions } = chapterOf(project, got);
    const { type, section, objective, id } = got;
    const file = `content/quizzes/${slug}.yaml`;
    const here = Object.values(questions).filter((each) => each.section === section && each.check);
    const bloom = objectives.find((each) => each.id === objective)?.bloom;
    const check = here.length < 2 ? { check: true } : {};
    const identity = { type, section, objective, bloom, difficulty: null, ...check };
    const words = {
      title: null,
      prompt: null,
      ...ownLines[type],
      explanation: null,
      hints: [null],
    };
    const added = dump({ [id]: { ...identity, ...words } }, { noRefs: true }).replace(
      /(?<=[:-]) null$/gm,
      '',
    );
    const heading = `${schemaLine}\n# ${title} 的题库。每条的键是题目编号，定了就不再改：读者的记录认它。\n`;
    const text = `${(bank ?? heading).trimEnd()}\n\n${added}`;
    if (Object.keys(load(text) as object).length !== Object.keys(questions).length + 1)
      throw new Refusal(`${file} 接上新题之后读出来不对，没有写；请检查文件末尾是否完整。`);
    return {
      files: { [file]: text },
      left: [
        `${file} 末尾：把空着的几行写满。没写满时构建和 test/content/quizzes.test.ts 都通不过，会说缺哪一行。`,
        `数字由 src/quiz/generators/ 出（generator）；写死的，到 test/content/quiz-numbers*.test.ts 补一行重算一遍。`,
        `这一节的“考考自己”（check: true）要两三道，加上这一道有 ${here.length + Object.keys(check).length} 道。`,
      ],
    };
  },
});
