/** 每一页打开都干净，窄屏与放大两倍都不丢东西。 */
import { describe, expect, test } from 'vitest';
import { scrollThrough, urlOf, visit, withPage } from './support/browser.ts';
import { overflowing } from './support/checks.ts';
import { routes } from './support/routes.ts';

describe('every route', () => {
  test.concurrent.each(routes)(
    '%s opens without errors and fits 360 px and twice the zoom',
    (route) =>
      withPage({ viewport: { width: 360, height: 740 } }, async ({ page, problems }) => {
        expect(await visit(page, route)).toBe(200);
        await scrollThrough(page);
        expect(await overflowing(page), '360 px').toEqual([]);
        // 1280 px 的窗口放大到 200 %，页面看到的就是 640 px。
        await page.setViewportSize({ width: 640, height: 450 });
        expect(await overflowing(page), '200 %').toEqual([]);
        expect(problems).toEqual([]);
      }),
  );

  test('an unknown address answers 404 with a page that leads back', () =>
    withPage({}, async ({ page }) => {
      const response = await page.goto(urlOf('/no-such-page/'));
      expect(response?.status()).toBe(404);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main a[href]').count()).toBeGreaterThan(0);
    }));
});
