/** 存储被拒绝、写满或存着乱码时，页面照常可用；只在真的存东西的页面上试。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scrollThrough, visit, withPage } from './support/browser.ts';
import { cover } from './support/cover.ts';
import { fileOf, kindOf, required, routes, sectionRoutes, widgetRoutes } from './support/routes.ts';
import { fewOrAll } from './support/scope.ts';

const source = join(import.meta.dirname, '../../src');

/** 用到存储的源文件，如 `widgets/canteen-lab/ReadPad.svelte`。 */
const storing = globSync('**/*.{ts,svelte,astro}', { cwd: source })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== 'lib/storage.ts' && !file.startsWith('scripts/'))
  .filter((file) =>
    /lib\/storage\.ts'|\b(local|session)Storage\b/.test(readFileSync(join(source, file), 'utf8')),
  );

/** 合起来有每一种测验的最少几页。 */
const quizPlaces = cover(
  routes.map((route) => {
    const html = readFileSync(fileOf(route), 'utf8');
    return {
      name: route,
      has: new Set([...html.matchAll(/data-quiz="[^"]*"/g)].map(([mark]) => mark)),
      cost: html.length,
    };
  }),
);

/** 这份源文件在哪些页面上运行。 */
function placesOf(file: string): readonly string[] {
  const [room = '', folder = ''] = file.split('/');
  if (room === 'layouts' || room === 'lib') return sectionRoutes.slice(0, 1);
  if (room === 'widgets') return [`/widgets/${folder}/`];
  if (room === 'widget-kit') return widgetRoutes.slice(0, 1);
  if (room === 'quiz') return quizPlaces;
  if (room === 'components') return sectionRoutes.slice(0, 1);
  // 投影的那一页没有看得见的 h1，存储坏了时怎样见 classroom.test.ts
  if (room === 'classroom') return routes.filter((route) => kindOf(route) === 'classroom');
  if (room === 'pages')
    return folder === '_home'
      ? ['/']
      : routes.filter((route) => kindOf(route).startsWith(folder)).slice(0, 1);
  throw new Error(`src/${file} 存了东西：在 storage.test.ts 的 placesOf 里写明它出现在哪种页面上`);
}

const places = [...new Set([...storing.flatMap(placesOf), ...quizPlaces])].toSorted();

const denied = `for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`;

const full = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`;

/** 页面无论问哪个键，拿到的都是乱码。 */
const corrupt = (garbage: string) =>
  `Storage.prototype.getItem = function () { return ${JSON.stringify(garbage)}; };`;

const conditions: [name: string, before: string][] = [
  ['denied', denied],
  ['full', full],
  ['half a record', corrupt('{"version":1,"answers":[{')],
  ['another shape', corrupt('[[null,-1,"x"],{"__proto__":0}]')],
];

/**
 * 读写都走 lib/storage.ts：快跑时每一页都试试存储被拒绝，其余三种只在测验的页面（存得最多）和
 * 头一个实验上试。
 */
const fewer = [...quizPlaces, places.find((place) => widgetRoutes.includes(place)) ?? ''];

describe.each(conditions)('storage: %s', (_name, before) => {
  const tried = before === denied ? places : fewOrAll(fewer, places);
  test.each(required(tried, '存东西的页面'))('%s still works', (route) =>
    withPage({ before }, async ({ page, problems }) => {
      await visit(page, route);
      await scrollThrough(page);
      expect(await page.locator('h1').first().isVisible()).toBe(true);
      expect(problems).toEqual([]);
    }),
  );
});
