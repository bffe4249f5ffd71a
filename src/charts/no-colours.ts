/**
 * 顶替 chart.js 的颜色库（astro.config.mjs）：它只在颜色过渡与悬停加深时用，本课件关掉了动画，
 * 也不给悬停另配颜色，用不着那近三千字节。
 */
export class Color {
  /** chart.js 见了它就不过渡，直接换色 */
  readonly valid = false;
}
