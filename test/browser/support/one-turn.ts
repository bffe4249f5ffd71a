/**
 * 把一个实验用一遍，只开一次页面：手机上打得开、放得下、版面不动，每种控件动一步、图在眼前，
 * 传的字节不超，再猜一次，评语露面，投到墙上看一眼。费时的检查另在代表实验上做（见 plan.ts）。
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { nextFrame, type OpenPage } from './browser.ts';
import { firstLine, guess } from './guess.ts';
import { bytesOf } from './served-bytes.ts';
import { onPhone, outOfSight, tooSmallOnTheWall } from './sight.ts';
import { widgetId } from './routes.ts';
import {
  expectFits,
  expectNoProblems,
  expectOpens,
  expectStill,
  squeezeFigures,
} from './whole-page.ts';
import { expectAlive, lockAgain, unlock, useWidget } from './widgets.ts';

export const smallPhone = { width: 360, height: 640 };
const wall = { width: 1024, height: 768 };

export async function takeOneTurn({ page, problems }: OpenPage, route: string): Promise<void> {
  await expectOpens(page, route);
  await expectStill(page, route);
  await expectFits(page, `${route} 揭晓以前`);
  await unlock(page);
  const sight = `${route} 在 ${smallPhone.width}×${smallPhone.height}：看这个实验的 parts 怎么分`;
  expect.soft(await outOfSight(page, { ...onPhone, once: true }), sight).toEqual([]);
  await useWidget(page);
  await squeezeFigures(page);
  await expectAlive(page, route);
  expect
    .soft(await bytesHere(page), `${route} 用过以后超过 105 kB；看是谁带进来的`)
    .toBeLessThanOrEqual(105_000);

  await lockAgain(page);
  // 有的要先动手才许猜
  if (await guess(page.locator('[data-widget]'), widgetId(route)))
    expect
      .soft(await firstLine(page), `${route}：评语的头一行看不见；看 WidgetFrame 的 keepSaid`)
      .toBe('');
  await expectFits(page, `${route} 揭晓以后`);

  await page.setViewportSize(wall);
  await page.keyboard.press('f');
  await page.locator('.widget.projecting').waitFor();
  // 盖上再揭晓：墙上的人没有自己的猜测
  for (const _ of ['盖上', '揭晓']) {
    await page.keyboard.press('r');
    await nextFrame(page);
    await nextFrame(page);
  }
  expect
    .soft(
      await tooSmallOnTheWall(page),
      `${route} 投影 ${wall.width}×${wall.height}：字太小或放不下`,
    )
    .toEqual([]);
  await page.keyboard.press('f');
  await page.locator('.widget:not(.projecting)').waitFor();
  expectNoProblems(problems, route);
}

/** 这一页到现在取过的文件一共多少字节，缓存里的也照线路上的算。 */
async function bytesHere(page: Page): Promise<number> {
  const urls = await page.evaluate(() => [
    location.href,
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ]);
  const sizes = await Promise.all(
    [...new Set(urls)].filter((url) => url.startsWith('http')).map(bytesOf),
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
