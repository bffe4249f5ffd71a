/**
 * 手指按在能拖的东西上，页面不跟着滚。SVG 里的元素写 `touch-action` 不算数，
 * 拖出十几个像素浏览器就把手势收走；在 touchstart 上拦下默认动作才留得住。
 */
export function heldTouch(node: Element): () => void {
  const hold = (event: Event) => {
    if (event.cancelable) event.preventDefault();
  };
  node.addEventListener('touchstart', hold, { passive: false });
  return () => node.removeEventListener('touchstart', hold);
}
