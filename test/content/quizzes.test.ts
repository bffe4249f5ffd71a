/** 题库的约定：每道题都落在真实的小节与学习目标上，错的选项都有解释，数字与链接都对得上。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { ask, bankProblems, readBank, type BankEntry } from '../../src/quiz/bank.ts';
import { typeOf } from '../../src/quiz/question-types.ts';
import { fromQuery } from '../../src/widget-kit/read-link.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { readMap } from './read-yaml.ts';
import { wrongSums } from './rules/sums.ts';

const root = join(import.meta.dirname, '../..');
const files = globSync('content/quizzes/*.yaml', { cwd: root });

/** 写成了的一章，题库至少要有：几道题、几种题型、几道数字由生成器算出来的题。 */
const leastItems = 25;
const leastTypes = 4;
const leastComputedElsewhere = 4;
const leastComputed: Readonly<Record<string, number>> = {
  economy: 7,
  strategy: 12,
  'delivery-design': 8,
  'front-back-office': 12,
  queueing: 10,
  location: 8,
  encounter: 4,
  quality: 18,
  'capacity-revenue': 15,
  'world-class': 14,
};

const models = new Map(
  Object.values(
    import.meta.glob<Record<string, unknown>>('../../src/widgets/*/model.ts', { eager: true }),
  )
    .flatMap((module) => Object.values(module))
    .filter(
      (value): value is WidgetModel =>
        typeof value === 'object' && value !== null && 'params' in value && 'version' in value,
    )
    .map((model) => [model.id, model]),
);

interface FrontMatter {
  objectives: unknown[];
}

function frontMatter(file: string): FrontMatter {
  const [, text = ''] = readFileSync(join(root, file), 'utf8').split(/^---$/m);
  return load(text) as FrontMatter;
}

/** 一章的小节与学习目标，直接读文件。 */
function chapterOf(bankFile: string) {
  const chapter = /([a-z0-9-]+)\.yaml$/.exec(bankFile)?.[1] ?? '';
  const [folder] = globSync(`content/chapters/*-${chapter}`, { cwd: root });
  if (!folder) throw new Error(`${bankFile}：没有这一章，文件名要与章目录一致`);
  const sections = new Map(
    globSync(`${folder}/[0-9]*.mdx`, { cwd: root }).map((file) => [
      /\/\d+-([^/]+)\.mdx$/.exec(file)?.[1] ?? '',
      frontMatter(file).objectives as string[],
    ]),
  );
  const { objectives } = frontMatter(`${folder}/index.mdx`);
  return {
    chapter,
    sections,
    objectives: (objectives as { id: string }[]).map(({ id }) => id),
    written: existsSync(join(root, folder, 'closing.mdx')),
  };
}

test('an id names one question in the whole course: notes, lessons and links need not say which bank', () => {
  const banks = new Map<string, string[]>();
  for (const file of files)
    for (const [id] of readMap(file)) banks.set(id, [...(banks.get(id) ?? []), file]);
  expect(
    [...banks]
      .filter(([, places]) => places.length > 1)
      .map(([id, places]) => `${id}：${places.join('、')} 都有；后写的那道换一个编号`),
  ).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const raw = Object.fromEntries(readMap(file));
  const problems = bankProblems(file, raw);

  test('every item has its fields, every wrong option its explanation', () => {
    expect(problems).toEqual([]);
  });
  if (problems.length > 0) return;

  const { chapter, sections, objectives, written } = chapterOf(file);
  const bank = readBank(file, raw);
  const each = (find: (entry: BankEntry) => string[]) =>
    bank.flatMap((entry) => find(entry).map((problem) => `${file} › ${entry.id} › ${problem}`));

  test('every item belongs to a section and to an objective that section teaches', () => {
    expect(
      each(({ item }) => {
        const taught = sections.get(item.section);
        if (!taught)
          return [`section：没有小节 ${item.section}，可以写 ${[...sections.keys()].join('、')}`];
        return taught.includes(item.objective)
          ? []
          : [
              `objective：小节 ${item.section} 没有落实 ${item.objective}；改成 ${taught.join('、')} 之一，或改小节的 objectives`,
            ];
      }),
    ).toEqual([]);
  });

  test('objectives and quiz cover each other', () => {
    const tested = new Set(bank.map(({ item }) => item.objective));
    expect(
      objectives.filter((id) => !tested.has(id)).map((id) => `${file}：学习目标 ${id} 没有题考`),
    ).toEqual([]);
  });

  test('every section ends with two or three questions of its own', () => {
    const wrong = [...sections.keys()].flatMap((section) => {
      const count = bank.filter(({ item }) => item.section === section && item.check).length;
      return count === 2 || count === 3
        ? []
        : [`${file}：小节 ${section} 有 ${count} 道写了 check: true 的题，要两到三道`];
    });
    expect(wrong).toEqual([]);
  });

  // 有了“小结与讨论”的一章才算写成了；刚开头的只有几节，题库随它长
  test.runIf(written)('the bank of a written chapter is large and varied', () => {
    expect(bank.length).toBeGreaterThanOrEqual(leastItems);
    const computed = bank.filter(({ item }) => 'generator' in item).length;
    expect(computed).toBeGreaterThanOrEqual(leastComputed[chapter] ?? leastComputedElsewhere);
    expect(new Set(bank.map(({ item }) => item.type)).size).toBeGreaterThanOrEqual(leastTypes);
  });

  test('no two items share a title or a prompt', () => {
    const titles = bank.map(({ item }) => item.title);
    const prompts = bank.map(({ item }) => item.prompt);
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    expect(prompts.filter((prompt, i) => prompts.indexOf(prompt) !== i)).toEqual([]);
  });

  test('options of an item differ, and no option refers to another by letter', () => {
    expect(
      each(({ item }) => {
        const { options, steps, items } = item as unknown as Record<string, { text: string }[]>;
        const texts = [...(Array.isArray(options) ? options : []), ...(steps ?? items ?? [])].map(
          ({ text }) => text,
        );
        return [
          ...(new Set(texts).size === texts.length ? [] : ['选项有重复：改成不同的话']),
          ...texts
            .filter((text) => /^[A-F][.、]|以上(都|全)|选项 ?[A-F]/.test(text))
            .map((text) => `选项“${text}”靠次序或字母指认：次序会打乱，改成独立的话`),
        ];
      }),
    ).toEqual([]);
  });

  test('computed items name an existing generator and its numbers, for many seeds', async () => {
    const failures: string[] = [];
    for (const entry of bank.filter(({ item }) => typeOf(item).redraws(item)))
      try {
        const question = await ask(chapter, entry);
        for (let seed = 0; seed < 40; seed++) {
          const drawn = await typeOf(question).again(question, seed);
          const words = [drawn.prompt, drawn.explanation, ...drawn.hints].join('\n');
          if (/[{}]|NaN|undefined|Infinity|无限/.test(words))
            failures.push(`${file} › ${entry.id}：种子 ${seed} 出的题里有坏数：${words}`);
        }
      } catch (error) {
        failures.push(`${file} › ${entry.id}：${(error as Error).message}`);
      }
    expect(failures).toEqual([]);
  });

  test('sums printed in an explanation are right to the last digit printed, for many seeds', async () => {
    const wrong = new Set<string>();
    for (const entry of bank) {
      const question = await ask(chapter, entry);
      for (let seed = 0; seed < (typeOf(entry.item).redraws(entry.item) ? 40 : 1); seed++) {
        const { explanation } = await typeOf(question).again(question, seed);
        for (const sum of wrongSums(explanation))
          wrong.add(`${file} › ${entry.id} › explanation：${sum}；多写一两位，或照写出来的数算`);
      }
    }
    expect([...wrong]).toEqual([]);
  });

  test('“try it” links open the widget at exactly the numbers of the question', async () => {
    const failures: string[] = [];
    for (const entry of bank.filter(({ item }) => item.widget)) {
      const { id = '', version } = entry.item.widget ?? {};
      const model = models.get(id);
      if (!model) {
        failures.push(`${file} › ${entry.id} › widget：没有实验 ${id}`);
        continue;
      }
      if (model.version !== version)
        failures.push(
          `${file} › ${entry.id} › widget：实验 ${id} 已是第 ${model.version} 版，请核对参数并写 version: ${model.version}`,
        );
      const question = await ask(chapter, entry);
      const type = typeOf(question);
      for (let seed = 0; seed < (type.redraws(question) ? 40 : 1); seed++) {
        const { widget = '' } = await type.again(question, seed);
        const query = widget.slice(widget.indexOf('?'));
        const unknown = [...new URLSearchParams(query).keys()].filter(
          (name) => name !== 'v' && name !== 's' && !(name in model.params),
        );
        const { notes, present } = fromQuery(model, query);
        if (!present) notes.push('链接没有指明任何设置');
        for (const problem of [...unknown.map((name) => `实验没有参数 ${name}`), ...notes])
          failures.push(`${file} › ${entry.id} › widget：${problem}`);
      }
    }
    expect(failures).toEqual([]);
  });
});

test('there is a bank to check', () => expect(files.length).toBeGreaterThan(0));

test('a printed sum that does not add up is quoted, one that does is not', () => {
  expect(wrongSums('少了 80.6 − 50.3 = 30.4 万元')).toEqual(['80.6 − 50.3 = 30.4，应当是 30.3']);
  expect(wrongSums('12 ÷ 48% = 25 位；1,200 × 3 − 600 = 3,000 元；（5 + 3）÷ 2 = 4 分')).toEqual(
    [],
  );
  expect(wrongSums('49 + 1.2 × 7 = 49 + 8.4，33.3 ÷ 63.9 = 52.1%')).toEqual([]);
  expect(wrongSums('33.3 ÷ 63.9 = 52.3%')).toEqual(['33.3 ÷ 63.9 = 52.3%，应当是 52.1%']);
});
