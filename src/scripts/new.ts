/**
 * 新建一章、一节、一页章末小结、一个实验或一道题：`npm run new`。
 *
 * 一问一答，答完才写文件。答案也可以写进 JSON：`npm run new -- section --answers 答案.json`。
 * `npm run new -- schema` 重新生成编辑器用的题库 schema。
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { note, outro } from '@clack/prompts';
import { collect, Refusal, type Desk } from './new/fields.ts';
import { chapter, closing, section } from './new/pages.ts';
import { readProject, type Kind } from './new/project.ts';
import { question, questionSchema, schemaFile } from './new/question.ts';
import { widget } from './new/widget.ts';

export const kinds: Readonly<Record<string, Kind>> = {
  chapter,
  section,
  closing,
  widget,
  question,
};
const usage = `用法：npm run new -- [${Object.keys(kinds).join('|')}|schema] [--answers 答案.json]`;

function readArguments(args: string[]) {
  try {
    const options = { answers: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    if (positionals.length > 1)
      throw new Error(`一次只新建一样，收到了 ${positionals.join(' ')}。`);
    const { answers: file } = values;
    const given: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
    return { kind: positionals[0], given: given as Record<string, unknown> | undefined };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${usage}`);
  }
}

export async function run(args: string[], root: string, desk?: Desk): Promise<void> {
  const { kind: word, given } = readArguments(args);
  if (word === 'schema') return writeFileSync(join(root, schemaFile), await questionSchema());
  if (!given && !desk && !process.stdin.isTTY)
    throw new Refusal(`这里没有键盘可以答，把答案写进 JSON。\n${usage}`);
  const options = () => Object.entries(kinds).map(([value, { label }]) => ({ value, label }));
  const asked = { kind: { ask: '新建什么？', options } };
  const chosen = await collect(asked, word === undefined ? undefined : { kind: word }, desk);
  const kind = kinds[chosen.kind] as Kind;
  const project = readProject(root);
  const made = await kind.make(project, await collect(kind.fields(project), given, desk));

  const done = Object.entries(made.files).map(([file, text]) => {
    const before = existsSync(join(root, file))
      ? readFileSync(join(root, file), 'utf8')
      : undefined;
    // 续写的全文以原文开头；问答期间被改动了、本来就有的，都不覆盖
    if (before !== undefined && (text === before || !text.startsWith(before.trimEnd())))
      throw new Refusal(`${file} 已经有了，或者刚被改动，不会覆盖它；请换一个名字，或重新来一遍。`);
    return `${before === undefined ? '新建' : '续写'}  ${file}`;
  });
  for (const [file, text] of Object.entries(made.files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  if (given) return console.log([...done, ...made.left].join('\n'));
  note(done.join('\n'), '写好了', desk);
  note(made.left.join('\n\n'), '接下来', desk);
  outro('看一看：npm run dev　　查一查：npm test', desk);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), join(import.meta.dirname, '../..'));
  } catch (error) {
    console.error(error instanceof Refusal ? `${error.message}\n什么也没有写。` : error);
    process.exitCode = 1;
  }
}
