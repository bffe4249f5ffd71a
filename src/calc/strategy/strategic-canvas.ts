import { atLeast, each, finite, matrix, nonEmpty, reject, sameLength } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';
import { logitShares } from './logit-shares.ts';

/** 一个客群。 */
export interface Segment {
  /** 客群名，只用于显示。 */
  name?: string | undefined;
  /** 对各属性的权重。 */
  weights: readonly number[];
  /** 客群大小（人数或购买力），默认 1。 */
  size?: number | undefined;
}

/** 战略画布的输入。 */
export interface StrategicCanvasInput {
  /** 各企业的价值曲线：每行一家企业，各属性投入的点数。 */
  profiles: readonly (readonly number[])[];
  /** 客群。 */
  segments: readonly Segment[];
  /** 各属性的成本系数 c，成本 = Σ c·x²；默认全为 1。 */
  costCoefficients?: readonly number[] | undefined;
  /** 选择灵敏度，默认 1。 */
  sensitivity?: number | undefined;
  /** 点数上限；给出时核对每家企业的总点数不超过它。 */
  budget?: number | undefined;
}

/** 战略画布的结果。 */
export interface StrategicCanvasResult {
  /** `utilities[客群][企业]` = Σ 权重 × 点数。 */
  utilities: number[][];
  /** `segmentShares[客群][企业]`，每行之和为 1。 */
  segmentShares: number[][];
  /** 各企业按客群大小加权的总份额；客群总大小为 0 时为 NaN。 */
  shares: number[];
  /** 各企业的成本 Σ c·x²。 */
  costs: number[];
  /** 每个客群的第一选择（企业下标）；并列第一为 null。 */
  firstChoices: (number | null)[];
}

/**
 * 战略画布份额：点数分给各属性，客群按加权效用用 logit 选择，成本按平方增长。
 *
 * 假设：效用线性，选择为多项 logit；把一项做到极致的边际成本递增，取平方。
 * 符号与单位：x 点数；w 权重；效用 = Σ w·x；成本 = Σ c·x²（指数，非货币）。
 * 出处：战略画布见 Kim & Mauborgne (2005)；份额用 McFadden (1974)。本模型为教学示意。
 * 边界：超出 `budget` 是输入错误；并列第一时 `firstChoices` 为 null。
 * 复杂度：O(企业数 × 客群数 × 属性数)。
 *
 * @example
 * strategicCanvas({ profiles: [[20, 20], [40, 0]], segments: [{ weights: [0.1, 0] }], budget: 40 }).shares // [0.11920292202211755, 0.8807970779778823]
 */
export function strategicCanvas({
  profiles,
  segments,
  costCoefficients,
  sensitivity = 1,
  budget,
}: StrategicCanvasInput): StrategicCanvasResult {
  matrix('profiles', profiles);
  nonEmpty('segments', segments);
  const width = (profiles[0] as readonly number[]).length;
  const coefficients = costCoefficients ?? Array.from({ length: width }, () => 1);
  each('costCoefficients', coefficients, (name, value) => atLeast(name, value, 0));
  sameLength('costCoefficients', coefficients, 'profiles[0]', profiles[0] as readonly number[]);
  profiles.forEach((profile, p) => {
    each(`profiles[${p}]`, profile, (name, value) => atLeast(name, value, 0));
    const total = profile.reduce((sum, points) => sum + points, 0);
    if (budget !== undefined && total > budget * (1 + 1e-12))
      reject(`profiles[${p}]`, `at most ${budget} points in all`, total);
  });
  segments.forEach((segment, s) => {
    each(`segments[${s}].weights`, segment.weights, finite);
    sameLength(
      `segments[${s}].weights`,
      segment.weights,
      'profiles[0]',
      profiles[0] as readonly number[],
    );
    atLeast(`segments[${s}].size`, segment.size ?? 1, 0);
  });

  const utilities = segments.map((segment) =>
    profiles.map((profile) =>
      profile.reduce((sum, points, a) => sum + points * (segment.weights[a] as number), 0),
    ),
  );
  const segmentShares = utilities.map((row) => logitShares(row, sensitivity));
  const totalSize = segments.reduce((sum, segment) => sum + (segment.size ?? 1), 0);
  const shares = profiles.map(
    (_, p) =>
      segmentShares.reduce(
        (sum, row, s) => sum + (segments[s]?.size ?? 1) * (row[p] as number),
        0,
      ) / totalSize,
  );
  const firstChoices = utilities.map((row) => {
    const best = largest(row);
    const slack = 1e-12 * Math.max(1, Math.abs(best));
    const winners = row.flatMap((utility, p) => (utility >= best - slack ? [p] : []));
    return winners.length === 1 ? (winners[0] as number) : null;
  });
  return {
    utilities,
    segmentShares,
    shares,
    costs: profiles.map((profile) =>
      profile.reduce((sum, points, a) => sum + (coefficients[a] as number) * points * points, 0),
    ),
    firstChoices,
  };
}
