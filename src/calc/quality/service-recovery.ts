import { atLeast, integerAtLeast, probability } from '../core/checks.ts';

/** 补救投资的输入。 */
export interface RecoveryReturnInput {
  /** 来补救的失误件数。 */
  failures: number;
  /** 不补救时的留存率。 */
  retentionWithout: number;
  /** 补救后的留存率。 */
  retentionWith: number;
  /** 一位顾客的终身价值。 */
  lifetimeValue: number;
  /** 每件补救的支出（补偿加工时）。 */
  costPerRecovery: number;
  /** 固定投入（系统、培训），默认 0。 */
  fixedCost?: number | undefined;
}

/** 补救投资的结果。 */
export interface RecoveryReturnResult {
  /** 多留下的顾客数；可为负。 */
  savedCustomers: number;
  /** 收益 = 多留下的顾客 × 终身价值。 */
  benefit: number;
  /** 支出。 */
  cost: number;
  /** 净收益。 */
  net: number;
  /** 投资回报率 = 净收益 ÷ 支出；支出为 0 时为 ±Infinity 或 NaN。 */
  returnOnInvestment: number;
  /** 每件补救最多值得花多少 = 留存率的提高 × 终身价值 − 分摊的固定投入；没有件数时为 NaN。 */
  worthPerRecovery: number;
}

/**
 * 补救投资回报：补救多留下的顾客值多少，与补救花的钱比。
 *
 * 假设：留存率的提高全由补救引起；各件失误的顾客不重复。
 * 符号与单位：金额同一货币。
 * 出处：补救的收益观见 Hart, Heskett & Sasser (1990)；算式为教学设定。
 * 边界：支出为 0 时回报率为 Infinity（有收益）或 NaN（无收益）。
 * 复杂度：O(1)。
 *
 * @example
 * recoveryReturn({ failures: 200, retentionWithout: 0.5, retentionWith: 0.75, lifetimeValue: 400, costPerRecovery: 40, fixedCost: 2000 }).returnOnInvestment // 1
 */
export function recoveryReturn({
  failures,
  retentionWithout,
  retentionWith,
  lifetimeValue,
  costPerRecovery,
  fixedCost = 0,
}: RecoveryReturnInput): RecoveryReturnResult {
  atLeast('failures', failures, 0);
  probability('retentionWithout', retentionWithout);
  probability('retentionWith', retentionWith);
  atLeast('lifetimeValue', lifetimeValue, 0);
  atLeast('costPerRecovery', costPerRecovery, 0);
  atLeast('fixedCost', fixedCost, 0);
  const lift = retentionWith - retentionWithout;
  const savedCustomers = failures * lift;
  const benefit = savedCustomers * lifetimeValue;
  const cost = failures * costPerRecovery + fixedCost;
  return {
    savedCustomers,
    benefit,
    cost,
    net: benefit - cost,
    returnOnInvestment: (benefit - cost) / cost,
    worthPerRecovery: lift * lifetimeValue - fixedCost / failures,
  };
}

/** 补救悖论的输入；各量 0–1。 */
export interface RecoveryParadoxInput {
  /** 失误严重度。 */
  severity: number;
  /** 处理速度：1 为当场。 */
  speed: number;
  /** 补偿充分程度。 */
  compensation: number;
  /** 道歉与态度。 */
  apology: number;
  /** 这位顾客遇到过几次失误（含本次），默认 1。 */
  failureCount?: number | undefined;
}

/** 补救悖论的结果，均以“没有失误”为 0。 */
export interface RecoveryParadoxResult {
  /** 满意的变化；大于 0 即反超没有失误的顾客。 */
  satisfaction: number;
  /** 复购意愿的变化；按构造不大于 0。 */
  repurchase: number;
  /** 补救质量：速度、补偿、道歉的平均，0–1。 */
  recoveryQuality: number;
  /** 满意是否反超（补救悖论）。 */
  paradox: boolean;
}

/**
 * 补救悖论（示意，仅表方向）：出色的补救可使满意反超从未失误，复购却不反超；第二次失误后悖论消失。
 * 满意 = −严重度 × 次数 + 补救质量 ×（严重度 + 0.2）÷ 次数；复购取同式去掉 0.2 的反超项并封顶为 0；严重度低于 0.2 时反超项按比例缩小，没有失误就没有补救可言。
 * 方向据 de Matos 等 (2007) 元分析（满意显著、复购不显著）与 Maxham & Netemeyer (2002)；系数为本课件设定，不得当作测量结果引用。
 */
export function recoveryParadox({
  severity,
  speed,
  compensation,
  apology,
  failureCount = 1,
}: RecoveryParadoxInput): RecoveryParadoxResult {
  probability('severity', severity);
  probability('speed', speed);
  probability('compensation', compensation);
  probability('apology', apology);
  integerAtLeast('failureCount', failureCount, 1);
  const recoveryQuality = (speed + compensation + apology) / 3;
  const harm = severity * failureCount;
  const satisfaction =
    -harm + (recoveryQuality * (severity + 0.2 * Math.min(1, severity * 5))) / failureCount;
  const repurchase = Math.min(0, -harm + (recoveryQuality * severity) / failureCount);
  return { satisfaction, repurchase, recoveryQuality, paradox: satisfaction > 1e-12 };
}
