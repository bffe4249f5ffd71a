/** 量一量实验现在有多大地方：决定并排摆几幅、图要不要让位给一行字。 */

/** 低于这个高度（多半是键盘弹起来了），图与控件挤不下同一屏 */
const leastHeight = 480;
/** 根字号到了平常的一倍八以上：字已经占满，图让位 */
const largeText = 28;

export class Screen {
  /** 画面区多宽，以字计 */
  width = $state(0);
  /** 只摆得下一行结果 */
  short = $state(false);
  /** 每量过一遍就叫它 */
  measured = (): void => {};

  /** 用法：`<div {@attach screen.measure}>`，放在画面区上。 */
  measure = (node: HTMLElement): (() => void) => {
    const update = () => {
      const style = getComputedStyle(node);
      if (node.clientWidth > 0) this.width = node.clientWidth / Number.parseFloat(style.fontSize);
      const height = window.visualViewport?.height ?? innerHeight;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      this.short = height < leastHeight || rem >= largeText;
      // 粘在顶上的画面有多高：跳到控件时要让开它
      const bench = node.closest<HTMLElement>('.w-bench');
      bench?.style.setProperty('--covered', `${node.offsetHeight}px`);
      this.measured();
    };
    const observer = new ResizeObserver(() => requestAnimationFrame(update));
    observer.observe(node);
    observer.observe(document.documentElement);
    window.visualViewport?.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.visualViewport?.removeEventListener('resize', update);
    };
  };
}
