/**
 * 节末自测接管之前，先把这一页有的题型取来：题面是构建时画好的，
 * 接管的那一刻界面要齐，不然画好的会被拆掉重来，版面就动了。
 */
import { loadTypes } from './load-types.ts';

export function prepareBlocks(): void {
  for (const block of document.querySelectorAll('[data-quiz=block]')) {
    const island: (Element & { prepared?: Promise<unknown> }) | null =
      block.closest('astro-island');
    const questions = [...block.querySelectorAll<HTMLElement>('[data-type]')].map(
      ({ dataset: { type = '' } }) => ({ type }),
    );
    // 取不到也照样接管，由题块自己说，并给一个再取的按钮
    if (island) island.prepared = loadTypes(questions).catch(() => {});
  }
}
