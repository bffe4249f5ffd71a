/**
 * 手机页的开场：不经过岛，直接把部件装上。一页只有这一个部件，打开就要用；
 * 岛的那一套（等读者动手、补旧浏览器、重取）比整个游戏还大，手机页只有 40 kB。
 */
import { mount, type Component } from 'svelte';

/**
 * 服务端画好的那一份只给没有脚本的人看，这里换成活的；要的数写在 `data-props` 里。
 * `.astro` 里引进来的部件，类型是 Astro 的，不是 Svelte 的。
 */
export function startPhone(Phone: unknown): void {
  const target = document.querySelector<HTMLElement>('[data-phone]');
  if (!target) return;
  const props = JSON.parse(target.dataset['props'] ?? '{}') as Record<string, unknown>;
  target.replaceChildren();
  mount(Phone as Component<Record<string, unknown>>, { target, props });
}
