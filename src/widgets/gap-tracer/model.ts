import { gapModel } from '../../calc/quality/gap-model.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberParam,
  type Values,
} from '../../widget-kit/model.ts';
import { called, gapNames, meanings, remedies } from './cases.ts';

const gap = (i: number, value: number, meaning: string) =>
  ({
    kind: 'number',
    label: `${gapNames[i]}：${meanings[i]}`,
    unit: '分',
    min: -1,
    max: 3,
    step: 0.05,
    default: value,
    meaning,
  }) satisfies NumberParam;
const coefficient = (i: number) =>
  ({
    kind: 'number',
    label: `${gapNames[i]}的系数`,
    min: 0,
    max: 3,
    step: 0.1,
    default: 1,
    meaning: '这个差距一分，顾客那里差几分。',
  }) satisfies NumberParam;

const params = {
  case: {
    kind: 'choice',
    label: '哪一份病历',
    options: [
      { value: 'delivery', label: '火锅到家' },
      { value: 'hotel', label: '酒店的照片' },
      { value: 'express', label: '快递大促' },
    ],
    default: 'delivery',
    onStage: true,
    meaning: '线索跟着病历走；分数可以自己改。',
  },
  gap1: gap(0, 0.3, '主管以为顾客要的，同顾客要的差几分。'),
  gap2: gap(1, 0.4, '听懂了，却没有变成标准的，差几分。'),
  gap3: gap(2, 0.2, '有标准而没有照做的，差几分。'),
  gap4: gap(3, 0.9, '说的比做到的多几分；负数是少说了。'),
  k1: coefficient(0),
  k2: coefficient(1),
  k3: coefficient(2),
  k4: coefficient(3),
} as const;
export type Setting = Values<typeof params>;

const gapsOf = ({ gap1, gap2, gap3, gap4 }: Setting) => [gap1, gap2, gap3, gap4];

const listed = (values: readonly number[]) => values.map((each) => upTo(each)).join('、');

function compute(setting: Setting) {
  const gaps = gapsOf(setting);
  const { k1, k2, k3, k4 } = setting;
  const traced = gapModel({ gaps, coefficients: [k1, k2, k3, k4] });
  const root = traced.rootCause === null ? null : traced.rootCause - 1;
  const rest = traced.contributions.map((each, i) => (i === root ? -Infinity : each));
  const runnerUp = rest.indexOf(Math.max(...rest));
  return {
    ...traced,
    /** 主因是第几个，从 0 数；没有在往下拉的就是 null */
    root,
    runnerUp,
    /** 主因的系数降到多少，就让给第二名 */
    turning:
      root === null ? null : Math.max(0, (rest[runnerUp] as number) / (gaps[root] as number)),
  };
}
export type Result = ReturnType<typeof compute>;

/** 有负的贡献时，“占几成”会超过十成，只说几分。 */
const sharesMakeSense = ({ contributions, customerGap }: Result) =>
  customerGap > 0 && contributions.every((each) => each >= 0);
export const shareText = (result: Result, i: number) =>
  sharesMakeSense(result) ? percent(result.shares[i] as number) : '';

/** 补这一处，差距五从几到几。 */
function closing(result: Result, i: number): string {
  return `把${called(i)}全填平，差距五从 ${fixed(result.customerGap, 2)} 到 ${fixed(result.remainingIfClosed[i] as number, 2)}`;
}

type Ask = ChoicePrediction<typeof params, Result>;
/** 押一处主因。`missed` 是押错的人多半怎么想。 */
function asksRoot(question: string, missed: readonly [string, string, string, string]): Ask {
  return {
    kind: 'choice',
    question,
    options: gapNames.map((_, i) => ({
      value: String(i + 1),
      label: called(i),
      explanation: (_setting: Setting, result: Result) => {
        if (result.root === null) return '这样设，四个差距都没有往下拉，没有主因。';
        if (result.root === i) return `${closing(result, i)}，别的都没有这样多。${remedies[i]}`;
        return `${missed[i]}${closing(result, i)}；把${called(result.root)}填平，到 ${fixed(result.remainingIfClosed[result.root] as number, 2)}。`;
      },
    })),
    answer: (_values, { root }) => String((root ?? 0) + 1),
  };
}

export const model = defineWidget({
  id: 'gap-tracer',
  version: 2,
  title: '差距追踪',
  english: 'Tracing the gaps',
  question: '顾客骂的是一处，毛病出在哪一处？钱该花在哪里？',
  chapter: 'quality',
  section: 'gaps',
  params,
  scenarios: [
    {
      id: 'delivery',
      label: '火锅到家',
      sentence:
        '沸点火锅（虚构案例）的外送上线半年，骑手和备餐员轮训了一遍，差评一条没少。四处各查了一遍。',
      values: {},
    },
    {
      id: 'weights',
      label: '换一组系数',
      sentence:
        '还是火锅到家。有人不服：四个差距传到顾客那里，分量不该一样。没照做当面撞上，最伤人，算 1.5；没定好算 1.2；广告大家听惯了，打个六折。',
      values: { k2: 1.2, k3: 1.5, k4: 0.6 },
      predict: {
        ...asksRoot('这时主因是哪一个？', [
          '系数没有变，可是别处更大。',
          '系数抬高了两成，离主因是近了。',
          '系数最大，可是差距本身最小：贡献是两个数相乘。',
          '',
        ]),
        question: (setting) =>
          `四个差距是 ${listed(gapsOf(setting))}，系数改成 ${listed([setting.k1, setting.k2, setting.k3, setting.k4])}。这时主因是哪一个？`,
      },
    },
    {
      id: 'hotel',
      label: '酒店的照片',
      sentence: '江城一家酒店（虚构案例），网上的差评多半在骂照片。店长想换一组朴素些的。',
      values: { case: 'hotel', gap1: 0.15, gap2: 0.35, gap3: 0.9, gap4: 0.2 },
      predict: asksRoot('看完线索，骂照片的差评主要从哪里来？', [
        '客人要什么，主管说得不差。',
        '单子写着怎样算好，缺的只有隔音。',
        '',
        '骂的是照片，照片却是真的；不像的是今天的房间。',
      ]),
    },
    {
      id: 'express',
      label: '快递大促',
      sentence:
        '江城的一家快递网点（虚构案例）。大促年年挨骂，今年早早把快递员又训了一遍，考核加码。',
      values: { case: 'express', gap1: 0.2, gap2: 0.9, gap3: 0.3, gap4: 0.4 },
      predict: {
        kind: 'number',
        question: '就算训到一条不差、把“没照做”全填平，顾客感到的差能少百分之几？',
        unit: '%',
        min: 0,
        max: 100,
        digits: 0,
        tolerance: 0.2,
        answer: (_values, result) =>
          sharesMakeSense(result) ? (result.shares[2] as number) * 100 : 0,
        hit: (_values, result) =>
          `准。${closing(result, 2)}。${result.root === null ? '' : `主因是${called(result.root)}：${remedies[result.root]}`}`,
        misreads: [
          {
            when: (_guess, _answer, _values, result) => !sharesMakeSense(result),
            text: (_values, result) => `这样设算不出几成：${closing(result, 2)}。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: (_values, result) =>
              `骂的是快递员，就以为病在他们身上。平日的几条他们九成照做，${closing(result, 2)}。${result.root === null ? '' : `主因是${called(result.root)}，占 ${shareText(result, result.root)}。`}`,
          },
          {
            when: (guess, answer) => guess <= 0.25 * answer,
            text: (_values, result) => `病不在这里，可也不是一点用没有：${closing(result, 2)}。`,
          },
          {
            when: () => true,
            text: (_values, result) => `方向对，低了一点：${closing(result, 2)}。`,
          },
        ],
      },
    },
  ],
  compute,
  predict: asksRoot('看完线索，差评主要从哪里来？', [
    '顾客要准时，主管也知道。',
    '“晚了说一声”是该补，只是不是大头。',
    '抱怨冲着骑手来，不等于从骑手起；轮训以后已经九成五照做。',
    '',
  ]),
  sentence(_values, result) {
    const { customerGap, root, runnerUp, contributions } = result;
    const size = `差距五是 ${fixed(customerGap, 2)}`;
    if (root === null) return `${size}，没有一个内部差距在往下拉。`;
    const part = sharesMakeSense(result)
      ? `占 ${shareText(result, root)}`
      : `贡献 ${fixed(contributions[root] as number, 2)} 分`;
    return `${size}，主因是${called(root)}，${part}；${closing(result, root)}。其次是${called(runnerUp)}。`;
  },
  brief: (_values, { customerGap, root }) =>
    `差距五 ${fixed(customerGap, 2)}${root === null ? '，没有主因' : `，主因是${called(root)}`}`,
  table(setting, { contributions, customerGap, remainingIfClosed }) {
    const { k1, k2, k3, k4 } = setting;
    const gaps = gapsOf(setting);
    return {
      caption: '四个内部差距怎样传成差距五',
      columns: [
        { label: '差距' },
        { label: '几分' },
        { label: '系数' },
        { label: '贡献' },
        { label: '填平以后差距五还剩' },
      ],
      rows: [
        ...[k1, k2, k3, k4].map((k, i) => [
          called(i),
          gaps[i] as number,
          k,
          contributions[i] as number,
          remainingIfClosed[i] as number,
        ]),
        ['差距五', '', '', customerGap, ''],
      ],
      digits: [0, 2, 1, 2, 2],
    };
  },
  monotone: (['gap1', 'gap2', 'gap3', 'gap4'] as const).map((param) => ({
    param,
    quantity: ({ customerGap }: Result) => customerGap,
    direction: 'up' as const,
  })),
});
