/** 首页上说一句：有几题还不稳、记了几条笔记。做过题、写过笔记的读者才取。 */
import { href } from '../../lib/url.ts';
import { readText } from '../../lib/storage.ts';
import { itemMastery } from '../../quiz/record/mastery.ts';
import { readText as readRecord } from '../../quiz/record/read-record.ts';
import { keptNotes } from '../../quiz/record/record.ts';
import { wrongItems } from '../../quiz/record/wrong-book.ts';

/** `more` 是前面已经有话，接在后面；不然换掉原来那句。 */
export function show(place: HTMLElement, more: boolean): void {
  const reading = readRecord(readText('quiz') ?? '');
  if (!reading.ok) return;
  const { record } = reading;
  const shaky = wrongItems(record).filter(({ known }) => !known).length;
  const hinted = Object.values(record.items).filter((versions) =>
    Object.values(versions).some((attempts) => itemMastery(attempts) === 'shaky'),
  ).length;
  const notes = keptNotes(record).length;
  const parts = [
    ...(shaky > 0 ? [link('/notes/#wrong', `复习 ${shaky} 道错题`)] : []),
    ...(hinted > shaky ? [link('/quiz/', `${hinted} 题还不稳`)] : []),
    ...(notes > 0 ? [link('/notes/', `${notes} 条笔记`)] : []),
  ];
  if (parts.length === 0) return;
  if (!more) place.textContent = '';
  for (const part of parts) place.append(' ', part);
}

function link(to: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href(to);
  made.textContent = text;
  return made;
}
