/** 带到教室：按一次，断了网，投影、实验、讲台、备注、讲义、押注单、游戏都还在；删得掉；换了一版跟着换。 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withCleanPage } from './support/browser.ts';
import { distFolder, fileOf, required, routes } from './support/routes.ts';
import { fewOrAll } from './support/scope.ts';
import { enter, forward, goToStep, projector, settled, where } from './support/wall.ts';

const chapters = required(
  routes.flatMap((route) => /^\/classroom\/([^/]+)\/desk\/$/.exec(route)?.[1] ?? []),
  '课堂',
);
const device = { ...projector, serviceWorkers: 'allow' as const };

/** 存着几套离线的、几章的文件。 */
const kept = (page: Page) =>
  page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
  ]);

/** 快跑时几个测试用同一个浏览器环境：前一个带着的，后一个接着用，不再带一遍。 */
async function takeAlong(page: Page, chapter: string): Promise<void> {
  await visit(page, '/classroom/');
  const along = page.locator(`[data-along="${chapter}"]`);
  const [, there] = await kept(page);
  if (there === 0) await along.getByRole('button', { name: /^带到教室/ }).click();
  await along.and(page.locator('[data-taken]')).waitFor({ timeout: 60_000 });
}

describe('taken along', () => {
  test.each(chapters)('%s takes at most 1.5 MB of the device', (chapter) => {
    const { bytes, files } = JSON.parse(
      readFileSync(join(distFolder, `classroom/${chapter}/offline.json`), 'utf8'),
    ) as { bytes: number; files: string[] };
    expect(bytes, '单子上写的大小与文件对不上').toBe(
      files.reduce((sum, file) => sum + statSync(fileOf(`/${file}`)).size, 0),
    );
    expect(
      bytes,
      `${chapter} 要带的太多：看 src/build/offline-lists.ts 顺着文件名找到了什么用不着的`,
    ).toBeLessThanOrEqual(1_500_000);
  });

  test('nothing is kept on the device before it is asked for', () =>
    withCleanPage(device, async ({ page, problems }) => {
      await visit(page, '/classroom/');
      await page.locator('[data-along="queueing"] button').waitFor();
      expect(await kept(page)).toEqual([0, 0]);
      await takeAlong(page, 'queueing');
      expect(await kept(page)).toEqual([2, 1]);
      expect(problems).toEqual([]);
    }));

  test('without a network the whole lesson is there: every kind of step, the notes, the paper, a phone page', () =>
    withCleanPage(device, async ({ page }) => {
      await takeAlong(page, 'queueing');
      const told = await page.locator('[data-along="queueing"]').textContent();
      expect(told, '没有写多大、哪天带的').toMatch(/[\d.]+ MB.*\d+ ?月 ?\d+ ?日/);
      await page.context().setOffline(true);
      const gone = await page
        .evaluate((url) => fetch(url).then(() => true), urlOf('/map/'))
        .catch(() => false);
      expect(gone, '没有断网，这个测试就什么也没查').toBe(false);

      await enter(page, '/classroom/queueing/');
      const steps = Number((await page.locator('.strip .number').textContent())?.split('/')[1]);
      expect(steps).toBeGreaterThan(20);
      await page.reload();
      await page.locator('.class-room[data-ready]').waitFor();
      // 快跑：封面、押曲线、放着看、押数、讨论，各走一步到底
      const every = Array.from({ length: steps }, (_, i) => i + 1);
      for (const place of fewOrAll([1, 7, 8, 15, 17], every)) {
        await goToStep(page, String(place));
        let now = await where(page);
        const [step] = now.split(' ');
        for (let before = ''; now !== before && now.startsWith(`${step} `);) {
          await settled(page);
          expect(await page.getByRole('alert').allTextContents(), now).toEqual([]);
          before = now;
          now = await forward(page);
        }
      }
      for (const [route, what] of [
        ['/classroom/queueing/desk/', '.class-room[data-ready] .board .notes'],
        ['/classroom/queueing/script/', '.script .step'],
        ['/classroom/queueing/handout/', '.hand .picture'],
        ['/classroom/queueing/worksheet/', '.bets > li'],
        ['/classroom/cards/', '.sheet svg'],
        ['/play/hall-staffing/?r=2', '[data-game=hall-staffing][data-ready]'],
        ['/play/hall-staffing/board/', '[data-game-board=hall-staffing][data-ready]'],
      ]) {
        await page.goto(urlOf(route as string), { waitUntil: 'load' });
        await page
          .locator(what as string)
          .first()
          .waitFor();
      }
    }));

  test('a new release replaces the old one', () =>
    withCleanPage(device, async ({ page }) => {
      await takeAlong(page, 'queueing');
      const names = () => page.evaluate(() => caches.keys());
      const [now = ''] = await names();
      // 像是从前的一版带的：换个名字存着
      await page.evaluate(async (name) => {
        const from = await caches.open(name);
        const to = await caches.open(name.replace(/[^:]+$/, 'abcdef'));
        for (const request of await from.keys()) {
          const response = (await from.match(request)) as Response;
          const old = request.url.endsWith('offline.json')
            ? new Response((await response.text()).replace(/"release":"\w+"/, '"release":"abcdef"'))
            : response;
          await to.put(request, old);
        }
        await caches.delete(name);
      }, now);
      await visit(page, '/classroom/');
      await expect
        .poll(names, { message: '旧的一版没有换下：看 take-along.ts 的 renew', timeout: 60_000 })
        .toEqual([now]);
    }));

  test('it is taken off again, worker and all', () =>
    withCleanPage(device, async ({ page, problems }) => {
      await takeAlong(page, 'queueing');
      const along = page.locator('[data-along="queueing"]');
      await along.getByRole('button', { name: /^删去/ }).click();
      await along.getByRole('button', { name: /^带到/ }).waitFor();
      expect(await kept(page)).toEqual([0, 0]);
      expect(problems).toEqual([]);
    }));

  test('where the browser forbids it, the reason is said instead of a dead button', () =>
    withCleanPage(device, async ({ page }) => {
      const script = await page.addInitScript(() =>
        Object.defineProperty(window, 'isSecureContext', { get: () => false }),
      );
      await visit(page, '/classroom/');
      await page.locator('[data-along="queueing"]').getByText('https').waitFor();
      expect(await page.locator('[data-along] button').count()).toBe(0);
      await script.dispose();
    }));
});
