import { huff, huffEntry, huffSales } from '../../calc/location/huff.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import { campus, city, oldAndNew, oneEstate } from './town.ts';

export interface Place {
  x: number;
  y: number;
}
export interface Shop extends Place {
  name: string;
  /** 规模：面积或床位 */
  size: number;
  /** 1 是自家的，0 是对手的 */
  own: number;
}

const east = {
  kind: 'number',
  label: '东',
  unit: '公里',
  min: 0,
  max: city.width,
  step: 0.25,
} as const;
const north = {
  kind: 'number',
  label: '北',
  unit: '公里',
  min: 0,
  max: city.height,
  step: 0.25,
} as const;

const params = {
  decay: {
    kind: 'number',
    label: '距离敏感度',
    symbol: 'λ',
    min: 0,
    max: 4,
    step: 0.1,
    default: 2,
    meaning: '路程翻倍，吸引力变成原来的 1/2 的 λ 次方。不是常数，要由当地数据估出来。',
  },
  newSize: {
    kind: 'number',
    label: '新店规模',
    symbol: 'S',
    min: 20,
    max: 5000,
    step: 20,
    default: 800,
    meaning: '面积多少平方米；医院用床位数。',
  },
  newX: { ...east, label: '新店在东', default: 4.5, meaning: '也可以在图上拖。' },
  newY: { ...north, label: '新店在北', default: 3.5, meaning: '也可以在图上拖。' },
  pace: {
    kind: 'number',
    label: '走一公里',
    unit: '分钟',
    min: 1,
    max: 15,
    step: 0.5,
    default: 1,
    meaning: '一路通畅的开车 1 分钟，骑车 4 分钟，步行 12 分钟左右。',
  },
  access: {
    kind: 'number',
    label: '再近也要',
    unit: '分钟',
    min: 0.5,
    max: 10,
    step: 0.5,
    default: 0.5,
    meaning: '下楼、停车、上楼，住在隔壁也省不掉的时间。',
  },
  street: {
    kind: 'toggle',
    label: '沿街走',
    default: false,
    meaning: '关着按直线算路程，打开按东西加南北算。',
  },
  shops: {
    kind: 'list',
    label: '已有的店',
    item: '店',
    fields: {
      name: { kind: 'text', label: '店名', longest: 6, default: '另一家' },
      x: { ...east, default: 6 },
      y: { ...north, default: 3.5 },
      size: { kind: 'number', label: '规模', min: 20, max: 5000, step: 20, default: 600 },
      own: { kind: 'number', label: '自家', min: 0, max: 1, step: 1, default: 0 },
    },
    atLeast: 1,
    atMost: 6,
    default: [
      { name: '大卖场', x: 8.5, y: 3.5, size: 3000, own: 0 },
      { name: '老超市', x: 5, y: 5, size: 1000, own: 0 },
    ],
    meaning: '新店开张以前就在的店。“自家”写 1 是同一个老板的，写 0 是对手的。',
  },
  homes: {
    kind: 'list',
    label: '居民点',
    item: '点',
    fields: {
      x: { ...east, default: 5 },
      y: { ...north, default: 3.5 },
      people: {
        kind: 'number',
        label: '人口',
        unit: '千人',
        min: 0.1,
        max: 50,
        step: 0.1,
        default: 5,
      },
    },
    atLeast: 1,
    atMost: 40,
    default: oneEstate,
    meaning: '顾客从哪里出门、有多少人。',
  },
} as const;
export type Setting = Values<typeof params>;

/** λ 曲线取的点。 */
const decays = Array.from({ length: 21 }, (_, i) => i / 5);
/** 这张曲线与现在的 λ 无关；拖 λ 的时候不必重算。 */
let drawn: { of: readonly unknown[]; curve: { decay: number; shares: number[] }[] } | null = null;

/** 从一处到一家店要多久，分钟；再近也有 access，不会除以零。 */
export function travelTime(
  { street, pace, access }: Pick<Setting, 'street' | 'pace' | 'access'>,
  from: Place,
  to: Place,
): number {
  const [dx, dy] = [Math.abs(from.x - to.x), Math.abs(from.y - to.y)];
  return access + pace * (street ? dx + dy : Math.hypot(dx, dy));
}

export const newShop = ({ newX, newY, newSize }: Setting): Shop => ({
  name: '新店',
  x: newX,
  y: newY,
  size: newSize,
  own: 1,
});

/** 已有的店在前，新店在最后。 */
export const allShops = (values: Setting): Shop[] => [...values.shops, newShop(values)];

/**
 * 住在各格点的人去新店的概率，取对数几率。
 * 等值线在对数几率上插值：两家店之间它只随路程的对数走，比概率平得多，格子粗些线也圆。
 */
export function newShopLogOdds(
  values: Setting,
  { xs, ys }: { xs: readonly number[]; ys: readonly number[] },
): number[][] {
  const shops = allShops(values);
  const attractiveness = shops.map(({ size }) => size);
  return ys.map((y) =>
    xs.map((x) => {
      const distances = shops.map((shop) => travelTime(values, { x, y }, shop));
      const chance = huff({ attractiveness, distances, beta: values.decay }).at(-1) as number;
      return Math.log(chance / (1 - chance));
    }),
  );
}

function analyse(values: Setting) {
  const { shops, homes, decay } = values;
  const everyone = allShops(values);
  const people = homes.map((home) => home.people);
  const total = people.reduce((sum, count) => sum + count, 0);
  const times = homes.map((home) => everyone.map((shop) => travelTime(values, home, shop)));
  const ownStores = shops.flatMap(({ own }, j) => (own === 1 ? [j] : []));
  const entry = huffEntry({
    attractiveness: shops.map(({ size }) => size),
    distancesByZone: times.map((row) => row.slice(0, -1)),
    spendingByZone: people,
    ownStores,
    newStore: {
      attractiveness: values.newSize,
      distances: times.map((row) => row.at(-1) as number),
    },
    beta: decay,
  });
  const attractiveness = everyone.map(({ size }) => size);
  const at = (beta: number) =>
    huffSales({ attractiveness, distancesByZone: times, spendingByZone: people, beta });
  const { newX, newY, newSize, pace, access, street } = values;
  const of = [shops, homes, newX, newY, newSize, pace, access, street];
  if (!drawn || of.some((value, i) => value !== drawn?.of[i]))
    drawn = {
      of,
      curve: decays.map((beta) => ({
        decay: beta,
        shares: at(beta).sales.map((sales) => sales / total),
      })),
    };
  const { curve } = drawn;
  const rows = everyone.map((shop, j) => ({
    ...shop,
    isNew: j === shops.length,
    before: (entry.salesBefore[j] ?? 0) / total,
    after: (entry.salesAfter[j] as number) / total,
    customers: entry.salesAfter[j] as number,
  }));
  const chain = rows.filter(({ own }) => own === 1);
  return {
    rows,
    total,
    /** 新店的客流占全城的比例 */
    share: entry.newStoreSales / total,
    customers: entry.newStoreSales,
    /** 新店的客人里有几成本来就是自家老店的 */
    cannibalized: entry.cannibalizationRate,
    fromOwn: entry.fromOwnStores,
    fromRivals: entry.fromRivals,
    hasOwn: ownStores.length > 0,
    chainBefore: chain.reduce((sum, { before }) => sum + before, 0),
    chainAfter: chain.reduce((sum, { after }) => sum + after, 0),
    sizeShare: values.newSize / attractiveness.reduce((sum, size) => sum + size, 0),
    probabilities: at(decay).probabilities,
    curve,
  };
}
export type Analysis = ReturnType<typeof analyse>;

/** 提问与画面要同一份结果，只算一次。 */
let last: { values: Setting; result: Analysis } | null = null;
function compute(values: Setting): Analysis {
  if (last?.values !== values) last = { values, result: analyse(values) };
  return last.result;
}

export const thousand = (people: number) => `${upTo(people, people < 10 ? 1 : 0)} 千人`;

export const model = defineWidget({
  id: 'huff',
  version: 2,
  title: '赫夫商圈',
  english: 'The Huff trade area',
  question: '店大，还是店近？顾客心里的这杆秤，有一个刻度要你先调准。',
  chapter: 'location',
  section: 'catchment',
  params,
  scenarios: [
    {
      id: 'supermarket',
      label: '小区门口的超市',
      sentence:
        '一个小区（虚构案例），开车 4 分钟有 3000 平方米的大卖场，2 分钟有 1000 平方米的老超市。有人想在 1 分钟的路口开一家 800 平方米的。',
      values: { decay: 2, newSize: 800, newX: 4.5, newY: 3.5, pace: 1, access: 0.5 },
    },
    {
      id: 'hospital',
      label: '专科医院',
      sentence:
        '江城（虚构案例）老城有一家 900 床的眼科医院，北边还有一家 300 床的。新区要设 200 床。看眼睛的人不怕远，λ 只有 0.6。',
      values: {
        decay: 0.6,
        newSize: 200,
        newX: 8,
        newY: 3.5,
        pace: 3,
        access: 5,
        shops: [
          { name: '老城眼科', x: 2.25, y: 2.75, size: 900, own: 0 },
          { name: '城北眼科', x: 4.25, y: 5.25, size: 300, own: 0 },
        ],
        homes: oldAndNew,
      },
    },
    {
      id: 'milk-tea',
      label: '校园奶茶',
      sentence:
        '校门口有一家 120 平方米的网红奶茶店，商业街还有一家 60 平方米的。有人想在宿舍楼下开 40 平方米。下楼买一杯，谁也不肯多走，λ 到了 2.6。',
      values: {
        decay: 2.6,
        newSize: 40,
        newX: 4.75,
        newY: 3.5,
        pace: 12,
        access: 2,
        shops: [
          { name: '网红店', x: 6.5, y: 3.5, size: 120, own: 0 },
          { name: '商业街', x: 5.25, y: 2, size: 60, own: 0 },
        ],
        homes: campus,
      },
    },
    {
      id: 'hotpot',
      label: '沸点火锅开二店',
      sentence:
        '沸点火锅（虚构案例）老城店天天排队，打算在北边一公里多再开一家同样大的。老城里还有一家对手，新区也有一家。',
      values: {
        decay: 2.2,
        newSize: 600,
        newX: 2.75,
        newY: 5,
        pace: 3,
        access: 3,
        shops: [
          { name: '沸点老店', x: 3.25, y: 3.75, size: 600, own: 1 },
          { name: '老城对手', x: 3, y: 1.75, size: 500, own: 0 },
          { name: '新区对手', x: 8, y: 3.5, size: 700, own: 0 },
        ],
        homes: oldAndNew,
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (values) => {
      const { hasOwn, sizeShare } = compute(values);
      const where = '新店的位置可以先在图上拖好。';
      return hasOwn
        ? `${where}新店的客人里，百分之几本来就是自家老店的客人？`
        : `${where}按规模，它只占 ${percent(sizeShare)}。它能分到百分之几的客流？`;
    },
    unit: '%',
    min: 0,
    max: 100,
    answer: (_values, { hasOwn, share, cannibalized }) => 100 * (hasOwn ? cannibalized : share),
    digits: 1,
    hit: ({ decay }, { hasOwn, cannibalized }) =>
      hasOwn
        ? `押中了。新店的账上看着热闹，${percent(cannibalized)} 是左手倒右手。`
        : `押中了。λ = ${upTo(decay, 1)} 时，店大一些能抵掉多少路远，都算在这一份里。`,
    misreads: [
      {
        when: (guess, answer, _values, { hasOwn }) => hasOwn && guess < answer,
        text: (_values, { chainBefore, cannibalized }) =>
          cannibalized < chainBefore * 1.02
            ? `押少了。新店开在哪里，老店都要让出一些客人：抢自自家的是 ${percent(cannibalized)}。`
            : `押少了。自家老店原来占全城 ${percent(chainBefore)}，新店若开在不相干的地方，大约也就抢到自家这么多；可它开在老店近旁，争的正是老店周围的人，于是抢自自家的到了 ${percent(cannibalized)}。`,
      },
      {
        when: (_guess, _answer, _values, { hasOwn }) => hasOwn,
        text: (_values, { cannibalized }) =>
          `押多了。老店周围本来就有人去对手家，新店离得近了，也把他们拉了过来：抢自自家的是 ${percent(cannibalized)}，其余是真正多出来的。`,
      },
      {
        when: (guess, _answer, _values, { sizeShare }) =>
          Math.abs(guess / 100 - sizeShare) < 0.15 * sizeShare,
        text: ({ decay }, { sizeShare, share }) =>
          `你是按规模分的：占 ${percent(sizeShare)} 的面积，就分 ${percent(sizeShare)} 的人，那是 λ = 0、没有人在乎路程的世界。λ = ${upTo(decay, 1)} 时要再除以时间的 ${upTo(decay, 1)} 次方，实际是 ${percent(share)}。`,
      },
      {
        when: (guess, _answer, _values, { rows }) => Math.abs(guess - 100 / rows.length) < 2,
        text: (_values, { rows, share }) =>
          `${rows.length} 家店平分，谁也不大，谁也不近，才会这样。实际是 ${percent(share)}。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: ({ decay }, { share, sizeShare }) => {
          if (share > sizeShare * 1.2)
            return `小看了“近”。时间少一半，吸引力是原来的 ${upTo(2 ** decay, 1)} 倍，小店靠这个翻身，拿到 ${percent(share)}。`;
          return share > sizeShare * 0.85
            ? `低了。λ = ${upTo(decay, 1)}，新店在这里不沾“近”的光，也不吃“远”的亏：按规模是 ${percent(sizeShare)}，实际 ${percent(share)}。`
            : `低了。它离人远，分到的比按规模的 ${percent(sizeShare)} 少；可还有人冲着它来，实际 ${percent(share)}。`;
        },
      },
      {
        when: (_guess, _answer, { decay }, { share, sizeShare }) =>
          decay === 0 || share < sizeShare * 0.85,
        text: ({ decay }, { share, sizeShare }) =>
          decay === 0
            ? `高了。λ = 0，谁也不在乎路程，只按规模分：${percent(share)}。`
            : `高了。它离人并不近，分到的比按规模的 ${percent(sizeShare)} 还少，只有 ${percent(share)}。`,
      },
      {
        when: () => true,
        text: ({ decay }, { share }) =>
          `高看了“近”。λ = ${upTo(decay, 1)}，时间少一半，吸引力只是原来的 ${upTo(2 ** decay, 1)} 倍；住得远的人照样会去大店，新店只有 ${percent(share)}。`,
      },
    ],
  },
  sentence({ decay }, result) {
    const { share, customers, rows, hasOwn, cannibalized, fromRivals } = result;
    const others = rows
      .filter(({ isNew }) => !isNew)
      .map(({ name, before, after }) => `${name} ${percent(before, 1)} → ${percent(after, 1)}`)
      .join('，');
    const source = hasOwn
      ? `其中 ${percent(cannibalized)} 抢自自家老店，连锁净增 ${thousand(fromRivals)}`
      : '全部抢自对手';
    return `λ = ${fixed(decay, 1)} 时，新店分到 ${percent(share, 1)} 的客流，${thousand(customers)}；${others}。${source}。`;
  },
  brief: (_values, { share, chainBefore, chainAfter, hasOwn }) =>
    `新店占 ${percent(share, 1)}${hasOwn ? `，整个连锁 ${percent(chainBefore, 1)} → ${percent(chainAfter, 1)}` : ''}`,
  table({ decay }, { rows, total }) {
    return {
      caption: `λ = ${fixed(decay, 1)} 时各店的客流，全城 ${thousand(total)}`,
      columns: [
        { label: '店' },
        { label: '谁家的' },
        { label: '规模' },
        { label: '开新店前', unit: '%' },
        { label: '开新店后', unit: '%' },
        { label: '开新店后', unit: '千人' },
      ],
      rows: rows.map(({ name, own, isNew, size, before, after, customers }) => [
        name,
        own === 1 ? '自家' : '对手',
        size,
        isNew ? '—' : before * 100,
        after * 100,
        customers,
      ]),
      digits: [0, 0, 0, 1, 1, 2],
    };
  },
  monotone: [
    { param: 'newSize', quantity: ({ share }) => share, direction: 'up' },
    { param: 'newSize', quantity: ({ chainAfter }) => chainAfter, direction: 'up' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
