import { atLeast, probability } from '../core/checks.ts';

/** 投诉冰山的输入。 */
export interface ComplaintIcebergInput {
  /** 遇到失误的顾客数。 */
  failures: number;
  /** 投诉率。 */
  complaintRate: number;
  /** 投诉里处理得满意的比例。 */
  resolutionRate: number;
  /** 没有投诉者的留存率。 */
  retentionSilent: number;
  /** 投诉而没有解决者的留存率。 */
  retentionUnresolved: number;
  /** 投诉而解决满意者的留存率。 */
  retentionResolved: number;
  /** 一位顾客的终身价值，默认 0。 */
  lifetimeValue?: number | undefined;
}

/** 投诉冰山的结果。 */
export interface ComplaintIcebergResult {
  /** 没有投诉的人数（水面之下）。 */
  silent: number;
  /** 投诉的人数（水面之上）。 */
  complaints: number;
  /** 未诉者里流失的人数：看不见的流失。 */
  silentLost: number;
  /** 投诉未解决者里流失的人数。 */
  unresolvedLost: number;
  /** 投诉已解决者里流失的人数。 */
  resolvedLost: number;
  /** 流失合计。 */
  lost: number;
  /** 看不见的流失占比；没有流失时为 NaN。 */
  hiddenShare: number;
  /** 流失的终身价值。 */
  lostValue: number;
  /** 多一位未诉者开口投诉，平均少流失几人（负为多流失）。 */
  savedPerExtraComplaint: number;
}

/**
 * 投诉冰山：失误顾客分成未诉、投诉未决、投诉已决三路，各有留存率；看得见的投诉只是尖角。
 *
 * 假设：三路的留存率不随投诉率改变；处理满意率也不变。
 * 符号与单位：人数、概率；流失 = 未诉 ×(1 − r₀) + 未决 ×(1 − r₁) + 已决 ×(1 − r₂)。
 * 出处：投诉冰山为通行比喻；算式为教学设定，数值须由使用者给定。
 * 边界：没有失误或无人流失时占比为 NaN。鼓励投诉是否划算，看“投诉者的平均留存”是否高于未诉者。
 * 复杂度：O(1)。
 *
 * @example
 * complaintIceberg({ failures: 100, complaintRate: 0.1, resolutionRate: 0.6, retentionSilent: 0.4, retentionUnresolved: 0.5, retentionResolved: 0.9 }).lost // 56.6
 */
export function complaintIceberg({
  failures,
  complaintRate,
  resolutionRate,
  retentionSilent,
  retentionUnresolved,
  retentionResolved,
  lifetimeValue = 0,
}: ComplaintIcebergInput): ComplaintIcebergResult {
  atLeast('failures', failures, 0);
  probability('complaintRate', complaintRate);
  probability('resolutionRate', resolutionRate);
  probability('retentionSilent', retentionSilent);
  probability('retentionUnresolved', retentionUnresolved);
  probability('retentionResolved', retentionResolved);
  atLeast('lifetimeValue', lifetimeValue, 0);
  const complaints = failures * complaintRate;
  const silent = failures * (1 - complaintRate);
  const silentLost = silent * (1 - retentionSilent);
  const unresolvedLost = complaints * (1 - resolutionRate) * (1 - retentionUnresolved);
  const resolvedLost = complaints * resolutionRate * (1 - retentionResolved);
  const lost = silentLost + unresolvedLost + resolvedLost;
  return {
    silent,
    complaints,
    silentLost,
    unresolvedLost,
    resolvedLost,
    lost,
    hiddenShare: silentLost / lost,
    lostValue: lost * lifetimeValue,
    savedPerExtraComplaint:
      resolutionRate * retentionResolved +
      (1 - resolutionRate) * retentionUnresolved -
      retentionSilent,
  };
}
