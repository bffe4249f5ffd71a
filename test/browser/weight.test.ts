/** 一节一节读下去的体积，和预先取下一节。每一节单独打开的体积见 sections.test.ts。 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withFreshPage } from './support/browser.ts';
import { meter } from './support/measure.ts';
import { fileOf, required, sectionRoutes } from './support/routes.ts';
import { fewOrAll } from './support/scope.ts';
import { servedBytes } from './support/served-bytes.ts';

const phone = { viewport: { width: 412, height: 823 } };
const kB = 1000;

/** 翻到的下一页；末页没有。 */
const nextOf = (route: string) =>
  /<a\b[^>]*\brel="next"[^>]*>/.exec(readFileSync(fileOf(route), 'utf8'))?.[0];
const nextPath = (route: string) =>
  /\bhref="([^"]+)"/.exec(nextOf(route) ?? '')?.[1]?.replace(/^.*(?=\/chapters\/)/, '');

/** 一章的小节，照“下一页”的次序。 */
function inOrder(chapter: string): string[] {
  const mine = sectionRoutes.filter((route) => route.startsWith(`/chapters/${chapter}/`));
  const followed = new Set(mine.map(nextPath));
  let route = mine.find((each) => !followed.has(each));
  const order: string[] = [];
  for (; route && mine.includes(route); route = nextPath(route)) order.push(route);
  expect(order.length, `${chapter} 的“下一页”没有把 ${mine.length} 节串起来`).toBe(mine.length);
  return order;
}

const chapters = [...new Set(sectionRoutes.map((route) => route.split('/')[2] ?? ''))];

/** 第一节 25 kB，往后平均每节 10 kB；读满十二节不超过 130 kB，再往后每节 10 kB。 */
const barFor = (sections: number) =>
  Math.min(25 + 10 * (sections - 1), 130 + 10 * Math.max(0, sections - 12)) * kB;

const tooHeavy = (chapter: string, steps: readonly string[]) =>
  `${chapter} 依次读完 ${steps.length} 节太重；多数小节都有的样式应在共用的样式表里，` +
  `交互之后才用的样式应跟着脚本走（src/build/shared-styles.ts）\n${steps.join('\n')}`;

/** 省流量：页面不预先取下一节，每一节都照实算在它自己头上。 */
async function saveData(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
}

describe('reading on', () => {
  const [longest = ''] = required(chapters, '章').toSorted(
    (a, b) => inOrder(b).length - inOrder(a).length,
  );

  test.each(required(chapters, '章'))(
    '%s in order costs at most 25 kB for the first section, 10 kB for each further one on average, and 130 kB for twelve',
    async (chapter) => {
      const order = inOrder(chapter);
      const kept = new Map<string, number>();
      const steps: string[] = [];
      for (const route of order) {
        const fresh = (await servedBytes(urlOf(route))).filter(({ url }) => !kept.has(url));
        for (const { url, bytes } of fresh) kept.set(url, bytes);
        steps.push(`${fresh.reduce((total, { bytes }) => total + bytes, 0)} ${route}`);
      }
      const total = [...kept.values()].reduce((sum, bytes) => sum + bytes, 0);
      expect(total, tooHeavy(chapter, steps)).toBeLessThanOrEqual(barFor(order.length));
    },
  );

  test('the longest chapter is as light in a browser that keeps what it has been told to keep', () =>
    withFreshPage(phone, async ({ page }) => {
      // 同一份缓存规则管着每一节：快跑读头四节
      const order = fewOrAll(inOrder(longest).slice(0, 4), inOrder(longest));
      await saveData(page);
      const sent = await meter(page);
      const steps: string[] = [];
      let before = 0;
      for (const route of order) {
        await visit(page, route);
        await sent.quiet();
        steps.push(`${sent.bytes - before} ${route}`);
        before = sent.bytes;
      }
      expect(sent.bytes, `${tooHeavy(longest, steps)}\n${sent.report()}`).toBeLessThanOrEqual(
        barFor(order.length),
      );
    }));
});

describe('the next section', () => {
  const [first = ''] = inOrder(required(chapters, '章')[0] ?? '');
  const next = nextPath(first) ?? '';

  test('is fetched ahead once the page has loaded, it alone, and turning to it sends its text no second time', () =>
    withFreshPage(phone, async ({ page }) => {
      await page.addInitScript(() => {
        addEventListener('load', () => (document.documentElement.dataset['loaded'] = ''));
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes)
              if (node instanceof HTMLLinkElement && node.rel === 'prefetch')
                node.dataset['after'] = String('loaded' in document.documentElement.dataset);
        }).observe(document, { childList: true, subtree: true });
      });
      const sent = await meter(page);
      await visit(page, first);
      await page.locator('link[rel=prefetch]').waitFor({ state: 'attached' });
      await sent.quiet();
      expect(await page.locator('link[rel=prefetch]').getAttribute('data-after')).toBe('true');
      const ahead = () => sent.transfers.filter(({ ahead }) => ahead).map(({ url }) => url);
      expect(ahead(), `只该预取下一节的网页\n${sent.report()}`).toEqual([urlOf(next)]);

      await page.locator('.page-nav a[rel=next]').click();
      await page.waitForURL(urlOf(next));
      await sent.quiet();
      const [again] = sent.transfers.filter(({ url, ahead }) => url === urlOf(next) && !ahead);
      expect(again?.bytes, `预取来的网页又传了一遍\n${sent.report()}`).toBeLessThanOrEqual(kB);
    }));

  test('is not fetched ahead for a reader who saves data', () =>
    withFreshPage(phone, async ({ page }) => {
      await saveData(page);
      const sent = await meter(page);
      await visit(page, first);
      // 页面空闲过一回，或者等过了预取肯等的时限：预取若要发生已经发生了
      await page.evaluate(
        () => new Promise((idle) => requestIdleCallback(idle, { timeout: 6_000 })),
      );
      await sent.quiet();
      expect(sent.transfers.filter(({ ahead }) => ahead)).toEqual([]);
      expect(await page.locator('link[rel=prefetch]').count()).toBe(0);
    }));
});
