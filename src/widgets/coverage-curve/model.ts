import { coverageCurve } from '../../calc/location/coverage-curve.ts';
import { maximalCovering } from '../../calc/location/maximal-covering.ts';
import { distanceBetween, planeDistances, type Point } from '../../calc/location/plane-points.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { newCity } from './new-city.ts';

/** 城区的东西与南北，公里。 */
export const city = { width: 12, height: 9 };
/** 曲线画到几个站为止。 */
export const mostSites = 14;

export interface Residents {
  x: number;
  y: number;
  people: number;
}

const at = ({ x, y }: Residents): Point => [x, y];
/** 站设在居民点上，距离沿街算。 */
const problem = (residents: readonly Residents[]) => ({
  distances: planeDistances({ points: residents.map(at), metric: 'rectilinear' }),
  weights: residents.map(({ people }) => people),
});

/** 推倒重来：同样多的站从头挑，最多覆盖几成。 */
export function replan(
  residents: readonly Residents[],
  siteCount: number,
  radius: number,
): { share: number; proven: boolean } {
  return maximalCovering({
    ...problem(residents),
    siteCount: Math.min(siteCount, residents.length),
    radius,
    restarts: 8,
  });
}

/** 不同半径的曲线各算一遍，拖站数时不用重算。 */
let last: { residents: unknown; radius: number; curve: ReturnType<typeof coverageCurve> } | null =
  null;

function curveOf(residents: readonly Residents[], radius: number) {
  if (last?.residents !== residents || last.radius !== radius)
    last = {
      residents,
      radius,
      curve: coverageCurve({
        ...problem(residents),
        radius,
        maxSites: Math.min(mostSites, residents.length),
      }),
    };
  return last.curve;
}

export const model = defineWidget({
  id: 'coverage-curve',
  version: 2,
  title: '覆盖曲线',
  english: 'The coverage curve',
  question: '一站一站地加，每加一站多照顾到几个人？',
  chapter: 'location',
  section: 'coverage',
  params: {
    siteCount: {
      kind: 'number',
      label: '站数',
      symbol: 'p',
      unit: '个',
      min: 1,
      max: 14,
      step: 1,
      default: 1,
      meaning: '每一站都放在新增覆盖最多的居民点，先放的不再挪。',
    },
    radius: {
      kind: 'number',
      label: '覆盖半径',
      symbol: 'R',
      unit: '公里',
      min: 0.5,
      max: 6,
      step: 0.5,
      default: 2,
      meaning: '沿街走这么远以内算覆盖到；放宽半径，一站顶几站。',
    },
    target: {
      kind: 'number',
      label: '答应覆盖',
      min: 0.5,
      max: 1,
      step: 0.05,
      default: 0.9,
      percent: true,
      meaning: '要照顾到全城多少人。',
    },
    residents: {
      kind: 'list',
      label: '居民点',
      item: '居民点',
      fields: {
        x: { kind: 'number', label: '东', unit: '公里', min: 0, max: 12, step: 0.5, default: 6 },
        y: { kind: 'number', label: '北', unit: '公里', min: 0, max: 9, step: 0.5, default: 4 },
        people: {
          kind: 'number',
          label: '人口',
          unit: '千人',
          min: 1,
          max: 200,
          step: 1,
          default: 10,
        },
      },
      atLeast: 2,
      atMost: 60,
      default: newCity,
      meaning: '可以改，可以用 CSV 换成你自己的城：三列，东、北、人口。',
    },
  },
  scenarios: [
    {
      id: 'swap',
      label: '换电柜',
      sentence: '骑手换电，绕路超过 2 公里就不肯去。公司一季度装一台换电柜，要覆盖九成的人。',
      values: {},
    },
    {
      id: 'fire',
      label: '消防站',
      sentence: '车速按每分钟 600 米，5 分钟赶得到 3 公里。消防要的是一个不漏。',
      values: { radius: 3, target: 1 },
    },
    {
      id: 'locker',
      label: '快递柜',
      sentence: '取快递没人肯走远，1 公里已经是极限，覆盖八成就算站稳。',
      values: { radius: 1, target: 0.8 },
    },
  ],
  compute({ siteCount, radius, target, residents }) {
    const curve = curveOf(residents, radius);
    const now = curve[Math.min(siteCount, curve.length) - 1] as (typeof curve)[number];
    const needed = curve.find(({ share }) => share >= target - 1e-9)?.siteCount ?? null;
    const stations = curve
      .slice(0, now.siteCount)
      .map(({ added }) => residents[added] as Residents);
    const reached = residents.map((home) =>
      stations.some(
        (station) => distanceBetween(at(home), at(station), 'rectilinear') <= radius + 1e-9,
      ),
    );
    return {
      curve,
      now,
      needed,
      stations,
      reached,
      /** 第一站就覆盖的比例，和最后一站添上的比例 */
      first: (curve[0] as (typeof curve)[number]).share,
      step: now.share - (curve[now.siteCount - 2]?.share ?? 0),
    };
  },
  predict: {
    kind: 'number',
    question: ({ target, radius }) =>
      `一个站最多覆盖 ${upTo(radius, 1)} 公里。要照顾到全城 ${percent(target)} 的人，大约要几个站？`,
    unit: '个',
    min: 1,
    max: 60,
    digits: 0,
    whole: true,
    tolerance: 0.01,
    answer: (_values, { needed }) => needed ?? Number.POSITIVE_INFINITY,
    hit: (_values, { first }) =>
      `对。头一站就拿下 ${percent(first)}，后面一站比一站添得少：好啃的地方先啃完了。`,
    misreads: [
      {
        when: (guess, answer) => guess < answer && guess === 1,
        text: ({ target }, { first, needed }) =>
          `一个站放在人最密的地方，也只覆盖 ${percent(first)}，到不了 ${percent(target)}。剩下的人散在边上，一站只够得着几处，所以${needed === null ? `${mostSites} 个站也不够` : `要 ${needed} 个`}。`,
      },
      {
        when: (guess, answer, { target }, { first }) =>
          guess < answer && guess <= Math.ceil(target / first) + 1,
        text: ({ target }, { first, needed }) =>
          `头一站覆盖 ${percent(first)}，看着再添${Math.ceil(target / first) > 2 ? '几' : '一'}个就够了。可第一站挑的是人最密的地方，剩下的人散在边上，一站只够得着几处，所以${needed === null ? `${mostSites} 个站也不够` : `要 ${needed} 个`}。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: '少了。越往后的站，半径里多半是已经照顾到的人，新添的没有几个。',
      },
      {
        when: () => true,
        text: '多了。人不是均匀撒在地图上的，站往人堆里放，开头几个站的收获比面积算出来的大得多。',
      },
    ],
  },
  sentence({ target, radius }, { curve, now, needed, first, step }) {
    const goal =
      needed === null
        ? `${curve.length} 个站也到不了 ${percent(target)}`
        : `覆盖 ${percent(target)} 要 ${needed} 个站`;
    return now.siteCount === 1
      ? `半径 ${upTo(radius, 1)} 公里，1 个站覆盖全城 ${percent(first)} 的人；${goal}。`
      : `半径 ${upTo(radius, 1)} 公里，${now.siteCount} 个站覆盖全城 ${percent(now.share)} 的人；第 1 站拿下 ${percent(first)}，第 ${now.siteCount} 站只添了 ${fixed(step * 100, 1)} 个百分点；${goal}。`;
  },
  brief: (_values, { now }) => `${now.siteCount} 个站覆盖 ${percent(now.share, 1)}`,
  table(_values, { curve }) {
    return {
      caption: '一站一站地加：累计覆盖与每一站的新增',
      columns: [
        { label: '站数', unit: '个' },
        { label: '累计覆盖', unit: '%' },
        { label: '这一站新增', unit: '千人' },
      ],
      rows: curve.map(({ siteCount, share, increment }) => [siteCount, share * 100, increment]),
      digits: [0, 1, 0],
    };
  },
  monotone: [
    { param: 'siteCount', quantity: ({ now }) => now.share, direction: 'up' },
    { param: 'radius', quantity: ({ first }) => first, direction: 'up' },
    {
      param: 'target',
      quantity: ({ needed }) => needed ?? Number.MAX_VALUE,
      direction: 'up',
    },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
