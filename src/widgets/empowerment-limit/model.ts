import { niceStep } from '../../lib/ticks.ts';
import { empowermentLimit } from '../../calc/quality/empowerment-limit.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

/** 金额一律按“每千位顾客”说：一位顾客摊到的只有几元，看不出轻重。 */
export const customers = 1000;

interface Assumptions {
  failureRate: number;
  maxRecovery: number;
  recoveryScale: number;
  spendShare: number;
  abuseRate: number;
  lifetimeValue: number;
}

/** 一个额度下的账，按每千位顾客。 */
function account(assumptions: Assumptions, limit: number) {
  const { recoveryRate, benefit, recoveryCost, abuseCost, net } = empowermentLimit({
    ...assumptions,
    limit,
  });
  return {
    limit,
    recoveryRate,
    won: benefit * customers,
    spent: recoveryCost * customers,
    abused: abuseCost * customers,
    net: net * customers,
  };
}
export type Account = ReturnType<typeof account>;

/**
 * 印出来的账：取整到元，一列加得起来。净收益照正文那样取整；挽回的价值由另外三项加回来，
 * 各项分头取整，末一位常常对不上。
 */
export function inYuan(exact: Account): Account {
  const spent = Math.round(exact.spent);
  const abused = Math.round(exact.abused);
  const net = Math.round(exact.net);
  return { ...exact, won: net + spent + abused, spent, abused, net };
}

/** 坐标轴的头取整数，滑动时不会一格一格地跳。 */
const roundUp = (value: number) => niceStep(value, [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]);

/** 量不到的两项各放大、缩小一半，最优额度会落在哪里。 */
function doubtRange(assumptions: Assumptions) {
  const limits = [0.5, 1, 2].flatMap((scale) =>
    [0.5, 1, 2].map(
      (abuse) =>
        empowermentLimit({
          ...assumptions,
          limit: 0,
          recoveryScale: assumptions.recoveryScale * scale,
          abuseRate: Math.min(1, assumptions.abuseRate * abuse),
        }).bestLimit,
    ),
  );
  return { low: Math.min(...limits), high: Math.max(...limits) };
}

/**
 * 沸点火锅的设定，正文里的例题用同一组数。一位老客值多少与 6.9 节是一个数：
 * 每年毛利 240 元、年留存率 60%、折现率 8%。
 */
export const hotpot = {
  limit: 20,
  failureRate: 0.08,
  lifetimeValue: 300,
  spendShare: 0.6,
  maxRecovery: 0.7,
  recoveryScale: 40,
  abuseRate: 0.02,
};

export const model = defineWidget({
  id: 'empowerment-limit',
  version: 2,
  title: '授权额度',
  english: 'How far to empower',
  question: '不用请示就能动用多少钱？给少了丢顾客，给多了丢钱，中间有没有一个数？',
  chapter: 'encounter',
  section: 'empowerment',
  params: {
    limit: {
      kind: 'number',
      label: '员工可动用的额度',
      symbol: 'x',
      unit: '元',
      min: 0,
      max: 3000,
      step: 5,
      default: 0,
      meaning: '为一位顾客，员工不请示就能花的上限。也可以在图上左右拖。',
    },
    failureRate: {
      kind: 'number',
      label: '失误率',
      min: 0.005,
      max: 0.3,
      step: 0.005,
      default: 0.06,
      percent: true,
      meaning: '量得到：一百位顾客里有几位遇到失误。投诉只是其中开了口的。',
    },
    lifetimeValue: {
      kind: 'number',
      label: '一位顾客的终身价值',
      symbol: 'V',
      unit: '元',
      min: 10,
      max: 10_000,
      step: 10,
      default: 2400,
      meaning: '估得出：以后还会带来的利润，靠复购记录推算。',
    },
    spendShare: {
      kind: 'number',
      label: '一次平均花掉额度的',
      min: 0.05,
      max: 1,
      step: 0.05,
      default: 0.6,
      percent: true,
      meaning: '量得到，但跟着人走：受过训练的员工常常花得少，因为顾客未必要钱。',
    },
    maxRecovery: {
      kind: 'number',
      label: '挽回率的上限',
      min: 0.05,
      max: 1,
      step: 0.05,
      default: 0.6,
      percent: true,
      meaning: '设定：额度再高也有人不回来。挽回率顶多到这里。',
    },
    recoveryScale: {
      kind: 'number',
      label: '挽回的尺度',
      symbol: 's',
      unit: '元',
      min: 5,
      max: 500,
      step: 5,
      default: 150,
      meaning: '设定：额度到这么多，挽回率到上限的 63%；到三倍，95%。',
    },
    abuseRate: {
      kind: 'number',
      label: '滥用率',
      min: 0,
      max: 0.3,
      step: 0.005,
      default: 0.02,
      percent: true,
      meaning: '设定：没有失误也动用额度的比例。做人情、图省事、被顾客拿捏都算。',
    },
  },
  scenarios: [
    {
      id: 'hotel',
      label: '酒店客房',
      sentence:
        '商务酒店（虚构案例）的客房服务员，手里的额度是 0 元：客人抱怨热水忽冷忽热，她只能说“我去请示经理”。',
      values: {},
    },
    {
      id: 'hotpot',
      label: '沸点火锅服务员',
      sentence:
        '沸点火锅（虚构案例）规定：服务员一桌最多送一份 20 元的小菜，再多要找店长签字，店长在后厨。',
      values: hotpot,
    },
    {
      id: 'online-shop',
      label: '网店客服',
      sentence:
        '卖日用品的网店（虚构案例）学了大酒店的样子，给每位客服 100 元的赔付权。隔着屏幕，滥用也多一些。',
      values: {
        limit: 100,
        failureRate: 0.05,
        lifetimeValue: 150,
        spendShare: 0.8,
        maxRecovery: 0.5,
        recoveryScale: 15,
        abuseRate: 0.03,
      },
    },
    {
      id: 'one-off',
      label: '景区快餐',
      sentence:
        '山顶快餐店（虚构案例），客人一辈子来一回。店主也想给店员 20 元的机动权，“别人家都在讲授权”。',
      values: {
        limit: 20,
        failureRate: 0.05,
        lifetimeValue: 30,
        spendShare: 0.8,
        maxRecovery: 0.4,
        recoveryScale: 30,
        abuseRate: 0.05,
      },
    },
  ],
  compute({ limit, ...assumptions }) {
    const { bestLimit, breakEvenLimit } = empowermentLimit({ ...assumptions, limit });
    const now = account(assumptions, limit);
    const best = account(assumptions, bestLimit);
    // 看得见峰，也尽量看得见跌回零的地方；额度拖到哪里，轴就至少到哪里
    const reach = roundUp(
      Math.max(
        limit,
        bestLimit > 0
          ? Math.min(1.1 * breakEvenLimit, 6 * bestLimit)
          : 4 * assumptions.recoveryScale,
      ),
    );
    return {
      now,
      best,
      bestLimit,
      breakEvenLimit,
      reach,
      doubt: doubtRange(assumptions),
      /** 没有授权，失误带走的终身价值 */
      atStake: assumptions.failureRate * assumptions.lifetimeValue * customers,
      // 峰在左边，左边取得密
      curve: Array.from({ length: 33 }, (_, i) => account(assumptions, reach * (i / 32) ** 2)),
    };
  },
  predict: {
    kind: 'number',
    question: ({ failureRate, lifetimeValue }) =>
      `每一百位顾客有 ${upTo(failureRate * 100, 1)} 位遇到失误，一位顾客的终身价值 ${fixed(lifetimeValue)} 元。一线员工不用请示就能动用多少元，最合算？（0 也是一种答案）`,
    unit: '元',
    min: 0,
    max: 10_000,
    answer: (_values, { bestLimit }) => bestLimit,
    digits: 0,
    tolerance: 0.25,
    hit: ({ spendShare, abuseRate }) =>
      `估得很准。别急着把它抄给别家：花掉额度的比例（${percent(spendShare)}）和滥用率（${percent(abuseRate, 1)}）一变，这个数就变。`,
    misreads: [
      {
        when: (_guess, answer) => answer === 0,
        text: '这里恰好是例外。客人不会再来，挽回的价值抵不过花出去的钱；该做的是少出错，不是多赔钱。授权合不合算，先看顾客值不值得留。',
      },
      {
        when: (guess, answer) => guess < answer * 0.3,
        text: ({ lifetimeValue }) =>
          `“一切补偿报经理”看起来最省，省下的是账上看得见的几十元；等经理来的工夫里走掉的是 ${fixed(lifetimeValue)} 元一位的顾客，账上看不见。曲线在左边最陡：头几十元最值钱。`,
      },
      {
        when: (guess, _answer, _values, result) => guess > result.breakEvenLimit,
        text: (_values, result) =>
          `给到 ${fixed(result.breakEvenLimit)} 元以上，还不如一分不给：挽回率早就封了顶，支出和滥用还跟着额度往上走。授权要有边界，不等于放任。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: '再多给一些确实还能多留住几位，只是后面每一元换回来的越来越少，支出和滥用却一元是一元。最优点在“多花一元、只多挽回一元”的地方。',
      },
      {
        when: () => true,
        text: '偏谨慎了。少给的这一段里，每多花出去一元，挽回的还不止一元。',
      },
    ],
  },
  sentence(_values, { now: exact, best, bestLimit, breakEvenLimit, atStake }) {
    const now = inYuan(exact);
    const present =
      now.limit === 0
        ? `额度 0 元：不花钱，也挽回不了人，每千位顾客里失误带走 ${fixed(atStake)} 元的终身价值。`
        : `额度 ${fixed(now.limit)} 元：每千位顾客挽回 ${fixed(now.won)} 元，补救花掉 ${fixed(now.spent)} 元，滥用掉 ${fixed(now.abused)} 元，${gain(now.net)}。`;
    if (bestLimit === 0)
      return `${present}这里最合算的额度就是 0 元：挽回一位顾客的所得，抵不过为此花出去的钱。`;
    return `${present}最合算的额度约 ${fixed(bestLimit)} 元，${gain(best.net)}；给到 ${fixed(breakEvenLimit)} 元以上，还不如一分不给。`;
  },
  brief: (_values, { now, bestLimit }) =>
    `每千位净收益 ${fixed(inYuan(now).net)} 元，最合算的额度 ${fixed(bestLimit)} 元`,
  table({ limit }, { curve, best }) {
    const rows = [...curve.filter((_, i) => i % 2 === 0), best]
      .filter((each, i, all) => all.findIndex((other) => other.limit === each.limit) === i)
      .toSorted((a, b) => a.limit - b.limit)
      .map(inYuan);
    return {
      caption: `额度与每千位顾客的账（现在的额度 ${fixed(limit)} 元，最优 ${fixed(best.limit)} 元）`,
      columns: [
        { label: '额度', unit: '元' },
        { label: '挽回率', unit: '%' },
        { label: '挽回的价值', unit: '元' },
        { label: '补救支出', unit: '元' },
        { label: '滥用', unit: '元' },
        { label: '净收益', unit: '元' },
      ],
      rows: rows.map(({ limit: each, recoveryRate, won, spent, abused, net }) => [
        each,
        recoveryRate * 100,
        won,
        spent,
        abused,
        net,
      ]),
      digits: [0, 1, 0, 0, 0, 0],
    };
  },
  monotone: [
    { param: 'failureRate', quantity: ({ bestLimit }) => bestLimit, direction: 'up' },
    { param: 'lifetimeValue', quantity: ({ bestLimit }) => bestLimit, direction: 'up' },
    { param: 'maxRecovery', quantity: ({ bestLimit }) => bestLimit, direction: 'up' },
    { param: 'abuseRate', quantity: ({ bestLimit }) => bestLimit, direction: 'down' },
    { param: 'spendShare', quantity: ({ bestLimit }) => bestLimit, direction: 'down' },
    { param: 'abuseRate', quantity: ({ breakEvenLimit }) => breakEvenLimit, direction: 'down' },
    { param: 'limit', quantity: ({ now }) => now.recoveryRate, direction: 'up' },
  ],
});

/** 净得还是净亏，一句话。 */
export function gain(net: number): string {
  return net < 0 ? `净亏 ${fixed(-net)} 元` : `净得 ${fixed(net)} 元`;
}

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
