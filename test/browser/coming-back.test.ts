/** 回到一页：后退、后退缓存、另一个标签页里改过设置之后，看到的都是现在的。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, withCleanPage } from './support/browser.ts';
import { required, sectionRoutes } from './support/routes.ts';

const [section = ''] = required(sectionRoutes, '小节页面');
const [, , chapter = '', slug = ''] = section.split('/');
const opening = `/chapters/${chapter}/`;
const mark = `[data-section="${chapter}/${slug}"]`;

/** 浏览器把收着的页面原样拿出来时发的事件；测试里的浏览器不开后退缓存，替它发。 */
const comeBack = (page: Page) =>
  page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

const store = (page: Page, key: string, value: unknown) =>
  page.evaluate(([name, text]) => localStorage.setItem(`som:${name}`, text as string), [
    key,
    JSON.stringify(value),
  ] as const);

const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

/** 显示设置里选着的。 */
async function chosen(page: Page, name: string): Promise<string> {
  const panel = page.locator('#display-settings');
  if (!(await panel.isVisible())) await page.getByRole('button', { name: '显示' }).click();
  const value = await panel.locator(`input[name=${name}]:checked`).getAttribute('value');
  await page.keyboard.press('Escape');
  return value ?? '';
}

describe('a page that comes back', () => {
  test('from the browser’s store of pages shows the theme, the marks and the counts of now', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, opening);
      expect(await page.locator(`${mark}[data-done]`).count()).toBe(0);
      await store(page, 'display', { theme: 'dark', text: 'large' });
      await store(page, 'progress', [`${chapter}/${slug}`]);
      await comeBack(page);
      expect(await theme(page), '主题要照现在存的（layouts/page.ts）').toBe('dark');
      expect([await chosen(page, 'theme'), await chosen(page, 'text')]).toEqual(['dark', 'large']);
      expect(await page.locator(`${mark}[data-done]`).count(), '已读要照现在存的').toBe(1);
      expect(await page.locator('[data-progress-of]').textContent()).toContain('已读 1 /');

      await store(page, 'display', {});
      await store(page, 'progress', []);
      await comeBack(page);
      expect(await theme(page)).toBeUndefined();
      expect(await page.locator(`${mark}[data-done]`).count()).toBe(0);
      expect(await page.locator('[data-progress-of]').textContent()).toBe('');
    }));

  test('by the Back button shows what was read and chosen meanwhile', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, opening);
      await page.locator(`${mark} a`).first().click();
      await page.waitForURL(`**${section}`);
      await page.getByRole('button', { name: '显示' }).click();
      await page.getByRole('radio', { name: '深色' }).check();
      await page.keyboard.press('Escape');
      await page.evaluate(() => document.querySelector('[data-section-end]')?.scrollIntoView());
      await page.waitForFunction(() => localStorage.getItem('som:progress'));
      await page.goBack();
      await page.locator(`${mark}[data-done]`).waitFor();
      expect(await theme(page)).toBe('dark');
      expect(await chosen(page, 'theme')).toBe('dark');
    }));

  test('at the front page, the way to read on is the one of now', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, '/');
      await store(page, 'progress', [`${chapter}/${slug}`]);
      await comeBack(page);
      await page.getByRole('link', { name: /^接着读/ }).waitFor();
    }));

  test('in another tab follows at once', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, opening);
      const other = await page.context().newPage();
      await visit(other, section);
      await other.getByRole('button', { name: '显示' }).click();
      await other.getByRole('radio', { name: '深色' }).check();
      await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
      await other.evaluate(() => document.querySelector('[data-section-end]')?.scrollIntoView());
      await page.locator(`${mark}[data-done]`).waitFor();
    }));
});
