import { normalCdf } from '../../calc/core/normal.ts';
import { littlewood } from '../../calc/revenue/littlewood.ts';
import { twoClassRevenue } from '../../calc/revenue/two-class-revenue.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type ChoicePrediction, type Values } from '../../widget-kit/model.ts';

const params = {
  hold: {
    kind: 'number',
    label: '给高价留',
    symbol: 'y',
    unit: '个',
    min: 0,
    max: 300,
    step: 1,
    default: 40,
    meaning: '给高价客人留几个，也可以在图上拖那个点。',
  },
  sdHigh: {
    kind: 'number',
    label: '高价需求的标准差',
    symbol: 'σ',
    unit: '个',
    min: 0,
    max: 60,
    step: 1,
    default: 20,
    meaning: '越大，越说不准会来多少高价客人。',
  },
  before: {
    kind: 'number',
    label: '对照的标准差',
    unit: '个',
    min: 0,
    max: 60,
    step: 1,
    default: 4,
    meaning: '虚线那一条，拿来比。',
  },
  fareLow: {
    kind: 'number',
    label: '低价',
    symbol: 'p₂',
    unit: '元',
    min: 10,
    max: 2000,
    step: 1,
    default: 360,
    meaning: '比高价还高时，照高价算。',
  },
  fareHigh: {
    kind: 'number',
    label: '高价',
    symbol: 'p₁',
    unit: '元',
    min: 100,
    max: 2000,
    step: 1,
    default: 900,
    meaning: '后来的客人肯付的价。',
  },
  meanHigh: {
    kind: 'number',
    label: '高价需求的平均',
    symbol: 'μ',
    unit: '个',
    min: 0,
    max: 200,
    step: 1,
    default: 40,
    meaning: '平均有多少人肯付高价，正态。',
  },
  capacity: {
    kind: 'number',
    label: '总共',
    symbol: 'C',
    unit: '个',
    min: 20,
    max: 600,
    step: 1,
    default: 120,
    meaning: '房间或座位。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 低价不会比高价高。 */
export const lowFare = ({ fareHigh, fareLow }: Setting) => Math.min(fareHigh, fareLow);

/** 留到第 y 个以后，再留一个等得到高价客人的机会，P(D > y)。 */
function chance(mean: number, sd: number, y: number): number {
  if (sd === 0) return y < mean ? 1 : 0;
  return normalCdf((mean - y) / sd);
}

function compute(values: Setting) {
  const { fareHigh, meanHigh, sdHigh, before, capacity } = values;
  const fareLow = lowFare(values);
  const rule = (sd: number) => littlewood({ ...values, fareLow, sdHigh: sd });
  const { protection, criticalRatio } = rule(sdHigh);
  const revenue = (y: number) =>
    twoClassRevenue({ fareHigh, fareLow, meanHigh, sdHigh, capacity, protection: y })
      .expectedRevenue;
  const hold = Math.min(capacity, values.hold);
  const reach = Math.max(
    20,
    meanHigh + 3 * Math.max(sdHigh, before),
    Math.min(values.hold, capacity) * 1.05,
    protection * 1.05,
  );
  const most = Math.ceil(reach / 10) * 10;
  const at = Array.from({ length: 41 }, (_, i) => (i / 40) * most);
  const kept = Math.min(capacity, protection);
  return {
    ratio: 1 - criticalRatio,
    protection,
    /** 标准差是对照那一个时该留几个 */
    protectionBefore: rule(before).protection,
    hold,
    /** 图画到留几个为止 */
    most,
    worth: (sd: number) => at.map((y) => [y, fareHigh * chance(meanHigh, sd, y)] as const),
    worthAt: fareHigh * chance(meanHigh, sdHigh, hold),
    revenueCurve: at.filter((y) => y <= capacity).map((y) => [y, revenue(y)] as const),
    best: revenue(kept),
    now: revenue(hold),
    firstCome: revenue(0),
  };
}
export type Result = ReturnType<typeof compute>;

const yuan = (value: number) => `${fixed(value)} 元`;
/** 该留几个：一位小数。 */
export const some = (value: number) => fixed(value, 1);

/** 标准差变大，该多留、少留，还是不变。 */
function direction({ protection, protectionBefore }: Result): 'more' | 'same' | 'less' {
  const change = protection - protectionBefore;
  return Math.abs(change) < 0.05 ? 'same' : change > 0 ? 'more' : 'less';
}

const moved = ({ before, sdHigh }: Setting, { ratio, protection, protectionBefore }: Result) =>
  `价比是 ${upTo(ratio, 2)}，标准差 ${before} 时该留 ${some(protectionBefore)}，标准差 ${sdHigh} 时该留 ${some(protection)}。`;

const uncertain: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (values) =>
    `高价 ${values.fareHigh} 元，低价 ${lowFare(values)} 元，高价需求平均 ${values.meanHigh}。标准差从 ${values.before} 变成 ${values.sdHigh}，给高价留的该多些还是少些？`,
  options: [
    {
      value: 'more',
      label: '多留：越说不准，越要多备',
      explanation: (values, result) =>
        moved(values, result) +
        {
          more: '折扣深，少留一个丢的差价比多留一个空着亏的多，说不准就往多里留。',
          same: '低价恰是高价的一半：多留一个亏的和少留一个丢的一样多，正好留平均数，散开多少都不动。',
          less: '“多备”是折扣深时的道理。这里折扣浅，多留一个空着亏的比少留一个丢的差价多，越说不准，越该先卖掉。',
        }[direction(result)],
    },
    {
      value: 'same',
      label: '不变：平均数没有变',
      explanation: (values, result) =>
        moved(values, result) +
        {
          more: '平均数没变，可留的数不只看平均。低价不到高价的一半，该留得比平均多，多出来的那一截随标准差长。',
          same: '低价恰是高价的一半，两头亏的一样多，正好留平均数，散开多少都不动。',
          less: '平均数没变，可留的数不只看平均。低价过了高价的一半，该留得比平均少，少的那一截随标准差长。',
        }[direction(result)],
    },
    {
      value: 'less',
      label: '少留：说不准的钱不如现钱',
      explanation: (values, result) =>
        moved(values, result) +
        {
          more: '“现钱要紧”是折扣浅时的道理。这里现钱只有差价的零头：少留一个丢的比多留一个亏的多，说不准就该多留。',
          same: '现钱与差价恰好一样多，两头抵消，正好留平均数，散开多少都不动。',
          less: '折扣浅，卖掉到手的比等来多赚的还多，越说不准，越该先卖掉。',
        }[direction(result)],
    },
  ],
  answer: (_values, result) => direction(result),
};

export const model = defineWidget({
  id: 'littlewood-balance',
  version: 2,
  title: '利特伍德天平',
  english: 'Littlewood’s balance',
  question: '一头是到手的低价，一头是可能等来的高价。说不准的时候，该多留还是少留？',
  chapter: 'capacity-revenue',
  section: 'two-fares',
  params,
  scenarios: [
    {
      id: 'hotel',
      label: '四折',
      sentence:
        '江城会展酒店（虚构案例），120 间，折扣价是全价的四成。全价客平均 40 位，往年很稳；今年新开了展馆，说不准了。',
      values: {},
    },
    {
      id: 'half',
      label: '五折',
      sentence: '还是那家酒店，只是折扣价定在全价的一半。',
      values: { fareLow: 450 },
    },
    {
      id: 'shallow',
      label: '八折',
      sentence: '还是那家酒店，折扣价只比全价便宜两成。',
      values: { fareLow: 720 },
    },
    {
      id: 'rail',
      label: '高铁 598 / 498',
      sentence:
        '京沪高铁全程二等座最低 498 元、最高 598 元。设一趟车只卖这两种价，提早买的便宜；全列 600 座，肯付高价的平均 200 人，标准差 60（自拟）。',
      values: {
        fareHigh: 598,
        fareLow: 498,
        meanHigh: 200,
        sdHigh: 60,
        before: 20,
        capacity: 600,
        hold: 200,
      },
      predict: {
        kind: 'number',
        question: ({ fareHigh, meanHigh, sdHigh, ...values }) =>
          `票价 ${fareHigh} 元与 ${lowFare({ fareHigh, meanHigh, sdHigh, ...values })} 元；肯付高价的平均 ${meanHigh} 人，标准差 ${sdHigh}。给他们留几座？`,
        unit: '座',
        min: 0,
        max: 600,
        digits: 0,
        whole: true,
        tolerance: 0.06,
        answer: (_values, { protection }) => protection,
        hit: (values) =>
          `很准。比平均数 ${values.meanHigh} 还少：等到了只多赚 ${yuan(values.fareHigh - lowFare(values))}，空一座却亏 ${yuan(lowFare(values))}，只有很有把握的那些座才值得留。`,
        misreads: [
          {
            when: (guess, _answer, { meanHigh }) => Math.abs(guess - meanHigh) <= 5,
            text: ({ meanHigh }, { protection, worthAt, ratio }) =>
              `${meanHigh} 是平均数：留到这里，再留一座等得到人的机会只剩一半，值 ${yuan(worthAt)}，不如现在卖。机会要大于价比 ${percent(ratio)} 才留，那是到 ${fixed(protection)} 座为止。`,
          },
          {
            when: (guess, _answer, { meanHigh }) => guess > meanHigh,
            text: (values, { ratio, protection }) =>
              `往多里留是折扣深时的做法。这里低价是高价的 ${percent(ratio)}，多留一座空着亏 ${yuan(lowFare(values))}，少留一座只丢 ${yuan(values.fareHigh - lowFare(values))}：该比平均数 ${values.meanHigh} 少，留 ${fixed(protection)} 座。`,
          },
          {
            when: (guess, answer) => guess < answer * 0.7,
            text: (_values, { ratio, protection }) =>
              `少留的方向对，只是过了头：前 ${fixed(protection)} 座等到高价客人的机会都大于 ${percent(ratio)}，留着还是比卖掉值。`,
          },
          {
            when: () => true,
            text: (_values, { ratio, protection }) =>
              `不远。机会大于价比 ${percent(ratio)} 的座才留，到 ${fixed(protection)} 座为止。`,
          },
        ],
      },
    },
  ],
  compute,
  predict: uncertain,
  sentence(values, result) {
    const { protection, protectionBefore, ratio, hold, worthAt, best, now } = result;
    const { capacity, before, sdHigh } = values;
    const fareLow = lowFare(values);
    const full = protection > capacity ? `，比总共的 ${capacity} 个还多，全留` : '';
    const rule =
      fareLow === values.fareHigh
        ? '两个价一样，不必留'
        : `价比 ${upTo(ratio, 2)}，该留 ${some(protection)} 个${full}`;
    const compared =
      before === sdHigh ? '' : `，标准差是 ${before} 时该留 ${some(protectionBefore)}`;
    const loss = best - now;
    const yours = loss < 0.5 ? '收入已经到顶' : `期望收入比最好的少 ${yuan(loss)}`;
    return `${rule}${compared}。照现在的设置留 ${hold} 个：再留一个，等来高价平均值 ${yuan(worthAt)}，现在卖值 ${yuan(fareLow)}；${yours}。`;
  },
  brief: (_values, { protection, best, now }) =>
    `该留 ${some(protection)} 个；现在少收 ${yuan(Math.max(0, best - now))}`,
  table(values, { protection, protectionBefore, hold, best, now, firstCome }) {
    const { sdHigh, before, capacity } = values;
    return {
      caption: `该留几个，与标准差 ${sdHigh} 时的期望收入`,
      columns: [{ label: '留法' }, { label: '留', unit: '个' }, { label: '期望收入', unit: '元' }],
      rows: [
        [`照利特伍德法则，标准差 ${sdHigh}`, Math.min(capacity, protection), best],
        [`照利特伍德法则，标准差 ${before}`, Math.min(capacity, protectionBefore), '—'],
        ['现在留的', hold, now],
        ['一个不留', 0, firstCome],
      ],
      digits: [0, 1, 0],
    };
  },
  monotone: [
    { param: 'fareLow', quantity: ({ protection }) => protection, direction: 'down' },
    { param: 'fareHigh', quantity: ({ protection }) => protection, direction: 'up' },
    { param: 'meanHigh', quantity: ({ protection }) => protection, direction: 'up' },
    { param: 'capacity', quantity: ({ firstCome }) => firstCome, direction: 'up' },
  ],
});
