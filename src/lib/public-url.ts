/** 要给别人的网址：印成二维码、贴到群里。 */
import { href } from './url.ts';

/**
 * 可以印成二维码或发给别人的绝对网址；构建时没有设 `SITE_URL` 而又不在浏览器里，就没有答案，返回 null。
 */
export function absoluteUrl(path: string): string | null {
  const origin = import.meta.env.SITE ?? (typeof location === 'undefined' ? null : location.origin);
  return origin ? new URL(href(path), origin).href : null;
}

/** 只有本机打得开的网址：印成二维码，学生的手机扫了也没用。 */
export function isLocal(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return (
    !protocol.startsWith('http') ||
    /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname)
  );
}
