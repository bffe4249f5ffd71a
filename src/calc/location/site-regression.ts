import { finite, reject } from '../core/checks.ts';

/** 选址回归式：截距与各变量的系数，键是变量名。 */
export type SiteEquation = Readonly<
  {
    /** 截距。 */
    intercept: number;
  } & Record<string, number>
>;

/**
 * La Quinta 汽车旅馆的选址回归式（57 家店，变量已标准化）：预测盈利能力。
 *
 * 出处：Kimes & Fitzsimmons 1990，系数按教学转述。
 */
export const laQuintaEquation: SiteEquation = {
  intercept: 39.05,
  statePopN: -5.41,
  priceN: 5.86,
  sqrtIncomeN: -3.09,
  collegeN: 1.75,
};

/**
 * 选址回归预测：把候选点的特征代入回归式，得出预计盈利能力。
 *
 * 假设：新点在样本见过的范围内（用 checkExtrapolation 检查）；变量的标准化口径与建模时一致。
 * 符号与单位：`equation.intercept` 截距，其余键为系数；`features` 同名变量的值；结果与建模时的因变量同单位。
 * 出处：Kimes & Fitzsimmons 1990（La Quinta）。
 * 边界：缺少任何一个变量报 RangeError；多余的变量忽略。
 * 复杂度：O(变量数)。
 *
 * @example
 * predictSite({ equation: { intercept: 10, price: 2 }, features: { price: 3 } }) // 16
 */
export function predictSite(input: {
  /** 回归式。 */
  equation: SiteEquation;
  /** 候选点的特征。 */
  features: Readonly<Record<string, unknown>>;
}): number {
  const { equation, features } = input;
  let total = finite('equation.intercept', equation.intercept);
  for (const [name, coefficient] of Object.entries(equation)) {
    if (name === 'intercept') continue;
    const value = features[name];
    if (typeof value !== 'number' || !Number.isFinite(value))
      reject(`features.${name}`, 'a finite number', value);
    total += finite(`equation.${name}`, coefficient) * value;
  }
  return total;
}
