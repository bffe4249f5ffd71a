import { mmc } from '../../calc/queueing/mmc.ts';
import { timeDependentMmc } from '../../calc/queueing/time-dependent-mmc.ts';
import { duration, fixed, percent } from '../../lib/format.ts';
import { defineWidget } from '../../widget-kit/model.ts';

export interface Setting {
  load: number;
  surge: number;
  servers: number;
  serviceMinutes: number;
  extra: number;
  from: number;
}

/** 一个上午：八点开门，十二点收号，都以开门后的分钟计。 */
export const morning = 240;
/** 来得最密的一刻（九点半），与它前后各多久开始密、回到平时。 */
export const peak = { at: 90, reach: 60 };
/** 加开的窗口开多久。 */
export const extraMinutes = 90;
/** 一刻钟看一次队伍。 */
const step = 15;
const times = Array.from({ length: morning / step + 1 }, (_, i) => i * step);
/** 算的时候分段：高峰里五分钟一段，每段取正中的到达率，总人数恰好不变；别处本来就不变。 */
const spans: readonly { start: number; duration: number }[] = times
  .slice(0, -1)
  .flatMap((start) =>
    Math.abs(start + step / 2 - peak.at) < peak.reach
      ? [0, 5, 10].map((late) => ({ start: start + late, duration: 5 }))
      : [{ start, duration: step }],
  );

/** 开门后的分钟 → 钟点。 */
export function clock(minutes: number): string {
  const whole = Math.round(minutes);
  return `${8 + Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** 每分钟来几人：平时一个数，高峰前后各一小时之内直上直下。 */
export function arrivalRate({ load, surge, servers, serviceMinutes }: Setting, t: number): number {
  const share = Math.max(0, 1 - Math.abs(t - peak.at) / peak.reach);
  return ((load * servers) / serviceMinutes) * (1 + surge * share);
}

/** 那一刻开着几个窗口。 */
export function open({ servers, extra, from }: Setting, t: number): number {
  return servers + (t >= from && t < from + extraMinutes ? extra : 0);
}

function simulate(setting: Setting, at: readonly number[]) {
  return timeDependentMmc({
    periods: spans.map(({ start, duration: length }) => ({
      duration: length,
      arrivalRate: arrivalRate(setting, start + length / 2),
      servers: open(setting, start),
    })),
    serviceRate: 1 / setting.serviceMinutes,
    times: at,
  });
}

/** 第三个场景里可选的几个加开时刻。 */
const starts = [45, 90, 120] as const;
const waitFrom = (setting: Setting, from: number) => simulate({ ...setting, from }, []).meanWait;

function compute(values: Setting) {
  const { load, servers, serviceMinutes } = values;
  const session = simulate(values, times);
  const steady = mmc({
    arrivalRate: (load * servers) / serviceMinutes,
    serviceRate: 1 / serviceMinutes,
    servers,
  });
  let arrived = 0;
  const curve = session.moments.map(({ time, meanInSystem, meanQueueLength, meanWait }, i) => {
    if (i > 0) arrived += step * arrivalRate(values, time - step / 2);
    return {
      time,
      arrived,
      called: arrived - meanQueueLength,
      queue: meanQueueLength,
      inside: meanInSystem,
      wait: meanWait,
    };
  });
  const longest = curve.reduce((most, each) => (each.queue > most.queue ? each : most));
  // 来的超过能力的那一段，逐分钟找
  const over = Array.from({ length: morning }, (_, t) => t + 0.5).filter(
    (t) => arrivalRate(values, t) * serviceMinutes > open(values, t),
  );
  return {
    curve,
    meanWait: session.meanWait,
    arrivals: session.meanArrivals,
    longestQueue: longest.queue,
    longestTime: longest.time,
    longestWait: longest.wait,
    queueAtClose: curve.at(-1)?.queue ?? 0,
    steadyWait: steady.meanWait,
    steadyQueue: steady.meanQueueLength,
    /** 来得比办得快的一段；没有就是 null */
    overload: over.length > 0 ? { from: over[0]! - 0.5, to: over.at(-1)! + 0.5 } : null,
    clears: over.length > 0 && over.at(-1)! + 0.5 < morning ? over.at(-1)! + 0.5 : null,
  };
}

const when = (t: number): 'early' | 'peak' | 'after' | 'close' =>
  t < peak.at - 15 ? 'early' : t <= peak.at ? 'peak' : t < morning - 30 ? 'after' : 'close';

export const model = defineWidget({
  id: 'opening-rush',
  version: 2,
  title: '开门与高峰',
  english: 'Opening and rush hour',
  question: '早上开门时队是空的，九点多又来一个高峰。公式说的那个数，什么时候才算数？',
  chapter: 'queueing',
  section: 'opening-and-peak',
  params: {
    load: {
      kind: 'number',
      label: '平时的利用率',
      symbol: 'ρ',
      min: 0.3,
      max: 1.05,
      step: 0.01,
      default: 0.9,
      percent: true,
      meaning: '没有高峰、不加开窗口时，来的人要占去窗口多少时间。',
    },
    surge: {
      kind: 'number',
      label: '高峰再多来',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0,
      percent: true,
      meaning: '九点半最密，比平时多这么多；八点半开始密，十点半回到平时。',
    },
    servers: {
      kind: 'number',
      label: '窗口数',
      symbol: 'c',
      unit: '个',
      min: 1,
      max: 6,
      step: 1,
      default: 1,
      meaning: '八点到十二点一直开着的窗口，大家排一条队。',
    },
    serviceMinutes: {
      kind: 'number',
      label: '每人平均办理',
      symbol: 'τ',
      unit: '分钟',
      min: 3,
      max: 15,
      step: 1,
      default: 10,
      meaning: '一位顾客平均占用窗口多久，有快有慢（指数分布）。',
    },
    extra: {
      kind: 'number',
      label: '加开窗口',
      unit: '个',
      min: 0,
      max: 4,
      step: 1,
      default: 0,
      meaning: '只加开一个半小时。',
    },
    from: {
      kind: 'number',
      label: '开门后多久加开',
      unit: '分钟',
      min: 0,
      max: 150,
      step: 15,
      default: 90,
      meaning: '0 是八点一开门就加，90 是九点半来得最密的时候。',
    },
  },
  scenarios: [
    {
      id: 'clinic',
      label: '专家门诊',
      sentence:
        '江城人民医院（虚构案例）的骨科专家，八点开诊，十二点收号，每位平均看 10 分钟，随到随看，利用率 90%。',
      values: { load: 0.9, surge: 0, servers: 1, serviceMinutes: 10, extra: 0, from: 90 },
    },
    {
      id: 'hall',
      label: '挂号大厅的早高峰',
      sentence:
        '周三的挂号大厅，六个窗口，每人平均 3 分钟，平时八成忙。九点半来得最密，比平时多六成，十点半回到平时。',
      values: { load: 0.8, surge: 0.6, servers: 6, serviceMinutes: 3, extra: 0, from: 90 },
      predict: {
        kind: 'choice',
        question: '来得最密的是九点半，过了九点半，来的人一分钟比一分钟少。队伍最长是在什么时候？',
        options: [
          {
            value: 'early',
            label: '九点一刻以前，人刚开始多的时候',
            explanation: (_values, { longestTime }) =>
              `这时来的人还没有超过窗口办得过来的数。队伍最长在 ${clock(longestTime)}。`,
          },
          {
            value: 'peak',
            label: '九点半，来得最密的时候',
            explanation: (_values, { longestTime, clears }) =>
              `来得最密，是队伍长得最快的时候，还没有长到头。只要来的比办的快，哪怕快得越来越少，队也还在变长；${clears === null ? '' : `${clock(clears)} 来的人少于能力，`}它到 ${clock(longestTime)} 前后才最长。`,
          },
          {
            value: 'after',
            label: '十点前后，来的人已经少下来了',
            explanation: (_values, { clears }) =>
              `队伍看的是来的与办的之差，差还是正的就还在长。${clears === null ? '' : `${clock(clears)} 前后来的降到与能力一样多，队伍也在这一带到顶。`}`,
          },
          {
            value: 'close',
            label: '十二点收号前',
            explanation: (_values, { longestTime }) =>
              `高峰过后，窗口办得比来得快，欠下的队一点点还清。它在 ${clock(longestTime)} 前后最长，以后就短了。`,
          },
        ],
        answer: (_values, { longestTime }) => when(longestTime),
      },
    },
    {
      id: 'extra-window',
      label: '加开一个窗口',
      sentence:
        '还是那个早高峰，院长批了一个人来加开窗口，可是只有一个半小时。什么时候让他上，由你定。',
      values: { load: 0.8, surge: 0.6, servers: 6, serviceMinutes: 3, extra: 1, from: 120 },
      predict: {
        kind: 'choice',
        question: '同样加开一个半小时，从几点加起，这个上午的平均等待最短？',
        options: starts.map((from, i) => ({
          value: String(from),
          label: ['8:45，队伍还没起来的时候', '9:30，来得最密的时候', '10:00，队伍最长的时候'][
            i
          ] as string,
          explanation: (values: Setting) => {
            const each = starts.map(
              (other) => `${clock(other)} 加起平均等 ${duration(waitFrom(values, other))}`,
            );
            return `${each.join('，')}。${
              [
                '能力要在欠账之前到位：队没有排起来，后面的人就不用替它等。',
                '这时队伍已经排了半个小时，前面欠下的，后来的人一直在还。',
                '看见队最长才加人，最忙的那一段已经过去了，加开的时间有一截花在不缺人的时候。',
              ][i] as string
            }`;
          },
        })),
        answer(values) {
          const waits = starts.map((from) => waitFrom(values, from));
          return String(starts[waits.indexOf(Math.min(...waits))]);
        },
      },
    },
    {
      id: 'pharmacy',
      label: '取药窗口',
      sentence: '门诊药房两个取药窗口，每人平均 3 分钟，一上午七成时间在忙，来的人不早不晚。',
      values: { load: 0.7, surge: 0, servers: 2, serviceMinutes: 3, extra: 0, from: 90 },
    },
  ],
  compute,
  predict: {
    kind: 'number',
    question: (_values, { steadyWait }) =>
      `${Number.isFinite(steadyWait) ? `一直这样忙下去，公式说平均等 ${duration(steadyWait)}` : '一直这样忙下去，公式说队伍会无限地长'}。可是八点开门时一个人也没有，十二点就收号。这个上午来的人，实际平均等几分钟？`,
    unit: '分钟',
    min: 0,
    max: 600,
    digits: 1,
    tolerance: 0.25,
    answer: (_values, { meanWait }) => meanWait,
    hit: (_values, { meanWait, steadyWait }) =>
      steadyWait > 1.25 * meanWait
        ? '很准。队伍从零排起，还没有长到公式说的那么长，上午就结束了。'
        : '很准。办得快、又留着空，开门不久就走到了稳态，公式在这里用得上。',
    misreads: [
      {
        when: (guess, answer, _values, { steadyWait }) =>
          steadyWait > answer * 1.5 && guess > steadyWait * 1.05,
        text: (_values, { steadyWait }) =>
          `比公式的 ${duration(steadyWait)}还高了。公式说的是一直这样忙下去、队伍不再变样以后的等待；开门时队是空的，要比一个上午长得多的时间才排得到那么长。`,
      },
      {
        when: (guess, answer, _values, { steadyWait }) =>
          steadyWait > answer * 1.5 && guess >= steadyWait * 0.95,
        text: '这是公式的数，它说的是一直这样忙下去、队伍不再变样以后的等待。开门时队是空的，忙到这个份上，要比一个上午长得多的时间，队伍才排得到那么长。',
      },
      {
        when: (guess, answer, _values, { steadyWait }) =>
          steadyWait > answer * 1.5 && guess >= steadyWait * 0.7,
        text: (_values, { steadyWait }) =>
          `还是照公式的 ${duration(steadyWait)}打的折，打得不够。开门时队是空的，忙到这个份上，要比一个上午长得多的时间，队伍才排得到那么长。`,
      },
      {
        when: (guess, answer, { surge }, { steadyWait }) =>
          surge === 0 && guess > answer && guess > steadyWait,
        text: '比公式还高了。来的人一直一样密，又从空开始，平均只会比公式短，不会更长。',
      },
      {
        when: (guess, answer) => guess > answer,
        text: ({ surge }) =>
          surge > 0
            ? '猜高了。高峰只有一阵，前后来的人等得短，他们也算在平均里。'
            : '方向对了，还猜高了。刚开门那一阵来的人等得短，他们也算在平均里。',
      },
      {
        when: (_guess, _answer, { surge }) => surge > 0,
        text: '猜低了。高峰一个多小时里欠下的队，要后面的人一直还，他们都算在平均里。',
      },
      {
        when: () => true,
        text: '猜低了。队伍虽从零排起，前面只要有一位办得久，后面的就都等着了；忙的地方，这样的队转眼就有。',
      },
    ],
  },
  sentence({ load, servers, serviceMinutes, surge, extra, from }, result) {
    const { meanWait, steadyWait, longestQueue, longestTime } = result;
    const who = `${servers} 个窗口、每人 ${fixed(serviceMinutes)} 分钟、平时利用率 ${percent(load)}`;
    const busy = surge > 0 ? `，九点半比平时多来 ${percent(surge)}` : '';
    const more = extra > 0 ? `，${clock(from)} 起加开 ${extra} 个窗口一个半小时` : '';
    const formula = Number.isFinite(steadyWait)
      ? `稳态公式按平时算是 ${duration(steadyWait)}`
      : '按平时算就来得比办得快，没有稳态可言';
    return `${who}${busy}${more}：这个上午平均等 ${duration(meanWait)}，${formula}；队伍在 ${clock(longestTime)} 前后最长，平均 ${fixed(longestQueue, 1)} 人在排。`;
  },
  brief: (_values, { meanWait, longestTime }) =>
    `平均等 ${duration(meanWait)}，${clock(longestTime)} 队最长`,
  table(_values, { curve }) {
    return {
      caption: '这个上午每一刻钟的累积人数与队伍（期望值）',
      columns: [
        { label: '钟点' },
        { label: '累积到达', unit: '人' },
        { label: '累积叫到', unit: '人' },
        { label: '在排', unit: '人' },
        { label: '此刻来的人平均等', unit: '分钟' },
      ],
      rows: curve.map(({ time, arrived, called, queue, wait }) => [
        clock(time),
        arrived,
        called,
        queue,
        wait,
      ]),
      digits: [0, 1, 1, 1, 1],
    };
  },
  monotone: [
    { param: 'load', quantity: ({ meanWait }) => meanWait, direction: 'up' },
    { param: 'surge', quantity: ({ meanWait }) => meanWait, direction: 'up' },
    { param: 'extra', quantity: ({ meanWait }) => meanWait, direction: 'down' },
  ],
});

export type Result = ReturnType<typeof compute>;
