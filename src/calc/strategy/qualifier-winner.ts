import { atLeast, each, finite, nonEmpty, reject } from '../core/checks.ts';
import { logitShares } from './logit-shares.ts';

/** 一项竞争属性：门槛、斜坡，或两者兼有。 */
export interface CompetitiveAttribute {
  /** 属性名，只用于显示。 */
  name?: string | undefined;
  /** 门槛线：得分低于它就不入围；不给表示没有门槛。 */
  threshold?: number | undefined;
  /** 赢得权重：入围之后每一分增加多少效用，默认 0（纯门槛要素）。 */
  weight?: number | undefined;
}

/** 一家企业在各属性上的得分。 */
export interface Competitor {
  /** 企业名，只用于显示。 */
  name?: string | undefined;
  /** 得分，与属性同序。 */
  scores: readonly number[];
}

/** 门槛与赢得模型的输入。 */
export interface QualifierWinnerInput {
  /** 属性。 */
  attributes: readonly CompetitiveAttribute[];
  /** 参与竞争的企业。 */
  competitors: readonly Competitor[];
  /** 选择灵敏度，默认 1；为 0 时入围者平分。 */
  sensitivity?: number | undefined;
  /** “都不选”的效用；不给则入围者瓜分全部市场。 */
  outsideUtility?: number | undefined;
}

/** 门槛与赢得模型的结果；数组与企业同序。 */
export interface QualifierWinnerResult {
  /** 是否入围。 */
  qualified: boolean[];
  /** 未达门槛的属性下标。 */
  failedAttributes: number[][];
  /** 入围后的效用 Σ 权重 × 得分；未入围者也给出，供对照。 */
  utilities: number[];
  /** 市场份额；未入围为 0。 */
  shares: number[];
  /** 谁也不选的份额；没有给 `outsideUtility` 时，有人入围为 0，无人入围为 1。 */
  outsideShare: number;
}

/**
 * 门槛与赢得要素：先过门槛（不达线即出局），再按赢得要素的加权得分用 logit 分市场。
 *
 * 假设：门槛是非补偿的，任一项不达线就出局，别项再高也补不回；入围之后线性补偿。得分恰等于门槛算达线。
 * 符号与单位：得分与门槛同一量表；效用无量纲；份额之和加 `outsideShare` 为 1。
 * 出处：Hill (1985) 的门槛与赢得要素；份额用 McFadden (1974) 的多项 logit。
 * 边界：无人入围时份额全为 0；门槛以上加分若权重为 0，份额不变。
 * 复杂度：O(企业数 × 属性数)。
 *
 * @example
 * qualifierWinner({ attributes: [{ threshold: 60 }, { weight: 0.1 }], competitors: [{ scores: [59, 80] }, { scores: [60, 80] }, { scores: [95, 80] }] }).shares // [0, 0.5, 0.5]
 */
export function qualifierWinner({
  attributes,
  competitors,
  sensitivity = 1,
  outsideUtility,
}: QualifierWinnerInput): QualifierWinnerResult {
  nonEmpty('attributes', attributes);
  nonEmpty('competitors', competitors);
  atLeast('sensitivity', sensitivity, 0);
  if (outsideUtility !== undefined) finite('outsideUtility', outsideUtility);
  attributes.forEach((attribute, i) => {
    if (attribute.threshold !== undefined)
      finite(`attributes[${i}].threshold`, attribute.threshold);
    finite(`attributes[${i}].weight`, attribute.weight ?? 0);
  });

  const failedAttributes = competitors.map((competitor, c) => {
    each(`competitors[${c}].scores`, competitor.scores, finite);
    if (competitor.scores.length !== attributes.length)
      reject(`competitors[${c}].scores`, `${attributes.length} numbers long`, competitor.scores);
    return attributes.flatMap((attribute, a) =>
      attribute.threshold !== undefined && (competitor.scores[a] as number) < attribute.threshold
        ? [a]
        : [],
    );
  });
  const utilities = competitors.map((competitor) =>
    attributes.reduce(
      (sum, attribute, a) => sum + (attribute.weight ?? 0) * (competitor.scores[a] as number),
      0,
    ),
  );
  const qualified = failedAttributes.map((failed) => failed.length === 0);
  const entries = qualified.map((isIn, c) =>
    isIn ? sensitivity * (utilities[c] as number) : -Infinity,
  );
  const shares = logitShares([
    ...entries,
    outsideUtility === undefined ? -Infinity : sensitivity * outsideUtility,
  ]);
  const outside = shares.pop() as number;
  return {
    qualified,
    failedAttributes,
    utilities,
    shares,
    outsideShare: outsideUtility === undefined && !qualified.some((isIn) => isIn) ? 1 : outside,
  };
}
