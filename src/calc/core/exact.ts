/**
 * 无误差的乘减：a·b − c 只在最后舍入一次。
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
  if (Math.abs(a) > 1e290 || Math.abs(b) > 1e290 || !Number.isFinite(product)) return product - c;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  const error = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product - c + error;
}
