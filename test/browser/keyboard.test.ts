/** 只用键盘：Tab 走得到每个控件，走到哪里看得见。实验页面在 widgets.test.ts 里走。 */
import { describe, test } from 'vitest';
import { dropRepeats, freezeMotion } from './support/checks.ts';
import { scrollToTop, visit, widgetsReady, withPage } from './support/browser.ts';
import { walkByTab } from './support/focus.ts';
import { required, widgetRoutes } from './support/routes.ts';
import { everything, kindRoutes } from './support/scope.ts';
import { unlock } from './support/widgets.ts';

const places = kindRoutes.filter((route) => !widgetRoutes.includes(route));

describe('keyboard', () => {
  test.each(required(places, '实验以外的页面'))(
    '%s: Tab reaches every control and shows where it is',
    (route) =>
      withPage({ reducedMotion: 'reduce' }, async ({ page }) => {
        await visit(page, route);
        await widgetsReady(page);
        await unlock(page);
        await scrollToTop(page);
        if (!everything) await dropRepeats(page);
        await freezeMotion(page);
        await walkByTab(page, route);
      }),
  );
});
