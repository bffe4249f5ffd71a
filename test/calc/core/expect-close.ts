import { expect } from 'vitest';

/** 相对误差不超过 relative（期望为 0 时按绝对误差）；信息里带上两个数。 */
export function expectClose(got: number, expected: number, relative = 1e-12): void {
  const scale = expected === 0 ? 1 : Math.abs(expected);
  const error = got === expected ? 0 : Math.abs(got - expected) / scale;
  expect(error, `got ${got}, expected ${expected}`).toBeLessThanOrEqual(relative);
}
