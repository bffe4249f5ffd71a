/** 这一节的书签与笔记：放书签、划线、写、改、删；找不到原句的也留着，说清楚。 */
import { download } from '../../lib/csv.ts';
import { href } from '../../lib/url.ts';
import { learner } from '../../quiz/record/learner.svelte.ts';
import { isForked, LONGEST_NOTE, noteNames, textOf } from '../../quiz/record/notes.ts';
import { goTo, prose, quoteOfBlock, repaint, sectionHere, type Placed } from './anchored.ts';
import { button, element } from './elements.ts';
import { blockInView } from './prose-text.ts';

let dialog: HTMLDialogElement | undefined;
const said = element('p', '', 'note-said');
const trouble = element('p', '', 'note-lost');
const list = element('ul', '', 'note-list');

export const isOpen = (): boolean => dialog?.open === true;

export function say(text: string, ...more: Node[]): void {
  said.replaceChildren(text, ...more);
}

const troubles = {
  saved: '',
  unsaved: '浏览器不让保存（可能是无痕模式，或空间满了）：笔记还在这一页上，关掉就没有了。',
  newer: '这个浏览器里存着更新版本课件的记录，这里的笔记没有存进去，以免覆盖它。',
  unread: '存着的学习记录读不懂，又没有地方另存一份：没有去覆盖它，这里的笔记也就没有存进去。',
} as const;

export function openDialog(): void {
  if (!dialog) build();
  say('');
  refresh();
  if (!dialog?.open) dialog?.showModal();
}

export function focusNote(id: string): void {
  const item = list.querySelector<HTMLElement>(`[data-note-item="${id}"]`);
  item?.scrollIntoView({ block: 'nearest' });
  (item?.querySelector<HTMLElement>('textarea') ?? item?.querySelector('button'))?.focus();
}

/** 正在读的那一段，记成书签或划线。 */
function keepBlock(kind: 'bookmark' | 'highlight'): void {
  const root = prose();
  const block = root && blockInView(root);
  const quote = block && quoteOfBlock(block, kind === 'bookmark' ? 60 : 600);
  if (!quote) return say('这里没有正文的字可记，往下读一点再来。');
  const id = learner.addNote({ section: sectionHere(), kind, quote });
  refresh();
  say(kind === 'bookmark' ? '书签放好了。' : '划好了。');
  focusNote(id);
}

function build(): void {
  const made = element('dialog', '', 'note-dialog');
  made.setAttribute('aria-labelledby', 'note-dialog-title');
  // 方向键在这里不翻节
  made.dataset['keepsArrows'] = '';
  const title = element('h2', '这一节的书签与笔记');
  title.id = 'note-dialog-title';
  said.setAttribute('role', 'status');
  trouble.setAttribute('role', 'alert');
  const actions = element('p', '', 'note-actions');
  actions.append(
    button('在读到的这一段放书签', () => keepBlock('bookmark'), false),
    button('划下读到的这一段', () => keepBlock('highlight'), false),
    button(
      '给这一节写笔记',
      () => {
        const id = learner.addNote({ section: sectionHere(), kind: 'note', quote: null });
        refresh();
        focusNote(id);
      },
      false,
    ),
  );
  const all = element('a', '看全课的笔记与错题');
  all.href = href('/notes/');
  const foot = element('p', '', 'note-actions');
  foot.append(
    all,
    button('关闭', () => made.close()),
  );
  made.append(title, actions, said, trouble, list, foot);
  made.addEventListener('click', (event) => {
    const { left, right, top, bottom } = made.getBoundingClientRect();
    const { clientX: x, clientY: y, target } = event;
    if (target === made && (x < left || x > right || y < top || y > bottom)) made.close();
  });
  // 写了没有按“存”就关、就走的，也替他存下
  made.addEventListener('close', keepDrafts);
  addEventListener('pagehide', keepDrafts);
  document.body.append(made);
  dialog = made;
}

const drafts = () => [...list.querySelectorAll<HTMLTextAreaElement>('textarea')];

function keepDrafts(): void {
  let changed = false;
  for (const area of drafts()) {
    if (area.value === area.defaultValue) continue;
    learner.rewriteNote(area.name, area.value);
    area.defaultValue = area.value;
    changed = true;
  }
  if (changed) repaint();
  // 没有存住就不能悄悄关上
  if (changed && learner.save !== 'saved' && dialog && !dialog.open) openDialog();
}

/** 照记录重画；正在写、还没有存的字照样留着。 */
export function refresh(): void {
  const placed = repaint();
  const unsaved = new Map(
    drafts()
      .filter((area) => area.value !== area.defaultValue)
      .map((area) => [area.name, area.value]),
  );
  const writing = document.activeElement;
  const active = writing instanceof HTMLTextAreaElement ? writing.name : '';
  list.replaceChildren(...placed.map((each) => item(each, unsaved.get(each.id))));
  if (active) list.querySelector<HTMLElement>(`[name="${active}"]`)?.focus();
  if (placed.length === 0)
    list.append(element('li', '还没有。在正文里选中一句话也能划线、写笔记。', 'note-kind'));
  const told = troubles[learner.save];
  trouble.replaceChildren(
    ...(told === ''
      ? []
      : [
          told,
          button('导出记录', () =>
            download('学习记录-服务运营管理.json', learner.toFile(), 'application/json'),
          ),
        ]),
  );
}

const states = {
  found: '',
  changed: '原文这一句改过，下面是你当时划的。',
  lost: '原文改过，这一句找不到了；笔记还在，下面是你当时划的。',
  whole: '',
} as const;

function item({ id, note, place }: Placed, draft: string | undefined): HTMLLIElement {
  const made = element('li');
  made.dataset['noteItem'] = id;
  made.append(
    element('span', note.kind === 'note' ? '写给整节' : noteNames[note.kind], 'note-kind'),
  );
  if (states[place]) made.append(element('p', states[place], 'note-lost'));
  if (note.quote) made.append(element('blockquote', note.quote.text));
  if (isForked(note))
    made.append(
      element('p', '两处各改过一遍，都在下面；删改成一份再存，就只留这一份。', 'note-lost'),
    );
  const area = element('textarea', '', 'field');
  area.name = id;
  area.rows = 3;
  area.maxLength = LONGEST_NOTE;
  area.defaultValue = textOf(note);
  if (draft !== undefined) area.value = draft;
  area.setAttribute(
    'aria-label',
    note.quote ? `写在“${note.quote.text.slice(0, 20)}”旁边` : '写给这一节',
  );
  const actions = element('p', '', 'note-actions');
  actions.append(
    button(
      '存下',
      () => {
        learner.rewriteNote(id, area.value);
        area.defaultValue = area.value;
        refresh();
        say(learner.save === 'saved' ? '存好了。' : '');
      },
      false,
    ),
  );
  if (place === 'found' || place === 'changed')
    actions.append(
      button('到原处', () => {
        dialog?.close();
        goTo(id);
      }),
    );
  actions.append(
    button('删除', () => {
      const text = area.value;
      learner.removeNote(id);
      refresh();
      const undo = button('撤销', () => {
        learner.rewriteNote(id, text);
        refresh();
        say('还在。');
        focusNote(id);
      });
      say('删掉了。', undo);
      undo.focus();
    }),
  );
  made.append(area, actions);
  return made;
}
