/** 只属于这个标签页的存储：刷新、后退还在，关掉就没了，别的标签页看不见。写法同 storage.ts。 */

const PREFIX = 'som:';

export function readTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

export function writeTab(key: string, value: unknown): boolean {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function removeTab(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // 不让存的浏览器里本来也没有
  }
}
