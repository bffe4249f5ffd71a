import { recoveryParadox } from '../../calc/quality/service-recovery.ts';
import { fixed, percent } from '../../lib/format.ts';
import {
  defineWidget,
  type ChoicePrediction,
  type NumberParam,
  type Values,
} from '../../widget-kit/model.ts';

const degree = (label: string, value: number, meaning: string) =>
  ({
    kind: 'number',
    label,
    min: 0,
    max: 1,
    step: 0.05,
    default: value,
    percent: true,
    meaning,
  }) satisfies NumberParam;

const params = {
  severity: degree('失误有多重', 0.4, '0% 是没有察觉，100% 是毁了整件事。'),
  speed: degree('处理得多快', 1, '100% 是当场处理。'),
  compensation: degree('补偿得多足', 0.9, '0% 是一分不赔，100% 是赔到顾客觉得足够。'),
  apology: degree('道歉与态度', 1, '0% 是推脱，100% 是认错、说清缘由、当面道歉。'),
  failureCount: {
    kind: 'number',
    label: '这位顾客第几次碰上',
    unit: '次',
    min: 1,
    max: 3,
    step: 1,
    default: 1,
    meaning: '每一次失误、每一次补救都与这一次一样。',
  },
} as const satisfies Record<string, NumberParam>;
export type Setting = Values<typeof params>;

/** 差得不到这么多，就说“差不多”。 */
const near = 0.025;
/** 三样补救各自单独做：它们的效果相加就是全部补救的效果。 */
export const means = ['speed', 'compensation', 'apology'] as const;

function compute({ failureCount, ...recovery }: Setting) {
  const nothing = { ...recovery, speed: 0, compensation: 0, apology: 0 };
  const course = Array.from({ length: failureCount }, (_, i) => ({
    harmed: recoveryParadox({ ...nothing, failureCount: i + 1 }),
    healed: recoveryParadox({ ...recovery, failureCount: i + 1 }),
  }));
  const now = recoveryParadox({ ...recovery, failureCount });
  const harm = recoveryParadox({ ...nothing, failureCount }).satisfaction;
  return {
    now,
    first: recoveryParadox(recovery),
    harm,
    /** 第一次失误而撒手不管 */
    neglected: recoveryParadox(nothing).satisfaction,
    course,
    gains: means.map(
      (each) =>
        recoveryParadox({ ...nothing, [each]: recovery[each], failureCount }).satisfaction - harm,
    ),
    boundary: boundary(failureCount),
  };
}
export type Result = ReturnType<typeof compute>;

/** 满意对补救质量是一条直线：由它在 0 与 100% 的两头定出多重的失误要补救到几成才反超；到不了就是 null。 */
function boundary(failureCount: number) {
  return Array.from({ length: 41 }, (_, i) => {
    const severity = i / 40;
    const [none, all] = [0, 1].map(
      (q) =>
        recoveryParadox({ severity, speed: q, compensation: q, apology: q, failureCount })
          .satisfaction,
    ) as [number, number];
    return { severity, needed: all > 1e-12 && severity > 0 ? none / (none - all) : null };
  });
}

/** 以没出过错的顾客为 0。 */
export function signed(value: number): string {
  if (Math.abs(value) < 0.005) return '0';
  return `${value > 0 ? '+' : ''}${fixed(value, 2)}`;
}
const compare = (value: number) =>
  Math.abs(value) <= near
    ? '同没出过错的差不多'
    : value > 0
      ? '比没出过错的还高'
      : '比没出过错的低';

type Ending = 'both' | 'only' | 'level' | 'down';
const ending = ({ now }: Result): Ending =>
  now.satisfaction > near ? 'only' : now.satisfaction < -near ? 'down' : 'level';

/** 为什么是这样：扣了多少，补回多少。 */
function because({ now, harm }: Result): string {
  const back = signed(now.satisfaction - harm);
  const books = `失误扣掉 ${fixed(-harm, 2)}，补救补回 ${back}，满意是 ${signed(now.satisfaction)}，复购是 ${signed(now.repurchase)}。`;
  return `${books}${now.repurchase < now.satisfaction - 0.005 ? '复购至多补平，不会反超。' : ''}`;
}

type Ask = ChoicePrediction<typeof params, Result>;
/** 一次补救做下来，满意与复购各到哪里。`lesson` 是这个场景要说的那一层。 */
const asksEnding = (
  question: string,
  lesson: (setting: Setting, result: Result) => string,
): Ask => {
  const option = (value: Ending, label: string, missed: string, reached = missed) => ({
    value,
    label,
    explanation: (setting: Setting, result: Result) =>
      `${ending(result) === value ? '' : ending(result) === 'only' ? reached : missed}${because(result)}${lesson(setting, result)}`,
  });
  return {
    kind: 'choice',
    question,
    options: [
      option('both', '更满意，也更愿意再来', '两样都没有那么高。', '从满意一步跳到了再来。'),
      option('only', '更满意，但没有更愿意再来', '把补救的力气估得大了。'),
      option('level', '只有满意回到没出错的样子', '没有正好补平。'),
      option('down', '还是没有那么满意', '把失误看得重了。'),
    ],
    answer: (_values, result) => ending(result),
  };
};

const again = ({ now, first, neglected }: Result) =>
  now.satisfaction >= first.satisfaction - near
    ? 'same'
    : now.satisfaction >= -near
      ? 'level'
      : now.satisfaction >= neglected
        ? 'below'
        : 'worse';

/** 第二次的道理，四种猜法都要说到。 */
const twice = ({ failureCount }: Setting, { now, first, neglected, harm }: Result) =>
  failureCount === 1
    ? `这里只有一次，满意是 ${signed(now.satisfaction)}。`
    : `第一次补救以后 ${signed(first.satisfaction)}，到第 ${failureCount} 次是 ${signed(now.satisfaction)}，第一次撒手不管也不过 ${signed(neglected)}。失误的账加到了 ${signed(harm)}，同样的补救只剩${failureCount === 2 ? '一半' : '三分之一'}的分量。`;
const repeated = (missed: string) => (setting: Setting, result: Result) =>
  `${missed}${twice(setting, result)}马克斯汉姆与内特迈耶（2002）跟了同一批人 20 个月：头一次补得满意能有悖论，第二次不再有。`;

export const model = defineWidget({
  id: 'recovery-paradox',
  version: 2,
  title: '补救悖论',
  english: 'The recovery paradox',
  question: '出了错再好好补救，顾客会不会比从没出过错的还满意？还会再来吗？',
  chapter: 'quality',
  section: 'recover',
  directional: true,
  params,
  scenarios: [
    {
      id: 'soup',
      label: '洒了一碗汤',
      sentence:
        '沸点火锅（虚构案例）的服务员把热汤洒在客人裤子上。当场换座，递上一条新裤子，免了半单，诚心道歉，第二天店长又打电话问。',
      values: {},
    },
    {
      id: 'again',
      label: '又洒了一回',
      sentence: '还是这位客人，下个月又被洒了一回。还是当场换座、新裤子、免半单、同样诚恳的道歉。',
      values: { failureCount: 2 },
      predict: {
        kind: 'choice',
        question: '这一次补救以后，他对这家店的满意在哪里？',
        options: [
          {
            value: 'same',
            label: '还像第一次那样',
            explanation: repeated('你让补救每次都从头来过，可是他记得上一次。'),
          },
          {
            value: 'level',
            label: '回到没出错的样子',
            explanation: repeated('没有补平。'),
          },
          {
            value: 'below',
            label: '低了，但好过头一次撒手不管',
            explanation: repeated('还要低。'),
          },
          {
            value: 'worse',
            label: '比头一次撒手不管还低',
            explanation: repeated(''),
          },
        ],
        answer: (_values, result) => again(result),
      },
    },
    {
      id: 'takeaway',
      label: '外卖洒了汤',
      sentence:
        '汤洒了半碗（虚构案例）。骑手没到楼下，店长的电话先到：认错、道歉，重做的一份已经出门。钱一分没有退。',
      values: { compensation: 0 },
      predict: asksEnding(
        '一分不赔，只是快和道歉。这位顾客同没出过错的比，会怎样？',
        ({ compensation }) =>
          compensation === 0
            ? '不赔钱也能补回一大截，反超就差了赔的那一份。三样各占三分之一是这里设的，别拿它去砍补偿。'
            : '',
      ),
    },
    {
      id: 'hotel',
      label: '酒店满房',
      sentence:
        '深夜到店，订好的房没有了（虚构案例）。等了半个多小时才送去别家，房费、车费全免；前台反复说“系统的问题”。',
      values: { severity: 0.9, speed: 0.7, compensation: 1, apology: 0.4 },
      predict: asksEnding(
        '赔得足足的，只是慢、没有好好道歉。这位客人同没出过错的比，会怎样？',
        ({ severity }, { now }) => {
          const light = recoveryParadox({
            severity: 0.4,
            speed: now.recoveryQuality,
            compensation: now.recoveryQuality,
            apology: now.recoveryQuality,
          }).satisfaction;
          return severity > 0.4
            ? `同样做到 ${percent(now.recoveryQuality)} 的补救，放在轻一些的失误（40%）上是 ${signed(light)}。失误越重，要补得越满才有反超。`
            : '';
        },
      ),
    },
  ],
  compute,
  predict: asksEnding(
    '快、赔、道歉样样做到。这位顾客同从没碰上失误的顾客比，会怎样？',
    () =>
      '德马托斯等（2007）合并多项研究：补救好的，满意显著更高，复购、口碑、形象都没有显著更高。',
  ),
  sentence({ failureCount }, { now, first }) {
    const which = failureCount === 1 ? '' : `第 ${failureCount} 次失误，`;
    const before = failureCount === 1 ? '' : `同样的补救，头一次是 ${signed(first.satisfaction)}。`;
    return `${which}补救做到 ${percent(now.recoveryQuality)}：满意${compare(now.satisfaction)}（${signed(now.satisfaction)}），再来的意愿${compare(now.repurchase)}（${signed(now.repurchase)}）。${before}`;
  },
  brief: (_values, { now }) =>
    `满意 ${signed(now.satisfaction)}，复购 ${signed(now.repurchase)}（没出过错是 0）`,
  table({ failureCount: _count, ...recovery }: Setting) {
    return {
      caption: '各次失误补救前后，比没出过错的顾客（0）高低多少；系数是设定的，只看方向',
      columns: [
        { label: '第几次' },
        { label: '补救前' },
        { label: '补救后满意' },
        { label: '补救后复购' },
      ],
      rows: compute({ ...recovery, failureCount: 3 }).course.map(({ harmed, healed }, i) => [
        i + 1,
        harmed.satisfaction,
        healed.satisfaction,
        healed.repurchase,
      ]),
      digits: [0, 2, 2, 2],
    };
  },
  monotone: [
    ...means.map((param) => ({
      param,
      quantity: ({ now }: Result) => now.satisfaction,
      direction: 'up' as const,
    })),
    { param: 'failureCount', quantity: ({ now }) => now.satisfaction, direction: 'down' },
    { param: 'severity', quantity: ({ now }) => now.repurchase, direction: 'down' },
  ],
});
