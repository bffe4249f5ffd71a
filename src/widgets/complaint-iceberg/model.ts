import { complaintIceberg } from '../../calc/quality/complaint-iceberg.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type NumberParam, type Values } from '../../widget-kit/model.ts';

/** 一律按每千位碰上失误的顾客说。 */
export const failures = 1000;

const rate = (label: string, value: number, meaning: string, min = 0) =>
  ({
    kind: 'number',
    label,
    min,
    max: 1,
    step: 0.01,
    default: value,
    percent: true,
    meaning,
  }) satisfies NumberParam;

const params = {
  complaintRate: rate(
    '投诉率',
    0.1,
    '碰上失误的人里，开口投诉的占几成。也可以在图上拖水面。',
    0.01,
  ),
  resolutionRate: rate('处理满意率', 0.6, '投诉里处理得让人满意的占几成。'),
  retentionSilent: rate('没有投诉的留存率', 0.4, '一声不吭的人，还会再来的占几成。'),
  retentionUnresolved: rate('没处理好的留存率', 0.3, '投诉了、没有处理好的，还会再来的占几成。'),
  retentionResolved: rate('处理好的留存率', 0.85, '投诉了、处理得满意的，还会再来的占几成。'),
} as const;
export type Setting = Values<typeof params>;

const look = (setting: Setting, change: Partial<Setting> = {}, people = failures) =>
  complaintIceberg({ failures: people, ...setting, ...change });

/**
 * 处理满意率到多少，多请一位投诉才不多丢人。多留下的人数对处理满意率是一条直线：
 * 由它在 0 与 100% 的两头定出过零的地方；两头同号就没有，只说总是好还是总是坏。
 */
function threshold(setting: Setting): number | 'always' | 'never' | 'backward' {
  const [none, all] = [0, 1].map(
    (resolutionRate) => look(setting, { resolutionRate }).savedPerExtraComplaint,
  ) as [number, number];
  if (none < 0 && all > 0) return none / (none - all);
  return none >= 0 && all >= 0 ? 'always' : none <= 0 && all <= 0 ? 'never' : 'backward';
}

function compute(setting: Setting) {
  const twice = Math.min(1, setting.complaintRate * 2);
  const better = Math.min(1, setting.resolutionRate + 0.2);
  return {
    now: look(setting),
    /** 多请一倍的人投诉 */
    twice,
    invited: look(setting, { complaintRate: twice }),
    /** 处理满意率提高二十个百分点 */
    better,
    resolved: look(setting, { resolutionRate: better }),
    /** 失误少一成 */
    prevented: look(setting, {}, failures * 0.9),
    needed: threshold(setting),
    /** 流失对投诉率、对处理满意率都是直线，各取两头 */
    byComplaints: [0, 1].map((complaintRate) => look(setting, { complaintRate }).lost),
    byResolution: [setting.complaintRate, twice].map((complaintRate) =>
      [0, 1].map((resolutionRate) => look(setting, { complaintRate, resolutionRate }).lost),
    ),
  };
}
export type Result = ReturnType<typeof compute>;

const points = (difference: number) => `${upTo(difference * 100, 0)} 个百分点`;
/** 多走、少走几位。 */
function change(before: number, after: number): string {
  const more = Math.round(after) - Math.round(before);
  return more === 0 ? '几乎不变' : `${more > 0 ? '多' : '少'}走 ${fixed(Math.abs(more))} 位`;
}

/** 请不请顾客投诉，门槛在哪里。 */
export function neededSays({ needed }: Result): string {
  if (needed === 'always') return '没处理好的也不比不吭声的走得多，多请总不吃亏';
  if (needed === 'never') return '处理好的也不比不吭声的留得多，多请总不讨好';
  if (needed === 'backward') return '处理好的反而走得多，先去看看“处理好”是怎么处理的';
  return `处理满意率不到 ${percent(needed, 1)}，越请投诉走的人越多`;
}

const lostOf = (result: Result) => ({
  invite: result.invited.lost,
  resolve: result.resolved.lost,
  prevent: result.prevented.lost,
});
const compared = ({ resolutionRate, complaintRate }: Setting, result: Result) =>
  `多请一倍人投诉（${percent(complaintRate)} 到 ${percent(result.twice)}）${change(result.now.lost, result.invited.lost)}，处理满意率从 ${percent(resolutionRate)} 到 ${percent(result.better)} ${change(result.now.lost, result.resolved.lost)}，失误少一成${change(result.now.lost, result.prevented.lost)}`;

export const model = defineWidget({
  id: 'complaint-iceberg',
  version: 2,
  title: '投诉冰山',
  english: 'The complaint iceberg',
  question: '来投诉的只是一小部分。投诉多了，是好事还是坏事？',
  chapter: 'quality',
  section: 'iceberg',
  params,
  scenarios: [
    {
      id: 'shop',
      label: '错货与坏货',
      sentence:
        '网上超市江城优选（虚构案例）一个月有一千位顾客收到错货、坏货。十位里九位一声不吭，其中六成从此不再来。客服主管提议：每个包裹里放一张卡片，请顾客有事就说。',
      values: {},
    },
    {
      id: 'hotline',
      label: '要不要设专线',
      sentence:
        '还是江城优选。总经理问：万一投诉涌进来，处理不过来怎么办？处理得多差，就不如别去请？',
      values: {},
      predict: {
        kind: 'number',
        question: ({ retentionSilent, retentionUnresolved, retentionResolved }) =>
          `不吭声的留下 ${percent(retentionSilent)}，投诉了没处理好的留下 ${percent(retentionUnresolved)}，处理好的留下 ${percent(retentionResolved)}。处理满意率低到百分之几，请人来投诉反而多丢人？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 1,
        answer: (_values, { needed }) =>
          typeof needed === 'number' ? needed * 100 : needed === 'always' ? 0 : 100,
        hit: (_values, result) => `准。${neededSays(result)}。`,
        misreads: [
          {
            when: (_guess, _answer, _values, { needed }) => typeof needed !== 'number',
            text: (_values, result) => `这样设，没有一条分界：${neededSays(result)}。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: ({ retentionSilent, retentionUnresolved, retentionResolved }) =>
              `你怕请来的多数处理不好，这笔账要同另一边比：不吭声的本来也只留下 ${percent(retentionSilent)}。没处理好的比他们少留 ${points(retentionSilent - retentionUnresolved)}，处理好的多留 ${points(retentionResolved - retentionSilent)}，几位里处理好一位就抵得过。`,
          },
          {
            when: () => true,
            text: ({ retentionSilent, retentionUnresolved }) =>
              `请来了又没处理好，比没请更糟：他又说了一遍，又白等一次，留存率从 ${percent(retentionSilent)} 掉到 ${percent(retentionUnresolved)}。处理得太差，先把处理修好再请。`,
          },
        ],
      },
    },
    {
      id: 'airline',
      label: '只做一件事',
      sentence:
        '航空公司（虚构案例）丢行李、改时刻，投诉的只有百分之五，处理满意的一半。钱只够做一件：把投诉入口放到首页，让投诉多一倍；给客服加人，处理满意率多二十个百分点；把差错减少一成。',
      values: {
        complaintRate: 0.05,
        resolutionRate: 0.5,
        retentionSilent: 0.5,
        retentionUnresolved: 0.3,
        retentionResolved: 0.8,
      },
      predict: {
        kind: 'choice',
        question: '哪一件留住的人最多？',
        options: [
          {
            value: 'invite',
            label: '投诉多一倍',
            explanation: (values, result) =>
              `冒头的多了，水下的还是大头，请来的又有人没处理好。算下来，${compared(values, result)}。`,
          },
          {
            value: 'resolve',
            label: '处理满意率多二十点',
            explanation: (values, result) =>
              `客服再好，碰得到的只有开口的那 ${fixed(result.now.complaints)} 位。算下来，${compared(values, result)}。`,
          },
          {
            value: 'prevent',
            label: '差错少一成',
            explanation: (values, result) =>
              `前两件只管水面上的，这一件水上水下一起少。算下来，${compared(values, result)}。`,
          },
        ],
        answer: (_values, result) =>
          Object.entries(lostOf(result)).toSorted(([, a], [, b]) => a - b)[0]![0],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ complaintRate }, { now, twice }) =>
      `投诉率 ${percent(complaintRate)}，每千位碰上失误的走掉 ${fixed(now.lost)} 位。投诉率到 ${percent(twice)}、处理得一样好，走掉几位？`,
    unit: '位',
    whole: true,
    min: 0,
    max: 1000,
    digits: 0,
    tolerance: 0.013,
    answer: (_values, { invited }) => invited.lost,
    hit: (_values, { now, invited }) =>
      `准。投诉从 ${fixed(now.complaints)} 件到 ${fixed(invited.complaints)} 件，报表难看了；结果${change(now.lost, invited.lost)}，这一笔报表上没有。`,
    misreads: [
      {
        when: (_guess, _answer, _values, { now }) => now.savedPerExtraComplaint <= 0,
        text: ({ resolutionRate }, result) =>
          `这里是例外：处理满意率 ${percent(resolutionRate)}，${neededSays(result)}。`,
      },
      {
        when: (guess, _answer, _values, { now }) => guess >= now.lost - 0.5,
        text: ({ resolutionRate }, { now, invited }) =>
          `投诉多了，像是坏事多了。失误还是那一千位，多出来的 ${fixed(invited.complaints - now.complaints)} 件来自本来一声不吭的人：他们开了口，有 ${percent(resolutionRate)} 处理得满意，结果${change(now.lost, invited.lost)}。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: (_values, { now, invited }) =>
          `方向对，估多了。多投诉的 ${fixed(invited.complaints - now.complaints)} 位里，有的没处理好，有的不投诉也会再来；平均每多一位投诉，多留下 ${fixed(now.savedPerExtraComplaint, 2)} 位。`,
      },
      {
        when: () => true,
        text: (_values, { now }) =>
          `方向对，估少了。平均每多一位投诉，多留下 ${fixed(now.savedPerExtraComplaint, 2)} 位。`,
      },
    ],
  },
  sentence(_values, { now, twice, invited }) {
    const hidden =
      now.lost < 0.5
        ? '一位也没有走'
        : `走掉 ${fixed(now.lost)} 位，其中 ${fixed(now.silentLost)} 位（${percent(now.hiddenShare)}）一声没吭`;
    const more =
      now.silent === 0
        ? '人人都投诉了'
        : `投诉率到 ${percent(twice)}，${change(now.lost, invited.lost)}`;
    return `每千位碰上失误的，${fixed(now.complaints)} 位投诉，${fixed(now.silent)} 位没有；${hidden}。${more}。`;
  },
  brief: ({ complaintRate }, { now }) =>
    `投诉率 ${percent(complaintRate)}，走掉 ${fixed(now.lost)} 位，一声没吭的 ${fixed(now.silentLost)} 位`,
  table(setting) {
    const rates = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1];
    return {
      caption: `投诉率与每千位碰上失误的人（处理满意率 ${percent(setting.resolutionRate)}）`,
      columns: [
        { label: '投诉率', unit: '%' },
        { label: '投诉', unit: '位' },
        { label: '没吭声走的', unit: '位' },
        { label: '没处理好走的', unit: '位' },
        { label: '处理好也走的', unit: '位' },
        { label: '一共走', unit: '位' },
      ],
      rows: rates.map((complaintRate) => {
        const each = look(setting, { complaintRate });
        return [
          complaintRate * 100,
          each.complaints,
          each.silentLost,
          each.unresolvedLost,
          each.resolvedLost,
          each.lost,
        ];
      }),
      digits: [0, 0, 0, 0, 0, 0],
    };
  },
  monotone: [
    { param: 'retentionSilent', quantity: ({ now }) => now.lost, direction: 'down' },
    { param: 'retentionUnresolved', quantity: ({ now }) => now.lost, direction: 'down' },
    { param: 'retentionResolved', quantity: ({ now }) => now.lost, direction: 'down' },
    { param: 'complaintRate', quantity: ({ now }) => now.silentLost, direction: 'down' },
  ],
});
