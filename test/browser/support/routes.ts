/** 构建结果里有哪些页面，各是哪一种。 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** DIST_DIR 用来检查另一份构建，例如部署在子路径下的。 */
export const distFolder = process.env['DIST_DIR'] ?? join(import.meta.dirname, '../../../dist');
const pagesFolder = join(import.meta.dirname, '../../../src/pages');

if (!existsSync(join(distFolder, 'index.html')))
  throw new Error(`找不到构建好的站点 ${distFolder}，请先运行：npm run build`);

const forward = (file: string) => file.replaceAll('\\', '/');

/** 站内路径，不含部署前缀：`/`、`/chapters/queueing/`、`/404.html`。 */
export const routes: readonly string[] = [
  ...globSync('**/index.html', { cwd: distFolder })
    .map((file) => `/${forward(file).replace(/index\.html$/, '')}`)
    .toSorted(),
  ...(existsSync(join(distFolder, '404.html')) ? ['/404.html'] : []),
];

/** `src/pages` 里的一个文件就是一种版面；方括号少的先认，`closing.astro` 才不会当成某一节。 */
const layouts = globSync('**/*.astro', { cwd: pagesFolder })
  .map(forward)
  .filter((file) => !/(^|\/)_/.test(file))
  .map((file) => {
    const path = file.replace(/(^|\/)index\.astro$/, '').replace(/\.astro$/, '');
    const pattern = path.replace(/\[[^\]]+\]/g, '[^/]+');
    return { kind: path || '首页', matches: new RegExp(`^/?${pattern}(/|\\.html)?$`) };
  })
  .toSorted((a, b) => a.kind.split('[').length - b.kind.split('[').length);

/** 页面出自哪一种版面：`/widgets/pooling/embed/` → `widgets/[id]/embed`。 */
export function kindOf(route: string): string {
  const found = layouts.find(({ matches }) => matches.test(route));
  if (!found) throw new Error(`${route} 不出自 src/pages 里的任何一个文件`);
  return found.kind;
}

const ofKind = (kind: string) => routes.filter((route) => kindOf(route) === kind);

export const sectionRoutes = ofKind('chapters/[chapter]/[section]');
export const closingRoutes = ofKind('chapters/[chapter]/closing');
export const widgetRoutes = ofKind('widgets/[id]');
export const embedRoutes = ofKind('widgets/[id]/embed');
export const quizRoutes = ofKind('quiz/[chapter]');
export const printRoutes = ofKind('print/[chapter]');
export const lessonRoutes = ofKind('teach/[chapter]');
export const answerRoutes = ofKind('teach/[chapter]/answers');

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
