import { fixed, percent, upTo } from '../../lib/format.ts';
import {
  defaults,
  defineWidget,
  type ChoicePrediction,
  type NumberPrediction,
} from '../../widget-kit/model.ts';
import {
  hurdleOf,
  jingHu,
  jingJi,
  jingNing,
  legs,
  nameOf,
  params,
  planFor,
  productsOf,
  verdictOf,
  type Setting,
} from './line.ts';
import { sellDays, stored, type Takings } from './nights.ts';

function compute(values: Setting) {
  const products = productsOf(values);
  const { bids, plan, revenue } = planFor(
    products,
    legs.map(() => values.seats),
  );
  const asListed =
    values.demand === params.demand.default &&
    values.seats === params.seats.default &&
    values.fareJingNing === params.fareJingNing.default &&
    values.fareJingHu === params.fareJingHu.default;
  return {
    bids,
    /** 需求正好等于平均数时最多收多少 */
    bound: revenue,
    tickets: products.map((product, i) => ({
      ...product,
      name: nameOf(product),
      hurdle: hurdleOf(product, bids),
      verdict: verdictOf(product, bids),
      planned: plan[i]!,
    })),
    /** 许多天里一天平均收多少；改过的设置要另算，是 null */
    takings: asListed ? stored[values.order] : null,
  };
}
export type Result = ReturnType<typeof compute>;

/** 没有存好的设置，评猜测时少抽几天。 */
const few = new Map<string, Takings>();
function takingsOf(values: Setting, { takings }: Result): Takings {
  if (takings) return takings;
  const key = JSON.stringify(values);
  const known = few.get(key) ?? sellDays(values, 60, 1);
  few.set(key, known);
  return known;
}

export const verdicts = { take: '接', refuse: '拒', some: '只接计划里的' } as const;
/** “占两段，门槛 418 元” */
function why({ tickets }: Result, i: number): string {
  const { name, fare, from, to, hurdle, verdict } = tickets[i]!;
  const sign = verdict === 'take' ? '高于' : verdict === 'refuse' ? '低于' : '正好等于';
  return `${name}占${['一', '两', '三'][to - from - 1]}段，门槛 ${upTo(hurdle, 1)} 元，${fixed(fare)} 元${sign}它，${verdicts[verdict]}`;
}
const bidsSaid = ({ bids }: Result) =>
  legs.map((leg, i) => `${leg} ${upTo(bids[i]!, 1)}`).join('、');

const whichRefused: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (values, { tickets }) =>
    `每段 ${values.seats} 座，一张还没卖。两个人来问：一张京—宁 ${tickets[jingNing]!.fare} 元，一张京—济 ${tickets[jingJi]!.fare} 元。想让这列车收得最多，该怎么办？`,
  options: [
    {
      value: 'refuse-short',
      label: '接京—宁，拒京—济：谁贵接谁',
      explanation: (_values, result) =>
        `“贵的总该先接”。${because(result)}接哪张看它占了谁的座位，不看票价高低。`,
    },
    {
      value: 'take-both',
      label: '两张都接：座位还多',
      explanation: (_values, result) =>
        `现在空着，不等于卖不掉。${because(result)}座位的价钱是后面来的人定的。`,
    },
    {
      value: 'refuse-long',
      label: '拒京—宁，接京—济',
      explanation: (_values, result) => `${because(result)}`,
    },
    {
      value: 'refuse-both',
      label: '两张都拒：留给坐全程的',
      explanation: (_values, result) =>
        `留得太多了。${because(result)}全程的人坐不满三段，前一段总有座位要卖给短途。`,
    },
  ],
  answer: (_values, { tickets }) => {
    const long = tickets[jingNing]!.verdict !== 'refuse';
    const short = tickets[jingJi]!.verdict !== 'refuse';
    return long ? (short ? 'take-both' : 'refuse-short') : short ? 'refuse-long' : 'refuse-both';
  },
};
function because(result: Result): string {
  return `每段一个座位值多少，由还会来的人定：${bidsSaid(result)} 元，这叫竞价。${why(result, jingNing)}；${why(result, jingJi)}。`;
}

const gain = (values: Setting, result: Result) => {
  const { firstCome, liveBids } = takingsOf(values, result);
  return (liveBids / firstCome - 1) * 100;
};
const account = (values: Setting, result: Result) => {
  const { firstCome, openingBids, liveBids } = takingsOf(values, result);
  return `一天平均，先到先得 ${fixed(firstCome)} 元，照开头那一次的竞价 ${fixed(openingBids)} 元，卖一程重算一次 ${fixed(liveBids)} 元`;
};

const howMuchMore: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (values, result) =>
    `${values.order === 'mixed' ? '各种票混着来' : '便宜的先来，坐全程的最后才来'}。先到先得，一天平均收 ${fixed(takingsOf(values, result).firstCome)} 元。改成照竞价接，售票期里重算五次，多收百分之几？`,
  unit: '%',
  min: -50,
  max: 200,
  digits: 1,
  tolerance: 0.25,
  answer: gain,
  hit: (values, result) =>
    `很准。${account(values, result)}。座位是同样的座位，人是同样的人，只是先替后面的人留了座。`,
  misreads: [
    {
      when: (guess, answer) => guess <= answer * 0.5,
      text: (values, result) =>
        `少了。${account(values, result)}。先到先得的那天，中间一段早早被短途占满，坐全程的一段也走不成，两头的座位跟着空下来。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (values, result) => `方向对，还要多一点。${account(values, result)}。`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `没有那么多：座位总数没有变，先到先得也卖掉了八九成。${account(values, result)}；最多也只能收 ${fixed(result.bound)} 元上下。`,
    },
  ],
};

const mixedMore: NumberPrediction<typeof params, Result> = {
  ...howMuchMore,
  tolerance: 0.3,
  hit: (values, result) =>
    `很准。${account(values, result)}。贵的票一直有人来，座位不会先被便宜的占光，竞价就没有多少好救。`,
  misreads: [
    {
      when: (guess, answer) => guess >= 2.5 * answer,
      text: (values, result) =>
        `你大概照搬了便宜的先来时的一成多。值多少，看谁先来：${account(values, result)}。贵的票一直有人来，座位不会先被便宜的占光。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) => `方向对，还要少一点。${account(values, result)}。`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `也不是一点没有：${account(values, result)}。先到先得照样接了京—宁，占掉最值钱的中间一段。`,
    },
  ],
};

/** 问的是表上的票价与需求；别处改了，这一问不变。 */
const listed = () => compute(defaults(params));

const whichLeg: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: () => {
    const { tickets } = listed();
    const said = legs.map((leg, i) => `${leg} ${tickets[i]!.fare} 元`).join('，');
    return `短途票：${said}；全程 ${tickets[jingHu]!.fare} 元。三段各 ${params.seats.default} 座，只能给一段多放出十个座位，最多能多收多少？`;
  },
  options: [
    {
      value: 'scarce',
      label: '约 2,900 元，放在济—宁',
      explanation: tenSeats,
    },
    {
      value: 'fare',
      label: '约 1,900 元，放在京—济',
      explanation: () =>
        `这是京—济的票价乘了十。票价是一张票的价，竞价才是一个座位的价。${tenSeats()}`,
    },
    {
      value: 'through',
      label: '约 5,500 元：又能多坐十个全程的',
      explanation: () => `坐全程要三段都有座。只添一段，另外两段还要从别人手里腾。${tenSeats()}`,
    },
  ],
  answer: () => {
    const { bids, tickets } = listed();
    const choices = {
      scarce: 2900,
      fare: 10 * tickets[jingJi]!.fare,
      through: 10 * tickets[jingHu]!.fare,
    };
    const off = (value: number) => Math.abs(value - Math.max(...bids) * 10);
    return Object.entries(choices).toSorted(([, x], [, y]) => off(x) - off(y))[0]![0];
  },
};
function tenSeats(): string {
  const result = listed();
  return `竞价就是多一个座位能多收的钱：${bidsSaid(result)} 元；十个座位放在最值钱的一段，多收 ${fixed(Math.max(...result.bids) * 10)} 元。中间一段，六种票里有四种要占，最紧。`;
}

export const model = defineWidget({
  id: 'leg-seats',
  version: 2,
  title: '一段一段的座位',
  english: 'Seats by the leg',
  question: '一列车三段路，六种票争同一批座位。来一个人，接还是不接？',
  chapter: 'capacity-revenue',
  section: 'many-fares',
  params,
  scenarios: [
    {
      id: 'two-asks',
      label: '两个人来问',
      sentence: '京—济—宁—沪一列车（票价与需求自拟），三段各 120 座，售票期里便宜的票先有人来问。',
      values: {},
    },
    {
      id: 'low-first',
      label: '便宜的先来',
      sentence: '同一列车卖许多天，每天来多少人是随机的；短途订得早，坐全程的最后才来。',
      values: {},
      predict: howMuchMore,
    },
    {
      id: 'mixed',
      label: '混着来',
      sentence: '同一列车，同样的票价与需求，只是各种票从头到尾都有人来问。',
      values: { order: 'mixed' },
      predict: mixedMore,
    },
    {
      id: 'ten-seats',
      label: '多十个座位',
      sentence: '还是这列车。车站留着的座位里，有一段可以多放出十个来卖。',
      values: {},
      predict: whichLeg,
    },
  ],
  compute,
  predict: whichRefused,
  sentence(values, result) {
    const { bids, bound } = result;
    if (bids.every((bid) => bid < 1e-6))
      return `三段各 ${values.seats} 座，平均的需求装得下，竞价都是 0：谁来都接，一天约收 ${fixed(bound)} 元。`;
    return `三段各 ${values.seats} 座，竞价是${bidsSaid(result)} 元。${why(result, jingNing)}；${why(result, jingHu)}。需求正好是平均数时，最多收 ${fixed(bound)} 元。`;
  },
  brief: (_values, { bids, tickets }) =>
    `竞价 ${bids.map((bid) => upTo(bid, 1)).join(' / ')}，京—宁${verdicts[tickets[jingNing]!.verdict]}`,
  table(_values, { tickets }) {
    return {
      caption: '六种票：票价、占着的几段竞价之和、接不接',
      columns: [
        { label: '票' },
        { label: '票价', unit: '元' },
        { label: '平均需求', unit: '张' },
        { label: '门槛', unit: '元' },
        { label: '接不接' },
        { label: '计划', unit: '张' },
      ],
      rows: tickets.map(({ name, fare, demand, hurdle, verdict, planned }) => [
        name,
        fare,
        demand,
        hurdle,
        verdicts[verdict],
        planned,
      ]),
      digits: [0, 0, 1, 1, 0, 1],
    };
  },
  monotone: [
    { param: 'seats', quantity: ({ bound }) => bound, direction: 'up' },
    { param: 'demand', quantity: ({ bound }) => bound, direction: 'up' },
    { param: 'fareJingNing', quantity: ({ bound }) => bound, direction: 'up' },
    { param: 'fareJingHu', quantity: ({ bound }) => bound, direction: 'up' },
  ],
});

/** 比先到先得多收几成。 */
export const more = (takings: number, firstCome: number) =>
  `${takings >= firstCome ? '+' : ''}${percent(takings / firstCome - 1, 1)}`;

export type { Setting } from './line.ts';
