import { atLeast, finite, nonEmpty, positive } from '../core/checks.ts';

/** 让等待显得更长的处境；缺省都视为不存在。 */
export interface WaitConditions {
  /** 有事可做（镜子、菜单、小食、走动）。 */
  occupied?: boolean | undefined;
  /** 服务尚未开始（进门、入座、接单之前）。 */
  preProcess?: boolean | undefined;
  /** 焦虑（怕轮不到、怕误点）。 */
  anxious?: boolean | undefined;
  /** 不知道还要等多久。 */
  uncertain?: boolean | undefined;
  /** 没有人解释原因。 */
  unexplained?: boolean | undefined;
  /** 觉得不公平（有人插队）。 */
  unfair?: boolean | undefined;
  /** 一个人等。 */
  solo?: boolean | undefined;
}

/** 一段等待。 */
export interface WaitSegment extends WaitConditions {
  /** 钟表时间。 */
  time: number;
  /** 名称，只用于显示。 */
  name?: string | undefined;
}

/** 每种处境把一分钟放大成几分钟；全部为示意值。 */
export type WaitMultipliers = Record<
  'unoccupied' | 'preProcess' | 'anxious' | 'uncertain' | 'unexplained' | 'unfair' | 'solo',
  number
>;

/**
 * 默认放大倍数。示意：Maister 只给出方向（空闲比有事久、不确定比确定久……），
 * 没有给出倍数；这里的数只为让方向看得见，不得当作测量结果引用。
 */
export const illustrativeMultipliers: Readonly<WaitMultipliers> = {
  unoccupied: 1.4,
  preProcess: 1.2,
  anxious: 1.3,
  uncertain: 1.3,
  unexplained: 1.2,
  unfair: 1.4,
  solo: 1.1,
};

/** 感知等待的输入。 */
export interface PerceivedWaitInput {
  /** 依次发生的等待。 */
  segments: readonly WaitSegment[];
  /** 改用的放大倍数，缺的用默认示意值。 */
  multipliers?: Partial<WaitMultipliers> | undefined;
  /** 顾客预期等多久（感知口径），给出才算满意。 */
  expectedWait?: number | undefined;
}

/** 感知等待的结果。 */
export interface PerceivedWaitResult {
  /** 钟表时间合计。 */
  actual: number;
  /** 感知时间合计。 */
  perceived: number;
  /** 感知 ÷ 实际；实际为 0 时为 NaN。 */
  ratio: number;
  /** 各段感知时间。 */
  perceivedBySegment: number[];
  /** 满意 = 预期 − 感知（等待越短越好，所以反过来减）；没有给预期时为 null。 */
  satisfaction: number | null;
}

/**
 * 感知等待（示意）：只表方向；每段钟表时间乘以处境的放大倍数，相加得感知时间。
 *
 * 假设：各处境的影响相乘且与时长无关；倍数为示意值，方向取自文献，大小没有实证。
 * 符号与单位：`time` 任一时间单位；倍数无量纲，1 为不放大。
 * 出处：方向见 Maister (1985)；“走 6 等 2 胜过走 1 等 7”是其推论，倍数为本课件设定。
 * 边界：没有等待时感知为 0、比值为 NaN；倍数可以小于 1。
 * 复杂度：O(段数)。
 *
 * @example
 * perceivedWait({ segments: [{ time: 6, occupied: true }, { time: 2 }] }).perceived // 8.8
 */
export function perceivedWait({
  segments,
  multipliers,
  expectedWait,
}: PerceivedWaitInput): PerceivedWaitResult {
  nonEmpty('segments', segments);
  const factors = { ...illustrativeMultipliers, ...multipliers };
  for (const [key, value] of Object.entries(factors)) positive(`multipliers.${key}`, value);
  if (expectedWait !== undefined) finite('expectedWait', expectedWait);
  let actual = 0;
  const perceivedBySegment = segments.map((segment, i) => {
    const time = atLeast(`segments[${i}].time`, segment.time, 0);
    actual += time;
    let factor = segment.occupied ? 1 : factors.unoccupied;
    if (segment.preProcess) factor *= factors.preProcess;
    if (segment.anxious) factor *= factors.anxious;
    if (segment.uncertain) factor *= factors.uncertain;
    if (segment.unexplained) factor *= factors.unexplained;
    if (segment.unfair) factor *= factors.unfair;
    if (segment.solo) factor *= factors.solo;
    return time * factor;
  });
  const perceived = perceivedBySegment.reduce((sum, time) => sum + time, 0);
  return {
    actual,
    perceived,
    ratio: perceived / actual,
    perceivedBySegment,
    satisfaction: expectedWait === undefined ? null : expectedWait - perceived,
  };
}
