/** 读一节时用到的小东西：术语卡、快捷键、显示设置、进度、报告错误、抽屉。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './support/checks.ts';
import { nextFrame, scrollThrough, visit, withFreshPage, withPage } from './support/browser.ts';
import { fileOf, required, sectionRoutes } from './support/routes.ts';
import { readFileSync } from 'node:fs';

const sections = required(sectionRoutes, '小节页面');
const withTerm = required(
  sections.filter((route) => readFileSync(fileOf(route), 'utf8').includes('data-term=')),
  '用了术语的小节',
)[0] as string;
/** 后面还有一节的小节 */
const middle = required(
  sections.filter((route) => {
    const [, next = ''] = /rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"/
      .exec(readFileSync(fileOf(route), 'utf8'))
      ?.filter(Boolean) ?? [''];
    return sections.some((other) => next.endsWith(other));
  }),
  '后面还有一节的小节',
)[0] as string;

const openCards = (page: Page) => page.locator('.term-card:popover-open').count();
const path = (page: Page) => new URL(page.url()).pathname;

describe('term card', () => {
  test('opens under the mouse, stays while the mouse is on it, goes when it leaves', () =>
    withFreshPage({}, async ({ page, problems }) => {
      await page.clock.install();
      await visit(page, withTerm);
      const term = page.locator('button[data-term]').first();
      await term.hover();
      await page.clock.runFor(1000);
      const card = page.locator('.term-card:popover-open');
      await card.waitFor();
      expect(await card.locator('[lang=en]').innerText()).toMatch(/[a-z]/i);
      expect(await card.locator('.definition').innerText()).toMatch(/。$/);
      expect(await axeViolations(page)).toEqual([]);
      await card.hover();
      await page.clock.runFor(1000);
      expect(await openCards(page)).toBe(1);
      await page.mouse.move(2, 2);
      await page.clock.runFor(1000);
      expect(await openCards(page)).toBe(0);
      expect(problems).toEqual([]);
    }));

  test('a click keeps a hovered card open, a second one closes it', () =>
    withFreshPage({}, async ({ page }) => {
      await page.clock.install();
      await visit(page, withTerm);
      const term = page.locator('button[data-term]').first();
      await term.hover();
      await page.clock.runFor(1000);
      await page.locator('.term-card:popover-open').waitFor();
      await term.click();
      expect(await openCards(page)).toBe(1);
      await page.mouse.move(2, 2);
      await page.clock.runFor(1000);
      expect(await openCards(page)).toBe(1);
      await page.keyboard.press('Escape');
      expect(await openCards(page)).toBe(0);
    }));

  test('opens on keyboard focus; Enter goes in, Escape comes back, Tab moves on', () =>
    withPage({}, async ({ page }) => {
      await visit(page, withTerm);
      const active = () =>
        page.evaluate(() => document.activeElement?.closest('[data-term], .term-card')?.localName);
      await page.locator('.section-head a').first().focus();
      for (let i = 0; i < 40 && (await openCards(page)) === 0; i++)
        await page.keyboard.press('Tab');
      expect(await openCards(page)).toBe(1);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
      expect(await openCards(page)).toBe(1);
      await page.keyboard.press('Escape');
      expect(await openCards(page)).toBe(0);
      expect(await active()).toBe('button');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.term-card'))).toBe(null);
    }));

  test('a tap opens it at the foot of a 360 px screen, a tap elsewhere closes it', () =>
    withPage(
      { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
      async ({ page }) => {
        await visit(page, withTerm);
        await page.locator('button[data-term]').first().tap();
        const card = page.locator('.term-card:popover-open');
        const box = await card.boundingBox();
        expect(box?.x).toBe(0);
        expect(box?.width).toBe(360);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(740, 0);
        await page.touchscreen.tap(180, 100);
        expect(await openCards(page)).toBe(0);
      },
    ));

  test.each([700, 900, 1280])('at %i px no card leaves the window', (width) =>
    withPage({ viewport: { width, height: 700 } }, async ({ page }) => {
      await visit(page, withTerm);
      // 折着的题解里也有术语，展开以前看不见
      for (const term of await page.locator('button[data-term]:visible').all()) {
        await term.scrollIntoViewIfNeeded();
        await term.hover();
        const card = page.locator('.term-card:popover-open');
        await card.waitFor();
        const box = await card.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
        await page.keyboard.press('Escape');
      }
    }),
  );
});

describe('shortcuts', () => {
  test('left and right arrows turn the page', () =>
    withPage({}, async ({ page }) => {
      await visit(page, middle);
      const next = await page.locator('.page-nav [rel=next]').getAttribute('href');
      await page.keyboard.press('ArrowRight');
      await page.waitForURL((url) => url.pathname === next);
      await visit(page, middle);
      const previous = await page.locator('.page-nav [rel=prev]').getAttribute('href');
      await page.keyboard.press('ArrowLeft');
      await page.waitForURL((url) => url.pathname === previous);
    }));

  test('arrows stay with the field, the radio button and the wide table they are used in', () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await visit(page, middle);
      const here = path(page);
      await page.locator('[popovertarget=display-settings]').click();
      await page.locator('#display-settings input').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Escape');
      // 造一个放不下的表格：正文里有没有，随内容而定
      await page.evaluate(() => {
        const wide = document.createElement('div');
        wide.style.overflowX = 'auto';
        wide.tabIndex = 0;
        const inside = document.createElement('div');
        inside.style.width = '2000px';
        inside.style.height = '10px';
        wide.append(inside);
        document.querySelector('article')?.prepend(wide);
        wide.focus();
        // 换页在按键的当时就开始，等不等得到新的一页都不影响判断
        Object.assign(window, { left: false });
        navigation.addEventListener('navigate', () => Object.assign(window, { left: true }));
      });
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => (window as unknown as { left: boolean }).left)).toBe(false);
      expect(path(page)).toBe(here);
    }));
});

describe('display', () => {
  test('theme and text size are kept from page to page and over a reload', () =>
    withPage({ colorScheme: 'light' }, async ({ page }) => {
      await visit(page, middle);
      const paper = () =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor.toString());
      const light = await paper();
      await page.getByRole('button', { name: '显示' }).click();
      await page.getByLabel('深色').check();
      await page.getByLabel('特大').check();
      const dark = await paper();
      expect(dark).not.toBe(light);
      await visit(page, '/glossary/');
      expect(await paper()).toBe(dark);
      expect(await page.evaluate(() => document.documentElement.dataset['text'])).toBe('larger');
      await page.getByRole('button', { name: '显示' }).click();
      expect(await page.getByLabel('深色').isChecked()).toBe(true);
      await page.getByLabel('随系统').check();
      await page.reload();
      expect(await paper()).toBe(light);
    }));

  test('the drawer opens on a phone, shows the sections of the page and closes', () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await visit(page, middle);
      await page.getByRole('button', { name: '目录与导航' }).click();
      const drawer = page.locator('#drawer');
      expect(await drawer.locator('.drawer-toc a').count()).toBeGreaterThan(1);
      expect(await drawer.locator('[aria-current]').innerText()).toBe('章节');
      expect(await axeViolations(page)).toEqual([]);
      await drawer.getByRole('button', { name: '关上目录' }).click();
      expect(await drawer.isVisible()).toBe(false);
      await page.getByRole('button', { name: '目录与导航' }).click();
      await drawer.locator('.drawer-toc a').last().click();
      expect(await drawer.isVisible()).toBe(false);
    }));
});

describe('progress', () => {
  test('a section read to its end is marked at home, which then offers the next one', () =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, '/');
      const start = page.locator('[data-start]');
      const newcomer = await start.getAttribute('href');
      await visit(page, middle);
      const next = await page.locator('.page-nav [rel=next]').getAttribute('href');
      await scrollThrough(page);
      await page.locator('[data-section-end]').scrollIntoViewIfNeeded();
      await page.waitForFunction(() => localStorage.getItem('som:progress') !== null);
      await visit(page, '/');
      expect(await page.locator('[data-section][data-done]').count()).toBe(1);
      const [, , chapter] = middle.split('/');
      expect(await page.locator(`[data-progress-of="${chapter}"]`).innerText()).toMatch(
        /^已读 1 \/ \d+ 节$/,
      );
      if (next?.includes('/chapters/'))
        await expect.poll(() => start.getAttribute('href')).toContain(next);
      expect(await start.innerText()).toContain('接着读');
      expect(await start.getAttribute('href')).not.toBe(newcomer);
      expect(problems).toEqual([]);
    }));

  test('opening a section is not yet reading it', () =>
    withPage({ viewport: { width: 360, height: 500 } }, async ({ page }) => {
      await visit(page, middle);
      // 看不看得见节末，浏览器在画下一帧时才报告
      for (const _ of [1, 2, 3]) await nextFrame(page);
      expect(await page.evaluate(() => localStorage.getItem('som:progress'))).toBe(null);
    }));
});

describe('error report', () => {
  test('copies page, sentence and version', () =>
    withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
      await visit(page, middle);
      await page.evaluate(() => {
        const paragraph = document.querySelector('.prose > p');
        if (paragraph) getSelection()?.selectAllChildren(paragraph);
      });
      const sentence = await page.evaluate(() => getSelection()?.toString().trim().slice(0, 20));
      await page.locator('[data-report]').evaluate((button: HTMLElement) => button.click());
      await page.getByText('报告已复制').waitFor();
      const report = await page.evaluate(() => navigator.clipboard.readText());
      expect(report).toMatch(/页面：\d+\.\d+ /);
      expect(report).toMatch(/版本：\d+\.\d+\.\d+/);
      expect(report).toContain(sentence);
    }));

  test('lays the report out for copying by hand when the clipboard is denied', () =>
    withPage(
      {
        before:
          "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) } });",
      },
      async ({ page, problems }) => {
        await visit(page, middle);
        await page.locator('[data-report]').click();
        const box = page.getByLabel('错误报告');
        await box.waitFor();
        expect(await box.inputValue()).toContain('版本：');
        await page.locator('[data-report]').click();
        expect(await box.count()).toBe(1);
        expect(problems).toEqual([]);
      },
    ));
});
