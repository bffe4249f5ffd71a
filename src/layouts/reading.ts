/** 读者在一节里动过手以后：记下读到哪里，首页才能接着读；有笔记、选了字，就取来管笔记的代码。 */
import { loadPart } from '../lib/load-part.ts';
import { readText, write } from '../lib/storage.ts';

const load = () => loadPart(() => import('../components/notes/section-notes.ts'));
const section = /\/chapters\/([^/]+\/[^/]+)\/$/.exec(location.pathname)?.[1] ?? '';
const prose = document.querySelector('.section-page > .prose');
// 和接管部件的代码同在一个文件里，别的页也会取到
if (prose) watch(prose);

function watch(prose: Element): void {
  function place(): void {
    const line = innerHeight * 0.4;
    const passed = [...document.querySelectorAll<HTMLElement>('.prose > h2[id]')].filter(
      (heading) => heading.getBoundingClientRect().top < line,
    );
    const heading = passed.at(-1);
    write('place', { section, id: heading?.id ?? '', heading: heading?.textContent?.trim() ?? '' });
  }
  addEventListener('pagehide', place);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') place();
  });

  const begin = () =>
    void load().then((loaded) => {
      if (loaded.ok) return loaded.part.begin();
      return undefined;
    });

  // 这一节记过东西的，打开就划上；没有的等选了字
  if (readText('quiz')?.includes(`"section":"${section}"`) || location.hash.startsWith('#note-'))
    begin();
  else {
    const selected = () => {
      const selection = getSelection();
      if (!selection || selection.isCollapsed || !prose?.contains(selection.anchorNode)) return;
      document.removeEventListener('selectionchange', selected);
      begin();
    };
    document.addEventListener('selectionchange', selected);
  }

  // 节末的入口：排在“报告错误”后面，来得晚也不挤动它
  const foot = document.querySelector('.section-foot .report');
  if (foot) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button quiet';
    button.textContent = '书签与笔记';
    button.addEventListener('click', async () => {
      const loaded = await load();
      if (loaded.ok) await loaded.part.open();
      else foot.querySelector('[role=status]')!.textContent = `笔记${loaded.message}`;
    });
    foot.append(button);
  }
}
