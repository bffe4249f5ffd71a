import type { Highs } from 'highs';
import { integerAtLeast, positive, sameLength } from '../core/checks.ts';

/** 一行线性约束，按稀疏形式给出。 */
export interface SparseRow {
  /** 变量下标，不重复。 */
  indices: readonly number[];
  /** 对应系数；缺省全为 1。 */
  values?: readonly number[];
  /** 下限，缺省 −Infinity。 */
  lower?: number;
  /** 上限，缺省 Infinity。 */
  upper?: number;
}

/** 混合整数规划。 */
export interface MixedIntegerProgram {
  /** 目标系数，最小化。 */
  costs: readonly number[];
  /** 变量下限，缺省 0。 */
  lower?: readonly number[];
  /** 变量上限，缺省 1。 */
  upper?: readonly number[];
  /** 前多少个变量取整数，其余连续。 */
  integers: number;
  /** 约束。 */
  rows: readonly SparseRow[];
  /** 允许的绝对最优性差；整数目标可给 0.99。缺省 0。 */
  absoluteGap?: number;
  /** 时限（秒），缺省 60。 */
  timeLimit?: number;
}

/** 求解结果。 */
export interface MixedIntegerSolution {
  /** optimal 已证最优；infeasible 无可行解；limit 到时限，`solution` 可能为空。 */
  status: 'optimal' | 'infeasible' | 'limit';
  /** 目标值；无解时为 Infinity。 */
  objective: number;
  /** 变量取值；没有找到可行解时为空数组。 */
  solution: number[];
  /** 已证的下界。 */
  bound: number;
}

let engine: Promise<Highs> | undefined;

/**
 * 载入 HiGHS 求解器（WASM，约 3.5 MB），只载一次；到真要精确求解时才下载。
 *
 * `locateFile` 供打包后的页面指明 wasm 文件的网址，须在首次求解前调用一次；Node 下不必。
 */
export function loadSolver(locateFile?: (file: string) => string): Promise<Highs> {
  engine ??= import('highs')
    .then(({ default: load }) => load(locateFile ? { locateFile } : {}))
    .catch((error: unknown) => {
      // 断网等暂时失败不该把求解器永远锁死
      engine = undefined;
      throw error;
    });
  return engine;
}

/**
 * 混合整数规划精确求解：交给 HiGHS 的分支切割。
 *
 * 假设：线性目标与约束，前 `integers` 个变量为整数。
 * 目标：使 Σ costsⱼ·xⱼ 最小。
 * 约束：lower ≤ 行活动 ≤ upper；变量上下限缺省为 [0, 1]。
 * 符号与单位：由调用者定。
 * 出处：HiGHS（Huangfu & Hall 2018）的 WASM 版，npm 包 `highs`。
 * 边界：不可行、到时限都写在 `status` 里，不抛错；求解是同步阻塞的，页面里应放在 worker 中。
 * 复杂度：最坏指数，受 `timeLimit` 限制。
 *
 * @example
 * solveMixedInteger({ costs: [-4, -5, -6], integers: 3, rows: [{ indices: [0, 1, 2], values: [2, 3, 4], upper: 5 }] }).then((result) => result.objective) // -9
 */
export async function solveMixedInteger(
  program: MixedIntegerProgram,
): Promise<MixedIntegerSolution> {
  const { costs, rows, absoluteGap = 0, timeLimit = 60 } = program;
  const columns = costs.length;
  const lower = program.lower ?? costs.map(() => 0);
  const upper = program.upper ?? costs.map(() => 1);
  sameLength('lower', lower, 'costs', costs);
  sameLength('upper', upper, 'costs', costs);
  const integers = integerAtLeast('integers', program.integers, 0);
  positive('timeLimit', timeLimit);
  const highs = await loadSolver();
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    row.indices.forEach((column, k) => {
      indices.push(column);
      values.push(row.values ? (row.values[k] as number) : 1);
    });
    starts.push(indices.length);
  }
  return highs.withModel(
    {
      numCols: columns,
      numRows: rows.length,
      colCost: [...costs],
      colLower: [...lower],
      colUpper: [...upper],
      rowLower: rows.map((row) => row.lower ?? -Infinity),
      rowUpper: rows.map((row) => row.upper ?? Infinity),
      matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values },
      integrality: Int32Array.from({ length: columns }, (_, j) => (j < integers ? 1 : 0)),
    },
    (model): MixedIntegerSolution => {
      model.options.set({
        output_flag: false,
        time_limit: timeLimit,
        mip_rel_gap: 0,
        mip_abs_gap: absoluteGap,
      });
      model.run();
      const status = model.getModelStatus();
      const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
      if (status === infeasible || status === unboundedOrInfeasible)
        return { status: 'infeasible', objective: Infinity, solution: [], bound: Infinity };
      const solution = [...model.getSolution().colValue];
      const objective = model.getObjectiveValue();
      const found = solution.length === columns && Number.isFinite(objective);
      if (status === optimal)
        return { status: 'optimal', objective, solution, bound: objective - absoluteGap };
      const bound = Number(model.info.get('mip_dual_bound') ?? -Infinity);
      return found
        ? { status: 'limit', objective, solution, bound }
        : { status: 'limit', objective: Infinity, solution: [], bound };
    },
  );
}
