/**
 * 线性规划答案的检验：可行、对偶可行、两边的目标值相等，三条都过才算最优。
 *
 * @internal
 */
import type { LinearProgram } from './linear-program.ts';

/** 可行与目标相等的容差，相对于参与相加的各项绝对值之和。 */
const TOLERANCE = 1e-9;
/** 检验数的容差：差一点点也可能是一条无界的方向，从严。 */
const DUAL_TOLERANCE = 1e-12;

/** 答案经不经得起检验：good 三条都过；violates 违反约束；improvable 约束都合，但证不了最优。 */
export type Verdict = 'good' | 'violates' | 'improvable';

/** 检验一个解与它的影子价格；一律在原始数据上算，不用缩放后的，也不信求解器给的检验数。 */
export function judge(
  { objective, constraints, upperBounds, sense }: LinearProgram,
  { solution, duals }: { solution: readonly number[]; duals: readonly number[] },
): Verdict {
  const direction = sense === 'max' ? 1 : -1;
  const reduced = [...objective];
  const size = objective.map((value) => Math.abs(value));
  let gap = 0;
  let gapSize = 0;
  let wrongWay = false;
  for (let i = 0; i < constraints.length; i++) {
    const { coefficients, relation, rhs } = constraints[i]!;
    const dual = duals[i]!;
    let over = -rhs;
    let rowSize = Math.abs(rhs);
    for (let j = 0; j < objective.length; j++) {
      const term = coefficients[j]! * solution[j]!;
      over += term;
      rowSize += Math.abs(term);
      const priced = dual * coefficients[j]!;
      reduced[j]! -= priced;
      size[j]! += Math.abs(priced);
    }
    if (relation !== '>=' && !(over <= TOLERANCE * rowSize)) return 'violates';
    if (relation !== '<=' && !(over >= -TOLERANCE * rowSize)) return 'violates';
    if (relation !== '=' && dual * direction * (relation === '<=' ? 1 : -1) < 0) wrongWay = true;
    gap -= dual * rhs;
    gapSize += Math.abs(dual * rhs);
  }
  if (wrongWay) return 'improvable';
  for (let j = 0; j < objective.length; j++) {
    const gain = reduced[j]! * direction;
    const bound = upperBounds?.[j] ?? Infinity;
    if (bound === Infinity && !(gain <= DUAL_TOLERANCE * size[j]!)) return 'improvable';
    const value = objective[j]! * solution[j]!;
    const priced = bound === Infinity || gain <= 0 ? 0 : reduced[j]! * bound;
    gap += value - priced;
    gapSize += Math.abs(value) + Math.abs(priced);
  }
  return Math.abs(gap) <= TOLERANCE * gapSize ? 'good' : 'improvable';
}
