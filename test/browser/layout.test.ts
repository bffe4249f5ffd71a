/** 动手的时候看得见动了什么：手机、平板、笔记本、正文里、墙上，逐个控件动一步。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { nextFrame, visit, widgetsReady, withPage } from './support/browser.ts';
import { freezeMotion } from './support/checks.ts';
import { required, widgetId } from './support/routes.ts';
import { everything, fewOrAll, fullExperiments, withAllPlaces } from './support/scope.ts';
import { onDesk, onPhone, outOfSight, spilling, tooSmallOnTheWall } from './support/sight.ts';
import { modelOf } from './support/models.ts';
import { unlock } from './support/widgets.ts';

/** 快跑取最小的手机、最小的墙：小的放得下，大的就放得下；全跑都查。 */
const windows = [
  { width: 360, height: 640, rules: onPhone },
  { width: 390, height: 844, rules: onPhone },
  { width: 768, height: 1024, rules: { ...onDesk, most: 0.5 } },
  { width: 1280, height: 720, rules: onDesk },
];
const walls = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
const remedy =
  '图与控件要同在一屏：看这个实验的 parts 怎么分，图标上 class="figure"、夹层标上 "fit"';
const wallRemedy = '墙上的字太小或放不下：字号用 em，长文字放进 below 的部分或 notes';

describe('the figure a control changes is in sight while it is used; on the wall the question, then one or two parts, fill one screen in letters the last row can read', () => {
  test.each(required(fullExperiments, '实验页面'))('%s', (route) =>
    withPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      await visit(page, route);
      await widgetsReady(page);
      await freezeMotion(page);
      await onTheWalls(page, route);
      await page.setViewportSize({ width: 360, height: 640 });
      await settled(page);
      expect
        .soft(await spilling(page), `${route} 揭晓前在 360×640 压着问题：${remedy}`)
        .toEqual([]);
      await unlock(page);
      for (const { width, height, rules } of fewOrAll(windows.slice(0, 1), windows)) {
        await page.setViewportSize({ width, height });
        await settled(page);
        expect
          .soft(await outOfSight(page, rules), `${route} 在 ${width}×${height}：${remedy}`)
          .toEqual([]);
      }
    }),
  );
});

describe.runIf(everything)('on the wall every scenario shows its first figures whole', () => {
  test.each(fullExperiments)('%s', (route) =>
    withPage({ reducedMotion: 'reduce', viewport: walls[0]! }, async ({ page }) => {
      await visit(page, route);
      await widgetsReady(page);
      await freezeMotion(page);
      await everyScenario(page, route);
    }),
  );
});

describe('inside a section on a laptop the figure a control changes is in sight while it is used', () => {
  test.each(withAllPlaces)('%s', (route) =>
    withPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      const model = modelOf(widgetId(route));
      await page.setViewportSize({ width: 1280, height: 720 });
      await visit(page, `/chapters/${model?.chapter}/${model?.section}/`);
      if ((await page.locator(`[data-widget="${model?.id}"]`).count()) === 0) return;
      await widgetsReady(page);
      await freezeMotion(page);
      await unlock(page);
      expect
        .soft(await outOfSight(page, onDesk), `${route} 在正文里 1280×720：${remedy}`)
        .toEqual([]);
    }),
  );
});

/** 改过大小以后：量过宽度的图要到下一帧才重排，排完再等一帧。 */
async function settled(page: Page): Promise<void> {
  await nextFrame(page);
  await nextFrame(page);
}

async function onTheWalls(page: Page, route: string): Promise<void> {
  for (const size of fewOrAll(walls.slice(0, 1), walls)) {
    const wall = `${size.width}×${size.height}`;
    // 全屏的窗口改不了大小：先改好，再投影
    await page.setViewportSize(size);
    await page.keyboard.press('f');
    await page.locator('.widget.projecting').waitFor();
    const check = (what: string) => expectLegible(page, `${route} 投影${what} ${wall}`);
    await check('揭晓前');
    await page.keyboard.press('r');
    const turns = await page.locator('.projecting .w-part').count();
    for (let turn = 0; turn < turns; turn++) {
      await check(`揭晓后第 ${turn + 1} 幅`);
      await page.keyboard.press('v');
    }
    await page.keyboard.press('c');
    await settled(page);
    const rules = { ...onDesk, tall: 0.15 * size.height, text: 0.02 * size.height };
    expect
      .soft(await outOfSight(page, rules), `${route} 投影调控件 ${wall}：${remedy}`)
      .toEqual([]);
    // 收起控件，盖上答案，退出全屏：下一面墙从头来
    for (const key of ['c', 'r', 'f']) await page.keyboard.press(key);
    await page.locator('.widget:not(.projecting)[data-locked]').waitFor();
  }
}

/** 最小的墙上，一个场景一个场景换过去，盖着的就揭晓：先露面的一幅都一屏看全。 */
async function everyScenario(page: Page, route: string): Promise<void> {
  await page.keyboard.press('f');
  await page.locator('.widget.projecting').waitFor();
  const ids = await page
    .locator('.projecting .w-scenarios input')
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  for (const [i, id] of ids.entries()) {
    await page.keyboard.press(String(i + 1));
    await settled(page);
    if (await page.locator('.projecting[data-locked]').count()) await page.keyboard.press('r');
    await page.locator('.projecting:not([data-locked])').waitFor();
    await expectLegible(page, `${route} 投影场景 ${id}`);
  }
}

async function expectLegible(page: Page, where: string): Promise<void> {
  await settled(page);
  expect.soft(await tooSmallOnTheWall(page), `${where}：${wallRemedy}`).toEqual([]);
}
