import { spawn } from 'node:child_process';
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
import { load } from 'js-yaml';
import { check as formatted, resolveConfig } from 'prettier';
import { compile } from 'svelte/compiler';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBank } from '../../src/quiz/bank.ts';
import { run } from '../../src/scripts/new.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { readCourse } from '../content/course.ts';
import * as chapterRules from '../content/rules/chapters.ts';
import * as closingRules from '../content/rules/closings.ts';
import * as linkRules from '../content/rules/links.ts';
import * as sectionRules from '../content/rules/sections.ts';
import * as syllabusRules from '../content/rules/syllabus.ts';
import * as author from './author.ts';

const project = join(import.meta.dirname, '../..');
let root = '';

/** 项目的一份副本：内容与实验可以随便写，别的只借来读。 */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  for (const folder of ['content', 'src/widgets'])
    cpSync(join(project, folder), join(root, folder), { recursive: true });
  // 课程以后真写了这些，测试照样从没有它们的时候开始
  for (const made of ['content/chapters/05-location', 'content/quizzes/location.yaml'])
    rmSync(join(root, made), { recursive: true, force: true });
  rmSync(join(root, 'src/widgets', author.widget.id), { recursive: true, force: true });
  for (const folder of ['calc', 'lib', 'widget-kit', 'pages', 'components'])
    symlinkSync(join(project, 'src', folder), join(root, 'src', folder));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  return () => rmSync(root, { recursive: true });
});
beforeAll(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
afterAll(() => vi.restoreAllMocks());

const files = () =>
  new Map(
    globSync('{content,src/widgets,test}/**/*.*', { cwd: root })
      .toSorted()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );

/** 按答案新建，返回新写和改过的文件。 */
async function make(kind: string, answers: unknown): Promise<Map<string, string>> {
  const before = files();
  remember();
  const file = join(root, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  await run([kind, '--answers', file, '--root', root]);
  return new Map([...files()].filter(([name, text]) => before.get(name) !== text));
}

async function refusal(kind: string, answers: unknown): Promise<string> {
  const before = files();
  const message = await make(kind, answers).then(
    () => 'written',
    (error: Error) => error.message,
  );
  expect(files(), 'nothing may be written').toEqual(before);
  return message;
}

const rules = Object.entries({
  ...chapterRules,
  ...closingRules,
  ...sectionRules,
  ...syllabusRules,
  ...linkRules,
});
/** 课程本来就有的问题由内容检查去说，这里只看新添的。 */
let known = new Set<string>();
const remember = () => {
  const before = readCourse(root);
  known = new Set(rules.flatMap(([, rule]) => rule(before)));
};
async function expectSound(changed: Map<string, string>): Promise<void> {
  const course = readCourse(root);
  for (const [name, rule] of rules)
    expect(
      rule(course).filter((problem) => !known.has(problem)),
      name,
    ).toEqual([]);
  for (const [file, text] of changed) {
    if (file.endsWith('.mdx')) continue;
    const filepath = join(project, file);
    expect(await formatted(text, { ...(await resolveConfig(filepath)), filepath }), file).toBe(
      true,
    );
  }
}

const bankOf = (chapter: string) => {
  const file = `content/quizzes/${chapter}.yaml`;
  const text = readFileSync(join(root, file), 'utf8');
  return { text, items: readBank(file, load(text) as Record<string, unknown>) };
};

describe('a question', () => {
  const inQueueing = (question: object, objective = 'apply-littles-law') => ({
    chapter: 'queueing',
    section: 'littles-law',
    ...question,
    objective,
  });

  test.each([
    'single',
    'multiple',
    'ordering',
    'numeric',
    'sort',
    'place',
    'computedPlace',
  ] as const)('of type %s is appended to its bank, which stays as it was', async (type) => {
    const { text: before } = bankOf('queueing');
    const changed = await make('question', inQueueing(author[type]));
    expect([...changed.keys()]).toEqual(['content/quizzes/queueing.yaml']);
    const { text, items } = bankOf('queueing');
    expect(text.startsWith(before.trimEnd())).toBe(true);
    expect(items.at(-1)).toMatchObject({
      id: author[type].id,
      item: { type: author[type].type },
    });
    await expectSound(changed);
  });

  test.each<[string, object, string]>([
    ['an id in use', { id: 'author-law-in-a-museum' }, 'id：author-law-in-a-museum 已经有了'],
    ['a strange id', { id: '题一' }, 'id：编号只用小写英文字母'],
    ['an unknown section', { section: 'nowhere' }, 'section：没有“nowhere”这一项'],
    ['a title that is too long', { title: '字'.repeat(25) }, 'title：短题名 title 太长'],
    ['half-width punctuation', { prompt: '展厅里,每小时来 {perHour} 人' }, '请换成全角 ，'],
    ['an unknown number', { prompt: '展厅里每小时来 {lambda} 人，多久？' }, '没有名叫 {lambda}'],
    ['no number at all', { prompt: '展厅里的人平均待几分钟呢？' }, '题面里要用 {名字}'],
    ['a research mark', { explanation: '这是未核实的一条说法，先写着◇。' }, '研究记号'],
    ['an empty text', { explanation: '   ' }, 'explanation：这一项不能空着'],
    ['control characters', { title: '展\u0007厅' }, '控制字符'],
    ['no hint', { hints: [] }, 'hints：提示至少要 1 个'],
    ['a misspelt field', { explanations: '多出来的' }, '没有问到 explanations'],
    ['an unknown generator', { generator: 'nothing' }, 'generator：没有“nothing”'],
  ])('with %s is refused and nothing is written', async (_name, change, message) => {
    if ('id' in change && change.id === author.numeric.id)
      await make('question', inQueueing(author.numeric));
    expect(await refusal('question', { ...inQueueing(author.numeric), ...change })).toContain(
      message,
    );
  });
});

test('a section gets the next number, its paragraph and two questions', async () => {
  const objectives = ['apply-littles-law'];
  const questions = [author.single, author.numeric].map((question) => ({
    ...question,
    objective: objectives[0],
  }));
  const count = readCourse(project).chapters.find(({ slug }) => slug === 'queueing')?.sections
    .length;
  const answers = { chapter: 'queueing', ...author.section, objectives, questions };
  const changed = await make('section', answers);
  const file = `content/chapters/08-queueing/${(count ?? 0) + 1}-decide-aim-before-site.mdx`;
  expect([...changed.keys()]).toEqual([file, 'content/quizzes/queueing.yaml']);
  const [part] = author.section.parts;
  expect(changed.get(file)).toContain(
    `\n---\n\n${author.section.opening}\n\n## ${part?.heading}\n\n${part?.text}\n\n## `,
  );
  expect(
    bankOf('queueing')
      .items.slice(-2)
      .map(({ item }) => item.check),
  ).toEqual([true, true]);
  await expectSound(changed);

  const again = { ...answers, slug: 'another-aim' };
  expect(await refusal('section', { ...again, slug: 'littles-law' })).toContain('已经有了');
  expect(await refusal('section', again)).toContain('title：“先定目标再选址”已经有了');
  again.title = '另一个目标';
  expect(await refusal('section', { ...again, questions: [] })).toContain('自测题至少要 2 个');
  const opening = '<script>坏</script>'.repeat(30);
  expect(await refusal('section', { ...again, opening })).toContain('先写平实的文字，不用 <');
});

test('a chapter comes with sections and questions until everything is covered', async () => {
  const changed = await make('chapter', author.chapter);
  expect([...changed.keys()]).toEqual([
    'content/chapters/05-location/01-decide-aim-before-site.mdx',
    'content/chapters/05-location/closing.mdx',
    'content/chapters/05-location/index.mdx',
    'content/quizzes/location.yaml',
  ]);
  expect(bankOf('location').items).toHaveLength(3);
  await expectSound(changed);
});

test.each<[string, object, string]>([
  ['that is already written', { slug: 'queueing' }, 'slug：没有“queueing”这一项'],
  ['with two objectives', { objectives: author.chapter.objectives.slice(1) }, '至少要 3 个'],
  ['without sections', { sections: [] }, 'sections：小节至少要 1 个'],
  ['with an objective unchecked', { questions: [] }, '学习目标 weigh-sites 还没有题考'],
  [
    'with an objective untaught',
    {
      sections: [
        { ...author.chapter.sections[0], objectives: ['compare-aims', 'compute-distance'] },
      ],
    },
    '还没有小节教：学习目标 weigh-sites',
  ],
  [
    'with a summary that is too short',
    { closing: { ...author.closing, paragraphs: author.closing.paragraphs.slice(1) } },
    '至少 300 个',
  ],
  [
    'with a summary that is too long',
    { closing: { ...author.closing, paragraphs: Array(4).fill(author.closing.paragraphs[0]) } },
    '最多 500 个',
  ],
  [
    'with a reading nobody listed',
    {
      closing: {
        ...author.closing,
        readings: [
          { id: 'nobody-2000', why: '写得好，适合所有人读。' },
          ...author.closing.readings,
        ],
      },
    },
    'closing › readings › 1 › id：content/references.yaml 里没有 nobody-2000',
  ],
])('a chapter %s is refused', async (_name, change, message) => {
  expect(await refusal('chapter', { ...author.chapter, ...change })).toContain(message);
});

describe('a widget', () => {
  test('works: its model answers, its tests pass, its view compiles', async () => {
    const changed = await make('widget', author.widget);
    expect([...changed.keys()]).toEqual([
      'src/widgets/author-seats/AuthorSeats.svelte',
      'src/widgets/author-seats/Mount.astro',
      'src/widgets/author-seats/model.ts',
      'test/widgets/author-seats.test.ts',
    ]);
    await expectSound(changed);
    const view = changed.get('src/widgets/author-seats/AuthorSeats.svelte') ?? '';
    expect(compile(view, { generate: 'server' }).warnings).toEqual([]);
    const { model } = (await import(join(root, 'src/widgets/author-seats/model.ts'))) as {
      model: WidgetModel;
    };
    const values = { perHour: 600, minutes: 20 };
    expect(model.sentence(values, model.compute(values))).toBe(
      '每小时到达 600 人、平均吃多久 20 分钟：里面平均同时有 200 人。',
    );
    // 新实验自己的测试，加上人人都要过的那一份；别的实验先挪开，免得白等
    for (const other of globSync('src/widgets/*', { cwd: root }))
      if (!other.endsWith('author-seats')) rmSync(join(root, other), { recursive: true });
    cpSync(
      join(project, 'test/widgets/all-models.test.ts'),
      join(root, 'test/widgets/all-models.test.ts'),
    );
    const vitest = join(project, 'node_modules/vitest/vitest.mjs');
    const { code, output } = await start([vitest, 'run', '--root', root]);
    expect(code, output).toBe(0);
  });

  test('keeps quotes, backslashes and dollar signs of the author as they are', async () => {
    const sentence = "他说 it's `fine` ${'$'}{x} \\n 就这样，大家照旧排队。";
    const scenarios = [{ ...author.widget.scenarios[0], sentence }, author.widget.scenarios[1]];
    await make('widget', { ...author.widget, scenarios });
    const { model } = (await import(join(root, 'src/widgets/author-seats/model.ts'))) as {
      model: WidgetModel;
    };
    expect(model.scenarios[0]?.sentence).toBe(sentence);
  });

  test.each<[string, object, string]>([
    ['a folder in use', { id: 'pooling' }, 'pooling 已经有了'],
    ['a name in use', { title: '单队还是多队' }, '“单队还是多队”已经有了'],
    ['a range upside down', { flow: { ...author.widget.flow, max: 20 } }, 'max：要大于 30'],
    ['a step that does not fit', { flow: { ...author.widget.flow, step: 40 } }, '正好分成整数格'],
    ['a value off the grid', { stay: { ...author.widget.stay, default: 21 } }, '最近的是 20'],
    ['a single scenario', { scenarios: [author.widget.scenarios[0]] }, '场景至少要 2 个'],
  ])('with %s is refused', async (_name, change, message) => {
    expect(await refusal('widget', { ...author.widget, ...change })).toContain(message);
  });
});

interface Ended {
  code: number | null;
  output: string;
}

/** 起一个 Node 进程；`type` 是逐行敲进去的字，`interrupt` 是看到哪句话就按 Ctrl-C。 */
function start(args: string[], { type = '', interrupt = '' } = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk;
        if (interrupt !== '' && !child.killed && output.includes(interrupt)) child.kill('SIGINT');
      });
    child.on('close', (code) => done({ code, output }));
    child.stdin.write(type);
    if (interrupt === '') child.stdin.end();
  });
}

describe('at the keyboard', () => {
  const script = join(project, 'src/scripts/new.ts');
  // 空行就是直接回车
  const lines = `4
queueing
littles-law

多选




食堂里的人

食堂里的人数怎样才会变多？
来得更密
是
流量大了，人数跟着变多。
待得更久
是
停留长了，人数跟着变多。
桌子更新

桌子新旧不改变流量和停留。

人数等于流量乘以停留时间，哪个变大都会变多。
想想利特尔法则。
`.split('\n');

  test('asks in plain words, asks again when the answer will not do, then writes', async () => {
    const typed = [...lines.slice(0, 2), 'no-such-section', ...lines.slice(2)].join('\n');
    const { code, output } = await start([script, '--root', root], { type: `${typed}\n` });
    expect(code, output).toBe(0);
    expect(output).toContain('✗ 没有“no-such-section”这一项');
    expect(output).toContain('✗ 这一项不能空着。');
    expect(output).toContain('续写  content/quizzes/queueing.yaml');
    expect(bankOf('queueing').items.at(-1)?.item).toMatchObject({
      title: '食堂里的人',
      type: 'multiple',
    });
  });

  test.each([
    ['the input ends', { type: lines.slice(0, 12).join('\n') }],
    ['Ctrl-C', { type: lines.slice(0, 4).join('\n') + '\n', interrupt: '哪种题型' }],
  ])('stops without a trace when %s', async (_name, how) => {
    const before = files();
    const { code, output } = await start([script, '--root', root], how);
    expect([code, output]).toEqual([130, expect.stringContaining('停下了，什么也没有写。')]);
    expect(files()).toEqual(before);
  });

  test.each([
    [['sections'], '没有“sections”这一项'],
    [['section', 'chapter'], '一次只新建一样'],
    [['--answer', 'x'], '用法：npm run new'],
    [['section', '--answers', 'none.json'], '读不到答案文件 none.json'],
    [['section', '--root', '/nonexistent'], '没有 content/syllabus.yaml'],
  ])('%j is answered with a sentence', async (args, message) => {
    await expect(run([...args.slice(0, 1), '--root', root, ...args.slice(1)])).rejects.toThrow(
      message,
    );
  });

  test('a mistake ends in a sentence, not in a stack', async () => {
    const { code, output } = await start([script, 'sections', '--root', root]);
    expect(code).toBe(1);
    expect(output).toMatch(/^没有“sections”这一项.*\n什么也没有写。\n$/);
  });
});
