/** 每一节各打开一次：读者动手之前的体积、实验接管时版面不动，以及每一页都要过的检查。 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nextFrame, visit, withFreshPage } from './support/browser.ts';
import { meter, watchShifts } from './support/measure.ts';
import { distFolder, fileOf, required, sectionRoutes } from './support/routes.ts';
import { checkWholePage } from './support/whole-page.ts';
import { useWidget } from './support/widgets.ts';

const phone = { viewport: { width: 412, height: 823 } };
const kB = 1000;

/** 图要另取画图的库，用起来最重。 */
const withChart = sectionRoutes.filter((route) =>
  /class="chart[ "]/.test(readFileSync(fileOf(route), 'utf8')),
);

describe('every section', () => {
  test.each(required(sectionRoutes, '小节页面'))(
    '%s is at most 25 kB in 6 requests, 4 kB of it script, before any interaction, never moves, and passes every check of a page',
    (route) =>
      withFreshPage(phone, async (open) => {
        const sent = await meter(open.page);
        await checkWholePage(open, route, async (page) => {
          await sent.quiet();
          const tooHeavy = (what: string) =>
            `${route} 首屏${what}；减掉不必先取的，或让它 client:reached 再取\n${sent.report()}`;
          expect.soft(sent.bytes, tooHeavy('超过 25 kB')).toBeLessThanOrEqual(25 * kB);
          expect.soft(sent.requests, tooHeavy('多于 6 个请求')).toBeLessThanOrEqual(6);
          expect.soft(sent.scriptBytes, tooHeavy('脚本超过 4 kB')).toBeLessThanOrEqual(4 * kB);
          expect.soft(sent.fontBytes, tooHeavy('字体超过 95 kB')).toBeLessThanOrEqual(95 * kB);
          await page.evaluate(() => document.fonts.ready);
          const shifts = await watchShifts(page);
          return async () => {
            await nextFrame(page);
            expect
              .soft(await shifts(), `${route} 滚动或接管时版面动了；先给会变高的部件占好地方`)
              .toEqual([]);
          };
        });
      }),
  );

  test.each(required(withChart, '带图的小节'))(
    '%s is at most 105 kB once its experiment is used',
    (route) =>
      withFreshPage(phone, async ({ page }) => {
        const sent = await meter(page);
        await visit(page, route);
        await page.mouse.move(200, 400);
        await page.locator('[data-widget]').scrollIntoViewIfNeeded();
        await page.locator('[data-widget][data-ready]').waitFor();
        await useWidget(page);
        await sent.quiet();
        expect(
          sent.bytes,
          `${route} 用过实验以后超过 105 kB；看是谁带进来的\n${sent.report()}`,
        ).toBeLessThanOrEqual(105 * kB);
      }),
  );

  test('the math font is the only font and at most 95 kB', () => {
    const fonts = globSync('**/*.{woff2,woff,otf,ttf}', { cwd: distFolder });
    expect(fonts.length).toBeLessThanOrEqual(1);
    for (const font of fonts)
      expect(statSync(join(distFolder, font)).size).toBeLessThanOrEqual(95 * kB);
  });
});
