/** 每个实验由哪些部件拼成：照源码里的声明与引用数，不必运行它。 */
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Candidate } from './cover.ts';
import { required, widgetId, widgetRoutes } from './routes.ts';

const widgets = join(import.meta.dirname, '../../../src/widgets');

/** 一个实验自己的源码，一整段。 */
export function sourceOf(route: string): string {
  const folder = join(widgets, widgetId(route));
  const files = required(globSync('*.{ts,svelte}', { cwd: folder }), `${folder} 里的源码`);
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** 控件与猜法的种类（参数与猜测都写 `kind`）、图框与画图的部件、各幅图怎么摆。 */
function ingredients(source: string): Set<string> {
  const all = (pattern: RegExp) => [...source.matchAll(pattern)].map(([whole]) => whole);
  return new Set([
    ...all(/\bkind: '[\w-]+'/g),
    ...all(/\/(widget-kit|charts)\/[\w-]+\.svelte(\.ts)?'/g),
    ...all(/\b(board|wide|below|open): (true|'only')/g),
  ]);
}

/** 花费照源码的长短算：长的实验控件多，查起来久。 */
export function experimentCandidates(): Candidate[] {
  return required(widgetRoutes, '实验页面').map((route) => {
    const source = sourceOf(route);
    return { name: route, has: ingredients(source), cost: source.length };
  });
}
