/** 各场景先问的一问，与每种典型错猜听到的话。 */
import { fixed, percent, times, upTo } from '../../lib/format.ts';
import type { ChoicePrediction, Misread, NumberPrediction } from '../../widget-kit/model.ts';
import { carrier, nineMonths, perTenThousand, thirdQuarter } from './bumping.ts';
import { cheapest, meanRate } from './outcomes.ts';
import { money, type Result } from './result.ts';
import { params, wordsOf, type Setting } from './setting.ts';

/** “比一张不多卖省 9,328 元” */
function saved(values: Setting, { none, best }: Result): string {
  return `比一张不多卖省 ${money(values, none.cost - best.cost)}`;
}

/** 卖得最好的那一张：再多一张，拒人的代价就盖过了坐满的好处。 */
const fewest = (values: Setting, { best }: Result) =>
  `卖 ${best.sold} 张损失最少：平均空 ${upTo(best.empty, 2)} 座、拒 ${upTo(best.denied, 2)} 人，合计 ${money(values, best.cost)}`;

const ticketsAt = (guess: number, sold: number) => Math.abs(guess - sold) < 0.75;

/** 猜的总数比座位还少：各问都先说这一句。 */
const tooFew: Misread<number, Setting, Result> = {
  when: (guess, _answer, { capacity }) => guess < capacity,
  text: (values, result) =>
    `这比 ${values.capacity} ${wordsOf(values).seat}还少。问的是一共卖几张，订了的人又总有几位不来，只能往多里卖。${fewest(values, result)}。`,
};

export const howMany: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (values) => {
    const { capacity, emptyCost, deniedCost, days, correlation, bump } = values;
    const { seat, ticket, sell, money: unit } = wordsOf(values);
    const rate = `${upTo(meanRate(values) * 100, 1)}%`;
    const come =
      days === 'lisbon'
        ? `到场照里斯本的真日子，平均 ${rate}`
        : correlation > 0
          ? `订了的人成团来去（ρ = ${correlation}），平均来 ${rate}`
          : `订了的人各来各的，平均来 ${rate}`;
    const refused =
      bump === 'auction'
        ? `被拒的人平均损失 ${fixed(deniedCost)} ${unit}，出价征集`
        : `拒一位赔 ${fixed(deniedCost)} ${unit}`;
    return `${capacity} ${seat}，${come}。空一个少收 ${fixed(emptyCost)} ${unit}，${refused}。一共${sell}多少${ticket}（连 ${capacity} 个${days === 'lisbon' ? '房间' : '座位'}在内），两样损失合计最少？`;
  },
  unit: '张',
  // 猜的是总数：只写多卖的那十几张，不收，请他再看一眼问句
  min: params.capacity.min,
  max: 1000,
  digits: 0,
  whole: true,
  tolerance: 0.006,
  answer: (_values, { best }) => best.sold,
  hit: (values, result) =>
    `很准。${fewest(values, result)}，${saved(values, result)}。往后每多卖一张，多半要多拒一位；往前每少卖一张，多半要多空一座。`,
  misreads: [
    tooFew,
    {
      when: (guess, _answer, { capacity }) => guess <= capacity,
      text: (values, result) =>
        `一张不多卖，确实没有人被拒，可平均要空 ${upTo(result.none.empty, 1)} 座，每班少收 ${money(values, result.none.cost)}。${fewest(values, result)}。`,
    },
    {
      when: (guess, _answer, { capacity, showProbability }) =>
        ticketsAt(guess, Math.floor(capacity / showProbability)) ||
        ticketsAt(guess, Math.ceil(capacity / showProbability)),
      text: (values, result) =>
        `你用的是平均法：座位数除以到场率。它没有问空一座与拒一位哪样贵，也没有问散得多开。拒一位的代价是空一座的 ${times(values.deniedCost / values.emptyCost)}。${fewest(values, result)}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) =>
        `卖多了。来得齐的那天，登机口要请下好几位。${fewest(values, result)}。`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `还可以再多卖几张。来得齐的日子少，缺人的日子多，每少卖一张，多半就是多空一座。${fewest(values, result)}，${saved(values, result)}。`,
    },
  ],
};

/** 拒一位赔 1,800 元的时候：拿来比的那一班。 */
const before = 1800;
const soldBefore = (values: Setting) => cheapest({ ...values, deniedCost: before }).sold;
/** “代价翻到 5 倍，只少卖 4 张” */
function backedOff(values: Setting, { best }: Result): string {
  return `代价是那时的 ${times(values.deniedCost / before)}，只少卖 ${Math.abs(soldBefore(values) - best.sold)} 张`;
}

export const dearer: NumberPrediction<typeof params, Result> = {
  ...howMany,
  question: (values) =>
    `拒一位赔 ${fixed(before)} 元时，该卖 ${soldBefore(values)} 张。现在赔偿、改签、上新闻都算上，拒一位要 ${fixed(values.deniedCost)} 元，是那时的 ${times(values.deniedCost / before)}。一共该卖几张？`,
  hit: (values, result) =>
    `很准：${backedOff(values, result)}。${fewest(values, result)}。拒人的机会在分布的尾巴上，尾巴薄得快，退几张就退出来了。`,
  misreads: [
    tooFew,
    {
      when: (guess, _answer, { capacity }) => guess <= capacity + 2,
      text: (values, result) =>
        `代价大，直觉是干脆别超售。可一张不多卖，每班要少收 ${money(values, result.none.cost)}。${fewest(values, result)}：${backedOff(values, result)}，有人被拒的航班只剩 ${percent(result.best.chance, 1)}。`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (values, result) =>
        `退得多了。尾巴薄得快，${backedOff(values, result)}。${fewest(values, result)}。`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `还要再退一点。${fewest(values, result)}；照卖 ${result.now.sold} 张，每班损失 ${money(values, result.now.cost)}。`,
    },
  ],
};

export const inGroups: NumberPrediction<typeof params, Result> = {
  ...howMany,
  question: (values, { best, naive }) =>
    `各来各的时候该卖 ${(naive?.best ?? best).sold} 张。这班多是旅行团，来就一起来，不来就一起不来，平均还是来 ${upTo(meanRate(values) * 100, 1)}%。一共该卖几张？`,
  tolerance: 0.009,
  hit: (values, result) =>
    `很准。平均没有变，散开了：到场人数的标准差从 ${upTo(result.naive?.now.sd ?? 0, 1)} 人变成 ${upTo(result.now.sd, 1)} 人。${fewest(values, result)}；照卖 ${result.now.sold} 张要损失 ${money(values, result.now.cost)}。`,
  misreads: [
    tooFew,
    {
      when: (guess, _answer, _values, { now }) => guess >= now.sold - 2,
      text: (values, result) =>
        `你大概想：平均没变，就照旧。平均没变，散开了：到场人数的标准差从 ${upTo(result.naive?.now.sd ?? 0, 1)} 人变成 ${upTo(result.now.sd, 1)} 人，照卖 ${result.now.sold} 张，一班平均要拒 ${upTo(result.now.denied, 1)} 人、空 ${upTo(result.now.empty, 1)} 座，损失 ${money(values, result.now.cost)}。${fewest(values, result)}。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) =>
        `方向对，还要再少。整团都来的日子，多卖几张就多拒几位；整团不来的日子，多卖几张也填不满。${fewest(values, result)}。`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `少得过头了：整团不来的日子也不少，还是该多卖几张。${fewest(values, result)}。`,
    },
  ],
};

export const auctioned: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ deniedCost, capacity, extra }) =>
    `照卖 ${capacity + extra} 张。人多了不再随机指定，改成出价征集：谁肯让，谁报个价，从低的收起。随机指定时平均每位赔 ${fixed(deniedCost)} 元；征集来的，平均每位要付多少元？`,
  unit: '元',
  min: 0,
  max: 20_000,
  digits: 0,
  tolerance: 0.15,
  answer: (_values, { now }) => now.price ?? 0,
  hit: (values, result) =>
    `很准。${cheap(values, result)}下飞机的人也少受罪：平均损失 ${money(values, result.now.loss ?? 0)}，不是 ${money(values, values.deniedCost)}。`,
  misreads: [
    {
      when: (guess, _answer, { deniedCost }) => guess >= 0.8 * deniedCost,
      text: (values, result) =>
        `你大概按平均的人算。一百八十多位里总有几位不赶时间，只要请他们下。${cheap(values, result)}`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: (values, result) => `方向对，还要更便宜。${cheap(values, result)}`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `没有那么便宜：最不急的人也要平均损失的两成，还都照下一个人的要价付。${cheap(values, result)}`,
    },
  ],
};
function cheap(values: Setting, { now, best }: Result): string {
  return `坐不下的航班平均只要请下 ${upTo(now.denied / now.chance, 1)} 位，价由最不急的几位定，平均 ${money(values, now.price ?? 0)}。拒人便宜了，反而该多卖：${best.sold} 张，${percent(best.chance)} 的航班要请人让座。超售多的公司，硬拒的人可以很少。`;
}

export const trueNights: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: (values, { naive, now }) =>
    `平均 ${percent(meanRate(values), 1)} 的订单会来。照各来各的算，${values.capacity} 间房接 ${now.sold} 间订单，${percent(naive?.now.chance ?? 0)} 的晚上有客人要送到别家去。把 678 个真日子一天一天搬过来，这样的晚上占百分之几？`,
  unit: '%',
  min: 0,
  max: 100,
  digits: 0,
  tolerance: 0.12,
  answer: (_values, { now }) => now.chance * 100,
  hit: (values, result) => `很准。${spreadOut(values, result)}`,
  misreads: [
    {
      when: (guess, _answer, _values, { naive }) => guess <= 100 * (naive?.now.chance ?? 0) + 3,
      text: (values, result) =>
        `你信了“各来各的”。真客人一起来，一起不来。${spreadOut(values, result)}`,
    },
    {
      when: (guess, answer) => guess < answer,
      text: (values, result) => `方向对，还要更多。${spreadOut(values, result)}`,
    },
    {
      when: () => true,
      text: (values, result) =>
        `没有那么多：也有许多晚上来得很少，房间空着。${spreadOut(values, result)}`,
    },
  ],
};
function spreadOut(values: Setting, { now, best, naive }: Result): string {
  return `平均一样，真日子散得开：来的间数标准差 ${upTo(now.sd, 1)} 间，各来各的只该有 ${upTo(naive?.now.sd ?? 0, 1)} 间。用真日子挑，接 ${best.sold} 间最省，每晚损失 ${money(values, best.cost)}；接 ${now.sold} 间要 ${money(values, now.cost)}，公式却以为只要 ${money(values, naive?.now.cost ?? 0)}。`;
}

/** 捷蓝与达美的账，都从表里来。 */
export function twoCarriers() {
  const forced = (name: string, period: string) => {
    const each = carrier(period, name);
    return perTenThousand(each.involuntary, each);
  };
  const all = (name: string) => {
    const each = carrier(thirdQuarter, name);
    return perTenThousand(each.involuntary + (each.voluntary ?? 0), each);
  };
  return {
    blue: {
      forced: forced('捷蓝', nineMonths),
      all: all('捷蓝'),
      ...carrier(thirdQuarter, '捷蓝'),
    },
    delta: {
      forced: forced('达美', nineMonths),
      all: all('达美'),
      ...carrier(thirdQuarter, '达美'),
    },
  };
}
function fairly(): string {
  const { blue, delta } = twoCarriers();
  return `2016 年 1 到 9 月，每万人里非自愿的：捷蓝 ${fixed(blue.forced, 2)}，达美 ${fixed(delta.forced, 2)}。只说这一句又冤枉了捷蓝：三季度它硬拒的 ${fixed(blue.involuntary)} 人里，${fixed(blue.smallerAircraft ?? 0)} 人是因为临时换了小飞机。连自愿让座的一起数就反过来：每万人达美 ${fixed(delta.all, 1)}、捷蓝 ${fixed(blue.all, 1)}。达美照样多卖，只是花钱请人下。`;
}

export const whoBumps: ChoicePrediction<typeof params, Result> = {
  kind: 'choice',
  question:
    '一张不多卖，模型里就没有人被拒。看真账：2016 年，捷蓝说自己不超售，达美超售。每万名旅客里，不情愿却被硬拒的，哪家多？',
  options: [
    {
      value: 'delta',
      label: '达美多：它卖得比座位多',
      explanation: () => `超售的那家反而少。${fairly()}`,
    },
    {
      value: 'same',
      label: '差不多',
      explanation: () => `差了八倍多。${fairly()}`,
    },
    {
      value: 'blue',
      label: '捷蓝多：不超售的那家',
      explanation: fairly,
    },
  ],
  answer: () => {
    const { blue, delta } = twoCarriers();
    return blue.forced > 2 * delta.forced
      ? 'blue'
      : delta.forced > 2 * blue.forced
        ? 'delta'
        : 'same';
  },
};
