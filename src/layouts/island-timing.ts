/** 接管的时机，接管之前要先到的东西，以及没取到时怎么办。 */
import { laterStyles } from '../lib/later-styles.ts';
import { mended } from '../lib/mended.ts';
import { takeOver, type Island, type Load } from '../lib/take-over.ts';
import { whenInView } from '../lib/when-in-view.ts';

/** 长的参数另存着（build/island-props.ts）。 */
async function bringProps(island: Island): Promise<void> {
  const url = island.getAttribute('props-url');
  if (url === null) return;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  island.setAttribute('props', await answer.text());
  island.removeAttribute('props-url');
}
const hydrate = async (load: Load, island: Island) => {
  try {
    await mended;
    await bringProps(island);
  } catch {
    island.dispatchEvent(new Event('astro:hydration-error', { bubbles: true }));
    return;
  }
  await takeOver(load, island, laterStyles());
};

Object.assign(self, {
  Astro: {
    load: (load: Load, _options: unknown, island: Island) => hydrate(load, island),
    reached: (load: Load, _options: unknown, island: Island) =>
      whenInView(island, () => void hydrate(load, island)),
  },
});

/** 网络通了没有：部件的文件现在取不取得到。 */
const reachable = (island: Island) =>
  fetch(island.getAttribute('component-url') ?? '', { cache: 'reload' }).then(
    ({ ok }) => ok,
    () => false,
  );

// Astro 隔一秒换个网址再取过一次，还是没有
document.addEventListener('astro:hydration-error', (event) => {
  const island = event.target as Island & { start(): Promise<void> };
  const kind = island.querySelector('[data-widget]') ? '这个实验' : '这组自测';
  const told = island.querySelector<HTMLElement>(':scope > .part-missing');
  // 网络通着还取不到：断在它引用的某个文件上，浏览器记着那次失败，只有刷新才行
  if (told && 'retried' in told.dataset) return location.reload();
  const note = document.createElement('p');
  note.className = 'part-missing';
  note.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = '重试';
  note.append(`${kind}的代码没有取到。`, button);
  island.prepend(note);
  // 和没有脚本时一样：答案亮出来，点了没反应的收起来（styles/base.css）
  const locked = island.querySelector('[data-locked]');
  locked?.removeAttribute('data-locked');
  island.dataset.missing = '';
  button.addEventListener('click', async () => {
    note.firstChild!.textContent = '正在取……';
    if (!(await reachable(island))) {
      note.firstChild!.textContent = `${kind}的代码还是没有取到，看看网络。`;
      return;
    }
    note.dataset.retried = '';
    const arrived = () => {
      note.remove();
      delete island.dataset.missing;
    };
    island.addEventListener('astro:hydrate', arrived, { once: true });
    locked?.setAttribute('data-locked', '');
    await island.start();
  });
});
