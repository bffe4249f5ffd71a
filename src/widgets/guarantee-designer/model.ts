import { serviceGuarantee } from '../../calc/quality/service-guarantee.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type NumberParam, type Values } from '../../widget-kit/model.ts';

/** 一年多少单；各场景一样，账才好对着看。 */
export const orders = 100_000;
/** “弄到难领”“做到好领”各指多少。 */
export const hard = 0.1;
export const easy = 0.9;

const rate = (label: string, value: number, meaning: string, range: Partial<NumberParam> = {}) =>
  ({
    kind: 'number',
    label,
    min: 0,
    max: 1,
    step: 0.05,
    default: value,
    percent: true,
    meaning,
    ...range,
  }) satisfies NumberParam;
const money = (label: string, value: number, meaning: string, range: Partial<NumberParam>) =>
  ({
    kind: 'number',
    label,
    unit: '元',
    min: 0,
    max: 500,
    step: 1,
    default: value,
    meaning,
    ...range,
  }) satisfies NumberParam;

const params = {
  claimRate: rate('申领率', 0.5, '碰上失误、又知道有承诺的人里，来领的占几成。领着麻烦就低。', {
    step: 0.01,
  }),
  payout: money('一次赔付', 10, '领一次赔多少。模型里知晓率、申领率、留存率都不跟着它变。', {}),
  abuseRate: rate('滥用率', 0.002, '没有碰上失误也来领的，占没失误的单的几成。', {
    max: 0.05,
    step: 0.0005,
  }),
  failureRate: rate('失误率', 0.04, '一百单里有几单没有做到承诺的。', {
    min: 0.005,
    max: 0.2,
    step: 0.005,
  }),
  awareness: rate('知晓率', 0.6, '碰上失误的人里，知道有这项承诺的占几成。'),
  retentionUnpaid: rate('没有获赔的留存率', 0.55, '碰上失误而没有领到的，还会再来的占几成。'),
  retentionPaid: rate('获赔以后的留存率', 0.8, '领到了赔偿的，还会再来的占几成。'),
  lifetimeValue: money('一位顾客的终身价值', 200, '留住一位，以后还带来多少毛利。', {
    max: 5000,
    step: 50,
  }),
  fixedCost: money('一年的推行费', 20_000, '宣传、培训、系统，与领的人多少无关。', {
    max: 500_000,
    step: 5000,
  }),
} as const;
export type Setting = Values<typeof params>;

/** 一种申领率下的一年。 */
function account(setting: Setting, claimRate = setting.claimRate) {
  const year = serviceGuarantee({ ...setting, orders, claimRate });
  const known = year.failures * setting.awareness;
  return {
    ...year,
    claimRate,
    /** 碰上失误的分三路：不知道有承诺的、知道而没有领的、领了的；各留下几位 */
    paths: [
      { people: year.failures - known, stay: setting.retentionUnpaid },
      { people: known - year.honestClaims, stay: setting.retentionUnpaid },
      { people: year.honestClaims, stay: setting.retentionPaid },
    ],
    /** 失误带走的终身价值，领了的与没领的合在一起 */
    lost: year.failures * (1 - setting.retentionUnpaid) * setting.lifetimeValue - year.savedValue,
  };
}
export type Account = ReturnType<typeof account>;

function compute(setting: Setting) {
  const now = account(setting);
  const honest = serviceGuarantee({ ...setting, orders, abuseRate: 0 });
  const mended = { ...setting, failureRate: setting.failureRate / 2 };
  return {
    now,
    hard: account(setting, hard),
    easy: account(setting, easy),
    /** 失误少一半的一年 */
    mended: account(mended),
    /** 净收益对申领率是一条直线：两头与每多领一位净多多少 */
    ends: [account(setting, 0), account(setting, 1)] as const,
    worthPerClaim:
      (setting.retentionPaid - setting.retentionUnpaid) * setting.lifetimeValue - setting.payout,
    /** 每 100 笔真的申领，混进多少笔假的就白做；真的也亏就是 0，没有真的、不赔钱就没有这个数 */
    falsePerHundred:
      setting.payout > 0 && honest.honestClaims > 0
        ? Math.max(0, (honest.net / setting.payout / honest.honestClaims) * 100)
        : null,
  };
}
export type Result = ReturnType<typeof compute>;

/** 相差不到百分之二。 */
const near = (guess: number, value: number) => Math.abs(guess - value) <= 0.02 * value;
/** 万元，至多一位小数。 */
export const wan = (yuan: number) => fixed(yuan / 10_000, 1);
export const netText = (net: number) =>
  wan(net) === '0.0' ? '不赚不亏' : net < 0 ? `净亏 ${wan(-net)} 万元` : `净得 ${wan(net)} 万元`;
const share = (value: number) => `${upTo(value * 100, 1)}%`;

/** 平衡的赔付额，没有就说为什么没有。 */
export function breakEvenSays({ now }: Result): string {
  if (now.honestClaims + now.falseClaims === 0) return '没有人领，赔多少都一样';
  if (now.breakEvenPayout <= 0) return '一分不赔也收不回推行费';
  return `赔到 ${fixed(now.breakEvenPayout, 1)} 元就不赚了`;
}

export const model = defineWidget({
  id: 'guarantee-designer',
  version: 2,
  title: '承诺设计师',
  english: 'Guarantee designer',
  question: '“没做到就赔”，赔多少、好不好领，怎样才划得来？',
  chapter: 'quality',
  section: 'guarantee',
  params,
  scenarios: [
    {
      id: 'delivery',
      label: '外卖迟到',
      sentence:
        '江城快送（虚构案例）的特定承诺：“迟到就赔十元。”一年 10 万单，该领的人里一半来领。财务提议：要截图、要填单号、七天到账，只让一成人领得到。',
      values: {},
    },
    {
      id: 'raise',
      label: '赔多一点',
      sentence:
        '还是江城快送。运营觉得 10 元不痛不痒，想多赔一点显得有诚意。来领的人、再来的人都当作不变。',
      values: {},
      predict: {
        kind: 'number',
        question: ({ lifetimeValue, retentionPaid, retentionUnpaid }) =>
          `留住一位顾客值 ${fixed(lifetimeValue)} 元，获赔让留存率从 ${percent(retentionUnpaid)} 到 ${percent(retentionPaid)}。一次赔到多少元，这项承诺就不赚了？`,
        unit: '元',
        min: 0,
        max: 1000,
        digits: 1,
        answer: (_values, { now }) =>
          Number.isFinite(now.breakEvenPayout) ? Math.max(0, now.breakEvenPayout) : 0,
        hit: ({ fixedCost }, { now }) =>
          `准。多留住的 ${fixed(now.savedCustomers)} 位值 ${wan(now.savedValue)} 万元，先去掉推行费 ${wan(fixedCost)} 万元，剩下的由真的 ${fixed(now.honestClaims)} 笔、假的 ${fixed(now.falseClaims)} 笔来分。`,
        misreads: [
          {
            when: (_guess, answer) => answer === 0,
            text: (_values, result) => `这个设置里没有这样一个数：${breakEvenSays(result)}。`,
          },
          {
            when: (guess, _answer, { lifetimeValue, retentionPaid, retentionUnpaid }) =>
              Math.abs(guess - lifetimeValue * (retentionPaid - retentionUnpaid)) < 2.5,
            text: ({ fixedCost, payout }, { now, worthPerClaim }) =>
              `多留住的摊到每位获赔的人，值 ${fixed(worthPerClaim + payout)} 元，这一步对。漏了两笔：推行费 ${wan(fixedCost)} 万元要先收回，假的 ${fixed(now.falseClaims)} 笔也照赔。`,
          },
          {
            when: (guess, answer, { fixedCost }, { now }) =>
              guess > answer && near(guess, (now.savedValue - fixedCost) / now.honestClaims),
            text: ({ fixedCost }, { now }) =>
              `只差一步：去掉推行费 ${wan(fixedCost)} 万元，剩下的不只由真的 ${fixed(now.honestClaims)} 笔来分，假的 ${fixed(now.falseClaims)} 笔也照赔。`,
          },
          {
            when: (guess, answer, _values, { now }) =>
              guess > answer && near(guess, now.savedValue / (now.honestClaims + now.falseClaims)),
            text: ({ fixedCost }, { now }) =>
              `只差一步：多留住的值 ${wan(now.savedValue)} 万元，要先收回推行费 ${wan(fixedCost)} 万元，剩下的才由真的假的 ${fixed(now.honestClaims + now.falseClaims)} 笔来分。`,
          },
          {
            when: (guess, answer, { lifetimeValue, retentionPaid, retentionUnpaid }) =>
              guess > answer && guess < lifetimeValue * (retentionPaid - retentionUnpaid),
            text: ({ fixedCost }, { now }) =>
              `高了。多留住的 ${fixed(now.savedCustomers)} 位值 ${wan(now.savedValue)} 万元，先去掉推行费 ${wan(fixedCost)} 万元，剩下的由真的 ${fixed(now.honestClaims)} 笔、假的 ${fixed(now.falseClaims)} 笔来分。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: ({ lifetimeValue, retentionPaid, retentionUnpaid }) =>
              `一位顾客值 ${fixed(lifetimeValue)} 元，可是赔一位不等于多留住一位：不赔也有 ${percent(retentionUnpaid)} 会再来，赔了到 ${percent(retentionPaid)}，多出来的只有 ${percent(retentionPaid - retentionUnpaid)}。再去掉推行费，分到每一笔就不多了。`,
          },
          {
            when: () => true,
            text: (_values, { now }) =>
              `估低了。一年多留住 ${fixed(now.savedCustomers)} 位，值 ${wan(now.savedValue)} 万元；去掉推行费，按 ${fixed(now.honestClaims + now.falseClaims)} 笔来分，每笔还有余地。`,
          },
        ],
      },
    },
    {
      id: 'hotel',
      label: '酒店免房费',
      sentence:
        '连锁酒店（虚构案例）的无条件承诺：“不满意，当晚 400 元房费不收。”一年 10 万间夜，前台一句话就免。店长最怕有人白住。',
      values: {
        payout: 400,
        failureRate: 0.03,
        awareness: 0.8,
        retentionUnpaid: 0.5,
        retentionPaid: 0.85,
        lifetimeValue: 3000,
        fixedCost: 200_000,
      },
      predict: {
        kind: 'number',
        question: (_values, { now }) =>
          `一年真该免的有 ${fixed(now.honestClaims)} 间夜。每免 100 间真的，混进多少间假的，这项承诺才白做？`,
        unit: '间',
        min: 0,
        max: 5000,
        digits: 0,
        answer: (_values, { falsePerHundred }) => falsePerHundred ?? 0,
        hit: (_values, { now, falsePerHundred }) =>
          falsePerHundred === null || falsePerHundred === 0
            ? '准。没有一间假的，它也不赚。'
            : `准。眼下每 100 间真的只混进 ${fixed((now.falseClaims / now.honestClaims) * 100)} 间假的，离白做还远。为了拦住假的而层层审核，先拦下来的是真的。`,
        misreads: [
          {
            when: (_guess, answer) => answer === 0,
            text: '这个设置里，没有一间假的，承诺也不赚。',
          },
          {
            when: (guess, answer) => guess < answer * 0.5,
            text: ({ payout }, { falsePerHundred, worthPerClaim }) =>
              `白住一间亏 ${fixed(payout)} 元，看得见，所以觉得几间就够亏了。看不见的是另一边：免一间真的，多留住的顾客值 ${fixed(worthPerClaim + payout)} 元。摊上推行费，要混进 ${fixed(falsePerHundred ?? 0)} 间才白做。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: '方向对，还低了一点。免一间真的，多留住的顾客比一晚房费值钱得多。',
          },
          {
            when: () => true,
            text: ({ payout, fixedCost }, { worthPerClaim }) =>
              `高了。免一间真的净得 ${fixed(worthPerClaim)} 元，还要先收回 ${wan(fixedCost)} 万元推行费；剩下的按 ${fixed(payout)} 元一间假的来抵。`,
          },
        ],
      },
    },
    {
      id: 'mend',
      label: '先把货送准',
      sentence:
        '还是江城快送，钱只够办一件事。有人说：先把调度修好，失误率减半，承诺不就更赚了吗？',
      values: {},
      predict: {
        kind: 'choice',
        question: ({ failureRate }) =>
          `失误率从 ${share(failureRate)} 降到 ${share(failureRate / 2)}，别的都不变。承诺这一项的净收益会怎样？`,
        options: [
          {
            value: 'up',
            label: '多了',
            explanation: (_values, { now, mended }) =>
              `赔得是少了，能挽回的人少得更多：承诺这一项从 ${wan(now.net)} 万元到 ${wan(mended.net)} 万元。公司却好得多：失误带走的价值从 ${wan(now.lost)} 万元到 ${wan(mended.lost)} 万元。`,
          },
          {
            value: 'same',
            label: '差不多',
            explanation: (_values, { now, mended }) =>
              `推行费不变，别的都跟着失误减半：承诺这一项从 ${wan(now.net)} 万元到 ${wan(mended.net)} 万元。公司却好得多：失误带走的价值从 ${wan(now.lost)} 万元到 ${wan(mended.lost)} 万元。`,
          },
          {
            value: 'down',
            label: '少了',
            explanation: (_values, { now, mended }) =>
              `承诺只能从失误里挽回人，失误少了，它从 ${wan(now.net)} 万元到 ${wan(mended.net)} 万元；失误带走的价值却从 ${wan(now.lost)} 万元降到 ${wan(mended.lost)} 万元。别单看承诺赚多少，每一笔赔款都指着一处该修的地方。`,
          },
        ],
        answer: (_values, { now, mended }) => {
          const change = mended.net - now.net;
          return Math.abs(change) < 0.1 * Math.abs(now.net) ? 'same' : change > 0 ? 'up' : 'down';
        },
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ claimRate }, { now }) =>
      `申领率 ${percent(claimRate)}，一年${netText(now.net)}。申领率变成 ${percent(hard)}，一年的净收益是多少万元？`,
    unit: '万元',
    min: -500,
    max: 1000,
    digits: 1,
    answer: (_values, { hard: less }) => less.net / 10_000,
    hit: (_values, { now, hard: less }) =>
      `准。赔款从 ${wan(now.payoutCost)} 万元到 ${wan(less.payoutCost)} 万元，挽回的价值从 ${wan(now.savedValue)} 万元到 ${wan(less.savedValue)} 万元，推行费一分没有变。`,
    misreads: [
      {
        when: (_guess, _answer, { claimRate }, { worthPerClaim }) =>
          claimRate <= hard || worthPerClaim <= 0,
        text: ({ payout }, { worthPerClaim }) =>
          `每多一位领到，多赔 ${fixed(payout)} 元，多留住的价值是 ${fixed(worthPerClaim + payout)} 元。两样相抵，乘上多领、少领的人数，再算上不变的推行费与滥用。`,
      },
      {
        when: (guess, _answer, _values, { now }) => fixed(guess, 1) === wan(now.net),
        text: (_values, { now, hard: less }) =>
          `你当作省的和丢的抵了。省下赔款 ${wan(now.payoutCost - less.payoutCost)} 万元，少挽回 ${wan(now.savedValue - less.savedValue)} 万元，抵不了：每少赔一位，丢的比省的多。`,
      },
      {
        when: (guess, _answer, _values, { now }) => guess * 10_000 > now.net,
        text: (_values, { now, hard: less }) =>
          `你把省下的赔款加了上去：${wan(now.payoutCost - less.payoutCost)} 万元，确实省了。没有领到的 ${fixed(now.honestClaims - less.honestClaims)} 位里，本来会多留下 ${fixed(now.savedCustomers - less.savedCustomers)} 位，值 ${wan(now.savedValue - less.savedValue)} 万元，这一笔不在任何报表上。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (_values, { now, hard: less }) =>
          `方向对，少走的人估少了。省下赔款 ${wan(now.payoutCost - less.payoutCost)} 万元，少挽回 ${wan(now.savedValue - less.savedValue)} 万元，推行费照付。`,
      },
      {
        when: () => true,
        text: (_values, { hard: less }) =>
          `猜低了。再难领也还挽回 ${wan(less.savedValue)} 万元，一年要付的是推行费、滥用和 ${wan(less.payoutCost)} 万元赔款。`,
      },
    ],
  },
  sentence({ claimRate, fixedCost }, { now }) {
    const claims = `申领率 ${percent(claimRate)}：碰上失误的 ${fixed(now.failures)} 位里 ${fixed(now.honestClaims)} 位领到赔偿，多留住 ${fixed(now.savedCustomers)} 位，挽回 ${wan(now.savedValue)} 万元`;
    const cost = `赔款、滥用和推行费共 ${wan(now.cost)} 万元，${netText(now.net)}`;
    const silent = `没有领的 ${fixed(now.failures - now.honestClaims)} 位带走 ${wan(now.silentLoss)} 万元`;
    if (now.honestClaims === 0)
      return `没有人领到赔偿，也就没有挽回谁；推行费${fixedCost === 0 ? '也没有花' : '照付'}，${netText(now.net)}。${silent}。`;
    return `${claims}；${cost}。${silent}。`;
  },
  brief: ({ claimRate }, { now }) =>
    `申领率 ${percent(claimRate)}，${netText(now.net)}；没领的带走 ${wan(now.silentLoss)} 万元`,
  table(setting) {
    const rates = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    return {
      caption: `申领率与一年的账（10 万单，一次赔 ${fixed(setting.payout)} 元）`,
      columns: [
        { label: '申领率', unit: '%' },
        { label: '获赔', unit: '人' },
        { label: '赔款', unit: '元' },
        { label: '滥用', unit: '元' },
        { label: '挽回的价值', unit: '元' },
        { label: '净收益', unit: '元' },
        { label: '没领的带走', unit: '元' },
      ],
      rows: rates.map((claimRate) => {
        const each = account(setting, claimRate);
        return [
          claimRate * 100,
          each.honestClaims,
          each.payoutCost,
          each.abuseCost,
          each.savedValue,
          each.net,
          each.silentLoss,
        ];
      }),
      digits: [0, 0, 0, 0, 0, 0, 0],
    };
  },
  monotone: [
    { param: 'payout', quantity: ({ now }) => now.net, direction: 'down' },
    { param: 'abuseRate', quantity: ({ now }) => now.net, direction: 'down' },
    { param: 'fixedCost', quantity: ({ now }) => now.net, direction: 'down' },
    { param: 'retentionPaid', quantity: ({ now }) => now.net, direction: 'up' },
    { param: 'claimRate', quantity: ({ now }) => now.silentLoss, direction: 'down' },
    { param: 'failureRate', quantity: ({ now }) => now.silentLoss, direction: 'up' },
  ],
});
