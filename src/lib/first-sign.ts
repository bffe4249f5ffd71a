const signs = ['scroll', 'pointerdown', 'pointermove', 'keydown', 'touchstart', 'focusin'] as const;

/** 读者第一次动手（滚动、指点、按键）时做一次；带着滚动位置或锚点来的页面也算动过手。 */
export function onFirstSign(act: () => void): void {
  if (scrollY > 0 || location.hash) return act();
  const moved = () => {
    for (const sign of signs) removeEventListener(sign, moved);
    act();
  };
  for (const sign of signs) addEventListener(sign, moved, { passive: true });
}
