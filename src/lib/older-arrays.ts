/**
 * Chromium 109 与 Safari 15.4 的数组还没有的四个方法，缺哪个补哪个。
 * 页面由 mended.ts 在缺的时候才取；Worker 里头一行引用这个文件。
 */

function define(
  prototype: object,
  methods: Record<string, (this: never, ...args: never[]) => unknown>,
) {
  for (const [name, value] of Object.entries(methods))
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
}

type Compare = (a: unknown, b: unknown) => number;

/** 负数从末尾数起；越界照规范报错。 */
function replaced<T extends { length: number }>(copy: T, index: number, value: unknown): T {
  const at = Math.trunc(index) < 0 ? copy.length + Math.trunc(index) : Math.trunc(index);
  if (at < 0 || at >= copy.length) throw new RangeError('index must be within the array');
  (copy as unknown as Record<number, unknown>)[at] = value;
  return copy;
}

define(Array.prototype, {
  toSorted(this: unknown[], compare?: Compare) {
    return [...this].sort(compare);
  },
  toReversed(this: unknown[]) {
    return [...this].reverse();
  },
  toSpliced(this: unknown[], ...args: [start: number, count: number, ...items: unknown[]]) {
    const copy = [...this];
    copy.splice(...args);
    return copy;
  },
  with(this: unknown[], index: number, value: unknown) {
    return replaced([...this], index, value);
  },
});
define(Object.getPrototypeOf(Int8Array.prototype) as object, {
  toSorted(this: Float64Array, compare?: (a: number, b: number) => number) {
    return this.slice().sort(compare);
  },
  toReversed(this: Float64Array) {
    return this.slice().reverse();
  },
  with(this: Float64Array, index: number, value: number) {
    return replaced(this.slice(), index, value);
  },
});

export {};
