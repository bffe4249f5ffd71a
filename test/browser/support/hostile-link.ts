/** 网址里的每个参数各是一种胡话：照样有图有话，说清改了什么，没坏的那一个照用。 */
import { expect } from 'vitest';
import { fromQuery } from '../../../src/widget-kit/read-link.ts';
import {
  defaults,
  type AnyValues,
  type ListParam,
  type Param,
  type WidgetModel,
} from '../../../src/widget-kit/model.ts';
import { visit, widgetsReady, type OpenPage } from './browser.ts';
import { widgetId } from './routes.ts';
import { modelOf } from './models.ts';
import { expectAlive, unlock } from './widgets.ts';

const markup = '<img src=nowhere onerror=alert(1)>';
// 文字格里写什么都是名字，“NaN”也是；所以两种格各有各的胡话
const names = ['', markup, '\u202E😀\uD83D', '__proto__', '0x10'];
const cells = ['NaN', '1e309', '-1e309', ...names];

/** 一格坏、一格好、行数太多、少一格：轮着来。 */
function rows({ fields, atMost }: ListParam, seed: number): string {
  const columns = Object.values(fields);
  return Array.from({ length: atMost + 9 }, (_, i) =>
    columns
      .slice(0, i % 5 === 4 ? -1 : undefined)
      .map((field, j) => {
        if (field.kind === 'text') return names[(seed + i + j) % names.length]?.replaceAll('_', '');
        return i % 2 === 0 ? field.max * 3 : cells[(seed + i + j) % cells.length];
      })
      .join('_'),
  ).join('~');
}

const nonsense = (param: Param, seed: number) =>
  param.kind === 'list' && seed % 3 !== 2
    ? rows(param, seed)
    : [...cells, '~~~__', 'x'.repeat(300)][seed % (cells.length + 2)];

/** 头一个不是表的参数写一个合法、又不是默认的值，其余写胡话，每个都写两遍。 */
function hostileQuery(model: WidgetModel, seed: number) {
  const params = Object.entries(model.params);
  const [good = '', param] = params.find(([, { kind }]) => kind !== 'list') ?? [];
  const query = new URLSearchParams({ v: String(model.version) });
  for (const [i, [name, other]] of params.entries())
    for (const text of name === good ? [legal(param!)] : [nonsense(other, i + seed) ?? '', '1'])
      query.append(name, text);
  return { query, good };
}

function legal(param: Param): string {
  if (param.kind === 'toggle') return param.default ? '0' : '1';
  if (param.kind === 'choice')
    return param.options.find(({ value }) => value !== param.default)?.value ?? param.default;
  if (param.kind === 'number') return String(param.default === param.max ? param.min : param.max);
  return '';
}

const words = (text: string) => text.replaceAll(/\s/g, '');

/** 在打开过 `route` 的页面里接着试，文件都还在缓存里；这一页此后每次打开都带着这条链接。 */
export async function tryHostileLink({ page, problems }: OpenPage, route: string): Promise<void> {
  const model = modelOf(widgetId(route));
  if (!model) throw new Error(`${route} 没有对应的 src/widgets/${widgetId(route)}/model.ts`);
  const { query, good } = hostileQuery(model, route.length);
  const where = `${route}?${query.toString().slice(0, 200)}；看 link-state.ts 与这个实验的 compute`;
  const read = fromQuery(model, `?${query}`);
  expect(read.present, `${where}：链接没有被当成这个版本的`).toBe(true);
  expect(read.values[good], `${where}：${good} 没有坏，应当照用`).not.toEqual(
    defaults(model.params)[good],
  );
  const values = { ...defaults(model.params), ...read.values } as AnyValues;

  // 服务器嫌长的网址也要经得起：页面照原样取，查询串进了页面再添上
  await page.addInitScript((search) => {
    if (location.search === '') history.replaceState(null, '', location.pathname + search);
  }, `?${query}`);
  await visit(page, route);
  await widgetsReady(page);
  expect
    .soft(await page.locator('.w-notes li').count(), `${where}：改正了却没有说`)
    .toBeGreaterThan(0);
  await unlock(page);
  await expectAlive(page, where);
  const told = words(model.sentence(values, model.compute(values)));
  const shown = words(await page.locator('.w-sentence').innerText());
  // 先给粗算、后台再细算的：细算先到，数就比这里的准，只比说设置的头一句
  const [told0, shown0] = [told, shown].map((each) =>
    told.includes('这是粗算') ? each.split('，')[0] : each,
  );
  expect.soft(shown0, `${where}：没有照链接打开`).toBe(told0);
  expect.soft(await page.locator('img[src=nowhere]').count(), `${where}：当成 HTML`).toBe(0);
  expect.soft(problems.splice(0), where).toEqual([]);
}
