import { cohenKappa, type CohenKappaResult } from '../../calc/quality/cohen-kappa.ts';
import { fixed, percent } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type Scenario,
  type Values,
} from '../../widget-kit/model.ts';
import { cases, readMarks, startSorters, unsorted, type Mark, type Sorter } from './cases.ts';
import {
  clashes,
  codes,
  optionOf,
  rows,
  table,
  typeNames,
  typeOf,
  types,
  whole,
  type Design,
  type RowId,
  type Type,
} from './rules.ts';

/** 六项设计都在画面里自己选，不在控件区。 */
function choose(row: RowId) {
  return {
    kind: 'choice',
    label: table[row].name,
    options: table[row].options.map(({ value, label }) => ({ value, label })),
    default: whole('professional')[row],
    meaning: `${table[row].name}怎样安排。`,
    onStage: true,
  } as const;
}

const params = {
  strategy: {
    kind: 'choice',
    label: '想做哪一型',
    options: types.map((value) => ({ value, label: typeNames[value].name })),
    default: 'professional',
    meaning: '先定战略，六项设计都要跟着它。',
    onStage: true,
  },
  task: {
    kind: 'choice',
    label: '做什么',
    options: [
      { value: 'build', label: '搭一家银行' },
      { value: 'sort', label: '分十家' },
    ],
    default: 'build',
    meaning: '搭一家银行，或者把十家归进四型。',
    onStage: true,
  },
  back: choose('back'),
  staff: choose('staff'),
  pay: choose('pay'),
  measure: choose('measure'),
  layout: choose('layout'),
  product: choose('product'),
  sorters: {
    kind: 'list',
    label: '十家的归类',
    item: '人',
    fields: {
      name: { kind: 'text', label: '姓名', longest: 8, default: '我' },
      codes: { kind: 'text', label: '归类', longest: cases.length, default: unsorted },
    },
    atLeast: 2,
    atMost: 2,
    default: startSorters,
    meaning:
      '各是十个字母，依次是十家：A 成本领先型，B 便捷小站型，C 专注专业型，D 个人服务型，x 还没分。第二行可以换成同桌的。',
  },
} as const;
export type Setting = Values<typeof params>;

const designOf = (values: Setting): Design =>
  Object.fromEntries(rows.map((row) => [row, values[row]])) as Design;

/** 只比两边都分过的；一项也没有就没有可比的。 */
function agreement(first: readonly Mark[], second: readonly Mark[]): CohenKappaResult | null {
  const both = first.flatMap((mark, i) => {
    const other = second[i];
    return mark && other ? [[mark, other] as const] : [];
  });
  if (both.length === 0) return null;
  return cohenKappa({ first: both.map(([a]) => a), second: both.map(([, b]) => b) });
}

function compute(values: Setting) {
  const strategy = values.strategy as Type;
  const design = designOf(values);
  const fits = Object.fromEntries(
    types.map((type) => [type, rows.length - clashes(design, type).length]),
  ) as Record<Type, number>;
  const most = Math.max(...types.map((type) => fits[type]));
  const people = values.sorters as readonly Sorter[];
  const mine = readMarks(people[0]?.codes ?? unsorted);
  const second = readMarks(people[1]?.codes ?? unsorted);
  const rule = cases.map((one) => one.rule);
  return {
    strategy,
    design,
    fits,
    clashes: clashes(design, strategy),
    /** 合得最多的几型，可能并列 */
    nearest: types.filter((type) => fits[type] === most),
    most,
    mine,
    second,
    done: mine.filter((mark) => mark !== null).length,
    withRule: agreement(mine, rule),
    withSecond: agreement(mine, second),
    secondWithRule: agreement(second, rule),
  };
}
export type Result = ReturnType<typeof compute>;

/** 一项为什么合，或者为什么不合。 */
export function reason(row: RowId, value: string, strategy: Type): string {
  const { fits, does } = optionOf(row, value);
  const needs = table[row].needs[strategy];
  return fits.includes(strategy) ? needs : `${does}${needs}`;
}
export const nameOf = (type: Type) => typeNames[type].name;
const named = (list: readonly RowId[]) => list.map((row) => `“${table[row].name}”`).join('、');

const whichClashes: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (_values, { strategy, clashes: wrong }) =>
    wrong.length === 1
      ? `六项里有一项与“${nameOf(strategy)}”合不来，是哪一项？`
      : `要做“${nameOf(strategy)}”，六项里先该改哪一项？`,
  options: [
    ...rows.map((row) => ({
      value: row as string,
      label: table[row].name,
      explanation: (_values: Setting, { strategy, design, clashes: wrong }: Result) =>
        wrong.includes(row)
          ? reason(row, design[row], strategy)
          : `“${optionOf(row, design[row]).label}”正合这一型：${reason(row, design[row], strategy)}${wrong.length > 0 ? `合不来的是${named(wrong)}。` : ''}`,
    })),
    {
      value: 'none',
      label: '没有，六项都合',
      explanation: (_values, { strategy, design, clashes: wrong }) =>
        wrong.length === 0
          ? '六项是同一套，谁也不拆谁的台。'
          : `一项一项看都有道理，放在一起才看得出。${named(wrong)}：${reason(wrong[0] as RowId, design[wrong[0] as RowId], strategy)}`,
    },
  ],
  answer: (_values, { clashes: wrong }) => wrong[0] ?? 'none',
};

const banks = cases.filter(({ bank }) => bank);
const bankTypes = new Set(banks.map(({ rule }) => rule)).size;
const banksSay = banks.map(({ name, rule }) => `${name}是${nameOf(typeOf(rule))}`).join('，');
const tallySay = codes
  .map((code) => `${nameOf(typeOf(code))} ${cases.filter(({ rule }) => rule === code).length} 家`)
  .join('，');
const howManyTypes: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: `十家里有 ${banks.length} 家做的是银行的事。照“分不分前后台、图省还是图服务”两把尺子，它们占四型里的几型？先选好一个，再到上面一家一家地分，分完回来按“看结果”；没有分就按，十家的答案也一起揭晓。`,
  options: ['1', '2', '3', '4'].map((value) => ({
    value,
    label: { 1: '一型：都是银行', 2: '两型', 3: '三型', 4: '四型全占' }[value] ?? value,
    explanation:
      value === '4'
        ? `${banksSay}。四型不是行业的分类，是同一行里的四个站法。`
        : value === '1'
          ? `${banksSay}。同样是银行，分不分、图什么，各有各的站法；四型不是行业的分类。`
          : `${banksSay}。容易并到一起的是“不分前后台”的两家：一家图省，一家图服务。`,
  })),
  answer: () => String(bankTypes),
};

/** 照一型的整套，改掉其中几项。 */
function near(strategy: Type, change: Partial<Design>): Partial<Values<typeof params>> {
  return { strategy, ...whole(strategy), ...change } as Partial<Values<typeof params>>;
}
const build = (
  id: string,
  label: string,
  sentence: string,
  strategy: Type,
  change: Partial<Design>,
): Scenario<typeof params> & { predict: typeof whichClashes } => ({
  id,
  label,
  sentence,
  values: near(strategy, change),
  predict: whichClashes,
});

export const model = defineWidget({
  id: 'four-types',
  version: 2,
  title: '搭一家银行',
  english: 'Build a bank of one type',
  question: '分不分前后台，图省还是图服务：定了一型，人、钱、考核、店面都要跟着。哪一样在拆台？',
  chapter: 'front-back-office',
  section: 'four-types',
  directional: true,
  params,
  scenarios: [
    build(
      'private',
      '私人银行',
      '江城银行（虚构案例）新设私人银行部，要做“专注专业型”：后台把杂事接走，前台一心陪客户。六项都定好了，有一项是从呼叫中心照搬来的。',
      'professional',
      { measure: 'time' },
    ),
    build(
      'stall',
      '超市摊位',
      '江城银行在超市里开了摊位，要做“便捷小站型”：两个职员，六样业务，当场办完。有人嫌它落后，替它改了一项。',
      'kiosk',
      { back: 'pool' },
    ),
    build(
      'direct',
      '直销银行',
      '江城银行办了一家直销银行，要做“成本领先型”：全国一个处理中心，价格最低。为了多拉业务，新来的主管添了一项。',
      'leader',
      { pay: 'commission' },
    ),
    build(
      'community',
      '社区支行',
      '江城银行的老城支行，要做“个人服务型”：街坊的事，一个人从头管到尾。为了体面，从私人银行部学来一项。',
      'personal',
      { staff: 'advisor' },
    ),
    {
      id: 'sort',
      label: '分十家',
      sentence:
        '换一换：十家（虚构案例）有银行、保险、面包店、医院，一家一家归进四型，再看规则和另一个人怎么归。',
      values: { ...near('professional', {}), task: 'sort' },
      predict: howManyTypes,
    },
  ],
  compute,
  predict: whichClashes,
  sentence(values, result) {
    const { strategy, clashes: wrong, nearest, most, done, withRule, withSecond } = result;
    if (values.task === 'sort') {
      const other = (values.sorters as readonly Sorter[])[1]?.name || '另一个人';
      const say = (who: string, same: CohenKappaResult) =>
        `和${who}相同 ${fixed(same.agreement * same.items)} 家，扣掉碰巧，κ ${showKappa(same.kappa)}`;
      const parts = [`照规则，十家里${tallySay}；${banks.length} 家银行占 ${bankTypes} 型`];
      if (withRule) parts.push(`你分了 ${done} 家，${say('规则', withRule)}`);
      if (withSecond) parts.push(say(other, withSecond));
      return `${parts.join('。')}。`;
    }
    if (wrong.length === 0) return `六项都合“${nameOf(strategy)}”，是一整套。`;
    const like = nearest.includes(strategy)
      ? ''
      : `照这六项，倒更像${nearest.map((type) => `“${nameOf(type)}”`).join('或')}（合 ${most} 项）。`;
    return `要做“${nameOf(strategy)}”，六项里合 ${rows.length - wrong.length} 项，合不来的是${named(wrong)}。${like}`;
  },
  brief: ({ task }, { strategy, clashes: wrong, withRule, done }) => {
    if (task === 'sort')
      return withRule ? `分了 ${done} 家，和规则相同 ${percent(withRule.agreement)}` : '还没有分';
    return wrong.length === 0
      ? `六项都合“${nameOf(strategy)}”`
      : `${wrong.length} 项与“${nameOf(strategy)}”合不来`;
  },
  table(values, { design, mine, second }) {
    const strategy = values.strategy as Type;
    return {
      caption: `六项与四型合不合（规则表），以及十家的归类`,
      columns: [
        { label: '项或家' },
        { label: '选的或说的' },
        { label: `合“${nameOf(strategy)}”` },
        { label: '配哪几型，或规则' },
        { label: '我' },
        { label: (values.sorters as readonly Sorter[])[1]?.name || '另一个人' },
      ],
      rows: [
        ...rows.map((row) => {
          const { label, fits } = optionOf(row, design[row]);
          return [
            table[row].name,
            label,
            fits.includes(strategy) ? '合' : '不合',
            fits.map(nameOf).join('、'),
            '',
            '',
          ];
        }),
        ...cases.map(({ name, text, rule }, i) => [
          name,
          text,
          '',
          nameOf(typeOf(rule)),
          wordOf(mine[i]),
          wordOf(second[i]),
        ]),
      ],
      digits: [0, 0, 0, 0, 0, 0],
    };
  },
});

/** κ 没有定义时说清为什么。 */
export const showKappa = (kappa: number) =>
  Number.isNaN(kappa) ? '没有定义（全归在同一型）' : `= ${fixed(kappa, 2)}`;
export const wordOf = (mark: Mark | undefined) => (mark ? nameOf(typeOf(mark)) : '—');
export const sameOf = (same: CohenKappaResult | null) =>
  same
    ? `${fixed(same.agreement * same.items)} / ${same.items}（碰巧 ${percent(same.expected)}，κ ${showKappa(same.kappa)}）`
    : '还没有两边都分过的';
