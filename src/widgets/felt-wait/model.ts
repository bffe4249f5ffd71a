import {
  illustrativeMultipliers,
  perceivedWait,
  type WaitConditions,
} from '../../calc/psychology/perceived-wait.ts';
import { fixed, percent } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

/** 一种处境：没有这回事；有，没管；有，改的时候治好了。 */
type State = 'none' | 'left' | 'cured';

const conditions = {
  preProcess: {
    label: '服务还没开始',
    meaning: '人还在门外，没人招呼；治法是先请进来，倒茶、递菜单。',
  },
  uncertain: { label: '不知道还要多久', meaning: '治法是叫号屏、倒计时、“前面还有几位”。' },
  unexplained: { label: '没人说为什么', meaning: '治法是一句解释：今天人多在哪里，卡在哪一步。' },
  unfair: { label: '有人插到前面', meaning: '治法是一条队、先来先办，看得见。' },
  anxious: { label: '心里不踏实', meaning: '怕轮不到、怕误点、怕结果；治法是把担心的事先答了。' },
  solo: { label: '一个人等', meaning: '治法是让等的人之间有话说、有事一起做。' },
} as const;
type Condition = keyof typeof conditions;

function conditionParam(name: Condition) {
  return {
    kind: 'choice',
    label: conditions[name].label,
    meaning: conditions[name].meaning,
    options: [
      { value: 'none', label: '没有' },
      { value: 'left', label: '有' },
      { value: 'cured', label: '有，改好了' },
    ],
    default: 'none',
  } as const;
}

export type Setting = { total: number; before: number; after: number; expected: number } & Record<
  Condition,
  string
>;

function conditionsOf(values: Setting, side: 'before' | 'after'): WaitConditions {
  const held = (state: string) => state === 'left' || (side === 'before' && state === 'cured');
  return Object.fromEntries(
    (Object.keys(conditions) as Condition[]).map((name) => [name, held(values[name] as State)]),
  );
}

/** 一种安排：有事做的一段，加上干等的一段。 */
function arrange({
  total,
  occupied,
  held,
}: {
  total: number;
  occupied: number;
  held: WaitConditions;
}) {
  const busy = Math.min(occupied, total);
  const result = perceivedWait({
    segments: [
      { ...held, time: busy, occupied: true },
      { ...held, time: total - busy },
    ],
  });
  return {
    busy,
    idle: total - busy,
    feltBusy: result.perceivedBySegment[0] as number,
    feltIdle: result.perceivedBySegment[1] as number,
    felt: result.perceived,
  };
}
export type Arrangement = ReturnType<typeof arrange>;

/** 猜的四种等法：都是同样的分钟，各治好一样，只有“马上就好”什么也没治。 */
const waysToWait = [
  {
    value: 'walk',
    name: '走着等',
    label: '一大半时间在走路，走到了再等一小会儿',
    explanation:
      '走路听上去更累，可脚有事做，每一步都在靠近。休斯敦机场就是这样做的：让旅客多走一段，投诉几乎没了。',
    held: { preProcess: true, uncertain: true },
    occupied: 0.75,
  },
  {
    value: 'told',
    name: '说清要多久',
    label: '站着等，一开始就说清“要等这么久”',
    explanation:
      '把长短说破，听着吓人，其实让人踏实：有期限的等待比没有期限的短。知道了终点，人可以去做别的事，不必一直数着。',
    held: { preProcess: true },
    occupied: 0,
  },
  {
    value: 'soon',
    name: '“马上就好”',
    label: '站着等，每次问都回一句“马上就好”',
    explanation:
      '这句话最客气，也最熬人。它没有给期限，却让人从这一刻起每分钟都在等“马上”，于是每一分钟都成了食言。',
    held: { preProcess: true, uncertain: true },
    occupied: 0,
  },
  {
    value: 'seated',
    name: '先请坐',
    label: '先请坐，倒茶、递菜单，菜还没有影子',
    explanation:
      '菜确实一点没快。可一坐下，客人心里“服务已经开始了”，最怕的“被忘在门外”没有了；服务开始之后的等待比开始之前的短。',
    held: { uncertain: true },
    occupied: 0,
  },
] as const;

/** 要不要说一声“干等”：全程有事做，或者全程干等。 */
function describe({ busy, idle }: Arrangement): string {
  if (busy === 0) return `全程干等 ${fixed(idle)} 分钟`;
  if (idle === 0) return `全程 ${fixed(busy)} 分钟有事做`;
  return `有事做 ${fixed(busy)} 分钟、干等 ${fixed(idle)} 分钟`;
}

export const model = defineWidget({
  id: 'felt-wait',
  version: 2,
  title: '等待感受器',
  english: 'The felt wait',
  question: '钟上一分钟也不减，心里那只钟能不能走慢一点？',
  chapter: 'queueing',
  section: 'felt-wait',
  directional: true,
  params: {
    total: {
      kind: 'number',
      label: '总共要等',
      unit: '分钟',
      min: 2,
      max: 60,
      step: 1,
      default: 8,
      meaning: '墙上那只钟走了多少。改来改去，这一项两边总是相同。',
    },
    before: {
      kind: 'number',
      label: '原来有事做',
      unit: '分钟',
      min: 0,
      max: 60,
      step: 1,
      default: 1,
      meaning: '走路、填表、看菜单，手脚或眼睛有着落的时间。',
    },
    after: {
      kind: 'number',
      label: '改后有事做',
      unit: '分钟',
      min: 0,
      max: 60,
      step: 1,
      default: 6,
      meaning: '加镜子、加小食、多走一段路，把干等换成有事做。',
    },
    expected: {
      kind: 'number',
      label: '来之前以为要等',
      unit: '分钟',
      min: 0,
      max: 90,
      step: 1,
      default: 10,
      meaning: '满意是感知减期望：心里觉得比这短，就满意。',
    },
    preProcess: conditionParam('preProcess'),
    uncertain: conditionParam('uncertain'),
    unexplained: conditionParam('unexplained'),
    unfair: conditionParam('unfair'),
    anxious: conditionParam('anxious'),
    solo: conditionParam('solo'),
  },
  scenarios: [
    {
      id: 'baggage',
      label: '机场取行李',
      sentence:
        '从下飞机到拿到行李一共 8 分钟。原来走 1 分钟、站在转盘前等 7 分钟；后来走的路变成六倍；假定总时间没变，就是走 6 分钟、等 2 分钟。',
      values: { total: 8, before: 1, after: 6, expected: 10 },
    },
    {
      id: 'lift',
      label: '写字楼等电梯',
      sentence:
        '早高峰等电梯要 4 分钟，电梯快不了。物业（虚构案例）在电梯厅装了一面镜子和楼层显示屏。',
      values: { total: 4, before: 0, after: 3, expected: 4, uncertain: 'cured' },
    },
    {
      id: 'hotpot',
      label: '火锅店等位',
      sentence:
        '沸点火锅（虚构案例）周末等位 40 分钟。原来客人在门口站着，不知道还有几桌；现在有小食，有棋，屏幕上报号。',
      values: { total: 40, before: 5, after: 25, expected: 50, uncertain: 'cured' },
    },
    {
      id: 'blood-test',
      label: '门诊抽血',
      sentence:
        '抽血处（虚构案例）要等 15 分钟，人饿着肚子，惦记着结果，没有事可做。能改的只有一样：说清楚前面还有几位、大约几分钟。',
      values: { total: 15, before: 0, after: 0, expected: 30, anxious: 'left', uncertain: 'cured' },
    },
  ],
  compute(values) {
    const { total } = values;
    const before = arrange({
      total,
      occupied: values.before,
      held: conditionsOf(values, 'before'),
    });
    const after = arrange({ total, occupied: values.after, held: conditionsOf(values, 'after') });
    return {
      before,
      after,
      change: after.felt / before.felt - 1,
      satisfactionBefore: values.expected - before.felt,
      satisfactionAfter: values.expected - after.felt,
      waysToWait: waysToWait.map(({ value, name, held, occupied }) => ({
        value,
        name,
        felt: arrange({ total, occupied: occupied * total, held }).felt,
      })),
    };
  },
  predict: {
    kind: 'choice',
    question: ({ total }) =>
      `都是 ${total} 分钟，一分钟不多，一分钟不少。下面四种等法，心里觉得最长的是哪一种？`,
    options: waysToWait.map(({ value, label, explanation }) => ({ value, label, explanation })),
    // 别的三种都是在“马上就好”上面治好了一样，倍数取多少它都最长
    answer: (_values, result) =>
      result.waysToWait.reduce((longest, way) => (way.felt > longest.felt ? way : longest)).value,
  },
  sentence({ total, expected }, { before, after, change, satisfactionBefore, satisfactionAfter }) {
    const against = (gap: number) => {
      if (Math.abs(gap) < 0.05) return '和预期一样';
      return gap > 0 ? `比预期短 ${fixed(gap, 1)} 分钟` : `比预期长 ${fixed(-gap, 1)} 分钟`;
    };
    const original = `${describe(before)}，心里像 ${fixed(before.felt, 1)} 分钟，${against(satisfactionBefore)}`;
    if (Math.abs(change) < 1e-9)
      return `钟上 ${total} 分钟，以为要等 ${expected} 分钟。${original}；现在的安排和原来没有差别。`;
    return `钟上都是 ${total} 分钟，以为要等 ${expected} 分钟。原来${original}；改后${describe(after)}，心里像 ${fixed(after.felt, 1)} 分钟，${against(satisfactionAfter)}。心里那只钟${
      change < 0 ? '短' : '长'
    }了 ${percent(Math.abs(change))}，墙上的钟没有动。`;
  },
  brief: (_values, { before, after }) =>
    `心里像：原来 ${fixed(before.felt, 1)} 分钟，改后 ${fixed(after.felt, 1)} 分钟`,
  table(_values, { before, after }) {
    const rows = (name: string, side: Arrangement) => [
      [`${name}：有事做`, side.busy, ratio(side.feltBusy, side.busy), side.feltBusy],
      [`${name}：干等`, side.idle, ratio(side.feltIdle, side.idle), side.feltIdle],
      [`${name}：合计`, side.busy + side.idle, side.felt / (side.busy + side.idle), side.felt],
    ];
    return {
      caption: '钟上的分钟与心里的分钟（倍数为示意，只有方向出自梅斯特）',
      columns: [
        { label: '时间段' },
        { label: '钟上', unit: '分钟' },
        { label: '放大', unit: '倍' },
        { label: '心里', unit: '分钟' },
      ],
      rows: [...rows('原来', before), ...rows('改后', after)],
      digits: [0, 0, 2, 1],
    };
  },
  monotone: [
    { param: 'total', quantity: ({ after }) => after.felt, direction: 'up' },
    { param: 'after', quantity: ({ after }) => after.felt, direction: 'down' },
    { param: 'before', quantity: ({ before }) => before.felt, direction: 'down' },
    {
      param: 'expected',
      quantity: ({ satisfactionAfter }) => satisfactionAfter,
      direction: 'up',
    },
  ],
});

/** 那一段没有时间，就谈不上放大。 */
function ratio(felt: number, clock: number): number | string {
  return clock > 0 ? felt / clock : '—';
}

/** 写在画面下面：这些倍数从哪里来。 */
export const multiplierNote = [
  ['干等', illustrativeMultipliers.unoccupied],
  ...(Object.keys(conditions) as Condition[]).map(
    (name) => [conditions[name].label, illustrativeMultipliers[name]] as const,
  ),
]
  .map(([label, value]) => `${label} ×${value}`)
  .join('，');

export type Result = ReturnType<typeof model.compute>;
