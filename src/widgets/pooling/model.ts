import { findRoot } from '../../calc/core/roots.ts';
import { mmc } from '../../calc/queueing/mmc.ts';
import { breakEvenSlowdown, pooling } from '../../calc/queueing/pooling.ts';
import { duration, fixed, percent, times, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import { shortestLineWait } from './shortest-line.ts';

/** 曲线与数据表取的“合队后变慢”，0 到 20%。 */
const slowdowns = Array.from({ length: 21 }, (_, i) => i / 100);

/** 等待多在几分钟到几十分钟，一位小数正好；太短说秒，太长说小时。 */
export function minutes(value: number): string {
  return value >= 1 && value < 100 ? `${fixed(value, 1)} 分钟` : duration(value);
}

/** 分队时，有人在等、却有别的窗口空着的时间占比。挑最短的队没有公式，返回 null。 */
function idleWhileWaiting(choice: string, utilization: number, servers: number): number | null {
  if (choice === 'switching') return 0;
  if (choice === 'shortest') return null;
  // 每条队独立：空着 1−ρ，恰一人 (1−ρ)ρ，两人以上 ρ²。要“有的空着、有的有人等”，用容斥。
  return (
    1 -
    utilization ** servers -
    (1 - utilization ** 2) ** servers +
    ((1 - utilization) * utilization) ** servers
  );
}

/** 一条总队、员工慢 `slowdown` 时的平均等待，以不慢时的服务时间为 1。 */
export function pooledWait(utilization: number, servers: number, slowdown: number): number {
  return mmc({ arrivalRate: utilization * servers, serviceRate: 1 / (1 + slowdown), servers })
    .meanWait;
}

const params = {
  servers: {
    kind: 'number',
    label: '窗口数',
    symbol: 'c',
    unit: '个',
    min: 2,
    max: 8,
    step: 1,
    default: 4,
    meaning: '两边一样多的窗口，伺候同一批顾客。',
  },
  utilization: {
    kind: 'number',
    label: '利用率',
    symbol: 'ρ',
    min: 0.5,
    max: 0.95,
    step: 0.01,
    default: 0.85,
    percent: true,
    meaning: '员工没有变慢时，窗口平均有多少时间在忙。一直这么忙，等待按稳态算。',
  },
  serviceMinutes: {
    kind: 'number',
    label: '每人平均办理',
    symbol: 'τ',
    unit: '分钟',
    min: 0.5,
    max: 30,
    step: 0.5,
    default: 6,
    meaning: '一位顾客平均占用窗口多久，有快有慢（指数分布）。',
  },
  slowdown: {
    kind: 'number',
    label: '合队后员工变慢',
    symbol: 'δ',
    min: 0,
    max: 0.2,
    step: 0.01,
    default: 0,
    percent: true,
    meaning: '下一位不再是“我的”顾客，或者样样业务都得会，每人多花的时间。',
  },
  choice: {
    kind: 'choice',
    label: '分队时怎么选队',
    options: [
      { value: 'random', label: '随便站一条，不换' },
      { value: 'shortest', label: '挑最短的，不换' },
      { value: 'switching', label: '挑最短的，随时换' },
    ],
    default: 'random',
    meaning: '号子按窗口发、看不见别的队，就等于随便站一条。',
  },
} as const;

const how = { random: '各排各的', shortest: '各挑短队、不换', switching: '各挑短队、随时换' };
type Choice = keyof typeof how;

/** “八个窗口各排各的队，每人 6 分钟” */
function setting({ servers, utilization, serviceMinutes }: Values<typeof params>): string {
  return `${servers} 个窗口、每人 ${upTo(serviceMinutes, 1)} 分钟、一直忙 ${percent(utilization)}`;
}

function compute({
  servers,
  utilization,
  serviceMinutes,
  choice,
  slowdown,
}: Values<typeof params>) {
  const each = { servers, arrivalRateEach: utilization, serviceRate: 1 };
  const { meanWaitSeparate, meanWaitPooled } = pooling({ ...each, slowdown });
  const unslowed = pooledWait(utilization, servers, 0);
  // 随时换队：只要有人等，就没有窗口空着，系统人数的变化与一条总队相同，平均等待也就相同。
  const separate =
    choice === 'random'
      ? meanWaitSeparate
      : choice === 'switching'
        ? unslowed
        : shortestLineWait(utilization, servers);
  const breakEven =
    choice === 'random'
      ? breakEvenSlowdown(each)
      : choice === 'switching'
        ? 0
        : findRoot({
            f: (s) => 1 - separate / pooledWait(utilization, servers, s),
            low: 0,
            high: 1 / utilization - 1,
          }).root;
  return {
    separateWait: separate * serviceMinutes,
    pooledWait: meanWaitPooled * serviceMinutes,
    /** 分队等待是总队的几倍；总队无限长时为 0 */
    ratio: separate / meanWaitPooled,
    /** 合队后慢到多少，就和分队打平 */
    breakEven,
    pooledUtilization: utilization * (1 + slowdown),
    idleWhileWaiting: idleWhileWaiting(choice, utilization, servers),
    curve: slowdowns.map((at) => ({
      slowdown: at,
      wait: pooledWait(utilization, servers, at) * serviceMinutes,
    })),
  };
}

export const model = defineWidget({
  id: 'pooling',
  version: 2,
  title: '单队还是多队',
  english: 'One line or many',
  question: '窗口一个不加，顾客一个不少，只把几条队并成一条，能差多少？',
  chapter: 'queueing',
  section: 'pooling',
  params,
  scenarios: [
    {
      id: 'bank',
      label: '支行四窗',
      sentence:
        '支行四个现金窗口，每笔平均 6 分钟，忙 85%。取的号是窗口号，各窗一条队，站定就不换。',
      values: { servers: 4, utilization: 0.85, serviceMinutes: 6, choice: 'random', slowdown: 0 },
    },
    {
      id: 'supermarket',
      label: '超市收银',
      sentence:
        '六个收银台从早忙到晚，每单平均 3 分钟，忙 90%。推着车的人都会挑最短的队，站进去就懒得动了。',
      values: { servers: 6, utilization: 0.9, serviceMinutes: 3, choice: 'shortest', slowdown: 0 },
    },
    {
      id: 'security',
      label: '安检通道',
      sentence: '车站五条安检通道，每人平均半分钟，忙 92%。人轻车快，看见旁边短了马上换过去。',
      values: {
        servers: 5,
        utilization: 0.92,
        serviceMinutes: 0.5,
        choice: 'switching',
        slowdown: 0,
      },
    },
    {
      id: 'government',
      label: '政务大厅',
      sentence:
        '八个窗口原来各管几类事，号只能在指定窗口办；改成“一窗通办”后共用一条总队，可样样都得会，每件慢了 8%。',
      values: {
        servers: 8,
        utilization: 0.8,
        serviceMinutes: 10,
        choice: 'random',
        slowdown: 0.08,
      },
    },
    {
      id: 'emergency',
      label: '急诊',
      sentence:
        '急诊四位医生，每位病人平均看 15 分钟。原来病人到了就分给某一位医生，改成共用一张候诊名单后，下一位不再是“我的”病人，看诊慢了 13%（虚构案例）。',
      values: {
        servers: 4,
        utilization: 0.85,
        serviceMinutes: 15,
        choice: 'random',
        slowdown: 0.13,
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (values) => {
      const { separateWait } = compute(values);
      const slow =
        values.slowdown > 0 ? `；只是合队之后，员工每人要慢 ${percent(values.slowdown)}` : '';
      return `${setting(values)}，${how[values.choice as Choice]}，平均要等 ${minutes(separateWait)}。同样的顾客、同样的窗口，换成一条总队${slow}，平均等几分钟？`;
    },
    unit: '分钟',
    min: 0,
    max: 10000,
    answer: (_values, { pooledWait }) => pooledWait,
    digits: 1,
    hit: (_values, { ratio }) =>
      ratio > 1.05
        ? '差不多就是这个数。总队里，哪个窗口一空，队首的人立刻补上，忙的和闲的互相填平。'
        : ratio > 0.95
          ? '看得准：肯换队的人已经自己动手把队并起来了，平均一点不差，差的是先来后到。'
          : '看得准：合队省下的，全被变慢的那几个百分点吃回去了。',
    misreads: [
      {
        when: (_guess, answer) => !Number.isFinite(answer),
        text: ({ slowdown }, { pooledUtilization }) =>
          `慢了 ${percent(slowdown)}，利用率升到 ${percent(pooledUtilization)}：来得比办得还快，队伍只长不消，没有“平均等待”可言。`,
      },
      {
        when: (guess, answer, _values, { separateWait }) =>
          answer > separateWait * 1.02 && guess < answer,
        text: ({ utilization }, { pooledUtilization }) =>
          `合队并不总是更好。员工一慢，利用率从 ${percent(utilization)} 升到 ${percent(pooledUtilization)}，正好踩在曲线最陡的地方，合队省下的时间全赔了进去。`,
      },
      {
        when: (guess, answer, { slowdown }) => slowdown > 0 && guess < answer,
        text: ({ slowdown, utilization }, { curve, pooledWait }) =>
          `别小看这 ${percent(slowdown)}：不慢的话只等 ${minutes(curve[0]?.wait ?? 0)}，慢了就是 ${minutes(pooledWait)}。利用率已经 ${percent(utilization)}，剩下的空闲不多，每慢 1% 都从那点空闲里扣。`,
      },
      {
        when: (guess, answer, { choice }) => choice !== 'random' && guess < answer,
        text: ({ choice }) =>
          choice === 'switching'
            ? '省不出来了。人人肯换队，就不会有窗口空着而旁边有人等，平均等待和一条总队一样长。合队换来的不是时间，是先来先办。'
            : '省过头了。大家本来就挑短队，窗口很少空着，合队能再省的只是剩下的一点；它真正换来的是先来先办。',
      },
      {
        when: (guess, answer, _values, { separateWait }) =>
          guess > answer && answer > separateWait * 1.02,
        text: ({ slowdown }, { separateWait, pooledWait }) =>
          `猜多了。慢 ${percent(slowdown)} 是把合队省下的时间赔光了，从 ${minutes(separateWait)}变成 ${minutes(pooledWait)}，还没有赔到那么多。`,
      },
      {
        when: (guess, answer, { choice }) => choice === 'switching' && guess > answer,
        text: ({ slowdown }) =>
          slowdown > 0
            ? `猜多了。肯换队的人已经把几条队并成了一条，合队不多不少；多等的只是慢了 ${percent(slowdown)} 的那一点。`
            : '猜多了。肯换队的人已经自己动手把队并起来了：换成一条总队，平均等的不会少，也不会多。',
      },
      {
        when: (guess, answer, _values, { separateWait }) =>
          guess > separateWait * 1.05 && answer < separateWait * 1.02,
        text: ({ servers }) =>
          `一条总队看着长，前头却有 ${servers} 个窗口一起叫人，走得是单条队的 ${servers} 倍快。看队长判断快慢，恰好看反了。`,
      },
      {
        when: (guess, _answer, _values, { separateWait }) => guess > separateWait * 0.8,
        text: (_values, { idleWhileWaiting }) =>
          `窗口没加，人没少，等待为什么会变？因为分队时${
            idleWhileWaiting ? `有 ${percent(idleWhileWaiting)} 的时间` : '常常'
          }是这边排着人、那边窗口空着。合队以后，这种白白空着的时间一分钟也没有。`,
      },
      {
        when: (guess, _answer, { servers }, { separateWait }) =>
          Math.abs((guess * servers) / separateWait - 1) < 0.1,
        text: ({ servers }) =>
          `你大概是拿分队的等待除以 ${servers}。总队确实走得快 ${servers} 倍，但还不止：总队里，一来就碰上空窗口、根本不用等的人也多了，所以比除出来的还短。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: ({ servers }) =>
          `方向对，省得还不够。${servers} 个窗口轮流忙、轮流闲，合成一条队，任何一个窗口的空闲都能拿来救急。`,
      },
      {
        when: () => true,
        text: ({ utilization }) =>
          `省过头了。总队填平的是忙闲不均，填不平一阵一阵来人本身：窗口还是忙 ${percent(utilization)}，碰上扎堆照样要等。`,
      },
    ],
  },
  sentence(values, { separateWait, pooledWait, ratio, breakEven, pooledUtilization }) {
    const { choice, slowdown } = values;
    const slow = slowdown > 0 ? `（员工慢 ${percent(slowdown)}）` : '';
    const head = `${setting(values)}：${how[choice as Choice]}平均等 ${minutes(separateWait)}`;
    const even =
      breakEven > 0 ? `员工慢到 ${percent(breakEven, 1)} 就打平。` : '员工只要慢一点，合队就更久。';
    if (!Number.isFinite(pooledWait))
      return `${head}；一条总队${slow}利用率到了 ${percent(pooledUtilization)}，来得比办得快，队伍无限增长。${even}`;
    const verdict =
      ratio >= 1.5
        ? `差 ${times(ratio)}`
        : ratio > 1.005
          ? `少等 ${percent(1 - 1 / ratio)}`
          : ratio > 0.995
            ? '一样长'
            : `反而多等 ${percent(1 / ratio - 1)}`;
    return `${head}，一条总队${slow}平均等 ${minutes(pooledWait)}，${verdict}；${even}`;
  },
  brief: (_values, { separateWait, pooledWait }) =>
    `分队等 ${minutes(separateWait)}，总队${Number.isFinite(pooledWait) ? `等 ${minutes(pooledWait)}` : '无限长'}`,
  table(values, { separateWait, curve }) {
    return {
      caption: `${setting(values)}：合队后员工变慢多少，总队平均等多久（${how[values.choice as Choice]}平均等 ${minutes(separateWait)}）`,
      columns: [
        { label: '合队后变慢', unit: '%' },
        { label: '一条总队', unit: '分钟' },
        { label: '分队', unit: '分钟' },
        { label: '分队是总队的', unit: '倍' },
      ],
      rows: curve.map(({ slowdown, wait }) => [
        slowdown * 100,
        wait,
        separateWait,
        separateWait / wait,
      ]),
      digits: [0, 1, 1, 2],
    };
  },
  monotone: [
    { param: 'slowdown', quantity: (result) => result.pooledWait, direction: 'up' },
    { param: 'utilization', quantity: (result) => result.pooledWait, direction: 'up' },
    { param: 'utilization', quantity: (result) => result.separateWait, direction: 'up' },
    { param: 'serviceMinutes', quantity: (result) => result.separateWait, direction: 'up' },
    { param: 'serviceMinutes', quantity: (result) => result.pooledWait, direction: 'up' },
  ],
});

export type Result = ReturnType<typeof model.compute>;
export type Setting = Parameters<typeof model.compute>[0];
