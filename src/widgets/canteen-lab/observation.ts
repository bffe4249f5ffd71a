/** 一场实测：从逐人的时刻算出现场数字，建议模型，把预测和现场放在一起。时间一律以分钟计。 */
import {
  arrivalStatistics,
  type ArrivalStatistics,
} from '../../calc/queueing/arrival-statistics.ts';
import { ggc } from '../../calc/queueing/ggc.ts';
import { mg1 } from '../../calc/queueing/mg1.ts';
import { mmc } from '../../calc/queueing/mmc.ts';
import { fixed, upTo } from '../../lib/format.ts';

/** 一位顾客；没有记下的时刻是 null。 */
export interface Visit {
  arrival: number;
  start: number | null;
  end: number | null;
}

/** 队伍长度的阶梯：从 `time` 起有 `waiting` 人在等。 */
export interface Step {
  time: number;
  waiting: number;
}

export interface Measured {
  count: number;
  /** 按到达先后排好的三列，没有记下的是 NaN；一列数比一串对象省得多，几万位也传得动 */
  arrivals: number[];
  starts: number[];
  ends: number[];
  gaps: number[];
  services: number[];
  statistics: ArrivalStatistics;
  /** 记录从第一位到达起，多长 */
  length: number;
  meanWait: number | null;
  longestWait: number | null;
  waitedShare: number | null;
  meanQueue: number | null;
  longestQueue: number | null;
  /** 同时在办的最多几人：窗口至少这么多 */
  mostInService: number;
  busyTime: number;
  /** 上万步的并成几百步：画不下，也看不清 */
  queue: Step[];
  /** 前半场与后半场的到达率之比，大的比小的 */
  drift: number;
}

export type Measurement = { ok: true; measured: Measured } | { ok: false; reason: string };

/** 至少四个到达才谈得上间隔的变异；`visits` 不必有序。 */
export function measure(unsorted: readonly Visit[]): Measurement {
  const visits = unsorted.toSorted((a, b) => a.arrival - b.arrival);
  const arrivals = visits.map(({ arrival }) => arrival);
  if (arrivals.length < 4)
    return { ok: false, reason: `只有 ${arrivals.length} 位的到达时刻，至少要 4 位才算得出间隔。` };
  const first = arrivals[0]!;
  const last = arrivals.at(-1)!;
  if (last === first) return { ok: false, reason: '所有人的到达时刻都一样，算不出间隔。' };

  const services: number[] = [];
  const waits: number[] = [];
  let closes = last;
  for (const { arrival, start, end } of visits) {
    if (start !== null) waits.push(start - arrival);
    if (start !== null && end !== null) services.push(end - start);
    closes = Math.max(closes, end ?? start ?? arrival);
  }
  const length = closes - first;
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const known = waits.length > 0;
  const queue = steps(visits, 'arrival', 'start');
  const middle = (first + last) / 2;
  const early = arrivals.filter((time) => time <= middle).length;
  const late = arrivals.length - early;
  return {
    ok: true,
    measured: {
      count: visits.length,
      arrivals,
      starts: visits.map(({ start }) => start ?? Number.NaN),
      ends: visits.map(({ end }) => end ?? Number.NaN),
      gaps: arrivals.slice(1).map((time, i) => time - arrivals[i]!),
      services,
      // 判断像不像指数分布只看临界值，用不着模拟 p 值；上万行也是一瞬
      statistics: arrivalStatistics({ arrivals, services, replications: 1 }),
      length,
      meanWait: known ? total(waits) / waits.length : null,
      longestWait: known ? waits.reduce((a, b) => Math.max(a, b)) : null,
      // 不到一秒的差别是手指的快慢，不算等
      waitedShare: known ? waits.filter((wait) => wait > 1 / 60).length / waits.length : null,
      meanQueue: known ? total(waits) / length : null,
      longestQueue: known ? queue.reduce((most, { waiting }) => Math.max(most, waiting), 0) : null,
      mostInService: steps(visits, 'start', 'end').reduce(
        (most, { waiting }) => Math.max(most, waiting),
        0,
      ),
      busyTime: total(services),
      queue: thinned(queue, length),
      drift: Math.max(early, late) / Math.max(1, Math.min(early, late)),
    },
  };
}

/** 从一个时刻到另一个时刻之间的人数，随时间的阶梯；同一刻先减后加，接班不算重叠。 */
function steps(visits: readonly Visit[], from: 'arrival' | 'start', to: 'start' | 'end'): Step[] {
  const changes: { time: number; change: number }[] = [];
  for (const visit of visits) {
    const opens = visit[from];
    const closes = visit[to];
    if (opens === null || closes === null || closes <= opens) continue;
    changes.push({ time: opens, change: 1 }, { time: closes, change: -1 });
  }
  changes.sort((a, b) => a.time - b.time || a.change - b.change);
  const path: Step[] = [];
  let waiting = 0;
  for (const { time, change } of changes) {
    waiting += change;
    if (path.at(-1)?.time === time) path.at(-1)!.waiting = waiting;
    else path.push({ time, waiting });
  }
  return path;
}

/** 按横轴分四百段，每段留最长的队。 */
function thinned(queue: readonly Step[], length: number): Step[] {
  if (queue.length <= 800) return [...queue];
  const width = length / 400;
  const opens = queue[0]!.time;
  const kept: Step[] = [];
  let segment = -1;
  for (const step of queue) {
    const mine = Math.floor((step.time - opens) / width);
    const last = kept.at(-1);
    if (last && mine === segment) last.waiting = Math.max(last.waiting, step.waiting);
    else kept.push({ ...step });
    segment = mine;
  }
  return kept;
}

export interface Forecast {
  name: string;
  meanWait: number;
  meanQueue: number;
  suggested: boolean;
}

export interface Outlook {
  windows: number;
  /** 建议的记号，例如 M/G/1 */
  notation: string;
  /** 为什么 */
  reasons: string[];
  utilization: number;
  /** 窗口在整场里真正忙着的时间占比 */
  observedUtilization: number;
  forecasts: Forecast[];
  suggested: Forecast;
  /** 预测和现场对不上时，先看这几处 */
  cautions: string[];
}

/** 没有办理时长就没有模型可选；返回 null。 */
export function outlook(measured: Measured, windows: number): Outlook | null {
  const { statistics, mostInService } = measured;
  const { service, serviceFit, arrivalRate, interarrival, interarrivalFit } = statistics;
  if (!service || service.count < 3 || !(service.mean > 0) || !serviceFit) return null;
  const [a = 'G', s = 'G'] = statistics.suggestedModel.split('/');
  const utilization = (arrivalRate * service.mean) / windows;

  const poisson = mmc({ arrivalRate, serviceRate: 1 / service.mean, servers: windows });
  const general = ggc({
    arrivalRate,
    meanService: service.mean,
    servers: windows,
    scvArrival: interarrival.scv,
    scvService: service.scv,
  });
  const pollaczek =
    windows === 1 ? mg1({ arrivalRate, meanService: service.mean, scvService: service.scv }) : null;
  const kind = a === 'M' && s === 'M' ? 'mmc' : a === 'M' && pollaczek ? 'mg1' : 'ggc';
  const forecasts: Forecast[] = [
    {
      name: `M/M/${windows}`,
      meanWait: poisson.meanWait,
      meanQueue: poisson.meanQueueLength,
      suggested: kind === 'mmc',
    },
    ...(pollaczek
      ? [
          {
            name: 'M/G/1',
            meanWait: pollaczek.meanWait,
            meanQueue: pollaczek.meanQueueLength,
            suggested: kind === 'mg1',
          },
        ]
      : []),
    {
      name: `G/G/${windows} 近似`,
      meanWait: general.meanWaitAllenCunneen,
      meanQueue: arrivalRate * general.meanWaitAllenCunneen,
      suggested: kind === 'ggc',
    },
  ];

  const fitWords = (
    what: string,
    letter: string,
    fit: { statistic: number; criticalValue: number },
    variation: number,
  ) => {
    const measuredBy = `变异系数 ${fixed(variation, 2)}，与指数分布的最大差距 ${fixed(fit.statistic, 3)}，临界值 ${fixed(fit.criticalValue, 3)}`;
    if (letter === 'D') return `${what}几乎一样长（变异系数 ${fixed(variation, 2)}），记作 D。`;
    return letter === 'M'
      ? `${what}看不出与指数分布有别（${measuredBy}），记作 M。`
      : `${what}不像指数分布（${measuredBy}），记作 G。`;
  };
  const cautions: string[] = [];
  if (mostInService > windows)
    cautions.push(
      `记录里同时有 ${mostInService} 人在办，窗口至少 ${mostInService} 个，现在填的是 ${windows} 个。`,
    );
  if (utilization >= 1)
    cautions.push(
      '按这样的到达率，来得比办得快，公式没有稳态可言；现场没有等到无限长，是因为记录总有结束的时候。',
    );
  if (measured.drift > 1.5)
    cautions.push(
      `前后半场的到达人数差 ${upTo(measured.drift, 1)} 倍，到达率在变，稳态公式会偏；可以只取高峰那一段再算。`,
    );
  if (measured.count < 50)
    cautions.push(`只有 ${measured.count} 人，平均值本身还不稳，多记一会儿再下结论。`);
  return {
    windows,
    notation: `${a}/${s}/${windows}`,
    reasons: [
      fitWords('到达间隔', a, interarrivalFit, interarrival.coefficientOfVariation),
      fitWords('办理时长', s, serviceFit, service.coefficientOfVariation),
      {
        mmc: `两头都是 M，用 M/M/${windows} 的公式。`,
        mg1: '到达是 M、窗口只有一个，办理时长的均值和变异系数就够了，用 M/G/1 的公式，不是近似。',
        ggc: '没有精确公式可用，用只看均值和变异系数的 G/G/c 近似（Allen–Cunneen）。',
      }[kind],
    ],
    utilization,
    observedUtilization: measured.busyTime / (windows * measured.length),
    forecasts,
    suggested: forecasts.find(({ suggested }) => suggested) as Forecast,
    cautions,
  };
}

export interface Bin {
  from: number;
  to: number;
  /** 落在这一格的占比 */
  share: number;
  /** 若是同均值的指数分布，该占多少 */
  exponential: number;
}

/** 时长的直方图；最后一格收下所有更长的。 */
export function histogram(durations: readonly number[], bins = 9): Bin[] {
  const mean = durations.reduce((sum, value) => sum + value, 0) / durations.length;
  if (!(mean > 0)) return [];
  const width = (3.6 * mean) / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of durations)
    counts[Math.min(bins - 1, Math.floor(value / width))]! += 1 / durations.length;
  return counts.map((share, i) => ({
    from: i * width,
    to: (i + 1) * width,
    share,
    exponential:
      Math.exp((-i * width) / mean) - (i === bins - 1 ? 0 : Math.exp((-(i + 1) * width) / mean)),
  }));
}
