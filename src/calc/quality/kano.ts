import { atLeast, integerAtLeast, nonEmpty, reject } from '../core/checks.ts';

/** 卡诺类别：A 魅力、O 一维、M 必备、I 无差异、R 反向、Q 可疑。 */
export type KanoCategory = 'A' | 'O' | 'M' | 'I' | 'R' | 'Q';

/** 各类的票数。 */
export type KanoCounts = Record<KanoCategory, number>;

/** 卡诺分析的结果。 */
export interface KanoResult {
  /** 更满意系数 (A + O)/(A + O + M + I)；四类都无人时为 null。 */
  better: number | null;
  /** 更不满系数 −(O + M)/(A + O + M + I)；四类都无人时为 null。 */
  worse: number | null;
  /** 票数最多的类别；并列按 M、O、A、I、R、Q 的次序取（缺了更伤人的优先）；一票也没有时为 null。 */
  category: KanoCategory | null;
  /** 先比 O + A + M 与 I + R + Q 哪组多，再取那组里最多的；并列规则同上。 */
  categoryByGroups: KanoCategory | null;
  /** 类别强度：最多与次多的占比之差；一票也没有时为 null。 */
  strength: number | null;
}

const precedence: readonly KanoCategory[] = ['M', 'O', 'A', 'I', 'R', 'Q'];

/**
 * 卡诺分析：由各类票数求更满意与更不满系数，并判定类别。
 *
 * 假设：票数来自正反两问的评价表；R 与 Q 不进系数。
 * 符号与单位：系数 better 在 0–1，worse 在 −1–0。
 * 出处：Kano et al. (1984)；系数与并列规则 Berger et al. (1993)。
 * 边界：A、O、M、I 都为 0 时系数没有定义，返回 null。
 * 复杂度：O(1)。
 *
 * @example
 * kano({ A: 42, O: 31, M: 12, I: 14, R: 1, Q: 0 }).worse // -0.43434343434343436
 */
export function kano(counts: KanoCounts): KanoResult {
  for (const key of precedence) atLeast(key, counts[key], 0);
  const base = counts.A + counts.O + counts.M + counts.I;
  const total = base + counts.R + counts.Q;
  const sorted = precedence.map((key) => counts[key]).sort((a, b) => b - a);
  const useful = counts.O + counts.A + counts.M;
  const group: readonly KanoCategory[] =
    useful > total - useful ? ['M', 'O', 'A'] : ['I', 'R', 'Q'];
  return {
    better: base === 0 ? null : (counts.A + counts.O) / base,
    worse: base === 0 ? null : -(counts.O + counts.M) / base,
    category: total === 0 ? null : mostVoted(precedence, counts),
    categoryByGroups: total === 0 ? null : mostVoted(group, counts),
    strength: total === 0 ? null : ((sorted[0] as number) - (sorted[1] as number)) / total,
  };
}

function mostVoted(among: readonly KanoCategory[], counts: KanoCounts): KanoCategory {
  return among.reduce((best, key) => (counts[key] > counts[best] ? key : best));
}

/** 两问的五档回答，依次为：喜欢、理应如此、无所谓、能忍受、不喜欢。 */
export const kanoAnswers = ['like', 'must-be', 'neutral', 'live-with', 'dislike'] as const;

/** 卡诺评价表：行为正向题（有这项）、列为反向题（没有这项）的回答。 */
export function kanoTable(): KanoCategory[][] {
  return [
    ['Q', 'A', 'A', 'A', 'O'],
    ['R', 'I', 'I', 'I', 'M'],
    ['R', 'I', 'I', 'I', 'M'],
    ['R', 'I', 'I', 'I', 'M'],
    ['R', 'R', 'R', 'R', 'Q'],
  ];
}

/** 由一位受访者的两个回答（0–4 的档次）查出类别。 */
export function classifyKano(functional: number, dysfunctional: number): KanoCategory {
  const category =
    kanoTable()[integerAtLeast('functional', functional, 0)]?.[
      integerAtLeast('dysfunctional', dysfunctional, 0)
    ];
  return (
    category ??
    reject('functional, dysfunctional', 'answers from 0 to 4', [functional, dysfunctional])
  );
}

/** 把一批（正向，反向）回答计成各类票数。 */
export function tallyKano(answers: readonly (readonly [number, number])[]): KanoCounts {
  nonEmpty('answers', answers);
  const counts: KanoCounts = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
  for (const [functional, dysfunctional] of answers)
    counts[classifyKano(functional, dysfunctional)]++;
  return counts;
}
