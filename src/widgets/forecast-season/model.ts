import { fixed } from '../../lib/format.ts';
import { defineWidget, type NumberParam, type Values } from '../../widget-kit/model.ts';
import { atOnce, growthOf, methods, monthly, type Coefficients, type MethodId } from './methods.ts';
import { daily, fits, months } from './series.ts';

const coefficient = (label: string, symbol: string, value: number, meaning: string) =>
  ({
    kind: 'number',
    label,
    symbol,
    min: 0,
    max: 1,
    step: 0.05,
    default: value,
    meaning,
  }) satisfies NumberParam;

const params = {
  method: {
    kind: 'choice',
    label: '画哪一种报法',
    options: methods.map(({ id, name }) => ({ value: id, label: name })),
    default: 'holt-winters',
    meaning:
      '去年×增长率：去年同月，乘上近一年比再往前一年多出的倍数。照最后一月：往后每个月都报最后知道的那个数。',
  },
  exam: {
    kind: 'choice',
    label: '怎么考',
    options: [
      { value: 'once', label: '一次报完' },
      { value: 'monthly', label: '月月重报' },
    ],
    default: 'once',
    meaning:
      '一次报完：站在那个月末，后面各月都报出来。月月重报：每到月末拿新的数重报，只看下一个月。',
  },
  origin: {
    kind: 'number',
    label: '站在第几个月末',
    unit: '个月',
    min: 24,
    max: 35,
    step: 1,
    default: 24,
    meaning: '第 1 个月是 2016 年 4 月；只用得到已经过完的月份。',
  },
  tuning: {
    kind: 'choice',
    label: '霍尔特–温特斯法的系数',
    options: [
      { value: 'fitted', label: '照已知的数拟合' },
      { value: 'own', label: '自己调' },
    ],
    default: 'fitted',
    meaning: '拟合：在那时已有的月份里，让提前一月的误差平方和最小。自己调，下面三个滑块才起作用。',
  },
  alpha: coefficient('水平', 'α', 0.2, '新来的一个月，改动水平多少；0 是不改。'),
  beta: coefficient('趋势', 'β', 0.1, '改动每月涨幅多少。'),
  gamma: coefficient('季节', 'γ', 0.1, '改动同月的季节指数多少。'),
} as const;
export type Setting = Values<typeof params>;

/** 百分误差说到一位小数。 */
export const off = (error: number) => `${fixed(error, 1)}%`;
const nameOf = (id: MethodId) => methods.find((each) => each.id === id)!.name;

function compute({ origin, exam, tuning, alpha, beta, gamma }: Setting) {
  const coefficientsAt = (known: number): Coefficients => {
    const [a, b, c] = (tuning === 'fitted' ? fits[known] : null) ?? ([alpha, beta, gamma] as const);
    return { alpha: a, beta: b, gamma: c };
  };
  const rows = methods.map(({ id, name }) => ({
    id,
    name,
    ...(exam === 'once'
      ? atOnce(id, origin, coefficientsAt(origin))
      : monthly(id, origin, coefficientsAt)),
  }));
  const by = (id: MethodId) => rows.find((row) => row.id === id)!;
  return {
    rows,
    by,
    best: rows.reduce((least, row) => (row.error < least.error ? row : least)),
    coefficients: coefficientsAt(origin),
    growth: growthOf(daily.slice(0, origin)),
    ahead: daily.length - origin,
  };
}
export type Result = ReturnType<typeof compute>;

const errors = ({ rows }: Result) =>
  rows.map(({ name, error }) => `${name} ${off(error)}`).join('，');
/** 站在第 `origin` 个月末：站在 2018 年 3 月末 */
const standing = (origin: number) => `站在 ${months[origin - 1]}末`;

/** 一样的设置，系数换成拟合的。 */
const fitted = (values: Setting) => compute({ ...values, tuning: 'fitted' });
/** 十二个月末都考一回，月月重报。 */
const yearOfExams = (values: Setting) => compute({ ...values, exam: 'monthly', origin: 24 });

export const model = defineWidget({
  id: 'forecast-season',
  version: 2,
  title: '比照抄去年强多少',
  english: 'Better than copying last year?',
  question: '急诊一个月来多少人，年年有起伏。照抄去年同月，和正经的预测方法差多少？',
  chapter: 'capacity-revenue',
  section: 'forecast',
  params,
  scenarios: [
    {
      id: 'stand',
      label: '站在第 24 月末',
      sentence:
        '英格兰全部急诊，每天平均来六万多人。2018 年 3 月末，要一次报完往后十二个月。霍尔特–温特斯法要电脑来拟合，别的三种一行就算完。',
      values: {},
    },
    {
      id: 'rolling',
      label: '月月重报',
      sentence:
        '不必一次报完一年：每到月末，拿最新的数重报，只看下个月。十二个月末各考一回，再求平均。',
      values: { exam: 'monthly' },
      predict: {
        kind: 'choice',
        question: (_values, { by }) =>
          `只报下个月，照抄去年平均错 ${off(by('copy').error)}，照最后一月错 ${off(by('last').error)}。霍尔特–温特斯法每月重新拟合，它和“去年×增长率”比呢？`,
        options: [
          {
            value: 'win',
            label: '霍尔特–温特斯法赢得多，差一个百分点以上',
            explanation: (_values, result) =>
              `${errors(result)}。它学的是季节加趋势，“去年×增长率”里也正好有这两样，多出来的三个系数没有换来准头。`,
          },
          {
            value: 'little',
            label: '霍尔特–温特斯法赢一点',
            explanation: (_values, result) =>
              `${errors(result)}。月月有新数可学，它比一次报完准；“去年×增长率”同样月月在更新。`,
          },
          {
            value: 'tie',
            label: '差不到 0.1 个百分点',
            explanation: (_values, result) =>
              `${errors(result)}。复杂的方法要先胜过简单的，才值得为它多养一套系统；在这条线上，它没有胜过一行算式。`,
          },
          {
            value: 'lose',
            label: '霍尔特–温特斯法输',
            explanation: (_values, result) =>
              `${errors(result)}。一次报完时它确实输一点；月月重报，它把差的补了回来。`,
          },
        ],
        answer: (_values, { by }) => {
          const lead = by('growth').error - by('holt-winters').error;
          if (Math.abs(lead) < 0.1) return 'tie';
          return lead < 0 ? 'lose' : lead > 1 ? 'win' : 'little';
        },
      },
    },
    {
      id: 'lucky',
      label: '只考一个月',
      sentence: '站到 2019 年 2 月末，只剩三月要报。四种办法都报一个数，月底对账。',
      values: { origin: 35 },
      predict: {
        kind: 'choice',
        question: '只报 2019 年 3 月这一个月。四种办法里，哪一个离真数最近？',
        options: methods.map(({ id, name }) => ({
          value: id,
          label: name,
          explanation: (values: Setting, result: Result) =>
            `这一个月各错多少：${errors(result)}。可是十二个月末都考一回，平均起来是：${errors(yearOfExams(values))}。只考一个月，蒙对的也能拿头名，所以要滚动着考。`,
        })),
        answer: (_values, { best }) => best.id,
      },
    },
    {
      id: 'tuned',
      label: '调到赢为止',
      sentence:
        '还是 2018 年 3 月末。有人对着后来十二个月的真数，把三个系数调来调去，停在 α 0.2、β 0.1、γ 0.1。',
      values: { tuning: 'own' },
      predict: {
        kind: 'choice',
        question: (values, { by }) =>
          `只用前 24 个月拟合，霍尔特–温特斯法错 ${off(fitted(values).by('holt-winters').error)}；调过以后只错 ${off(by('holt-winters').error)}，比“去年×增长率”的 ${off(by('growth').error)} 还准。这说明什么？`,
        options: [
          {
            value: 'wins',
            label: '霍尔特–温特斯法还是更准，只是要会调',
            explanation: (values, { by }) =>
              `三个系数是对着答案挑的，${off(by('holt-winters').error)} 是看过卷子以后的分数。真站在那时候，只拟合得出 ${off(fitted(values).by('holt-winters').error)} 的那一组。`,
          },
          {
            value: 'unknown',
            label: '什么也说明不了：拿考卷来复习',
            explanation: () =>
              '调系数用过的月份，就不能再拿来考它。要比，得另留一段谁也没看过的，或者从头滚动着考，每一回都只用当时已有的数来调。',
          },
          {
            value: 'fit',
            label: '拟合的办法不好，该换个拟合法',
            explanation: (values) => {
              const [a, b, c] = fits[values.origin] ?? [0, 0, 0];
              return `拟合只看得到前 ${values.origin} 个月，挑出 α ${a}、β ${b}、γ ${c}，在那段里确实最好。往后每多一个月，挑出来的都大变（看最下面的表）：两三年的数，喂不饱三个系数。`;
            },
          },
        ],
        answer: () => 'unknown',
      },
    },
  ],
  compute,
  predict: {
    kind: 'choice',
    question: ({ origin }, { ahead, by }) =>
      `${standing(origin)}，报往后 ${ahead} 个月每天来多少人。照抄去年同月，平均错 ${off(by('copy').error)}。下面四种，哪一种错得最少？`,
    options: [
      {
        value: 'holt-winters',
        label: '霍尔特–温特斯法',
        explanation: (_values, result) =>
          `${errors(result)}。它认得出季节，也认得出涨势，比照抄好得多；可是把去年乘上增长率，一行算式，也有季节有涨势。`,
      },
      {
        value: 'growth',
        label: '去年×近一年的增长率',
        explanation: (_values, result) =>
          `${errors(result)}。季节从去年抄，涨势从近一年算，一张表就够。不过只差零点几个百分点、只考了一回，不算分出了高下；复杂的方法至少要先过它这一关。`,
      },
      {
        value: 'copy',
        label: '照抄去年同月',
        explanation: (_values, result) =>
          `${errors(result)}。季节抄对了，涨势全漏掉：年年在涨，照抄年年报低。`,
      },
      {
        value: 'last',
        label: '往后都报最后一月的数',
        explanation: (_values, result) =>
          `${errors(result)}。三月来的人本来偏多，离往后的平均不算远；换一个月末站着，它就时好时坏，因为它不认得季节。`,
      },
    ],
    answer: (_values, { best }) => best.id,
  },
  sentence({ origin, exam }, result) {
    const { ahead, best, rows } = result;
    const how =
      ahead === 1
        ? '只报往后一个月'
        : exam === 'once'
          ? `一次报完往后 ${ahead} 个月`
          : `月月重报、只看下一个月，考 ${ahead} 回`;
    const level = rows.filter((row) => row.error - best.error < 0.1).map(({ name }) => name);
    const closest =
      level.length > 1 ? `${level.join('与')}差不到 0.1 个百分点` : `${best.name}最小`;
    return `${standing(origin)}，${how}，平均误差：${errors(result)}；${closest}。`;
  },
  brief: ({ method }, { by }) => `${nameOf(method)}，平均错 ${off(by(method).error)}`,
  table({ origin }, { rows }) {
    return {
      caption: `每天到诊人数，与${standing(origin)}的四种报法`,
      columns: [
        { label: '月' },
        { label: '实际', unit: '千人/天' },
        ...rows.map(({ name }) => ({ label: name, unit: '千人/天' })),
      ],
      rows: daily.map((value, i) => [
        months[i] ?? '',
        value,
        ...rows.map(({ forecast }) => forecast[i - origin] ?? ''),
      ]),
      digits: [0, 1, 1, 1, 1, 1],
    };
  },
});
