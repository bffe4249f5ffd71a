const signs = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart', 'focusin'] as const;

/** 读者第一次动手（滚动、指点、按键）时做一次；带着滚动位置或锚点来的页面也算动过手。 */
export function onFirstSign(act: () => void): void {
  if (scrollY > 0 || location.hash) return act();
  const moved = (event: Event) => {
    // 网页在停着的鼠标底下打开，浏览器也报一次“移动”：没有挪地方的不算
    const { movementX, movementY } = event as PointerEvent;
    if (event.type === 'pointermove' && movementX === 0 && movementY === 0) return;
    for (const sign of signs) removeEventListener(sign, moved);
    act();
  };
  for (const sign of signs) addEventListener(sign, moved, { passive: true });
}
