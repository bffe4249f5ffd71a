/**
 * 不认识 popover 的浏览器（Chromium 114、Safari 17 以前）里代管它的开合：目录抽屉、显示设置、
 * 术语卡都靠它。只做本课件用到的那些；`:popover-open` 补不了，开着的另标 `data-open`。
 */

const opened = () => document.querySelector<HTMLElement>('[popover][data-open]');
const openerOf = ({ id }: HTMLElement) =>
  document.querySelector<HTMLElement>(`[popovertarget="${id}"]`);

const set = (card: HTMLElement, open: boolean) => {
  if (open === 'open' in card.dataset) return;
  const newState = open ? 'open' : 'closed';
  card.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState }));
  card.toggleAttribute('data-open', open);
  openerOf(card)?.setAttribute('aria-expanded', String(open));
};
Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    const other = opened();
    if (other && other !== this) set(other, false);
    set(this, true);
  },
  hidePopover(this: HTMLElement) {
    set(this, false);
  },
});

addEventListener('click', (event) => {
  const target = event.target as HTMLElement;
  const button = target.closest<HTMLElement>('[popovertarget]');
  const card = document.getElementById(button?.getAttribute('popovertarget') ?? '');
  const open = opened();
  // 点在外面就关上；点的是它自己的按钮，由下面那一句管
  if (open && open !== card && !open.contains(target)) open.hidePopover();
  if (!button || !card || event.defaultPrevented) return;
  if ('open' in card.dataset || button.getAttribute('popovertargetaction') === 'hide')
    card.hidePopover();
  else card.showPopover();
});
addEventListener('keydown', ({ key }) => {
  const open = opened();
  if (key !== 'Escape' || !open) return;
  const inside = open.contains(document.activeElement);
  open.hidePopover();
  if (inside) openerOf(open)?.focus();
});

export {};
