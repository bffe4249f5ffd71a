import { priceFence } from '../../calc/revenue/price-fence.ts';
import { fixed, upTo } from '../../lib/format.ts';
import { defineWidget, type NumberParam, type Values } from '../../widget-kit/model.ts';

const people = (label: string, value: number, meaning: string, unit = '人') =>
  ({
    kind: 'number',
    label,
    unit,
    min: 0,
    max: 300,
    step: 5,
    default: value,
    meaning,
  }) satisfies NumberParam;

const params = {
  story: {
    kind: 'choice',
    label: '说的是哪一件',
    options: [
      { value: 'fence', label: '两种价，一道围栏' },
      { value: 'car', label: '缺货的车' },
    ],
    default: 'fence',
    onStage: true,
    meaning: '缺货的车只问公平：先后两个价，按美元，没有围栏。',
  },
  lowPrice: {
    kind: 'number',
    label: '低价',
    min: 50,
    max: 10_000,
    step: 1,
    default: 498,
    meaning: '翻过围栏的人付的价，元。缺货的车是原来的价，美元。',
  },
  gap: {
    kind: 'number',
    label: '差价',
    min: 0,
    max: 1000,
    step: 1,
    default: 100,
    meaning: '高价减低价，元；缺货的车是多付的，美元。怎么说，它都不变。',
  },
  reference: {
    kind: 'number',
    label: '客人心里的参照价',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0,
    percent: true,
    meaning: '0% 是拿低价当本来的价，100% 是拿高价当本来的价，中间是在两价之间。',
  },
  highDemand: people('肯付高价的', 80, '不打折也会来。缺货的车用不着这一项和下面几项。'),
  lowDemand: people('只肯付低价的', 60, '没有低价就不来。'),
  capacity: people('座位', 120, '先保证付高价的人。', '个'),
  leakage: {
    kind: 'number',
    label: '漏出率',
    symbol: 'ℓ',
    min: 0,
    max: 1,
    step: 0.025,
    default: 0.2,
    percent: true,
    meaning: '肯付高价、却钻过围栏买到低价的占几成。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 1986 年的电话调查：同样 200 美元，两种说法，各有几人、几成说可以接受。 */
export const survey = {
  raised: { people: 130, unfair: 0.71 },
  withdrawn: { people: 123, unfair: 0.42 },
} as const;

const yuan = (value: number) => `${fixed(value)} 元`;
/** 缺货的车按美元，别的按元。 */
export const money = ({ story }: Pick<Setting, 'story'>, value: number) =>
  `${fixed(value)} ${story === 'car' ? '美元' : '元'}`;
const share = (value: number) => `${upTo(value * 100, 1)}%`;

function compute({ story: _story, lowPrice, gap, reference, ...demand }: Setting) {
  const highPrice = lowPrice + gap;
  const at = (leakage: number) => priceFence({ ...demand, lowPrice, highPrice, leakage });
  const now = at(demand.leakage);
  const mark = lowPrice + reference * gap;
  return {
    ...now,
    highPrice,
    /** 参照价，与照它看的两头 */
    mark,
    above: (highPrice - mark) / mark,
    below: (mark - lowPrice) / mark,
    best: Math.max(now.uniformHighRevenue, now.uniformLowRevenue),
    curve: Array.from({ length: 41 }, (_, i) => ({
      leakage: i / 40,
      revenue: at(i / 40).fencedRevenue,
    })),
  };
}
export type Result = ReturnType<typeof compute>;

/** 漏到几成不值，说成一句。 */
function breakEven({ breakEvenLeakage, uniformLowRevenue, best }: Result): string {
  if (breakEvenLeakage === null) return '两价相同或没有人肯付高价，围栏没有用处';
  if (breakEvenLeakage <= 0) return '一漏就不值';
  if (breakEvenLeakage >= 1 - 1e-9)
    return uniformLowRevenue >= best ? '漏光了也只是回到只卖低价' : '漏光了才不值';
  return `漏到 ${share(breakEvenLeakage)} 就不值了`;
}

/** 缺货的车：先后两个价，拿哪个当本来的价。 */
function carSays({ lowPrice, gap }: Setting, { highPrice, mark, above, below }: Result): string {
  const paid = `原来付 ${fixed(lowPrice)} 美元，缺货以后付 ${fixed(highPrice)} 美元，多付 ${fixed(gap)} 美元`;
  if (gap === 0) return `${paid}，没有涨，也就没有得失。`;
  const seen = [
    above > 0 && `现在是越过它加价，贵了 ${share(above)}`,
    below > 0 && `原来是让价，便宜了 ${share(below)}`,
    above === 0 && '现在只是不让了',
  ].filter(Boolean);
  return `${paid}。参照价是 ${fixed(mark)} 美元，照它看，${seen.join('，')}。`;
}

export const model = defineWidget({
  id: 'fence-fairness',
  version: 2,
  title: '同一个差价，两种说法',
  english: 'One price gap, two framings',
  question: '差价一分不差，说成减价还是加价，客人觉得一样公平吗？围栏漏了，还值不值？',
  chapter: 'capacity-revenue',
  section: 'shape-demand',
  params,
  scenarios: [
    {
      id: 'rail',
      label: '京沪高铁',
      sentence:
        '同一段路，旺日 598 元，平日 498 元。可以写“优惠 100 元”，也可以写“加收 100 元”。人数、座位与漏出率是虚构的。',
      values: {},
    },
    {
      id: 'car',
      label: '缺货的车',
      sentence:
        '1986 年，卡尼曼等人打电话问多伦多和温哥华的居民：一款车缺货，要等两个月，车行把价提了 200 美元，公平吗？图里的定价 9,000 美元是自拟的。',
      values: { story: 'car', lowPrice: 8800, gap: 200, reference: 1 },
      predict: {
        kind: 'number',
        question: `原来照定价卖，现在加价 200 美元：${survey.raised.people} 人里 ${share(survey.raised.unfair)} 说不公平。另问 ${survey.withdrawn.people} 人：原来让价 200 美元，现在不让了，照定价卖。百分之几说不公平？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 0,
        tolerance: 0.12,
        answer: () => survey.withdrawn.unfair * 100,
        hit: '准。两边都多付 200 美元，都因为缺货。参照的是定价：加在定价上面是失，收回让价只是少得，气就小得多。',
        misreads: [
          {
            when: (guess) => guess >= 65,
            text: '你照钱算：多付的都是 200 美元，不公平的就该一样多。人比的是参照价：定价没有被越过，少的只是一份让利，说不公平的少了近三十个百分点。',
          },
          {
            when: (guess, answer) => guess > answer,
            text: '方向对，低估了说法的分量。收回让价，说不公平的不到一半；加在定价上面，有七成。',
          },
          {
            when: () => true,
            text: '方向对，走得太远。收回让价也是因为你急需才少让，还有四成人不认这个理由。',
          },
        ],
      },
    },
    {
      id: 'show',
      label: '一场演出',
      sentence:
        '江城一场演出（虚构案例）120 座，全价 900 元，学生价 500 元。肯付全价的 80 位，只肯付学生价的 60 位；不大查证，两成全价客人买了学生票。',
      values: { lowPrice: 500, gap: 400 },
      predict: {
        kind: 'number',
        question: (_values, { uniformHighRevenue, uniformLowRevenue }) =>
          `全场只卖高价收 ${yuan(uniformHighRevenue)}，只卖低价收 ${yuan(uniformLowRevenue)}。肯付高价的人，漏掉百分之几，两种价就白设了？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.06,
        answer: (_values, { breakEvenLeakage }) => (breakEvenLeakage ?? 0) * 100,
        hit: (_values, result) =>
          `准。${breakEven(result)}：这时收的钱正好等于只卖高价的 ${yuan(result.best)}。查证花的钱，最多值漏掉的那些。`,
        misreads: [
          {
            when: (guess, answer) => guess < answer - 20,
            text: ({ leakage }, result) =>
              `多半是觉得一漏就亏。漏过来的人也付了低价，只少收一截差价；漏 ${share(leakage)} 时还比最好的单一价多 ${yuan(result.gain)}。${breakEven(result)}。`,
          },
          {
            when: (guess, answer) => guess > answer + 20,
            text: (_values, result) =>
              `想的大概是：只要还有人付高价，就比只卖低价好。要比的是最好的单一价，这里是只卖高价的 ${yuan(result.best)}。${breakEven(result)}。`,
          },
          {
            when: () => true,
            text: (_values, result) =>
              `相近。坐满了都按低价收，是一块底；付高价的人再添上差价，添到 ${yuan(result.best)}为止才算值。${breakEven(result)}。`,
          },
        ],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ lowPrice, gap }, { highPrice, discountShare }) =>
      `写成“${fixed(highPrice)} 元，优惠 ${fixed(gap)} 元”，便宜了 ${share(discountShare)}。写成“${fixed(lowPrice)} 元，加收 ${fixed(gap)} 元”，贵了百分之几？`,
    unit: '%',
    min: 0,
    max: 2000,
    digits: 1,
    tolerance: 0.02,
    answer: (_values, { surchargeShare }) => surchargeShare * 100,
    hit: ({ lowPrice, gap }) =>
      `准。还是 ${yuan(gap)}，可是要除以 ${yuan(lowPrice)}。说成加价，分母小，幅度看着就大；参照点也换了，从得变成失。`,
    misreads: [
      {
        when: (guess, _answer, _values, { discountShare }) =>
          Math.abs(guess - discountShare * 100) < 0.5,
        text: ({ lowPrice, gap }, { highPrice }) =>
          `钱没有变，分母变了：优惠是除以 ${yuan(highPrice)}，加收是除以 ${yuan(lowPrice)}，同样的 ${yuan(gap)}，幅度就大一截。`,
      },
      {
        when: (guess, answer) => guess < answer,
        text: ({ lowPrice, gap }) =>
          `猜低了。加收要跟低价比：${fixed(gap)} ÷ ${fixed(lowPrice)}。分母比优惠的小，幅度总比优惠的大。`,
      },
      {
        when: () => true,
        text: ({ lowPrice, gap }) =>
          `猜高了。幅度是大一些，大得有数：${fixed(gap)} ÷ ${fixed(lowPrice)}。听着刺耳的那一截，不在这个数里。`,
      },
    ],
  },
  sentence(values, result) {
    const { gap, leakage } = values;
    const { mark, above, below, fencedRevenue, gain } = result;
    if (values.story === 'car') return carSays(values, result);
    const feels = [
      above > 0 && `付高价的觉得贵了 ${share(above)}`,
      below > 0 && `付低价的觉得便宜了 ${share(below)}`,
    ].filter(Boolean);
    const seen = `同样差 ${yuan(gap)}，参照价是 ${yuan(mark)}${feels.map((each) => `，${each}`).join('')}`;
    const worth =
      Math.abs(gain) < 0.5
        ? '与最好的单一价一样'
        : `比最好的单一价${gain > 0 ? '多' : '少'} ${yuan(Math.abs(gain))}`;
    return `${seen}。围栏漏 ${share(leakage)}，收 ${yuan(fencedRevenue)}，${worth}；${breakEven(result)}。`;
  },
  brief: ({ story }, { gain, above, below }) =>
    story === 'car'
      ? `照参照价看：现在贵 ${share(above)}，原来便宜 ${share(below)}`
      : `贵 ${share(above)}，便宜 ${share(below)}；围栏${gain < 0 ? '少' : '多'}收 ${yuan(Math.abs(gain))}`,
  table({ story, lowPrice }, { curve, uniformHighRevenue, uniformLowRevenue, ...prices }) {
    if (story === 'car')
      return {
        caption: '先后两个价，照参照价看贵了几成',
        columns: [
          { label: '价' },
          { label: '要付', unit: '美元' },
          { label: '比参照价', unit: '%' },
        ],
        rows: [
          ['原来', lowPrice, prices.below === 0 ? 0 : -prices.below * 100],
          ['现在', prices.highPrice, prices.above * 100],
          ['参照', prices.mark, 0],
        ],
        digits: [0, 0, 1],
      };
    return {
      caption: `各漏出率下的收入；只卖高价 ${yuan(uniformHighRevenue)}，只卖低价 ${yuan(uniformLowRevenue)}`,
      columns: [
        { label: '漏出率', unit: '%' },
        { label: '两种价的收入', unit: '元' },
        { label: '比最好的单一价多', unit: '元' },
      ],
      rows: curve
        .filter((_, i) => i % 4 === 0)
        .map(({ leakage, revenue }) => [
          leakage * 100,
          revenue,
          revenue - Math.max(uniformHighRevenue, uniformLowRevenue),
        ]),
      digits: [0, 0, 0],
    };
  },
  monotone: [
    { param: 'leakage', quantity: ({ fencedRevenue }) => fencedRevenue, direction: 'down' },
    { param: 'gap', quantity: ({ surchargeShare }) => surchargeShare, direction: 'up' },
    { param: 'reference', quantity: ({ above }) => above, direction: 'down' },
    { param: 'reference', quantity: ({ below }) => below, direction: 'up' },
    { param: 'capacity', quantity: ({ fencedRevenue }) => fencedRevenue, direction: 'up' },
  ],
});
