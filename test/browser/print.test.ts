/** 整章打印版与“没有这一页”。 */
import { describe, expect, test } from 'vitest';
import { urlOf, visitFully, withPage } from './support/browser.ts';
import { required, routes } from './support/routes.ts';

const printed = required(
  routes.filter((route) => /^\/print\/[^/]+\/$/.test(route)),
  '打印页面',
);

describe('a printed chapter', () => {
  test.each(printed)('%s shows every experiment as a still figure with its code', (route) =>
    withPage({}, async ({ page, problems }) => {
      await visitFully(page, route);
      const figures = page.locator('[data-still-widget]');
      expect(await page.locator('[data-widget], astro-island').count()).toBe(0);
      const scans = page.locator('.scan');
      expect(await scans.count()).toBe(await figures.count());
      for (const figure of await figures.all()) {
        expect(await figure.locator('.w-sentence').isVisible()).toBe(true);
        expect(await figure.locator('table').first().isVisible()).toBe(true);
        expect(await figure.locator('button:visible, input:visible').count()).toBe(0);
      }
      for (const scan of await scans.all()) {
        expect(await scan.locator('svg[role=img] path').isVisible()).toBe(true);
        const link = scan.locator('a');
        expect(await link.innerText()).toContain(new URL(page.url()).origin);
        expect(await link.getAttribute('href')).toMatch(/\/widgets\/[\w-]+\/(\?v=\d+.*)?$/);
      }
      expect(problems).toEqual([]);
    }),
  );

  test.each(printed)('%s leaves the site’s own parts off the paper', (route) =>
    withPage({}, async ({ page }) => {
      await visitFully(page, route);
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.site-header', '.site-footer', '.how', '.term-card', '#drawer'])
        for (const one of await page.locator(part).all()) expect(await one.isVisible()).toBe(false);
      expect(await page.locator('.sources').count()).toBeLessThanOrEqual(1);
      expect(await page.locator('details:not([open])').count()).toBe(0);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    }),
  );
});

describe('an unknown address', () => {
  test('near a known one suggests it', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/Widgets/utilization_cliff.html'));
      const guess = page.locator('[data-guess] a').first();
      await guess.waitFor();
      expect(await guess.getAttribute('href')).toContain('utilization-cliff');
    }));
});
