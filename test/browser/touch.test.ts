/** 用手指：能拖的拖得动，横着竖着页面都不跟着滚；在滑块上起手的竖划只滚页面，什么都不改。 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, widgetsReady, withPage } from './support/browser.ts';
import { required } from './support/routes.ts';
import { withAllControls, withAllDrags } from './support/scope.ts';
import { scrolled, swipe, type Spot } from './support/touch.ts';
import { unlock } from './support/widgets.ts';

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

async function middle(target: Locator): Promise<Spot> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('要拖的东西没有露面');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** 图在屏上的高低。上面的话多了一行，浏览器会补着滚一点，图不动，不算滚。 */
const seenAt = (target: Locator) =>
  target.evaluate((drawn) => drawn.closest('svg')?.getBoundingClientRect().top ?? 0);

/** 横、竖、反着各拖一次：有一个方向拖得动，而且页面一次也没有滚。 */
async function drags(page: Page, target: Locator, state: () => Promise<string | null>) {
  let moved = false;
  for (const by of [
    { x: 48, y: 0 },
    { x: 0, y: -48 },
    { x: -48, y: 0 },
    { x: 0, y: 48 },
  ]) {
    const from = await middle(target);
    const [before, top] = [await state(), await seenAt(target)];
    await swipe(page, from, by);
    moved ||= (await state()) !== before;
    expect(
      Math.abs((await seenAt(target)) - top),
      '拖的时候页面滚了：给能拖的元素加 {@attach heldTouch}',
    ).toBeLessThanOrEqual(1);
  }
  expect(moved, '用手指拖不动：看 Handle.svelte、held-touch.ts').toBe(true);
}

describe('by touch', () => {
  test.each(required(withAllDrags, '有东西可拖的实验'))(
    '%s: what can be dragged is dragged, and the page stays',
    (route) =>
      withPage(phone, async ({ page }) => {
        await visit(page, route);
        await widgetsReady(page);
        for (const when of ['盖着答案时', '揭晓以后']) {
          if (when === '揭晓以后') await unlock(page);
          const handle = page.locator('[data-widget] g.handle:visible').first();
          if (await handle.count())
            await drags(page, handle, () => handle.getAttribute('transform'));
          const pad = page.locator('[data-widget] .sketch .pad:visible');
          if (await pad.count()) {
            const line = page.locator('.sketch polyline');
            await drags(page, pad, () => line.getAttribute('points'));
          }
        }
      }),
  );

  test.each(withAllControls)(
    '%s: a swipe that begins on a slider and turns vertical scrolls the page and changes nothing',
    (route) =>
      withPage(phone, async ({ page }) => {
        await visit(page, route);
        await widgetsReady(page);
        await unlock(page);
        const slider = page.locator('[data-widget] .w-controls input[type=range]').first();
        if (!(await slider.count())) return;
        // 上面留出地方，往上划才滚得动
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        const from = await middle(slider);
        const [value, top] = [await slider.inputValue(), await scrolled(page)];
        await swipe(page, { x: from.x + 60, y: from.y }, { x: 0, y: -180 });
        await page.waitForFunction((before) => scrollY !== before, top);
        expect(
          await slider.inputValue(),
          '竖划改了滑块的值：看 NumberControl 的 pointercancel',
        ).toBe(value);
      }),
  );

  test.each(['/widgets/eighty-percent/', '/widgets/call-centre/'])(
    '%s: one tap on the chart reads the value there, and a swipe on it scrolls the page',
    (route) =>
      withPage(phone, async ({ page }) => {
        await visit(page, route);
        await widgetsReady(page);
        await unlock(page);
        const frame = page.locator('[data-widget] .chart .frame').first();
        const from = await middle(frame);
        await page.touchscreen.tap(from.x, from.y);
        await expect
          .poll(() => page.locator('[data-widget] .chart .reading').first().textContent(), {
            message: '点一下没有读数：看 Chart.svelte',
          })
          .toMatch(/ \d+：/);
        const top = await scrolled(page);
        await swipe(page, await middle(frame), { x: 0, y: -120 });
        await page.waitForFunction((before) => scrollY !== before, top);
      }),
  );
});
