import { improvementCeiling, improvementPath } from '../../calc/improvement/improvement-race.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';

/** 比两年。 */
export const months = 24;
/** 差不到这么多分，算不分高下。 */
const tie = 0.1;

const params = {
  measure: {
    kind: 'choice',
    label: '怎么量',
    options: [
      { value: 'end', label: `第 ${months} 月末` },
      { value: 'mean', label: `${months} 个月的平均` },
    ],
    default: 'end',
    meaning: '量最后一天，还是每个月末都量、取平均。',
  },
  gain: {
    kind: 'number',
    label: '甲每次改多少',
    min: 0,
    max: 0.05,
    step: 0.001,
    default: 0.01,
    percent: true,
    meaning: '改一件小事，绩效比当时高出百分之几。',
  },
  interval: {
    kind: 'number',
    label: '甲隔多久改一次',
    unit: '个月',
    min: 1,
    max: 12,
    step: 1,
    default: 1,
    meaning: '1 是每个月都改。',
  },
  bigGain: {
    kind: 'number',
    label: '乙每年改多少',
    min: 0,
    max: 0.3,
    step: 0.01,
    default: 0.1,
    percent: true,
    meaning: '一年一回，一回比当时高出百分之几。',
  },
  month: {
    kind: 'number',
    label: '乙在第几个月改',
    unit: '月',
    min: 1,
    max: 12,
    step: 1,
    default: 6,
    meaning: '每年的第几个月动手，月末见效；1 是年初，12 是年末。',
  },
  backsliding: {
    kind: 'number',
    label: '每月回退',
    min: 0,
    max: 0.3,
    step: 0.01,
    default: 0.1,
    percent: true,
    meaning: '新添而没有固化的那一截，一个月丢掉几成；底线不退。',
  },
  standardized: {
    kind: 'number',
    label: '固化几成',
    min: 0,
    max: 1,
    step: 0.05,
    default: 0,
    percent: true,
    meaning: '每次添上的，当场写进标准、教会每个人的占几成；固化了就不退。两位经理一样。',
  },
} as const;
export type Setting = Values<typeof params>;

const score = (levels: readonly number[]) => ({
  levels,
  end: levels[months] as number,
  mean: levels.slice(1).reduce((sum, each) => sum + each, 0) / months,
});

/** 乙：一年一步，头一步在第 `month` 个月末；在那以前没有动，也没有可退的。 */
function bigStep({ bigGain, backsliding, standardized }: Setting, month: number) {
  const before = 12 - month;
  const { levels } = improvementPath({
    periods: months + before,
    gain: bigGain,
    interval: 12,
    backsliding,
    standardized,
  });
  return score(levels.slice(before));
}

function compute(values: Setting) {
  const { gain, interval, backsliding, standardized, month } = values;
  const policy = { periods: months, gain, interval, backsliding };
  const path = improvementPath({ ...policy, standardized });
  const small = score(path.levels);
  const big = bigStep(values, month);
  const wider = { gain: 2 * gain, interval, backsliding };
  return {
    small,
    baseline: path.baseline,
    big,
    /** 甲一点不退会到哪里；退掉的占多少 */
    ideal: path.levelWithoutBacksliding,
    lost: path.lostShare,
    /** 一点不固化，甲的顶 */
    ceiling: improvementCeiling({ gain, interval, backsliding }),
    /** 换个办法：步子加倍，一点不固化 */
    doubled: score(improvementPath({ ...policy, gain: 2 * gain }).levels).end,
    doubledCeiling: improvementCeiling(wider),
    /** 乙放在每个月改，甲各领先几分 */
    leads: Array.from({ length: 12 }, (_, i) => {
      const other = bigStep(values, i + 1);
      return { month: i + 1, end: small.end - other.end, mean: small.mean - other.mean };
    }),
  };
}
export type Result = ReturnType<typeof compute>;

export const points = (value: number) => fixed(value, 1);
/** 写出来的那个数：两个数的差，照读者看见的减 */
const asShown = (value: number) => Math.round(value * 10) / 10;
/** 10%、0.5%。 */
export const rate = (value: number) => `${upTo(value * 100, 1)}%`;
/** 有没有顶可说：没有固化，而且真的会停下来。 */
export const capped = ({ standardized, gain }: Setting, { ceiling }: Result) =>
  standardized === 0 && gain > 0 && Number.isFinite(ceiling);

const winner = (small: number, big: number) =>
  Math.abs(small - big) < tie ? 'same' : small > big ? 'small' : 'big';

/** 两把尺各量出多少。 */
const bothSay = ({ small, big }: Result) =>
  `${months} 个月的平均，甲 ${points(small.mean)}，乙 ${points(big.mean)}；第 ${months} 月末，甲 ${points(small.end)}，乙 ${points(big.end)}。`;

/** 乙改的那个月，怎样影响两把尺。 */
function timingSays({ month, bigGain }: Setting): string {
  if (bigGain === 0) return '乙没有改，两把尺都是 100。';
  const waited =
    month === 1 ? '乙头一个月就把整整一步拿到手' : `乙头 ${month - 1} 个月一步没有动，平均吃亏`;
  const since =
    month === 12
      ? `第 ${months} 月末，是它刚改完的那一刻`
      : `到第 ${months} 月末，离它上一回改已经 ${12 - month} 个月`;
  return `${waited}；${since}。改的时刻、量的时刻，都会动输赢。`;
}
const flips = (values: Setting, result: Result) => `${bothSay(result)}${timingSays(values)}`;

/** 甲退掉了多少，顶在哪里。 */
function slipSays(values: Setting, result: Result): string {
  const { gain, interval, backsliding, standardized } = values;
  const { ideal, small, lost, ceiling } = result;
  const times = Math.floor(months / interval);
  if (gain === 0) return '甲每次改 0%，就一直是 100。';
  if (backsliding === 0 || standardized === 1)
    return `添上的一点不退，${times} 次利滚利，正是 ${points(ideal)}。`;
  const held = standardized > 0 ? `，固化了 ${percent(standardized)}` : '';
  const top = capped(values, result)
    ? `而且有顶：不固化，改到哪一年也过不了 ${points(ceiling)}，越高，每月退掉的越多，退到和添的一样多就停了。`
    : '';
  return `${times} 次改进一点不退是 ${points(ideal)}；每月退 ${rate(backsliding)}${held}，到第 ${months} 月末是 ${points(small.end)}，好处被吃掉 ${percent(lost)}。${top}`;
}

/** 两个办法比下来。 */
const remedySays = (picked: Side) => (setting: Setting, result: Result) =>
  leaned(picked, result.small.end, result.doubled, {
    small: '固化得太少，抵不过步子小一半。',
    big: '步子加倍，每月退掉的也跟着多。',
  }) + remedies(setting, result);
function remedies(
  { gain, standardized }: Setting,
  { small, doubled, doubledCeiling }: Result,
): string {
  const top = Number.isFinite(doubledCeiling)
    ? `前一个有顶，一直改下去也过不了 ${points(doubledCeiling)}`
    : '两个都没有顶';
  const line = `每次改 ${rate(2 * gain)}、不固化，到 ${points(doubled)}；每次改 ${rate(gain)}、固化 ${percent(standardized)}，到 ${points(small.end)}。`;
  if (gain === 0 || standardized === 0) return line;
  return `${line}${top}${Number.isFinite(doubledCeiling) ? '；后一个的底线每次都抬高一截，还在往上走' : ''}。`;
}

const sides = {
  small: '甲：每月一小步',
  big: '乙：每年一大步',
  same: `差不多，不到 ${tie} 分`,
};
type Side = keyof typeof sides;
/** 押错了的，先说他那一边差在哪里。 */
const leaned = (
  picked: Side,
  small: number,
  big: number,
  says: Record<'small' | 'big', string>,
) => {
  const right = winner(small, big);
  if (picked === right) return '';
  if (picked === 'same')
    return `差 ${points(Math.abs(asShown(small) - asShown(big)))} 分，分得出高下。`;
  return right === 'same' ? '' : says[picked];
};
/** 问平均谁高；`why` 是先提醒的一句。 */
const meanPrediction = (why: string, question: (values: Setting, result: Result) => string) => ({
  kind: 'choice' as const,
  question,
  options: Object.entries(sides).map(([value, label]) => ({
    value,
    label,
    explanation: (values: Setting, result: Result) =>
      `${leaned(value as Side, result.small.mean, result.big.mean, {
        small: '改得勤，不等于月月都高。',
        big: '步子大，不等于月月都高。',
      })}${why}${flips(values, result)}`,
  })),
  answer: (_values: Setting, { small, big }: Result) => winner(small.mean, big.mean),
});

const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;

export const model = defineWidget({
  id: 'improvement-race',
  version: 2,
  title: '小步与大步',
  english: 'The improvement race',
  question: '甲每月改一小步，乙每年改一大步，两年下来谁高？',
  chapter: 'world-class',
  section: 'cycle',
  directional: true,
  params,
  scenarios: [
    {
      id: 'slipping',
      label: '改了又松',
      sentence:
        '沸点火锅（虚构）的区域经理甲，每个月让店里改一件小事，绩效分高出 1%。两年前是 100 分。改完头一个月大家还记得，往后松下来：新添的那一截，一个月退掉一成；店里接着又改下一件。',
      values: {},
    },
    {
      id: 'year-end',
      label: '年底汇报',
      sentence:
        '乙攒着，每年 12 月大改一回，一回 10%，正赶上年底总部来量。两边的店都是每月退 5%，都没有固化。',
      values: { backsliding: 0.05, month: 12, measure: 'mean' },
      predict: meanPrediction(
        '平均看的是一路，不是最后那一天。',
        ({ month }, { small, big }) =>
          `乙每年第 ${month} 个月改。总部只量第 ${months} 月末那一天：甲 ${points(small.end)} 分，乙 ${points(big.end)} 分。要是每个月末都量，取 ${months} 个月的平均，谁高？`,
      ),
    },
    {
      id: 'new-year',
      label: '年初就改',
      sentence:
        '乙换了主意：那一大步不等年底，每年 1 月就改。步子还是 10%，两边照旧每月退 5%，不固化。',
      values: { backsliding: 0.05, month: 1, measure: 'mean' },
      predict: meanPrediction('早几个月到手，就多几个月算进平均。', (values, { small }) => {
        const late = bigStep(values, 12);
        return `乙放在每年 12 月改，${months} 个月的平均是 ${points(late.mean)} 分，甲是 ${points(small.mean)} 分。现在改放在第 ${values.month} 个月，别的都不变，平均谁高？`;
      }),
    },
    {
      id: 'remedy',
      label: '加倍，还是固化',
      sentence:
        '总部给甲一笔钱，只够办一件事：多派人，每个月改的步子加倍；或者步子照旧，把每次的成果写成标准、教会每个人，固化八成。店里仍是每月退一成。',
      values: { standardized: 0.8 },
      predict: {
        kind: 'choice',
        question: ({ gain, backsliding, standardized }) =>
          `每月退 ${rate(backsliding)}。一个办法：每次改 ${rate(2 * gain)}，不固化；另一个：每次改 ${rate(gain)}，固化 ${percent(standardized)}。第 ${months} 月末，哪个高？`,
        options: [
          { value: 'doubled', label: '步子加倍', explanation: remedySays('big') },
          { value: 'held', label: '步子照旧，固化下来', explanation: remedySays('small') },
          { value: 'same', label: sides.same, explanation: remedySays('same') },
        ],
        answer: (_values, { small, doubled }) =>
          ({ small: 'held', big: 'doubled', same: 'same' })[winner(small.end, doubled)],
      },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: ({ gain, interval, backsliding, standardized }, { ideal }) =>
      `甲从 100 分起，${interval === 1 ? '每个月' : `每 ${interval} 个月`}改 ${rate(gain)}；一点不退的话，第 ${months} 月末是 ${points(ideal)} 分。现在高出底线的那一截，每月先退 ${rate(backsliding)} 再改，${standardized === 0 ? '一点没有固化' : `每次固化 ${percent(standardized)}`}。第 ${months} 月末几分？`,
    unit: '分',
    min: 0,
    max: 400,
    digits: 1,
    tolerance: 0.013,
    answer: (_values, { small }) => small.end,
    hit: (values, result) => `准。${slipSays(values, result)}`,
    misreads: [
      {
        when: (guess, answer, _values, { ideal }) => guess > answer && near(guess, ideal, 1.5),
        text: (values, result) => `这是一点不退的数。${slipSays(values, result)}`,
      },
      {
        when: (guess, answer, { backsliding }, { ideal }) =>
          guess > answer && near(guess, 100 + (ideal - 100) * (1 - backsliding), 1.5),
        text: (values, result) =>
          `你大概只退了一回。每个月都要退：头一次添的那一截，到第 ${months} 月末只剩 ${percent((1 - values.backsliding) ** (months - values.interval))}。${slipSays(values, result)}`,
      },
      {
        when: (guess, answer) => guess < 50 && answer > 100,
        text: (values, result, guess) =>
          `${points(guess)} 像是涨了几分；问的是第 ${months} 月末几分，从 100 起，涨 ${points(guess)} 就是 ${points(100 + guess)}。${slipSays(values, result)}`,
      },
      {
        when: (guess, answer) => guess <= 100 && answer > 100,
        text: (values, result) =>
          `退的只有新添的那一截，底下的 100 不动，退得再快也不会低过它。${slipSays(values, result)}`,
      },
      {
        when: (guess, answer) => guess > answer,
        text: (values, result) => `高了。${slipSays(values, result)}`,
      },
      {
        when: () => true,
        text: (values, result) =>
          `低了：退的是新添的那一截，每次又添上新的。${slipSays(values, result)}`,
      },
    ],
  },
  sentence(values, result) {
    const { small, big, ceiling } = result;
    const [byEnd, byMean] = [winner(small.end, big.end), winner(small.mean, big.mean)];
    const turned = byEnd !== 'same' && byMean !== 'same' && byEnd !== byMean;
    const top = capped(values, result) ? `不固化，甲一直改下去也过不了 ${points(ceiling)}。` : '';
    return `${bothSay(result)}${turned ? '换一个量法，输赢就翻过来。' : ''}${top}`;
  },
  brief: ({ measure }, { small, big }) =>
    measure === 'end'
      ? `第 ${months} 月末：甲 ${points(small.end)}，乙 ${points(big.end)}`
      : `${months} 个月平均：甲 ${points(small.mean)}，乙 ${points(big.mean)}`,
  table(_values, { small, big, baseline }) {
    return {
      caption: `每个月末的绩效分；平均，甲 ${points(small.mean)}，乙 ${points(big.mean)}`,
      columns: [
        { label: '第几月末' },
        { label: '甲', unit: '分' },
        { label: '甲已固化的底线', unit: '分' },
        { label: '乙', unit: '分' },
      ],
      rows: small.levels.map((level, i) => [
        i,
        level,
        baseline[i] as number,
        big.levels[i] as number,
      ]),
      digits: [0, 1, 1, 1],
    };
  },
  monotone: [
    { param: 'backsliding', quantity: ({ small }) => small.end, direction: 'down' },
    { param: 'backsliding', quantity: ({ big }) => big.mean, direction: 'down' },
    { param: 'standardized', quantity: ({ small }) => small.end, direction: 'up' },
    { param: 'gain', quantity: ({ small }) => small.mean, direction: 'up' },
    { param: 'bigGain', quantity: ({ big }) => big.end, direction: 'up' },
    { param: 'month', quantity: ({ big }) => big.mean, direction: 'down' },
    { param: 'month', quantity: ({ big }) => big.end, direction: 'up' },
  ],
});
