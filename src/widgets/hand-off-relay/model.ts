import { handOffs } from '../../calc/process/hand-offs.ts';
import { mmc } from '../../calc/queueing/mmc.ts';
import { timeDependentMmc } from '../../calc/queueing/time-dependent-mmc.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

const params = {
  handOffs: {
    kind: 'number',
    label: '交接几次',
    symbol: 'k',
    unit: '次',
    min: 0,
    max: 10,
    step: 1,
    default: 5,
    meaning: '从头一个人到最后一个人，事情转了几次手；k 次交接，经过 k + 1 个人。',
  },
  fidelity: {
    kind: 'number',
    label: '每次说全说对',
    symbol: 'f',
    min: 0.7,
    max: 1,
    step: 0.005,
    default: 0.95,
    percent: true,
    meaning: '一次交接，信息和责任完整传到下一个人的机会，各次互不相干。',
  },
  again: {
    kind: 'number',
    label: '没办成又找来的',
    min: 0,
    max: 1,
    step: 0.05,
    default: 1,
    percent: true,
    meaning: '其余的人不再找了，带着没办好的事走了。',
  },
  perHour: {
    kind: 'number',
    label: '头一次来办的',
    unit: '件/小时',
    min: 30,
    max: 120,
    step: 1,
    default: 78,
    meaning: '一小时来几件新的事，不算又找来的。',
  },
  seats: {
    kind: 'number',
    label: '人手',
    symbol: 'c',
    unit: '人',
    min: 5,
    max: 20,
    step: 1,
    default: 10,
    meaning: '来一件、有人空着就接，都忙着就排队。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 从头到尾走一遍，一共用掉几分钟的人手。 */
const minutes = 6;
/** 一天八小时，早上空着开门。 */
const shift = 480;
/** 忙到这个份上，一天里只会越排越长，平均多少没有意义。 */
const hopeless = 1.3;

interface Centre {
  perMinute: number;
  seats: number;
}
/** 算过的：拖一个与它无关的控件，不必重算 */
const known = new Map<string, number>();

/** 一天里来的人平均等几分钟；远远接不过来时是无穷大。 */
function dayWait({ perMinute, seats }: Centre): number {
  if ((perMinute * minutes) / seats > hopeless) return Infinity;
  const key = `${perMinute},${seats}`;
  const wait =
    known.get(key) ??
    timeDependentMmc({
      periods: [{ duration: shift, arrivalRate: perMinute, servers: seats }],
      serviceRate: 1 / minutes,
    }).meanWait;
  if (known.size > 500) known.clear();
  known.set(key, wait);
  return wait;
}

/** 曲线上各点：来电里有几成是上次没办好。 */
export const shares = Array.from({ length: 13 }, (_, i) => i / 40);
/** 又找来的占来电的 p，来电就是头一次的 1 ÷ (1 − p) 倍。 */
export const waitCurve = ({ perHour, seats }: Setting) =>
  shares.map((share) => dayWait({ perMinute: perHour / 60 / (1 - share), seats }));

function compute(values: Setting) {
  const { handOffs: count, fidelity, again, perHour, seats } = values;
  const relay = (handOffCount: number) =>
    handOffs({ handOffs: handOffCount, fidelity, reworkShare: again, workPerPass: minutes });
  const now = relay(count);
  const base = perHour / 60;
  return {
    ...now,
    /** 走到第 i 次交接以后，还说全说对的 */
    surviving: Array.from({ length: count + 1 }, (_, i) => relay(i).firstTimeRight),
    /** 第 i 个数：交接 i 次的一次办成 */
    curve: Array.from({ length: params.handOffs.max + 1 }, (_, i) => relay(i).firstTimeRight),
    /** 新来的活、返工的活，各够几个人一直忙 */
    freshWork: base * minutes,
    reworkWork: base * minutes * (now.expectedPasses - 1),
    busy: (base * now.expectedWork) / seats,
    /** 一天里平均等几分钟：人人一次办成时，与现在；要看的时候才算 */
    get waitWithout() {
      return dayWait({ perMinute: base, seats });
    },
    get wait() {
      return dayWait({ perMinute: base * now.expectedPasses, seats });
    },
    /** 昼夜不停、一直这么来：平均等几分钟 */
    get steadyWait() {
      return mmc({
        arrivalRate: base * now.expectedPasses,
        serviceRate: 1 / minutes,
        servers: seats,
      }).meanWait;
    },
  };
}
export type Result = ReturnType<typeof compute>;

/** 95%、97.5%。 */
export const rate = (value: number) => `${upTo(value * 100, 1)}%`;
export const waited = (minutes: number) =>
  Number.isFinite(minutes) ? `${fixed(minutes, 1)} 分钟` : '排不完';
const asked = ({ expectedRepeatedQuestions }: Result) =>
  `${fixed(expectedRepeatedQuestions, 1)} 次`;

/** 两种改法：交接减到两次，或者每次说得更准。 */
const fewer = (values: Setting) => compute({ ...values, handOffs: 2 });
const clearer = (values: Setting) => compute({ ...values, fidelity: 0.98 });
function changesSay(values: Setting): string {
  const [few, clear] = [fewer(values), clearer(values)];
  return `减到两次，一次办成 ${percent(few.firstTimeRight, 1)}，平均多被问 ${fixed(few.expectedRepeatedQuestions, 2)} 次；每次 98%，一次办成 ${percent(clear.firstTimeRight, 1)}，多被问 ${fixed(clear.expectedRepeatedQuestions, 2)} 次。拖一拖“交接几次”和“每次说全说对”，两个办法都在图上。`;
}

export const model = defineWidget({
  id: 'hand-off-relay',
  version: 2,
  title: '交接传话',
  english: 'The relay',
  question: '一件事转几次手，每次都交接得不错。从头到尾一次办成的有几成？没办成的，又去了哪里？',
  chapter: 'front-back-office',
  section: 'hand-offs',
  params,
  scenarios: [
    {
      id: 'claim',
      label: '车险理赔',
      sentence:
        '报案、查勘、定损、核赔、财务、打款，一件经六个人的手，五次交接（虚构案例）。每次把话说全、单子填对的有 95%；有一处错，到末了才发现，从头再来。各岗一共 10 个人，每小时来 78 件，走一遍合 6 分钟。',
      values: {},
    },
    {
      id: 'refund',
      label: '退税问了几遍',
      sentence:
        '一笔退税要转八次手（虚构案例），每次说全说对的还是 95%。经手的人各问一遍“您是哪一年的、卡号多少”；退回重来，就从头再问一遍。各岗一共 10 个人，每小时来 78 件。',
      values: { handOffs: 8 },
      predict: {
        kind: 'number',
        question: ({ handOffs: count, fidelity }, { firstTimeRight }) =>
          `${count} 次交接，每次 ${rate(fidelity)}，一次办成的 ${percent(firstTimeRight, 1)}。因为退回重来，平均每位顾客多被问几次？头一遍的 ${count + 1} 问不算。`,
        unit: '次',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.12,
        answer: (_values, { expectedRepeatedQuestions }) => expectedRepeatedQuestions,
        hit: ({ handOffs: count }, { expectedPasses }) =>
          `正是。平均走 ${fixed(expectedPasses, 2)} 遍，多走的 ${fixed(expectedPasses - 1, 2)} 遍，每遍 ${count + 1} 个人再问一轮。`,
        misreads: [
          {
            when: (guess, answer) => guess === 0 && answer > 0,
            text: ({ handOffs: count }, { reworkProbability }) =>
              `有 ${percent(reworkProbability)} 的件要退回重来，重来一遍，经手的 ${count + 1} 个人又各问一次：不会一次也不多。`,
          },
          {
            when: (guess, _answer, _values, { expectedPasses, reworkProbability }) =>
              guess >= Math.min(expectedPasses - 1, reworkProbability) * 0.8 &&
              guess <= Math.max(expectedPasses - 1, reworkProbability) * 1.1,
            text: ({ handOffs: count }, { expectedPasses }) =>
              `你大概算的是多走几遍：平均多走 ${fixed(expectedPasses - 1, 2)} 遍。可走一遍不是问一次，经手的 ${count + 1} 个人各要问一次。`,
          },
          {
            when: (guess, _answer, { handOffs: count }, { reworkProbability }) =>
              Math.abs(guess / (reworkProbability * (count + 1)) - 1) < 0.06,
            text: (_values, { reworkProbability, expectedPasses }) =>
              `差一层：重来的那一遍也有 ${percent(reworkProbability)} 不成，还要再来。平均多走的是 ${fixed(expectedPasses - 1, 2)} 遍，不是 ${fixed(reworkProbability, 2)} 遍。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: ({ handOffs: count }, { expectedPasses }) =>
              `还要多。平均多走 ${fixed(expectedPasses - 1, 2)} 遍，一遍里有 ${count + 1} 个人要问，乘起来才是多问的次数。`,
          },
          {
            when: () => true,
            text: ({ handOffs: count }, { expectedPasses }) =>
              `猜多了。多数人一遍就办成，不用再答；平均下来多走 ${fixed(expectedPasses - 1, 2)} 遍，乘每遍 ${count + 1} 问。`,
          },
        ],
      },
    },
    {
      id: 'shorten',
      label: '少转手还是说清楚',
      sentence:
        '还是五次交接的理赔。一个办法是并岗，一人管到底再转，交接减到两次；一个办法是培训加清单，交接还是五次，每次从 95% 提到 98%。',
      values: {},
      predict: {
        kind: 'choice',
        question: '两个办法，一次办成的几乎一样多。顾客平均多被问的次数，哪个办法少？',
        options: [
          {
            value: 'fewer',
            label: '交接减到两次',
            explanation: (values) =>
              `${changesSay(values)}要重来的人差不多，可重来一遍，经手的人少，问的就少。`,
          },
          {
            value: 'clearer',
            label: '每次提到 98%',
            explanation: (values) =>
              `${changesSay(values)}说得再清楚，退回来的那一遍还是要过六个人，一人问一次。`,
          },
          {
            value: 'same',
            label: '也差不多：重来的人一样多',
            explanation: (values) =>
              `${changesSay(values)}重来的人是一样多，可重来一遍要答几问，要看经过几个人。`,
          },
        ],
        answer: (values) => {
          const [few, clear] = [fewer(values), clearer(values)].map(
            ({ expectedRepeatedQuestions }) => expectedRepeatedQuestions,
          ) as [number, number];
          if (Math.abs(few - clear) <= 0.1 * Math.max(few, clear)) return 'same';
          return few < clear ? 'fewer' : 'clearer';
        },
      },
    },
    {
      id: 'centre',
      label: '打来的都是新事吗',
      sentence:
        '江城热线（虚构案例）10 个坐席，早上空着开门，接八小时。每小时 78 件新事，每通 6 分钟，记成工单转给办事部门；有两成转岔了，顾客过后又打来。',
      values: { handOffs: 1, fidelity: 0.8 },
      predict: {
        kind: 'number',
        question: ({ perHour, again }, { waitWithout, reworkProbability }) =>
          `要是人人一次办成，每小时只有 ${perHour} 通，一天里平均等 ${waited(waitWithout)}。现在没办成的${again < 1 ? `有 ${percent(again)}` : '都'}又打来，来电里 ${percent(reworkProbability)} 是“上次没办好”。一天里平均要等几分钟？`,
        unit: '分钟',
        min: 0,
        max: 300,
        digits: 1,
        tolerance: 0.2,
        answer: (_values, { wait }) => wait,
        hit: (_values, { wait, waitWithout, busy }) =>
          `正是，${fixed(wait / waitWithout, 1)} 倍。多来的那些把坐席挤到 ${percent(busy, 1)}，队就涨得比来电快得多。`,
        misreads: [
          {
            when: (guess, answer, _values, { waitWithout }) =>
              guess < answer && guess < waitWithout * 0.98,
            text: (_values, { waitWithout, busy }) =>
              `人人一次办成还要等 ${waited(waitWithout)}，又多来了这些，不会反倒等得短。坐席挤到 ${percent(busy, 1)}，几乎没有一刻闲着能消掉队伍。`,
          },
          {
            when: (guess, answer, _values, { waitWithout, expectedPasses }) =>
              guess < answer && guess <= waitWithout * expectedPasses * 1.15,
            text: (_values, { expectedPasses, busy }) =>
              `来电多了 ${percent(expectedPasses - 1)}，你让等待也跟着多这么些。可等待不照比例涨：坐席本来就忙，再挤到 ${percent(busy, 1)}，几乎没有一刻闲着能消掉队伍。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: (_values, { busy }) =>
              `方向对，还要长得多。坐席忙到 ${percent(busy, 1)}，每来一小阵急的，队就排出去，半天消不掉。`,
          },
          {
            when: (guess, answer, _values, { steadyWait }) =>
              guess > answer * 2 && steadyWait > answer * 1.5,
            text: (_values, { busy, steadyWait }) =>
              Number.isFinite(steadyWait)
                ? `要是昼夜不停、一直这么来，平均要等 ${waited(steadyWait)}。早上是空着开门的，忙到 ${percent(busy, 1)} 的队要很久才长到头，八小时还没有长那么长。`
                : `要是昼夜不停，忙到 ${percent(busy, 1)} 的队会一直长下去。早上是空着开门的，八小时还没有长那么长。`,
          },
          {
            when: () => true,
            text: () => '猜多了。早上空着开门，开头一段队还不长，拉低了一天的平均。',
          },
        ],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ handOffs: count, fidelity }) =>
      `${count} 次交接，每次 ${rate(fidelity)} 说全说对。一百件里，几件一次办成？`,
    unit: '件',
    min: 0,
    max: 100,
    digits: 1,
    tolerance: 0.015,
    answer: (_values, { firstTimeRight }) => firstTimeRight * 100,
    hit: ({ handOffs: count, fidelity }, { firstTimeRight, expectedPasses }) =>
      `准。${rate(fidelity)} 自乘 ${count} 次，是 ${percent(firstTimeRight, 1)}。其余的从头再来，平均要走 ${fixed(expectedPasses, 2)} 遍。`,
    misreads: [
      {
        when: (guess, _answer, { fidelity }) => guess >= fidelity * 100 - 1.5,
        text: ({ handOffs: count, fidelity }, { firstTimeRight }) =>
          `${rate(fidelity)} 是一次交接的。转 ${count} 次手，次次都要对，剩 ${percent(firstTimeRight, 1)}；每个部门查自己，都只错 ${rate(1 - fidelity)}。`,
      },
      {
        when: (guess, answer, { handOffs: count, fidelity }) =>
          guess < answer && Math.abs(guess - 100 * (1 - count * (1 - fidelity))) < 1,
        text: ({ handOffs: count, fidelity }, { firstTimeRight }) =>
          `思路对：${count} 次各错 ${rate(1 - fidelity)}，加起来 ${rate(count * (1 - fidelity))}。只是有的件错了不止一处，加法把它数了几遍；乘起来是 ${percent(firstTimeRight, 1)}。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: ({ handOffs: count, fidelity }, { firstTimeRight }) =>
          `方向对，掉得还要多：每转一次手打一个 ${rate(fidelity)} 的折，连打 ${count} 次，${percent(firstTimeRight, 1)}。`,
      },
      {
        when: () => true,
        text: ({ fidelity }, { firstTimeRight }) =>
          `没有那么糟。每次只掉 ${rate(1 - fidelity)}，掉的还是剩下的那些里的 ${rate(1 - fidelity)}，最后有 ${percent(firstTimeRight, 1)}。`,
      },
    ],
  },
  sentence({ handOffs: count, fidelity, again, perHour, seats }, result) {
    const { firstTimeRight, expectedPasses, freshWork, reworkWork, busy } = result;
    const chain =
      count === 0
        ? '一个人办到底，没有交接，件件一次办成'
        : `${count} 次交接，每次 ${rate(fidelity)}，一次办成 ${percent(firstTimeRight, 1)}`;
    const passes =
      expectedPasses === 1
        ? '没有返工'
        : `${again < 1 ? `没办成的 ${percent(again)} 又找来，` : ''}平均走 ${fixed(expectedPasses, 2)} 遍，每位顾客多被问 ${asked(result)}`;
    const work = `每小时 ${perHour} 件，头一次的活够 ${fixed(freshWork, 1)} 个人一刻不停，连返工 ${fixed(freshWork + reworkWork, 1)} 个人`;
    const load =
      busy < 1
        ? `${seats} 个人忙到 ${percent(busy, 1)}，一天里平均等 ${waited(result.wait)}`
        : `${seats} 个人做不过来，队越排越长`;
    return `${chain}；${passes}。${work}；${load}。`;
  },
  brief: (_values, result) =>
    `一次办成 ${percent(result.firstTimeRight, 1)}，走 ${fixed(result.expectedPasses, 2)} 遍`,
  table({ handOffs: count }, { surviving, firstTimeRight, reworkProbability }) {
    return {
      caption: `一百件走一遍：每转一次手还剩几件说全说对（末了一次办成 ${percent(firstTimeRight, 1)}，要重来 ${percent(reworkProbability, 1)}）`,
      columns: [
        { label: '经手的人' },
        { label: '还说全说对', unit: '件' },
        { label: '在这里走样', unit: '件' },
      ],
      rows: surviving.map((left, i) => [
        i === 0 ? '头一个人' : i === count ? '最后一个人' : `第 ${i + 1} 个人`,
        100 * left,
        100 * ((surviving[i - 1] ?? 1) - left),
      ]),
      digits: [0, 1, 1],
    };
  },
  monotone: [
    { param: 'handOffs', quantity: ({ firstTimeRight }) => firstTimeRight, direction: 'down' },
    { param: 'fidelity', quantity: ({ firstTimeRight }) => firstTimeRight, direction: 'up' },
    { param: 'handOffs', quantity: ({ expectedRepeatedQuestions: q }) => q, direction: 'up' },
    { param: 'again', quantity: ({ expectedPasses }) => expectedPasses, direction: 'up' },
    { param: 'fidelity', quantity: ({ wait }) => wait, direction: 'down' },
    { param: 'seats', quantity: ({ wait }) => wait, direction: 'down' },
    { param: 'perHour', quantity: ({ wait }) => wait, direction: 'up' },
  ],
});
