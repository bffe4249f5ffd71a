/** 总览里找一步：编号、题名里的字、拼音首字母、实验的名字。 */
import type { Deck, Step } from '../deck/deck.ts';

export interface Found {
  step: Step;
  /** 第几步，从 0 数 */
  place: number;
}

export function found({ steps }: Deck, text: string): Found[] {
  const all = steps.map((step, place) => ({ step, place }));
  const query = text.normalize('NFKC').trim().toLowerCase();
  if (query === '') return all;
  if (/^\d+$/.test(query)) return all.filter(({ place }) => place + 1 === Number(query));
  const initials = query.replace(/\s/g, '');
  return all.filter(
    ({ step }) =>
      step.title.toLowerCase().includes(query) ||
      step.initials.includes(initials) ||
      step.widget?.id.includes(query) ||
      step.widget?.label.includes(query),
  );
}
