/** 上到这里，比计划快了还是慢了。 */
import { placeOf, type Deck, type Step } from '../deck/deck.ts';

/** 从哪一步、什么时候起算。 */
export interface Began {
  at: number;
  step: string;
}

const minute = 60_000;

/**
 * 快了几分钟是正，慢了是负，在这一步的时间以内是 0。
 *
 * 快慢从起算的那一步数：走到这一步早于计划是快，过了这一步该完的时候是慢。
 */
export function ahead(deck: Deck, began: Began, id: string, now: number): number {
  const [from, to] = [placeOf(deck, began.step), placeOf(deck, id)];
  if (to < from) return 0;
  const planned = deck.steps.slice(from, to).reduce((sum, { minutes }) => sum + minutes, 0);
  const elapsed = Math.max(0, now - began.at) / minute;
  const most = planned + (deck.steps[to] as Step).minutes;
  if (elapsed < planned) return Math.floor(planned - elapsed);
  return elapsed > most ? -Math.floor(elapsed - most) || 0 : 0;
}

/** 换了步：往后走到一节课的头一步，重新起算；还没有起算的，从这一步起。 */
export function restarted(
  deck: Deck,
  began: Began | null,
  before: string,
  after: string,
  now: number,
): Began {
  const [from, to] = [placeOf(deck, before), placeOf(deck, after)];
  const anew = to > from && (deck.starts ?? []).some((start) => start > 0 && start === to);
  return began === null || anew ? { at: now, step: after } : began;
}

/** 后面可以跳过的几步。 */
export function skippable(deck: Deck, id: string): readonly Step[] {
  return deck.steps.slice(placeOf(deck, id) + 1).filter(({ skip }) => skip);
}

/** 存着的起算；认不得就没有。 */
export function readBegan(deck: Deck, stored: unknown): Began | null {
  const { at, step } = (typeof stored === 'object' && stored ? stored : {}) as Partial<Began>;
  return typeof at === 'number' && Number.isFinite(at) && deck.steps.some(({ id }) => id === step)
    ? { at, step: step as string }
    : null;
}
