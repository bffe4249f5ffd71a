import { overAdjustment } from '../../calc/quality/control/over-adjustment.ts';
import { runLength, signalWithin } from '../../calc/quality/control/run-length.ts';
import { fixed, percent, upTo } from '../../lib/format.ts';
import { defineWidget, type Values } from '../../widget-kit/model.ts';
import {
  handRun,
  mostCups,
  reach,
  ruledRun,
  shiftedStream,
  smoothedWaits,
  untouchedRun,
} from './cups.ts';

const params = {
  story: {
    kind: 'choice',
    label: '问哪一件',
    options: [
      { value: 'hand', label: '亲手拨' },
      { value: 'rule', label: '照规矩拨' },
      { value: 'alarm', label: '误报' },
      { value: 'shift', label: '真偏了' },
    ],
    default: 'hand',
    onStage: true,
    meaning: '四问用的是同一台出糖机。',
  },
  hand: {
    kind: 'list',
    label: '我拨的',
    own: true,
    onStage: true,
    item: '杯',
    fields: {
      at: {
        kind: 'number',
        label: '机器拨到',
        unit: '克',
        min: -reach,
        max: reach,
        step: 0.1,
        default: 0,
      },
    },
    atLeast: 0,
    atMost: mostCups,
    default: [],
    meaning: '每杯出来之前，机器拨到哪里：0 是原来的位置。',
  },
  beyond: {
    kind: 'number',
    label: '偏出几个 σ 才动手',
    symbol: 'k',
    unit: 'σ',
    min: 0,
    max: 4,
    step: 0.1,
    default: 0,
    meaning: 'σ 是 1 克。偏出这么多才往回拨，也才算越限；0 是杯杯都拨。',
  },
  watched: {
    kind: 'number',
    label: '一共看几点',
    unit: '点',
    min: 10,
    max: 400,
    step: 10,
    default: 30,
    meaning: '一杯一点，一家店一个月也是一点。亲手拨的只有 30 杯，再多的机器停着不动。',
  },
  shift: {
    kind: 'number',
    label: '机器真偏了',
    symbol: 'δ',
    unit: 'σ',
    min: 0,
    max: 3,
    step: 0.1,
    default: 0,
    meaning: '0 是对得准，起落全是偶然。“真偏了”的那一串，从第 11 杯起偏。',
  },
  batch: {
    kind: 'number',
    label: '第几批',
    min: 1,
    max: 99,
    step: 1,
    default: 56,
    meaning: '换一批偶然：规矩不变，拨法不变，运气换一换。',
  },
} as const;
export type Setting = Values<typeof params>;

/** 几点平均成一点来看。 */
export const grouped = 4;

function compute({ hand, beyond, watched, shift, batch }: Setting) {
  const none = untouchedRun(watched, batch, shift);
  const mine = handRun(hand, watched, batch, shift);
  const ruled = ruledRun(beyond, watched, batch, shift);
  const sigmas = Math.max(beyond, 1e-6);
  const watch = (change: { shift?: number; sampleSize?: number; sigmas?: number }) =>
    runLength({ shift, sigmas, ...change });
  const settled = mine.positions.reduce((sum, at) => sum + at * at, 0) / watched;
  return {
    /** 出糖机前：拨过的 30 杯 */
    desk: handRun(hand, mostCups, batch, shift).points,
    none,
    mine,
    ruled,
    /** 拨过的与一次不拨的，均方偏差之比 */
    mineRatio: mine.meanSquare / none.meanSquare,
    /** 同样的拨法，换许多批偶然，平均是几倍 */
    mineExpected: (1 + settled) / (1 + shift * shift),
    ruledRatio: ruled.meanSquare / none.meanSquare,
    rule: overAdjustment({ beyond, drops: watched, offset: shift }),
    everyCup: overAdjustment({ beyond: 0, drops: watched, offset: shift }).ratio,
    one: watch({}).signalProbability,
    any: signalWithin({ shift, sigmas }, watched),
    /** 平均几点报警：单杯、四杯平均的图、加权平均图 */
    wait: {
      single: watch({}).averageRunLength,
      grouped: watch({ sampleSize: grouped }).averageRunLength,
      smoothed: smoothedWaits[Math.round(shift * 10)] as number,
    },
    stream: shiftedStream(watched, batch, shift, sigmas),
  };
}
export type Result = ReturnType<typeof compute>;

export const ratio = (value: number) => `${fixed(value, 2)} 倍`;
/** 平均几杯：多到数不清的不写小数。 */
export const cupsText = (value: number) =>
  value >= 1e6 ? '一百万杯以上' : `${value >= 100 ? fixed(value) : upTo(value, 1)} 杯`;
const sigma = (value: number) => `${upTo(value, 1)}σ`;

/** 拨得怎么样：先说事实。 */
function handFacts({ hand, watched }: Setting, { mine, none, mineRatio }: Result): string {
  if (mine.adjustments === 0 && hand.length > 0)
    return '你一次也没有拨，两串是同一串。能忍住不动手，不容易。';
  if (mine.adjustments === 0) return '你还没有动手，机器一直停在原处，两串是同一串。';
  const done = hand.length < watched ? `出了 ${hand.length} 杯，后面的停着没动；` : '';
  return `${done}拨了 ${mine.adjustments} 次，均方偏差 ${fixed(mine.meanSquare, 2)}；一次不拨是 ${fixed(none.meanSquare, 2)}。你的是它的 ${ratio(mineRatio)}。`;
}
/** 再说为什么。 */
function handWhy({ shift }: Setting, { mine, mineRatio, mineExpected }: Result): string {
  if (mine.adjustments === 0) return '';
  if (shift > 0) return `这台机器真偏了 ${sigma(shift)}，往回拨是有用的，难在不知道该拨多少。`;
  const luck =
    mineRatio < 0.98
      ? '这一批碰巧合了你的手。'
      : '机器对得准，偏的那一点是偶然；追着它拨，等于把上一杯的偶然添到下一杯上。';
  return `${luck}照你拨到的这些位置，换许多批偶然，平均是 ${ratio(mineExpected)}，不会小于 1。`;
}

export const model = defineWidget({
  id: 'tampering',
  version: 2,
  title: '拨还是不拨',
  english: 'Leave it alone?',
  question: '一杯多一点，一杯少一点。看见偏了就往回拨，会更准吗？什么时候才该动手？',
  chapter: 'quality',
  section: 'control',
  params,
  scenarios: [
    {
      id: 'by-hand',
      label: '亲手拨 30 杯',
      sentence:
        '奶茶店的出糖机（虚构），每杯该出 20 克。机器对得准时，一杯也会多一点、少一点，标准差 1 克。你站在机器前：出一杯，称一杯，觉得偏了，就把橙色的菱形往回拖，再出下一杯。',
      values: {},
    },
    {
      id: 'rule',
      label: '偏多了才拨',
      sentence:
        '店长立了规矩：称出来离 20 克不到 1 克的，不许动机器；偏出 1 克以上，差多少往回拨多少。机器其实一直对得准。',
      values: { story: 'rule', beyond: 1 },
      predict: {
        kind: 'number',
        question: ({ beyond, watched }, { everyCup }) =>
          `杯杯都拨，${watched} 杯的均方偏差是一次不拨的 ${ratio(everyCup)}。改成偏出 ${sigma(beyond)} 以上才拨，是几倍？`,
        unit: '倍',
        min: 0,
        max: 10,
        digits: 2,
        tolerance: 0.05,
        answer: (_values, { rule }) => rule.ratio,
        hit: ({ beyond }, { one }) =>
          `“偏多了才拨”省不了多少。对得准的机器，100 杯里也有 ${upTo(one * 100, 1)} 杯偏出 ${sigma(beyond)}；拨过一次，机器就真的歪了，后面更容易偏出去。把门槛往右拖，看放到哪里才几乎不吃亏；再多看些点，同样的门槛就不够了。`,
        misreads: [
          {
            when: (guess, answer) => guess < answer && guess <= 1.2,
            text: ({ beyond }, { one, rule }) =>
              `偏得多，不等于机器歪了。对得准的机器，100 杯里也有 ${upTo(one * 100, 1)} 杯偏出 ${sigma(beyond)}，照规矩平均拨 ${upTo(rule.adjustments, 1)} 次；每拨一次，机器就带着上一杯的偶然走。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: ({ watched }, { rule }) =>
              `少拨了一些，好得没有这么多：${watched} 杯平均还要拨 ${upTo(rule.adjustments, 1)} 次，而且专拨偏得最多的，一拨就拨得最远。`,
          },
          {
            when: () => true,
            text: (_values, { everyCup, rule }) =>
              `高了。杯杯都拨也只有 ${ratio(everyCup)}，这个规矩是 ${ratio(rule.ratio)}。`,
          },
        ],
      },
    },
    {
      id: 'thirty-shops',
      label: '三十家店',
      sentence:
        '30 家门店，每月各抽一杯称一称，一年 12 个点，画在同一张表上：越出 3σ 就要店长写说明。这一年里，30 台机器其实都对得准。',
      values: { story: 'alarm', beyond: 3, watched: 360 },
      predict: {
        kind: 'number',
        question: ({ watched, beyond }) =>
          `一共 ${watched} 个点，限是 ${sigma(beyond)}。一年里至少有一家要写说明的机会，百分之几？`,
        unit: '%',
        min: 0,
        max: 100,
        digits: 0,
        tolerance: 0.1,
        answer: (_values, { any }) => any * 100,
        hit: ({ watched, beyond }, { one }) =>
          `一点越限的机会只有 ${upTo(one * 100, 2)}%，${watched} 点都躲过去却不容易：1 − (1 − ${upTo(one, 4)}) 的 ${watched} 次方。换成 ${beyond > 2 ? '2σ 的限，30 个点就有 75%' : '3σ 的限，30 个点只有 8%'}。`,
        misreads: [
          {
            when: (guess, answer, _values, { one }) =>
              guess < answer && guess <= Math.max(5, one * 100 + 1),
            text: ({ watched, beyond }, { one, any }) =>
              `${upTo(one * 100, 2)}% 是一个点越出 ${sigma(beyond)} 的机会。看 ${watched} 个点，就有 ${watched} 次机会撞上，合起来 ${percent(any)}。`,
          },
          {
            when: (guess, answer, { watched }, { one }) =>
              guess > answer && Math.abs(guess - Math.min(100, watched * one * 100)) < 4,
            text: ({ watched }, { one, any }) =>
              `你大概把 ${watched} 个 ${upTo(one * 100, 2)}% 加了起来。有的年份一家也没有，有的年份三家，加法把它们摊平了；“至少一家”要从一家也没有的机会反过来算，${percent(any)}。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: ({ watched }, { any, one }) =>
              `低了。平均越限 ${upTo(watched * one, 1)} 个，可运气不是匀着来的，一家也没有的年份只占 ${percent(1 - any)}。`,
          },
          {
            when: () => true,
            text: ({ watched }, { any, one }) =>
              `高了。平均越限 ${upTo(watched * one, 1)} 个，总有些年份一家也没有，占 ${percent(1 - any)}。`,
          },
        ],
      },
    },
    {
      id: 'small-shift',
      label: '真偏了 1 克',
      sentence:
        '换了一批糖浆，机器真的偏了 1 克（1σ），往后每杯都多 1 克上下。还是一杯一点，越出 3σ 才报警：这样才不会天天误报。',
      values: { story: 'shift', beyond: 3, shift: 1, watched: 40 },
      predict: {
        kind: 'number',
        question: ({ shift, beyond }) =>
          shift === 0
            ? `机器没有偏，限是 ${sigma(beyond)}。平均几杯误报一次？`
            : `从偏了 ${sigma(shift)} 的那一杯算起，平均要几杯，才有一杯越出 ${sigma(beyond)}？`,
        unit: '杯',
        min: 1,
        max: 5000,
        digits: 1,
        tolerance: 0.25,
        answer: (_values, { wait }) => wait.single,
        hit: (_values, { one, wait }) =>
          `一杯越限的机会只有 ${upTo(one * 100, 1)}%。四杯称完看平均，平均 ${upTo(wait.grouped, 1)} 个点就报警；把从前的杯子也加权平均进来（EWMA），${cupsText(wait.smoothed)}。`,
        misreads: [
          {
            when: (guess, answer) => guess < answer && guess <= answer / 3,
            text: ({ shift, beyond }, { one, wait }) =>
              `机器偏了 ${sigma(shift)}，一杯要越限还差 ${sigma(Math.max(0, beyond - shift))}，一杯撞上的机会只有 ${upTo(one * 100, 1)}%。3σ 的图是为大毛病准备的；小偏移要攒着看：四杯平均成一点，${upTo(wait.grouped, 1)} 个点；加权平均，${cupsText(wait.smoothed)}。`,
          },
          {
            when: (guess, answer) => guess < answer,
            text: (_values, { one }) =>
              `方向对，还要久：一杯越限的机会 ${upTo(one * 100, 1)}%，平均要它的倒数那么多杯。`,
          },
          {
            when: () => true,
            text: (_values, { one }) =>
              `没有那么久：一杯越限的机会 ${upTo(one * 100, 1)}%，平均是它的倒数。`,
          },
        ],
      },
    },
  ],
  compute,
  // 没出完的不收猜测，见 asking.ts
  predict: {
    kind: 'choice',
    question:
      '30 杯都由你拨。和同样这 30 杯一次也不拨比，哪一串离 20 克更近？先出完 30 杯，再来猜。',
    options: [
      {
        value: 'mine',
        label: '我拨过的更近',
        explanation: (values, result) =>
          `${handFacts(values, result)}${result.mine.adjustments > 0 ? '看见偏了就拨回来，是最自然的想法。' : ''}${handWhy(values, result)}`,
      },
      {
        value: 'none',
        label: '一次不拨的更近',
        explanation: (values, result) => `${handFacts(values, result)}${handWhy(values, result)}`,
      },
      {
        value: 'same',
        label: '差不多',
        explanation: (values, result) =>
          `${handFacts(values, result)}${result.mine.adjustments > 0 ? '拨上去的和拨下来的，听着会抵消；可每拨一次都是新的一份偏差。' : ''}${handWhy(values, result)}`,
      },
    ],
    answer: (_values, { mineRatio }) =>
      mineRatio > 1.02 ? 'none' : mineRatio < 0.98 ? 'mine' : 'same',
  },
  sentence(values, result) {
    const { story, beyond, watched, shift } = values;
    const { rule, ruledRatio, one, any, wait, stream } = result;
    const truth = shift === 0 ? '机器对得准' : `机器真偏了 ${sigma(shift)}`;
    const when = beyond === 0 ? '杯杯都拨' : `偏出 ${sigma(beyond)} 才拨`;
    if (story === 'hand')
      return `${handFacts(values, result)}同一批杯子，${when}是 ${ratio(ruledRatio)}。`;
    if (story === 'rule')
      return `${truth}，${when}，${watched} 杯平均拨 ${upTo(rule.adjustments, 1)} 次，均方偏差平均是不拨的 ${ratio(rule.ratio)}；眼前这一批是 ${ratio(ruledRatio)}。`;
    if (story === 'alarm')
      return `${truth}，限是 ${sigma(beyond)}：一点越限的机会 ${upTo(one * 100, 2)}%，${watched} 点里至少一点越限的机会 ${percent(any)}。`;
    const seen = (at: number | null) => (at === null ? '一直没有报' : `第 ${at} 杯报警`);
    return `${truth}：单杯的 ${sigma(beyond)} 图平均 ${cupsText(wait.single)}报警，四杯平均的图要 ${upTo(Math.min(wait.grouped, 1e6), 1)} 点，加权平均的图 ${cupsText(wait.smoothed)}。眼前这一串从第 ${stream.from + 1} 杯起${shift === 0 ? '也没有偏' : '偏'}，单杯图${seen(stream.single)}，加权平均的图${seen(stream.averaged)}。`;
  },
  brief: ({ story }, { mineRatio, rule, any, wait }) =>
    story === 'hand'
      ? `你的均方偏差是不拨的 ${ratio(mineRatio)}`
      : story === 'rule'
        ? `均方偏差是不拨的 ${ratio(rule.ratio)}`
        : story === 'alarm'
          ? `至少一点越限的机会 ${percent(any)}`
          : `单杯图平均 ${cupsText(wait.single)}报警`,
  table({ story, hand }, { none, mine, ruled, stream }) {
    if (story === 'shift')
      return {
        caption: '半路偏了的一串：各杯的偏差与加权平均',
        columns: [
          { label: '第几杯' },
          { label: '偏差', unit: '克' },
          { label: '加权平均', unit: '克' },
          { label: '加权平均的上限', unit: '克' },
        ],
        rows: stream.values.map((value, i) => [
          i + 1,
          value,
          stream.smoothed.points[i] ?? 0,
          stream.smoothed.limits[i]?.upper ?? 0,
        ]),
        digits: [0, 2, 2, 2],
      };
    const runs = [
      { label: '一次不拨', points: none.points },
      ...(hand.length > 0 ? [{ label: '我拨的', points: mine.points }] : []),
      { label: '照规矩拨', points: ruled.points },
    ];
    return {
      caption: '同一批偶然，各杯离 20 克的偏差',
      columns: [{ label: '第几点' }, ...runs.map(({ label }) => ({ label, unit: '克' }))],
      rows: none.points.map((_, i) => [i + 1, ...runs.map(({ points }) => points[i] ?? 0)]),
      digits: [0, ...runs.map(() => 2)],
    };
  },
  monotone: [
    { param: 'beyond', quantity: ({ any }) => any, direction: 'down' },
    { param: 'watched', quantity: ({ any }) => any, direction: 'up' },
    { param: 'shift', quantity: ({ any }) => any, direction: 'up' },
    { param: 'shift', quantity: ({ wait }) => wait.smoothed, direction: 'down' },
    { param: 'beyond', quantity: ({ wait }) => wait.single, direction: 'up' },
  ],
});
