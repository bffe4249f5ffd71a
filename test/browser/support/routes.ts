/** 构建结果里有哪些页面，各是哪一种。 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** DIST_DIR 用来检查另一份构建，例如部署在子路径下的。 */
export const distFolder = process.env['DIST_DIR'] ?? join(import.meta.dirname, '../../../dist');

if (!existsSync(join(distFolder, 'index.html')))
  throw new Error(`找不到构建好的站点 ${distFolder}，请先运行：npm run build`);

/** 站内路径，不含部署前缀：`/`、`/chapters/queueing/`、`/404.html`。 */
export const routes: readonly string[] = [
  ...globSync('**/index.html', { cwd: distFolder })
    .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .toSorted(),
  ...(existsSync(join(distFolder, '404.html')) ? ['/404.html'] : []),
];

const matching = (pattern: RegExp) => routes.filter((route) => pattern.test(route));

export const sectionRoutes = matching(/^\/chapters\/[^/]+\/(?!closing\/)[^/]+\/$/);
export const closingRoutes = matching(/^\/chapters\/[^/]+\/closing\/$/);
export const widgetRoutes = matching(/^\/widgets\/[^/]+\/$/);
export const embedRoutes = matching(/^\/widgets\/[^/]+\/embed\/$/);

/** 每种页面取一个代表：同一层级、同一栏目的页面由同一个框架生成。 */
export const sampleRoutes: readonly string[] = [
  ...new Map(
    routes.map((route) => {
      const parts = route.split('/').filter(Boolean);
      return [`${parts[0] ?? ''} ${parts.length} ${route.endsWith('/embed/')}`, route] as const;
    }),
  ).values(),
];

/** `/widgets/pooling/embed/` → `pooling` */
export function widgetId(route: string): string {
  return route.split('/')[2] ?? '';
}

export function fileOf(route: string): string {
  return join(distFolder, route.endsWith('/') ? `${route}index.html` : route);
}

/** 没有这类页面时测试不能悄悄通过。 */
export function required(list: readonly string[], kind: string): readonly string[] {
  if (list.length === 0) throw new Error(`${distFolder} 里没有${kind}，这项检查无从做起`);
  return list;
}
