/** 谁会做什么：在手机上从一组拖到一类就添一条线，页面不跟着滚；再拖一次擦掉。 */
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit, widgetsReady, withPage } from './support/browser.ts';
import { scrolled, swipe } from './support/touch.ts';
import { unlock } from './support/widgets.ts';

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

async function middle(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error('要拖的东西没有露面');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a finger dragged from a crew to a kind puts a link in, then takes it out, and the page stays', () =>
  withPage(phone, async ({ page }) => {
    await visit(page, '/widgets/specialist-generalist/');
    await widgetsReady(page);
    await unlock(page);
    const net = page.locator('.net');
    await net.scrollIntoViewIfNeeded();
    const count = page.locator('.how .count');
    const from = await middle(net.locator('.group').nth(0));
    const to = await middle(net.locator('[data-kind="3"]'));
    const top = await scrolled(page);
    for (const said of ['13 样技能', '12 样技能']) {
      await swipe(page, from, { x: to.x - from.x, y: to.y - from.y });
      await count.filter({ hasText: said }).waitFor();
      expect(await scrolled(page), '拖的时候页面滚了：看 NetBoard 里 .group 的 touch-action').toBe(
        top,
      );
    }
  }));

test('a tap on a crew and a tap on a kind do the same, and so do the keys', () =>
  withPage(phone, async ({ page }) => {
    await visit(page, '/widgets/specialist-generalist/');
    await widgetsReady(page);
    await unlock(page);
    const count = page.locator('.how .count');
    await page.locator('.net .group').nth(1).tap();
    await page.locator('.net [data-kind="4"]').tap();
    await count.filter({ hasText: '13 样技能' }).waitFor();
    await page.locator('.net [data-kind="4"]').press('Enter');
    await count.filter({ hasText: '12 样技能' }).waitFor();
  }));
