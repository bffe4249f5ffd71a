import { designMatrix, type MatrixPoint } from '../../calc/process/design-matrix.ts';
import { fixed, percent } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberPrediction,
  type Values,
} from '../../widget-kit/model.ts';
import {
  app,
  bank,
  broadband,
  insurer,
  modes,
  phone,
  type Business,
  type Mode,
} from './settings.ts';

/** 第几种业务放在哪里：在画面里自己选，不在控件区。 */
function place(nth: string, at: number) {
  return {
    kind: 'choice',
    label: `第${nth}种业务放在`,
    options: modes.map(({ name }, m) => ({ value: String(m), label: name })),
    default: String(at),
    meaning: '用哪一种接触方式办。',
    onStage: true,
  } as const;
}
export const places = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
export type Place = (typeof places)[number];

const score = (label: string, fallback: number) =>
  ({ kind: 'number', label, unit: '分', min: 0, max: 10, step: 0.5, default: fallback }) as const;
const part = (label: string) =>
  ({ kind: 'number', label, unit: '份', min: 1, max: 100, step: 1, default: 20 }) as const;

const params = {
  first: place('一', 3),
  second: place('二', 3),
  third: place('三', 3),
  fourth: place('四', 3),
  fifth: place('五', 4),
  back: {
    kind: 'number',
    label: '浅一级，办不成的',
    symbol: 'b',
    min: 0,
    max: 0.5,
    step: 0.05,
    default: 0.25,
    percent: true,
    meaning: '渠道比业务要的每浅一级，多这么多人办不成，换到办得成的那一级再来一遍。',
  },
  modes: {
    kind: 'list',
    label: '六种接触方式的分数',
    item: '级',
    fields: {
      name: { kind: 'text', label: '方式', longest: 6, default: '方式' },
      efficiency: score('效率', 5),
      opportunity: score('销售机会', 5),
    },
    atLeast: 6,
    atMost: 6,
    default: modes,
    meaning: '由浅到深，各 0–10 分，都是本课件设的。不服气就改。',
  },
  businesses: {
    kind: 'list',
    label: '五种业务',
    item: '种',
    fields: {
      name: { kind: 'text', label: '业务', longest: 6, default: '业务' },
      work: part('占活'),
      value: part('占生意'),
      needs: {
        kind: 'number',
        label: '要到第几级',
        unit: '级',
        min: 1,
        max: 6,
        step: 1,
        default: 3,
      },
    },
    atLeast: 5,
    atMost: 5,
    default: bank,
    meaning: '占活是全部人工里的份数，占生意是能谈成的买卖里的份数；最浅要到第几级才办得成。',
  },
} as const;
export type Setting = Values<typeof params>;

const businessesOf = (values: Setting) => values.businesses as readonly Business[];
const modesOf = (values: Setting) => values.modes as readonly Mode[];
export const placementOf = (values: Setting) => places.map((each) => Number(values[each]));

function score5(values: Setting, placement: readonly number[]) {
  return designMatrix({
    modes: modesOf(values),
    businesses: businessesOf(values).map(({ work, value, needs }) => ({
      work,
      value,
      needs: needs - 1,
    })),
    placement,
    returnPerLevel: values.back,
  });
}

function compute(values: Setting) {
  const placement = placementOf(values);
  const scored = score5(values, placement);
  const { now, frontier, cells } = scored;
  return {
    ...scored,
    /** 效率不降时机会最大的放法；没有更好的就是现在 */
    best: frontier.findLast(({ efficiency }) => efficiency >= now.efficiency - 1e-9) ?? now,
    /** 放得太浅、有人要回头的业务 */
    tooLean: placement.flatMap((m, i) => ((cells[i]?.[m]?.returns ?? 0) > 0 ? [i] : [])),
    /** 只把第 i 种搬进 App，两个分数各变多少 */
    toApp: placement.map((_, i) => {
      const moved = score5(
        values,
        placement.map((m, k) => (k === i ? app : m)),
      ).now;
      return {
        efficiency: moved.efficiency - now.efficiency,
        opportunity: moved.opportunity - now.opportunity,
      };
    }),
  };
}
export type Result = ReturnType<typeof compute>;

const point = (value: number) => fixed(value, 1);
const change = (value: number) =>
  Math.abs(value) < 0.005 ? '不变' : `${value > 0 ? '升' : '降'} ${fixed(Math.abs(value), 2)}`;
const nameAt = (values: Setting, i: number) => businessesOf(values)[i]?.name ?? '';
/** “App 自助办查余额流水、转账汇款；面谈商量办……” */
export const wayOf = (values: Setting, { placement }: MatrixPoint) =>
  modesOf(values)
    .flatMap(({ name }, m) => {
      const here = placement.flatMap((at, i) => (at === m ? [nameAt(values, i)] : []));
      return here.length > 0 ? [`${name}办${here.join('、')}`] : [];
    })
    .join('，');

const firstToApp: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: ({ modes: list }) =>
    `只搬一样到“${list[app]?.name}”，连办不成又回柜面的都算上，搬哪一样，全行的效率分升得最多？`,
  options: bank.map(({ name }, i) => ({
    value: String(i),
    label: name,
    explanation: (values, { toApp, cells }) => {
      const { efficiency, opportunity } = toApp[i] as Result['toApp'][0];
      const returns = cells[i]?.[app]?.returns ?? 0;
      const most = toApp.reduce(
        (best, each, k) => (each.efficiency > (toApp[best]?.efficiency ?? 0) + 1e-9 ? k : best),
        0,
      );
      const { efficiency: top, opportunity: lost } = toApp[most] as Result['toApp'][0];
      const own = `${nameAt(values, i)}搬过去，效率${change(efficiency)}，销售机会${change(opportunity)}。`;
      const why =
        returns > 0
          ? `它要当面商量，${percent(returns)} 的人在手机上办不成，还得再来一趟，省下的又花了出去。`
          : '它不用人商量，谁点都一样，占的活又多。';
      return i === most
        ? `${own}${why}`
        : `${own}${why}升得最多的是${nameAt(values, most)}：效率${change(top)}，销售机会只${change(lost)}。`;
    },
  })),
  answer: (_values, { toApp }) =>
    String(
      toApp.reduce(
        (best, each, k) => (each.efficiency > (toApp[best]?.efficiency ?? 0) + 1e-9 ? k : best),
        0,
      ),
    ),
};

const bestOpportunity: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (_values, { now }) =>
    `现在效率 ${point(now.efficiency)} 分，销售机会 ${point(now.opportunity)} 分。效率一分不许降，五样业务随便换渠道，销售机会最多到几分？`,
  unit: '分',
  min: 0,
  max: 10,
  digits: 1,
  tolerance: 0.07,
  answer: (_values, { best }) => best.opportunity,
  hit: (values, { best }) =>
    `准。${wayOf(values, best)}：活多的往浅处搬，腾出来的人手，全放到有生意可谈的地方。`,
  misreads: [
    {
      when: (guess, _answer, _values, { now, best }) =>
        guess <= now.opportunity + 0.4 && best.opportunity > now.opportunity + 0.8,
      text: (values, { best }) =>
        `你大概想，效率和销售此消彼长。那说的是一种业务；五种业务一样多的活、不一样多的生意，不必站在同一处。${wayOf(values, best)}，机会就有 ${point(best.opportunity)} 分。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, { best }) =>
        `多了一点。${wayOf(values, best)}，到 ${point(best.opportunity)} 分就顶住了：再往深处搬一样，效率就要降。`,
    },
    {
      when: () => true,
      text: (values, { best }) =>
        `还能再高。${wayOf(values, best)}，有 ${point(best.opportunity)} 分：占活多的几样和占生意多的几样，原来不是同几样。`,
    },
  ],
};

const allInApp: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ modes: list, back }, { now }) =>
    `“${list[app]?.name}”的效率是 ${point(list[app]?.efficiency ?? 0)} 分，现在五样都走${list[phone]?.name}是 ${point(now.efficiency)} 分。渠道每浅一级，${percent(back)} 的人办不成、要回头再办一遍。五样全搬进去，效率到几分？`,
  unit: '分',
  min: 0,
  max: 10,
  digits: 1,
  tolerance: 0.04,
  answer: (_values, { uniform }) => uniform[app]?.efficiency ?? 0,
  hit: (values, { uniform }) =>
    `准。账面 ${point(modesOf(values)[app]?.efficiency ?? 0)} 分，扣掉回头的一遍，剩 ${point(uniform[app]?.efficiency ?? 0)} 分；销售机会只有 ${point(uniform[app]?.opportunity ?? 0)} 分。`,
  misreads: [
    {
      when: (guess, answer, values) =>
        guess > answer && guess >= (modesOf(values)[app]?.efficiency ?? 0) - 0.3,
      text: (values, { uniform, cells }) =>
        `这是人人一次办成的分数。${nameAt(values, 4)}有 ${percent(cells[4]?.[app]?.returns ?? 0)} 的人办不成，还要人再办一遍，合起来只有 ${point(uniform[app]?.efficiency ?? 0)} 分。`,
    },
    {
      when: (guess, _answer, _values, { now, uniform }) =>
        guess <= now.efficiency && (uniform[app]?.efficiency ?? 0) > now.efficiency,
      text: (values, { uniform, now }) =>
        `没有那么糟。活多的几样手机上办得成，整体从 ${point(now.efficiency)} 升到 ${point(uniform[app]?.efficiency ?? 0)} 分；回头的主要是${nameAt(values, 4)}这样要当面的。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (_values, { uniform }) =>
        `想到了有人回头，回头的比你想的多：一遍手机、一遍人工，两遍都要算。合起来 ${point(uniform[app]?.efficiency ?? 0)} 分。`,
    },
    {
      when: () => true,
      text: (_values, { uniform }) =>
        `少了一点。回头的只是那几样要人商量的，占的活不算多；合起来 ${point(uniform[app]?.efficiency ?? 0)} 分。`,
    },
  ],
};

/** 五种业务都放在同一处。 */
const allAt = (m: number) =>
  Object.fromEntries(places.map((each) => [each, String(m)])) as Record<Place, string>;

export const model = defineWidget({
  id: 'channel-matrix',
  version: 2,
  title: '五样业务放哪里',
  english: 'Which channel for which business',
  question: '柜面、电话、手机：一样业务换个渠道，省下多少人工，又丢掉多少生意？',
  chapter: 'front-back-office',
  section: 'channels',
  directional: true,
  params,
  scenarios: [
    {
      id: 'bank',
      label: '银行网点',
      sentence:
        '江城银行（虚构案例）的网点，四样在柜面照章办，理财坐下来谈。行里要“能上手机的都上手机”，先搬哪一样？',
      values: {},
    },
    {
      id: 'insurer',
      label: '保险续保',
      sentence:
        '一家保险公司（虚构案例），五样全靠电话坐席。老板说：效率已经这样了，想多卖保单，只有加人。',
      values: { ...allAt(phone), businesses: insurer },
      predict: bestOpportunity,
    },
    {
      id: 'broadband',
      label: '宽带报修',
      sentence: '一家宽带公司（虚构案例），五样都打热线。新上的 App 样样有入口，公司打算关掉热线。',
      values: { ...allAt(phone), businesses: broadband },
      predict: allInApp,
    },
  ],
  compute,
  predict: firstToApp,
  sentence(values, { now, best, tooLean }) {
    const start = `现在这样放，效率 ${point(now.efficiency)} 分，销售机会 ${point(now.opportunity)} 分`;
    const lean =
      tooLean.length > 0
        ? `${tooLean.map((i) => nameAt(values, i)).join('、')}放得太浅，有人要回头再办。`
        : '';
    if (best.opportunity <= now.opportunity + 0.005)
      return `${start}；效率不降，销售机会已经加不上去。${lean}`;
    return `${start}；效率不降，换个放法，销售机会最多 ${point(best.opportunity)} 分：${wayOf(values, best)}。${lean}`;
  },
  brief: (_values, { now }) =>
    `效率 ${point(now.efficiency)} 分，销售机会 ${point(now.opportunity)} 分`,
  table(values, { cells, now }) {
    return {
      caption: '三十格的分数（示意：分数、占比、回头的比例都是本课件设的）',
      columns: [
        { label: '业务' },
        { label: '占活', unit: '份' },
        { label: '占生意', unit: '份' },
        { label: '渠道' },
        { label: '办不成', unit: '%' },
        { label: '效率', unit: '分' },
        { label: '销售机会', unit: '分' },
        { label: '现在' },
      ],
      rows: businessesOf(values).flatMap(({ name, work, value }, i) =>
        modesOf(values).map((mode, m) => {
          const cell = cells[i]?.[m];
          return [
            name,
            work,
            value,
            mode.name,
            (cell?.returns ?? 0) * 100,
            cell?.efficiency ?? 0,
            cell?.opportunity ?? 0,
            now.placement[i] === m ? '在这里' : '',
          ];
        }),
      ),
      digits: [0, 0, 0, 0, 0, 1, 1, 0],
    };
  },
  monotone: [
    { param: 'back', quantity: ({ now }) => now.efficiency, direction: 'down' },
    { param: 'back', quantity: ({ tooLean }) => tooLean.length, direction: 'up' },
  ],
});
