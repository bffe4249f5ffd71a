/** 页面交给各步的东西：这一页是投影还是备注，整套步骤是什么。 */
import { placeOf, type Deck, type Step } from '../deck/deck.ts';

export interface Shown {
  view: 'deck' | 'script';
  deck: Deck;
}

declare global {
  namespace App {
    interface Locals {
      /** 各步画在哪一页上，由那一页写明 */
      classroom?: Shown;
    }
  }
}

export function shownStep(
  { classroom }: App.Locals,
  id: string,
): { view: Shown['view']; deck: Deck; step: Step; place: number } {
  if (!classroom) throw new Error('课堂的各步只能写在 content/decks 里：由 pages/classroom 来画');
  const { view, deck } = classroom;
  const place = placeOf(deck, id);
  return { view, deck, step: deck.steps[place] as Step, place };
}
