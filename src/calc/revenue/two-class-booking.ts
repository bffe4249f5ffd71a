import { atLeast, integerAtLeast, reject } from '../core/checks.ts';
import { fareRatio } from './littlewood.ts';
import { roundedNormalDemand } from './static-booking.ts';

/** 两舱订座的输入。 */
export interface TwoClassBookingInput {
  /** 高价 p₁，> 0，元。 */
  fareHigh: number;
  /** 低价 p₂，[0, p₁]，元。 */
  fareLow: number;
  /** 高价需求均值，≥ 0，件。 */
  meanHigh: number;
  /** 高价需求标准差，≥ 0，件。 */
  sdHigh: number;
  /** 低价需求均值，≥ 0，件。 */
  meanLow: number;
  /** 低价需求标准差，≥ 0，件。 */
  sdLow: number;
  /** 座位数 C，非负整数。 */
  capacity: number;
  /** 留给高价的座数 y，非负整数；超过座位数按座位数算。 */
  protection: number;
  /** 到达次序：低价先到、高价先到，或完全随机混合。 */
  arrivalOrder: 'low-first' | 'high-first' | 'mixed';
  /** 高价卖出以后放不放出为它留的座位，含义同 `BookingPolicy`；缺省 `theft`。 */
  nesting?: 'theft' | 'standard';
}

/** 期望收入与卖出数。 */
export interface TwoClassBookingResult {
  /** 期望收入，元。 */
  expectedRevenue: number;
  /** 高价期望卖出数。 */
  highSales: number;
  /** 低价期望卖出数。 */
  lowSales: number;
}

/** 一种需求的各个取值与概率，隔 `stride` 个取一个；小到不影响结果的略去，末了归一。 */
function outcomes(mean: number, sd: number, stride = 1): [demand: number, chance: number][] {
  const all = [...roundedNormalDemand(mean, sd, Math.ceil(mean + 8 * sd) + 1)];
  const taken = all.flatMap((chance, demand): [number, number][] => {
    return chance < 1e-11 || demand % stride !== 0 ? [] : [[demand, chance]];
  });
  const total = taken.reduce((sum, [, chance]) => sum + chance, 0);
  return taken.map(([demand, chance]) => [demand, chance / total]);
}

/**
 * 两舱订座的精确期望：留 y 座给高价，三种到达次序、两种嵌套下平均能收多少。
 *
 * 假设：两个等级需求独立、正态，四舍五入取整、负值归 0；一次一座；不退票、不升舱；混合次序里每种排列等可能。
 * 符号与单位：b = C − y；混合时前 k 个请求里的低价数 n 服从超几何分布。`standard` 下 k = min(C, 请求数)，卖出低价 min(b, n)，高价 n ≤ b 时 k − n、否则 min(D₁, y)；`theft` 下 k = min(b, 请求数)，卖出低价 n，高价 min(D₁, k − n + y)。
 * 出处：与 `simulateBooking` 同一个模型，把仿真的平均换成对需求与次序的逐项求和；嵌套见 Talluri & van Ryzin 2004 第 2 章。
 * 边界：能力为 0 时一切为 0；低价先到时两种嵌套相同；y = 0 即先到先得。
 * 复杂度：低价或高价先到 O(取值数²)；混合再乘超几何分布的宽度，几百座时约几毫秒；低价需求远离 0 时混合次序隔几个取值取一个，误差不到 0.2 元。
 *
 * @example
 * twoClassBooking({ fareHigh: 900, fareLow: 360, meanHigh: 40, sdHigh: 0, meanLow: 200, sdLow: 0, capacity: 120, protection: 40, arrivalOrder: 'low-first' }).expectedRevenue // 64800
 */
export function twoClassBooking(input: TwoClassBookingInput): TwoClassBookingResult {
  const { fareHigh, fareLow, arrivalOrder, nesting = 'theft' } = input;
  fareRatio(fareHigh, fareLow);
  for (const name of ['meanHigh', 'sdHigh', 'meanLow', 'sdLow'] as const)
    atLeast(name, input[name], 0);
  const capacity = integerAtLeast('capacity', input.capacity, 0);
  const held = Math.min(capacity, integerAtLeast('protection', input.protection, 0));
  if (arrivalOrder !== 'low-first' && arrivalOrder !== 'high-first' && arrivalOrder !== 'mixed')
    reject('arrivalOrder', "'low-first', 'high-first' or 'mixed'", arrivalOrder);
  if (nesting !== 'theft' && nesting !== 'standard')
    reject('nesting', "'theft' or 'standard'", nesting);

  const highs = outcomes(input.meanHigh, input.sdHigh);
  // 混合时次序已把结果抹得光滑：低价需求的钟形没有在 0 处截断，隔着取（步长 σ/8 以内）误差不到 0.2 元
  const smooth = arrivalOrder === 'mixed' && input.meanLow >= 5 * input.sdLow;
  const stride = smooth ? Math.max(1, Math.floor(input.sdLow / 8)) : 1;
  const lows = outcomes(input.meanLow, input.sdLow, stride);
  const open = capacity - held;
  const release = nesting === 'standard';
  let highSales = 0;
  let lowSales = 0;
  const logFactorial = logFactorials(
    arrivalOrder === 'mixed' ? highs.at(-1)![0] + lows.at(-1)![0] : 0,
  );
  // 混合时每一对都要费一番工夫，两头都罕见的不算
  const negligible = arrivalOrder === 'mixed' ? 1e-11 : 0;
  for (const [high, highChance] of highs)
    for (const [low, lowChance] of lows) {
      const chance = highChance * lowChance;
      if (chance < negligible) continue;
      if (arrivalOrder === 'low-first') {
        const sold = Math.min(low, open);
        lowSales += chance * sold;
        highSales += chance * Math.min(high, capacity - sold);
      } else if (arrivalOrder === 'high-first') {
        const sold = Math.min(high, capacity);
        const kept = release ? Math.max(0, held - sold) : held;
        highSales += chance * sold;
        lowSales += chance * Math.min(low, Math.max(0, capacity - sold - kept));
      } else {
        const [soldLow, soldHigh] = mixedSales({
          high,
          low,
          capacity,
          held,
          release,
          logFactorial,
        });
        lowSales += chance * soldLow;
        highSales += chance * soldHigh;
      }
    }
  return { expectedRevenue: fareHigh * highSales + fareLow * lowSales, highSales, lowSales };
}

/** ln 0!、ln 1!、…、ln n!。 */
function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) table[i] = table[i - 1]! + Math.log(i);
  return table;
}

/**
 * 随机混合时，这么多高价、这么多低价，平均各卖出几座。
 * 前 `first` 个请求里的低价数服从超几何分布；要逐项加时从最可能的一个往两头递推，直到小得不计，末了按总和归一。
 */
function mixedSales({
  high,
  low,
  capacity,
  held,
  release,
  logFactorial,
}: {
  high: number;
  low: number;
  capacity: number;
  held: number;
  release: boolean;
  logFactorial: Float64Array;
}): [low: number, high: number] {
  const open = capacity - held;
  const first = Math.min(release ? capacity : open, high + low);
  const least = Math.max(0, first - high);
  const most = Math.min(low, first);
  const mean = high + low === 0 ? 0 : (first * low) / (high + low);
  /** 低价数不到这么多时一种算法，多于它时另一种；分布整个在一边的，用均值就够 */
  const bend = release ? open : first + held - high;
  const reach =
    5 * Math.sqrt((mean * high * (high + low - first)) / Math.max(1, high + low) ** 2) + 2;
  const below = Math.min(most, mean + reach) <= bend;
  if (below || Math.max(least, mean - reach) > bend) {
    if (release) return below ? [mean, first - mean] : [open, Math.min(high, held)];
    return [mean, below ? high : first - mean + held];
  }
  const choose = (n: number, k: number) =>
    logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!;
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((first + 1) * (low + 1)) / (high + low + 2))),
  );
  const top = Math.exp(choose(low, mode) + choose(high, first - mode) - choose(high + low, first));
  let [total, soldLow, soldHigh] = [0, 0, 0];
  let share = top;
  let count = mode;
  let step = 1;
  for (;;) {
    total += share;
    soldLow += share * (release ? Math.min(open, count) : count);
    if (!release) soldHigh += share * Math.min(high, first - count + held);
    else soldHigh += share * (count <= open ? first - count : Math.min(high, held));
    if (step > 0 && count < most && share > 1e-9) {
      share *= ((low - count) * (first - count)) / ((count + 1) * (high - first + count + 1));
      count++;
      continue;
    }
    // 右边算完，回到最可能的一个往左
    if (step > 0) [share, count, step] = [top, mode, -1];
    if (count === least || share <= 1e-9) break;
    share *= (count * (high - first + count)) / ((low - count + 1) * (first - count + 1));
    count--;
  }
  return [soldLow / total, soldHigh / total];
}
