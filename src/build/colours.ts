/** 颜色的换算：样式里写 OKLCH 与混色，读者的浏览器收到十六进制的 sRGB。 */

/** OKLab 坐标与不透明度。 */
export interface Colour {
  lightness: number;
  a: number;
  b: number;
  alpha: number;
}

const pattern = /^oklch\(\s*([\d.]+)%\s+([\d.]+)\s+([\d.]+)(?:deg)?\s*(?:\/\s*([\d.]+)(%?)\s*)?\)$/;

const decode = (coded: number) =>
  coded <= 0.04045 ? coded / 12.92 : ((coded + 0.055) / 1.055) ** 2.4;

/** 认得 `oklch(44% 0.11 245)`、`oklch(20% 0.02 260 / 0.16)`、`#0b3d91` 与 `transparent`；别的返回 null。 */
export function readColour(text: string): Colour | null {
  if (text.trim() === 'transparent') return { lightness: 0, a: 0, b: 0, alpha: 0 };
  if (/^#[\da-f]{6}$/i.test(text.trim())) return readHex(text.trim());
  const [, lightness, chroma, hue, alpha, percent] = pattern.exec(text.trim()) ?? [];
  if (lightness === undefined) return null;
  const angle = (Number(hue) * Math.PI) / 180;
  return {
    lightness: Number(lightness) / 100,
    a: Number(chroma) * Math.cos(angle),
    b: Number(chroma) * Math.sin(angle),
    alpha: alpha === undefined ? 1 : Number(alpha) / (percent ? 100 : 1),
  };
}

/** 同一组矩阵倒过来。 */
function readHex(text: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    decode(Number.parseInt(text.slice(at, at + 2), 16) / 255),
  );
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    alpha: 1,
  };
}

/** `color-mix(in oklab, first share, second)`：照规范先乘不透明度再混。 */
export function mix(first: Colour, share: number, second: Colour): Colour {
  const alpha = first.alpha * share + second.alpha * (1 - share);
  const part = (key: 'lightness' | 'a' | 'b') =>
    alpha === 0
      ? 0
      : (first[key] * first.alpha * share + second[key] * second.alpha * (1 - share)) / alpha;
  return { lightness: part('lightness'), a: part('a'), b: part('b'), alpha };
}

const encode = (linear: number) =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;

/** 色域之外的分量截到边上；本课程的颜色最多越界百分之二，看不出来。 */
const byte = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 255);

/** 矩阵出自 Björn Ottosson 的 OKLab 定义（CSS Color 4 用的同一组）。 */
export function toHex({ lightness, a, b, alpha }: Colour): string {
  const l = (lightness + 0.3963377773761749 * a + 0.2158037573099136 * b) ** 3;
  const m = (lightness - 0.1055613458156586 * a - 0.0638541728258133 * b) ** 3;
  const s = (lightness - 0.0894841775298119 * a - 1.2914855480194092 * b) ** 3;
  const bytes = [
    byte(encode(4.0767416360759574 * l - 3.3077115392580616 * m + 0.2309699031821044 * s)),
    byte(encode(-1.2684379732850317 * l + 2.6097573492876887 * m - 0.3413193760026573 * s)),
    byte(encode(-0.0041960761386756 * l - 0.7034186179359362 * m + 1.7076146940746117 * s)),
    ...(alpha < 1 ? [byte(alpha)] : []),
  ];
  return `#${bytes.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
