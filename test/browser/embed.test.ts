/** 嵌在别的网页里：给不给同源都有得看，并告诉宿主自己多高。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { urlOf, withFreshPage } from './support/browser.ts';
import { required, widgetRoutes } from './support/routes.ts';

const [route = ''] = required(widgetRoutes, '实验页面');

/** 一个嵌着实验的网页；`height` 是嵌着的那一页最近报来的高。 */
async function host(page: Page, sandbox: string): Promise<{ height: () => Promise<number> }> {
  // 宿主要是别家的网址，又不真去取
  await page.route('http://host.example/', (request) =>
    request.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><iframe width="800" height="600" ${sandbox} src="${urlOf(`${route}embed/`)}"></iframe>`,
    }),
  );
  await page.addInitScript(() => {
    if (self !== top) return;
    addEventListener('message', ({ data }: MessageEvent<{ type?: string; height?: number }>) => {
      if (data?.type === 'som:height') document.documentElement.dataset['told'] = `${data.height}`;
    });
  });
  await page.goto('http://host.example/', { waitUntil: 'load' });
  await page.locator('html[data-told]').waitFor();
  return {
    height: async () => Number(await page.locator('html').getAttribute('data-told')),
  };
}

describe('an experiment in another page', () => {
  test('works, and tells its height again when it grows', () =>
    withFreshPage({}, async ({ page }) => {
      const { height } = await host(page, '');
      const frame = page.frameLocator('iframe');
      await frame.locator('[data-widget][data-ready]').waitFor();
      const before = await height();
      await frame.getByRole('button', { name: '直接看', exact: true }).click();
      await frame.locator('.w-sentence').waitFor();
      await expect.poll(height).toBeGreaterThan(before);
    }));

  test.each([
    ['without scripts', 'sandbox', false],
    ['without the same origin', 'sandbox="allow-scripts"', true],
  ])('%s shows the answer, a way to the courseware and nothing dead', (_, sandbox, tells) =>
    withFreshPage({}, async ({ page }) => {
      if (tells) expect(await (await host(page, sandbox)).height()).toBeGreaterThan(300);
      else
        await page.setContent(
          `<iframe width="800" height="600" ${sandbox} src="${urlOf(`${route}embed/`)}"></iframe>`,
        );
      const frame = page.frameLocator('iframe');
      await frame.locator('.w-sentence').waitFor();
      await frame.getByRole('link', { name: '在课件里打开' }).waitFor();
      expect(await frame.locator(':is(button, input, select):visible').count()).toBe(0);
    }),
  );
});
