import { nonEmpty, reject } from '../core/checks.ts';
import { smallest } from '../core/extremes.ts';

/** 竞争力四阶段：1 提供服务、2 熟练、3 独特能力、4 世界级。 */
export type Stage = 1 | 2 | 3 | 4;

/** 自评的一行。 */
export interface StageRow {
  /** 行名，如「服务质量」「后台」「顾客」「新技术」「员工」「一线管理」。 */
  name: string;
  /** 所选阶段。 */
  stage: Stage;
}

/** 四阶段自评的结果。 */
export interface StageAssessment {
  /** 总体所处阶段 = 最低的一行。 */
  stage: Stage;
  /** 最短板：处于最低阶段的各行，按原顺序。 */
  weakest: string[];
  /** 只把最短板各提一级后的总体阶段：下一步的目标。 */
  nextStage: Stage;
  /** 各行平均阶段，仅供对照：高平均掩盖不了短板。 */
  meanStage: number;
  /** 各行高出总体阶段多少：先行而用不上的投入。 */
  ahead: number[];
}

/**
 * 竞争力四阶段自评：六个方面各选一格，总体由最弱的一行决定。
 *
 * 假设：各方面缺一不可，不能互相抵偿，故取最小而不取平均。
 * 符号与单位：`rows[k].stage` 取 1–4 的整数；`stage` 同。
 * 出处：Chase & Hayes 1991（四阶段）；取最弱一行是本课的汇总规则。
 * 边界：行数不限于六；各行同级时人人都是最短板；已到第四阶段时下一步仍是 4。
 * 复杂度：O(行数)。
 *
 * @example
 * stageAssessment({ rows: [{ name: '新技术', stage: 4 }, { name: '员工', stage: 1 }] }).stage // 1
 */
export function stageAssessment(input: {
  /** 各方面的自评。 */
  rows: readonly StageRow[];
}): StageAssessment {
  const rows = nonEmpty('rows', input.rows);
  rows.forEach((row, k) => {
    if (![1, 2, 3, 4].includes(row.stage)) reject(`rows[${k}].stage`, '1, 2, 3 or 4', row.stage);
  });
  const stage = smallest(rows.map((row) => row.stage)) as Stage;
  return {
    stage,
    weakest: rows.filter((row) => row.stage === stage).map((row) => row.name),
    nextStage: Math.min(
      4,
      ...rows.map((row) => (row.stage === stage ? stage + 1 : row.stage)),
    ) as Stage,
    meanStage: rows.reduce((sum, row) => sum + row.stage, 0) / rows.length,
    ahead: rows.map((row) => row.stage - stage),
  };
}
