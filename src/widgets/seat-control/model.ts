import { fixed, percent } from '../../lib/format.ts';
import { defineWidget, type Misread } from '../../widget-kit/model.ts';
import { compute, lowFare, params, type Result, type Setting } from './setting.ts';

export type { Result, Setting } from './setting.ts';

const yuan = (value: number) => `${fixed(value)} 元`;
/** “多收 6.6%”“少收 3.5%”“收得一样” */
export function versus(revenue: number, base: number): string {
  const change = base > 0 ? revenue / base - 1 : 0;
  if (Math.abs(change) < 0.0005) return '收得一样';
  return `${change > 0 ? '多' : '少'}收 ${percent(Math.abs(change), 1)}`;
}

const tell = ({ capacity, meanHigh, sdHigh, meanLow, fareHigh, fareLow }: Setting) =>
  `${capacity} 间房，全价 ${fareHigh} 元，折扣 ${Math.min(fareHigh, fareLow)} 元。全价客平均 ${meanHigh} 位、标准差 ${sdHigh}，折扣客平均 ${meanLow} 位`;

/** 现在的设置比先到先得多收百分之几。 */
const gainOf = ({ mine, first }: Result) =>
  first.revenue > 0 ? (mine.revenue / first.revenue - 1) * 100 : 0;

const misread = (
  when: Misread<number, Setting, Result>['when'],
  text: (values: Setting, result: Result, guess: number) => string,
): Misread<number, Setting, Result> => ({ when, text });

export const model = defineWidget({
  id: 'seat-control',
  version: 2,
  title: '现在卖，还是留着',
  english: 'Sell now or hold',
  question: '折扣客今天就付钱，全价客明天才打电话。今天卖到第几间，该把折扣关上？',
  chapter: 'capacity-revenue',
  section: 'two-fares',
  params,
  scenarios: [
    {
      id: 'hotel',
      label: '折扣客先来',
      sentence:
        '江城会展酒店（虚构案例）有 120 间房。旅行团几周前就按折扣价订，参展商会前几天才按全价订，两拨合起来比房多。',
      values: {},
    },
    {
      id: 'who-first',
      label: '全价客先来',
      sentence: '还是那家酒店。车展的参展商半年前就按全价订房，旅行团后来。系统照旧留 43 间。',
      values: { order: 'high-first', protection: 43 },
      predict: {
        kind: 'choice',
        question: ({ protection }) =>
          `全价客先来，还是留 ${protection} 间。比起先到先得，平均一晚收得多些还是少些？`,
        options: [
          {
            value: 'more',
            label: '多：留房总是为高价',
            explanation: (_values, { first, mine }) =>
              `留房有用，是因为折扣客会赶在前面把房占了。全价客已经先来，能卖的全价都卖了，再留着的房没有人等：${yuan(first.revenue)}变成 ${yuan(mine.revenue)}，${versus(mine.revenue, first.revenue)}。`,
          },
          {
            value: 'same',
            label: '一样：全价客都住下了',
            explanation: ({ protection }, { first, mine }) =>
              `全价客确实都住下了，可全价客不到 ${protection} 位的晚上，为他们留的房到夜里还空着，折扣客已经被回绝。${versus(mine.revenue, first.revenue)}。`,
          },
          {
            value: 'less',
            label: '少',
            explanation: (_values, { first, mine }) =>
              `${yuan(first.revenue)}变成 ${yuan(mine.revenue)}，${versus(mine.revenue, first.revenue)}。留房的公式假定折扣客先来；这条不成立，留着的房就白白空着。用公式以前先查订房记录：谁先来？`,
          },
        ],
        answer: (_values, { first, mine }) => {
          const change = mine.revenue / first.revenue - 1;
          return Math.abs(change) < 0.001 ? 'same' : change > 0 ? 'more' : 'less';
        },
      },
    },
    {
      id: 'mixed',
      label: '混着来',
      sentence: '还是那家酒店，平常的周末：全价客和折扣客混着打电话来，没有谁先谁后。留 43 间。',
      values: { order: 'mixed', protection: 43 },
      predict: {
        kind: 'number',
        question: ({ protection }) =>
          `两种客人混着来，留 ${protection} 间，全价每卖一间就少留一间。平均一晚比先到先得多收百分之几？（少收写负数）`,
        unit: '%',
        min: -60,
        max: 100,
        digits: 1,
        tolerance: 0.25,
        answer: (_values, result) => gainOf(result),
        hit: (_values, { best, first }) =>
          `很准。混着来，先到先得也能碰上一些全价客，收 ${yuan(first.revenue)}；留房收 ${yuan(best.revenue)}。`,
        misreads: [
          misread(
            (guess) => guess >= 25,
            (_values, { first }) =>
              `你大概照折扣客先来的那次估的：那时先到先得几乎全卖了折扣，留房多收一大截。混着来，先到先得自己就碰得上不少全价客，收 ${yuan(first.revenue)}，留给“留房”去挣的就少了。`,
          ),
          misread(
            (guess) => guess <= 1,
            (_values, { mine, first }) =>
              `你大概觉得次序一乱，留房就不灵了。折扣客仍有不少来在全价客前面，拦下的那些房后来卖了全价：${versus(mine.revenue, first.revenue)}。`,
          ),
          misread(
            () => true,
            (_values, { mine, first }) =>
              `方向对。先到先得收 ${yuan(first.revenue)}，留房收 ${yuan(mine.revenue)}；差多少，看有多少折扣客赶在全价客前面。`,
          ),
        ],
      },
    },
    {
      id: 'stuck',
      label: '留着不放',
      sentence:
        '还是全价客先来。新买的系统只看还剩几间：剩 43 间就不卖折扣，不管全价已经卖了多少。',
      values: { order: 'high-first', protection: 43, release: false },
      predict: {
        kind: 'number',
        question: ({ protection }) =>
          `同样留 ${protection} 间，同样全价客先来，只是全价卖出去也不少留。平均一晚比先到先得多收百分之几？（少收写负数）`,
        unit: '%',
        min: -90,
        max: 60,
        digits: 1,
        tolerance: 0.25,
        answer: (_values, result) => gainOf(result),
        hit: ({ protection }, { mine }) =>
          `很准。全价客住下以后，还有 ${protection} 间空着不许卖，入住率只有 ${percent(mine.occupancy)}。亏的不是“${protection}”这个数，是程序写错了。`,
        misreads: [
          misread(
            (guess, answer) => guess > answer / 2,
            ({ meanHigh, protection }, { mine, first }, guess) =>
              `${guess < 0 ? '亏得比你想的多' : '这样要亏'}。平均 ${meanHigh} 位全价客已经住下，系统还要再留 ${protection} 间，等的是不会再来的人：${yuan(first.revenue)}变成 ${yuan(mine.revenue)}，入住率 ${percent(mine.occupancy)}。数没有错，错在卖出去以后不少留。`,
          ),
          misread(
            () => true,
            ({ protection, ...values }, { mine, first }) =>
              `方向对。先到先得收 ${yuan(first.revenue)}，这样只收 ${yuan(mine.revenue)}：每晚约有 ${protection} 间空着，本可以按折扣价卖掉，每间 ${lowFare({ protection, ...values })} 元。`,
          ),
        ],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (values) =>
      `${tell(values)}；折扣客先订完，全价客才来。该给全价客留几间，长期平均收得最多？`,
    unit: '间',
    min: 0,
    max: 120,
    digits: 0,
    whole: true,
    tolerance: 0.05,
    answer: (_values, { rooms }) => rooms,
    hit: ({ fareHigh, fareLow }, { best, first }) =>
      `很准。再留一间，要等到全价客的机会大于 ${fareLow} ÷ ${fareHigh} 才划算。先到先得几乎夜夜客满，收 ${yuan(first.revenue)}；留 ${best.protection} 间只住 ${percent(best.occupancy, 1)}，收 ${yuan(best.revenue)}。`,
    misreads: [
      misread(
        (guess, _answer, { meanHigh }) => guess === meanHigh,
        ({ meanHigh }, { rooms, best, revenueAt }) =>
          `${meanHigh} 是全价客的平均数。空一间亏一个折扣价，全价客来了没房亏的是差价，两边不一样重，不该正好留平均数。不过山顶很平：留 ${meanHigh} 间与留 ${rooms} 间，一晚只差 ${yuan(best.revenue - revenueAt(meanHigh))}。`,
      ),
      misread(
        (guess, answer) => guess >= answer * 1.25,
        ({ capacity }, { rooms, first, best, revenueAt }, guess) => {
          const kept = Math.min(capacity, Math.round(guess));
          return `留多了。最后留的那几间，多半等不到人，折扣客却已经走了。留 ${kept} 间，比先到先得${versus(revenueAt(kept), first.revenue)}；留 ${rooms} 间，${versus(best.revenue, first.revenue)}。`;
        },
      ),
      misread(
        (guess, answer) => guess <= answer * 0.6,
        ({ fareHigh, fareLow }, { rooms }) =>
          `留少了。现钱摸得着，所以总想先卖掉。可全价客再来一位的机会只要大于 ${fareLow} ÷ ${fareHigh}，留着就比卖掉值钱；到第 ${rooms} 间为止都是这样。`,
      ),
      misread(
        () => true,
        (_values, { rooms }) =>
          `不远。一间一间地问：这间留着，等到全价客的机会有多大？机会乘全价还大于折扣价就留。问到第 ${rooms} 间为止。`,
      ),
    ],
  },
  sentence({ capacity, protection, order, release }, { mine, first, best }) {
    const who = { 'low-first': '折扣客先来', 'high-first': '全价客先来', mixed: '混着来' }[order];
    const kept = Math.min(capacity, protection);
    const stuck = release || order === 'low-first' ? '' : '，卖出全价也不少留';
    const mineSays = `${who}，留 ${kept} 间${stuck}：平均一晚收 ${yuan(mine.revenue)}，入住 ${percent(mine.occupancy)}，比先到先得${versus(mine.revenue, first.revenue)}`;
    if (kept === best.protection) return `${mineSays}。`;
    return `${mineSays}；照利特伍德法则留 ${best.protection} 间，是 ${yuan(best.revenue)}。`;
  },
  brief: (_values, { mine, first }) =>
    `平均一晚 ${yuan(mine.revenue)}，比先到先得${versus(mine.revenue, first.revenue)}`,
  table({ night }, { first, best, mine, hindsight: seen }) {
    const row = (
      name: string,
      { protection, revenue, occupancy, high, low, tonight }: typeof first,
    ) => [name, protection, revenue, occupancy * 100, high, low, tonight];
    return {
      caption: `三种卖法的长期平均，与第 ${night} 晚的收入`,
      columns: [
        { label: '卖法' },
        { label: '留', unit: '间' },
        { label: '平均收入', unit: '元' },
        { label: '入住', unit: '%' },
        { label: '全价卖出', unit: '间' },
        { label: '折扣卖出', unit: '间' },
        { label: '这一晚', unit: '元' },
      ],
      rows: [
        row('先到先得', first),
        row('照利特伍德法则', best),
        row('现在的设置', mine),
        ['事后诸葛', '—', '—', '—', '—', '—', seen],
      ],
      digits: [0, 0, 0, 1, 1, 1, 0],
    };
  },
  monotone: [
    { param: 'capacity', quantity: ({ first }) => first.revenue, direction: 'up' },
    { param: 'capacity', quantity: ({ hindsight: seen }) => seen, direction: 'up' },
    { param: 'fareHigh', quantity: ({ mine }) => mine.revenue, direction: 'up' },
  ],
});
