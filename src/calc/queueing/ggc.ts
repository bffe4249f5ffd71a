import { atLeast, integerAtLeast, positive } from '../core/checks.ts';
import { productMinus } from '../core/exact.ts';
import { logErlangCWithSpare } from './erlang-c.ts';

/** G/G/c 近似的结果；时间单位与平均服务时间一致。 */
export interface GeneralQueueResult {
  /** 利用率 ρ = λτ/c。 */
  utilization: number;
  /** 变异因子 V = (C_a² + C_s²)/2。 */
  variability: number;
  /** 利用因子 U = ρ^{√(2(c+1)) − 1}/[c(1 − ρ)]；c = 1 时即 ρ/(1 − ρ)。 */
  utilizationEffect: number;
  /** 平均等待的 金曼—坂川（VUT）近似：V·U·τ。 */
  meanWaitSakasegawa: number;
  /** 平均等待的 Allen–Cunneen 近似：用精确的 Erlang C。 */
  meanWaitAllenCunneen: number;
  /** 平均等待的 Kraemer–Langenbach-Belz 近似；只对 c = 1 有定义，否则 null。 */
  meanWaitKraemerLangenbachBelz: number | null;
  /** Kingman (1962) 的等待上界；只对 c = 1 有定义，否则 null。 */
  meanWaitUpperBound: number | null;
}

/**
 * G/G/c 排队近似：到达与服务都是一般分布，只用均值和变异系数估计平均等待。
 *
 * 假设：到达间隔独立同分布，服务时间独立同分布；c 个相同服务台；先到先服务；稳态。
 * 符号与单位：λ `arrivalRate`；τ `meanService`；c `servers`；C_a² `scvArrival`、C_s² `scvService` 为变异系数的平方。
 * 出处：Kingman (1961, 1962)；Sakasegawa (1977)；Allen–Cunneen；Kraemer & Langenbach-Belz (1976)；写法见 Hopp & Spearman《Factory Physics》。
 * 边界：ρ ≥ 1 时为 Infinity；C_a = C_s = 0 且 ρ < 1 时为 0；近似值检验的是公式而非真值。
 * 复杂度：O(√c)。
 *
 * @example
 * ggc({ arrivalRate: 0.9, meanService: 1, servers: 1, scvArrival: 0.8, scvService: 0.5 }).meanWaitSakasegawa // 5.85
 */
export function ggc({
  arrivalRate,
  meanService,
  servers,
  scvArrival,
  scvService,
}: {
  arrivalRate: number;
  meanService: number;
  servers: number;
  scvArrival: number;
  scvService: number;
}): GeneralQueueResult {
  atLeast('arrivalRate', arrivalRate, 0);
  positive('meanService', meanService);
  integerAtLeast('servers', servers, 1);
  atLeast('scvArrival', scvArrival, 0);
  atLeast('scvService', scvService, 0);
  const offeredLoad = arrivalRate * meanService;
  const utilization = offeredLoad / servers;
  const spare = -productMinus(arrivalRate, meanService, servers);
  const stable = spare > 0;
  const variability = (scvArrival + scvService) / 2;
  const utilizationEffect = stable
    ? utilization ** (Math.sqrt(2 * (servers + 1)) - 1) / spare
    : Infinity;
  const delay = Math.exp(logErlangCWithSpare({ offeredLoad, servers, spare }));
  const meanWaitSakasegawa = stable ? variability * utilizationEffect * meanService : Infinity;
  return {
    utilization,
    variability,
    utilizationEffect,
    meanWaitSakasegawa,
    meanWaitAllenCunneen: stable ? (variability * delay * meanService) / spare : Infinity,
    meanWaitKraemerLangenbachBelz: servers === 1 ? meanWaitSakasegawa * correction() : null,
    meanWaitUpperBound: servers === 1 ? upperBound() : null,
  };

  /** Kraemer–Langenbach-Belz 的修正因子；到达比泊松规则时压低等待。 */
  function correction(): number {
    if (!stable) return 1;
    if (utilization === 0 || variability === 0) return 0;
    const distance = scvArrival - 1;
    return scvArrival < 1
      ? Math.exp((-2 * spare * distance * distance) / (3 * utilization * (scvArrival + scvService)))
      : Math.exp((-spare * distance) / (scvArrival + 4 * scvService));
  }

  /** λ(σ_a² + σ_s²)/(2(1 − ρ))，其中 λσ_a² = C_a²/λ。 */
  function upperBound(): number {
    if (!stable) return Infinity;
    const arrivalPart = scvArrival === 0 ? 0 : scvArrival / arrivalRate;
    return (arrivalPart + arrivalRate * scvService * meanService * meanService) / (2 * spare);
  }
}
