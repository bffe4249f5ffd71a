import { qualifierWinner } from '../../calc/strategy/qualifier-winner.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type Misread,
  type NumberPrediction,
} from '../../widget-kit/model.ts';
import { bankAfter, bankBefore, hotpotWith, itemsParam, parcelItems, type Item } from './shops.ts';

export const firms = ['自家', '甲', '乙'] as const;
/** 曲线往前看几分 */
export const ahead = 20;
/** 快递那一问挪几分 */
const moved = 10;

const params = {
  items: itemsParam,
  budget: {
    kind: 'number',
    label: '预算',
    unit: '分',
    min: 0,
    max: 40,
    step: 1,
    default: 10,
    meaning: '各项合起来能加几分；从一项撤下的分可以投到别处。',
  },
  sensitivity: {
    kind: 'number',
    label: '客人有多计较',
    min: 0,
    max: 3,
    step: 0.1,
    default: 1,
    meaning: '0 是过了线就随便挑，三家平分；越大，越往加权总分最高的一家集中。',
  },
} as const;
type Setting = { items: readonly Item[]; budget: number; sensitivity: number };

export const share = (value: number) => (value === 0 ? '0' : percent(value, 1));

/** 自家各项得 `scores` 分时，三家怎样分客人；`open` 是把门槛都拆了。 */
function contest({ items, sensitivity }: Setting, scores: readonly number[], open = false) {
  return qualifierWinner({
    attributes: items.map(({ threshold, weight }) => (open ? { weight } : { threshold, weight })),
    competitors: [
      { scores },
      { scores: items.map(({ first }) => first) },
      { scores: items.map(({ second }) => second) },
    ],
    sensitivity,
  });
}

function compute(setting: Setting) {
  const { items, budget } = setting;
  const plan = items.map((item) => item.plan);
  const ownAt = (scores: readonly number[]) => contest(setting, scores).shares[0] as number;
  const ownWith = (index: number, score: number) =>
    ownAt(plan.map((now, i) => (i === index ? score : now)));
  const { shares, qualified, failedAttributes, outsideShare } = contest(setting, plan);
  const own = shares[0] as number;
  /** 权重最大的一项 */
  const heaviest = items.reduce(
    (best, { weight }, i) => (weight > (items[best] as Item).weight ? i : best),
    0,
  );
  return {
    own,
    shares,
    qualified,
    nobody: outsideShare === 1,
    /** 自家没过线的几项 */
    failed: failedAttributes[0] as readonly number[],
    /** 错算法：不管门槛，只按加权算 */
    weighted: contest(setting, plan, true).shares[0] as number,
    left: budget - items.reduce((sum, item) => sum + item.plan - item.own, 0),
    /** 每一项投下的分里，收回来份额也不变的有几分 */
    idle: items.map((item, i) => {
      for (let score = item.own; score < item.plan; score++)
        if (Math.abs(ownWith(i, score) - own) < 1e-12) return item.plan - score;
      return 0;
    }),
    heaviest,
    /** 从每一项抽十分给权重最大的一项，自家的份额 */
    transfers: items.map((_, from) =>
      ownAt(plan.map((now, i) => now + (i === heaviest ? moved : 0) - (i === from ? moved : 0))),
    ),
    /** 每一项单独再加 0、1、2……分，自家的份额；满一百分就到头 */
    curves: items.map((item, i) =>
      Array.from({ length: Math.min(ahead, 100 - item.plan) + 1 }, (_, more) =>
        ownWith(i, item.plan + more),
      ),
    ),
  };
}
export type Result = ReturnType<typeof compute>;

/** “口味 75 → 85”，没有动过就是空串。 */
const changes = ({ items }: Setting) =>
  items
    .filter(({ own, plan }) => own !== plan)
    .map(({ name, own, plan }) => `${name} ${own} → ${plan}`)
    .join('、');

/** 自家哪几项没过线，差几分。 */
function shortfall({ items }: Setting, { failed }: Result): string {
  return failed
    .map((i) => {
      const { name, plan, threshold } = items[i] as Item;
      return `${name} ${plan} 分，离 ${threshold} 分的门槛差 ${threshold - plan} 分`;
    })
    .join('；');
}

/** 三家各分到多少。 */
const division = ({ shares, qualified }: Result) =>
  firms.map((firm, i) => (qualified[i] ? `${firm} ${share(shares[i] as number)}` : `${firm}出局`));

/** 投下去没有换来客人的分，说成一句；没有就是空串。 */
function idleSays({ items }: Setting, { idle, failed }: Result): string {
  const total = idle.reduce((sum, points) => sum + points, 0);
  if (total === 0) return '';
  if (failed.length > 0) return `投下的 ${total} 分一个客人也没换来`;
  return `${idle
    .flatMap((points, i) => (points > 0 ? [`${(items[i] as Item).name}有 ${points} 分`] : []))
    .join('、')}收回来，份额也不变`;
}

const asksShare =
  (before: string) =>
  (values: Setting): string => {
    const spends = changes(values);
    return `${before}${spends === '' ? '照图里的分' : spends}，自家占全部客人的百分之几？`;
  };

/** 出局的时候，无论猜多少都是同一个缘故。 */
const outside: Misread<number, Setting, Result> = {
  when: (_guess, _answer, _values, { failed }) => failed.length > 0,
  text: (values, result) =>
    `这个数要自家先进得了客人的名单。${shortfall(values, result)}，别项再高也补不回来。把差的分挪过去试试。`,
};

const taste: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: asksShare('10 分都投给权重最大的一项：'),
  unit: '%',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.06,
  answer: (_values, { own }) => own * 100,
  hit: (values, result) =>
    result.failed.length > 0
      ? `准。${shortfall(values, result)}，客人连口味都不会去尝。一项不过线，${idleSays(values, result)}。`
      : `准。各项都过了线，份额照权重分：${division(result).join('，')}。`,
  misreads: [
    {
      when: (guess, _answer, _values, { failed, weighted }) =>
        failed.length > 0 && Math.abs(guess - weighted * 100) <= 8,
      text: (values, result) =>
        `你多半是照权重加总：不管门槛，确实有 ${share(result.weighted)}。可是${shortfall(values, result)}，客人先把你划掉，轮不到比口味。`,
    },
    outside,
    {
      when: () => true,
      text: (_values, result) =>
        `各项都过了线，三家照权重分这些客人：${division(result).join('，')}。`,
    },
  ],
};

const cleaner: NumberPrediction<typeof params, Result> = {
  ...taste,
  question: asksShare('卫生已经从 59 分投到 60 分，接着再投 20 分。合起来'),
  tolerance: 0.02,
  hit: (values, result) =>
    `准。第 1 分跨过门槛，后面的再没有门槛可跨，权重又是 0：${idleSays(values, result)}。`,
  misreads: [
    outside,
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) =>
        `第 1 分那么值钱，就觉得后面的也值钱。它值钱是因为跨过了门槛；门槛只有一道，过去以后客人不再拿卫生比高低。${idleSays(values, result)}。`,
    },
    {
      when: () => true,
      text: (_values, result) =>
        `多投不会倒扣，跨过门槛时是多少，现在还是多少：${division(result).join('，')}。`,
    },
  ],
};

/** 从这一项抽十分，会怎样。 */
function told({ items }: Setting, { transfers, heaviest, own }: Result, from: number): string {
  const item = items[from];
  const top = items[heaviest] as Item;
  if (item === undefined) return '这一项已经不在表里了。';
  const after = transfers[from] as number;
  const fate =
    item.plan >= item.threshold && item.plan - moved < item.threshold
      ? `跌破 ${item.threshold} 分的门槛，自家出局，${top.name}加了也白加`
      : item.weight === 0
        ? '仍在线上，过了线客人就不再比它，抽走一个客人也不少'
        : `它每 1 分也在招客人（权重 ${upTo(item.weight, 3)}），一边加一边减`;
  return `${item.name} ${item.plan} → ${item.plan - moved}，${fate}。份额从 ${share(own)} 变成 ${share(after)}。`;
}

const donors = [1, 4, 2, 0] as const;
const donor: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question: ({ items }, { heaviest, own }) =>
    `一分预算也没有。要给权重最大的“${(items[heaviest] as Item).name}”添 ${moved} 分，只能从别的一项抽 ${moved} 分。现在占 ${share(own)}，抽哪一项，份额最高？`,
  options: donors.map((from) => {
    const { name, own } = parcelItems[from] as Item;
    return {
      value: String(from),
      label: `${name}（${own} 分）`,
      explanation: (values, result) => {
        const best = bestDonor(result);
        const mine = told(values, result, from);
        if (best === from)
          return `${mine}自己最拿手的一项，也可能早就好过了头：强在客人不比的地方，不算优势。`;
        return `${mine}最划算的是：${told(values, result, best)}`;
      },
    };
  }),
  answer: (_values, result) => String(bestDonor(result)),
};
function bestDonor({ transfers }: Result): number {
  return donors.reduce<number>(
    (best, from) => ((transfers[from] ?? -1) > (transfers[best] ?? -1) ? from : best),
    donors[0],
  );
}

const before = compute({ items: bankBefore, budget: 0, sensitivity: 1 });
const aged: NumberPrediction<typeof params, Result> = {
  ...taste,
  question: () =>
    `三家的分一分没动。去年手机银行权重 ${upTo((bankBefore[1] as Item).weight, 3)}，没有门槛，自家占 ${share(before.own)}。今年客人把它当成理所当然：60 分是门槛，权重归零。自家占百分之几？`,
  hit: (_values, result) =>
    `准。手机银行的 92 分从前是赢得客人的本钱，现在和别家的 64、68 分一样，只换来一张入场券：${division(result).join('，')}。`,
  misreads: [
    outside,
    {
      when: (guess, answer) => guess > answer && guess > before.own * 100 + 3,
      text: (_values, result) =>
        `高了，比去年的 ${share(before.own)} 还高。没有哪一项加了分，最拿手的一项反倒不比了，没有往上走的道理：${division(result).join('，')}。`,
    },
    {
      when: (guess, answer) => guess > answer && guess >= before.own * 100 - 8,
      text: (_values, result) =>
        `你大概想：分没动，门槛也都过了，份额就不该动。动的是客人拿什么来比。手机银行不再比了，剩下几项自家都不突出：${division(result).join('，')}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (_values, result) =>
        `方向对，跌得比你想的深。优势那一项退出比较，别的几项自家大多落在后面，不是三家打平：${division(result).join('，')}。`,
    },
    {
      when: () => true,
      text: (_values, result) =>
        `跌过头了。自家还在名单里，只是没有了最拿手的一项：${division(result).join('，')}。`,
    },
  ],
};

export const model = defineWidget({
  id: 'qualifier-winner',
  version: 2,
  title: '门槛与赢得',
  english: 'Order qualifiers and order winners',
  question: '手里只有 10 分，投给哪一项，客人才多？',
  chapter: 'strategy',
  section: 'qualify-or-win',
  params,
  scenarios: [
    {
      id: 'hotpot',
      label: '沸点火锅',
      sentence:
        '沸点火锅（自家，虚构案例）对甲、乙两家。卫生不到 60 分、等位不到 50 分的店，客人不进；进得了名单的几家，客人照口味、价格、服务、等位的权重来比。老板要把 10 分都投给口味。',
      values: {},
    },
    {
      id: 'cleaner',
      label: '再干净些',
      sentence: `还是沸点火锅。卫生投 1 分，从 59 到 60，份额就从 0 到 ${share(compute({ items: hotpotWith({ 卫生: 1 }), budget: 10, sensitivity: 1 }).own)}。老板尝到甜头，要再投 20 分卫生。`,
      values: { items: hotpotWith({ 卫生: 21 }), budget: 21 },
      predict: cleaner,
    },
    {
      id: 'parcel',
      label: '快递网点',
      sentence:
        '江城一家快递网点（自家，虚构案例）对甲、乙两家。客服是全城最好的；完好不到 85 分、客服不到 60 分、时效不到 50 分、取件不到 40 分的，客人不用。',
      values: { items: parcelItems, budget: 0 },
      predict: donor,
    },
    {
      id: 'bank',
      label: '手机银行',
      sentence:
        '城南支行（自家，虚构案例）的手机银行做得早，一直靠它赢客人。这几年家家都有了，客人不再为它挑银行。',
      values: { items: bankAfter, budget: 0 },
      predict: aged,
    },
  ],
  compute,
  predict: taste,
  sentence(values, result) {
    const spends = changes(values);
    const { left, nobody, failed } = result;
    const over = left < 0 ? `，比预算多投了 ${-left} 分` : '';
    const start = `${spends === '' ? '一分没投' : spends}${over}。`;
    if (nobody) return `${start}三家都有没过线的项，客人谁也不选。`;
    const split = division(result);
    if (failed.length > 0)
      return `${start}${shortfall(values, result)}，自家出局，份额 0；${split.slice(1).join('，')}。`;
    const idle = idleSays(values, result);
    return `${start}自家各项都过了线，${split.join('，')}${idle === '' ? '' : `；${idle}`}。`;
  },
  brief: (_values, result) => (result.nobody ? '三家都出局' : division(result).join('，')),
  table({ items }, result) {
    return {
      caption: '各项的门槛、权重与三家的分；门槛是 0 的没有门槛',
      columns: [
        { label: '属性' },
        { label: '门槛' },
        { label: '权重' },
        { label: '自家投前' },
        { label: '自家投后' },
        { label: '甲' },
        { label: '乙' },
        { label: '再加 1 分，自家的份额', unit: '%' },
      ],
      rows: [
        ...items.map(({ name, threshold, weight, own, plan, first, second }, i) => [
          name,
          threshold,
          weight,
          own,
          plan,
          first,
          second,
          (result.curves[i]?.[1] ?? result.own) * 100,
        ]),
        ['份额（%）', '—', '—', '—', ...result.shares.map((each) => fixed(each * 100, 1)), '—'],
      ],
      digits: [0, 0, 3, 0, 0, 0, 0, 1],
    };
  },
  monotone: [{ param: 'budget', quantity: ({ left }) => left, direction: 'up' }],
});
