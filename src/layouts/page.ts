/** 每页都带的小脚本：显示设置、搜索入口、目录跟读、翻节、进度、术语卡、报告错误。要一直小下去。 */
import { onFirstSign } from '../lib/first-sign.ts';
import { loadPart } from '../lib/load-part.ts';
import { mended } from '../lib/mended.ts';
import { onOtherTab, read, write } from '../lib/storage.ts';

const root = document.documentElement;
const all = <T extends HTMLElement>(selector: string) => [
  ...document.querySelectorAll<T>(selector),
];

/** 读到页上头一个 `selector` 时做一次 */
const onReaching = (selector: string, act: (element: HTMLElement) => void) => {
  const [element] = all(selector);
  if (!element) return;
  new IntersectionObserver(([entry], observer) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    act(element);
  }).observe(element);
};

// 显示设置：存着的由 boot.js 先用上；选项的面板点开时才取
const panel = document.getElementById('display-settings');
document.querySelector('[popovertarget=display-settings]')?.addEventListener('click', async () => {
  const loaded = await loadPart(() => import('./display-panel.ts'));
  if (loaded.ok) loaded.part.fill(panel!);
  else panel!.textContent = `设置${loaded.message}`;
});
onOtherTab('display', (saved) => {
  for (const name of ['theme', 'text', 'keys']) delete root.dataset[name];
  Object.assign(root.dataset, saved);
  dispatchEvent(new Event('som:display'));
});

// 手机浏览器的地址栏跟着页面的底色
const bar = document.createElement('meta');
bar.name = 'theme-color';
document.head.append(bar);
const tint = () => (bar.content = getComputedStyle(root).backgroundColor);
tint();
addEventListener('som:display', tint);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tint);

// 实验与自测，读到哪里、书签与笔记：读者动过手才取管它们的脚本；开发时 Astro 已经把前一半写在页里。
// 取不到就和没有脚本时一样：盖着的答案亮出来，请读者重试（Base.astro、boot.js）
if (document.querySelector('astro-island, .section-page'))
  onFirstSign(async () => {
    // 打开就要接管的页，脚本是直接引用的，已经到了
    if (customElements.get('astro-island')) {
      if (import.meta.env.DEV) await import('./reading.ts');
      return;
    }
    const { ok } = await loadPart(() => import('./islands.ts'));
    if (!ok) root.classList.replace('js', 'code-missing');
  });

// 还没接管就按下的：不让浏览器自己交表单，记下来，接管以后照办（WidgetFrame.svelte）
addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[ssr] button');
  if (!button?.form) return;
  event.preventDefault();
  button.form.dataset.pressed = button.dataset.act;
});

// 例题里的空格：走到跟前才取守着它们的脚本，取不到就说
onReaching('.blanks', async () => {
  const loaded = await loadPart(() => import('../components/watch-blanks.ts'));
  if (!loaded.ok)
    for (const say of all('.blanks > .how-to')) say.textContent = `批改${loaded.message}`;
});

// 搜索：弹窗的代码等用到时再取
const searchLinks = all<HTMLAnchorElement>('[data-search]');
let missing: HTMLElement | undefined;
const openSearch = async () => {
  if (searchLinks.length === 0) return;
  missing?.remove();
  const loaded = await loadPart(() => mended.then(() => import('../components/search/dialog.ts')));
  if (loaded.ok) return loaded.part.open();
  missing = document.createElement('p');
  missing.className = 'part-missing';
  missing.setAttribute('role', 'alert');
  const page = document.createElement('a');
  page.href = searchLinks[0]?.href ?? '';
  page.textContent = '打开搜索页';
  missing.append(`搜索${loaded.message}`, page);
  document.querySelector('.site-header')?.append(missing);
};
for (const link of searchLinks)
  link.addEventListener('click', (event) => {
    event.preventDefault();
    openSearch();
  });

// 答完一题、按完一个按钮，焦点可能落空；最后碰的若是实验或测验，方向键还归它
let keeper: Element | null = null;
for (const sign of ['pointerdown', 'focusin'])
  addEventListener(sign, ({ type, target }) => {
    // 点在里面不能聚焦的地方，焦点会落到外面的正文上，那不算离开
    if (type === 'pointerdown' || !(target as Element).contains(keeper))
      keeper = (target as Element).closest('[data-keeps-arrows], .widget');
  });

addEventListener('keydown', (event) => {
  const { key, target } = event as KeyboardEvent & { target: HTMLElement };
  const typing = target.closest(
    'input, textarea, select, [contenteditable], [role=slider], dialog, .widget',
  );
  const control = event.ctrlKey || event.metaKey;
  if (control && key.toLowerCase() === 'k') {
    event.preventDefault();
    openSearch();
    return;
  }
  if (root.dataset.keys === 'off' || typing || control || event.altKey || event.shiftKey) return;
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[key];
  if (key === '/') {
    event.preventDefault();
    openSearch();
  } else if (
    rel &&
    !keeper &&
    // 焦点在能左右滚动的表格或长公式上时，方向键归它
    (target === document.body || target.scrollWidth <= target.clientWidth)
  ) {
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
onReaching('[data-section-end]', (end) => {
  const done = read('progress');
  const set = new Set(Array.isArray(done) ? done.filter((id) => typeof id === 'string') : []);
  write('progress', [...set.add(end.dataset.sectionEnd ?? '')]);
});
const showProgress = (visited: unknown) => {
  for (const item of all('[data-section]'))
    item.toggleAttribute(
      'data-done',
      Array.isArray(visited) && visited.includes(item.dataset.section),
    );
  for (const counter of all('[data-progress-of]')) {
    const items = all(`[data-section^="${counter.dataset.progressOf}/"]`);
    const done = items.filter((item) => item.hasAttribute('data-done')).length;
    counter.textContent = done ? `已读 ${done} / ${items.length} 节` : '';
  }
};
showProgress(read('progress'));
onOtherTab('progress', showProgress);

// 术语卡：点按由 popover 自己管；这里补上鼠标悬停，和键盘走到时就打开
const isOpen = (card: HTMLElement) =>
  card.matches('popover' in card ? ':popover-open' : '[data-open]');
function showTerms() {
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
      if (isOpen(card)) return;
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
}
mended.then(showTerms, () => {});

for (const button of all<HTMLButtonElement>('button[data-report]'))
  button.addEventListener('click', async () => {
    const loaded = await loadPart(() => import('./report.ts'));
    if (loaded.ok) await loaded.part.report(button);
    else button.nextElementSibling!.textContent = `报告${loaded.message}`;
  });

// 下一节等这一页空下来先取好，翻页就是一瞬间；读者开着省流量就不取
const next = document.querySelector<HTMLAnchorElement>('.page-nav a[rel=next]');
const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
if (next && !connection?.saveData)
  addEventListener('load', () =>
    // 一直空不下来的（看不见的标签页、很慢的手机），过几秒也就取了
    (self.requestIdleCallback ?? setTimeout)(
      () => {
        const link = document.createElement('link');
        link.rel = 'prefetch';
        link.href = next.href;
        document.head.append(link);
      },
      { timeout: 5000 } as IdleRequestOptions & number,
    ),
  );
