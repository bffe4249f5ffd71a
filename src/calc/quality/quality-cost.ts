import { atLeast, positive, within } from '../core/checks.ts';

/** 四类质量成本。 */
export interface QualityCostInput {
  /** 预防：培训、流程设计、防错。 */
  prevention: number;
  /** 鉴定：检查、审计、神秘顾客。 */
  appraisal: number;
  /** 内部失败：顾客看到之前的返工、报废。 */
  internalFailure: number;
  /** 外部失败：赔付、投诉处理、流失。 */
  externalFailure: number;
  /** 同期收入；给出才算占收入的比例。 */
  revenue?: number | undefined;
}

/** 质量成本的结果。 */
export interface QualityCostResult {
  /** 合计。 */
  total: number;
  /** 符合性成本 = 预防 + 鉴定。 */
  conformance: number;
  /** 不符合成本 = 内部失败 + 外部失败。 */
  nonconformance: number;
  /** 四类占比，次序为预防、鉴定、内部失败、外部失败；合计为 0 时为 NaN。 */
  shares: number[];
  /** 占收入的比例；没有给收入时为 null。 */
  shareOfRevenue: number | null;
}

/**
 * 质量成本（预防—鉴定—失败）：四类成本的合计、构成与占收入的比例。
 *
 * 假设：四类互斥；外部失败里的流失须由使用者按终身价值估进来，账面上往往看不见。
 * 符号与单位：同一货币、同一期间。
 * 出处：Feigenbaum (1956) 的 PAF 分类。
 * 边界：合计为 0 时占比为 NaN。
 * 复杂度：O(1)。
 *
 * @example
 * qualityCost({ prevention: 10, appraisal: 20, internalFailure: 30, externalFailure: 140, revenue: 1000 }).shareOfRevenue // 0.2
 */
export function qualityCost({
  prevention,
  appraisal,
  internalFailure,
  externalFailure,
  revenue,
}: QualityCostInput): QualityCostResult {
  const parts = [
    atLeast('prevention', prevention, 0),
    atLeast('appraisal', appraisal, 0),
    atLeast('internalFailure', internalFailure, 0),
    atLeast('externalFailure', externalFailure, 0),
  ];
  if (revenue !== undefined) positive('revenue', revenue);
  const conformance = prevention + appraisal;
  const nonconformance = internalFailure + externalFailure;
  const total = conformance + nonconformance;
  return {
    total,
    conformance,
    nonconformance,
    shares: parts.map((part) => part / total),
    shareOfRevenue: revenue === undefined ? null : total / revenue,
  };
}

/** 质量成本权衡曲线上的一点。 */
export interface ConformancePoint {
  /** 合格率 q 下的总成本。 */
  total: number;
  /** 预防与鉴定成本 a·q/(1 − q)；q = 1 时为 Infinity（a > 0）。 */
  conformance: number;
  /** 失败成本 b·(1 − q)。 */
  nonconformance: number;
  /** 总成本最低的合格率 max(0, 1 − √(a/b))。 */
  bestConformance: number;
}

/**
 * 质量成本的权衡曲线（示意）：预防与鉴定 a·q/(1 − q) 随合格率越来越贵，失败 b·(1 − q) 随之下降。
 * 经典图示认为最优点不在 100 %；若预防成本随学习下降（a → 0），最优点右移至 1。
 */
export function conformanceTradeoff({
  conformance: q,
  preventionCoefficient,
  failureCoefficient,
}: {
  /** 合格率 q。 */
  conformance: number;
  /** 预防系数 a。 */
  preventionCoefficient: number;
  /** 失败系数 b：全不合格时的失败成本。 */
  failureCoefficient: number;
}): ConformancePoint {
  within('conformance', q, 0, 1);
  const a = atLeast('preventionCoefficient', preventionCoefficient, 0);
  const b = positive('failureCoefficient', failureCoefficient);
  const effort = a === 0 ? 0 : (a * q) / (1 - q);
  const failure = b * (1 - q);
  return {
    total: effort + failure,
    conformance: effort,
    nonconformance: failure,
    bestConformance: Math.max(0, 1 - Math.sqrt(a / b)),
  };
}
