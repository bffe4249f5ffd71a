import { atLeast, finite, positive, probability } from '../core/checks.ts';

/** 运营透明的输入。 */
export interface OperationalTransparencyInput {
  /** 等待时间。 */
  wait: number;
  /** 透明度：0 什么也看不见，1 看得见每一步。 */
  transparency: number;
  /** 不等待时的基础价值，默认 0。 */
  baseValue?: number | undefined;
  /** 每单位等待损失的价值 a，默认 0.02（示意）。 */
  waitCost?: number | undefined;
  /** 完全看见、努力充分展示时增加的价值 b，默认 2（示意）。 */
  effortValue?: number | undefined;
  /** 努力展示的时间尺度：过这么久展示出 63 %，默认 10（示意）。 */
  effortTime?: number | undefined;
}

/** 运营透明的结果。 */
export interface OperationalTransparencyResult {
  /** 感知价值。 */
  value: number;
  /** 看得见的努力，0 到 1：立等可取时看不出努力。 */
  visibleEffort: number;
  /** 同样等待而什么也看不见时的价值。 */
  blankValue: number;
  /** 立刻给出结果的价值（没有等待，也看不见努力）。 */
  instantValue: number;
  /** 同样透明度下价值最高的等待时间；透明也不值得等时为 0，等待无成本时为 Infinity。 */
  bestWait: number;
}

/**
 * 运营透明（示意）：只表方向；等待扣分，看得见的努力加分，所以有时等一会儿反而评价更高。
 *
 * 假设：价值 = 基础 − a·等待 + b·透明度·(1 − e^{−等待/τ})；努力要花时间才展示得出，收益递减；各系数为示意。
 * 符号与单位：a `waitCost`、b `effortValue` 为价值分；τ `effortTime` 与 `wait` 同一时间单位；`transparency` 0–1。
 * 出处：方向见 Buell & Norton (2011), The Labor Illusion；函数形式与系数为本课件设定，不得当作测量结果引用。
 * 边界：等待 0 时透明度不起作用；最佳等待 = τ·ln(b·透明度/(a·τ))，不为正时取 0。
 * 复杂度：O(1)。
 *
 * @example
 * operationalTransparency({ wait: 30, transparency: 1 }).value // 1.3004258632642722
 */
export function operationalTransparency({
  wait,
  transparency,
  baseValue = 0,
  waitCost = 0.02,
  effortValue = 2,
  effortTime = 10,
}: OperationalTransparencyInput): OperationalTransparencyResult {
  atLeast('wait', wait, 0);
  probability('transparency', transparency);
  finite('baseValue', baseValue);
  atLeast('waitCost', waitCost, 0);
  atLeast('effortValue', effortValue, 0);
  positive('effortTime', effortTime);
  const visibleEffort = -Math.expm1(-wait / effortTime);
  const blankValue = baseValue - waitCost * wait;
  const gain = effortValue * transparency;
  const bestWait = gain === 0 ? 0 : effortTime * Math.log(gain / (waitCost * effortTime));
  return {
    value: blankValue + gain * visibleEffort,
    visibleEffort,
    blankValue,
    instantValue: baseValue,
    bestWait: Math.max(0, bestWait),
  };
}
