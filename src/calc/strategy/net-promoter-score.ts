import { nonEmpty, reject } from '../core/checks.ts';

/** 净推荐值的结果。 */
export interface NetPromoterScoreResult {
  /** 推荐者人数（9–10 分）。 */
  promoters: number;
  /** 中立者人数（7–8 分）。 */
  passives: number;
  /** 贬损者人数（0–6 分）。 */
  detractors: number;
  /** 净推荐值，百分点，−100 到 100。 */
  score: number;
  /** 净推荐值的标准误，百分点，按多项分布；一人时为 0，样本小时勿信。 */
  standardError: number;
}

/**
 * 净推荐值（NPS）：推荐者占比减贬损者占比，以百分点计。
 *
 * 假设：分数为 0–10 的整数，9–10 推荐、7–8 中立、0–6 贬损。
 * 符号与单位：`scores` 每人一个整数；`score` 为百分点。
 * 出处：Reichheld (2003), The One Number You Need to Grow。
 * 边界：没有分数是输入错误；标准误 = 100·√((p + d − (p − d)²)/n)。
 * 复杂度：O(人数)。
 *
 * @example
 * netPromoterScore([10, 9, 9, 8, 7, 6, 10, 3, 9, 0]).score // 20
 */
export function netPromoterScore(scores: readonly number[]): NetPromoterScoreResult {
  nonEmpty('scores', scores);
  let promoters = 0;
  let detractors = 0;
  scores.forEach((score, i) => {
    if (!Number.isInteger(score) || score < 0 || score > 10)
      reject(`scores[${i}]`, 'an integer from 0 to 10', score);
    if (score >= 9) promoters++;
    else if (score <= 6) detractors++;
  });
  const count = scores.length;
  const net = (promoters - detractors) / count;
  return {
    promoters,
    passives: count - promoters - detractors,
    detractors,
    score: (100 * (promoters - detractors)) / count,
    standardError: 100 * Math.sqrt(((promoters + detractors) / count - net * net) / count),
  };
}
