/** 搜索：弹窗与整页，中文、英文、拼音首字母，查不到的先说查不到。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations, overflowing } from './support/checks.ts';
import { urlOf, visit, withPage } from './support/browser.ts';
import { required, sectionRoutes } from './support/routes.ts';

const [section = '/'] = required(sectionRoutes, '小节页面');

const results = (page: Page) => page.locator('.search-results');
const settled = (page: Page) =>
  page.locator('.search-results :is(section, .search-none)').first().waitFor({ timeout: 15_000 });

async function ask(page: Page, query: string): Promise<string> {
  await page.goto(urlOf('/search/') + `?q=${encodeURIComponent(query)}`);
  await settled(page);
  return results(page).innerText();
}

describe('search', () => {
  test('/ and Ctrl-K open the dialog, arrows and Enter choose, Escape closes and gives focus back', () =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, section);
      await page.locator('.page-nav a').first().focus();
      await page.keyboard.press('/');
      const input = page.locator('dialog[open] input');
      await input.waitFor();
      expect(await input.inputValue()).toBe('');
      await page.keyboard.type('pdl');
      await settled(page);
      expect(await results(page).locator('a').first().innerText()).toContain('排队论');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('排队论');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.closest('.page-nav') !== null)).toBe(
        true,
      );
      await page.keyboard.press('Control+k');
      await input.waitFor();
      await page.keyboard.type('pdl');
      await settled(page);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/glossary\/#queueing-theory$/);
      expect(await page.locator('#queueing-theory').isVisible()).toBe(true);
      expect(problems).toEqual([]);
    }));

  test('Chinese finds sections with their chapter and marks the hit', () =>
    withPage({}, async ({ page, problems }) => {
      const shown = await ask(page, '排队');
      expect(shown).toMatch(/第 \d+ 章 排队管理 · \d+\.\d+/);
      expect(shown).not.toContain('未找到');
      expect(await results(page).locator('mark').first().innerText()).toBe('排队');
      const links = await results(page)
        .locator('a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      expect(links.some((path) => path.includes('/chapters/'))).toBe(true);
      const base = new URL(urlOf('/')).pathname;
      expect(links.filter((path) => !path.startsWith(base))).toEqual([]);
      expect(problems).toEqual([]);
    }));

  test('a term is found, however it is written', () =>
    withPage({}, async ({ page }) => {
      for (const query of ['utilization', 'ＵＴＩＬＩＺＡＴＩＯＮ', 'Utilisation', '利用率'])
        expect.soft(await ask(page, query), query).toContain('服务台忙着的时间所占的比例');
    }));

  test('an experiment is found and said to be one', () =>
    withPage({}, async ({ page }) => {
      await ask(page, '利用率悬崖');
      const hit = results(page).locator('a[href*="/widgets/utilization-cliff/"]').first();
      expect(await hit.innerText()).toContain('实验');
    }));

  test('what occurs nowhere is said to be missing before partial matches are offered', () =>
    withPage({}, async ({ page, problems }) => {
      await ask(page, '量子计算');
      expect(await results(page).locator(':scope > *').first().innerText()).toBe(
        '未找到“量子计算”',
      );
      const headings = await results(page).locator('h2').allInnerTexts();
      expect(headings.filter((heading) => heading !== '只含其中一部分的页面')).toEqual([]);
      expect(await page.locator('.search-panel [role=status]').textContent()).toContain('未找到');
      expect(problems).toEqual([]);
    }));

  test('takes anything as plain text', () =>
    withPage({}, async ({ page, problems }) => {
      await page.goto(urlOf('/search/'));
      for (const query of [
        '<img src=x onerror=alert(1)>',
        '"><script>alert(1)</script>',
        '.*+?^${}()|[]\\',
        '"',
        '%',
        '\ud83d\ude00',
        'qzxwv',
        '的'.repeat(3000),
        '__proto__ constructor',
        '-排队 "排队',
      ]) {
        const where = `搜 ${query.slice(0, 30)}`;
        await page.locator('.search-panel input').fill('');
        await page.locator('.search-results:empty').waitFor({ state: 'attached' });
        await page.locator('.search-panel input').fill(query);
        await settled(page);
        expect.soft(await results(page).locator('img, script').count(), where).toBe(0);
        expect.soft(problems.splice(0), where).toEqual([]);
      }
    }));

  test('the address keeps the query, and a hostile one does no harm', () =>
    withPage({}, async ({ page, problems }) => {
      await page.goto(urlOf('/search/'));
      await page.locator('.search-panel input').fill('排队论');
      await settled(page);
      expect(new URL(page.url()).searchParams.get('q')).toBe('排队论');
      for (const query of [
        '?q=%E0%A4%A',
        '?q=',
        '?q=a&q=b',
        `?q=${'x'.repeat(5000)}`,
        '?q=%00%F0',
      ]) {
        await page.goto(urlOf('/search/') + query);
        expect(await page.locator('.search-panel input').isVisible()).toBe(true);
      }
      expect(problems).toEqual([]);
    }));

  test('terms are still found when the index cannot be fetched, and it says so', () =>
    withPage({}, async ({ page }) => {
      await page.route('**/pagefind/**', (route) => route.abort());
      const shown = await ask(page, 'pdl');
      expect(shown).toContain('全文索引没有取到');
      expect(shown).toContain('排队论');
    }));

  test('a later answer wins over an earlier one', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/search/'));
      const input = page.locator('.search-panel input');
      await input.pressSequentially('排队论利特尔', { delay: 5 });
      await input.fill('利特尔法则');
      await settled(page);
      await page.waitForTimeout(800);
      expect(await results(page).locator('a').first().innerText()).toContain('利特尔法则');
      await input.fill('');
      expect(await results(page).innerText()).toBe('');
    }));

  test('the dialog is accessible and fits 360 px', () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await visit(page, section);
      await page.locator('[data-search]').first().click();
      await page.locator('dialog[open] input').fill('排队');
      await settled(page);
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
    }));

  test('without JavaScript the page says so and leads elsewhere', () =>
    withPage({ javaScriptEnabled: false }, async ({ page }) => {
      await visit(page, '/search/');
      expect(await page.locator('main').innerText()).toContain('JavaScript');
      expect(await page.locator('main a[href$="/glossary/"]').isVisible()).toBe(true);
      expect(await page.locator('main a[href*="/chapters/"]').first().isVisible()).toBe(true);
    }));
});
