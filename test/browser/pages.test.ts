/** 页面打得开、手机上放得下；代表全部部件的那些页从头查到尾。小节的从头查在 sections.test.ts。 */
import { afterAll, describe, expect, test } from 'vitest';
import {
  holdBack,
  nextFrame,
  openPage,
  urlOf,
  withPage,
  type OpenPage,
} from './support/browser.ts';
import { routes, sectionRoutes, widgetRoutes } from './support/routes.ts';
import { fullRoutes, kindRoutes, openedRoutes } from './support/scope.ts';
import { checkOpens, checkWholePage, watchProse } from './support/whole-page.ts';

/** 实验页面由 widgets.test.ts 从头查到尾。 */
const others = routes.filter((route) => !widgetRoutes.includes(route));

describe('every route', () => {
  /** 全跑没有只打开看一眼的，用到才开 */
  let looking: Promise<OpenPage> | undefined;
  const look = () => (looking ??= openPage({ viewport: { width: 360, height: 740 } }));
  afterAll(async () => (await looking)?.page.context().close());

  test.each(openedRoutes)('%s opens without an error and fits a phone', async (route) =>
    checkOpens(await look(), route),
  );

  test.each(fullRoutes.filter((route) => others.includes(route) && !sectionRoutes.includes(route)))(
    '%s opens cleanly, fits every width and is accessible, light and dark',
    (route) =>
      withPage({ viewport: { width: 412, height: 823 } }, (open) => checkWholePage(open, route)),
  );

  test('an unknown address answers 404 with a page that leads back', () =>
    withPage({}, async ({ page }) => {
      const response = await page.goto(urlOf('/no-such-page/'));
      expect(response?.status()).toBe(404);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main a[href]').count()).toBeGreaterThan(0);
    }));
});

describe('a page whose scripts come late', () => {
  test.each(kindRoutes)('%s is already laid out as it will be', (route) =>
    withPage({ viewport: { width: 412, height: 823 } }, async ({ page }) => {
      const release = await holdBack(page, '**/_astro/*.js');
      const opened = page.goto(urlOf(route), { waitUntil: 'load' });
      await page.waitForFunction(() => document.readyState !== 'loading');
      const moved = await watchProse(page);
      release();
      await opened;
      await nextFrame(page);
      expect(
        await moved(),
        `${route} 的脚本到了，正文挪了地方：要由脚本放进来、收起来的，先占好位置`,
      ).toEqual([]);
    }),
  );
});
