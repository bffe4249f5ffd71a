/**
 * `client:reached`：读者动过手，而且部件已经进入视野，才取它的代码。
 *
 * 比 `client:visible` 多等一步：实验若恰好露在首屏边上，还没有人碰的页面不该为它付流量。
 * 开发时 Astro 直接用这一份；构建以后由 layouts/page.ts 与 layouts/islands.ts 分头做这两步。
 */
import type { ClientDirective } from 'astro';
import { onFirstSign } from './first-sign.ts';
import { takeOver } from './take-over.ts';
import { whenInView } from './when-in-view.ts';

const reached: ClientDirective = (load, _options, island) =>
  onFirstSign(() => whenInView(island, () => void takeOver(load, island)));

export default reached;
