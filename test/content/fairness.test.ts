/** 题库公不公平：靠长短、个数、位置来猜猜不出，术语只有一个叫法。 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, readBank, type BankEntry } from '../../src/quiz/bank.ts';
import { typeOf } from '../../src/quiz/question-types.ts';
import type { SingleQuestion } from '../../src/quiz/types/single/ask.ts';
import { readMap } from './read-yaml.ts';
import * as rules from './rules/fairness.ts';

const root = join(import.meta.dirname, '../..');
const banks = globSync('content/quizzes/*.yaml', { cwd: root }).map((file) => ({
  file,
  entries: readBank(file, Object.fromEntries(readMap(file))),
}));

test('there is a bank to check', () => expect(banks.length).toBeGreaterThan(0));

describe.each(banks)('$file', (bank) => {
  test.each(Object.entries(rules).filter(([name]) => name !== 'width'))(
    'keeps the rule: %s',
    (_name, rule) => expect((rule as (each: rules.Bank) => string[])(bank)).toEqual([]),
  );

  test('terms go by their main name', () => {
    expect(sideNames(bank.file)).toEqual([]);
  });
});

interface GlossaryEntry {
  zh: string;
  aliases?: string[];
}
const glossary = readMap('content/glossary.yaml').map(([, entry]) => entry as GlossaryEntry);

/** 读者看不到的字段：编号和文件名。 */
const unseen = new Set(['type', 'section', 'objective', 'bloom', 'generator', 'widget']);

/** 读得到的字里，用了术语的别名的地方；两个字的别名（坐席、队长）本来就是日常的词，不管。 */
function sideNames(file: string, bank: [string, unknown][] = readMap(file)): string[] {
  const names = glossary.flatMap(({ zh, aliases = [] }) =>
    aliases
      .filter((alias) => alias.length >= 3 && !glossary.some((other) => other.zh.includes(alias)))
      .map((alias) => ({ alias, zh })),
  );
  const read = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, each]) => (unseen.has(key) ? [] : read(each)))
        : [];
  return bank.flatMap(([id, item]) => {
    const text = read(item).join('\n');
    return names
      .filter(({ alias }) => text.includes(alias))
      .map(({ alias, zh }) => `${file} › ${id}：术语“${zh}”写成了“${alias}”，改回术语表的叫法`);
  });
}

test('a side name of a term is named with file, item and the main name', () => {
  expect(sideNames('bank.yaml', [['wait', { prompt: '平均停留时间是多久？' }]])).toEqual([
    'bank.yaml › wait：术语“逗留时间”写成了“停留时间”，改回术语表的叫法',
  ]);
  expect(sideNames('bank.yaml', [['id', { type: '停留时间' }]])).toEqual([]);
});

/** 对的那一项在页面上排第几；选项由种子打乱，人人第一次看到的是同一种次序。 */
async function place(file: string, entry: BankEntry, seed?: number): Promise<number> {
  const question = (await ask(file, entry)) as SingleQuestion;
  const shown = seed === undefined ? question : await typeOf(question).again(question, seed);
  return (shown as SingleQuestion).options.findIndex(({ correct }) => correct);
}

const fourWay = banks.flatMap(({ file, entries }) =>
  entries
    .filter(({ item }) => {
      const { options } = item as unknown as { options?: unknown[] };
      return item.type === 'single' && options?.length === 4;
    })
    .map((entry) => ({ file, entry })),
);
const tally = (places: readonly number[]) =>
  [0, 1, 2, 3].map((at) => places.filter((each) => each === at).length / places.length);

test('as first shown, no place holds the right option in more than 40 % of the items', async () => {
  const places = await Promise.all(fourWay.map(({ file, entry }) => place(file, entry)));
  expect(
    Math.max(...tally(places)),
    `对的选项排在第 1 到 4 位的比例是 ${tally(places).join('、')}：看 src/quiz/hash.ts 打乱得匀不匀`,
  ).toBeLessThanOrEqual(0.4);
});

test('redrawn, every place holds the right option about as often as any other', async () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const places = await Promise.all(
    fourWay.flatMap(({ file, entry }) => seeds.map((seed) => place(file, entry, seed))),
  );
  for (const share of tally(places)) {
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
  }
});

describe('an unfair bank is named with file, items and remedy', () => {
  const item = (type: string, options: readonly [text: string, correct?: true][]) => ({
    type,
    options: options.map(([text, correct]) => ({
      text,
      why: '因为。',
      ...(correct && { correct }),
    })),
  });
  const bank = (...items: object[]) =>
    ({
      file: 'bank.yaml',
      entries: items.map((each, index) => ({ id: `q${index + 1}`, item: each })),
    }) as unknown as rules.Bank;
  const times = (count: number, each: object) => Array.from({ length: count }, () => each);
  const single = (right: string, ...wrong: string[]) =>
    item('single', [[right, true], ...wrong.map((text): [string] => [text])]);
  const multiple = (right: string[], wrong: string[]) =>
    item('multiple', [
      ...right.map((text): [string, true] => [text, true]),
      ...wrong.map((text): [string] => [text]),
    ]);

  test('the right option always longest, or always shortest', () => {
    const long = single('写得最长的一项', '短一些的', '短的', '也是短的');
    const short = single('短', '长一些的', '更长的一项', '也长的');
    expect(rules.longest(bank(...times(5, long)))[0]).toMatch(
      /^bank\.yaml：单选总选最长的，能得 100%，最多 40%；改写这里面的几道：q1、q2、q3、q4、q5。/,
    );
    expect(rules.shortest(bank(...times(5, short)))[0]).toMatch('单选总选最短的，能得 100%');
    expect(rules.longest(bank(...times(2, long), ...times(3, short)))).toEqual([]);
    expect(rules.shortest(bank(...times(2, short), ...times(3, long)))).toEqual([]);
    expect(rules.longest(bank(...times(4, long))), '题太少，先不看').toEqual([]);
  });

  test('options of one length are a draw', () => {
    expect(rules.longest(bank(...times(5, single('甲乙', '丙丁', '戊己', '庚辛'))))).toEqual([]);
    expect(rules.longest(bank(...times(5, single('甲乙', '丙丁', '戊', '庚')))).join()).toMatch(
      '能得 50%',
    );
  });

  test('the longer, or the shorter, half of the options always right', () => {
    const long = multiple(['长长长长', '长长长'], ['短短', '短']);
    const short = multiple(['短短', '短'], ['长长长长', '长长长']);
    expect(rules.longest(bank(...times(5, long))).join()).toMatch('多选总勾长的一半，能得 100%');
    expect(rules.shortest(bank(...times(5, short))).join()).toMatch('多选总勾短的一半');
    expect(rules.longest(bank(...times(5, short)))).toEqual([]);
  });

  test('options of one item too far apart; letters and digits count half', () => {
    expect(rules.width('M/M/1 模型')).toBe(5);
    expect(rules.lengths(bank(single('一'.repeat(14), '两字', '三个字', '三字')))).toEqual([
      'bank.yaml › q1：最长的选项 14 个字，最短的 2 个字，差得太多；最长改到 9 个字以内，或把最短的写具体，不要垫字',
    ]);
    expect(rules.lengths(bank(single('一'.repeat(14), '一'.repeat(5), '一'.repeat(6))))).toEqual(
      [],
    );
  });

  test('the same number of right options again and again, or a single one', () => {
    const two = multiple(['甲', '乙'], ['丙']);
    const three = multiple(['甲', '乙', '丙'], ['丁']);
    expect(rules.rightNumber(bank(...times(4, three), two))).toEqual([
      'bank.yaml：5 道多选里有 4 道恰好 3 个对，最多占 60%；在 q1、q2、q3、q4 里挑几道，把一个选项的说法真正改对或改错，解释跟着改',
    ]);
    expect(rules.rightNumber(bank(...times(3, three), two, two))).toEqual([]);
    expect(rules.atLeastTwo(bank(multiple(['甲'], ['乙', '丙'])))).toEqual([
      'bank.yaml › q1：多选只有一个对的；改成 type: single，或再改对一个选项',
    ]);
  });
});
