import { reject, sameLength } from '../../core/checks.ts';

/**
 * 被后来者超越的次数：对每名顾客，数有多少人比他晚到、却比他先开始服务。
 *
 * 假设：顾客按到达先后编号；服务开始时刻取第一次开始（抢占后恢复不算）。
 * 符号与单位：`serviceStart` 未开始者为 NaN；`leave` 是他不再等待的时刻——被服务者即服务开始，
 * 放弃者即放弃的时刻；从未排队者（看队止步、满员被拒）为 NaN，计 0 次。
 * 出处：Larson (1987) 以“被插队”衡量排队的社会公平。
 * 边界：同一时刻开始不算超越；空输入返回空数组。
 * 复杂度：O(n log n) 时间（树状数组），O(n) 空间。
 *
 * @example
 * countOvertakes([3, 1, 2], [3, 1, 2]) // [2, 0, 0]
 */
export function countOvertakes(
  serviceStart: ArrayLike<number>,
  leave: ArrayLike<number>,
): number[] {
  const count = serviceStart.length;
  if (typeof count !== 'number') reject('serviceStart', 'an array', serviceStart);
  sameLength('leave', Array.from(leave), 'serviceStart', Array.from(serviceStart));
  const sorted = Float64Array.from(serviceStart)
    .filter((start) => start === start)
    .sort();

  /** 严格小于 `time` 的开始时刻有几个不同的名次。 */
  function rankBelow(time: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const tree = new Int32Array(sorted.length + 1);
  const overtakes = Array.from({ length: count }, () => 0);
  for (let i = count - 1; i >= 0; i--) {
    const left = leave[i]!;
    if (left === left) {
      let sum = 0;
      for (let node = rankBelow(left); node > 0; node -= node & -node) sum += tree[node]!;
      overtakes[i] = sum;
    }
    const start = serviceStart[i]!;
    if (start === start)
      for (let node = rankBelow(start) + 1; node <= sorted.length; node += node & -node)
        tree[node]!++;
  }
  return overtakes;
}
