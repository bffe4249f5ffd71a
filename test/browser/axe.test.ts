/** 无障碍：WCAG 2.2 AA，浅色与深色。 */
import { describe, expect, test } from 'vitest';
import { scrollThrough, scrollToTop, visit, withPage } from './support/browser.ts';
import { axeViolations, freezeMotion } from './support/checks.ts';
import { routes } from './support/routes.ts';

describe('accessibility', () => {
  test.concurrent.each(routes)('%s has no WCAG 2.2 AA violation in light and dark', (route) =>
    withPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await visit(page, route);
      await scrollThrough(page);
      await scrollToTop(page);
      await freezeMotion(page);
      expect(await axeViolations(page), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeViolations(page), 'dark').toEqual([]);
    }),
  );
});
