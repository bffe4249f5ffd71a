import { integerAtLeast, nonEmpty, reject } from '../core/checks.ts';
import { createRandom } from '../core/random.ts';
import { checkFareClasses } from './fare-class.ts';
import type { FareClass } from './fare-class.ts';

/** 一种控舱策略：嵌套保护水平。 */
export interface BookingPolicy {
  /** 名称，只用于结果。 */
  name: string;
  /** 长度 n − 1：为前 j + 1 个等级保留的座数；全 0 即先到先得。 */
  protection: readonly number[];
  /**
   * 高价卖出以后，为它留的座位放不放出来；缺省 `theft`。
   * `theft` 只看剩余座位，卖出多少高价都照旧留满；`standard` 高价每卖一座就少留一座。低价先到时两者相同。
   */
  nesting?: 'theft' | 'standard';
}

/** 订座仿真的输入。 */
export interface BookingSimulationInput {
  /** 各等级，从高价到低价；需求正态，四舍五入取整、负值归 0。 */
  classes: readonly FareClass[];
  /** 座位数，非负整数。 */
  capacity: number;
  /** 要比较的策略。 */
  policies: readonly BookingPolicy[];
  /** 到达次序：低价先到、高价先到，或完全随机混合。 */
  arrivalOrder: 'low-first' | 'high-first' | 'mixed';
  /** 重复次数，正整数。 */
  replications: number;
  /** 随机种子。 */
  seed: number;
}

/** 一种策略的仿真结果。 */
export interface BookingPolicyOutcome {
  /** 策略名称。 */
  name: string;
  /** 平均收入，元。 */
  meanRevenue: number;
  /** 平均收入的标准误，元；只重复一次时为 NaN。 */
  standardError: number;
  /** 平均上座率；能力为 0 时为 0。 */
  loadFactor: number;
  /** 各等级平均卖出数。 */
  meanSales: number[];
  /** 与第一个策略的平均收入差，元；同一批客人，配对比较。 */
  gainOverFirst: number;
  /** 上述差的标准误，元；通常远小于单独的标准误。 */
  gainStandardError: number;
}

/** 全部结果。 */
export interface BookingSimulationResult {
  /** 各策略，次序同输入。 */
  policies: BookingPolicyOutcome[];
  /** 事后诸葛的平均收入：知道全部需求后从高价装起，元；任何策略的上界。 */
  perfectRevenue: number;
}

/** 随机混合次序时一个等级的需求上限。 */
const MOST_REQUESTS = 10_000_000;

/**
 * 订座仿真：同一批客人按同一次序到来，各控舱策略各自接单，比较收入。
 *
 * 假设：各等级需求独立；一次一座；不退票、不升舱；等级 j 的请求在剩余座位多于此刻还为更高等级留着的座数时接受。
 * 符号与单位：票价、收入元；需求、座位件；还留着的座数，`theft` 是 y_{j−1}，`standard` 是 max(0, y_{j−1} − 更高等级已卖出的座数)。
 * 出处：静态控舱的蒙特卡洛比较，公共随机数（Law《Simulation Modeling and Analysis》的方差缩减法）；两种嵌套见 Talluri & van Ryzin 2004 第 2 章。
 * 边界：随机混合次序时各等级的需求（均值加十倍标准差）至多 10⁷；低价先到时，平均收入的期望恰为静态模型的精确值；能力为 0 时一切为 0。
 * 复杂度：O(重复次数 × 需求总数 × 策略数)。
 *
 * @example
 * simulateBooking({ classes: [{ fare: 900, mean: 40, sd: 0 }, { fare: 360, mean: 200, sd: 0 }], capacity: 120, policies: [{ name: '先到先得', protection: [0] }, { name: '保护 40', protection: [40] }], arrivalOrder: 'low-first', replications: 2, seed: 1 }).policies[1].gainOverFirst // 21600
 */
export function simulateBooking(input: BookingSimulationInput): BookingSimulationResult {
  const { classes, policies, arrivalOrder, replications, seed } = input;
  checkFareClasses(classes);
  const capacity = integerAtLeast('capacity', input.capacity, 0);
  integerAtLeast('replications', replications, 1);
  nonEmpty('policies', policies);
  const count = classes.length;
  policies.forEach(({ protection, nesting }, p) => {
    if (nesting !== undefined && nesting !== 'theft' && nesting !== 'standard')
      reject(`policies[${p}].nesting`, "'theft' or 'standard'", nesting);
    if (protection.length !== count - 1)
      reject(`policies[${p}].protection`, `one shorter than classes (${count - 1})`, protection);
    protection.forEach((seats, j) => {
      if (!(seats >= 0)) reject(`policies[${p}].protection[${j}]`, 'a number ≥ 0', seats);
    });
  });
  if (arrivalOrder !== 'low-first' && arrivalOrder !== 'high-first' && arrivalOrder !== 'mixed')
    reject('arrivalOrder', "'low-first', 'high-first' or 'mixed'", arrivalOrder);

  if (arrivalOrder === 'mixed')
    classes.forEach(({ mean, sd }, j) => {
      // 随机混合要逐个请求排队：十倍标准差之内也须排得下
      if (mean + 10 * sd > MOST_REQUESTS)
        reject(
          `classes[${j}]`,
          `of at most ${MOST_REQUESTS} requests (mean + 10·sd) when arrivalOrder is 'mixed'`,
          mean + 10 * sd,
        );
    });

  const random = createRandom(seed);
  const totals = policies.map(() => ({
    sum: 0,
    squares: 0,
    gain: 0,
    gainSquares: 0,
    sales: new Float64Array(count),
  }));
  let perfect = 0;
  const demand = new Float64Array(count);
  const sold = new Float64Array(count);

  for (let replication = 0; replication < replications; replication++) {
    let requests = 0;
    for (let j = 0; j < count; j++) {
      const { mean, sd } = classes[j]!;
      // 每个等级固定耗一个随机数，改动某一等级不会打乱其他等级
      demand[j] = Math.max(0, Math.floor(random.normal(mean, sd) + 0.5));
      requests += demand[j]!;
    }
    let order: Int32Array | undefined;
    if (arrivalOrder === 'mixed') {
      order = new Int32Array(requests);
      for (let j = 0, at = 0; j < count; j++) {
        order.fill(j, at, at + demand[j]!);
        at += demand[j]!;
      }
      for (let i = requests - 1; i > 0; i--) {
        const k = Math.floor(random.uniform() * (i + 1));
        const held = order[i]!;
        order[i] = order[k]!;
        order[k] = held;
      }
    }
    let room = capacity;
    for (let j = 0; j < count; j++) {
      const taken = Math.min(room, demand[j]!);
      perfect += taken * classes[j]!.fare;
      room -= taken;
    }
    let first = 0;
    for (let p = 0; p < policies.length; p++) {
      const { protection, nesting } = policies[p]!;
      sold.fill(0);
      let left = capacity;
      /** 此刻还为比 j 高的等级留着几座 */
      const held = (j: number): number => {
        let kept = j === 0 ? 0 : protection[j - 1]!;
        if (nesting === 'standard') for (let i = 0; i < j; i++) kept -= sold[i]!;
        return Math.max(0, kept);
      };
      if (order) {
        for (let i = 0; i < requests && left > 0; i++) {
          const j = order[i]!;
          if (left > held(j)) {
            sold[j]!++;
            left--;
          }
        }
      } else {
        for (let step = 0; step < count; step++) {
          const j = arrivalOrder === 'low-first' ? count - 1 - step : step;
          // 保护水平可为小数：剩余多于它才卖，故可卖 ⌈剩余 − 保护⌉ 座
          const taken = Math.min(demand[j]!, Math.max(0, Math.ceil(left - held(j))));
          sold[j] = taken;
          left -= taken;
        }
      }
      let revenue = 0;
      const total = totals[p]!;
      for (let j = 0; j < count; j++) {
        revenue += sold[j]! * classes[j]!.fare;
        total.sales[j]! += sold[j]!;
      }
      if (p === 0) first = revenue;
      total.sum += revenue;
      total.squares += revenue * revenue;
      total.gain += revenue - first;
      total.gainSquares += (revenue - first) ** 2;
    }
  }
  const standardError = (sum: number, squares: number): number =>
    Math.sqrt(
      Math.max(0, squares - (sum * sum) / replications) / (replications - 1) / replications,
    );
  return {
    perfectRevenue: perfect / replications,
    policies: policies.map(({ name }, p) => {
      const { sum, squares, gain, gainSquares, sales } = totals[p]!;
      const meanSales = Array.from(sales, (value) => value / replications);
      return {
        name,
        meanRevenue: sum / replications,
        standardError: standardError(sum, squares),
        loadFactor: capacity > 0 ? meanSales.reduce((a, b) => a + b, 0) / capacity : 0,
        meanSales,
        gainOverFirst: gain / replications,
        gainStandardError: standardError(gain, gainSquares),
      };
    }),
  };
}
