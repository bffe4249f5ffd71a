/** 课堂 A/B 收上来的代码怎么读、怎么比。几十万个也读得完，但要一会儿，放在另一条线程上做。 */
import {
  twoGroupComparison,
  type TwoGroupComparisonResult,
} from '../../calc/psychology/two-group-comparison.ts';
import { mostListed } from '../../lib/import-limits.ts';

export const scale = [1, 2, 3, 4, 5, 6, 7] as const;

export interface Ratings {
  a: number[];
  b: number[];
  /** 没看懂的写法，各一句；太多时只有前面的 */
  problems: string[];
  /** 没有列出来的还有几处 */
  unlisted: number;
}

const pattern =
  /["']?\b([ABab])\s*[版组]?\s*["']?\s*[:=,;、\t -]?\s*["']?(\d+(?:\.\d+)?)(?![\d.])\s*分?["']?/g;
/** 一行里夹着的没看懂的字，隔开的符号不算 */
const leftOver = (text: string) => text.replace(/[\s,;、|]+/g, ' ').trim();

/** “A6 B5”“A,6”“B 版：5”都读得懂；一行一个或者挤在一行都行。 */
export function readRatings(text: string, progress?: (share: number) => void): Ratings {
  const ratings: Ratings = { a: [], b: [], problems: [], unlisted: 0 };
  const lines = text.normalize('NFKC').split(/\r?\n/);
  lines.forEach((whole, i) => {
    if (i % 5000 === 4999) progress?.(i / lines.length);
    // 空白先并成一个：几百个空格挨着，下面的式子会试上几千万种分法
    const line = whole.trim().replace(/\s+/g, ' ');
    if (line === '' || (i === 0 && /评分|分数|rating|score/i.test(line) && !/\d/.test(line)))
      return;
    const unread: string[] = [];
    let read = 0;
    let pieces = 0;
    const miss = (what: string, more = '') => {
      if (what !== '' && unread.length < 3) unread.push(`“${what.slice(0, 12)}”${more}`);
    };
    for (const found of line.matchAll(pattern)) {
      if (++pieces % 5000 === 0) progress?.(found.index / line.length);
      miss(leftOver(line.slice(read, found.index)));
      read = found.index + found[0].length;
      const score = Number(found[2]);
      if (score >= 1 && score <= 7 && Number.isInteger(score))
        ratings[found[1]?.toLowerCase() === 'a' ? 'a' : 'b'].push(score);
      else miss(found[0].trim(), '，要 1 到 7 的整数');
    }
    miss(leftOver(line.slice(read)));
    if (unread.length === 0) return;
    if (ratings.problems.length === mostListed) ratings.unlisted++;
    else ratings.problems.push(`第 ${i + 1} 行没算进去：${unread.join('、')}。`);
  });
  return ratings;
}

export function compareRatings({
  a,
  b,
}: Pick<Ratings, 'a' | 'b'>): TwoGroupComparisonResult | null {
  if (a.length === 0 || b.length === 0) return null;
  return twoGroupComparison({ first: a, second: b });
}

/** 两组各几人、各分几人、差多少：画面上要的就是这些，不必把每个分都送回来。 */
export interface RatingsResult {
  /** 每个分各有几人，次序同 `scale` */
  counts: Record<'a' | 'b', number[]>;
  people: Record<'a' | 'b', number>;
  comparison: TwoGroupComparisonResult | null;
  problems: string[];
  unlisted: number;
}

export function summarizeRatings(ratings: Ratings): RatingsResult {
  const countsOf = (scores: readonly number[]) => {
    const counts = scale.map(() => 0);
    for (const score of scores) counts[score - 1]!++;
    return counts;
  };
  const { a, b, problems, unlisted } = ratings;
  return {
    counts: { a: countsOf(a), b: countsOf(b) },
    people: { a: a.length, b: b.length },
    comparison: compareRatings(ratings),
    problems,
    unlisted,
  };
}
