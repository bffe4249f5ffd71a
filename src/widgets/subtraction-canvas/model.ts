import { strategicCanvas } from '../../calc/strategy/strategic-canvas.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberPrediction,
} from '../../widget-kit/model.ts';
import {
  airlineWith,
  budget,
  even,
  flyers,
  guests,
  hotelItems,
  itemsParam,
  segmentsParam,
  type Item,
  type Segment,
} from './markets.ts';

export const firms = ['自家', '甲', '乙', '丙'] as const;
export const share = (value: number) => percent(value, 1);

const params = {
  items: itemsParam,
  segments: segmentsParam,
  sensitivity: {
    kind: 'number',
    label: '客人有多计较',
    min: 0.05,
    max: 2,
    step: 0.05,
    default: 1,
    meaning: '灵敏度。小的时候几家差一点无所谓，份额往平分靠；大了，稍好一点的就拿走大半。',
  },
} as const;
type Setting = {
  items: readonly Item[];
  segments: readonly Segment[];
  sensitivity: number;
};

function canvas({ items, segments, sensitivity }: Setting, own = items.map((item) => item.own)) {
  return strategicCanvas({
    profiles: [
      own,
      items.map(({ first }) => first),
      items.map(({ second }) => second),
      items.map(({ third }) => third),
    ],
    segments: segments.map(({ size }, s) => ({
      size,
      weights: items.map(({ weight1, weight2, weight3 }) => [weight1, weight2, weight3][s] ?? 0),
    })),
    sensitivity,
  });
}

/** 酒店那一问的四种砍法：砍掉两项，点数加给另外两项。 */
const cuts: readonly { from: readonly number[]; to: readonly number[] }[] = [
  { from: [1, 2], to: [0, 4] },
  { from: [0, 4], to: [5, 6] },
  { from: [5, 6], to: [1, 2] },
  { from: [6, 7], to: [5, 4] },
];
type Cut = (typeof cuts)[number];
const applied = (own: readonly number[], { from, to }: Cut) => {
  const freed = from.reduce((sum, i) => sum + (own[i] ?? 0), 0);
  return own.map((now, i) =>
    from.includes(i) ? 0 : now + (to.includes(i) ? freed / to.length : 0),
  );
};

export const sensitivities = Array.from({ length: 40 }, (_, i) => (i + 1) / 20);

function compute(setting: Setting) {
  const own = setting.items.map((item) => item.own);
  const { shares, segmentShares, costs, firstChoices, utilities } = canvas(setting);
  return {
    own: shares[0] as number,
    shares,
    segmentShares,
    costs,
    utilities,
    firstChoices,
    /** 把自家当首选的客群 */
    won: firstChoices.flatMap((firm, s) => (firm === 0 ? [s] : [])),
    left: budget - own.reduce((sum, points) => sum + points, 0),
    curve: sensitivities.map((sensitivity) => ({
      sensitivity,
      share: canvas({ ...setting, sensitivity }).shares[0] as number,
    })),
    cuts: cuts.map((cut) => {
      const after = canvas(setting, applied(own, cut));
      return {
        share: after.shares[0] as number,
        won: after.firstChoices.flatMap((firm, s) => (firm === 0 ? [s] : [])),
      };
    }),
  };
}
export type Result = ReturnType<typeof compute>;

const named = ({ segments }: Setting, list: readonly number[]) =>
  list.map((s) => `“${segments[s]?.name}”`).join('');
const firstSays = (values: Setting, won: readonly number[]) =>
  won.length === 0 ? '没有一个客群首选它' : `${named(values, won)}首选它`;

/** 四家里的高低。 */
function costSays({ costs: [own = 0, ...rivals] }: Result): string {
  if (rivals.every((cost) => own < cost)) return `成本 ${fixed(own)}，四家里最低`;
  if (rivals.every((cost) => own > cost)) return `成本 ${fixed(own)}，四家里最高`;
  return `成本 ${fixed(own)}，不是最低也不是最高`;
}
const rivalCosts = ({ costs: [, ...rivals] }: Result) =>
  rivals.map((cost, i) => `${firms[i + 1]} ${fixed(cost)}`).join('、');

/** 一个客群为什么选那一家：它最看重的一项，各家投了几点。 */
function why(values: Setting, { utilities }: Result, s: number): string {
  const { items, segments } = values;
  const weigh = ({ weight1, weight2, weight3 }: Item) => [weight1, weight2, weight3][s] ?? 0;
  const key = items.reduce((best, item) => (weigh(item) > weigh(best) ? item : best));
  const row = utilities[s] ?? [];
  const firm = row.indexOf(Math.max(...row));
  const points = [key.own, key.first, key.second, key.third][firm] ?? 0;
  const [mine, best] = [row[0] ?? 0, row[firm] ?? 0];
  return firm === 0
    ? `${segments[s]?.name}最看重${key.name}；各项加权合起来，自家 ${upTo(mine)} 分，没有谁更高。`
    : `${segments[s]?.name}最看重${key.name}，${firms[firm]}投了 ${points} 点，自家 ${key.own} 点；各项加权合起来 ${upTo(best)} 分对 ${upTo(mine)} 分。`;
}

const chosenFirst = (s: number) => (values: Setting, result: Result) =>
  result.won.includes(s)
    ? why(values, result, s)
    : `${s === 0 ? '成本低不等于客人觉得便宜：客人看见的是“价格”那一项投了几点，你省下的本钱他看不见。' : '样样都有，他未必领情。'}${why(values, result, s)}${result.won.length === 0 ? '三个客群都是这样，' : ''}${firstSays(values, result.won)}。`;

const whose: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (_values, result) =>
    `自家八项各 5 点，${costSays(result)}（${rivalCosts(result)}）。哪个客群首选它？`,
  options: [
    { value: '0', label: '省钱的', explanation: chosenFirst(0) },
    { value: '1', label: '赶时间的', explanation: chosenFirst(1) },
    { value: '2', label: '要体面的', explanation: chosenFirst(2) },
    {
      value: 'none',
      label: '一个也没有',
      explanation: (values, result) =>
        result.won.length > 0
          ? `有的：${named(values, result.won)}。${why(values, result, result.won[0] ?? 0)}`
          : `没有一个客群里，它的加权分高过每一家。${why(values, result, 0)}便宜的是自己的账，不是客人眼里的价格。`,
    },
  ],
  answer: (_values, { won }) => (won[0] === undefined ? 'none' : String(won[0])),
};

const base = compute({ items: airlineWith(even), segments: flyers, sensitivity: 1 });
const stillSays = (values: Setting, result: Result) =>
  `这一项只管差一点有多要紧，不改谁高谁低：${firstSays(values, result.won)}，这一条不跟着灵敏度变。`;

const easygoing: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ sensitivity }) =>
    `灵敏度是 1 的时候，样样 5 点的自家占 ${share(base.own)}。客人不那么计较，灵敏度变成 ${sensitivity}，别的都不动。自家占百分之几？`,
  unit: '%',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.15,
  answer: (_values, { own }) => own * 100,
  hit: (values, result) => `准。${stillSays(values, result)}`,
  misreads: [
    {
      when: (guess, _answer, _values, { curve }) =>
        guess > 25 && curve.every((at) => at.share <= 0.25),
      text: (values, result) =>
        `高了。再不计较，也只是往平分靠：四家平分是 25%，原来落在后头的一家，到不了 25% 以上。${stillSays(values, result)}`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) =>
        `往平分走，还没有走到：四家平分是 25%，要等客人完全不在乎。${stillSays(values, result)}`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `少了。份额的大小很靠这一个假定，所以 ${share(base.own)} 不能当真。${stillSays(values, result)}`,
    },
  ],
};

const bold: NumberPrediction<typeof params, Result> = {
  ...easygoing,
  question: () =>
    `餐食、网络、个性、售后一点不留，20 点全加给速度和准点，总数还是 ${budget}。自家从 ${share(base.own)} 变成百分之几？`,
  tolerance: 0.12,
  hit: (values, result) =>
    `准。${firstSays(values, result.won)}。代价也要看见：${costSays(result)}，同样多的点，越集中越贵。`,
  misreads: [
    {
      when: (guess, answer) => guess < answer,
      text: (values, result) =>
        `猜低了。撤掉的四项，本来也没有哪个客群因为它们选自家；加上去的两项，正好是“赶时间的”最看重的。${firstSays(values, result.won)}。代价是${costSays(result)}。`,
    },
    {
      when: () => true,
      text: (values, { segmentShares, ...result }) =>
        `猜高了。专攻两项，多半只赢来一个客群：三个客群里各占 ${segmentShares.map((row) => share(row[0] ?? 0)).join('、')}。${firstSays(values, result.won)}。`,
    },
  ],
};

const namesOf = ({ items }: Pick<Setting, 'items'>, list: readonly number[]) =>
  list.map((i) => items[i]?.name ?? '（已删去）').join('、');
const cutSays = (values: Setting, result: Result, k: number) => {
  const { from, to } = cuts[k] as Cut;
  const after = result.cuts[k] as Result['cuts'][number];
  return `砍${namesOf(values, from)}，加${namesOf(values, to)}，份额从 ${share(result.own)} 变成 ${share(after.share)}，${firstSays(values, after.won)}。`;
};
const bestCut = ({ cuts: results }: Result) =>
  results.reduce((best, { share }, k) => (share > (results[best]?.share ?? 0) ? k : best), 0);
const cutting: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (values, result) =>
    `八项各 5 点的酒店占 ${share(result.own)}，${firstSays(values, result.won)}。只许砍掉两项，10 点加给另外两项。怎么砍，份额最大？`,
  options: cuts.map((cut, k) => ({
    value: String(k),
    label: `砍${namesOf({ items: hotelItems }, cut.from)}，加${namesOf({ items: hotelItems }, cut.to)}`,
    explanation: (values, result) => {
      const best = bestCut(result);
      return k === best
        ? `${cutSays(values, result, k)}砍的是大多数客人不看重的，加的是一个大客群最看重的。`
        : `${cutSays(values, result, k)}更好的是：${cutSays(values, result, best)}`;
    },
  })),
  answer: (_values, result) => String(bestCut(result)),
};

/** 自家的曲线，说成一句。 */
function shape({ items }: Setting, { left }: Result): string {
  const top = Math.max(...items.map(({ own }) => own));
  const list = (wanted: number) =>
    items.flatMap(({ name, own }) => (own === wanted ? [name] : [])).join('、');
  const over =
    left < 0 ? `（比 ${budget} 点多用了 ${-left} 点）` : left > 0 ? `（还剩 ${left} 点）` : '';
  if (items.every(({ own }) => own === top)) return `自家每项都是 ${top} 点${over}`;
  // 一大半都是最多的，就说少的是哪几项
  const fewer = items.filter(({ own }) => own < top);
  if (fewer.length * 2 < items.length)
    return `自家${fewer.map(({ name, own }) => (own === 0 ? `${name}一点不投` : `${name} ${own} 点`)).join('、')}，其余各 ${top} 点${over}`;
  const none = list(0);
  return `自家投得最多的是${list(top)}，${list(top).includes('、') ? '各 ' : ''}${top} 点${none === '' ? '' : `，${none}一点不投`}${over}`;
}

export const model = defineWidget({
  id: 'subtraction-canvas',
  version: 2,
  title: '做减法的画布',
  english: 'The value curve',
  question: '四家都只有 40 点。八项怎么分，才有人头一个想到你？',
  chapter: 'strategy',
  section: 'subtract',
  params,
  scenarios: [
    {
      id: 'even',
      label: '样样 5 点',
      sentence:
        '江城飞海边，四家公司（虚构案例）各有 40 点。自家样样一样多，甲做便宜，乙做快和准，丙做体面。一百位客人：50 位要省钱，30 位赶时间，20 位要体面。',
      values: {},
    },
    {
      id: 'easygoing',
      label: '不太计较',
      sentence:
        '还是这四家，八项的点数一点不动，只是客人没有那么计较：差一点也肯坐。灵敏度从 1 降到 0.2。',
      values: { sensitivity: 0.2 },
      predict: easygoing,
    },
    {
      id: 'bold',
      label: '砍掉四项',
      sentence: '自家下了狠心：餐食、网络、个性、售后都不做了，省下的点全放到速度和准点上。',
      values: { items: airlineWith([5, 15, 15, 5, 0, 0, 0, 0]) },
      predict: bold,
    },
    {
      id: 'hotel',
      label: '经济型酒店',
      sentence:
        '火车站旁四家酒店（虚构案例）。自家样样一样多，甲便宜，乙做商务，丙有大堂和餐厅。一百位客人：40 位赶路，40 位出差，20 位度假。',
      values: { items: hotelItems, segments: guests },
      predict: cutting,
    },
  ],
  compute,
  predict: whose,
  sentence: (values, result) =>
    `${shape(values, result)}；占 ${share(result.own)}，${firstSays(values, result.won)}；${costSays(result)}。`,
  brief: (_values, result) =>
    `占 ${share(result.own)}，${result.won.length === 0 ? '没有客群首选' : `${result.won.length} 个客群首选`}，成本 ${fixed(result.costs[0] ?? 0)}`,
  table({ segments }, { shares, segmentShares, costs, utilities }) {
    return {
      caption: '四家在三个客群里的加权分与份额，总份额与成本',
      columns: [
        { label: '哪一家' },
        ...segments.flatMap(({ name }) => [
          { label: `${name}，加权分` },
          { label: `${name}，份额`, unit: '%' },
        ]),
        { label: '总份额', unit: '%' },
        { label: '成本' },
      ],
      rows: firms.map((firm, i) => [
        firm,
        ...segments.flatMap((_, s) => [utilities[s]?.[i] ?? 0, (segmentShares[s]?.[i] ?? 0) * 100]),
        (shares[i] ?? 0) * 100,
        costs[i] ?? 0,
      ]),
      digits: [0, 2, 1, 2, 1, 2, 1, 1, 0],
    };
  },
});
