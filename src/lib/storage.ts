/**
 * 浏览器存储的唯一入口。存储可能被禁用、写满、被别的标签页改坏：
 * 读不出就给 null，写不进就返回 false，绝不抛异常。
 */

/** 站内的键都以它开头，同一个域名下的别的网页不会撞上。 */
export const PREFIX = 'som:';

/** 存着的原文，坏了的也照样给；没有、不让读，都是 null。 */
export function readText(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function read(key: string): unknown {
  try {
    return JSON.parse(readText(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

export function writeText(key: string, text: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, text);
    return true;
  } catch {
    return false;
  }
}

export function write(key: string, value: unknown): boolean {
  return writeText(key, JSON.stringify(value));
}

export function remove(key: string): boolean {
  try {
    localStorage.removeItem(PREFIX + key);
    return true;
  } catch {
    return false;
  }
}

/**
 * 别处改了同一个键时调用：另一个标签页改的，或者这一页被浏览器收着（后退缓存）的时候，
 * 同一个标签页里的别的页改的——那时收不到 storage 事件。返回取消订阅的函数。
 */
export function onOtherTab(key: string, listener: (value: unknown) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let left: string | null | undefined;
  const on = <E extends Event>(type: string, act: (event: E) => void) =>
    addEventListener(type, act as EventListener, { signal });
  on<StorageEvent>('storage', (event) => {
    if (event.key === PREFIX + key) listener(read(key));
  });
  on('pagehide', () => (left = readText(key)));
  on<PageTransitionEvent>('pageshow', ({ persisted }) => {
    if (persisted && readText(key) !== left) listener(read(key));
  });
  return () => stop.abort();
}
