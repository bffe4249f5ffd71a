import { integerAtLeast, nonEmpty } from '../core/checks.ts';
import { largest } from '../core/extremes.ts';

/** 单位立方体上的极小点。 */
export interface UnitBoxMinimum {
  /** 极小点，各坐标在 [0, 1]。 */
  argument: number[];
  /** 极小值。 */
  value: number;
  /** 函数求值次数。 */
  evaluations: number;
}

/** 解 (H + damping·I) d = −g；不正定时返回 undefined。维数只有 1–3，直接乔列斯基。 */
function dampedStep(
  hessian: number[][],
  gradient: readonly number[],
  damping: number,
): number[] | undefined {
  const size = gradient.length;
  const lower = hessian.map((row) => row.map(() => 0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = hessian[i]![j]! + (i === j ? damping : 0);
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i === j) {
        if (!(sum > 0)) return undefined;
        lower[i]![i] = Math.sqrt(sum);
      } else lower[i]![j] = sum / lower[j]![j]!;
    }
  }
  const step = gradient.map((value) => -value);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) step[i]! -= lower[i]![k]! * step[k]!;
    step[i]! /= lower[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) step[i]! -= lower[k]![i]! * step[k]!;
    step[i]! /= lower[i]![i]!;
  }
  return step;
}

/**
 * 单位立方体上的全局极小：网格找出所有谷底，再从每个谷底用有界牛顿法走到底。
 *
 * 目标：f(x) 最小。
 * 约束：0 ≤ x_k ≤ 1。
 * 假设：f 光滑，谷底宽于网格间距；f 在立方体外一小步仍有定义（用于边界上的差分），返回 NaN 或 Infinity 的点视为无穷大。
 * 符号与单位：`dimensions` 维数 1–3；`f` 收到长度为维数的数组，不得改写。
 * 出处：多起点法；有界牛顿步加 Levenberg 阻尼。
 * 边界：极小在边界上时精确落在 0 或 1；f 为常数时返回第一个网格点；处处无穷大时值为 Infinity。
 * 复杂度：网格求值 257、33²、13³ 次，另加每个起点数百次。
 *
 * @example
 * minimizeInUnitBox({ f: ([x, y]) => (x - 0.3) ** 2 + (y - 2) ** 2, dimensions: 2 }).value // 1
 */
export function minimizeInUnitBox({
  f,
  dimensions,
  grid,
}: {
  /** 目标函数。 */
  f: (point: readonly number[]) => number;
  /** 维数，1–3。 */
  dimensions: number;
  /** 每维的网格值，升序；缺省按维数给定，两端较密。 */
  grid?: readonly number[];
}): UnitBoxMinimum {
  integerAtLeast('dimensions', dimensions, 1);
  const even = (count: number): number[] => Array.from({ length: count + 1 }, (_, i) => i / count);
  const values =
    grid ??
    (dimensions === 1
      ? even(256)
      : dimensions === 2
        ? even(32)
        : [0, 0.02, 0.06, 0.12, 0.2, 0.3, 0.42, 0.55, 0.68, 0.8, 0.9, 0.96, 1]);
  nonEmpty('grid', values);
  let evaluations = 0;
  const at = (point: readonly number[]): number => {
    evaluations++;
    const value = f(point);
    return Number.isNaN(value) ? Infinity : value;
  };

  const side = values.length;
  const total = side ** dimensions;
  const heights = new Float64Array(total);
  const pointAt = (index: number): number[] => {
    const point: number[] = [];
    for (let k = 0, rest = index; k < dimensions; k++, rest = Math.floor(rest / side))
      point.push(values[rest % side]!);
    return point;
  };
  for (let index = 0; index < total; index++) heights[index] = at(pointAt(index));
  const starts: number[] = [];
  for (let index = 0; index < total; index++) {
    if (heights[index] === Infinity) continue;
    let valley = true;
    for (let k = 0, stride = 1; k < dimensions && valley; k++, stride *= side) {
      const place = Math.floor(index / stride) % side;
      if (place > 0 && heights[index - stride]! < heights[index]!) valley = false;
      if (place + 1 < side && heights[index + stride]! < heights[index]!) valley = false;
    }
    if (valley) starts.push(index);
  }
  starts.sort((a, b) => heights[a]! - heights[b]!);

  let best: { argument: number[]; value: number } = { argument: pointAt(0), value: heights[0]! };
  for (const index of starts.slice(0, 24)) {
    const found = descend(at, pointAt(index), heights[index]!);
    if (found.value < best.value) best = found;
  }
  return { ...best, evaluations };
}

function descend(
  f: (point: readonly number[]) => number,
  start: number[],
  startValue: number,
): { argument: number[]; value: number } {
  const size = start.length;
  let point = start;
  let value = startValue;
  const shifted = (base: readonly number[], moves: readonly [number, number][]): number => {
    const moved = [...base];
    for (const [k, by] of moves) moved[k]! += by;
    return f(moved);
  };
  let damping = 0;
  for (let iteration = 0; iteration < 60; iteration++) {
    const first = 1e-5;
    const second = 1e-4;
    const gradient = point.map(
      (_, k) => (shifted(point, [[k, first]]) - shifted(point, [[k, -first]])) / (2 * first),
    );
    // 贴在边界上且下坡方向指向界外的坐标先不动
    const free = point
      .map((_, k) => k)
      .filter(
        (k) => !((point[k] === 0 && gradient[k]! > 0) || (point[k] === 1 && gradient[k]! < 0)),
      );
    if (free.length === 0) break;
    const hessian = free.map((a) =>
      free.map((b) => {
        if (a === b)
          return (
            (shifted(point, [[a, second]]) - 2 * value + shifted(point, [[a, -second]])) /
            second ** 2
          );
        return (
          (shifted(point, [
            [a, second],
            [b, second],
          ]) -
            shifted(point, [
              [a, second],
              [b, -second],
            ]) -
            shifted(point, [
              [a, -second],
              [b, second],
            ]) +
            shifted(point, [
              [a, -second],
              [b, -second],
            ])) /
          (4 * second ** 2)
        );
      }),
    );
    const scale = Math.max(1e-300, largest(hessian.map((row, a) => Math.abs(row[a]!))));
    if (!Number.isFinite(scale)) break;
    let moved = 0;
    for (let attempt = 0; attempt < 40; attempt++) {
      const step = dampedStep(
        hessian,
        free.map((k) => gradient[k]!),
        damping * scale,
      );
      if (step) {
        const next = [...point];
        free.forEach((k, a) => (next[k] = Math.min(1, Math.max(0, next[k]! + step[a]!))));
        const nextValue = f(next);
        if (nextValue < value) {
          moved = largest(next.map((x, k) => Math.abs(x - point[k]!)));
          point = next;
          value = nextValue;
          damping = damping > 1e-8 ? damping / 10 : 0;
          break;
        }
      }
      damping = damping === 0 ? 1e-6 : damping * 4;
    }
    if (moved < 1e-11) break;
  }
  // 坐标搜索收尾：牛顿步被差分噪声或边界卡住时再走完最后一小段
  // 改善须超过舍入噪声才算数：f 与某坐标无关时，噪声会诱使它一小步一小步走个没完
  for (let step = 1e-3, round = 0; step > 1e-9 && round < 400; round++) {
    let improved = false;
    for (let k = 0; k < size; k++) {
      for (const direction of [step, -step]) {
        const next = [...point];
        next[k] = Math.min(1, Math.max(0, next[k]! + direction));
        if (next[k] === point[k]) continue;
        const nextValue = f(next);
        if (nextValue < value - 1e-14 * Math.abs(value)) {
          point = next;
          value = nextValue;
          improved = true;
          break;
        }
      }
    }
    if (!improved) step /= 4;
  }
  return { argument: point, value };
}
