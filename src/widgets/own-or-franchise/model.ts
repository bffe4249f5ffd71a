import { normalCdf } from '../../calc/core/normal.ts';
import {
  franchiseBreakEven,
  franchiseGrowth,
  reputationOfMix,
  type GrowthYear,
} from '../../calc/strategy/franchise-growth.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 看几年。 */
export const horizon = 6;
/** 直营店自己管，散得少；钱以万元计。 */
export const own = { mean: 85, sd: 5, stores: 20, cash: 600, investment: 150, profit: 45 };
/** 一家店一年的销售额、加盟费，干几年，折现率。 */
const deal = { sales: 300, fee: 10, years: 8, discount: 0.1 };

/** 上热搜、被截图转发的，是最差的这一小撮。 */
export const worst = 0.05;

const params = {
  openings: {
    kind: 'number',
    label: '每年想开几家',
    unit: '家',
    min: 0,
    max: 100,
    step: 5,
    default: 60,
    meaning: '直营的要自己出本钱，钱够几家开几家；加盟的不占总部的钱。',
  },
  share: {
    kind: 'number',
    label: '新店里加盟占',
    min: 0,
    max: 1,
    step: 0.05,
    default: 1,
    percent: true,
    meaning: '想开的新店里，有几成放给加盟商。',
  },
  franchiseMean: {
    kind: 'number',
    label: '加盟店平均几分',
    unit: '分',
    min: 60,
    max: 95,
    step: 1,
    default: 80,
    meaning: `神秘顾客打分，一百分满分；直营店平均 ${own.mean} 分。`,
  },
  franchiseSd: {
    kind: 'number',
    label: '加盟店散得多开',
    unit: '分',
    min: 1,
    max: 20,
    step: 1,
    default: 10,
    meaning: `标准差，越大越参差；直营店是 ${own.sd} 分。`,
  },
  exposure: {
    kind: 'number',
    label: '口碑有几成看最差的',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0.5,
    percent: true,
    meaning: '其余看平均。这个比例是假定的，拖一拖看结论变不变。',
  },
  royalty: {
    kind: 'number',
    label: '抽成',
    min: 0,
    max: 0.15,
    step: 0.005,
    default: 0.05,
    percent: true,
    meaning: `总部每年从加盟店 ${deal.sales} 万元的销售额里抽多少。`,
  },
} as const;
export type Setting = Values<typeof params>;

const quality = ({ franchiseMean, franchiseSd, exposure }: Setting) => ({
  ownMean: own.mean,
  ownSd: own.sd,
  franchiseMean,
  franchiseSd,
  tail: worst,
  exposure,
});

/** 加盟占这么多时的口碑，以及最差的那批里加盟店占几成。 */
export function mixAt(values: Setting, franchiseShare: number) {
  const mix = reputationOfMix({ franchiseShare, ...quality(values) });
  const below = normalCdf((mix.tailQuality - values.franchiseMean) / values.franchiseSd);
  return { ...mix, tailFranchise: Math.min(1, (franchiseShare * below) / worst) };
}

function grow(values: Setting, share: number): GrowthYear[] {
  const ownOpenings = Math.round(values.openings * (1 - share));
  return franchiseGrowth({
    years: horizon,
    cash: own.cash,
    ownStores: own.stores,
    franchiseStores: 0,
    investmentPerStore: own.investment,
    profitPerOwnStore: own.profit,
    royaltyPerFranchise: deal.sales * values.royalty,
    franchiseFee: deal.fee,
    ownOpenings,
    franchiseOpenings: values.openings - ownOpenings,
    ...quality(values),
  });
}

/** 曲线取的加盟占比。 */
export const shares = Array.from({ length: 21 }, (_, i) => i / 20);

/** 一家店对总部的净现值，两条路各多少。 */
const worths = (royaltyRate: number) =>
  franchiseBreakEven({ investment: own.investment, ownProfit: own.profit, royaltyRate, ...deal });
export const franchiseWorth = (royalty: number) => worths(royalty).franchiseValue;

function compute(values: Setting) {
  const path = grow(values, values.share);
  const end = path[horizon] as GrowthYear;
  return {
    path,
    end,
    /** 两条到底的路：新店全直营，新店全加盟 */
    allOwn: grow(values, 0),
    allFranchise: grow(values, 1),
    curve: shares.map((share) => ({ share, ...mixAt(values, share) })),
    now: mixAt(values, end.franchiseShare),
    /** 清一色直营与清一色加盟的店 */
    ownStores: mixAt(values, 0),
    franchiseStores: mixAt(values, 1),
    third: mixAt(values, 0.3),
    lastThird: mixAt(values, 0.7),
    fifth: mixAt(values, 0.2),
    ...worths(values.royalty),
  };
}
export type Result = ReturnType<typeof compute>;

export const stores = (year: GrowthYear) => year.ownStores + year.franchiseStores;
/** 5%、7.5%。 */
export const rate = (value: number) => `${upTo(value * 100, 1)}%`;
/** 76.8 分。 */
export const score = (value: number) => fixed(value, 1);
/** 105 万元、2.31 亿元。 */
export const money = (wan: number) =>
  Math.abs(wan) >= 10_000 ? `${upTo(wan / 10_000, 2)} 亿元` : `${fixed(wan)} 万元`;

/** 最差的那批里，加盟店占几成。 */
export const ofTail = (share: number) =>
  share > 0.995 ? '几乎全是加盟店' : `加盟店占 ${percent(share)}`;

/** 一家店都按直营，或者都按加盟：平均、最差那条线、口碑。 */
const bothSay = ({ franchiseMean }: Setting, { ownStores, franchiseStores }: Result) =>
  `直营平均 ${own.mean}，最差的 ${percent(worst)} 在 ${score(ownStores.tailQuality)} 分以下，口碑 ${score(ownStores.reputation)}；加盟平均 ${franchiseMean}，最差的在 ${score(franchiseStores.tailQuality)} 分以下，口碑 ${score(franchiseStores.reputation)}`;

/** 头三成与最后三成各从多少到多少。 */
const thirdsSay = (_values: Setting, { ownStores, third, lastThird, franchiseStores }: Result) =>
  `加盟从零到三成，口碑从 ${score(ownStores.reputation)} 到 ${score(third.reputation)}；从七成到十成，从 ${score(lastThird.reputation)} 到 ${score(franchiseStores.reputation)}。`;
const tailSays = (_values: Setting, { fifth }: Result) =>
  `加盟才占两成时，全部门店最差的 ${percent(worst)} 里，${ofTail(fifth.tailFranchise)}。`;

export const assumptions = `假定的（示意）：两种店的分数各成正态，口碑是平均与“最差那批的门槛”加权；店的好坏不随规模变，口碑也不回过头来影响生意。起步 ${own.stores} 家、${own.cash} 万元；直营一家投 ${own.investment} 万、年赚 ${own.profit} 万，加盟费 ${deal.fee} 万，加盟店年销售 ${deal.sales} 万；先收钱后开店，不借款，不关店。净现值按 ${deal.years} 年、折现率 ${percent(deal.discount)}。`;

const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;
const paths = ({ allOwn, allFranchise }: Result) => ({
  own: allOwn[horizon] as GrowthYear,
  franchise: allFranchise[horizon] as GrowthYear,
});
/** 只用起头的二十家赚的钱开店，到头来几家。 */
const withoutSnowball =
  own.stores + Math.floor((own.cash + horizon * own.stores * own.profit) / own.investment);

export const model = defineWidget({
  id: 'own-or-franchise',
  version: 2,
  title: '直营还是加盟',
  english: 'Own or franchise',
  question: '自己开，还是放给别人开：店数、现金和口碑，会各走到哪里？',
  chapter: 'strategy',
  section: 'grow',
  directional: true,
  params,
  scenarios: [
    {
      id: 'same-average',
      label: '平均一样好',
      sentence:
        '江城一个奶茶品牌（虚构）有 20 家直营店，想放加盟。试了半年，加盟店的平均分和直营一样，只是有的店特别上心，有的店不大管。',
      values: { franchiseMean: 85 },
    },
    {
      id: 'first-third',
      label: '放几成才伤',
      sentence:
        '另一个奶茶品牌（虚构），加盟店平均 80 分，散得也开；直营 85 分。区域经理说：先放三成，店不多，伤不到牌子。',
      values: {},
      predict: {
        kind: 'choice',
        question: (_values, { ownStores, franchiseStores }) =>
          `加盟从零放到十成，口碑从 ${score(ownStores.reputation)} 到 ${score(franchiseStores.reputation)}。这一路上，头三成和最后三成，哪一段变得多？`,
        options: [
          {
            value: 'late',
            label: '最后三成：差店多了才显出来',
            explanation: (values, result) =>
              `${thirdsSay(values, result)}口碑不等差店凑够数。${tailSays(values, result)}`,
          },
          {
            value: 'even',
            label: '差不多：一成一成匀着变',
            explanation: (values, result) =>
              `${thirdsSay(values, result)}平均分是匀着变的，最差的那条线不是。${tailSays(values, result)}`,
          },
          {
            value: 'early',
            label: '头三成',
            explanation: (values, result) =>
              `${thirdsSay(values, result)}${tailSays(values, result)}再放下去，尾巴早就是它们的了。`,
          },
        ],
        answer: (_values, { ownStores, third, lastThird, franchiseStores }) => {
          const early = Math.abs(third.reputation - ownStores.reputation);
          const late = Math.abs(franchiseStores.reputation - lastThird.reputation);
          if (near(early, late, 0.25 * Math.max(early, late))) return 'even';
          return early > late ? 'early' : 'late';
        },
      },
    },
    {
      id: 'six-years',
      label: '赚了钱再开店',
      sentence:
        '还是 20 家店起步，账上 600 万元。老板娘不放加盟：一家店投 150 万，一年赚 45 万，年底的钱够几家就开几家。',
      values: { share: 0 },
      predict: {
        kind: 'number',
        question: ({ openings }) =>
          `${own.stores} 家直营店，账上 ${own.cash} 万元；开一家投 ${own.investment} 万，一家一年赚 ${own.profit} 万，新店第二年起也赚。每年最多开 ${openings} 家，够几家开几家，不借钱。${horizon} 年以后一共几家？`,
        unit: '家',
        min: 0,
        max: 1000,
        digits: 0,
        whole: true,
        tolerance: 0.05,
        answer: (_values, result) => stores(paths(result).own),
        hit: (_values, result) =>
          `准。一家店一年赚回三成本钱，又拿去开店。同样 ${horizon} 年全放加盟是 ${stores(paths(result).franchise)} 家，口碑 ${score(paths(result).franchise.reputation)} 分；直营的还是 ${score(paths(result).own.reputation)} 分。`,
        misreads: [
          {
            when: (guess, answer, { openings }, result) =>
              guess > answer && guess >= 0.85 * stores(paths(result).franchise) && openings > 0,
            text: ({ openings }, result) =>
              `${openings} 家是想开的。本钱不够：第一年年底，账上的 ${own.cash} 万加上一年赚的 ${own.stores * own.profit} 万，只够开 ${Math.min(openings, (own.cash + own.stores * own.profit) / own.investment)} 家。六年后 ${stores(paths(result).own)} 家；加盟才开得到 ${stores(paths(result).franchise)} 家。`,
          },
          {
            when: (guess, answer) => guess < answer && near(guess, withoutSnowball, 8),
            text: (_values, result) =>
              `你大概只算了起头 ${own.stores} 家赚的：${own.stores} × ${own.profit} × ${horizon} 加上 ${own.cash}，够再开 ${withoutSnowball - own.stores} 家。新店也在赚，赚了又开店，六年后是 ${stores(paths(result).own)} 家。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: (_values, result) =>
              `少了。一家店一年赚回本钱的三成，连本带利去开店，${horizon} 年后是 ${stores(paths(result).own)} 家。`,
          },
          {
            when: () => true,
            text: ({ openings }, result) =>
              `多了。一家店要三年多才赚回一家店的本钱，每年又最多开 ${openings} 家：${horizon} 年后是 ${stores(paths(result).own)} 家。`,
          },
        ],
      },
    },
    {
      id: 'royalty',
      label: '抽多少才公平',
      sentence:
        '谈加盟合同（虚构）：总部收 10 万元加盟费，再按销售额抽成。财务说，抽成至少要和自己开店一样合算。',
      values: {},
      predict: {
        kind: 'number',
        question: () =>
          `自己开一家：投 ${own.investment} 万，一年赚 ${own.profit} 万，干 ${deal.years} 年。放一家加盟：总部不出钱，先收 ${deal.fee} 万，再每年从 ${deal.sales} 万的销售额里抽成。折现率 ${percent(deal.discount)}，抽百分之几，一家店对总部才一样值？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.06,
        answer: (_values, { breakEvenRoyaltyRate }) => breakEvenRoyaltyRate * 100,
        hit: (_values, { ownValue }) =>
          `准。抽这么多，两条路每店的净现值都是 ${fixed(ownValue)} 万元。账面一样，差在别处：本钱谁出，口碑谁管。`,
        misreads: [
          {
            when: (guess, answer) =>
              guess > answer && near(guess, (100 * own.profit) / deal.sales, 2),
            text: (_values, { ownValue, breakEvenRoyaltyRate }) =>
              `自己开店一年赚 ${own.profit} 万，是销售额的 ${percent(own.profit / deal.sales)}，可先要投 ${own.investment} 万。扣掉本钱、折成现值，一家店只剩 ${fixed(ownValue)} 万元，抽 ${percent(breakEvenRoyaltyRate, 1)} 就一样。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: (_values, { ownValue }) =>
              `高了。总部没有出本钱：自己开店扣掉 ${own.investment} 万的投资，${deal.years} 年的现值只有 ${fixed(ownValue)} 万元，还要再减去加盟费。`,
          },
          {
            when: () => true,
            text: (_values, { ownValue, breakEvenRoyaltyRate }) =>
              `低了。自己开店，${deal.years} 年净赚的现值是 ${fixed(ownValue)} 万元，加盟费只顶 ${deal.fee} 万，其余要靠一年一年的抽成，得抽到 ${percent(breakEvenRoyaltyRate, 1)}。`,
          },
        ],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (values, { ownStores }) =>
      `直营店平均 ${own.mean} 分，标准差 ${own.sd}；加盟店平均 ${values.franchiseMean} 分，标准差 ${values.franchiseSd}。口碑有 ${percent(1 - values.exposure)} 看平均，${percent(values.exposure)} 看最差的 ${percent(worst)} 在几分以下。全是直营，口碑 ${score(ownStores.reputation)} 分；要是全是加盟，几分？`,
    unit: '分',
    min: 0,
    max: 100,
    digits: 1,
    tolerance: 0.016,
    answer: (_values, { franchiseStores }) => franchiseStores.reputation,
    hit: (values, result) => `准。${bothSay(values, result)}。平均与最差的那条线，口碑两样都看。`,
    misreads: [
      {
        when: (guess, _answer, { franchiseMean }, { ownStores }) =>
          franchiseMean === own.mean &&
          (near(guess, ownStores.reputation, 1) || near(guess, own.mean, 1)),
        text: (values, result) => `平均没有变，尾巴变长了。${bothSay(values, result)}。`,
      },
      {
        when: (guess, _answer, { franchiseMean }) => guess > franchiseMean,
        text: (values, result) =>
          `高了。口碑有一部分看最差的，最差的总在平均以下，口碑就高不过平均。${bothSay(values, result)}。`,
      },
      {
        when: (guess, answer, { franchiseMean, franchiseSd }, { ownStores }) =>
          guess > answer &&
          guess > ownStores.reputation &&
          franchiseMean <= own.mean &&
          franchiseSd >= own.sd,
        text: (values, result) =>
          `高了，比全直营还高。平均没有更好，${values.franchiseSd > own.sd ? '最差的那条线还往下掉了' : '散得也没有更齐'}。${bothSay(values, result)}。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (values, result) =>
          `扣少了。${bothSay(values, result)}。${values.franchiseSd === 2 * own.sd ? '散开一倍，最差的那条线离平均也远一倍。' : ''}`,
      },
      {
        when: () => true,
        text: (values, result) =>
          `扣多了。${bothSay(values, result)}。最差的线掉下去，口碑只跟着掉它的 ${percent(values.exposure)}，好店还在撑着平均。`,
      },
    ],
  },
  sentence(values, result) {
    const { end, now } = result;
    const { own: owned, franchise } = paths(result);
    const mix =
      end.franchiseStores === 0 ? '全是直营' : `直营 ${end.ownStores}、加盟 ${end.franchiseStores}`;
    const other =
      values.share === 0
        ? `新店要是全放加盟，${stores(franchise)} 家，口碑 ${score(franchise.reputation)} 分`
        : `新店要是全直营，${stores(owned)} 家，口碑 ${score(owned.reputation)} 分`;
    const tail =
      end.franchiseStores === 0
        ? ''
        : `最差的 ${percent(worst)} 里，${ofTail(now.tailFranchise)}。`;
    return `${horizon} 年后 ${stores(end)} 家（${mix}），账上 ${money(end.cash)}，口碑 ${score(end.reputation)} 分；${other}。${tail}`;
  },
  brief: (_values, { end }) =>
    `${horizon} 年后 ${stores(end)} 家，口碑 ${score(end.reputation)} 分`,
  table(_values, { path }) {
    return {
      caption: '一年一年：店数、年末的现金、平均分、最差那条线与口碑',
      columns: [
        { label: '第几年末' },
        { label: '直营', unit: '家' },
        { label: '加盟', unit: '家' },
        { label: '现金', unit: '万元' },
        { label: '平均', unit: '分' },
        { label: '最差的那条线', unit: '分' },
        { label: '口碑', unit: '分' },
      ],
      rows: path.map((year) => [
        year.year,
        year.ownStores,
        year.franchiseStores,
        year.cash,
        year.meanQuality,
        year.tailQuality,
        year.reputation,
      ]),
      digits: [0, 0, 0, 0, 1, 1, 1],
    };
  },
  monotone: [
    {
      param: 'franchiseMean',
      quantity: ({ franchiseStores }) => franchiseStores.reputation,
      direction: 'up',
    },
    {
      param: 'franchiseSd',
      quantity: ({ franchiseStores }) => franchiseStores.reputation,
      direction: 'down',
    },
    { param: 'franchiseMean', quantity: ({ end }) => end.reputation, direction: 'up' },
    { param: 'exposure', quantity: ({ ownStores }) => ownStores.reputation, direction: 'down' },
    { param: 'royalty', quantity: ({ franchiseValue }) => franchiseValue, direction: 'up' },
    {
      param: 'openings',
      quantity: ({ allFranchise }) => stores(allFranchise[horizon] as GrowthYear),
      direction: 'up',
    },
  ],
});
