/**
 * 旧浏览器（Chromium 109、Safari 15.4）缺的几样补上了没有；不缺的当场就好，什么也不取。
 * 要用到那几样的代码等它好了再取：`mended.then(() => import('./dialog.ts'))`。
 */
export const mended: Promise<unknown> = Promise.all([
  'toSorted' in Array.prototype || import('./older-arrays.ts'),
  'popover' in HTMLElement.prototype || import('./older-popover.ts'),
  CSS.supports('selector(::details-content)') || import('./older-print.ts'),
]);
