import { fixed, upTo } from '../../lib/format.ts';
import { defineWidget, type ChoicePrediction, type NumberParam } from '../../widget-kit/model.ts';
import { count, first, last, setIds, sets, stageOf, type SetId } from './events.ts';

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Placed = { year: number };

const nowhere: readonly Placed[] = Array.from({ length: count }, () => ({ year: first }));

const params = {
  set: {
    kind: 'choice',
    label: '哪一组',
    options: setIds.map((value) => ({ value, label: sets[value].name })),
    default: 'works',
    onStage: true,
    meaning: '每组八件。',
  },
  year: {
    kind: 'number',
    label: '走到哪一年',
    min: 1960,
    max: last,
    step: 1,
    default: 1980,
    year: true,
    meaning: '拖着它走一遍：到这一年，哪几件已经发表，学科走到哪个阶段。',
  } satisfies NumberParam,
  placed: {
    kind: 'list',
    label: '我放的年份',
    own: true,
    item: '件',
    fields: {
      year: {
        kind: 'number',
        label: '年份',
        unit: '年',
        min: first,
        max: last,
        step: 1,
        default: first,
      },
    },
    atLeast: count,
    atMost: count,
    default: nowhere,
    meaning: `依次是时间轴上的八件，${first} 是还没放。`,
  },
} as const;

export interface Setting {
  set: string;
  year: number;
  placed: readonly Placed[];
}

/** 早几年晚几年以内算放准了。 */
export const close = 2;

function compute({ set, year, placed }: Setting) {
  const { name, items } = sets[set as SetId];
  const guesses = items.map((_, i) => {
    const at = placed[i]?.year ?? first;
    return at === first ? null : at;
  });
  const put = items.flatMap((item, i) => {
    const guess = guesses[i];
    return guess === null || guess === undefined ? [] : [{ item, guess, i }];
  });
  // 同一年的两件没有分出先后，不算排对
  const pairs = put.flatMap((a, i) => put.slice(i + 1).map((b) => [a, b] as const));
  const right = pairs.filter(
    ([a, b]) => (a.guess - b.guess) * (a.item.year - b.item.year) > 0,
  ).length;
  const errors = put.map(({ item, guess }) => Math.abs(guess - item.year));
  const years = items.map((item) => item.year);
  return {
    name,
    items,
    guesses,
    put: put.length,
    pairs: pairs.length,
    right,
    meanError: errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length),
    closeOnes: errors.filter((error) => error <= close).length,
    earliest: Math.min(...years),
    latest: Math.max(...years),
    /** 到这一年已经发表的 */
    until: items.filter((item) => item.year <= year),
    stage: stageOf(year),
    before: (limit: number) => years.filter((one) => one < limit).length,
  };
}
export type Result = ReturnType<typeof compute>;

const levitt: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question:
    '莱维特（Levitt）拿麦当劳作榜样，主张像流水线一样做服务。这篇文章发表在哪一年？先选好，再把八件事拖到你认为的年份上，放完按“看结果”。',
  options: [
    {
      value: '1962',
      label: '1962 年',
      explanation:
        '早了十年。学科的第一阶段里，大家先争的是服务和产品到底是不是两回事；还没有多少人问服务能不能照工厂的办法做。',
    },
    {
      value: '1972',
      label: '1972 年',
      explanation:
        '运营学者成群关注服务是二十世纪八十年代的事，这个问题先问了十来年。今天说的自助点餐机、标准话术、中央厨房，走的还是这条路。',
    },
    {
      value: '1982',
      label: '1982 年',
      explanation:
        '多数人押在八十年代：运营学者确实是那时候才成群关注服务的。可这篇早了十年，等于在学科立起来以前就给了一个最干脆的答案：把服务当工厂办。',
    },
    {
      value: '1992',
      label: '1992 年',
      explanation: '标准化、以机器代人，听上去像电脑普及以后的事。其实 1972 年就有人主张了。',
    },
  ],
  answer: (_values, { items }) =>
    String(items.find(({ source }) => source === 'levitt-1972')?.year ?? 1972),
};

function early(
  limit: number,
  what: string,
  moral: string,
): ChoicePrediction<typeof params, Result> {
  const told = (_values: unknown, { before }: Result) =>
    `${limit} 年以前的有 ${before(limit)} 件。${moral}`;
  const band = (lowest: number) => ({ value: `${lowest}`, explanation: told });
  return {
    kind: 'choice',
    question: `${what}，有几件在 ${limit} 年以前就发表了？先选好，再把它们拖到你认为的年份上，放完按“看结果”。`,
    options: [
      { ...band(0), label: '至多两件' },
      { ...band(3), label: '三四件' },
      { ...band(5), label: '五六件' },
      { ...band(7), label: '七八件' },
    ],
    answer: (_values, { before }) => {
      const found = before(limit);
      return String([7, 5, 3, 0].find((lowest) => found >= lowest) ?? 0);
    },
  };
}

export const model = defineWidget({
  id: 'timeline',
  version: 2,
  title: '学科时间轴',
  english: 'A timeline of the discipline',
  question: '服务运营管理走到今天，哪一件在先，哪一件在后？先放，再对。',
  chapter: 'economy',
  section: 'roots',
  params,
  scenarios: [
    {
      id: 'works',
      label: '代表作',
      sentence: '八件代表作，从把服务当工厂办，到把服务当服务办，再到回归各学科的老本行。',
      values: { set: 'works' },
    },
    {
      id: 'questions',
      label: '今天的问题',
      sentence: '八个今天还在争的问题，各写着最早把它问响的文章之一。',
      values: { set: 'questions', year: 1990 },
      predict: early(
        1990,
        '八个今天还在争的问题，各有一篇早期的文章',
        '这八个是我们挑的，早的居多：不少今天的争论，几十年前就有人问过。',
      ),
    },
    {
      id: 'models',
      label: '课里的模型',
      sentence: '八个后面几章要用的模型和框架，有算术，也有说理。',
      values: { set: 'models', year: 1980 },
      predict: early(
        1980,
        '后面几章要用的八个模型和框架',
        '运营学者成群关注服务是八十年代的事，这几样算术和模型多半更早，来自运筹学、地理和航空公司。',
      ),
    },
  ],
  compute,
  predict: levitt,
  sentence(
    { year },
    { name, items, put, pairs, right, meanError, closeOnes, earliest, latest, until, stage },
  ) {
    const walk = `走到 ${year} 年，${name}里已经发表 ${until.length} 件，学科在第${'一二三四'[stage.id - 1]}阶段“${stage.name}”`;
    const span = `最早的 ${earliest} 年，最晚的 ${latest} 年，隔了 ${latest - earliest} 年`;
    if (put === 0) return `${walk}。${span}。`;
    const order = pairs === 0 ? '' : `，${pairs} 对先后里排对 ${right} 对`;
    return `你放了 ${put} 件${put < items.length ? `（共 ${items.length} 件）` : ''}${order}，年份平均差 ${upTo(meanError, 1)} 年，${closeOnes} 件差不到 ${close + 1} 年。${span}。${walk}。`;
  },
  brief: ({ year }, { put, pairs, right, until }) =>
    put > 0
      ? `放了 ${put} 件，${pairs} 对先后排对 ${right} 对`
      : `到 ${year} 年，已经发表 ${until.length} 件`,
  table(_values, { name, items, guesses }) {
    return {
      caption: `${name}：发表的年份、所在的阶段与你放的年份`,
      columns: [
        { label: '第几件' },
        { label: '内容' },
        { label: '第一作者' },
        { label: '发表' },
        { label: '阶段' },
        { label: '我放在' },
        { label: '差', unit: '年' },
      ],
      // 年份当文字写：它不是要加千分位的数
      rows: items.map((item, i) => {
        const guess = guesses[i] ?? null;
        return [
          i + 1,
          item.title,
          item.by,
          String(item.year),
          stageOf(item.year).name,
          guess === null ? '—' : String(guess),
          guess === null ? '—' : guess - item.year,
        ];
      }),
      digits: [0, 0, 0, 0, 0, 0, 0],
    };
  },
});

/** 差几年，念给人听。 */
export function offBy(guess: number, year: number): string {
  if (guess === year) return '正好';
  return guess > year ? `晚了 ${fixed(guess - year)} 年` : `早了 ${fixed(year - guess)} 年`;
}
