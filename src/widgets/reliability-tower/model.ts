import { serialReliability, type Touchpoint } from '../../calc/quality/serial-reliability.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

const params = {
  steps: {
    kind: 'number',
    label: '触点数',
    symbol: 'n',
    unit: '处',
    min: 1,
    max: 40,
    step: 1,
    default: 20,
    meaning: '顾客从头到尾要过几处，处处都可能出错。',
  },
  reliability: {
    kind: 'number',
    label: '每处办对',
    symbol: 'p',
    min: 0.9,
    max: 0.9999,
    step: 0.0001,
    default: 0.98,
    percent: true,
    meaning: '一处不出错的机会，各处互不相干。',
  },
  weakness: {
    kind: 'number',
    label: '最弱一处差多少',
    min: 0,
    max: 0.3,
    step: 0.005,
    default: 0,
    percent: true,
    meaning: '有一处比别处低几个百分点；0 是处处一样。',
  },
  failSafe: {
    kind: 'number',
    label: '防错挡住',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0,
    percent: true,
    meaning: '装上防错以后，那里的失误有几成不再发生。',
  },
  where: {
    kind: 'choice',
    label: '防错装在哪里',
    options: [
      { value: 'all', label: '处处都装' },
      { value: 'weakest', label: '只装最弱的一处' },
      { value: 'others', label: '最弱的不装，别处都装' },
    ],
    default: 'all',
    meaning: '处处一样时，“最弱的一处”就是随便哪一处。',
  },
  recovery: {
    kind: 'number',
    label: '当场补救成',
    symbol: 'c',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0,
    percent: true,
    meaning: '出了错，有几成当场补得回来，处处一样。',
  },
} as const;
export type Setting = Values<typeof params>;
export type Where = Setting['where'];

/** 最弱的一处画在中间偏后。 */
export const weakAt = (steps: number) => Math.floor(steps * 0.6);

/** 一处一处排好：哪里弱，哪里装了防错。 */
function touchpoints(
  { steps, reliability, weakness, failSafe, where, recovery }: Setting,
  change: { safe?: number; recovery?: number } = {},
): Touchpoint[] {
  const weak = weakAt(steps);
  return Array.from({ length: steps }, (_, i) => {
    const fitted = where === 'all' || (where === 'weakest') === (i === weak);
    return {
      reliability: reliability - (i === weak ? weakness : 0),
      failSafe: fitted ? (change.safe ?? failSafe) : 0,
      recovery: change.recovery ?? recovery,
    };
  });
}
const successOf = (values: Setting, change = {}) =>
  serialReliability(touchpoints(values, change)).success;

/** 曲线画到第几处。 */
export const longest = params.steps.max;

function compute(values: Setting) {
  const at = (where: Where) => successOf({ ...values, where });
  // 一处一处乘下去，走过第 i 处还一直顺当的人
  const survive = (each: readonly number[]) => {
    let left = 1;
    return each.map((one) => (left *= one));
  };
  const points = touchpoints(values);
  const now = serialReliability(points);
  const curve = (safe: number, recovery: number) =>
    Array.from({ length: longest }, (_, i) =>
      successOf({ ...values, steps: i + 1 }, { safe, recovery }),
    );
  return {
    success: now.success,
    failuresPerThousand: now.failuresPerThousand,
    bare: now.successWithoutSafeguards,
    failSafeOnly: successOf(values, { recovery: 0 }),
    recoveryOnly: successOf(values, { safe: 0 }),
    surviving: survive(now.effective),
    /** 什么也不装时的同一座塔 */
    bareSurviving: survive(points.map(({ reliability }) => reliability)),
    /** 哪几处装了防错 */
    fitted: points.map(({ failSafe = 0 }) => failSafe > 0),
    effective: now.effective,
    /** 平均每人碰上几次没补回来的失误 */
    expectedFailures: now.expectedFailures,
    /** 同样的防错装在哪里：处处、最弱一处、除它以外 */
    choices: {
      none: successOf(values, { safe: 0 }),
      all: at('all'),
      weakest: at('weakest'),
      others: at('others'),
    },
    /** 第 i + 1 个数：过 i + 1 处的全程成功率 */
    curves: { now: curve(values.failSafe, values.recovery), bare: curve(0, 0) },
  };
}
export type Result = ReturnType<typeof compute>;

/** 98%、99.5%、99.99%。 */
export const rate = (value: number) => `${upTo(value * 100, 2)}%`;
const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;

/** 砍掉三分之一的触点，与各处失误少三分之一。 */
const third = 1 / 3;
const cut = (values: Setting) =>
  compute({ ...values, steps: Math.max(1, values.steps - Math.round(values.steps * third)) })
    .success;
const improved = (values: Setting) => compute({ ...values, failSafe: third, where: 'all' }).success;
const cutSays = (values: Setting, { success }: Result) =>
  `现在全程顺当的 ${percent(success, 1)}；砍掉 ${Math.round(values.steps * third)} 处，${percent(cut(values), 1)}；处处失误少三分之一，${percent(improved(values), 1)}。`;

/** 九处与一处：全程各是多少。 */
const placesSay = ({ choices }: Result) =>
  `别处都装，全程 ${percent(choices.others, 1)}；只装最弱的一处，${percent(choices.weakest, 1)}。`;

export const model = defineWidget({
  id: 'reliability-tower',
  version: 2,
  title: '每一处都不差',
  english: 'The reliability tower',
  question: '处处都办得不错，为什么顾客还是常常不顺？先补哪一处？',
  chapter: 'delivery-design',
  section: 'fail-safe',
  params,
  scenarios: [
    {
      id: 'journey',
      label: '一趟航班',
      sentence:
        '订票、值机、托运、安检、登机、取行李……一位旅客从出门到进酒店要过 20 处，处处办对的机会都是 98%（虚构的数）。',
      values: {},
    },
    {
      id: 'weak-spot',
      label: '一处特别弱',
      sentence:
        '一家网上超市（虚构）送一单要过十处：九处办对 99.5%，只有缺货换货一处常出岔子，办对 90%。手里的钱够装一回防错，装上的地方失误减半。',
      values: { steps: 10, reliability: 0.995, weakness: 0.095, failSafe: 0.5, where: 'weakest' },
      predict: {
        kind: 'choice',
        question: ({ steps, reliability, weakness }, { choices }) =>
          `${steps - 1} 处办对 ${rate(reliability)}，一处 ${rate(reliability - weakness)}，全程顺当的只有 ${percent(choices.none, 1)}。一样的防错，失误减半：${steps - 1} 处好的全装，还是只装那一处差的？`,
        options: [
          {
            value: 'others',
            label: '好的几处全装：人多势众',
            explanation: (_values, result) =>
              `${placesSay(result)}数一数失误：好的那几处加起来也没有差的一处多。减半减掉多少，看它原来有多少。`,
          },
          {
            value: 'weakest',
            label: '只装差的一处',
            explanation: (_values, result) =>
              `${placesSay(result)}一处的失误抵得过别处的总和，先补它，花一份钱顶几份。`,
          },
          {
            value: 'same',
            label: '差不多',
            explanation: (values, result) =>
              `${placesSay(result)}差的那一处失误 ${rate(1 - values.reliability + values.weakness)}，好的 ${values.steps - 1} 处加起来 ${rate((values.steps - 1) * (1 - values.reliability))}：两边本来就不一样重。`,
          },
        ],
        answer: (_values, { choices }) =>
          near(choices.others, choices.weakest, 0.005)
            ? 'same'
            : choices.others > choices.weakest
              ? 'others'
              : 'weakest',
      },
    },
    {
      id: 'both',
      label: '防错加补救',
      sentence:
        '江城政务大厅（虚构）的“开一家店”，一路二十处，处处 98%。有两样办法：系统先核对，失误挡住一半；窗口当场补救，十次补回六次。',
      values: { failSafe: 0.5, recovery: 0.6 },
      predict: {
        kind: 'number',
        question: (_values, { bare, failSafeOnly, recoveryOnly }) =>
          `什么也不装，全程顺当 ${percent(bare, 1)}；只防错 ${percent(failSafeOnly, 1)}；只补救 ${percent(recoveryOnly, 1)}。两样一起上，百分之几？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 1,
        tolerance: 0.012,
        answer: (_values, { success }) => success * 100,
        hit: (_values, { expectedFailures }) =>
          `正是。补救只补得着防错没挡住的那些，两样不能相加。剩下的失误平均每人 ${upTo(expectedFailures, 2)} 次。`,
        misreads: [
          {
            when: (guess, _answer, _values, { bare }) => guess / 100 < bare - 0.005,
            text: (_values, { bare }) =>
              `问的是一共百分之几，不是多了百分之几：什么也不装，已经有 ${percent(bare, 1)}。`,
          },
          {
            // 加出来超过一百的，也只填得到一百
            when: (guess, _answer, _values, { bare, failSafeOnly, recoveryOnly }) =>
              near(guess / 100, Math.min(1, failSafeOnly + recoveryOnly - bare), 0.01),
            text: (_values, { bare, failSafeOnly, recoveryOnly }) =>
              `你大概把两样的好处相加了：${percent(bare, 1)} 加 ${percent(failSafeOnly - bare, 1)}，再加 ${percent(recoveryOnly - bare, 1)}，加到顶了。防错挡住的那一半，补救就用不上了；它补的是剩下的一半。`,
          },
          {
            when: (guess, answer) => guess > answer,
            text: ({ failSafe, recovery }) =>
              `多了一点。一处失误先被挡掉 ${percent(failSafe)}，剩下的再补回 ${percent(recovery)}：乘着减，不是加着减。`,
          },
          {
            when: (guess, _answer, _values, { failSafeOnly, recoveryOnly }) =>
              guess / 100 <= Math.max(failSafeOnly, recoveryOnly) + 0.01,
            text: '两样各管各的，不打架：补救接着补防错漏下来的，合起来总比只用一样强。',
          },
          {
            when: () => true,
            text: ({ failSafe, recovery }) =>
              `少了一点。先挡掉 ${percent(failSafe)}，剩下的再补回 ${percent(recovery)}，留下的失误只有原来的 ${percent((1 - failSafe) * (1 - recovery))}。`,
          },
        ],
      },
    },
    {
      id: 'fewer-steps',
      label: '砍步骤还是提质量',
      sentence:
        '江城人民医院（虚构案例）的出院结算要过十二处，处处 97%。信息科说合并窗口，砍掉四处；护理部说照旧十二处，培训、核对，处处失误少三分之一。',
      values: { steps: 12, reliability: 0.97 },
      predict: {
        kind: 'choice',
        question: ({ steps, reliability }) =>
          `${steps} 处，处处 ${rate(reliability)}。砍掉 ${Math.round(steps * third)} 处，或者处处失误少三分之一，哪一样让更多病人全程顺当？`,
        options: [
          {
            value: 'cut',
            label: '砍步骤：少一处少一处的错',
            explanation: (values, result) =>
              `${cutSays(values, result)}少一处是少一处的错，可每处少错一点，也是处处都少。该看哪一样便宜。`,
          },
          {
            value: 'improve',
            label: '提质量：处处都好',
            explanation: (values, result) =>
              `${cutSays(values, result)}处处都好，可处数没有少。两样动的是同一个乘积：处数乘每处的失误。`,
          },
          {
            value: 'same',
            label: '几乎一样',
            explanation: (values, result) =>
              `${cutSays(values, result)}全程的失误约是处数乘每处的失误，哪一头砍三分之一都一样。差别在花多少钱。`,
          },
        ],
        answer: (values) => {
          const [fewer, better] = [cut(values), improved(values)];
          if (near(fewer, better, 0.01)) return 'same';
          return fewer > better ? 'cut' : 'improve';
        },
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ steps, reliability, weakness }) =>
      `${steps} 处，${weakness > 0 ? `${steps - 1} 处办对 ${rate(reliability)}、一处 ${rate(reliability - weakness)}` : `处处办对 ${rate(reliability)}`}，没有防错，也没有补救。一百位顾客里，几位从头到尾一次错也没碰上？`,
    unit: '位',
    min: 0,
    max: 100,
    digits: 1,
    tolerance: 0.04,
    answer: (_values, { bare }) => bare * 100,
    hit: ({ steps, reliability }, { bare }) =>
      `准。一处一处乘下去，乘 ${steps} 次 ${rate(reliability)}，剩 ${percent(bare, 1)}。考核各窗口，个个优秀；问顾客，${percent(1 - bare)} 的人碰上过错。`,
    misreads: [
      {
        when: (guess, _answer, { steps, reliability }, { bare }) =>
          guess / 100 < bare && near(guess / 100, 1 - steps * (1 - reliability), 0.015),
        text: ({ steps, reliability }, { bare }) =>
          `思路对：${steps} 处各错 ${rate(1 - reliability)}，加起来 ${percent(steps * (1 - reliability))}。只是有人倒霉，一路碰上两三次，加法把他数了两三遍；乘起来是 ${percent(bare, 1)}。处数少、失误小的时候，加法够用。`,
      },
      {
        when: (guess, _answer, { reliability }) => guess >= reliability * 100 - 4,
        text: ({ steps, reliability }, { bare }) =>
          `${rate(reliability)} 是一处的。顾客要过 ${steps} 处，每过一处都有人掉下来，走到头的只剩 ${percent(bare, 1)}。考核各窗口，个个优秀；问顾客，${percent(1 - bare)} 的人碰上过错。`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: ({ steps, reliability }, { bare }) =>
          `方向对，掉得比你想的多：每处只错 ${rate(1 - reliability)}，乘上 ${steps} 处，碰上错的已经有 ${percent(1 - bare)}。`,
      },
      {
        when: () => true,
        text: (_values, { bare, expectedFailures }) =>
          `猜得太狠。平均每人碰上 ${upTo(expectedFailures, 2)} 次，可失误会落在同一个人头上，从头到尾没碰上的还有 ${percent(bare, 1)}。`,
      },
    ],
  },
  sentence({ steps, reliability, weakness, failSafe, where, recovery }, result) {
    const { success, bare, failuresPerThousand, choices } = result;
    const places =
      weakness > 0
        ? `${steps} 处里 ${steps - 1} 处办对 ${rate(reliability)}，最弱的一处 ${rate(reliability - weakness)}`
        : `${steps} 处，处处办对 ${rate(reliability)}`;
    const fitted = { all: '处处装防错', weakest: '只给最弱的一处装防错', others: '给别处都装防错' }[
      where
    ];
    const done = [
      failSafe > 0 && `${fitted}挡住 ${percent(failSafe)}`,
      recovery > 0 && `当场补救 ${percent(recovery)}`,
    ].filter(Boolean);
    const line =
      done.length === 0
        ? `全程不出错的 ${percent(bare, 1)}，每千位顾客有 ${fixed(failuresPerThousand)} 位碰上失误`
        : `本来全程不出错的 ${percent(bare, 1)}；${done.join('，')}，升到 ${percent(success, 1)}，每千位还有 ${fixed(failuresPerThousand)} 位碰上补不回来的失误`;
    const compare =
      failSafe > 0 && weakness > 0
        ? `同样的防错，只装最弱的一处 ${percent(choices.weakest, 1)}，别处都装 ${percent(choices.others, 1)}，处处都装 ${percent(choices.all, 1)}。`
        : '';
    return `${places}：${line}。${compare}`;
  },
  brief: ({ steps }, { success }) => `${steps} 处走完，全程顺当 ${percent(success, 1)}`,
  table(_values, { surviving, effective }) {
    return {
      caption: '一处一处走下去：这一处最后的成功率，走过这里还一直顺当的人（每千位）',
      columns: [
        { label: '第几处' },
        { label: '这一处', unit: '%' },
        { label: '一直顺当', unit: '位' },
        { label: '在这里掉下来', unit: '位' },
      ],
      rows: surviving.map((left, i) => [
        i + 1,
        (effective[i] ?? 0) * 100,
        1000 * left,
        1000 * ((surviving[i - 1] ?? 1) - left),
      ]),
      digits: [0, 2, 0, 0],
    };
  },
  monotone: [
    { param: 'steps', quantity: ({ success }) => success, direction: 'down' },
    { param: 'reliability', quantity: ({ success }) => success, direction: 'up' },
    { param: 'weakness', quantity: ({ success }) => success, direction: 'down' },
    { param: 'failSafe', quantity: ({ success }) => success, direction: 'up' },
    { param: 'recovery', quantity: ({ success }) => success, direction: 'up' },
    {
      param: 'recovery',
      quantity: ({ failuresPerThousand }) => failuresPerThousand,
      direction: 'down',
    },
  ],
});
