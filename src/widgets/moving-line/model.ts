import { breakEvenBackTime, decoupling } from '../../calc/process/decoupling.ts';
import { ggc } from '../../calc/queueing/ggc.ts';
import { fixed, percent } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import { defineWidget } from '../../widget-kit/model.ts';
import { at, createDay, horizon } from './run.ts';
import { inputOf, params, whole, type Setting } from './setting.ts';

/** 曲线上各点：后台每件缩短几成。 */
export const speedups = Array.from({ length: 61 }, (_, i) => i / 100);

function compute(values: Setting) {
  const input = inputOf(values);
  const { specializedBackTime: _, ...unhurried } = input;
  const now = decoupling(input);
  const turnaround = (faster: number) =>
    decoupling({ ...input, specializedBackTime: input.backTime * (1 - faster) }).turnaroundAfter;
  const even = breakEvenBackTime(unhurried);
  // 不分的一件活若是前后两段各自指数，合起来的变异系数平方比 1 小，等得短些
  const servers = input.frontServers + input.backServers;
  const { meanWaitAllenCunneen } = ggc({
    arrivalRate: input.arrivalRate,
    meanService: whole,
    servers,
    scvArrival: 1,
    scvService: (input.frontTime ** 2 + input.backTime ** 2) / whole ** 2,
  });
  const twoStages = whole + meanWaitAllenCunneen;
  const steady = Number.isFinite(twoStages);
  const needed = (target?: number) =>
    1 - breakEvenBackTime({ ...unhurried, ...(target && { target }) }) / input.backTime;
  return {
    input,
    ...now,
    /** 后台每件最多几分钟才不亏；0 是再快也不行，Infinity 是不分本来就办不过来 */
    breakEvenMinutes: even,
    /** 后台每件至少缩短几成；≤ 0 是不提速也不亏，1 是再快也不行 */
    breakEven: Number.isFinite(even) ? needed() : 0,
    /** 换成两段各自指数的假设 */
    twoStages,
    breakEvenTwoStages: steady ? needed(twoStages) : 0,
    curve: speedups.map(turnaround),
    noReturns: decoupling({ ...input, returnToFront: 0 }),
    /** 画面里的这一天 */
    day: createDay({ ...input, wholeTime: whole }),
  };
}
export type Result = ReturnType<typeof compute>;

/** 15.9 分钟；没有稳态的另有说法。 */
export const minutes = (value: number) =>
  Number.isFinite(value) ? `${fixed(value, 1)} 分钟` : '没有尽头';
/** 忙到多少；满了的写 100%，超出的照写。 */
export const busy = (utilization: number) => percent(utilization, utilization < 1 ? 1 : 0);

/** 顾客在大厅多久，办完要多久：拆之前与拆之后。 */
const compared = ({ customerTimeBefore, customerTimeAfter, turnaroundAfter }: Result) =>
  !Number.isFinite(customerTimeBefore) && !Number.isFinite(customerTimeAfter)
    ? '顾客在大厅的时间，不拆、拆开都没有尽头'
    : spaced`不拆，顾客在大厅${minutes(customerTimeBefore)}；拆开，在大厅${minutes(customerTimeAfter)}，从进门到办完${minutes(turnaroundAfter)}`;

const outcomes = ['faster', 'same', 'slower', 'never'] as const;
function outcome({ customerTimeBefore, turnaroundAfter }: Result): (typeof outcomes)[number] {
  if (!Number.isFinite(turnaroundAfter)) return 'never';
  if (!Number.isFinite(customerTimeBefore)) return 'faster';
  if (Math.abs(turnaroundAfter / customerTimeBefore - 1) < 0.05) return 'same';
  return turnaroundAfter < customerTimeBefore ? 'faster' : 'slower';
}
/** 拆开以后两头各有多忙，谁也帮不了谁。 */
const apart = ({ combined, front, back }: Result) =>
  `拆开前 ${busy(combined.utilization)} 的时间在忙；拆开后前台 ${busy(front.utilization)}，后台 ${busy(back.utilization)}，前台闲着的那些时间帮不上后台`;

/** 线往右移一步：多一步留在窗口。 */
const further = (values: Setting) =>
  compute({ ...values, line: Math.min(params.line.max, values.line + 1) });
function movedSays(values: Setting, now: Result): string {
  const before = further(values);
  return spaced`在大厅：${minutes(before.customerTimeAfter)}变成${minutes(now.customerTimeAfter)}；从进门到办完：${minutes(before.turnaroundAfter)}变成${minutes(now.turnaroundAfter)}。`;
}

export const model = defineWidget({
  id: 'moving-line',
  version: 2,
  title: '移动分界线',
  english: 'Where to draw the line',
  question: '一件事拆成前台一段、后台一段，人还是那几个人。顾客要等的时间到哪里去了？',
  chapter: 'front-back-office',
  section: 'draw-the-line',
  params,
  scenarios: [
    {
      id: 'account',
      label: '开户拆成两段',
      sentence:
        '江城银行（虚构案例）开户：当面 4 分钟，录入、复核、建档 6 分钟。6 名柜员本来个个从头办到底，现在拆成前台 3 人、后台 3 人；后台手脚照旧，每件还是 6 分钟。',
      values: {},
    },
    {
      id: 'break-even',
      label: '要快多少',
      sentence:
        '还是江城银行，前 3 后 3。里间装了第二块屏幕，方行长说：快 10% 就值了。现在正好快 10%，每件 5.4 分钟。',
      values: { faster: 0.1 },
      predict: {
        kind: 'number',
        question: (_values, { customerTimeBefore, input }) =>
          `不拆，从进门到办完 ${minutes(customerTimeBefore)}。后台每件原来 ${fixed(input.backTime, 1)} 分钟，至少要缩短百分之几，拆开以后的总时间才不比不拆长？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.12,
        answer: (_values, { breakEven }) => Math.max(0, breakEven) * 100,
        hit: (_values, result) =>
          `正是，每件不超过 ${fixed(result.breakEvenMinutes, 2)} 分钟。快这么多，顾客拿到结果的时间才刚刚扯平；再快的部分才是赚的。`,
        misreads: [
          {
            when: (guess, answer, _values, { curve }) =>
              guess < answer && !Number.isFinite(curve[Math.min(60, Math.round(guess))] ?? 0),
            text: (_values, { input }, guess) =>
              `${guess === 0 ? '一点也不快' : '这么快'}，后台还是忙满的，积压没有个头。后台 ${input.backServers} 个人，不够快就没有一点余地。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: (_values, result) =>
              `后台快一点，总时间就短一点，这话不错；可拆开先亏了一大截。后台快 10%，从进门到办完还要 ${minutes(result.curve[10] ?? 0)}：一拨人拆成两拨，一头闲着、另一头排着的时候，谁也帮不了谁。`,
          },
          {
            when: (guess) => guess >= 35,
            text: (_values, result) =>
              `用不着这么多。顾客在大厅只剩 ${minutes(result.customerTimeAfter)}，留给后台的有 ${fixed(result.customerTimeBefore - result.customerTimeAfter, 1)} 分钟，等待连同办理都在里面。`,
          },
          {
            when: () => true,
            text: (_values, result) =>
              `猜多了一点。每件 ${fixed(result.breakEvenMinutes, 2)} 分钟就扯平：后台一松下来，队短得很快。`,
          },
        ],
      },
    },
    {
      id: 'returns',
      label: '一成要退件',
      sentence:
        '江城银行的后台练出来了，每件快三成，只要 4.2 分钟。可两头隔着一道墙：有一成的件做完才发现材料不对，请顾客再来一趟，从前台重办。',
      values: { faster: 0.3, returns: 0.1 },
      predict: {
        kind: 'number',
        question: ({ returns }, { noReturns, customerTimeBefore }) =>
          `不退件，从进门到办完 ${minutes(noReturns.turnaroundAfter)}；不拆是 ${minutes(customerTimeBefore)}。退件 ${percent(returns)}，平均要几分钟？顾客回家准备材料的时间不算。`,
        unit: '分钟',
        min: 0,
        max: 200,
        digits: 1,
        tolerance: 0.06,
        answer: (_values, { turnaroundAfter }) => turnaroundAfter,
        hit: (_values, { front, noReturns, customerTimeBefore, turnaroundAfter }) =>
          `正是。退回来的件先挤前台：等待从 ${minutes(noReturns.front.meanWait)}变成 ${minutes(front.meanWait)}，后台再挤一遍。${turnaroundAfter > customerTimeBefore ? '快三成挣来的，一成退件就赔光了。' : ''}`,
        misreads: [
          {
            when: (guess, _answer, _values, { noReturns }) =>
              guess <= noReturns.turnaroundAfter * 1.02,
            text: (_values, { noReturns, front }) =>
              `退件不会让总时间变短，也不会没有影响。重办的件和新来的人排同一条队，前台的等待从 ${minutes(noReturns.front.meanWait)}变成 ${minutes(front.meanWait)}。`,
          },
          {
            when: (guess, _answer, { returns }, { noReturns }) =>
              guess <= noReturns.turnaroundAfter * (1 + 1.5 * returns),
            text: ({ returns }, { noReturns, front, back }) =>
              `你大概是加了 ${percent(returns)}：一成的人多走一遍。没退件的人也跟着慢了：重办的件把前台从 ${busy(noReturns.front.utilization)} 挤到 ${busy(front.utilization)}，后台从 ${busy(noReturns.back.utilization)} 挤到 ${busy(back.utilization)}，人人都要多等。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: (_values, { noReturns, front }) =>
              `方向对，还要多一点。退件不只麻烦后台：前台的等待先从 ${minutes(noReturns.front.meanWait)}变成 ${minutes(front.meanWait)}。`,
          },
          {
            when: () => true,
            text: (_values, { front, back }) =>
              `猜多了。前台忙到 ${busy(front.utilization)}，后台 ${busy(back.utilization)}，都还没有满；再退得多些，才真的没有尽头。`,
          },
        ],
      },
    },
    {
      id: 'typing',
      label: '录入挪到后台',
      sentence:
        '城北支行（虚构案例）人多一个：前台 4 人，后台 3 人，每小时来 27 位。原来录入也在窗口做；现在把这两分钟也交给后台，线往左移一步，好让顾客早点走。',
      values: { line: 3, front: 4, back: 3, perHour: 27 },
      predict: {
        kind: 'choice',
        question: (values) => {
          const before = further(values);
          return `每小时来 ${values.perHour} 位。挪之前，顾客在大厅 ${minutes(before.customerTimeAfter)}，从进门到办完 ${minutes(before.turnaroundAfter)}。挪了以后呢？`;
        },
        options: [
          {
            value: 'both',
            label: '两样都短了',
            explanation: (values, result) =>
              `${movedSays(values, result)}大厅里少了两分钟的活，后台就多了两分钟：后台忙到 ${busy(result.back.utilization)}，队排在看不见的地方。`,
          },
          {
            value: 'hall',
            label: '在大厅短了，办完反而晚了',
            explanation: (values, result) =>
              `${movedSays(values, result)}等的人不在大厅里了，等的是结果。后台忙到 ${busy(result.back.utilization)}，前台却只有 ${busy(result.front.utilization)}。`,
          },
          {
            value: 'neither',
            label: '两样都没有变短',
            explanation: (values, result) =>
              `${movedSays(values, result)}窗口每位少做一步，大厅里的队是实实在在地短了；长的是后台那一段。`,
          },
        ],
        answer: (values, now) => {
          const before = further(values);
          if (now.customerTimeAfter >= before.customerTimeAfter) return 'neither';
          return now.turnaroundAfter < before.turnaroundAfter ? 'both' : 'hall';
        },
      },
    },
  ],
  compute,
  predict: {
    kind: 'choice',
    question: ({ perHour }, { customerTimeBefore }) =>
      `每小时来 ${perHour} 位。不拆，从进门到办完平均 ${minutes(customerTimeBefore)}（其中办理 ${fixed(whole)} 分钟）。拆开以后，从进门到办完要多久？`,
    options: [
      {
        value: 'faster',
        label: '短一截：各干各的，不用换手',
        explanation: (_values, result) =>
          `${compared(result)}。大厅里看着是快了；可活还是那些，${apart(result)}。`,
      },
      {
        value: 'same',
        label: '差不多：人没变，活也没变',
        explanation: (_values, result) =>
          `${compared(result)}。人和活的总数是没变，变的是谁能替谁：${apart(result)}。`,
      },
      {
        value: 'slower',
        label: '长几分钟：多了一次排队',
        explanation: (_values, result) =>
          `${compared(result)}。多排一次队只是一半，另一半更要紧：${apart(result)}。`,
      },
      {
        value: 'never',
        label: '没有一个稳定的数：越来越长',
        explanation: (_values, result) =>
          `${compared(result)}。${apart(result)}。只要有一头忙到 100%，就没有余力补回欠下的活，平均越攒越多。`,
      },
    ],
    answer: (_values, result) => outcome(result),
  },
  sentence(values, result) {
    const { front, back, breakEven, customerTimeBefore, turnaroundAfter } = result;
    const end = at(result.day, horizon);
    const full = [
      front.utilization >= 1 - 1e-12 &&
        `前台忙到 ${busy(front.utilization)}，大厅里的队没有稳态：画面里的这一天收工时还排着 ${end.front.waiting} 位`,
      back.utilization >= 1 - 1e-12 &&
        `后台忙到 ${busy(back.utilization)}，积压没有稳态：画面里的这一天收工时压着 ${end.back.waiting} 件没有动`,
    ].filter(Boolean);
    // 后台还没有提速时不说：那是第二个场景要猜的
    const even =
      values.faster === 0
        ? ''
        : !Number.isFinite(customerTimeBefore)
          ? '不拆本来就办不过来，谈不上扯平'
          : breakEven >= 1
            ? '光是前台就比不拆还久，后台再快也补不回来'
            : breakEven <= 0
              ? '后台不提速也不比不拆长'
              : `后台每件缩短 ${percent(breakEven, 1)} 才与不拆扯平`;
    const stable = Number.isFinite(turnaroundAfter)
      ? `比不拆${turnaroundAfter > customerTimeBefore ? '长' : '短'}`
      : full.join('；');
    return `${compared(result)}，${stable}。${even && `${even}。`}`;
  },
  brief: (_values, result) =>
    spaced`大厅${minutes(result.customerTimeAfter)}，办完${minutes(result.turnaroundAfter)}`,
  table(values, result) {
    const { combined, front, back } = result;
    const end = at(result.day, horizon);
    return {
      caption: `稳态平均；最后两列是画面里这一天收工时的样子（${values.front + values.back} 人）`,
      columns: [
        { label: '哪一处' },
        { label: '每件', unit: '分钟' },
        { label: '忙碌', unit: '%' },
        { label: '等待', unit: '分钟' },
        { label: '等待加办理', unit: '分钟' },
        { label: '在等' },
        { label: '在办' },
      ],
      rows: (
        [
          ['不拆', whole, combined, end.hall],
          ['前台', result.input.frontTime, front, end.front],
          ['后台', result.input.specializedBackTime, back, end.back],
        ] as const
      ).map(([name, each, stage, { waiting, busy: working }]) => [
        name,
        each,
        stage.utilization * 100,
        stage.meanWait,
        stage.meanTime,
        waiting,
        working,
      ]),
      digits: [0, 2, 1, 1, 1, 0, 0],
    };
  },
  monotone: [
    { param: 'perHour', quantity: ({ turnaroundAfter }) => turnaroundAfter, direction: 'up' },
    { param: 'returns', quantity: ({ turnaroundAfter }) => turnaroundAfter, direction: 'up' },
    { param: 'returns', quantity: ({ customerTimeAfter }) => customerTimeAfter, direction: 'up' },
    { param: 'returns', quantity: ({ breakEven }) => breakEven, direction: 'up' },
    { param: 'faster', quantity: ({ turnaroundAfter }) => turnaroundAfter, direction: 'down' },
    { param: 'front', quantity: ({ customerTimeAfter }) => customerTimeAfter, direction: 'down' },
    { param: 'back', quantity: ({ turnaroundAfter }) => turnaroundAfter, direction: 'down' },
  ],
});
