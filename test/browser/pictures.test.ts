/** 实验的图画：画在画布里面，不念给读屏软件听，带着它们的两种页面仍然很轻。 */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { urlOf, withPage } from './support/browser.ts';
import { required, routes, widgetRoutes } from './support/routes.ts';
import { servedBytes } from './support/served-bytes.ts';

const kB = 1000;
const openings = required(
  routes.filter((route) => /^\/chapters\/[^/]+\/$/.test(route)),
  '章首',
);
const experiments = widgetRoutes.filter((route) => /^\/widgets\/[^/]+\/$/.test(route));

describe('pictures of the experiments', () => {
  test('the gallery shows one for each experiment: inside its canvas, hidden from screen readers, at most 0.7 kB', () =>
    withPage({ viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      await page.goto(urlOf('/widgets/'));
      const cards = await page.locator('.gallery > li').evaluateAll((items) =>
        items.map((item) => {
          const svg = item.querySelector('svg');
          const out = [...(svg?.querySelectorAll('path') ?? [])].flatMap((path) => {
            const { x, y, width, height } = path.getBBox();
            const inside = x >= 2 && y >= 2 && x + width <= 238 && y + height <= 148;
            return inside ? [] : [path.getAttribute('d')?.slice(0, 60)];
          });
          return {
            href: item.querySelector('h3 a')?.getAttribute('href') ?? '',
            hidden: svg?.getAttribute('aria-hidden'),
            shapes: svg?.querySelectorAll('path').length ?? 0,
            out,
            html: svg?.innerHTML ?? '',
          };
        }),
      );
      expect(cards.map(({ href }) => new URL(href, urlOf('/')).pathname).toSorted()).toEqual(
        experiments.map((route) => new URL(urlOf(route)).pathname).toSorted(),
      );
      for (const { href, hidden, shapes, out, html } of cards) {
        const file = `src/widgets/${href.split('/').at(-2)}/Picture.astro`;
        expect.soft(shapes, `${file} 什么也没画`).toBeGreaterThan(2);
        expect.soft(hidden, `${file} 的图只是陪衬，要 aria-hidden`).toBe('true');
        expect.soft(out, `${file} 画到 240 × 150 外面去了`).toEqual([]);
        expect
          .soft(
            brotliCompressSync(Buffer.from(html)).length,
            `${file} 太重：少画几个人，或把同色的形状并进一条路径`,
          )
          .toBeLessThanOrEqual(0.7 * kB);
      }
    }));

  /** 三十幅以内 25 kB；总览还要跟着课程长，往后每幅 0.4 kB。 */
  const barFor = (pictures: number) => (25 + 0.4 * Math.max(0, pictures - 30)) * kB;

  test.each(['/widgets/', ...openings])(
    '%s is at most 25 kB, pictures and all, and 0.4 kB for each picture beyond thirty',
    async (route) => {
      const served = await servedBytes(urlOf(route));
      const bytes = served.reduce((sum, each) => sum + each.bytes, 0);
      const pictures = route === '/widgets/' ? experiments.length : 0;
      expect(bytes, `${route} 太重：看是哪一幅图画重`).toBeLessThanOrEqual(barFor(pictures));
    },
  );
});
