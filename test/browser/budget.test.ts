/** 轻：小节页面在读者动手之前的体积预算，以及实验接管时版面纹丝不动。 */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scrollThrough, visitFully, withFreshPage } from './support/browser.ts';
import { meter, watchShifts } from './support/measure.ts';
import { distFolder, required, sectionRoutes, widgetRoutes } from './support/routes.ts';

const phone = { viewport: { width: 412, height: 823 } };
const kB = 1000;

describe('weight', () => {
  test.concurrent.for(required(sectionRoutes, '小节页面'))(
    '%s transfers at most 25 kB in 6 requests, 4 kB of it script, before any interaction',
    (route, { expect }) =>
      withFreshPage(phone, async ({ page }) => {
        const sent = await meter(page);
        await visitFully(page, route);
        expect.soft(sent.bytes, sent.report()).toBeLessThanOrEqual(25 * kB);
        expect.soft(sent.requests, sent.report()).toBeLessThanOrEqual(6);
        expect.soft(sent.scriptBytes, sent.report()).toBeLessThanOrEqual(4 * kB);
        expect.soft(sent.fontBytes, sent.report()).toBeLessThanOrEqual(95 * kB);
      }),
  );

  test('the math font is the only font and at most 95 kB', () => {
    const fonts = globSync('**/*.{woff2,woff,otf,ttf}', { cwd: distFolder });
    expect(fonts.length).toBeLessThanOrEqual(1);
    for (const font of fonts)
      expect(statSync(join(distFolder, font)).size).toBeLessThanOrEqual(95 * kB);
  });

  test.concurrent.each(required(widgetRoutes, '实验页面'))(
    '%s transfers at most 105 kB once its widget has been used',
    (route) =>
      withFreshPage(phone, async ({ page }) => {
        const sent = await meter(page);
        await visitFully(page, route);
        await scrollThrough(page);
        const skip = page.getByRole('button', { name: '不猜，直接看' });
        if (await skip.count()) await skip.first().click();
        const slider = page.locator('[data-widget] input[type=range]');
        if (await slider.count()) await slider.first().press('ArrowRight');
        await page.waitForLoadState('networkidle');
        expect(sent.bytes, sent.report()).toBeLessThanOrEqual(105 * kB);
      }),
  );
});

describe('steadiness', () => {
  test.concurrent.each(required(sectionRoutes, '小节页面'))(
    '%s does not move when its widgets come alive',
    (route) =>
      withFreshPage(phone, async ({ page }) => {
        await visitFully(page, route);
        await page.evaluate(() => document.fonts.ready);
        const shifts = await watchShifts(page);
        await scrollThrough(page);
        await page.waitForTimeout(100);
        expect(await shifts()).toEqual([]);
      }),
  );
});
