/** 每页都带的小脚本：显示设置、搜索入口、目录跟读、翻节、进度、术语卡、报告错误。要一直小下去。 */
import { read, write } from '../lib/storage.ts';

const root = document.documentElement;
const all = <T extends HTMLElement>(selector: string) => [
  ...document.querySelectorAll<T>(selector),
];

// 显示设置
const saved = read('display');
const display = (saved && typeof saved === 'object' ? saved : {}) as Record<string, string>;
for (const input of all<HTMLInputElement>('#display-settings input')) {
  input.checked = (display[input.name] ?? '') === input.value;
  input.addEventListener('change', () => {
    display[input.name] = input.value;
    if (input.value) root.dataset[input.name] = input.value;
    else delete root.dataset[input.name];
    write('display', display);
    dispatchEvent(new Event('som:display'));
  });
}

// 搜索：弹窗的代码等用到时再取
const openSearch = () => import('../components/search/dialog.ts').then((module) => module.open());
for (const link of all('[data-search]'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    openSearch();
  });

addEventListener('keydown', (event) => {
  const target = event.target as HTMLElement;
  const typing = target.closest(
    'input, textarea, select, [contenteditable], [role=slider], dialog, .widget',
  );
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openSearch();
  } else if (typing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return;
  } else if (event.key === '/') {
    event.preventDefault();
    openSearch();
  } else if (
    (event.key === 'ArrowLeft' || event.key === 'ArrowRight') &&
    // 焦点在能左右滚动的表格或长公式上时，方向键归它
    (target === document.body || target.scrollWidth <= target.clientWidth)
  ) {
    const rel = event.key === 'ArrowLeft' ? 'prev' : 'next';
    document.querySelector<HTMLAnchorElement>(`.page-nav a[rel=${rel}]`)?.click();
  }
});

// 抽屉里的链接可能就指着这一页（首页的“章节”、本节目录），点了要让开
const drawer = document.getElementById('drawer');
drawer?.addEventListener('click', ({ target }) => {
  if ((target as HTMLElement).closest('a')) drawer.hidePopover();
});

// 目录：抽屉里放一份，跟着阅读走
const toc = document.querySelector<HTMLElement>('.toc');
if (toc) {
  const copy = toc.cloneNode(true) as HTMLElement;
  copy.className = 'drawer-toc';
  document.querySelector('[data-drawer-toc]')?.append(copy);
  const marks = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting)
          for (const link of all('.toc a, .drawer-toc a'))
            link.toggleAttribute('data-current', link.getAttribute('href') === `#${target.id}`);
    },
    { rootMargin: '-10% 0px -75%' },
  );
  for (const heading of all('.prose > h2[id]')) marks.observe(heading);
}

// 进度：读到节末才算读过
const end = document.querySelector<HTMLElement>('[data-section-end]');
if (end) {
  new IntersectionObserver(([entry], observer) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    const done = read('progress');
    const set = new Set(Array.isArray(done) ? done.filter((id) => typeof id === 'string') : []);
    write('progress', [...set.add(end.dataset.sectionEnd ?? '')]);
  }).observe(end);
}
const visited = read('progress');
if (Array.isArray(visited))
  for (const item of all('[data-section]'))
    item.toggleAttribute('data-done', visited.includes(item.dataset.section));
for (const counter of all('[data-progress-of]')) {
  const items = all(`[data-section^="${counter.dataset.progressOf}/"]`);
  const done = items.filter((item) => item.hasAttribute('data-done')).length;
  if (done) counter.textContent = `已读 ${done} / ${items.length} 节`;
}

// 术语卡：点按由 popover 自己管；这里补上鼠标悬停，和键盘走到时就打开
for (const button of all<HTMLButtonElement>('button[data-term]')) {
  const card = document.getElementById(button.getAttribute('popovertarget') ?? '');
  const link = card?.querySelector('a');
  if (!card || !link) continue;
  // 卡片跟着焦点开合，里面的链接就不再占一站；按回车进去
  link.tabIndex = -1;
  let timer = 0;
  let offered = false;
  let closing = false;
  const show = () => {
    if (card.matches(':popover-open')) return;
    card.showPopover({ source: button });
    offered = true;
  };
  const later = (action: () => void, wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(action, wait);
  };
  for (const element of [button, card]) {
    element.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') later(show, 180);
    });
    element.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') later(() => offered && card.hidePopover(), 250);
    });
    element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget !== button && relatedTarget !== link) card.hidePopover();
    });
  }
  button.addEventListener('focus', () => {
    if (!closing && button.matches(':focus-visible')) show();
  });
  button.addEventListener('click', (event) => {
    // 已经替读者打开了，再点一下是要它留住，不是要它关上
    if (!offered) return;
    offered = false;
    event.preventDefault();
    if (event.detail === 0) link.focus();
  });
  card.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') return;
    // 按 Esc 后焦点回到按钮上，不能因此又打开
    offered = false;
    closing = true;
    setTimeout(() => (closing = false));
  });
}

for (const button of all<HTMLButtonElement>('button[data-report]'))
  button.addEventListener('click', () =>
    import('./report.ts').then((module) => module.report(button)),
  );
