/** 这台设备上的押注，一堂课一堂课地排：哪一天、哪个班、哪一章，各步各收了多少。 */
import type { ClassBet } from './bets.ts';

export interface Lesson {
  key: string;
  deck: string;
  day: string;
  class: string;
  bets: readonly ClassBet[];
}

const keyOf = ({ deck, day, class: group }: ClassBet) => JSON.stringify([deck, day, group]);

/** 新的在前；一堂课里照步骤的先后，认不得的步排在后面。 */
export function lessonsIn(
  bets: readonly ClassBet[],
  order: (deck: string, step: string) => number,
): Lesson[] {
  const together = new Map<string, ClassBet[]>();
  for (const bet of bets) {
    const key = keyOf(bet);
    together.set(key, [...(together.get(key) ?? []), bet]);
  }
  return [...together]
    .map(([key, mine]): Lesson => {
      const { deck, day, class: group } = mine[0] as ClassBet;
      const place = ({ step }: ClassBet) => {
        const at = order(deck, step);
        return at < 0 ? Number.MAX_SAFE_INTEGER : at;
      };
      return {
        key,
        deck,
        day,
        class: group,
        bets: mine.toSorted((a, b) => place(a) - place(b) || a.round - b.round),
      };
    })
    .toSorted((a, b) => b.day.localeCompare(a.day) || a.key.localeCompare(b.key));
}

export function withoutLesson(bets: readonly ClassBet[], { key }: Lesson): ClassBet[] {
  return bets.filter((bet) => keyOf(bet) !== key);
}
