/** `npm run new`：答案 → 文件。写出来的要么通得过检查，要么由检查说出还缺作者的哪一句话。 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { load } from 'js-yaml';
import { compile } from 'svelte/compiler';
import { z } from 'astro/zod';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { bankProblems } from '../../src/quiz/bank.ts';
import { kinds, run } from '../../src/scripts/new.ts';
import { collect } from '../../src/scripts/new/fields.ts';
import { pretty } from '../../src/scripts/new/pretty.ts';
import { readProject, type Kind } from '../../src/scripts/new/project.ts';
import { questionSchema, schemaFile, schemaLine, types } from '../../src/scripts/new/question.ts';
import { readCourse } from '../content/course.ts';
import * as chapterRules from '../content/rules/chapters.ts';
import * as closingRules from '../content/rules/closings.ts';
import * as linkRules from '../content/rules/links.ts';
import * as sectionRules from '../content/rules/sections.ts';
import * as syllabusRules from '../content/rules/syllabus.ts';

const project = join(import.meta.dirname, '../..');
const answers = {
  chapter: {
    slug: 'quality',
    question: '服务做得好不好，由谁来定，又怎样量？',
    summary: '先分清谁在打分，再用相应的办法把打出来的分变成能改的事情。',
    objectives: [
      'compare-judges analyze 比较顾客和员工打的分',
      'compute-gaps apply 计算五个差距各有多大',
      'weigh-remedies evaluate 评价几种补救的做法',
    ],
  },
  section: {
    chapter: 'queueing',
    title: '先定目标再排队',
    english: "The Queue's Aim First",
    question: '同一条队，先让谁满意才算排得好？',
    summary: '排队之前先说清楚为谁排，再谈怎么排。',
    objectives: ['apply-littles-law'],
  },
  closing: {
    chapter: 'queueing',
    question: '一条队摆在面前，该先量、先改，还是先定次序？',
    summary: '把排队一章从头到尾连成一条线，再留几道讨论题带回去想。',
  },
  widget: {
    id: 'author-seats',
    title: '食堂要几个座位',
    english: 'How many seats a canteen needs',
    question: "他说 it's `fine` ${'$'}{x} \\n，座位要多几个？",
    chapter: 'queueing',
    section: 'littles-law',
    answer: '同时在吃的人',
    unit: '人',
  },
  question: {
    chapter: 'queueing',
    section: 'littles-law',
    objective: 'apply-littles-law',
    type: 'single',
    id: 'author-question',
  },
};
type Name = keyof typeof answers;

/** 项目的一份副本，各个测试只读它；要写的先 `ownCopy()`。 */
let shared = '';
let root = '';
beforeAll(() => {
  root = shared = mkdtempSync(join(tmpdir(), 'new-'));
  for (const folder of ['content', 'src/widgets'])
    cpSync(join(project, folder), join(root, folder), { recursive: true });
  for (const folder of ['calc', 'lib', 'widget-kit', 'components', 'pages'])
    symlinkSync(join(project, 'src', folder), join(root, 'src', folder));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  // 课程以后真写了这些，测试照样从没有它们的时候开始
  for (const made of ['content/chapters/*-quality', 'content/chapters/*-queueing/closing.mdx'])
    for (const path of globSync(made, { cwd: root })) rmSync(join(root, path), { recursive: true });
  return () => rmSync(shared, { recursive: true });
});

/** 自己的一份：内容与实验可以随便写，别的只借来读。 */
function ownCopy(): () => void {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  cpSync(shared, root, { recursive: true, verbatimSymlinks: true });
  return () => {
    rmSync(root, { recursive: true });
    root = shared;
  };
}

/** 只读的那一份读一次：整个课程读一遍要半秒 */
let read: ReturnType<typeof readProject> | undefined;
const make = async (name: Name, change: object = {}) => {
  const now = root === shared ? (read ??= readProject(shared)) : readProject(root);
  const kind = kinds[name] as Kind;
  return kind.make(now, await collect(kind.fields(now), { ...answers[name], ...change }));
};

async function write(name: Name, args: string[] = []): Promise<string> {
  const file = join(root, 'answers.json');
  writeFileSync(file, JSON.stringify(answers[name]));
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  await run([name, '--answers', file, ...args], root);
  const text = said.mock.calls.flat().join('\n');
  said.mockRestore();
  return text;
}

const rules = { ...chapterRules, ...closingRules, ...linkRules, ...sectionRules, ...syllabusRules };
/** 哪几条内容规则有话说。 */
const complaining = () => {
  const course = readCourse(root);
  return Object.entries(rules).flatMap(([name, rule]) => (rule(course).length > 0 ? [name] : []));
};
const rewrite = (file: string, ...[from, to]: [string, string]) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
};

describe('pages', () => {
  beforeEach(ownCopy);

  test('a chapter passes every rule except that nothing yet teaches and asks its objectives', async () => {
    const before = complaining();
    const { files } = await make('chapter');
    const { number } = readProject(root).syllabus.chapters.find(({ slug }) => slug === 'quality')!;
    const file = `content/chapters/${String(number).padStart(2, '0')}-quality/index.mdx`;
    expect(Object.keys(files)).toEqual([file]);
    expect(await write('chapter')).toContain(`新建  ${file}`);
    expect(readFileSync(join(root, file), 'utf8')).toContain(
      '  - id: compute-gaps\n    text: 计算五个差距各有多大\n    bloom: apply\n',
    );
    expect(complaining()).toEqual([...new Set([...before, 'objectives'])].toSorted(byRule));
  });

  test('a section gets the next number and lacks nothing but its text', async () => {
    const before = complaining();
    const count = globSync('content/chapters/*-queueing/[0-9]*.mdx', { cwd: root }).length;
    const [file = ''] = Object.keys((await make('section')).files);
    expect(file).toMatch(new RegExp(`-queueing/${count + 1}-the-queue-s-aim-first.mdx$`));
    await write('section');
    expect(complaining()).toEqual([...before, 'openings'].toSorted(byRule));
    rewrite(file, '\n---\n', '\n---\n\n早上八点，门诊大厅已经站满了人。\n');
    expect(complaining()).toEqual(before);
  });

  test('a closing names, through the rules, everything its author still has to write', async () => {
    const before = complaining().filter((rule) => rule !== 'written');
    expect(Object.keys((await make('closing')).files)).toEqual([
      'content/chapters/08-queueing/closing.mdx',
    ]);
    await write('closing');
    const asked = ['summaries', 'discussions', 'readings', 'citations'];
    expect(complaining()).toEqual([...new Set([...before, ...asked])].toSorted(byRule));
    await expect(write('closing')).rejects.toThrow('closing.mdx 已经有了');
  });
});
const order = Object.keys(rules);
const byRule = (a: string, b: string) => order.indexOf(a) - order.indexOf(b);

describe('a question', () => {
  /** 作者会填的：空着的地方各写一句不同的话，数写在轴上。 */
  function filled(value: unknown, path: string[] = []): unknown {
    const [name = '', index] = [path.findLast((each) => /\D/.test(each)), path.at(-2)];
    if (value === null) {
      const numbers = { difficulty: 1, from: 0, to: 10, step: 1 } as const;
      if (path[0] === 'figure' || name === 'difficulty')
        return numbers[name as keyof typeof numbers] ?? '离江边';
      if (name === 'x') return { answer: 5 }[index as string] ?? 1 + 8 * Number(index);
      if (name === 'group') return `补上的话${index === '0' ? 0 : 1}`;
      return name === 'generator' ? 'littles-law' : `补上的话${path.at(-1)}`.slice(0, 8);
    }
    if (Array.isArray(value)) return value.map((each, i) => filled(each, [...path, String(i)]));
    if (typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value as object).map(([key, each]) => [key, filled(each, [...path, key])]),
    );
  }

  test.each(types)(
    'of type %s: every blank is asked for by name, and filling them in is enough',
    async (type) => {
      const file = 'content/quizzes/queueing.yaml';
      const before = readFileSync(join(root, file), 'utf8');
      const { files } = await make('question', { type });
      expect(Object.keys(files)).toEqual([file]);
      const text = files[file] ?? '';
      expect(text.startsWith(before.trimEnd())).toBe(true);
      expect(await pretty(file, text)).toBe(text);
      const item = (load(text) as Record<string, object>)['author-question'];
      const blanks = JSON.stringify(item).match(/\bnull\b/g)?.length;
      const problems = bankProblems(file, { 'author-question': item });
      expect(problems.length, problems.join('\n')).toBe(blanks);
      expect(bankProblems(file, { 'author-question': filled(item) })).toEqual([]);
    },
  );

  test('starts the bank of a chapter that has none', async () => {
    onTestFinished(ownCopy());
    rmSync(join(root, 'content/quizzes/queueing.yaml'));
    const { files } = await make('question');
    const text = files['content/quizzes/queueing.yaml'] ?? '';
    expect(text.split('\n')[0]).toBe(schemaLine);
    expect(Object.keys(load(text) as object)).toEqual(['author-question']);
    expect(text).toContain('\n  check: true\n');
  });

  test('is appended by a real run, and not twice', async () => {
    onTestFinished(ownCopy());
    expect(await write('question')).toContain('续写  content/quizzes/queueing.yaml');
    await expect(write('question')).rejects.toThrow('id：“author-question”已经有了');
  });
});

describe('the editor’s schema of question banks', () => {
  const file = readFileSync(join(project, schemaFile), 'utf8');

  test('is what the question types generate', async () => {
    expect(file, `${schemaFile} 旧了，重新生成：npm run new -- schema`).toBe(
      await questionSchema(),
    );
  });

  const banks = globSync('content/quizzes/*.yaml', { cwd: project });
  test.each(banks)('is named in the first line of %s and fits its questions', (bank) => {
    const text = readFileSync(join(project, bank), 'utf8');
    expect(text.split('\n')[0], `${bank} 的第一行要写 ${schemaLine}`).toBe(schemaLine);
    const { definitions } = JSON.parse(file) as {
      definitions: Record<string, z.core.JSONSchema.JSONSchema>;
    };
    const schemas = new Map(
      Object.entries(definitions).map(([type, schema]) => [type, z.fromJSONSchema(schema)]),
    );
    const fits = (item: object) =>
      (schemas.get((item as { type: string }).type) ?? z.never()).safeParse(item);
    for (const [id, item] of Object.entries(load(text) as Record<string, object>)) {
      expect(fits(item).error, id).toBeUndefined();
      for (const broken of [{ title: '' }, { prompt: null }, { titel: '拼错' }, { difficulty: 4 }])
        expect(fits({ ...item, ...broken }).success, id).toBe(false);
    }
  });
});

describe('a widget', () => {
  beforeEach(ownCopy);

  test('runs at once; what its author has to say is asked for, and saying it is enough', async () => {
    const { files } = await make('widget');
    const model = 'src/widgets/author-seats/model.ts';
    const view = 'src/widgets/author-seats/AuthorSeats.svelte';
    const own = 'test/widgets/author-seats.test.ts';
    const folder = 'src/widgets/author-seats';
    expect(Object.keys(files)).toEqual([
      model,
      view,
      `${folder}/Mount.astro`,
      `${folder}/Picture.astro`,
      own,
    ]);
    for (const [file, text] of Object.entries(files))
      expect(await pretty(file, text), file).toBe(text);
    expect(compile(files[view] ?? '', { generate: 'server' }).warnings).toEqual([]);

    rmSync(join(root, 'src/widgets'), { recursive: true });
    await write('widget');
    cpSync(
      join(project, 'test/widgets/all-models.test.ts'),
      join(root, 'test/widgets/all-models.test.ts'),
    );
    const failures = () => {
      const report = join(root, 'report.json');
      const program = join(project, 'node_modules/vitest/vitest.mjs');
      const args = [program, 'run', '--root', root, '--reporter', 'json', '--outputFile', report];
      spawnSync(process.execPath, args);
      const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
        testResults: { assertionResults: { status: string; title: string }[] }[];
      };
      const results = testResults.flatMap(({ assertionResults }) => assertionResults);
      expect(results.length).toBeGreaterThan(7);
      return results.filter(({ status }) => status !== 'passed').map(({ title }) => title);
    };
    expect(failures().toSorted()).toEqual([
      'judges any guess with an explanation',
      'leaves no word unwritten that a reader is to see',
    ]);
    const text = readFileSync(join(root, model), 'utf8');
    expect(text).toContain(JSON.stringify(answers.widget.question).slice(1, -1));
    writeFileSync(join(root, model), text.replaceAll(": ''", ": '作者写下的话，有几个人？'"));
    expect(failures()).toEqual([]);
  });
});

test.each<[Name, object, string]>([
  ['question', { id: '题一' }, 'id：编号只用小写英文字母'],
  ['question', { section: 'nowhere' }, 'section：没有“nowhere”这一项'],
  ['question', { objective: 'size-call-centre' }, 'objective：没有“size-call-centre”这一项'],
  ['question', { prompts: '多出来的' }, '没有问到 prompts'],
  ['question', { type: undefined }, 'type：没有写。要答的是“哪种题型？”'],
  ['section', { title: '利特尔法则' }, 'title：“利特尔法则”已经有了'],
  ['section', { slug: 'littles-law' }, 'slug：“littles-law”已经有了'],
  ['section', { objectives: [] }, 'objectives：至少要 1 项'],
  ['section', { english: '英文' }, 'english：这里写英文'],
  ['section', { minutes: 90 }, 'minutes：最多 40：大约读几分钟'],
  ['section', { minutes: '很久' }, 'minutes：写一个整数'],
  ['section', { question: '太短？' }, 'question：至少 8：开头抛给读者的问题'],
  [
    'section',
    { summary: '半角标点,不是中文的标点,要换成全角的。' },
    'summary：“半角标点,不是中文的”：中文里的半角标点',
  ],
  ['section', { summary: '这是未核实的一条说法，先写着◇，以后再说。' }, '研究记号'],
  ['section', { title: '展\u0007厅' }, '控制字符'],
  ['section', { title: '   ' }, 'title：这一项不能空着'],
  ['chapter', { slug: 'queueing' }, 'slug：没有“queueing”这一项'],
  ['chapter', { objectives: answers.chapter.objectives.slice(1) }, 'objectives：至少要 3 项'],
  ['chapter', { objectives: [...answers.chapter.objectives, '会算'] }, '一行写成“编号 认知层次'],
  [
    'chapter',
    { objectives: [...answers.chapter.objectives, answers.chapter.objectives[0]] },
    '编号有重复',
  ],
  ['widget', { id: 'pooling' }, 'id：“pooling”已经有了'],
])('%s with %j is refused', async (name, change, message) => {
  await expect(make(name, change)).rejects.toThrow(message);
});

test.each([
  [['sections'], '没有“sections”这一项'],
  [['section', 'chapter'], '一次只新建一样'],
  [['--answer', 'x'], '用法：npm run new'],
  [['section', '--answers', 'none.json'], 'none.json'],
])('%j is answered with a sentence', async (args, message) => {
  await expect(run(args, root, {})).rejects.toThrow(message);
});

describe('at the keyboard', () => {
  beforeEach(ownCopy);

  /** 问到哪一句，就敲什么。 */
  async function type(keys: readonly [asked: string, typed: string][]) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const left = [...keys];
    let heard = '';
    output.on('data', (chunk: Buffer) => {
      heard += chunk;
      const [next] = left;
      if (!next || !heard.includes(next[0])) return;
      heard = '';
      left.shift();
      setImmediate(() => input.write(next[1]));
    });
    await run(['question'], root, { input, output });
    expect(left).toEqual([]);
    return heard;
  }
  const enter = '\r';
  const start: [string, string][] = [
    ['哪一章？', enter],
    ['哪一节？', enter],
    ['考哪个学习目标？', enter],
    ['哪种题型？', enter],
  ];

  test('asks, asks again when the answer will not do, and then writes', async () => {
    const [first = ''] = globSync('content/chapters/*', { cwd: root }).toSorted();
    const bank = `content/quizzes/${first.replace(/^.*[/\\]\d\d-/, '')}.yaml`;
    const said = await type([
      ...start,
      ['英文编号', `Wrong${enter}`],
      ['编号只用小写英文字母', `${'\u007f'.repeat(5)}typed-by-hand${enter}`],
    ]);
    expect(said).toContain(`续写  ${bank}`);
    expect(readFileSync(join(root, bank), 'utf8')).toContain(
      '\ntyped-by-hand:\n  type: multiple\n',
    );
  });

  test('stops without a trace at Ctrl-C', async () => {
    const before = globSync('content/quizzes/*.yaml', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    await expect(type([...start, ['英文编号', '\u0003']])).rejects.toThrow('停下了');
    expect(
      globSync('content/quizzes/*.yaml', { cwd: root }).map((file) =>
        readFileSync(join(root, file), 'utf8'),
      ),
    ).toEqual(before);
  });

  test('without a keyboard it ends in a sentence, not in a stack', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'src/scripts/new.ts')]);
    expect(status).toBe(1);
    expect(String(stderr)).toMatch(/^这里没有键盘可以答.*\n用法：.*\n什么也没有写。\n$/);
  });
});
