import { peakEnd } from '../../calc/psychology/peak-end.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type ListParam } from '../../widget-kit/model.ts';
import { scenes, type Moment } from './scenes.ts';

/** 感受的两头。 */
export const extent = 10;

const moments = {
  kind: 'list',
  item: '瞬间',
  fields: {
    name: { kind: 'text', label: '名字', longest: 8, default: '瞬间' },
    value: {
      kind: 'number',
      label: '感受',
      unit: '分',
      min: -extent,
      max: extent,
      step: 0.5,
      default: 0,
    },
    minutes: {
      kind: 'number',
      label: '历时',
      unit: '分钟',
      min: 1,
      max: 480,
      step: 1,
      default: 5,
    },
  },
  atLeast: 1,
  atMost: 12,
  ordered: true,
} as const;

/** 一种安排的总账与记忆。 */
function recall(plan: readonly Moment[], peakWeight: number) {
  const all = peakEnd({
    moments: plan.map(({ value, minutes }) => ({ value, duration: minutes })),
    peak: 'extreme',
    peakWeight,
  });
  return { ...all, peakAt: plan.findIndex(({ value }) => value === all.peak) };
}
export type Recall = ReturnType<typeof recall>;

/** 记忆分差到半分以内，当作记得一样。 */
const noticeable = 0.5;

/** 乙的末尾再接一段温和的：原来难受就淡到四分之一，原来高兴就再好一点。 */
export function gentleEnding(plan: readonly Moment[]): Moment {
  const end = plan.at(-1)?.value ?? 0;
  const length = plan.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    name: '温和收尾',
    value: end < 0 ? 0 - Math.round(-end / 2) / 2 : Math.min(extent, Math.max(3, end + 1)),
    minutes: Math.min(20, Math.max(2, Math.round(length / 8))),
  };
}

interface Both {
  original: Recall;
  edited: Recall;
  totalChange: number;
}

/** 进账的两帧各是多少。 */
function frames({ original, edited }: Both): string {
  const compare = (name: string, a: number, b: number) =>
    a === b ? `${name}都是 ${upTo(a, 1)}` : `${name}是甲 ${upTo(a, 1)}、乙 ${upTo(b, 1)}`;
  return `${compare('峰', original.peak, edited.peak)}，${compare('终', original.end, edited.end)}`;
}

function account({ totalChange }: Both): string {
  if (Math.abs(totalChange) < 1e-9) return '总量一点没变';
  return totalChange > 0 ? '乙的总量高一些' : '乙的总量低一些';
}

const plan = (name: string, { peak, end, peakEnd: memory, total, duration }: Recall) =>
  `${name}${fixed(duration)} 分钟，总量 ${upTo(total, 1)}，峰 ${upTo(peak, 1)}、终 ${upTo(end, 1)}，记忆分 ${upTo(memory, 2)}`;

export const model = defineWidget({
  id: 'experience-curve',
  version: 2,
  title: '体验曲线',
  english: 'The experience curve',
  question: '一段服务由许多瞬间连成。拖一拖、换一换次序，哪一种安排会被记得更好？',
  chapter: 'encounter',
  section: 'memory',
  directional: true,
  params: {
    original: {
      ...moments,
      label: '甲的瞬间',
      default: scenes.colonoscopy.original,
      meaning: '拿来对照的安排。感受从 −10（最难受）到 10（最高兴），0 是平淡。',
    } satisfies ListParam,
    edited: {
      ...moments,
      label: '乙的瞬间',
      default: scenes.colonoscopy.edited,
      meaning: '改过的安排。图上拖圆点改感受，拖右边的竖条改时长；换次序、起名字在这张表里最方便。',
    } satisfies ListParam,
    peakWeight: {
      kind: 'number',
      label: '峰在记忆里占',
      symbol: 'w',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.5,
      percent: true,
      meaning: '其余归终。各占一半是最常用的取法，调一调看结论稳不稳。',
    },
  },
  scenarios: [
    {
      id: 'colonoscopy',
      label: '肠镜检查',
      sentence:
        '两位病人的检查前 8 分钟一模一样。甲到此为止；乙又多躺了 7 分钟，镜子停住，再慢慢退出来。',
      values: scenes.colonoscopy,
    },
    {
      id: 'journey',
      label: '春运出行',
      sentence:
        '甲按老办法走；乙安检少排队、候车有座，一共省下 45 分钟。出站以后，都要排长队打车。',
      values: scenes.journey,
    },
    {
      id: 'hotpot',
      label: '火锅店结账',
      sentence:
        '沸点火锅（虚构案例）的一顿饭。甲吃完去前台排队结账；乙涮到一半就在桌边结了，最后演甩面、上甜品。步骤一样，时长一样。',
      values: scenes.hotpot,
    },
    {
      id: 'hospital',
      label: '医院就诊',
      sentence:
        '江城人民医院（虚构案例）。乙比甲候诊短了 15 分钟，进门多了导诊问候，出门前多了填问卷和验停车券。',
      values: scenes.hospital,
    },
  ],
  compute({ original, edited, peakWeight }) {
    const a = recall(original, peakWeight);
    const b = recall(edited, peakWeight);
    const gap = b.peakEnd - a.peakEnd;
    // 二进制的尾巴不能决定谁赢：−0.1 × 3 与 −0.3 要算一样
    const clear = Math.abs(gap) > noticeable - 1e-9;
    return {
      original: a,
      edited: b,
      memoryChange: gap,
      totalChange: b.total - a.total,
      better: !clear ? ('same' as const) : gap > 0 ? ('edited' as const) : ('original' as const),
    };
  },
  predict: {
    kind: 'choice',
    question: '过一阵子再回想，哪一种安排让人更愿意再来一次？',
    options: [
      {
        value: 'original',
        label: '甲',
        explanation: (_values, result) =>
          result.better === 'original'
            ? `${frames(result)}。${account(result) === '乙的总量高一些' ? '乙的总量更高，看着该赢，' : ''}可是进账的只有这两帧。`
            : `${account(result) === '乙的总量低一些' ? '把每一分钟加起来，确实是甲受罪少。可是回忆不做加法：' : '甲看着也不差，可是回忆只抽两帧：'}${frames(result)}。`,
      },
      {
        value: 'edited',
        label: '乙',
        explanation: (_values, result) =>
          result.better === 'edited'
            ? `${frames(result)}。改动碰到了进账的那一帧，所以有用。`
            : `乙改了不少地方，多数人就押它。可是${frames(result)}：${result.better === 'same' ? '省下的那些分钟，一帧也没碰到' : '改动碰坏了进账的一帧，别处的好处都没记住'}。`,
      },
      {
        value: 'same',
        label: '差不多',
        explanation: (_values, result) =>
          result.better === 'same'
            ? `${frames(result)}。中间的多与少，过后都不进账。`
            : `押差不多，等于说峰和终都没有变。查一查：${frames(result)}。`,
      },
    ],
    answer: (_values, { better }) => better,
  },
  sentence({ peakWeight }, result) {
    const { original, edited, better, totalChange } = result;
    const memory = {
      same: '两种安排记得差不多',
      edited: '乙记得更好',
      original: '甲记得更好',
    }[better];
    const against =
      better !== 'same' && (better === 'edited' ? totalChange < 0 : totalChange > 0)
        ? '，账面与记忆正好相反'
        : '';
    const weight = peakWeight === 0.5 ? '' : `峰占 ${percent(peakWeight)}时，`;
    return `${weight}${plan('甲 ', original)}；${plan('乙 ', edited)}。${account(result)}，${memory}${against}。`;
  },
  brief: (_values, { original, edited }) =>
    `记忆分：甲 ${upTo(original.peakEnd, 2)}，乙 ${upTo(edited.peakEnd, 2)}`,
  table({ original, edited, peakWeight }, result) {
    const rows = (name: string, list: readonly Moment[], all: Recall) => [
      ...list.map(
        ({ name: moment, value, minutes }) =>
          [name, moment, value, minutes, value * minutes] as (string | number)[],
      ),
      [name, '合计', '—', all.duration, all.total],
      [name, '按时间平均', all.average, '—', '—'],
      [name, '峰', all.peak, '—', '—'],
      [name, '终', all.end, '—', '—'],
      [name, `记忆分（峰占 ${percent(peakWeight)}）`, all.peakEnd, '—', '—'],
    ];
    return {
      caption: '两种安排的每个瞬间与总账（示意：只示方向，权重没有标定）',
      columns: [
        { label: '方案' },
        { label: '瞬间' },
        { label: '感受' },
        { label: '历时', unit: '分钟' },
        { label: '感受 × 分钟' },
      ],
      rows: [...rows('甲', original, result.original), ...rows('乙', edited, result.edited)],
      digits: [0, 0, 2, 0, 1],
    };
  },
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
