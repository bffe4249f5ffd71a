/** 小节以外的每一页，各打开一次；小节另有体积与版面的要求，见 sections.test.ts。 */
import { describe, expect, test } from 'vitest';
import { urlOf, withPage } from './support/browser.ts';
import { routes, sectionRoutes } from './support/routes.ts';
import { checkWholePage } from './support/whole-page.ts';

const others = routes.filter((route) => !sectionRoutes.includes(route));

describe('every route', () => {
  test.each(others)(
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
