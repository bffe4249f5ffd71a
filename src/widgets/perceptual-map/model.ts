import { perceptualMap } from '../../calc/strategy/perceptual-map.ts';
import { fixed, percent } from '../../lib/format.ts';
import { defineWidget, type ChoicePrediction } from '../../widget-kit/model.ts';
import {
  attributesParam,
  hotels,
  hotelsBetter,
  ratingsOf,
  restaurantItems,
  restaurants,
  shopsParam,
  type Attribute,
  type Shop,
} from './shops.ts';

/** 与一条轴的相关到这么大，才说这一项撑着它 */
export const strong = 0.4;

const params = {
  shops: shopsParam,
  attributes: attributesParam,
  stretch: {
    kind: 'toggle',
    label: '纵轴拉满',
    default: false,
    meaning: '许多软件把两条轴都拉满一张图。打开看看：差得很少的一头，也画得一样开。',
  },
} as const;
export type Setting = {
  shops: readonly Shop[];
  attributes: readonly Attribute[];
  stretch: boolean;
};

export interface Pair {
  one: number;
  other: number;
  /** 图上两条轴合起来的距离 */
  onMap: number;
  /** 四项标准分合起来的距离 */
  inFull: number;
}

function compute({ shops }: Pick<Setting, 'shops'>) {
  const ratings = shops.map(ratingsOf);
  const { coordinates, correlations, explained } = perceptualMap({ ratings, dimensions: 4 });
  const apart = (one: number, other: number, dimensions: number) =>
    Math.hypot(
      ...(coordinates[one] ?? [])
        .slice(0, dimensions)
        .map((x, k) => x - (coordinates[other]?.[k] ?? 0)),
    );
  const pairs = shops
    .flatMap((_, one) =>
      shops.slice(one + 1).map((__, more): Pair => {
        const other = one + 1 + more;
        return { one, other, onMap: apart(one, other, 2), inFull: apart(one, other, 4) };
      }),
    )
    .sort((a, b) => a.onMap - b.onMap);
  /** 几家一模一样，就没有差别可分 */
  const same = Number.isNaN(explained[0]);
  return {
    same,
    points: coordinates.map(([x = 0, y = 0]) => ({ x, y })),
    /** 每一项与两条轴的相关；没有差别的项、没有宽度的轴是 0 */
    arrows: correlations.map(([x = 0, y = 0]) => ({ x: x || 0, y: y || 0 })),
    explained: explained.map((part) => (same ? 0 : part)),
    held: same ? 0 : (explained[0] ?? 0) + (explained[1] ?? 0),
    /** 由近到远 */
    pairs,
    /** 图上最近的一对，还有和它差不到百分之三的 */
    nearest: pairs.filter(({ onMap }) => onMap <= 1.03 * (pairs[0]?.onMap ?? 0) + 1e-9).slice(0, 3),
  };
}
export type Result = ReturnType<typeof compute>;

export const share = (value: number) => percent(value, 1);
const nameAt = ({ shops }: Pick<Setting, 'shops'>, i: number) => shops[i]?.name ?? '';
/** “差 1、1、1、1 分” */
function differences({ shops }: Pick<Setting, 'shops'>, one: number, other: number): string {
  const [first, second] = [shops[one], shops[other]];
  if (!first || !second) return '';
  const other4 = ratingsOf(second);
  return `${ratingsOf(first)
    .map((value, i) => Math.abs(value - (other4[i] ?? 0)))
    .join('、')} 分`;
}

/** 一条轴的两头各由哪几项撑着。 */
export function ends({ attributes }: Setting, { arrows }: Result, axis: 'x' | 'y') {
  const list = (wanted: (value: number) => boolean) =>
    arrows
      .flatMap((arrow, i) => (wanted(arrow[axis]) ? [attributes[i]?.name ?? ''] : []))
      .join('、');
  return { plus: list((r) => r >= strong), minus: list((r) => r <= -strong) };
}
function axisSays(values: Setting, result: Result, axis: 'x' | 'y'): string {
  const { plus, minus } = ends(values, result, axis);
  const [high, low] = axis === 'x' ? ['右', '左'] : ['上', '下'];
  if (plus === '' && minus === '') return '没有哪一项撑得起它';
  return [plus && `往${high}是${plus}`, minus && `往${low}是${minus}`].filter(Boolean).join('，');
}

const across = ({ points }: Result, one: number, other: number) =>
  Math.abs((points[one]?.x ?? 0) - (points[other]?.x ?? 0));

/** 头两家与第三、四家，在横轴上各差多少。 */
const twoPairs = (values: Setting, result: Result) =>
  `横轴上${nameAt(values, 0)}和${nameAt(values, 1)}差 ${fixed(across(result, 0, 1), 2)}，${nameAt(values, 2)}和${nameAt(values, 3)}差 ${fixed(across(result, 2, 3), 2)}`;
const cancels = '横轴往一头加，往另一头减。';

const pairsAsked: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question:
    '一号和二号，四项各差 1 分；三号和四号，四项也各差 1 分。画成图，在最要紧的横轴上，哪一对离得近？',
  options: [
    {
      value: 'same',
      label: '一样近',
      explanation: (values, result) =>
        `分差一样多，差的方向不一样。${twoPairs(values, result)}。${cancels}两家的差都朝同一头，就加起来；一半朝左一半朝右，就抵掉了。`,
    },
    {
      value: 'first',
      label: '一号和二号',
      explanation: (values, result) =>
        `${twoPairs(values, result)}。${cancels}一号比二号便宜、近站，又不如它安静、宽敞，四个 1 分都朝同一头；三号和四号各有朝左朝右的，抵掉了。`,
    },
    {
      value: 'second',
      label: '三号和四号',
      explanation: (values, result) =>
        `${twoPairs(values, result)}。${cancels}三号比四号便宜 1 分，也安静 1 分，一左一右，抵掉了。它们并非没有差别，四项全算，两对一样远；差别在纵轴，而纵轴只装得下 ${share(result.explained[1] ?? 0)}。`,
    },
  ],
  answer: (_values, result) => {
    const [first, second] = [across(result, 0, 1), across(result, 2, 3)];
    return Math.abs(first - second) < 0.05 ? 'same' : first < second ? 'first' : 'second';
  },
};

const before = compute({ shops: hotels });
const moved = ({ points }: Result) => (points[4]?.x ?? 0) - (before.points[4]?.x ?? 0);
const whereNow = (result: Result) =>
  `横轴上它从 ${fixed(before.points[4]?.x ?? 0, 2)} 到 ${fixed(result.points[4]?.x ?? 0, 2)}`;
const betterAsked: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: '五号原来样样 6 分，站在图的中间。它四项各加 3 分，都到 9 分。在横轴上，它往哪头走？',
  options: [
    {
      value: 'plus',
      label: '往便宜、近站那头',
      explanation: (_values, result) =>
        `便宜、近站确实加了，安静、宽敞也一样加了：一头往右推，一头往左推。${whereNow(result)}。`,
    },
    {
      value: 'minus',
      label: '往安静、宽敞那头',
      explanation: (_values, result) =>
        `安静、宽敞确实加了，便宜、近站也一样加了：一头往左推，一头往右推。${whereNow(result)}。`,
    },
    {
      value: 'still',
      label: '几乎不动',
      explanation: (_values, result) =>
        `${whereNow(result)}。横轴量的是偏哪一头，样样都好算不得偏。它往纵轴走了：纵轴原来只装 ${share(before.explained[1] ?? 0)}，现在装 ${share(result.explained[1] ?? 0)}，量的成了“样样好不好”。`,
    },
  ],
  answer: (_values, result) =>
    Math.abs(moved(result)) < 0.3 ? 'still' : moved(result) > 0 ? 'plus' : 'minus',
};

/** 第三、四家在由近到远里排第几。 */
const rank = ({ pairs }: Result) => pairs.findIndex(({ one, other }) => one === 2 && other === 3);
const rankSays = (values: Setting, result: Result) =>
  `图上 ${result.pairs.length} 对里，${nameAt(values, 2)}和${nameAt(values, 3)}由近到远排第 ${rank(result) + 1}；四项差 ${differences(values, 2, 3)}。两条轴只装下差别的 ${share(result.held)}，别的 ${share(1 - result.held)} 压扁了看不见`;
const flatAsked: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: (values, result) =>
    `三店和四店，四项差 ${differences(values, 2, 3)}。画成两条轴的图，${result.pairs.length} 对里它们算近的还是远的？`,
  options: [
    {
      value: 'far',
      label: '最远的几对之一',
      explanation: (values, result) =>
        `照打分看是该远。${rankSays(values, result)}：它们的差别多半正在那里。`,
    },
    {
      value: 'middle',
      label: '不远不近',
      explanation: (values, result) => `${rankSays(values, result)}：它们的差别多半正在那里。`,
    },
    {
      value: 'near',
      label: '最近的几对之一',
      explanation: (values, result) =>
        `${rankSays(values, result)}。图上挨着，要回头看一眼原来的分，才说得上像。`,
    },
  ],
  answer: (_values, result) => {
    const third = result.pairs.length / 3;
    return rank(result) < third ? 'near' : rank(result) < 2 * third ? 'middle' : 'far';
  },
};

export const model = defineWidget({
  id: 'perceptual-map',
  version: 2,
  title: '打分画成一张图',
  english: 'A perceptual map',
  question: '四项打分画成两条轴的图，图上挨着的两家，真的像吗？',
  chapter: 'strategy',
  section: 'position',
  params,
  scenarios: [
    {
      id: 'hotels',
      label: '五家酒店',
      sentence:
        '江城高铁站边五家酒店（虚构案例），请住过的客人打四项分，满分 10 分。四项画不进一张纸，要压成两条轴。',
      values: {},
    },
    {
      id: 'better',
      label: '样样都加',
      sentence: '还是这五家。五号不甘心样样中间，花大钱把四项都提上去，别家不动，重新画图。',
      values: { shops: hotelsBetter },
      predict: betterAsked,
    },
    {
      id: 'restaurants',
      label: '六家餐馆',
      sentence: '江城一条街上六家餐馆（虚构案例）。这里的四项各走各的，不像酒店那样成双成对。',
      values: { shops: restaurants, attributes: restaurantItems },
      predict: flatAsked,
    },
  ],
  compute,
  predict: pairsAsked,
  sentence(values, result) {
    if (result.same) return '几家的打分一模一样，没有差别可画，都落在正中。';
    const { explained, nearest } = result;
    return `横轴装下差别的 ${share(explained[0] ?? 0)}，${axisSays(values, result, 'x')}；纵轴装下 ${share(explained[1] ?? 0)}，${axisSays(values, result, 'y')}。图上最近的是${nearest
      .map(
        ({ one, other }) =>
          `${nameAt(values, one)}和${nameAt(values, other)}（四项差 ${differences(values, one, other)}）`,
      )
      .join('、')}。`;
  },
  brief: (_values, { same, explained }) =>
    same
      ? '打分一模一样，没有差别可画'
      : `横轴装下 ${share(explained[0] ?? 0)}，纵轴 ${share(explained[1] ?? 0)}`,
  table(values, { points, explained, arrows }) {
    const { shops, attributes } = values;
    return {
      caption: '各家的打分与图上的位置；末三行是各项、各轴的数',
      columns: [
        { label: '哪一家' },
        ...attributes.map(({ name }, i) => ({ label: name || `第 ${i + 1} 项` })),
        { label: '横轴' },
        { label: '纵轴' },
      ],
      rows: [
        ...shops.map((shop, i) => [
          shop.name,
          ...ratingsOf(shop),
          points[i]?.x ?? 0,
          points[i]?.y ?? 0,
        ]),
        ['与横轴的相关', ...arrows.map(({ x }) => fixed(x, 2)), '—', '—'],
        ['与纵轴的相关', ...arrows.map(({ y }) => fixed(y, 2)), '—', '—'],
        ['装下差别（%）', '—', '—', '—', '—', ...explained.slice(0, 2).map((part) => part * 100)],
      ],
      digits: [0, 0, 0, 0, 0, 2, 2],
    };
  },
});
