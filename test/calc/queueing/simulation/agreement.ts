import { expect } from 'vitest';

/** 全部仿真检验共用的固定种子：换种子碰运气就不算检验。 */
export const seeds = [11, 23, 37, 41, 59, 67, 83, 97] as const;

/** 各种子结果的均值须落在理论值的四个标准误之内；标准误由这些结果自己估计。 */
export function expectAgreement(values: readonly number[], theory: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (values.length - 1) / values.length);
  expect(standardError, 'a standard error small enough to test anything').toBeLessThan(
    0.1 * Math.abs(theory),
  );
  expect(
    Math.abs(mean - theory),
    `mean ${mean}, theory ${theory}, standard error ${standardError}`,
  ).toBeLessThanOrEqual(4 * standardError);
}

/** 常用的简写。 */
export const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;
export const deterministic = (mean: number) => ({ kind: 'deterministic', mean }) as const;
export const poisson = (rate: number) =>
  ({ kind: 'renewal', interval: exponential(1 / rate) }) as const;
