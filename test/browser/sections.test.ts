/** 每一节：读者动手之前的体积、实验接管时版面不动，以及每一页都要过的检查。 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withFreshPage } from './support/browser.ts';
import { meter } from './support/measure.ts';
import { distFolder, fileOf, required, sectionRoutes } from './support/routes.ts';
import { fewOrAll, fullRoutes } from './support/scope.ts';
import { servedBytes } from './support/served-bytes.ts';
import { checkWholePage } from './support/whole-page.ts';
import { useWidget } from './support/widgets.ts';

const phone = { viewport: { width: 412, height: 823 } };
const kB = 1000;

/** 图要另取画图的库，用起来最重；其中最重的一节，就是 HTML 最大的那一节。 */
const withChart = required(
  sectionRoutes
    .filter((route) => /class="chart[ "]/.test(readFileSync(fileOf(route), 'utf8')))
    .toSorted((a, b) => statSync(fileOf(b)).size - statSync(fileOf(a)).size),
  '带图的小节',
);

/** 代表页里一节也没有，说明代表挑错了。 */
const representative = required(
  sectionRoutes.filter((route) => fullRoutes.includes(route)),
  '当代表的小节',
);

interface Load {
  bytes: number;
  requests: number;
  scriptBytes: number;
  report: () => string;
}

function expectLight(route: string, { bytes, requests, scriptBytes, report }: Load): void {
  const tooHeavy = (what: string) =>
    `${route} 首屏${what}；减掉不必先取的，或让它 client:reached 再取\n${report()}`;
  expect.soft(bytes, tooHeavy('超过 25 kB')).toBeLessThanOrEqual(25 * kB);
  expect.soft(requests, tooHeavy('多于 6 个请求')).toBeLessThanOrEqual(6);
  expect.soft(scriptBytes, tooHeavy('脚本超过 4 kB')).toBeLessThanOrEqual(4 * kB);
}

async function staticLoad(route: string): Promise<Load> {
  const served = await servedBytes(urlOf(route));
  const sum = (list: typeof served) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    bytes: sum(served),
    requests: served.length,
    scriptBytes: sum(served.filter(({ script }) => script)),
    report: () => served.map(({ bytes, url }) => `${bytes} ${url}`).join('\n'),
  };
}

describe('every section', () => {
  test.each(required(sectionRoutes, '小节页面'))(
    '%s is at most 25 kB in 6 requests, 4 kB of it script, before any interaction',
    async (route) => expectLight(route, await staticLoad(route)),
  );

  test.each(representative)(
    '%s is as light in the browser, never moves, and passes every check of a page',
    (route) =>
      withFreshPage(phone, async (open) => {
        const sent = await meter(open.page);
        await checkWholePage(open, route, async () => {
          await sent.quiet();
          expectLight(route, {
            bytes: sent.bytes,
            requests: sent.requests,
            scriptBytes: sent.scriptBytes,
            report: sent.report,
          });
          expect
            .soft(sent.fontBytes, `${route} 首屏字体超过 95 kB\n${sent.report()}`)
            .toBeLessThanOrEqual(95 * kB);
          const counted = await staticLoad(route);
          const differs = `${route} 浏览器取的与照 HTML 数的不一样：看 support/served-bytes.ts 漏了哪种\n浏览器：\n${sent.report()}\n照 HTML 数：\n${counted.report()}`;
          expect.soft(counted.requests, differs).toBe(sent.requests);
          expect
            .soft(Math.abs(counted.bytes - sent.bytes), differs)
            .toBeLessThan(0.02 * sent.bytes);
        });
      }),
  );

  test.each(fewOrAll(withChart.slice(0, 1), withChart))(
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
