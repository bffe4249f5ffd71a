/** 题库：读 content/quizzes/<章>.yaml 的条目，按题型查字段，出成可以作答的题。只在构建时用。 */
import type { z } from 'astro/zod';
import { hash53, seedOf } from './hash.ts';
import type { Question } from './question.ts';
import { questionTypes, typeOf } from './question-types.ts';
import { widgetPath, type WidgetLink } from './widget-path.ts';

const schemas = import.meta.glob<{ schema: z.ZodType<BankItem> }>('./types/*/schema.ts', {
  eager: true,
});

/** 题库里的一条，共有的字段；题型自己的字段原样带着。 */
export interface BankItem {
  type: string;
  section: string;
  objective: string;
  bloom: string;
  difficulty: number;
  title: string;
  prompt: string;
  explanation: string;
  hints: string[];
  check?: boolean | undefined;
  widget?: WidgetLink | undefined;
}

export interface BankEntry {
  id: string;
  item: BankItem;
}

/** 全部问题一次说完：“文件 › 题目 › 字段：补救办法”。 */
export function bankProblems(file: string, bank: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(bank).flatMap(([id, raw]) => {
    const type = (raw as { type?: unknown } | null)?.type;
    const schema =
      typeof type === 'string' ? schemas[`./types/${type}/schema.ts`]?.schema : undefined;
    if (!schema)
      return [
        `${file} › ${id} › type：没有题型 ${String(type)}，可以写 ${Object.keys(questionTypes).join('、')}`,
      ];
    const { error } = schema.safeParse(raw);
    return (error?.issues ?? []).map(
      ({ path, message }) => `${file} › ${[id, ...path].join(' › ')}：${message}`,
    );
  });
}

export function readBank(file: string, bank: Readonly<Record<string, unknown>>): BankEntry[] {
  const problems = bankProblems(file, bank);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return Object.entries(bank).map(([id, raw]) => {
    const { type } = raw as { type: string };
    const schema = schemas[`./types/${type}/schema.ts`]?.schema;
    return { id, item: (schema as z.ZodType<BankItem>).parse(raw) };
  });
}

/**
 * 把一条出成题。种子取自编号：同一版本里人人看到同一组数，课堂上好对答案；
 * 读者要换，到页面上再换。
 */
export async function ask(
  chapter: string,
  { id, item }: BankEntry,
  seed = seedOf(id),
): Promise<Question> {
  // 搬到别的小节、改难度或题名，不算换了题；内容改了才算。
  const { section, objective, bloom: _, check: __, difficulty, title, ...content } = item;
  const { type, prompt, explanation, hints, widget, ...own } = content;
  const question = {
    ...own,
    id,
    hash: hash53(JSON.stringify(content)).toString(36),
    type,
    title,
    section: `${chapter}/${section}`,
    objective,
    difficulty,
    seed,
    prompt,
    explanation,
    hints,
    widget: widget && widgetPath(widget),
    ...(typeOf(item).redraws(item) ? { template: { prompt, explanation, hints, widget } } : {}),
  };
  return typeOf(item).again(question, seed);
}
