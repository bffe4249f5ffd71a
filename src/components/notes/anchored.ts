/** 这一节的笔记各在正文的哪里。 */
import { findQuote, quoteOf, type Quote } from '../../lib/quote-anchor.ts';
import { LONGEST_QUOTE, type Note } from '../../quiz/record/notes.ts';
import { keptNotes } from '../../quiz/record/record.ts';
import { learner } from '../../quiz/record/learner.svelte.ts';
import { paint, readProse, spanOf, unpaint } from './prose-text.ts';

/** found 找到了 · changed 照前后文认出来的，句子改过 · lost 找不到 · whole 写给整节的 */
export type Place = 'found' | 'changed' | 'lost' | 'whole';

export interface Placed {
  id: string;
  note: Note;
  place: Place;
  start: number;
}

/** 由网址得来：/chapters/queueing/pooling/ → queueing/pooling。 */
export const sectionHere = (): string =>
  /\/chapters\/([a-z0-9-]+\/[a-z0-9-]+)\/$/.exec(location.pathname)?.[1] ?? '';

export const prose = (): Element | null => document.querySelector('.section-page > .prose');

/** 照记录重划一遍，返回各条在哪里：照正文的先后，找不到的在最后。 */
export function repaint(): Placed[] {
  const root = prose();
  if (!root) return [];
  unpaint(root);
  const placed = keptNotes(learner.record, sectionHere()).map(({ id, note }): Placed => {
    if (!note.quote) return { id, note, place: 'whole', start: -1 };
    // 每划一条，文字节点就切开了：现取现用
    const text = readProse(root);
    const found = findQuote(text.text, note.quote);
    if (!found) return { id, note, place: 'lost', start: Infinity };
    paint(text, found, () => {
      const mark = document.createElement('mark');
      mark.dataset['note'] = id;
      if (note.kind === 'bookmark') mark.className = 'bookmark';
      return mark;
    });
    return { id, note, place: found.exact ? 'found' : 'changed', start: found.start };
  });
  return placed.toSorted((a, b) => a.start - b.start);
}

/** 选中的一句；没有选中正文是 null，太长是 'long'。 */
export function quoteOfRange(range: Range): Quote | 'long' | null {
  const root = prose();
  if (!root) return null;
  const text = readProse(root);
  const span = spanOf(text, range);
  if (!span) return null;
  const quote = quoteOf(text.text, span.start, span.end);
  return quote.text.length > LONGEST_QUOTE ? 'long' : quote;
}

/** 一整段；太长的记开头一截，认得出是哪一段就够。 */
export function quoteOfBlock(block: Element, longest: number): Quote | null {
  const root = prose();
  if (!root) return null;
  const text = readProse(root);
  const range = document.createRange();
  range.selectNodeContents(block);
  const span = spanOf(text, range);
  return span && quoteOf(text.text, span.start, Math.min(span.end, span.start + longest));
}

export function goTo(id: string): boolean {
  const mark = document.querySelector<HTMLElement>(`mark[data-note="${id}"]`);
  mark?.scrollIntoView({ block: 'center' });
  return mark !== null;
}
