/** 嵌在别的网页里：给不给同源都有得看，并告诉宿主自己多高。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withCleanPage } from './support/browser.ts';
import { required, widgetRoutes } from './support/routes.ts';

const [route = ''] = required(widgetRoutes, '实验页面');

/** 换成一个只嵌着实验的网页；`height` 是嵌着的那一页最近报来的高。 */
async function host(
  page: Page,
  sandbox: string | null,
): Promise<{ height: () => Promise<number> }> {
  await visit(page, '/404.html');
  await page.evaluate(
    ([src, sandbox]) => {
      addEventListener('message', ({ data }: MessageEvent<{ type?: string; height?: number }>) => {
        if (data?.type === 'som:height')
          document.documentElement.dataset['told'] = `${data.height}`;
      });
      const frame = document.createElement('iframe');
      Object.assign(frame, { width: 800, height: 600 });
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      frame.src = src;
      document.body.replaceChildren(frame);
    },
    [urlOf(`${route}embed/`), sandbox] as const,
  );
  return {
    height: async () => Number((await page.locator('html').getAttribute('data-told')) ?? 0),
  };
}

describe('an experiment in another page', () => {
  test('works, and tells its height again when it grows', () =>
    withCleanPage({}, async ({ page }) => {
      const { height } = await host(page, null);
      const frame = page.frameLocator('iframe');
      await frame.locator('[data-widget][data-ready]').waitFor();
      const before = await height();
      await frame.getByRole('button', { name: '不猜，直接看', exact: true }).click();
      await frame.locator('.w-sentence').waitFor();
      await expect.poll(height).toBeGreaterThan(before);
    }));

  test.each([
    ['without scripts', '', false],
    ['without the same origin', 'allow-scripts', true],
  ])('%s shows the answer, a way to the courseware and nothing dead', (_, sandbox, tells) =>
    withCleanPage({}, async ({ page }) => {
      const { height } = await host(page, sandbox);
      const frame = page.frameLocator('iframe');
      await frame.locator('.w-sentence').waitFor();
      await frame.getByRole('link', { name: '在课件里打开' }).waitFor();
      expect(await frame.locator(':is(button, input, select):visible').count()).toBe(0);
      if (tells) await expect.poll(height).toBeGreaterThan(300);
    }),
  );
});
