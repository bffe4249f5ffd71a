import { href } from '../../lib/url.ts';
import { createPanel } from './panel.ts';
import { adoptStyle } from './style.ts';

let dialog: HTMLDialogElement | undefined;
let field: HTMLInputElement | undefined;

/** 打开搜索弹窗；已经开着就把字选中，接着打就是新的查询。 */
export function open(): void {
  if (!dialog) build();
  if (!dialog?.open) dialog?.showModal();
  field?.focus();
  field?.select();
}

function build(): void {
  adoptStyle();
  const panel = createPanel({
    termsShown: 5,
    pagesShown: 8,
    more: (query) => `${href('/search/')}?q=${encodeURIComponent(query)}`,
  });
  const keys = document.createElement('p');
  keys.className = 'search-keys';
  const hint = document.createElement('span');
  hint.textContent = '↑ ↓ 选择，回车打开，Esc 关闭';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button quiet';
  close.textContent = '关闭';
  keys.append(hint, close);

  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', '搜索');
  made.append(panel.root, keys);
  close.addEventListener('click', () => made.close());
  made.addEventListener('click', (event) => {
    // 点在弹窗之外（遮罩也算在弹窗头上，只能看坐标），或点了同一页里的结果
    const { left, right, top, bottom } = made.getBoundingClientRect();
    const { clientX: x, clientY: y, target } = event;
    const outside = target === made && (x < left || x > right || y < top || y > bottom);
    if (outside || (target as Element).closest('a')) made.close();
  });
  panel.input.addEventListener('keydown', (event) => {
    // 搜索框自带“Esc 清空”，会吃掉第一下；读者按 Esc 是要关掉
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  document.body.append(made);
  dialog = made;
  field = panel.input;
}
