/** 一晚一晚地试：原来的摆法与换过的摆法接待同一批客人，差别只来自桌子。 */
import { estimate } from '../../calc/queueing/simulation/replications.ts';
import { simulateTableMix } from '../../calc/revenue/table-mix.ts';

/** 一晚接客几小时；之后不再接，已入座的吃完。 */
export const hours = 4;

interface Tables {
  seats: number;
  count: number;
}

export interface Evening {
  before: readonly Tables[];
  after: readonly Tables[];
  /** 第 k 个数：k + 1 人一批的份量 */
  weights: readonly number[];
  partiesPerHour: number;
  mealMinutes: number;
  variation: number;
  patienceMinutes: number;
}

export const seatsOf = (tables: readonly Tables[]) =>
  tables.reduce((sum, { seats, count }) => sum + seats * count, 0);

/** 均值与 95% 区间。 */
export interface Range {
  mean: number;
  low: number;
  high: number;
}

export interface Side {
  /** 一晚接待几位 */
  covers: Range;
  /** 按人计的座位占用率 */
  occupancy: number;
  /** 入座的批数占来的批数 */
  served: number;
  /** 入座的人平均等几分钟；没有人入座是 null */
  wait: number | null;
}

export interface Comparison {
  nights: number;
  before: Side;
  after: Side;
  /** 同一批客人，换桌以后多接待几位 */
  more: Range;
}

/** 客流从闲到忙的一点。 */
export interface BusyPoint {
  rate: number;
  before: number;
  after: number;
  more: Range;
}

/** 一组接一组地做，组与组独立，区间由组均值算。 */
interface Effort {
  batches: number;
  nights: number;
  seed: number;
}

const range = (values: readonly number[]): Range => {
  const { mean, low, high } = estimate(values, 0.95);
  return { mean, low, high };
};
const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function compare(
  evening: Evening,
  { batches, nights, seed }: Effort,
  progress?: (share: number) => void,
): Comparison {
  const runs = Array.from({ length: batches }, (_, batch) => {
    const [before, after] = simulateTableMix({
      mixes: [
        { name: 'before', tables: evening.before },
        { name: 'after', tables: evening.after },
      ],
      partySizeWeights: evening.weights,
      partiesPerHour: evening.partiesPerHour,
      hours,
      mealHours: evening.mealMinutes / 60,
      mealVariation: evening.variation,
      patienceHours: evening.patienceMinutes / 60,
      // 人均一元：收入就是人数
      spendPerCover: 1,
      replications: nights,
      seed: seed + batch,
    });
    progress?.((batch + 1) / batches);
    return { before: before!, after: after! };
  });
  const side = (name: 'before' | 'after'): Side => {
    const waits = runs.map((run) => run[name].meanWait).filter((wait) => !Number.isNaN(wait));
    const shares = runs.map((run) => run[name].servedShare).filter((each) => !Number.isNaN(each));
    return {
      covers: range(runs.map((run) => run[name].meanRevenue)),
      occupancy:
        runs[0]![name].seats === 0 ? 0 : average(runs.map((run) => run[name].seatOccupancy)),
      served: shares.length === 0 ? 0 : average(shares),
      wait: waits.length === 0 ? null : 60 * average(waits),
    };
  };
  return {
    nights: batches * nights,
    before: side('before'),
    after: side('after'),
    more: range(runs.map(({ before, after }) => after.meanRevenue - before.meanRevenue)),
  };
}

/** 曲线上的十档客流：小店每小时到 60 批，大店到 150 批。 */
export function rates(evening: Evening): number[] {
  return Array.from({ length: 10 }, (_, i) => (i + 1) * (isLarge(evening) ? 15 : 6));
}

/** 大店客人多，夜数减半也一样准。 */
const isLarge = (evening: Evening) => seatsOf(evening.before) > 100;

/** 客人少的一档多做几夜：算起来一样快，闲夜里两种摆法又差得少。 */
const nightsAt = (evening: Evening, step: number) =>
  Math.round(Math.max(16, 120 / (step + 1)) / (isLarge(evening) ? 2 : 1));

function busyCurve(evening: Evening, progress: (share: number) => void): BusyPoint[] {
  return rates(evening).map((rate, i, { length }) => {
    const { before, after, more } = compare(
      { ...evening, partiesPerHour: rate },
      { batches: 10, nights: nightsAt(evening, i), seed: 5000 + 100 * i },
    );
    progress((i + 1) / length);
    return { rate, before: before.covers.mean, after: after.covers.mean, more };
  });
}

/** 一个设置细算：小店一千夜，大店五百。 */
export const thorough = (evening: Evening, progress?: (share: number) => void): Comparison =>
  compare(evening, { batches: isLarge(evening) ? 20 : 40, nights: 25, seed: 1 }, progress);

export interface FullRun {
  now: Comparison;
  curve: BusyPoint[];
}

/** 细算，再加一条忙闲曲线。要一两秒，放在另一条线程上。 */
export function fullRun(evening: Evening, progress: (share: number) => void = () => {}): FullRun {
  const now = thorough(evening, (share) => progress(share / 2));
  return { now, curve: busyCurve(evening, (share) => progress(0.5 + share / 2)) };
}

/** 粗算：拖着滑块时就能看的几夜，客人多就少做几夜。 */
export function roughRun(evening: Evening): Comparison {
  const nights = Math.max(1, Math.round(300 / (evening.partiesPerHour * hours)));
  return compare(evening, { batches: 5, nights, seed: 900 });
}
