/**
 * 实验在这个标签页里的记忆：设置、猜测、看过哪些场景。刷新不丢；换一个标签页、关掉浏览器就没有了，
 * 下一班用同一台电脑看不到上一班的答案。
 */
const key = (id: string) => `som:widget:${id}`;

export interface Kept {
  /** 当时的查询串：链接换了就不能拿旧的来盖它 */
  search: string;
  /** 整页打开那一下留给下一页的 */
  handed?: boolean;
  /** 现在的设置，写成链接的样子，读的时候逐个验证 */
  setting: string;
  bets: { setting: string; guess: unknown }[];
  opened: string[];
  skipsAll: boolean;
}

export function keep(id: string, state: Kept): void {
  try {
    sessionStorage.setItem(key(id), JSON.stringify(state));
  } catch {
    // 存储被禁用或写满：屏幕上的照旧，只是刷新就没有了
  }
}

/** 存着的；没有、读不出、样子不对都是 null。 */
export function kept(id: string): Kept | null {
  try {
    const state: unknown = JSON.parse(sessionStorage.getItem(key(id)) ?? 'null');
    return isKept(state) ? state : null;
  } catch {
    return null;
  }
}

function isKept(state: unknown): state is Kept {
  if (typeof state !== 'object' || state === null) return false;
  const { search, setting, bets, opened, skipsAll } = state as Partial<Kept>;
  return (
    typeof search === 'string' &&
    typeof setting === 'string' &&
    Array.isArray(bets) &&
    bets.every(
      (bet) => typeof bet === 'object' && bet !== null && typeof bet.setting === 'string',
    ) &&
    Array.isArray(opened) &&
    opened.every((id) => typeof id === 'string') &&
    typeof skipsAll === 'boolean'
  );
}

/** 刷新、后退都不是新来的：链接没变，就接着用存着的。 */
export function resumes(state: Kept): boolean {
  if (state.search !== location.search) return location.search === '';
  if (location.search === '' || state.handed) return true;
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type !== 'navigate';
}
