/**
 * 无误差的乘减：a·b − c 只在最后舍入一次；接连减去几个数时，每一步的余数也是。
 *
 * 利用率离 1 只差 10⁻⁹ 时，富余能力 c·μ − λ 先乘后减会丢掉 7 位有效数字；
 * 用 Dekker 拆分把乘积的舍入误差补回来，富余能力就仍有全精度。
 *
 * @internal
 */

/** 把一个数拆成高、低两半，各不超过 26 位（Veltkamp）。 */
function split(x: number): [number, number] {
  const scaled = 134217729 * x;
  const high = scaled - (scaled - x);
  return [high, x - high];
}

/** a·b − c，结果的误差不超过一次舍入（数值过大以致拆分溢出时退回普通运算）。 */
export function productMinus(a: number, b: number, c: number): number {
  const product = a * b;
  return product - c + productError(a, b, product);
}

/** a·b 的舍入误差：真值减去已舍入的 product；数值过大以致拆分溢出时记 0。 */
function productError(a: number, b: number, product: number): number {
  if (Math.abs(a) > 1e290 || Math.abs(b) > 1e290 || !Number.isFinite(product)) return 0;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * total = a·b 逐个减去 parts 里的乘积之后的余数：第 k 项为 a·b − parts[0] − … − parts[k]。
 * 各步的舍入误差另存一个数补偿，几类顾客的负荷加起来贴着能力时，富余仍有全精度。
 */
export function productMinusEach(
  [a, b]: readonly [number, number],
  parts: readonly (readonly [number, number])[],
): number[] {
  let left = a * b;
  let lost = productError(a, b, left);
  return parts.map(([x, y]) => {
    const part = x * y;
    const next = left - part;
    // Knuth 两数和：left − part 的舍入误差
    const subtracted = left - next;
    lost += left - (next + subtracted) + (subtracted - part) - productError(x, y, part);
    left = next;
    return Number.isFinite(lost) ? left + lost : left;
  });
}
