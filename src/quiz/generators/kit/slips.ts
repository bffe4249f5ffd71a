import { tooClose } from './draw.ts';
import type { Draw } from './generator.ts';

/**
 * 有的一组数让两种错法撞在一起：从前往后，留下与答案、与前面的都分得开的。
 * 剩下不足三种就返回 null，换一组数。
 */
export function apart(key: number, slips: Draw['slips'], tolerance: number): Draw['slips'] | null {
  const kept: Draw['slips'][number][] = [];
  for (const slip of slips)
    if (
      [key, ...kept.map(({ value }) => value)].every(
        (each) => !tooClose(each, slip.value, tolerance),
      )
    )
      kept.push(slip);
  return kept.length < 3 ? null : kept;
}
