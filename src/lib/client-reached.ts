/**
 * `client:reached`：读者动过手，而且部件已经进入视野，才取它的代码。
 *
 * 比 `client:visible` 多等一步：实验若恰好露在首屏边上，还没有人碰的页面不该为它付流量。
 * 开发时 Astro 直接用这一份；构建以后由 layouts/page.ts 与 layouts/islands.ts 分头做这两步。
 */
import type { ClientDirective } from 'astro';
import { onFirstSign } from './first-sign.ts';
import { whenInView } from './when-in-view.ts';

const reached: ClientDirective = (load, _options, island: HTMLElement & { prepared?: unknown }) =>
  onFirstSign(() =>
    whenInView(island, async () => {
      const start = await load();
      // 部件说还要先备好别的，就等它备好
      await island.prepared;
      // 浏览器翻译过的，文字节点已经换成了 <font>，对不上号：从头画一遍，由它重译
      if (island.getElementsByTagName('font').length > 0) island.setAttribute('client', 'only');
      await start();
    }),
  );

export default reached;
