import {
  atLeast,
  integerAtLeast,
  nonEmpty,
  positive,
  probability,
  reject,
} from '../core/checks.ts';
import { finiteLifetimeValue, lifetimeValue } from './customer-lifetime-value.ts';

/** 同一批新顾客里的一种人。 */
export interface CustomerSegment {
  /** 占这批新顾客的比例；各种人合计为 1。 */
  share: number;
  /** 这种人每期的留存率，期期一样。 */
  retention: number;
}

/** 一批由几种人组成的新顾客。 */
export interface MixedLifetimeValueInput {
  /** 各种人。 */
  segments: readonly CustomerSegment[];
  /** 每位仍在的顾客每期的毛利，期末到手。 */
  margin: number;
  /** 每期折现率。 */
  discount: number;
  /** 招一位顾客的花费，默认 0。 */
  acquisition?: number | undefined;
  /** 逐期看到第几期。 */
  periods: number;
}

/** 混合顾客的终身价值。 */
export interface MixedLifetimeValueResult {
  /** 各种人各自的毛利现值，次序照 `segments`，未减获客成本。 */
  segmentValues: number[];
  /** 平均一位的毛利现值：各种人按人数加权，未减获客成本。 */
  value: number;
  /** 首期观察到的留存率：各种人留存率的加权平均。 */
  firstRetention: number;
  /** 把首期留存率当成人人、期期如此时的毛利现值。 */
  singleRateValue: number;
  /** `remaining[种类][t]`：第 t 期末还在的，占全部新顾客的比例；t 从 0 到 `periods`。 */
  remaining: number[][];
  /** 第 1、2、…… 期观察到的留存率：期末人数比期初人数；一个人也不剩以后为 NaN。 */
  observedRetention: number[];
  /** 收到 0、1、2、…… 笔毛利后的累计净值（平均一位，已减获客成本）。 */
  cumulative: number[];
  /** 收到第几笔毛利才够付获客成本；永远收不回为 Infinity。 */
  payments: number;
}

/**
 * 混合顾客的终身价值：一批新顾客由留存率不同的几种人组成，价值是各种人的加权平均，不是平均留存率的价值。
 *
 * 假设：每个人自己的留存率期期不变，毛利人人一样；人与人不同，公司分不清谁是谁；一走不回。
 * 符号与单位：m `margin` 元/期，第一笔在第一期末；r `retention`；d `discount` /期。
 * 出处：Fader & Hardie (2010), Marketing Science 29(1):85–93：分不清的混合使观察到的留存率逐期上升，只用一个留存率会低估。
 * 边界：只有一种人，或各种人留存率相同时，两种算法相等；价值是 r 的凸函数，混合时单一留存率总偏低；d = 0 且有人永不流失时为 Infinity。
 * 复杂度：O(种类数 × 期数)，回收期另用折半查找。
 *
 * @example
 * mixedLifetimeValue({ segments: [{ share: 0.5, retention: 0.9 }, { share: 0.5, retention: 0.6 }], margin: 1, discount: 0.1, periods: 2 }).observedRetention // [0.75, 0.78]
 */
export function mixedLifetimeValue({
  segments,
  margin,
  discount,
  acquisition = 0,
  periods,
}: MixedLifetimeValueInput): MixedLifetimeValueResult {
  nonEmpty('segments', segments);
  segments.forEach(({ share, retention }, k) => {
    probability(`segments[${k}].share`, share);
    probability(`segments[${k}].retention`, retention);
  });
  const total = segments.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) reject('segments', 'shares that add up to 1', total);
  positive('margin', margin);
  atLeast('discount', discount, 0);
  atLeast('acquisition', acquisition, 0);
  integerAtLeast('periods', periods, 0);

  /** 加权平均；占比为 0 的一种不算，免得 0 × 无穷。 */
  const average = (of: (retention: number, k: number) => number): number =>
    segments.reduce(
      (sum, { share, retention }, k) => sum + (share === 0 ? 0 : share * of(retention, k)),
      0,
    );
  const segmentValues = segments.map(({ retention }) =>
    lifetimeValue({ margin, retention, discount }),
  );
  const value = average((_retention, k) => segmentValues[k] as number);
  const firstRetention = Math.min(
    1,
    average((retention) => retention),
  );
  const received = (count: number): number =>
    average((retention) => finiteLifetimeValue({ margin, retention, discount, periods: count }));

  const times = Array.from({ length: periods + 1 }, (_, t) => t);
  const remaining = segments.map(({ share, retention }) =>
    times.map((t) => share * retention ** t),
  );
  const alive = times.map((t) => remaining.reduce((sum, line) => sum + (line[t] as number), 0));
  return {
    segmentValues,
    value,
    firstRetention,
    singleRateValue: lifetimeValue({ margin, retention: firstRetention, discount }),
    remaining,
    observedRetention: times
      .slice(1)
      .map((t) => ((alive[t - 1] as number) > 0 ? (alive[t] as number) / alive[t - 1]! : NaN)),
    cumulative: times.map((t) => received(t) - acquisition),
    payments: firstEnough(received, value, acquisition),
  };
}

/** 累计第一次够付 `cost` 的笔数：先翻倍找到够的，再折半。 */
function firstEnough(received: (count: number) => number, limit: number, cost: number): number {
  if (cost === 0) return 0;
  // 300 × 0.1 这样的乘积差在末位，不算不够
  const enough = (count: number) => received(count) >= cost * (1 - 1e-12);
  let high = 1;
  while (!enough(high)) {
    // 再多收也不出极限；极限恰好等于花费时要等到无穷远
    if (limit <= cost || high > 2 ** 40) return Infinity;
    high *= 2;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
