/** 每个实验各打开一次，网址里的每个参数各是一种胡话：照样有图有话，并且说清改了什么。 */
import { describe, expect, test } from 'vitest';
import type { ListParam, Param } from '../../src/widget-kit/model.ts';
import { visit, widgetsReady, withPage } from './support/browser.ts';
import { required, widgetId, widgetRoutes } from './support/routes.ts';
import { expectAlive, modelOf, unlock } from './support/widgets.ts';

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

describe('a link full of nonsense', () => {
  test.each(required(widgetRoutes, '实验页面'))('%s still opens, and says so', (route) =>
    withPage({}, async ({ page, problems }) => {
      const params = Object.entries(modelOf(widgetId(route))?.params ?? {});
      const query = new URLSearchParams({ v: '1' });
      for (const [i, [name, param]] of params.entries()) {
        query.append(name, nonsense(param, i + route.length) ?? '');
        query.append(name, '1');
      }
      const where = `${route}?${query.toString().slice(0, 200)}；看 link-state.ts 与这个实验的 compute`;
      // 服务器嫌长的网址也要经得起：页面照原样取，查询串进了页面再看
      await page.route(
        ({ pathname, search }) => pathname.endsWith(route) && search !== '',
        async (request) => {
          const { origin, pathname } = new URL(request.request().url());
          await request.fulfill({ response: await request.fetch({ url: origin + pathname }) });
        },
      );
      try {
        await visit(page, `${route}?${query}`);
        await widgetsReady(page);
        expect.soft(await page.locator('.w-notes li').count(), where).toBeGreaterThan(0);
        await unlock(page);
        await expectAlive(page, where);
        expect.soft(await page.locator('img[src=nowhere]').count(), `${where}：当成 HTML`).toBe(0);
        expect.soft(problems, where).toEqual([]);
      } finally {
        await page.unrouteAll({ behavior: 'wait' });
      }
    }),
  );
});
