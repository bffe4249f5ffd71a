/** 用到时才取的代码没有取到：说得出来，再试一次就好，不是按了没有反应。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, widgetsReady, withCleanPage } from './support/browser.ts';
import { unlock } from './support/widgets.ts';

interface Part {
  name: string;
  route: string;
  /** 拦住哪个文件 */
  file: RegExp;
  /** 要用它 */
  ask: (page: Page) => Promise<void>;
  /** 取到以后看得见的 */
  there: string;
}

const parts: Part[] = [
  {
    name: '读入 CSV',
    route: '/widgets/coverage-curve/',
    file: /\/RowsReader[.\w-]*\.js/,
    ask: async (page) => {
      await unlock(page);
      const control = page.locator('details.list').first();
      await control.locator('summary').click();
      await control.getByRole('button', { name: '读入 CSV' }).click();
    },
    there: 'details.list textarea',
  },
  {
    name: '和同学比一比',
    route: '/widgets/incident-sorting/',
    file: /\/ClassDesk[.\w-]*\.js/,
    ask: unlock,
    there: '#sorting-class',
  },
  {
    name: '分拣台',
    route: '/widgets/incident-sorting/',
    file: /\/Sorter[.\w-]*\.js/,
    ask: (page) => page.getByRole('button', { name: '开始分拣' }).click(),
    there: '.bins',
  },
  {
    name: '两半班级，两个版本',
    route: '/widgets/visible-work/',
    file: /\/AbDesk[.\w-]*\.js/,
    ask: unlock,
    there: '#ab-title',
  },
  {
    name: '查询页',
    route: '/widgets/visible-work/',
    file: /\/Trial[.\w-]*\.js/,
    ask: async (page) => {
      await unlock(page);
      await page.getByRole('button', { name: '自己看一遍 A 版' }).click();
    },
    there: '#visible-work-trial',
  },
];

describe.each(parts)('$name', ({ name, route, file, ask, there }) => {
  test('says when it did not load, and one press fetches it once the network is back', () =>
    withCleanPage({}, async ({ page }) => {
      await page.route(file, (request) => request.abort());
      await visit(page, route);
      await widgetsReady(page);
      await ask(page);
      const alert = page.getByRole('alert').filter({ hasText: `“${name}”没有取到` });
      await alert.waitFor();
      expect(await page.locator(there).count()).toBe(0);
      // 还没有恢复就再试：仍旧说，并给出刷新
      await alert.getByRole('button', { name: '再试一次' }).click();
      await alert.getByRole('button', { name: '刷新这一页' }).waitFor();
      await page.unroute(file);
      await alert.getByRole('button', { name: '再试一次' }).click();
      await page.locator(there).first().waitFor();
      expect(await alert.count()).toBe(0);
    }));
});

test('without a network it is said at once, and nothing is spoilt for the next try', () =>
  withCleanPage({}, async ({ page }) => {
    await visit(page, '/widgets/visible-work/');
    await widgetsReady(page);
    await page.context().setOffline(true);
    await page.keyboard.press('r');
    const alert = page.getByRole('alert').filter({ hasText: '两半班级，两个版本' });
    await alert.waitFor();
    await page.context().setOffline(false);
    await alert.getByRole('button', { name: '再试一次' }).click();
    await page.locator('#ab-title').waitFor();
  }));

test('a reader whose worker did not load says so, and one press reads', () =>
  withCleanPage({}, async ({ page }) => {
    const file = /\/times-worker[.\w-]*\.js/;
    await page.route(file, (request) => request.abort());
    await visit(page, '/widgets/canteen-lab/');
    await widgetsReady(page);
    await unlock(page);
    await page.getByLabel('读一份表').check();
    await page.locator('#canteen-times').fill('1,2,3\n'.repeat(20));
    await page.getByText('读表用的程序没有取到，多半是网络断了').waitFor();
    await page.unroute(file);
    await page.getByRole('button', { name: '再读一次' }).click();
    await page.getByText('20 行，读到 20 位顾客').waitFor();
  }));
