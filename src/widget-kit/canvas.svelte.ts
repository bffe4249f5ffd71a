/**
 * 图的画布：宽度以“十五分之一个字”为单位，而不是像素。
 * 投影时整块字号变大，图里的字、点、线跟着一起变大，仍按新的宽度重排，不做缩放。
 */
const unitsPerEm = 15;

export class Canvas {
  width: number = $state(0);
  readonly #least: number;

  /** `first` 是服务端与接管前用的宽度，`least` 是再窄也按它排的宽度。 */
  constructor({ first, least = 240 }: { first: number; least?: number }) {
    this.width = first;
    this.#least = least;
  }

  /** 用法：`<div {@attach canvas.measure}>`。盖着答案时量到 0，保持原样。 */
  measure = (node: HTMLElement): (() => void) => {
    const observer = new ResizeObserver(() => {
      const { clientWidth } = node;
      if (clientWidth === 0) return;
      const em = Number.parseFloat(getComputedStyle(node).fontSize);
      this.width = Math.max(this.#least, (clientWidth / em) * unitsPerEm);
    });
    observer.observe(node);
    return () => observer.disconnect();
  };
}

/** 画布单位换成 CSS 高度。 */
export function tall(units: number): string {
  return `${(units / unitsPerEm).toFixed(3)}em`;
}
