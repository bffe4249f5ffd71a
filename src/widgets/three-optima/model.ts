import { maximalCovering } from '../../calc/location/maximal-covering.ts';
import { pCenter } from '../../calc/location/p-center.ts';
import { pMedian, pMedianExact } from '../../calc/location/p-median.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { fourTowns, oldTown } from './cities.ts';

/** 城区的东西与南北，公里；站设在整公里的路口。 */
export const city = { width: 12, height: 9 };

export interface Place {
  x: number;
  y: number;
}
export interface Residents extends Place {
  people: number;
}

/** 全部可以设站的路口。 */
export const crossings: readonly Place[] = Array.from(
  { length: (city.width + 1) * (city.height + 1) },
  (_, i) => ({ x: i % (city.width + 1), y: Math.floor(i / (city.width + 1)) }),
);

/** 沿街走的距离：先走东西，再走南北。 */
export const streetDistance = (a: Place, b: Place) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

export interface Plan {
  stations: readonly Place[];
  /** 每个居民点去哪个站 */
  nearest: number[];
  meanDistance: number;
  farthest: number;
  /** 半径之内的人口比例 */
  covered: number;
}

/** 一种摆法的三本账。 */
export function assess(
  stations: readonly Place[],
  residents: readonly Residents[],
  radius: number,
): Plan {
  const nearest: number[] = [];
  let people = 0;
  let travelled = 0;
  let farthest = 0;
  let covered = 0;
  for (const home of residents) {
    let best = 0;
    let distance = Infinity;
    stations.forEach((station, j) => {
      const d = streetDistance(home, station);
      if (d < distance) [distance, best] = [d, j];
    });
    nearest.push(best);
    people += home.people;
    travelled += home.people * distance;
    farthest = Math.max(farthest, distance);
    if (distance <= radius) covered += home.people;
  }
  return {
    stations,
    nearest,
    meanDistance: travelled / people,
    farthest,
    covered: covered / people,
  };
}

export const aims = ['median', 'center', 'coverage'] as const;
export type Aim = (typeof aims)[number];
export const aimNames: Record<Aim, string> = {
  median: '平均最近',
  center: '最远最近',
  coverage: '覆盖最多',
};

interface Best {
  stations: Place[];
  /** 目标值与已证的界相差的比例；0 是已证最优 */
  gap: number;
}

const tables = (residents: readonly Residents[]) => ({
  distances: residents.map((home) => crossings.map((place) => streetDistance(home, place))),
  weights: residents.map(({ people }) => people),
});

type Tables = ReturnType<typeof tables>;

const within = (row: readonly number[], sites: readonly number[], line: number) =>
  sites.some((j) => (row[j] as number) <= line);

/**
 * 线外的人先罚到谁也不肯留在线外，线内再求人均最短。求最远、求覆盖的最优往往有成百种，
 * 价钱要拿其中人均最短的那种来算。
 */
function shortestWithin(
  { distances, weights }: Tables,
  siteCount: number,
  line: number,
  sites: number[],
): number[] {
  const missed = (plan: readonly number[]) =>
    distances.reduce(
      (sum, row, i) => sum + (within(row, plan, line) ? 0 : (weights[i] as number)),
      0,
    );
  const penalty = weights.reduce((sum, weight) => sum + weight) * (city.width + city.height + 1);
  const answer = pMedian({
    distances: distances.map((row) => row.map((d) => (d > line ? d + penalty : d))),
    weights,
    siteCount,
    restarts: 2,
  });
  return missed(answer.sites) <= missed(sites) ? answer.sites : sites;
}

function search(aim: Aim, map: Tables, siteCount: number, radius: number): Best {
  const plan = (sites: number[], gap: number) => ({
    stations: sites.map((j) => crossings[j] as Place),
    gap,
  });
  if (aim === 'median') {
    const { sites, proven, gap } = pMedian({ ...map, siteCount, restarts: 2 });
    return plan(sites, proven ? 0 : gap);
  }
  if (aim === 'center') {
    const { sites, radius: farthest, proven, gap } = pCenter({ ...map, siteCount });
    return plan(shortestWithin(map, siteCount, farthest, sites), proven ? 0 : gap);
  }
  const { sites, upperBound } = maximalCovering({ ...map, siteCount, radius });
  const chosen = shortestWithin(map, siteCount, radius, sites);
  const covered = map.weights.reduce(
    (sum, weight, i) => sum + (within(map.distances[i] ?? [], chosen, radius) ? weight : 0),
    0,
  );
  return plan(chosen, Math.max(0, 1 - covered / upperBound));
}

/** 拖站不改最优解，只有居民、站数、半径、目标变了才重算。 */
const known = new Map<string, Best>();

function best(aim: Aim, residents: readonly Residents[], siteCount: number, radius: number): Best {
  const key = `${aim} ${siteCount} ${aim === 'coverage' ? radius : ''} ${residents
    .map(({ x, y, people }) => `${x},${y},${people}`)
    .join(' ')}`;
  const found = known.get(key);
  if (found) return found;
  const result = search(aim, tables(residents), siteCount, radius);
  if (known.size > 60) known.clear();
  known.set(key, result);
  return result;
}

/** 分支定界证到底的最短人均路程；证不完时返回 null。 */
export async function proveMedian(
  residents: readonly Residents[],
  siteCount: number,
): Promise<number | null> {
  const { meanDistance, proven } = await pMedianExact({ ...tables(residents), siteCount });
  return proven ? meanDistance : null;
}

export const model = defineWidget({
  id: 'three-optima',
  version: 2,
  title: '一张图，三种最优',
  english: 'One map, three optima',
  question: '把站拖到你认为最好的路口。“最好”是谁的最好？',
  chapter: 'location',
  section: 'many-sites',
  params: {
    stations: {
      kind: 'list',
      label: '你的站',
      item: '站',
      fields: {
        x: { kind: 'number', label: '东', unit: '公里', min: 0, max: 12, step: 1, default: 6 },
        y: { kind: 'number', label: '北', unit: '公里', min: 0, max: 9, step: 1, default: 4 },
      },
      atLeast: 1,
      atMost: 6,
      default: [
        { x: 2, y: 3 },
        { x: 6, y: 7 },
        { x: 9, y: 4 },
      ],
      meaning: '站设在整公里的路口，距离西南角多远。添一个、拿掉一个，三种最优跟着重算。',
    },
    radius: {
      kind: 'number',
      label: '覆盖半径',
      unit: '公里',
      min: 1,
      max: 8,
      step: 0.5,
      default: 3,
      meaning: '沿街走这么远以内算照顾得到。急救按分钟说，换成公里就是分钟数乘车速。',
    },
    aim: {
      kind: 'choice',
      label: '对照哪一种最优',
      options: [
        { value: 'median', label: '平均最近' },
        { value: 'center', label: '最远最近' },
        { value: 'coverage', label: '覆盖最多' },
      ],
      default: 'median',
      meaning: '站数与你的相同，只是换了一把尺子来量“好”。一样好的摆法往往很多，取人均最短的。',
    },
    residents: {
      kind: 'list',
      label: '居民点',
      item: '居民点',
      fields: {
        x: { kind: 'number', label: '东', unit: '公里', min: 0, max: 12, step: 1, default: 6 },
        y: { kind: 'number', label: '北', unit: '公里', min: 0, max: 9, step: 1, default: 4 },
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
      atMost: 40,
      default: oldTown,
      meaning: '可以改，可以用 CSV 换成你自己的城：三列，东、北、人口。',
    },
  },
  scenarios: [
    {
      id: 'fire',
      label: '急救站',
      sentence:
        '老城区人挤人，东边两个新镇隔着田。三个急救站，车速按每分钟 600 米，5 分钟就是 3 公里。',
      values: {},
    },
    {
      id: 'clinic',
      label: '社区门诊',
      sentence:
        '江城人民医院（虚构案例）要开四个社区门诊，老人走路或坐两站公交，2 公里以内才愿意来。',
      values: {
        stations: [
          { x: 3, y: 3 },
          { x: 6, y: 6 },
          { x: 9, y: 5 },
          { x: 5, y: 2 },
        ],
        radius: 2,
      },
    },
    {
      id: 'charging',
      label: '充电站',
      sentence: '出租车公司先建两座充电站，司机肯绕 4 公里。',
      values: {
        stations: [
          { x: 3, y: 5 },
          { x: 9, y: 5 },
        ],
        radius: 4,
      },
    },
    {
      id: 'four-towns',
      label: '四镇一站',
      sentence: '一条公路串起四个镇，相距 2、1、7 公里，人口 5、2、2、2 万。急救站只设一个。',
      values: { stations: [{ x: 6, y: 4 }], radius: 3, residents: fourTowns },
    },
  ],
  compute({ stations, residents, radius, aim }) {
    const yours = assess(stations, residents, radius);
    const plans = Object.fromEntries(
      aims.map((name) => {
        const { stations: sites, gap } = best(name, residents, stations.length, radius);
        return [name, { ...assess(sites, residents, radius), gap }];
      }),
    ) as Record<Aim, Plan & { gap: number }>;
    return { yours, plans, shown: plans[aim] };
  },
  predict: {
    kind: 'number',
    question: ({ stations }) =>
      `先把 ${stations.length} 个站拖到你看好的路口。再猜：如果只求全城人均路程最短，最偏的那个居民点要走几公里？`,
    unit: '公里',
    min: 0,
    max: 21,
    digits: 0,
    tolerance: 0.1,
    answer: (_values, { plans }) => plans.median.farthest,
    hit: (_values, { plans }) =>
      `对。人均 ${upTo(plans.median.meanDistance, 2)} 公里很好看，最偏的那一处却要走 ${fixed(plans.median.farthest)} 公里：人少，在平均数里几乎不占分量。`,
    misreads: [
      {
        when: (guess, _answer, _values, { plans }) =>
          Math.abs(guess - plans.center.farthest) <= 1 &&
          plans.center.farthest < plans.median.farthest,
        text: (_values, { plans }) =>
          `你猜的是专门照顾最远那一户时的数（${fixed(plans.center.farthest)} 公里）。求平均最短的人不会这么做：为偏处的几千人挪站，人多的地方就要多走。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: (_values, { plans }) =>
          `平均 ${upTo(plans.median.meanDistance, 2)} 公里，容易让人以为谁也不会太远。平均数按人头算，偏远的镇人少，模型宁可让它走 ${fixed(plans.median.farthest)} 公里。`,
      },
      {
        when: () => true,
        text: '没有那么远：人多的地方占住了站，可站总得落在城里，离边上也就这么些路。',
      },
    ],
  },
  sentence({ stations, radius }, { yours, plans }) {
    const { median, center, coverage } = plans;
    return `${stations.length} 个站，现在的摆法人均 ${upTo(yours.meanDistance, 2)} 公里，最远 ${fixed(yours.farthest)} 公里，${upTo(radius, 1)} 公里内有 ${percent(yours.covered)} 的人。三种最优各有一项做到头：人均最短 ${upTo(median.meanDistance, 2)} 公里（可最偏的要走 ${fixed(median.farthest)} 公里），最远压到 ${fixed(center.farthest)} 公里（人均至少 ${upTo(center.meanDistance, 2)} 公里），覆盖最多 ${percent(coverage.covered)}。`;
  },
  brief: (_values, { yours }) =>
    `人均 ${fixed(yours.meanDistance, 2)} 公里，最远 ${fixed(yours.farthest)}，覆盖 ${percent(yours.covered)}`,
  table({ radius }, { yours, plans }) {
    const row = (name: string, plan: Plan) => [
      name,
      plan.meanDistance,
      plan.farthest,
      plan.covered * 100,
      plan.stations.map(({ x, y }) => `(${x}, ${y})`).join(' '),
    ];
    return {
      caption: `同样多的站，四种摆法；覆盖半径 ${upTo(radius, 1)} 公里`,
      columns: [
        { label: '摆法' },
        { label: '人均路程', unit: '公里' },
        { label: '最远', unit: '公里' },
        { label: '覆盖', unit: '%' },
        { label: '站的位置' },
      ],
      rows: [row('你的', yours), ...aims.map((aim) => row(aimNames[aim], plans[aim]))],
      digits: [0, 2, 0, 1, 0],
    };
  },
  monotone: [
    { param: 'radius', quantity: ({ yours }) => yours.covered, direction: 'up' },
    {
      param: 'radius',
      // 搜索只保证与上界的差距，不保证恰好最优：比较时用上界
      quantity: ({ plans: { coverage } }) => coverage.covered / (1 - coverage.gap),
      direction: 'up',
    },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
