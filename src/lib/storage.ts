/**
 * 浏览器存储的唯一入口。存储可能被禁用、写满、被别的标签页改坏：
 * 读不出就给 null，写不进就返回 false，绝不抛异常。
 */

const PREFIX = 'som:';

export function read(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

export function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function remove(key: string): boolean {
  try {
    localStorage.removeItem(PREFIX + key);
    return true;
  } catch {
    return false;
  }
}

/** 另一个标签页改了同一个键时调用；返回取消订阅的函数。 */
export function onOtherTab(key: string, listener: (value: unknown) => void): () => void {
  const handle = (event: StorageEvent) => {
    if (event.key === PREFIX + key) listener(read(key));
  };
  addEventListener('storage', handle);
  return () => removeEventListener('storage', handle);
}
