import { blueprintTiming, type BlueprintStep } from '../../calc/process/blueprint-timing.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { spaced } from '../../lib/spaced.ts';
import { defineWidget, type NumberPrediction, type Values } from '../../widget-kit/model.ts';
import { scenarios } from './scenarios.ts';
import { backTo, bandName, bands, fields, isSeen, nameOf, sayBack, type Step } from './steps.ts';

const params = {
  change: {
    kind: 'choice',
    label: '改好一步，是让它',
    options: [
      { value: 'failure', label: '失败少一半' },
      { value: 'time', label: '用时少一半' },
    ],
    default: 'failure',
    meaning: '一次只改一步，看哪一步省下的时间最多。',
  },
  steps: {
    kind: 'list',
    label: '一步一步',
    item: '步',
    fields,
    atLeast: 2,
    atMost: 12,
    ordered: true,
    default: scenarios.clinic.steps,
    meaning: '按先后排好；每步在哪一道带，做一遍几分钟，失败几成，失败了退回哪里。',
  },
} as const;
export type Setting = Values<typeof params>;
export type Change = Setting['change'];

const toCalc = (steps: readonly Step[]): BlueprintStep[] =>
  steps.map((step, i) => ({
    standardTime: step.minutes,
    failureProbability: step.failure / 100,
    reworkTime: step.extra,
    reworkTo: backTo(step, i),
  }));
const timing = (steps: readonly Step[]) => blueprintTiming({ steps: toCalc(steps) });

/** 第 `at` 步的失败或用时少一半。 */
const halved = (steps: readonly Step[], at: number, change: Change): Step[] =>
  steps.map((step, i) => {
    if (i !== at) return step;
    return change === 'failure'
      ? { ...step, failure: step.failure / 2 }
      : { ...step, minutes: step.minutes / 2 };
  });

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

function compute({ steps, change }: Setting) {
  const now = timing(steps);
  const rows = steps.map((step, i) => {
    const visits = now.expectedVisits[i] as number;
    const better = timing(halved(steps, i, change));
    return {
      /** 一位顾客平均要做几遍 */
      visits,
      /** 一位顾客平均在这一步失败几次 */
      failures: (visits * step.failure) / 100,
      /** 连重做带善后，一位顾客平均在这一步花几分钟 */
      time: visits * (step.minutes + (step.failure / 100) * step.extra),
      /** 这一步改好以后，全程省几分钟，一遍全对的多几成 */
      saved: now.expectedTime - better.expectedTime,
      gained: better.firstPassYield - now.firstPassYield,
      /** 失败了从哪一步起重做；起头的就是那里 */
      begins: backTo(step, i) ?? i,
    };
  });
  const failures = sum(rows.map((row) => row.failures));
  const share = (counts: (i: number) => boolean) =>
    failures === 0 ? 0 : sum(rows.map((row, i) => (counts(i) ? row.failures : 0))) / failures;
  const beginner = (i: number) => steps[rows[i]?.begins ?? i] as Step;
  const staff = steps.filter(({ band }) => band > 1);
  const most = Math.max(...rows.map(({ saved }) => saved));
  return {
    rows,
    standardTime: now.standardTime,
    expectedTime: now.expectedTime,
    rework: now.expectedTime - now.standardTime,
    firstPassYield: now.firstPassYield,
    failures,
    /** 差错里，当着顾客的面发现的、在可视线以上起头的，各占几成 */
    foundAbove: share((i) => isSeen(steps[i] as Step)),
    begunAbove: share((i) => isSeen(beginner(i))),
    /** 差错在第 1 到第 4 道带起头的，各占几成 */
    begun: bands.map((_, band) => share((i) => beginner(i).band === band + 1)),
    /** 员工与系统做的几步里，顾客看得见几步 */
    staffSeen: staff.filter(isSeen).length,
    staff: staff.length,
    /** 事情在可视线以下，顾客只有等 */
    waiting: sum(rows.map(({ time }, i) => (isSeen(steps[i] as Step) ? 0 : time))),
    /** 穿过互动线几次：前台的一步，就是与顾客接触一次 */
    contacts: steps.filter(({ band }) => band === 2).length,
    /** 改哪一步省得最多；哪一步都不省是 null */
    best: most > 1e-9 ? rows.findIndex(({ saved }) => saved === most) : null,
    /** 失败率最高的一步；都不会失败是 null */
    shakiest: failures > 0 ? mostFailing(steps) : null,
  };
}
export type Result = ReturnType<typeof compute>;

/** 会失败的几步，大半在可视线以上：差错在线上起头就不奇怪。 */
const mostlySeen = ({ steps }: Setting) => {
  const failing = steps.filter(({ failure }) => failure > 0);
  return failing.filter(isSeen).length > failing.length / 2;
};

function mostFailing(steps: readonly Step[]): number {
  const most = Math.max(...steps.map(({ failure }) => failure));
  return steps.findIndex(({ failure }) => failure === most);
}

/** 省下的不到一分钟也说分钟，前后好比。 */
export const minutes = (value: number) => `${upTo(value, value < 10 ? 2 : 1)} 分钟`;
const clock = (value: number) => `${fixed(value, 1)} 分钟`;

const rates = (steps: readonly Step[]) => steps.map(({ failure }) => failure);
const near = (guess: number, value: number) => Math.abs(guess - value) < 1;

const firstPass: NumberPrediction<typeof params, Result> = {
  kind: 'number',
  question: ({ steps }) =>
    `${steps.length} 步，做一遍失败的最少 ${upTo(Math.min(...rates(steps)), 1)}%，最多 ${upTo(Math.max(...rates(steps)), 1)}%，各步互不相干。一百位里，从头到尾每一步都一遍做对、一次也没有折返的，有几位？`,
  unit: '位',
  min: 0,
  max: 100,
  digits: 1,
  tolerance: 0.02,
  answer: (_values, { firstPassYield }) => 100 * firstPassYield,
  hit: (_values, { firstPassYield, rework }) =>
    `各步的成功率连着乘，就是这个数。剩下的 ${fixed(100 * (1 - firstPassYield))} 位至少失败一次；摊到每一位头上多花 ${minutes(rework)}。`,
  misreads: [
    {
      when: (guess, answer, { steps }) => guess < answer && near(guess, 100 - sum(rates(steps))),
      text: ({ steps }) =>
        `你把失败率加了起来：各步只数头一遍，一百位一共失败 ${upTo(sum(rates(steps)), 1)} 次。有人碰上不止一次，被数了两遍，折返过的人没有这么多：成功率要连着乘。`,
    },
    {
      when: (guess, _answer, { steps }) => near(guess, 100 - sum(rates(steps)) / steps.length),
      text: ({ steps }) =>
        `${upTo(100 - sum(rates(steps)) / steps.length, 1)}% 是一步平均的把握。管一步的人看到的是它，顾客要把 ${steps.length} 步都走过。`,
    },
    {
      when: (guess, _answer, { steps }) => near(guess, 100 - Math.max(...rates(steps))),
      text: ({ steps }) =>
        `这是最不稳的一步，${nameOf(steps, mostFailing(steps))}，自己的把握。过得了它的人，别的步上照样会折返。`,
    },
    {
      when: (guess, answer) => guess > answer,
      text: ({ steps }) =>
        `猜高了。每一步拦下的不全是同一批人，走完 ${steps.length} 步，拦下的越来越多：成功率要连着乘。`,
    },
    {
      when: () => true,
      text: ({ steps }) =>
        `猜低了。各步的成功率连着乘，失败率最高的一步也至多再减 ${upTo(Math.max(...rates(steps)), 1)} 个百分点。`,
    },
  ],
};

/** 没有复述的时候：少那一步，错拖到最后一步才发现。 */
function late({ steps }: Setting): Step[] {
  const [first, check, ...rest] = steps;
  if (!first || !check) return [...steps];
  const kept = [first, ...rest].map((step) => ({ ...step, failure: 0 }));
  const last = kept.length - 1;
  return kept.map((step, i) =>
    i === last ? { ...step, failure: check.failure, extra: check.extra, back: 1 } : step,
  );
}
const lateTime = (values: Setting) => timing(late(values)).expectedTime;
const readBackSays = (values: Setting, { expectedTime }: Result) =>
  `到门口才发现，一单平均 ${fixed(lateTime(values), 2)} 分钟；复述一遍，${fixed(expectedTime, 2)} 分钟。`;
const aboveSays = (_values: Setting, { foundAbove, begunAbove }: Result) =>
  `当着客人的面发现的占 ${percent(foundAbove)}，起头在可视线以上的占 ${percent(begunAbove)}。`;

/** 只改一步，改哪一步省得最多；失败最多的不是它，也说一声。 */
function improving({ steps, change }: Setting, { best, shakiest, rows }: Result): string {
  if (best === null) return '';
  const most = minutes(rows[best]?.saved ?? 0);
  const saves = spaced`让${nameOf(steps, best)}${change === 'failure' ? '少失败' : '用时少'}一半，全程省得最多，${most}`;
  // 失败率一样高的有两步，改好的是其中一步，就没有“却”
  const shaky = shakiest === null ? 0 : (steps[shakiest]?.failure ?? 0);
  return change === 'failure' && shakiest !== null && (steps[best]?.failure ?? 0) < shaky
    ? spaced`失败率最高的是${nameOf(steps, shakiest)}；只改一步，却是${saves}。`
    : `只改一步，${saves}。`;
}

export const model = defineWidget({
  id: 'blueprint-shop',
  version: 2,
  title: '蓝图工坊',
  english: 'Blueprint workshop',
  question: '每一步都有九成多的把握，走完全程，还剩几成一次也没有折返？',
  chapter: 'delivery-design',
  section: 'blueprint',
  params,
  scenarios: [
    {
      id: 'clinic',
      label: '门诊八步',
      sentence:
        '江城人民医院（虚构案例）的一位病人看胃，走八步。圆点是会失败的步，越大越常失败；下面的箭头是失败了退回哪里，没有箭头的本步重做。',
      values: {},
    },
    {
      id: 'hotpot',
      label: '火锅店堂食',
      sentence:
        '沸点火锅（虚构案例）的一桌客人，从取号到出门。锅底不对，在摆锅时看见；毛肚不新鲜，在下菜时看见。图下面的箭头是从哪一步起要重来。',
      values: { steps: scenarios.hotpot.steps },
      predict: {
        kind: 'choice',
        question: (_values, { foundAbove }) =>
          `一桌客人碰上的差错，${percent(foundAbove)} 是在可视线以上发现的。起头的地方也在线上的，占多少？`,
        options: [
          {
            value: 'most',
            label: '大半：谁端错就是谁的',
            explanation: (values, result) =>
              `${aboveSays(values, result)}摆锅的人照单子摆，单子在分单那里就漏了。在桌边发现的，是顾客替店里做了检查。`,
          },
          {
            value: 'half',
            label: '一半上下',
            explanation: (values, result) =>
              `${aboveSays(values, result)}顺着箭头看它从哪一步起要重来：发现的地方和起头的地方常隔着一条线。`,
          },
          {
            value: 'few',
            label: '很少，甚至没有',
            explanation: (values, result) =>
              `${aboveSays(values, result)}要改，得到起头的那一格去改；桌边只能早一点发现。`,
          },
        ],
        answer: (_values, { begunAbove }) =>
          begunAbove > 0.6 ? 'most' : begunAbove > 0.35 ? 'half' : 'few',
      },
    },
    {
      id: 'home',
      label: '火锅到家',
      sentence:
        '还是沸点火锅（虚构案例），外送一单。从前电话里听错的，到门口交接才发现，从接单重来；现在接单以后加一步复述，错的都在这里发现。',
      values: { steps: scenarios.home.steps },
      predict: {
        kind: 'choice',
        question: ({ steps }) =>
          `听错的占 ${upTo(steps[1]?.failure ?? 0, 1)}%。每一单都多花 ${minutes(steps[1]?.minutes ?? 0)}复述，一单平均比从前快了还是慢了？`,
        options: [
          {
            value: 'slower',
            label: '慢了：人人都多这一步',
            explanation: (values, result) =>
              `${readBackSays(values, result)}多花的人人有份，可是很短；省下的只有几单有份，每单却是一整趟。`,
          },
          {
            value: 'same',
            label: '差不多，正好抵消',
            explanation: (values, result) =>
              `${readBackSays(values, result)}一边是每单的复述，一边是听错的那几单不用再走一整趟，两样要各自算出来才知道谁大。`,
          },
          {
            value: 'faster',
            label: '快了：发现得早',
            explanation: (values, result) =>
              `${readBackSays(values, result)}听错的还是那么多，只是发现的时候才做了两步。`,
          },
        ],
        answer: (values, { expectedTime }) => {
          const more = expectedTime - lateTime(values);
          return Math.abs(more) < 0.05 ? 'same' : more > 0 ? 'slower' : 'faster';
        },
      },
    },
    {
      id: 'own',
      label: '自己画一张',
      sentence:
        '一个四步的骨架。点一步就能改名字、换带、填数，还可以添步、删步、存成文件；画你天天去的那一家。',
      values: { steps: scenarios.own.steps },
    },
  ],
  compute,
  predict: firstPass,
  sentence(values, result) {
    const { firstPassYield, standardTime, expectedTime, failures } = result;
    const whole = `一遍全对的占 ${percent(firstPassYield, 1)}；标准 ${clock(standardTime)}，连返工平均 ${clock(expectedTime)}。`;
    const where =
      failures === 0
        ? '没有一步会失败。'
        : `差错 ${percent(result.foundAbove)} 在可视线以上发现，${percent(result.begunAbove)} 在线上起头${result.begunAbove > 0.9 && mostlySeen(values) ? '：会失败的几步，多半当着顾客的面做' : ''}。`;
    return whole + where + improving(values, result);
  },
  brief: (_values, { firstPassYield, expectedTime }) =>
    `一遍全对 ${percent(firstPassYield, 1)}，平均 ${clock(expectedTime)}`,
  table({ steps, change }, { rows }) {
    return {
      caption: `一步一步：一位顾客平均做几遍、花多久，以及这一步${change === 'failure' ? '失败' : '用时'}减半全程省多少`,
      columns: [
        { label: '步' },
        { label: '带' },
        { label: '做一遍', unit: '分钟' },
        { label: '失败', unit: '%' },
        { label: '失败了' },
        { label: '平均遍数' },
        { label: '平均花', unit: '分钟' },
        { label: '减半省', unit: '分钟' },
      ],
      rows: rows.map(({ visits, time, saved }, i) => {
        const step = steps[i] as Step;
        return [
          nameOf(steps, i),
          bandName(step.band),
          step.minutes,
          step.failure,
          step.failure > 0 ? sayBack(steps, i) : '不失败',
          visits,
          time,
          saved,
        ];
      }),
      digits: [0, 0, 1, 1, 0, 3, 2, 2],
    };
  },
});
