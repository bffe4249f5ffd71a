/**
 * 新建一章、一节、一个实验或一道题：`npm run new`。
 *
 * 一问一答，答完才写文件，写出来的通得过 `npm test`。也可以把答案写进 JSON：
 * `npm run new -- section --answers 答案.json`；`--root` 指定另一个项目目录。
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Answers } from './new/answers.ts';
import { newChapter } from './new/chapter.ts';
import { choose, Refusal, type Dialogue } from './new/dialogue.ts';
import { Plan } from './new/plan.ts';
import { readProject, type ChapterDraft, type Project } from './new/project.ts';
import { askQuestion } from './new/question.ts';
import { newSection } from './new/section.ts';
import { Stopped, Terminal } from './new/terminal.ts';
import { newWidget } from './new/widget.ts';
import { addToBank } from './new/yaml.ts';

type Kind = 'chapter' | 'section' | 'widget' | 'question';

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'chapter', label: '一章' },
  { value: 'section', label: '一节' },
  { value: 'widget', label: '一个实验' },
  { value: 'question', label: '一道题' },
];

/** 题目里读者看不到的字段。 */
const notShown = { section: '', objective: '', difficulty: '' };

async function newQuestion(dialogue: Dialogue, project: Project, plan: Plan) {
  const ready = project.chapters.filter(({ sections }) => sections.length > 0);
  if (ready.length === 0) throw new Refusal('还没有写好的小节，题目没有地方放；先写章和小节。');
  const slug = await dialogue.ask(
    choose({
      name: 'chapter',
      ask: '给哪一章出题？',
      options: ready.map((each) => ({ value: each.slug, label: each.title })),
      preset: ready.length === 1 ? ready[0]?.slug : undefined,
    }),
  );
  const chapter = ready.find((each) => each.slug === slug) as ChapterDraft;
  const { id, item } = await askQuestion(dialogue, { chapter });
  await addToBank(plan, chapter, { [id]: item });
  // 生成题的数字是算出来的；写死的数字要有一处替它重算
  return item.type !== 'numeric' && /\d/.test(JSON.stringify({ ...item, ...notShown }))
    ? `题里写死了数字：到 test/content/quiz-numbers.test.ts 补一行，让它用 src/calc 重算一遍。`
    : undefined;
}

const makers: Record<
  Kind,
  (dialogue: Dialogue, project: Project, plan: Plan) => Promise<string | void>
> = { chapter: newChapter, section: newSection, widget: newWidget, question: newQuestion };

function readAnswers(file: string): Answers {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Refusal(`读不到答案文件 ${file}，检查路径。`);
  }
  try {
    return new Answers(JSON.parse(text), [file]);
  } catch (error) {
    throw new Refusal(`${file} 不是 JSON：${(error as Error).message}`);
  }
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { answers: { type: 'string' }, root: { type: 'string' } },
    });
    if (positionals.length > 1)
      throw new Refusal(`一次只新建一样，收到了 ${positionals.join(' ')}。`);
    return { ...values, kind: positionals[0] };
  } catch (error) {
    throw new Refusal(
      `${(error as Error).message}\n用法：npm run new -- [chapter|section|widget|question] [--answers 答案.json] [--root 目录]`,
    );
  }
}

export async function run(args: string[]): Promise<void> {
  const {
    kind: word,
    answers: file,
    root = resolve(import.meta.dirname, '../..'),
  } = readArguments(args);
  const asking = choose({ name: 'kind', ask: '新建什么？', options: kinds });
  const chosen = word === undefined ? undefined : asking.read(word);
  const project = readProject(resolve(root));
  const plan = new Plan(resolve(root));
  const answers = file === undefined ? null : readAnswers(file);
  const terminal = answers ? null : new Terminal(process.stdin, process.stdout);
  const dialogue: Dialogue = (answers ?? terminal) as Dialogue;
  try {
    terminal?.say('一问一答，答完才写文件；随时按 Ctrl-C 停下，什么也不会写。');
    const kind = chosen ?? (await dialogue.ask(asking));
    const next = await makers[kind](dialogue, project, plan);
    answers?.finish();
    const written = plan.write();
    console.log(
      ['', ...written.map((each) => `${each.created ? '新建' : '续写'}  ${each.file}`)].join('\n'),
    );
    if (next) console.log(`\n${next}`);
    console.log('\n看一看：npm run dev　　查一查：npm test');
  } finally {
    terminal?.close();
  }
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2));
  } catch (error) {
    if (error instanceof Stopped) console.error('\n停下了，什么也没有写。');
    else if (error instanceof Refusal) console.error(`${error.message}\n什么也没有写。`);
    else console.error(error);
    process.exitCode = error instanceof Stopped ? 130 : 1;
  }
}
