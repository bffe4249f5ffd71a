/** 猜测框里敲进来的字。 */
import { withUnit } from '../lib/format.ts';
import { parseNumber } from '../lib/parse-number.ts';

/**
 * @param tiny 答案本身不到 1%：0.17 说的就是 0.17%
 * @returns 猜的数，或者为什么还不成一个猜测
 */
export function readGuessText(
  text: string,
  asked: { unit: string; min: number; max: number; whole?: boolean },
  tiny = false,
): { guess: number } | { problem: string } {
  const reading = parseNumber(text, asked);
  if (!reading.ok) return { problem: reading.reason };
  const { value, echo, asShare = 0 } = reading;
  if (asked.whole && !Number.isInteger(value))
    return { problem: `没有 ${echo}这样的零头，请猜一个整数。` };
  // 猜了就要判：0.33 说的是 0.33% 还是 33%，先问清楚
  return !tiny && asShare !== 0 && Math.abs(value) < 1
    ? { problem: `${echo} 还是 ${withUnit(asShare, asked.unit)}？写上百分号就分得清了。` }
    : { guess: value };
}
