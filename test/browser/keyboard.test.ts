/** 只用键盘：Tab 走得到每个控件，走到哪里看得见。 */
import { describe, expect, test } from 'vitest';
import { freezeMotion } from './support/checks.ts';
import { visit, widgetsReady, withPage } from './support/browser.ts';
import { watchFocus } from './support/focus.ts';
import { sampleRoutes, widgetRoutes } from './support/routes.ts';
import { unlock } from './support/widgets.ts';

const places = [...new Set([...sampleRoutes, ...widgetRoutes])];

describe('keyboard', () => {
  test.concurrent.for(places)('%s: Tab reaches every control and shows where it is', (route) =>
    withPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      await visit(page, route);
      await widgetsReady(page);
      await unlock(page);
      await page.evaluate(() => scrollTo(0, 0));
      await freezeMotion(page);
      const focus = await watchFocus(page);
      const total = (await focus.missing()).length;
      expect(total).toBeGreaterThan(0);
      for (let presses = 0; presses < total + 20; presses++) await page.keyboard.press('Tab');
      expect(await focus.missing(), '走不到').toEqual([]);
      expect(await focus.unseen(), '看不见焦点').toEqual([]);
    }),
  );
});
