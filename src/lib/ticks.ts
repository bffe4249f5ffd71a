/** 坐标轴的刻度：全站的图都从这里取。 */

/** 打头的数：好念，也好数格子。 */
const round = [1, 2, 5];

/**
 * 好念的步长：`leads` 里的数乘 10 的整数次方，不小于 `rough` 的最小一个。
 * @param rough 想要的步长，大于 0
 * @param leads 可以打头的数，从小到大，在 1 与 10 之间
 */
export function niceStep(rough: number, leads: readonly number[] = round): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  // 0.3 ÷ 0.1 这样的商带着二进制尾巴
  return (leads.find((lead) => lead * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/** 落在 [min, max] 里的 `step` 的整数倍，从小到大。 */
export function ticksBetween(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  // 3 × 0.2 带着二进制尾巴，会印成 60.0%；加 0：负零
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => Number(((first + i) * step).toPrecision(12)) + 0,
  );
}

/** 两头都落在刻度上的一根轴，盖得住 [low, high]。 */
export function axisOver(low: number, high: number, step: number) {
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.max(min + step, Math.ceil(high / step - 1e-9) * step);
  return { min, max, ticks: ticksBetween(min, max, step) };
}
