import { readTab } from '../../lib/tab-storage.ts';

/** 这个标签页的口令：有它才算同一堂课的窗口，地址里写什么都不算数。不像口令的，就是没有。 */
export function readToken(): string | null {
  const stored = readTab('class');
  return typeof stored === 'string' && /^[0-9a-f]{32}$/.test(stored) ? stored : null;
}
