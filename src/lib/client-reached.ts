/**
 * `client:reached`：读者动过手（滚动、指点、按键），而且实验已经进入视野，才取它的代码。
 *
 * 比 `client:visible` 多等一步：实验若恰好露在首屏边上，还没有人碰的页面不该为它付流量。
 */
import type { ClientDirective } from 'astro';

const signs = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart', 'focusin'] as const;

const reached: ClientDirective = (load, _options, element) => {
  const hydrate = async () => (await load())();
  const watch = () => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void hydrate();
    });
    for (const child of element.children) observer.observe(child);
  };
  // 带着滚动位置回来的页面（后退、刷新、锚点）也算动过手
  if (scrollY > 0 || location.hash) return watch();
  const moved = () => {
    for (const sign of signs) removeEventListener(sign, moved);
    watch();
  };
  for (const sign of signs) addEventListener(sign, moved, { passive: true });
};

export default reached;
