/** 错题本：没有全对过的题，最近一次错的是怎么答的。 */
import { itemMastery } from './mastery.ts';
import type { Attempt, LearnerRecord } from './record.ts';

export interface WrongItem {
  id: string;
  hash: string;
  /** 最近一次没有全对的；`given` 没有，是旧版记的，只留了得分 */
  last: Attempt;
  /** 没有全对几次 */
  times: number;
  /** 后来连着做对，算会了 */
  known: boolean;
}

/** 题目改过的，只看最近做的那一版。最近错的在前。 */
export function wrongItems(record: LearnerRecord): WrongItem[] {
  return Object.entries(record.items)
    .flatMap(([id, versions]): WrongItem[] => {
      const [latest] = Object.entries(versions)
        .filter(([, attempts]) => attempts.length > 0)
        .sort(([, a], [, b]) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0));
      if (!latest) return [];
      const [hash, attempts] = latest;
      const wrong = attempts.filter(({ earned }) => earned < 1);
      const last = wrong.at(-1);
      return last
        ? [{ id, hash, last, times: wrong.length, known: itemMastery(attempts) === 'known' }]
        : [];
    })
    .sort((a, b) => b.last.at - a.last.at || (a.id < b.id ? -1 : 1));
}
