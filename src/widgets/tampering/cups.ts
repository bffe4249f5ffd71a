/** 出糖机的几串杯子：一次不拨、照规矩拨、人手拨，用同一批偶然；再加一串半路真偏了的。单位是克，一杯的标准差是 1 克。 */
import { createRandom } from '../../calc/core/random.ts';
import { ewmaChart } from '../../calc/quality/control/ewma.ts';
import {
  adjustBeyond,
  adjustByHand,
  type AdjustedRun,
} from '../../calc/quality/control/over-adjustment.ts';

/** 亲手拨一串，至多几杯；往哪边至多拨几克。 */
export const mostCups = 30;
export const reach = 6;

/** 加权平均图：新的一杯占几成，限是几 σ。受控时平均 371 杯误报一次，与 3σ 的单杯图一样稀。 */
export const smoothing = { lambda: 0.2, sigmas: 2.86 };

/**
 * 偏 0、0.1……3σ 时，加权平均图平均几杯报警。由 calc/quality/control/ewma 的 `ewmaRunLength` 算出，
 * 取两位小数，测试里再算一遍；三十一次求解太费时，页面上不重做。
 */
export const smoothedWaits: readonly number[] = [
  371.1, 283.38, 162.25, 91.71, 55.46, 36.2, 25.32, 18.76, 14.58, 11.77, 9.8, 8.36, 7.28, 6.44,
  5.77, 5.23, 4.79, 4.41, 4.1, 3.83, 3.59, 3.39, 3.21, 3.05, 2.91, 2.78, 2.67, 2.56, 2.47, 2.38,
  2.31,
];

/** 一次不拨：机器一直在真偏的地方。 */
export const untouchedRun = (drops: number, seed: number, offset: number): AdjustedRun =>
  adjustByHand({ positions: Array.from({ length: drops }, () => offset), seed });

/** 偏出 kσ 才拨。 */
export const ruledRun = (beyond: number, drops: number, seed: number, offset: number) =>
  adjustBeyond({ beyond, drops, seed, offset });

/** 人手拨的：没有轮到的杯，机器停在最后拨到的地方。 */
export function handRun(
  hand: readonly { at: number }[],
  drops: number,
  seed: number,
  offset: number,
): AdjustedRun {
  const last = hand.at(-1)?.at ?? 0;
  const positions = Array.from({ length: drops }, (_, i) => (hand[i]?.at ?? last) + offset);
  return adjustByHand({ positions, seed });
}

/** 先对得准，第 `from` 杯起真偏了；单杯图与加权平均图各在第几杯头一次报警。 */
export function shiftedStream(length: number, seed: number, shift: number, beyond: number) {
  const from = Math.min(10, length - 1);
  const random = createRandom(seed);
  const values = Array.from({ length }, (_, i) => random.normal(0, 1) + (i >= from ? shift : 0));
  const smoothed = ewmaChart({ values, target: 0, sd: 1, ...smoothing });
  return {
    from,
    values,
    smoothed,
    single: values.findIndex((value) => Math.abs(value) > beyond) + 1 || null,
    averaged: smoothed.signals[0] ?? null,
  };
}
