import { atLeast, integerAtLeast, nonEmpty, probability, reject } from '../core/checks.ts';

/** 一个随时可能到来的等级。 */
export interface ArrivingClass {
  /** 票价，≥ 0，元。 */
  fare: number;
  /** 每个时段恰有一位该等级客人到来的概率。 */
  arrivalProbability: number;
}

/** 逐时段动态规划的结果。 */
export interface SingleLegProgramResult {
  /** 期初、满能力时的最优期望收入，元。 */
  expectedRevenue: number;
  /** `values[t]![x]`：还剩 t 个时段、x 座时的最优期望收入，元。 */
  values: Float64Array[];
  /** 还剩 t 个时段、x 座时一座的机会成本（边际价值），元；x ≥ 1。 */
  bidPrice(periodsLeft: number, seats: number): number;
  /** 还剩 t 个时段（本时段在内）、x 座时是否接受出价 fare 的一位客人。 */
  accepts(state: { periodsLeft: number; seats: number; fare: number }): boolean;
}

/**
 * 单航段动态订座：各等级混着来、每次来一位，逐时段决定卖不卖。
 *
 * 目标：期望总收入最大。
 * 约束：每时段至多一位客人；卖出总数不超过座位数。
 * 假设：到来概率各时段相同且相互独立（要随时间变，可给 `arrivals` 逐时段的表）；不退票。
 * 符号与单位：V_t(x) = V_{t−1}(x) + Σ_j λ_j·max(0, p_j − [V_{t−1}(x) − V_{t−1}(x − 1)])；λ_j `arrivalProbability`；t 剩余时段；x 剩余座位。
 * 出处：Lee & Hersh 1993；Talluri & van Ryzin 2004。
 * 边界：零座位或零时段价值为 0；票价恰等于机会成本时接受。
 * 复杂度：O(T·C·n)；200 座 × 500 时段约 1–2 毫秒。
 *
 * @example
 * singleLegProgram({ classes: [{ fare: 100, arrivalProbability: 0.5 }, { fare: 40, arrivalProbability: 0.5 }], seats: 1, periods: 2 }).expectedRevenue // 85
 */
export function singleLegProgram({
  classes,
  seats,
  periods,
  arrivals,
}: {
  /** 各等级，次序不限。 */
  classes: readonly ArrivingClass[];
  /** 座位数，非负整数。 */
  seats: number;
  /** 时段数，非负整数。 */
  periods: number;
  /** 可选：`arrivals[t][j]` 还剩 t + 1 个时段时等级 j 到来的概率，代替各等级固定的概率。 */
  arrivals?: readonly (readonly number[])[];
}): SingleLegProgramResult {
  nonEmpty('classes', classes);
  integerAtLeast('seats', seats, 0);
  integerAtLeast('periods', periods, 0);
  const fares = classes.map(({ fare }, j) => atLeast(`classes[${j}].fare`, fare, 0));
  const steady = classes.map(({ arrivalProbability }, j) =>
    probability(`classes[${j}].arrivalProbability`, arrivalProbability),
  );
  const checkTotal = (name: string, chances: readonly number[]): void => {
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    if (total > 1 + 1e-12) reject(name, 'probabilities that sum to at most 1', total);
  };
  checkTotal('classes arrivalProbability', steady);
  if (arrivals) {
    if (arrivals.length !== periods)
      reject('arrivals', `one row for each of ${periods} periods`, arrivals);
    arrivals.forEach((row, t) => {
      if (row.length !== classes.length)
        reject(`arrivals[${t}]`, `one probability for each of ${classes.length} classes`, row);
      row.forEach((chance, j) => probability(`arrivals[${t}][${j}]`, chance));
      checkTotal(`arrivals[${t}]`, row);
    });
  }
  const values: Float64Array[] = [new Float64Array(seats + 1)];
  for (let t = 1; t <= periods; t++) {
    const chances = arrivals ? arrivals[t - 1]! : steady;
    const before = values[t - 1]!;
    const now = new Float64Array(seats + 1);
    for (let x = 1; x <= seats; x++) {
      const kept = before[x]!;
      const marginal = kept - before[x - 1]!;
      let gain = 0;
      for (let j = 0; j < fares.length; j++) {
        const surplus = fares[j]! - marginal;
        if (surplus > 0) gain += chances[j]! * surplus;
      }
      now[x] = kept + gain;
    }
    values.push(now);
  }
  const bidPrice = (periodsLeft: number, remaining: number): number => {
    integerAtLeast('periodsLeft', periodsLeft, 0);
    integerAtLeast('seats', remaining, 1);
    if (periodsLeft > periods) reject('periodsLeft', `≤ periods (${periods})`, periodsLeft);
    if (remaining > seats) reject('seats', `≤ ${seats}`, remaining);
    const row = values[periodsLeft]!;
    return row[remaining]! - row[remaining - 1]!;
  };
  return {
    expectedRevenue: values[periods]![seats]!,
    values,
    bidPrice,
    accepts({ periodsLeft, seats: remaining, fare }) {
      integerAtLeast('periodsLeft', periodsLeft, 1);
      if (remaining < 1) return false;
      return fare >= bidPrice(periodsLeft - 1, remaining);
    },
  };
}
