import { deaScores } from './dea.ts';

/** 规模效率的结果，各数组一项一个单位。 */
export interface ScaleEfficiency {
  /** 总体技术效率（CCR 投入导向）。 */
  overall: number[];
  /** 纯技术效率（BCC 投入导向）。 */
  pureTechnical: number[];
  /** 规模效率 = 总体 ÷ 纯技术；两者都为 0 时为 NaN。 */
  scale: number[];
  /** 规模报酬：increasing 偏小、constant 恰当、decreasing 偏大。 */
  returnsToScale: ('increasing' | 'constant' | 'decreasing')[];
}

/**
 * 规模效率：把总体效率拆成「会不会干」（纯技术）与「规模合不合适」。
 *
 * 假设：同 DEA；规模报酬用 NIRS 模型判断，不看 Σλ（最优 λ 不唯一时会误判）。
 * 符号与单位：`inputs`、`outputs` 同 `dea`；返回值无量纲，规模效率 ∈ [0, 1]。
 * 出处：Banker, Charnes & Cooper 1984；NIRS 判别 Färe, Grosskopf & Lovell 1985。
 * 边界：规模效率与 1 相差 1e-7 以内记为规模报酬不变。
 * 复杂度：每个单位两到三个线性规划。
 *
 * @example
 * scaleEfficiency({ inputs: [[2], [3], [5]], outputs: [[1], [3], [4]] }).returnsToScale // ['increasing', 'constant', 'decreasing']
 */
export function scaleEfficiency(data: {
  /** 投入：一行一个单位。 */
  inputs: readonly (readonly number[])[];
  /** 产出：一行一个单位。 */
  outputs: readonly (readonly number[])[];
}): ScaleEfficiency {
  const { inputs, outputs } = data;
  const overall = deaScores({ inputs, outputs, model: 'ccr' });
  const pureTechnical = deaScores({ inputs, outputs, model: 'bcc' });
  const nonIncreasing = deaScores({ inputs, outputs, model: 'nirs' });
  const scale = overall.map((value, o) => value / (pureTechnical[o] as number));
  const returnsToScale = scale.map((value, o) => {
    if (Math.abs(value - 1) <= 1e-7) return 'constant';
    return Math.abs((nonIncreasing[o] as number) - (pureTechnical[o] as number)) <= 1e-7
      ? 'decreasing'
      : 'increasing';
  });
  return { overall, pureTechnical, scale, returnsToScale };
}
