/** 只长高、不变矮：拖滑块时上面的话一行两行地变，手下的控件不跟着上下跳。换了宽度从头来。 */
export function keepsHeight(node: HTMLElement): () => void {
  let width = 0;
  let tallest = 0;
  const settle = () => {
    if (node.offsetWidth !== width) {
      width = node.offsetWidth;
      tallest = 0;
      node.style.minHeight = '';
    }
    if (node.offsetHeight <= tallest) return;
    tallest = node.offsetHeight;
    node.style.minHeight = `${tallest}px`;
  };
  // 在观察的回调里改大小，浏览器会报告“来不及通知”
  const observer = new ResizeObserver(() => requestAnimationFrame(settle));
  observer.observe(node);
  return () => observer.disconnect();
}
