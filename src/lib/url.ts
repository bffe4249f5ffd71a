/** 站内网址。作者与组件都写以 `/` 开头的站内路径，部署前缀只在这里补。 */

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** `/widgets/pooling/` → 带部署前缀的路径。外部网址与页内锚点原样返回。 */
export function href(path: string): string {
  return path.startsWith('/') ? base + path : path;
}

/** 去掉部署前缀的站内路径；用来判断“现在在哪一页”。 */
export function sitePath(pathname: string): string {
  const path = base && pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return path || '/';
}

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
