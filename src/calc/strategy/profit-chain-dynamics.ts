import { atLeast, each, finite, nonEmpty, positive } from '../core/checks.ts';

/** 链条上的一环：对上一环的一阶滞后响应。 */
export interface ChainStage {
  /** 环节名，只用于显示。 */
  name?: string | undefined;
  /** 传导系数：上一环长期变化 1 单位，本环长期变化多少单位。 */
  gain: number;
  /** 时间常数：走完变化的 63 % 所需的时间；0 表示立即跟上。 */
  lag: number;
}

/** 服务利润链动态的输入；所有量都是对原稳态的偏离。 */
export interface ProfitChainDynamicsInput {
  /** 依次相接的环节，例如 员工满意、顾客满意、忠诚。 */
  stages: readonly ChainStage[];
  /** 每个时段内部质量投入的偏离；时段内不变。削减培训费填负数。 */
  investment: readonly number[];
  /** 末环每偏离 1 单位，每单位时间收入偏离多少，默认 1。 */
  revenuePerUnit?: number | undefined;
  /** 投入偏离 1 单位，每单位时间成本偏离多少，默认 1。 */
  costPerInvestment?: number | undefined;
  /** 时段长度，与 `lag` 同一单位，默认 1。 */
  step?: number | undefined;
}

/** 服务利润链动态的结果。 */
export interface ProfitChainDynamicsResult {
  /** 各时段末的时刻，从 0 开始，共 `investment.length` + 1 个。 */
  times: number[];
  /** `levels[环节][时刻]`：各环的偏离。 */
  levels: number[][];
  /** 各时刻的利润流偏离 = 收入 − 投入成本；某时刻取刚开始那个时段的投入，末时刻沿用最后一段。 */
  profit: number[];
  /** 从 0 到各时刻的累计利润偏离，收入按梯形法、成本按段精确计。 */
  cumulativeProfit: number[];
  /** 投入长期停在最后一段的水平时，利润流的最终偏离。 */
  steadyProfit: number;
}

/**
 * 服务利润链的动态：各环一阶滞后串联，投入变化先省（花）钱，后见收入。
 *
 * 假设：dx_k/dt = (g_k·x_{k−1} − x_k)/τ_k，x_0 为投入；从稳态出发；投入分段不变。
 * 符号与单位：g `gain`；τ `lag` 与 `step` 同一时间单位；各环无量纲；利润为货币/单位时间。
 * 出处：链条见 Heskett 等 (1994)；一阶滞后是系统动力学的标准构件，各系数为示意，须由使用者给定。
 * 边界：τ = 0 的环立即跟上；每一步用矩阵指数精确推进，τ 远小于步长也不振荡。
 * 复杂度：O(时段数 × 环节数² + 环节数³)。
 *
 * @example
 * profitChainDynamics({ stages: [{ gain: 2, lag: 1 }], investment: [-1, -1], revenuePerUnit: 1 }).profit // [1, -0.2642411176571142, -0.7293294335267722]
 */
export function profitChainDynamics({
  stages,
  investment,
  revenuePerUnit = 1,
  costPerInvestment = 1,
  step = 1,
}: ProfitChainDynamicsInput): ProfitChainDynamicsResult {
  nonEmpty('stages', stages);
  each('investment', investment, finite);
  finite('revenuePerUnit', revenuePerUnit);
  finite('costPerInvestment', costPerInvestment);
  positive('step', step);
  stages.forEach((stage, k) => {
    finite(`stages[${k}].gain`, stage.gain);
    atLeast(`stages[${k}].lag`, stage.lag, 0);
  });

  // 状态只含有滞后的环；第 0 个分量是投入本身，时段内为常数。
  const lagged = stages.filter((stage) => stage.lag > 0);
  const size = lagged.length + 1;
  const generator = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let pendingGain = 1;
  let row = 1;
  const readers: { state: number; gain: number }[] = [];
  for (const stage of stages) {
    pendingGain *= stage.gain;
    if (stage.lag > 0) {
      const line = generator[row] as number[];
      line[row - 1] = (pendingGain * step) / stage.lag;
      line[row] = -step / stage.lag;
      pendingGain = 1;
      row++;
    }
    readers.push({ state: row - 1, gain: pendingGain });
  }
  const transition = matrixExponential(generator);

  const times = [0];
  const levels = stages.map(() => [] as number[]);
  const profit: number[] = [];
  const cumulativeProfit = [0];
  let state = new Array<number>(size).fill(0);
  const levelAt = (k: number): number => {
    const { state: at, gain } = readers[k] as { state: number; gain: number };
    return gain * (state[at] as number);
  };
  const revenue = (): number => revenuePerUnit * levelAt(stages.length - 1);
  const record = (input: number): void => {
    state[0] = input;
    levels.forEach((line, k) => line.push(levelAt(k)));
    profit.push(revenue() - costPerInvestment * input);
  };
  let total = 0;
  investment.forEach((input, t) => {
    record(input);
    const before = revenue();
    state = transition.map((line) =>
      line.reduce((sum, value, j) => sum + value * (state[j] as number), 0),
    );
    // 投入在时段交界处跳变，成本按段内常数计，只对连续的收入用梯形法。
    total += step * ((before + revenue()) / 2 - costPerInvestment * input);
    cumulativeProfit.push(total);
    times.push((t + 1) * step);
  });
  const finalInput = investment[investment.length - 1] as number;
  record(finalInput);

  const totalGain = stages.reduce((product, stage) => product * stage.gain, 1);
  return {
    times,
    levels,
    profit,
    cumulativeProfit,
    steadyProfit: finalInput * (revenuePerUnit * totalGain - costPerInvestment),
  };
}

/** 小方阵的指数：缩放平方加 18 阶泰勒；缩放后范数 ≤ 1/2，截断误差低于 1e-20。 */
function matrixExponential(generator: readonly (readonly number[])[]): number[][] {
  const norm = Math.max(
    ...generator.map((line) => line.reduce((sum, value) => sum + Math.abs(value), 0)),
  );
  const halvings = norm > 0.5 ? Math.ceil(Math.log2(norm / 0.5)) : 0;
  const scaled = generator.map((line) => line.map((value) => value / 2 ** halvings));
  let result: number[][] = scaled.map((line, i) => line.map((_, j) => (i === j ? 1 : 0)));
  let term = result;
  for (let order = 1; order <= 18; order++) {
    term = multiply(term, scaled).map((line) => line.map((value) => value / order));
    const current = term;
    result = result.map((line, i) => line.map((value, j) => value + (current[i]?.[j] as number)));
  }
  for (let k = 0; k < halvings; k++) result = multiply(result, result);
  return result;
}

function multiply(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number[][] {
  return a.map((line) =>
    line.map((_, j) =>
      line.reduce((sum, value, k) => sum + value * ((b[k] as readonly number[])[j] as number), 0),
    ),
  );
}
