/** 一节里的书签、划线与笔记：选了字就能划，划过的点开就能写。读者动手以后才取。 */
import { adopt } from '../../lib/adopt-style.ts';
import { mended } from '../../lib/mended.ts';
import { onOtherTab } from '../../lib/storage.ts';
import { learner } from '../../quiz/record/learner.svelte.ts';
import { LONGEST_QUOTE } from '../../quiz/record/notes.ts';
import { goTo, prose, quoteOfRange, repaint, sectionHere } from './anchored.ts';
import { button } from './elements.ts';
import { focusNote, isOpen, openDialog, refresh, say } from './notes-dialog.ts';
import css from './notes.css?inline';

let begun: Promise<void> | undefined;

/** 只做一次：把存着的划上，开始守着选字。 */
export function begin(): Promise<void> {
  begun ??= mended.then(start);
  return begun;
}

function start(): void {
  adopt(css, () => import('./notes.css?url'));
  learner.open();
  repaint();
  onOtherTab('quiz', () => (isOpen() ? refresh() : repaint()));
  prose()?.addEventListener('click', ({ target }) => {
    const mark = (target as Element).closest<HTMLElement>('mark[data-note]');
    // 划线里面的链接、术语照它自己的用法；正在选字的不打断
    if (!mark || (target as Element).closest('a, button') || !getSelection()?.isCollapsed) return;
    openDialog();
    focusNote(mark.dataset['note'] ?? '');
  });
  watchSelection();
  const asked = /^#note-([a-z0-9-]+)$/.exec(location.hash)?.[1];
  if (asked && !goTo(asked)) {
    openDialog();
    focusNote(asked);
  }
}

/** 打开这一节的书签与笔记。 */
export async function open(): Promise<void> {
  await begin();
  openDialog();
}

let offer: HTMLElement | undefined;

function watchSelection(): void {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    // 还在拖着选的时候不打扰
    timer = window.setTimeout(show, 250);
  };
  document.addEventListener('selectionchange', later);
  addEventListener('pointerup', later);
  later();
}

function show(): void {
  const selection = getSelection();
  const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const quote = range && !isOpen() ? quoteOfRange(range) : null;
  if (!range || quote === null || !prose()?.contains(range.commonAncestorContainer)) {
    offer?.remove();
    return;
  }
  const mark = (write: boolean) => {
    const now = quoteOfRange(range);
    if (now === null) return;
    if (now === 'long') {
      openDialog();
      say(`一次最多划 ${LONGEST_QUOTE} 字，选短一点再划。`);
      return;
    }
    const id = learner.addNote({ section: sectionHere(), kind: 'highlight', quote: now });
    getSelection()?.removeAllRanges();
    offer?.remove();
    repaint();
    // 没有存住的要说出来
    if (write || learner.save !== 'saved') {
      openDialog();
      focusNote(id);
    }
  };
  offer ??= document.createElement('div');
  offer.className = 'note-offer screen-only';
  offer.setAttribute('role', 'group');
  offer.setAttribute('aria-label', '选中的这一句');
  offer.replaceChildren(
    button('划线', () => mark(false)),
    button('写笔记', () => mark(true)),
  );
  // 按下去不能让选中的字散掉
  offer.onpointerdown = (event) => event.preventDefault();
  const { left, bottom } = range.getBoundingClientRect();
  offer.style.setProperty('top', `${bottom + scrollY + 10}px`);
  offer.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - 180)) + scrollX}px`);
  document.body.append(offer);
}
