/** 数字变成给人看的文字：全站只有这里取舍位数、换单位。计算模块一律保留全精度。 */

const MINUS = '−';

function signed(text: string): string {
  return text.startsWith('-') ? MINUS + text.slice(1) : text;
}

function group(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 固定小数位；无穷大写作“无限”，没有意义的值写作“—”。负零写作 0。 */
export function fixed(value: number, digits = 0): string {
  if (Number.isNaN(value)) return '—';
  if (!Number.isFinite(value)) return value > 0 ? '无限' : `${MINUS}无限`;
  // 再大，toFixed 就写成 1e+21 了
  if (Math.abs(value) >= 1e21) return significant(value, 6);
  const text = group(value.toFixed(digits));
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : signed(text);
}

/** 至多这么多位小数，去掉尾部的零：2.50 → 2.5，4.00 → 4。 */
export function upTo(value: number, digits = 2): string {
  const text = fixed(value, digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** 有效数字；0.000 43 与 12 300 都能读。 */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value) || value === 0) return fixed(value, 0);
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent < -6 || exponent > 20) {
    // 不除以 10 ** exponent：最小的那些数会除出无穷
    const [mantissa = '', power] = value.toExponential(digits - 1).split('e');
    return `${signed(exponent > 0 ? String(Number(mantissa)) : mantissa)}×10${superscript(Number(power))}`;
  }
  return upTo(value, Math.max(0, digits - 1 - exponent));
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)] ?? '⁻').join('');
}

/** 0.853 → 85.3%。 */
export function percent(value: number, digits = 0): string {
  return Number.isFinite(value) ? `${fixed(value * 100, digits)}%` : fixed(value);
}

/** 坐标轴上的百分数，至多一位小数：0.14 → 14%，0.125 → 12.5%。 */
export const percentTick = (value: number): string =>
  Number.isFinite(value) ? `${upTo(value * 100, 1)}%` : fixed(value);

/** 以分钟计的时长：不足一分钟说秒，超过两小时说小时，其余说分钟。 */
export function duration(minutes: number): string {
  if (!Number.isFinite(minutes)) return Number.isNaN(minutes) ? '—' : '无限长';
  if (minutes < 0) return `${MINUS}${duration(-minutes)}`;
  if (minutes < 1) return `${upTo(minutes * 60, minutes * 60 < 10 ? 1 : 0)} 秒`;
  if (minutes < 120) return `${upTo(minutes, minutes < 10 ? 1 : 0)} 分钟`;
  return `${upTo(minutes / 60, 1)} 小时`;
}

/** 年份：1978，不写成 1,978。 */
export const year = (value: number): string => String(Math.round(value));

/** 倍数：7.9 倍。 */
export function times(value: number, digits = 1): string {
  return Number.isFinite(value) ? `${upTo(value, digits)} 倍` : '无限倍';
}

/** 人敲进来的数念回去：认得出自己写的，又不露出二进制的尾巴。 */
export function withUnit(value: number, unit = ''): string {
  const plain = significant(value, 6);
  // 1978 年，不写 1,978 年
  const text = unit === '年' ? plain.replaceAll(',', '') : plain;
  return unit === '' || unit === '%' ? text + unit : `${text} ${unit}`;
}
