/**
 * 图的画布：宽高以“十五分之一个字”为单位，而不是像素。
 * 投影时整块字号变大，图里的字、点、线跟着一起变大，仍按新的大小重排，不做缩放。
 */
const unitsPerEm = 15;
const leastHeight = 110;

export class Canvas {
  width: number = $state(0);
  /** 量到的高；没有量过、或与想要的一样时是 null */
  height: number | null = $state(null);
  readonly #least: number;

  /** `first` 是服务端与接管前用的宽度，`least` 是再窄也按它排的宽度。 */
  constructor({ first, least = 240 }: { first: number; least?: number }) {
    this.width = first;
    this.#least = least;
  }

  /** 用法：`<div {@attach canvas.measure}>`。盖着答案、轮不到它露面时量到 0，保持原样。 */
  measure = (node: HTMLElement): (() => void) => {
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = node;
      if (clientWidth === 0 || clientHeight === 0) return;
      const em = Number.parseFloat(getComputedStyle(node).fontSize);
      this.width = Math.max(this.#least, (clientWidth / em) * unitsPerEm);
      this.height = (clientHeight / em) * unitsPerEm;
    });
    observer.observe(node);
    return () => observer.disconnect();
  };

  /**
   * 画多高：框里给多少就是多少，没量过就照想要的；差不到一个单位算一样，免得来回抖。
   * 矮得连边距都放不下的，按 `least` 排，整幅缩进去。
   */
  tall(wanted: number, least = leastHeight): number {
    if (this.height === null || Math.abs(this.height - wanted) < 1) return wanted;
    return Math.max(this.height, Math.min(wanted, least));
  }
}

/** 坐标留一位小数：再细看不出来，写进页面却要占字节。 */
export const tenth = (units: number): number => Math.round(units * 10) / 10;

/** 画布单位换成 CSS 高度。 */
export function tall(units: number): string {
  return `${(units / unitsPerEm).toFixed(3)}em`;
}

/** 指针落在图里的哪一点，图的坐标；图在框里居中、缩过也不要紧。 */
export function pointIn(
  svg: SVGSVGElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): { x: number; y: number } {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
  return { x, y };
}
