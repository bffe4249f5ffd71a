/** 每个实验由哪些部件拼成：照源码里的声明与引用数，不必运行它。 */
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { cover } from './cover.ts';
import { required, widgetId, widgetRoutes } from './routes.ts';

const widgets = join(import.meta.dirname, '../../../src/widgets');

/** 一个实验自己的源码，一整段。 */
export function sourceOf(route: string): string {
  const folder = join(widgets, widgetId(route));
  const files = required(globSync('*.{ts,svelte}', { cwd: folder }), `${folder} 里的源码`);
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/**
 * 一个实验有哪些东西，写成“类 名”：控件与猜法的种类（参数写 `default`，猜测写 `question`）、
 * 表里的格子、套件里的部件、各幅图怎么摆、手指怎么拖。
 */
function ingredients(source: string): Set<string> {
  const all = (pattern: RegExp) => [...source.matchAll(pattern)].map((found) => found.slice(1));
  const kinds = all(
    /\bkind: '(number|choice|toggle|curve)',(?:(?!\bkind:)[^])*?\b(default|question)\b/g,
  );
  return new Set([
    ...kinds.map(([kind, mark]) => `${mark === 'default' ? '控件' : '猜法'} ${kind}`),
    ...all(/\bkind: '(list|text)'/g).map(([kind]) => `控件 ${kind}`),
    ...all(/\/((?:widget-kit|charts)\/[\w-]+\.svelte)(?:\.ts)?'/g).map(([part]) => `部件 ${part}`),
    ...all(/\b((?:board|wide|below|open): (?:true|'only'))/g).map(([place]) => `摆法 ${place}`),
    ...all(/(Handle\.svelte|heldTouch|\bkind: 'curve')/g).map(([way]) => `拖法 ${way}`),
  ]);
}

/** 花费照源码的长短算：长的实验控件多，查起来久。 */
const experiments = required(widgetRoutes, '实验页面').map((route) => {
  const source = sourceOf(route);
  return { name: route, has: ingredients(source), cost: source.length };
});

type Class = '控件' | '猜法' | '部件' | '摆法' | '拖法';

/** 合起来有这几类东西的最省的几个实验，从 `among` 里挑。 */
export function experimentsWith(
  classes: readonly Class[],
  among: readonly string[] = widgetRoutes,
): string[] {
  const wanted = (each: string) => classes.some((kind) => each.startsWith(`${kind} `));
  return cover(
    experiments
      .filter(({ name }) => among.includes(name))
      .map(({ name, has, cost }) => ({ name, has: new Set([...has].filter(wanted)), cost })),
  );
}
