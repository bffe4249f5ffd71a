import { integerAtLeast, positive } from '../../core/checks.ts';
import { normalCdf, normalPdf, normalSurvival } from '../../core/normal.ts';

/** 控制图常数；倍数 L 默认 3。 */
export interface ControlChartConstants {
  /** 正态样本极差的期望 ÷ σ。 */
  d2: number;
  /** 正态样本极差的标准差 ÷ σ。 */
  d3: number;
  /** 正态样本标准差的期望 ÷ σ。 */
  c4: number;
  /** X̄ 图（用 R̄）的限宽 L/(d2·√n)。 */
  A2: number;
  /** X̄ 图（用 S̄）的限宽 L/(c4·√n)。 */
  A3: number;
  /** R 图下限系数 max(0, 1 − L·d3/d2)。 */
  D3: number;
  /** R 图上限系数 1 + L·d3/d2。 */
  D4: number;
  /** S 图下限系数 max(0, 1 − L·√(1 − c4²)/c4)。 */
  B3: number;
  /** S 图上限系数 1 + L·√(1 − c4²)/c4。 */
  B4: number;
}

// 极差的二阶矩要做二重积分（几毫秒），而画图时同一个 n 会反复用到；只存纯函数的结果，不改变任何输出。
const momentsOfRange = new Map<number, { d2: number; d3: number }>();

/**
 * 控制图常数：由正态极差与标准差的分布数值积分得到 d2、d3、c4 及由它们导出的各系数，不查表。
 *
 * 假设：子组内数据独立同正态分布。
 * 符号与单位：n 子组大小；L `sigmas` 控制限的 σ 倍数；各常数无量纲。
 * 出处：Tippett (1925) 的极差分布；系数名按 Montgomery, Introduction to Statistical Quality Control。
 * 边界：n ≥ 2；下限系数小于 0 时取 0。d2 = ∫[1 − Φⁿ − (1 − Φ)ⁿ]dx 用梯形法（解析函数在全轴上指数收敛）；E[R²] = 2∫ r·P(R > r)dr 用双指数变换；c4 用伽马之比的渐近级数，n 上万也不抵消。
 * 复杂度：每个 n 首次约五万次正态分布函数求值，之后 O(1)。
 *
 * @example
 * controlChartConstants(5).A2 // 0.5768193340850863
 */
export function controlChartConstants(n: number, sigmas = 3): ControlChartConstants {
  integerAtLeast('n', n, 2);
  positive('sigmas', sigmas);
  let moments = momentsOfRange.get(n);
  if (!moments) {
    const d2 = rangeMean(n);
    moments = { d2, d3: Math.sqrt(rangeSecondMoment(n) - d2 * d2) };
    momentsOfRange.set(n, moments);
  }
  const { d2, d3 } = moments;
  const c4 = deviationMean(n);
  const spreadR = (sigmas * d3) / d2;
  const spreadS = (sigmas * Math.sqrt(1 - c4 * c4)) / c4;
  return {
    d2,
    d3,
    c4,
    A2: sigmas / (d2 * Math.sqrt(n)),
    A3: sigmas / (c4 * Math.sqrt(n)),
    D3: Math.max(0, 1 - spreadR),
    D4: 1 + spreadR,
    B3: Math.max(0, 1 - spreadS),
    B4: 1 + spreadS,
  };
}

/** E[R]/σ；被积函数是偶函数。 */
function rangeMean(n: number): number {
  const step = 1 / 32;
  let sum = 0;
  for (let k = 0; k <= 12 / step; k++) {
    const q = normalSurvival(k * step);
    // 1 − Φⁿ 写成 −expm1(n·log1p(−q))：q 极小时 Φⁿ 已舍入成 1。
    const value = -Math.expm1(n * Math.log1p(-q)) - q ** n;
    sum += k === 0 ? value / 2 : value;
  }
  return 2 * step * sum;
}

/** E[R²]/σ² = 2∫₀^∞ r·P(R > r)dr，代换 r = exp(s − e^{−s})。 */
function rangeSecondMoment(n: number): number {
  // n 越大极差越集中（σ 从 0.85 降到 0.3），步长随之减半，否则跨过整个过渡带。
  const step = n <= 100 ? 1 / 16 : n <= 10000 ? 1 / 32 : 1 / 64;
  let sum = 0;
  for (let k = Math.round(-3.5 / step); k <= 3.5 / step; k++) {
    const s = k * step;
    const r = Math.exp(s - Math.exp(-s));
    if (r > 26) break;
    sum += r * r * (1 + Math.exp(-s)) * rangeTail(r, n);
  }
  return 2 * step * sum;
}

/** P(R > r)，以 σ 为单位；内层以 −r/2 为对称中心折半。 */
function rangeTail(r: number, n: number): number {
  const step = 1 / 12;
  const half = r / 2;
  const last = Math.ceil((half + 9.5) / step);
  let sum = 0;
  for (let k = 0; k <= last; k++) {
    const u = k * step;
    const density = normalPdf(u - half) + normalPdf(u + half);
    const inside = normalCdf(half - u) - normalCdf(-u - half);
    const value = density * inside ** (n - 1);
    sum += k === 0 ? value / 2 : value;
  }
  return Math.max(0, 1 - n * step * sum);
}

/** c4 = √(2/(n−1))·Γ(n/2)/Γ((n−1)/2)。 */
function deviationMean(n: number): number {
  let x = (n - 1) / 2;
  const start = x;
  let factor = 1;
  // Γ(x+½)/Γ(x)：先用递推把 x 抬到 30 以上，级数七项就到机器精度；直接用 logGamma 相减在 n 大时丢位。
  while (x < 30) {
    factor *= x / (x + 0.5);
    x += 1;
  }
  const y = 1 / x;
  const series =
    1 +
    y *
      (-1 / 8 +
        y *
          (1 / 128 +
            y *
              (5 / 1024 +
                y *
                  (-21 / 32768 +
                    y * (-399 / 262144 + y * (869 / 4194304 + y * (39325 / 33554432)))))));
  return factor * Math.sqrt(x / start) * series;
}
