import { bottleneck } from '../../calc/process/bottleneck.ts';
import { littlesLaw } from '../../calc/process/littles-law.ts';
import { duration, fixed, percent, upTo } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import { defineWidget, type NumberPrediction, type Values } from '../../widget-kit/model.ts';

const params = {
  demand: {
    kind: 'number',
    label: '来的人',
    symbol: 'λ',
    unit: '位/小时',
    min: 1,
    max: 200,
    step: 1,
    default: 72,
    meaning: '每小时到第一步门前的顾客，来得均匀。',
  },
  hours: {
    kind: 'number',
    label: '开门多久',
    unit: '小时',
    min: 0.5,
    max: 6,
    step: 0.5,
    default: 3,
    meaning: '从空着开门算起，看这么久以后各步门前排了多少人。',
  },
  steps: {
    kind: 'list',
    label: '一步一步',
    item: '步',
    fields: {
      name: { kind: 'text', label: '名字', longest: 4, default: '新一步' },
      minutes: {
        kind: 'number',
        label: '每位用时',
        unit: '分钟',
        min: 0.1,
        max: 20,
        step: 0.1,
        default: 2,
      },
      people: { kind: 'number', label: '人手', unit: '人', min: 0, max: 12, step: 1, default: 1 },
    },
    atLeast: 2,
    atMost: 6,
    ordered: true,
    default: [
      { name: '登记', minutes: 1.5, people: 2 },
      { name: '抽血', minutes: 3, people: 4 },
      { name: 'B 超', minutes: 8, people: 8 },
      { name: '内外科', minutes: 4, people: 5 },
      { name: '取报告', minutes: 0.9, people: 1 },
    ],
    meaning: '顾客依次走完。一个人（一台机器）做一位要几分钟，这一步有几个人。',
  },
} as const;
export type Setting = Values<typeof params>;
type Step = Setting['steps'][number];

/** 至多一位小数：60、66.7。 */
export const count = (value: number) => upTo(value, 1);

function run(steps: readonly Step[], demand: number) {
  const line = bottleneck({
    activities: steps.map(({ name, minutes, people }) => ({
      name,
      processingTime: minutes,
      servers: people,
    })),
    period: 60,
    demand,
  });
  return {
    ...line,
    flow: line.flowRate as number,
    busy: line.utilizations as number[],
    growth: line.queueGrowth as number[],
  };
}

/** 第 `step` 步多（少）几个人。 */
export const staffed = (steps: readonly Step[], step: number, more: number): Step[] =>
  steps.map((each, i) =>
    i === step ? { ...each, people: Math.max(0, each.people + more) } : each,
  );

function compute({ steps, demand, hours }: Setting) {
  const now = run(steps, demand);
  const gains = steps.map((_, i) => run(staffed(steps, i, 1), demand).flow - now.flow);
  const most = Math.max(...gains);
  let arriving = demand;
  /** 利特尔法则，一步一步：正在做的人 = 通过率 × 用时 */
  let beingServed = 0;
  const rows = steps.map(({ minutes }, i) => {
    const growth = now.growth[i] as number;
    // 不用减法：减出来的零头会是负的
    arriving = Math.min(arriving, now.capacities[i] as number);
    beingServed += littlesLaw({ throughput: arriving, flowTime: minutes / 60 }).inventory;
    return {
      capacity: now.capacities[i] as number,
      busy: now.busy[i] as number,
      served: arriving,
      growth,
      queue: growth * hours,
      gain: gains[i] as number,
    };
  });
  // 门前的队一步接一步：恰在收尾时来的人，走到头的时刻 = 开门时长 × 需求 ÷ 能力
  const stretch = now.processCapacity === 0 ? Infinity : demand / now.processCapacity;
  return {
    rows,
    flow: now.flow,
    capacity: now.processCapacity,
    bottlenecks: now.bottlenecks,
    /** 需求比能力大，队伍只长不消 */
    overloaded: demand > now.processCapacity,
    throughputTime: now.throughputTime,
    laborUtilization: now.laborUtilization,
    beingServed,
    waiting: rows.reduce((sum, { queue }) => sum + queue, 0),
    /** 最后来的人多等几分钟 */
    delay: hours * 60 * Math.max(0, stretch - 1),
    /** 加一个人最多多做完几位，加在哪一步；加在哪里都不多，是 null */
    best: most > 1e-9 ? { step: gains.indexOf(most), gain: most } : null,
  };
}
export type Result = ReturnType<typeof compute>;

const nameOf = (steps: readonly Step[], step: number | undefined) =>
  step === undefined ? '' : steps[step]?.name || `第 ${step + 1} 步`;
/** 瓶颈的名字；并列的都念到。 */
export const narrowest = (steps: readonly Step[], { bottlenecks }: Result) =>
  bottlenecks.map((step) => nameOf(steps, step)).join('、');
const equal = (guess: number, value: number) => Math.abs(guess - value) < 0.6;

/** 看着最忙的一步：第二步，抽血。 */
const busyLooking = 1;

/** 给看着最忙的一步加一个人。 */
const addOne: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ steps, demand }, { flow, rows }) =>
    spaced`每小时来 ${demand} 位，全线只做完 ${count(flow)} 位。${nameOf(steps, busyLooking)}${percent(rows[busyLooking]?.busy ?? 0)} 的时间在忙，抱怨最多。给它加一个人，全线每小时多做完几位？`,
  unit: '位',
  min: 0,
  max: 200,
  digits: 1,
  tolerance: 0.05,
  answer: (_values, { rows }) => rows[busyLooking]?.gain ?? 0,
  hit: ({ steps }, result) =>
    result.rows[busyLooking]?.gain === 0
      ? spaced`正是 0。队堆在${narrowest(steps, result)}门前，前后哪一步再快，过得去的也只有每小时 ${count(result.capacity)} 位。`
      : spaced`正是。${nameOf(steps, busyLooking)}就是瓶颈，加到下一个瓶颈为止。`,
  misreads: [
    {
      when: (_guess, answer) => answer > 0,
      text: ({ steps }) =>
        spaced`这组数里${nameOf(steps, busyLooking)}自己就是瓶颈，加一个人真能多做；多到下一个瓶颈为止，不是它自己添多少就多多少。`,
    },
    {
      when: (guess, _answer, { steps }) =>
        equal(guess, 60 / (steps[busyLooking]?.minutes ?? Infinity)),
      text: ({ steps, demand }, result) =>
        spaced`你算的是${nameOf(steps, busyLooking)}自己：多一个人，它每小时能多做 ${count(60 / (steps[busyLooking]?.minutes ?? Infinity))} 位。可它不缺这个：来的 ${demand} 位它都做得完，做完了照样去${narrowest(steps, result)}门前等。`,
    },
    {
      when: (guess, _answer, { demand }, { flow }) => equal(guess, demand - flow),
      text: ({ steps }, result) =>
        spaced`没做完的那些人，不是${nameOf(steps, busyLooking)}耽误的。他们都过了这一步，堵在${narrowest(steps, result)}门前：那里每小时只过得去 ${count(result.capacity)} 位。`,
    },
    {
      when: () => true,
      text: ({ steps }, result) =>
        spaced`忙和堵是两回事。${nameOf(steps, busyLooking)}忙归忙，来多少过多少；${narrowest(steps, result)}每小时只过得去 ${count(result.capacity)} 位，加在别处的人都白加。`,
    },
  ],
};

/** 添上去的两台 B 超在第几步。 */
const ultrasound = 2;
const addTwo: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ steps, demand }) =>
    spaced`每小时来 ${demand} 位，${nameOf(steps, ultrasound)} ${Math.max(0, (steps[ultrasound]?.people ?? 2) - 2)} 台时，全线每小时做完 ${count(run(staffed(steps, ultrasound, -2), demand).flow)} 位。一口气再添两台，变成 ${steps[ultrasound]?.people ?? 0} 台，做完几位？`,
  unit: '位',
  min: 0,
  max: 500,
  digits: 1,
  tolerance: 0.02,
  answer: (_values, { flow }) => flow,
  hit: ({ steps, demand }, result) => {
    const one = run(staffed(steps, ultrasound, -1), demand).flow;
    const second = result.flow - one;
    return spaced`看到了第二个瓶颈：${narrowest(steps, result)}。第一台添上去就有 ${count(one)} 位，第二台${second < 0.05 ? '一位也没有多' : `只再多 ${count(second)} 位`}。`;
  },
  misreads: [
    {
      when: (guess, _answer, { steps, demand }) =>
        guess < run(staffed(steps, ultrasound, -2), demand).flow / 2,
      text: ({ steps, demand }, { flow }) =>
        `问的是一共做完几位，不是多做完几位：原来已有 ${count(run(staffed(steps, ultrasound, -2), demand).flow)} 位，添了以后 ${count(flow)} 位。`,
    },
    {
      when: (guess, _answer, _values, { rows }) => equal(guess, rows[ultrasound]?.capacity ?? 0),
      text: ({ steps }, result) =>
        spaced`${nameOf(steps, ultrasound)}自己是能做 ${count(result.rows[ultrasound]?.capacity ?? 0)} 位，可它已经不是最窄的了：${narrowest(steps, result)}只有 ${count(result.capacity)} 位，瓶颈跳到了那里。`,
    },
    {
      when: (guess, _answer, { demand }) => equal(guess, demand),
      text: ({ steps, demand }, result) =>
        spaced`你大概想：${nameOf(steps, ultrasound)}做得过来，来的 ${demand} 位就都做得完。后面还有更窄的：${narrowest(steps, result)}每小时 ${count(result.capacity)} 位。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: ({ steps }, result) =>
        spaced`多猜了。添到一半，瓶颈就跳到了${narrowest(steps, result)}，那里每小时只有 ${count(result.capacity)} 位，后添的那台等于没添。`,
    },
    {
      when: () => true,
      text: ({ steps, demand }, { flow }) =>
        spaced`少猜了。${nameOf(steps, ultrasound)}原来就是瓶颈，加在瓶颈上是有用的：从 ${count(run(staffed(steps, ultrasound, -2), demand).flow)} 位多到 ${count(flow)} 位，只是到下一个瓶颈为止。`,
    },
  ],
};

/** 点单从前每杯要几分钟。 */
const slowOrdering = 0.6;
/** 最后来的人从进门到出门的分钟数。 */
const doorToDoor = ({ delay, throughputTime }: Result) => delay + throughputTime;
const beforeScanning = (values: Setting) =>
  compute({
    ...values,
    steps: values.steps.map((step, i) => (i === 0 ? { ...step, minutes: slowOrdering } : step)),
  });
const scanningSays = (values: Setting, result: Result) =>
  `从前最后来的人要 ${duration(doorToDoor(beforeScanning(values)))}，现在 ${duration(doorToDoor(result))}。`;

/** 报到：钥匙在第几步，能从哪几步挪人。 */
const keys = 2;
const moved = ({ steps, demand }: Setting, from: number) =>
  (steps[from]?.people ?? 0) > 0 && steps[keys] !== undefined
    ? run(staffed(staffed(steps, from, -1), keys, 1), demand).flow
    : 0;
const movingSays = (values: Setting, { flow }: Result, from: number) =>
  spaced`从${nameOf(values.steps, from)}挪一个过来，全线每小时从 ${count(flow)} 位变成 ${count(moved(values, from))} 位。`;
const movable = [0, 1, 3];

export const model = defineWidget({
  id: 'bottleneck-line',
  version: 2,
  title: '加一个人，多做完几位',
  english: 'Where the line is narrow',
  question: '人人都说抽血最忙。给最忙的窗口添一个人，全线能快多少？',
  chapter: 'delivery-design',
  section: 'flow',
  params,
  scenarios: [
    {
      id: 'check-up',
      label: '体检中心',
      sentence:
        '江城人民医院东院区（虚构案例）的体检中心，早上三个钟头，一人走五步。抽血的护士手没停过，意见簿上骂抽血的最多。',
      values: {},
    },
    {
      id: 'ultrasound',
      label: '再买两台 B 超',
      sentence: '还是那条体检线。院长看见 B 超门前的队，批了钱：一口气买两台，连人一起配上。',
      values: {
        steps: params.steps.default.map((step) =>
          step.name === 'B 超' ? { ...step, people: 10 } : step,
        ),
      },
      predict: addTwo,
    },
    {
      id: 'milk-tea',
      label: '奶茶店扫码',
      sentence:
        '写字楼下的奶茶店（虚构），早高峰一小时来 110 位。从前点单每位要 0.6 分钟，队排到门外；上了扫码点单，只要 0.2 分钟，门口空了。',
      values: {
        demand: 110,
        hours: 1,
        steps: [
          { name: '点单', minutes: 0.2, people: 1 },
          { name: '做茶', minutes: 1.5, people: 2 },
          { name: '打包', minutes: 0.5, people: 1 },
          { name: '取餐', minutes: 0.7, people: 1 },
        ],
      },
      predict: {
        kind: 'choice',
        question: ({ demand }) =>
          `每小时来 ${demand} 位，点单的队没有了。最后来的那位顾客，从进门到拿到奶茶，比从前快多少？`,
        options: [
          {
            value: 'faster',
            label: '快一大截：点单的队省掉了',
            explanation: (values, result) =>
              spaced`${scanningSays(values, result)}队没有消失，只是换了个地方，改到${narrowest(values.steps, result)}前面等。瓶颈没动，一小时做完的还是 ${count(result.flow)} 位。`,
          },
          {
            value: 'same',
            label: '差不多',
            explanation: (values, result) =>
              `${scanningSays(values, result)}省下的只有点单自己那几秒。等多久由瓶颈定：每小时来 ${values.demand} 位，做完 ${count(result.flow)} 位。`,
          },
          {
            value: 'slower',
            label: '反而慢了：都挤到后面去',
            explanation: (values, result) =>
              spaced`${scanningSays(values, result)}后面是更挤了，可前面少等的正好补上：从前在门口等，现在在${narrowest(values.steps, result)}前面等。`,
          },
        ],
        answer: (values, result) => {
          const [before, after] = [doorToDoor(beforeScanning(values)), doorToDoor(result)];
          // 两边都走不到头，也是一样
          if (before === after || Math.abs(after / before - 1) < 0.05) return 'same';
          return after < before ? 'faster' : 'slower';
        },
      },
    },
    {
      id: 'enrolment',
      label: '新生报到',
      sentence:
        '九月报到（虚构），四步、九个人，每小时来 100 位新生。学院说：人一个不添，只许挪一个去发钥匙。',
      values: {
        demand: 100,
        hours: 3,
        steps: [
          { name: '验录取', minutes: 1, people: 2 },
          { name: '缴费', minutes: 2, people: 4 },
          { name: '领钥匙', minutes: 1.5, people: 2 },
          { name: '校园卡', minutes: 0.5, people: 1 },
        ],
      },
      predict: {
        kind: 'choice',
        question: ({ demand, steps }, { flow }) =>
          spaced`每小时来 ${demand} 位，做完 ${count(flow)} 位，队堆在${nameOf(steps, keys)}。只挪一个人过来，从哪里挪？`,
        options: [
          {
            value: '0',
            label: '验录取：才一分钟的活',
            explanation: (values, result) =>
              `${movingSays(values, result, 0)}活短不等于人手富余：那里抽走一个就少一半，自己成了瓶颈。`,
          },
          {
            value: '1',
            label: '缴费：虽然它每位最费时',
            explanation: (values, result) =>
              `${movingSays(values, result, 1)}看的是能力比需求富余多少，再看抽走一个人还剩多少：四个人里抽一个，能力只少四分之一。`,
          },
          {
            value: '3',
            label: '校园卡：那里最闲',
            explanation: (values, result) =>
              `${movingSays(values, result, 3)}最闲的那里只有一个人，抽走就断了线。`,
          },
          {
            value: 'none',
            label: '哪里都挪不得',
            explanation: (values, result) =>
              `每一步都有用处，可有一步用不着那么多人。${movingSays(values, result, 1)}不添一个人，全线就能多做。`,
          },
        ],
        answer: (values, { flow }) => {
          const [best = 0] = movable.toSorted((a, b) => moved(values, b) - moved(values, a));
          return moved(values, best) > flow ? String(best) : 'none';
        },
      },
    },
  ],
  compute,
  predict: addOne,
  sentence({ demand, hours, steps }, result) {
    const { capacity, flow, overloaded, waiting, delay, best } = result;
    const where = narrowest(steps, result);
    const adding =
      best === null
        ? overloaded
          ? '加一个人，加在哪一步都不多做完一位'
          : '来的都做得完，加人没有用处'
        : spaced`加一个人，最多每小时多做完 ${count(best.gain)} 位，加在${nameOf(steps, best.step)}`;
    if (capacity === 0)
      return spaced`${where}没有人，谁也走不完；${upTo(hours, 1)} 小时后里面等着 ${fixed(waiting)} 位。${adding}。`;
    const line = overloaded
      ? `全线每小时只做完 ${count(flow)} 位；${upTo(hours, 1)} 小时后排着 ${fixed(waiting)} 位，这时来的人要多等 ${duration(delay)}`
      : `来多少做完多少，用到能力的 ${percent(demand / capacity)}`;
    return spaced`每小时来 ${demand} 位，最窄的是${where}，每小时 ${count(capacity)} 位。${line}。${adding}。`;
  },
  brief: ({ steps }, result) =>
    spaced`每小时做完 ${count(result.flow)} 位，瓶颈${narrowest(steps, result)}`,
  table({ steps, hours }, { rows }) {
    return {
      caption: `各步的能力、忙碌、门前的队（开门 ${upTo(hours, 1)} 小时），以及加一个人全线多做完几位`,
      columns: [
        { label: '步' },
        { label: '每位用时', unit: '分钟' },
        { label: '人手', unit: '人' },
        { label: '能力', unit: '位/小时' },
        { label: '忙碌', unit: '%' },
        { label: '排队', unit: '位' },
        { label: '加一人多做完', unit: '位/小时' },
      ],
      rows: rows.map(({ capacity, busy, queue, gain }, i) => [
        nameOf(steps, i),
        steps[i]?.minutes ?? 0,
        steps[i]?.people ?? 0,
        capacity,
        busy * 100,
        queue,
        gain,
      ]),
      digits: [0, 1, 0, 1, 0, 0, 1],
    };
  },
  monotone: [
    { param: 'demand', quantity: ({ flow }) => flow, direction: 'up' },
    { param: 'demand', quantity: ({ waiting }) => waiting, direction: 'up' },
    { param: 'demand', quantity: ({ delay }) => delay, direction: 'up' },
    { param: 'hours', quantity: ({ waiting }) => waiting, direction: 'up' },
    { param: 'hours', quantity: ({ delay }) => delay, direction: 'up' },
  ],
});
