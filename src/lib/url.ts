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
