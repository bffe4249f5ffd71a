import { mmc } from '../../calc/queueing/mmc.ts';
import { timeDependentMmc } from '../../calc/queueing/time-dependent-mmc.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

const params = {
  branches: {
    kind: 'number',
    label: '网点',
    symbol: 'n',
    unit: '个',
    min: 2,
    max: 30,
    step: 1,
    default: 15,
    meaning: '每个网点各留一个人做后台的活，各做各的件。',
  },
  work: {
    kind: 'number',
    label: '每点的活',
    symbol: 'ρ',
    unit: '人',
    min: 0.1,
    max: 0.95,
    step: 0.01,
    default: 0.4,
    meaning: '够几个人一刻不停地做；0.4 就是那一个人只忙四成。',
  },
  staff: {
    kind: 'number',
    label: '合起来留几人',
    symbol: 'c',
    unit: '人',
    min: 1,
    max: 30,
    step: 1,
    default: 7,
    meaning: '所有网点的件送到一处，排一条队，谁空着谁做。',
  },
  minutes: {
    kind: 'number',
    label: '每件',
    unit: '分钟',
    min: 1,
    max: 30,
    step: 1,
    default: 6,
    meaning: '做一件平均几分钟，有长有短；送件的时间不算。',
  },
  wage: {
    kind: 'number',
    label: '那里的工资',
    min: 0.3,
    max: 1,
    step: 0.05,
    default: 1,
    percent: true,
    meaning: '合到一处的地方，一个人的工资是网点的几成；100% 是没有搬远。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 一条队、`servers` 个人，件一天到晚这么来；时间按上班的分钟算。 */
const steadyWait = (load: number, minutes: number, servers: number) =>
  mmc({ arrivalRate: load / minutes, serviceRate: 1 / minutes, servers }).meanWait;

/** 每天八小时，早上空着、收工前清完：平均等多久。 */
const dayWait = (load: number, minutes: number, servers: number) =>
  timeDependentMmc({
    periods: [{ duration: 480, arrivalRate: load / minutes, servers }],
    serviceRate: 1 / minutes,
  }).meanWait;

/** 15 × 0.4 这样的积带着二进制尾巴。 */
const plain = (value: number) => Number(value.toPrecision(12));

function compute({ branches, work, staff, minutes, wage }: Setting) {
  const load = plain(branches * work);
  const separateWait = steadyWait(work, minutes, 1);
  const waits = Array.from({ length: branches }, (_, i) => steadyWait(load, minutes, i + 1));
  const overload = load > 1.3 * staff;
  return {
    /** 全部的活，够几个人一刻不停 */
    load,
    separateWait,
    pooledWait: steadyWait(load, minutes, staff),
    busy: load / staff,
    /** 合到一处，几个人等得不比各自为政长；合了不会更糟，最多还是 n 人 */
    needed: waits.findIndex((wait) => wait <= separateWait * (1 + 1e-12)) + 1,
    /** 没有忙闲起伏，凑整就够：各点至少各一人，合起来 */
    rounded: Math.ceil(load),
    /** 第 i 个数：合起来留 i + 1 人，等多久 */
    waits,
    /** 第 i 个数：i + 1 个网点合成一处，一人不减，等多久 */
    merged: Array.from({ length: branches }, (_, i) =>
      steadyWait(plain((i + 1) * work), minutes, i + 1),
    ),
    /** 工资一共几份，一份是网点一个人的 */
    cost: staff * wage,
    /** 每天清零的一天，要看的时候才算 */
    get day() {
      return {
        separate: dayWait(work, minutes, 1),
        pooled: overload ? Infinity : dayWait(load, minutes, staff),
      };
    },
  };
}
export type Result = ReturnType<typeof compute>;

export const waited = (minutes: number) =>
  Number.isFinite(minutes) ? `${fixed(minutes, 1)} 分钟` : '没有尽头';
/** 忙到多少；办不过来的照写。 */
const busyAt = (load: number, staff: number) => percent(load / staff, load < staff ? 1 : 0);

/** 少的份数里，合起来省的与工资省的，哪一样多 */
const mostlyMerging = ({ branches, staff }: Setting, { cost }: Result) =>
  branches - staff > staff - cost ? '合起来省的是大头' : '这回是工资省的多';

/** 合起来这一步，人是少了还是多了 */
const merging = ({ branches, staff }: Setting) => {
  if (staff === branches) return '合起来一份没省';
  return staff < branches
    ? `合起来先省掉 ${branches - staff} 份`
    : `合起来倒添了 ${staff - branches} 份`;
};

const fewerSays = ({ branches, staff }: Setting, { separateWait, pooledWait, merged }: Result) =>
  `${branches} 个一人网点各等 ${waited(separateWait)}；合起来 ${staff} 人，等 ${waited(pooledWait)}；一个不减，等 ${waited(merged.at(-1) ?? 0)}。`;

export const model = defineWidget({
  id: 'central-office',
  version: 2,
  title: '后台合起来',
  english: 'The central office',
  question: '每个网点留一个人做后台，合到一处要几个人？省下来的是什么？',
  chapter: 'front-back-office',
  section: 'central-office',
  params,
  scenarios: [
    {
      id: 'branches',
      label: '十五个网点',
      sentence:
        '江城银行（虚构案例）有 15 个网点，后台的活每点只够 0.4 个人做，可人不能留半个，各留了 1 人，大半时间闲着。现在把件都送到江北的作业中心，谁空着谁做。',
      values: {},
    },
    {
      id: 'busy',
      label: '八个忙网点',
      sentence:
        '另一家银行（虚构案例）的 8 个网点都不闲，各留 1 人，个个忙到 84%。凑整是省不下几个人了。行长说：那就一个不减，只把 8 个人坐到一起。',
      values: { branches: 8, work: 0.84, staff: 8 },
      predict: {
        kind: 'number',
        question: ({ branches, staff }, { separateWait }) =>
          `${branches} 个一人网点，一件平均等 ${waited(separateWait)}才有人做。合到一处还是 ${staff} 个人，活也没有少，平均等几分钟？`,
        unit: '分钟',
        min: 0,
        max: 500,
        digits: 1,
        tolerance: 0.2,
        answer: (_values, { pooledWait }) => pooledWait,
        hit: ({ branches }, { separateWait, pooledWait }) =>
          `正是，只有原来的 ${percent(pooledWait / separateWait)}。${branches} 个网点难得一起忙：这边压着，那边正闲，合起来就互相填上了。`,
        misreads: [
          {
            when: (guess, _answer, _values, { separateWait }) => guess >= separateWait * 0.85,
            text: (_values, { busy }) =>
              `人没多，活没少，忙的份额也没变，还是 ${percent(busy)}。变的是：从前这个网点压着五件、隔壁的人闲着，帮不上；合起来，只要有一个人闲着，就没有件在等。`,
          },
          {
            when: (guess, _answer, { branches }, { separateWait }) =>
              Math.abs(guess / (separateWait / branches) - 1) < 0.1,
            text: ({ branches }, { pooledWait }) =>
              `你大概除以了 ${branches}：${branches} 个人做得快 ${branches} 倍。已经很近了，实际还要短，${waited(pooledWait)}：件来了，只有全都忙着才用等，这样的时候又少了些。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: ({ branches }, { pooledWait }) =>
              `方向对，短得还要多：${waited(pooledWait)}。要 ${branches} 个人全都忙着，新来的件才用等；就是等，也是谁先做完谁来接。`,
          },
          {
            when: () => true,
            text: (_values, { busy }) =>
              `没有短到那样。还是忙到 ${percent(busy)}，全都忙着的时候有，等待就不会是零。`,
          },
        ],
      },
    },
    {
      id: 'fewer',
      label: '少一个人',
      sentence: '还是那 8 个忙网点，各忙 84%。总行说：既然合起来了，省一个人吧，留 7 个。',
      values: { branches: 8, work: 0.84, staff: 7 },
      predict: {
        kind: 'choice',
        question: ({ staff, branches }, { load, separateWait }) =>
          `${branches} 个一人网点，各等 ${waited(separateWait)}。合起来只留 ${staff} 人，个个忙到 ${busyAt(load, staff)}。一件平均等得比原来长还是短？`,
        options: [
          {
            value: 'longer',
            label: '长：人少了，忙得多了',
            explanation: (values, result) =>
              `${fewerSays(values, result)}忙到多少，只说了一半；一个人忙到 84%，件一扎堆就没人可换；一群人忙得更满，还有人先腾出手来。`,
          },
          {
            value: 'same',
            label: '差不多',
            explanation: (values, result) =>
              `${fewerSays(values, result)}少一个人是要多等的，可合在一起省下的等待更多，两样相抵还有剩。`,
          },
          {
            value: 'shorter',
            label: '短：合起来的好处更大',
            explanation: (values, result) =>
              `${fewerSays(values, result)}少一个人，把合起来省下的等待又花掉一多半，可还没有花完。`,
          },
        ],
        answer: (_values, { separateWait, pooledWait }) => {
          if (Math.abs(pooledWait / separateWait - 1) < 0.1) return 'same';
          return pooledWait < separateWait ? 'shorter' : 'longer';
        },
      },
    },
    {
      id: 'wages',
      label: '搬到工资低的地方',
      sentence:
        '另一家银行（虚构案例）也是 15 个网点，各留 1 人。顾问说：后台不见顾客，搬到邻省去，那里的工资只有六成。合成一处，留 7 个人。',
      values: { wage: 0.6 },
      predict: {
        kind: 'number',
        question: ({ branches, wage, staff }) =>
          `原来 ${branches} 个网点各发 1 份后台工资，共 ${branches} 份。合成 ${staff} 人，再搬到工资 ${percent(wage)} 的地方，一共相当于几份？`,
        unit: '份',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.03,
        answer: (_values, { cost }) => cost,
        hit: (values, { cost }) =>
          `正是。${merging(values)}，从 ${values.branches} 份到 ${values.staff} 份，搬不搬都一样；从 ${values.staff} 份到 ${upTo(cost, 1)} 份，才是工资省的。`,
        misreads: [
          {
            when: (guess, _answer, { branches, wage }) => Math.abs(guess - branches * wage) < 0.3,
            text: (values, result) =>
              `那是只搬不合：${values.branches} 个人，工资打折。${merging(values)}，搬走省 ${upTo(values.staff - result.cost, 1)} 份，${mostlyMerging(values, result)}。`,
          },
          {
            when: (guess, _answer, { staff }) => guess >= staff * 0.95,
            text: (values, { cost }) =>
              `${merging(values)}，从 ${values.branches} 份到 ${values.staff} 份；工资再打折，是 ${upTo(cost, 1)} 份。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: (values, result) =>
              `${values.staff} 个人，每人 ${upTo(values.wage)} 份，${upTo(result.cost, 1)} 份；${mostlyMerging(values, result)}。`,
          },
          {
            when: () => true,
            text: ({ staff, wage }, { cost }) =>
              `少算了：${staff} 个人，每人 ${upTo(wage)} 份，一共 ${upTo(cost, 1)} 份。`,
          },
        ],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ branches, work }, { separateWait }) =>
      `${branches} 个网点各有 ${upTo(work)} 个人的活，各留 1 人，共 ${branches} 人，一件平均等 ${waited(separateWait)}才有人做。合到一处，最少几个人就能等得不比这长？`,
    unit: '人',
    min: 1,
    max: 100,
    digits: 0,
    whole: true,
    tolerance: 0.01,
    answer: (_values, { needed }) => needed,
    hit: ({ branches }, { needed, load, waits }) =>
      `正是：${needed} 人，等 ${waited(waits[needed - 1] ?? 0)}。活一共够 ${upTo(load, 1)} 个人做，从前 ${branches} 个人里多出来的，多半是凑整凑出来的。`,
    misreads: [
      {
        when: (guess, _answer, _values, { load }) => guess <= load,
        text: (_values, { load, needed }) =>
          `活一共就够 ${upTo(load, 1)} 个人一刻不停地做。人数正好等于它，忙到 100%，件一扎堆就再没有工夫补；要留一点余量，${needed} 个人。`,
      },
      {
        when: (guess, answer, { branches }) => guess > branches && guess > answer,
        text: ({ branches }, { load, needed }) =>
          `多了，比现在各留的 ${branches} 人还多。合起来不会更糟：活一共只够 ${upTo(load, 1)} 个人做，${needed} 个人就等得不比从前长。`,
      },
      {
        when: (guess, answer, { branches }) => guess >= branches && guess > answer,
        text: ({ branches, work }, { load }) =>
          `${branches} 个人各忙 ${percent(work)}，大半工夫闲着，因为人不能留零头。合起来零头凑成整的：活一共只够 ${upTo(load, 1)} 个人做。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (_values, { load, needed }) =>
          `用不着这么多。活够 ${upTo(load, 1)} 个人做，余量不必按网点一份一份地留：一起留的，谁忙谁用，${needed} 个人就等得一样短。`,
      },
      {
        when: () => true,
        text: (_values, { load, needed }) =>
          `少了一点：活够 ${upTo(load, 1)} 个人做，余量太小，等得就比原来长。要 ${needed} 个人。`,
      },
    ],
  },
  sentence({ branches, work, staff, wage }, result) {
    const { load, separateWait, pooledWait, needed, cost } = result;
    const together = Number.isFinite(pooledWait)
      ? `合到一处留 ${staff} 人，忙到 ${busyAt(load, staff)}，等 ${waited(pooledWait)}`
      : `合到一处只留 ${staff} 人，活够 ${upTo(load, 1)} 个人做，做不过来，越积越多`;
    // 一个不减的时候不说最少几人：那是后面的场景要猜的
    const least = staff === branches ? '' : `；最少 ${needed} 人就等得不比原来长`;
    const wages = wage < 1 ? `工资从 ${branches} 份变成 ${upTo(cost, 1)} 份。` : '';
    return `${branches} 个网点各留 1 人，各忙 ${percent(work)}，一件平均等 ${waited(separateWait)}。${together}${least}。${wages}`;
  },
  brief: ({ staff }, { separateWait, pooledWait }) =>
    `各等 ${waited(separateWait)}；合 ${staff} 人，${waited(pooledWait)}`,
  table({ branches, minutes }, { load, waits, merged }) {
    return {
      caption: `左边：${branches} 个网点的活合到一处，留几人等多久；右边：只合几个网点，一个人也不减（每件 ${fixed(minutes)} 分钟，不含办理）`,
      columns: [
        { label: '人数' },
        { label: '全合起来，忙', unit: '%' },
        { label: '等', unit: '分钟' },
        { label: '只合这么多个网点，等', unit: '分钟' },
      ],
      rows: waits.map((wait, i) => [i + 1, (100 * load) / (i + 1), wait, merged[i] ?? 0]),
      digits: [0, 1, 1, 1],
    };
  },
  monotone: [
    { param: 'work', quantity: ({ separateWait }) => separateWait, direction: 'up' },
    { param: 'work', quantity: ({ pooledWait }) => pooledWait, direction: 'up' },
    { param: 'branches', quantity: ({ pooledWait }) => pooledWait, direction: 'up' },
    { param: 'staff', quantity: ({ pooledWait }) => pooledWait, direction: 'down' },
    { param: 'minutes', quantity: ({ pooledWait }) => pooledWait, direction: 'up' },
    { param: 'wage', quantity: ({ cost }) => cost, direction: 'up' },
  ],
});
