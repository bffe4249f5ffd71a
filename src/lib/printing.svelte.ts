/** 正在打印：屏幕上省着不画的东西（盖住的静态图、合上的数据表），落到纸上之前要补齐。 */
import { flushSync } from 'svelte';

class Printing {
  now = $state(false);

  constructor() {
    if (typeof addEventListener === 'undefined') return;
    const set = (value: boolean) => () => flushSync(() => (this.now = value));
    addEventListener('beforeprint', set(true));
    addEventListener('afterprint', set(false));
  }
}

export const printing = new Printing();
