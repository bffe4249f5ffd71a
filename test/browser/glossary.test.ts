/** 术语表：一长页，能筛选，链接指得到每一条。 */
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withPage } from './support/browser.ts';

const shown = '.glossary dl > div:not([hidden])';

describe('glossary', () => {
  test.each([
    ['pdl', '排队论'],
    ['利用率', '利用率'],
    ['Erlang', '爱尔朗'],
    ['queuing theory', '排队论'],
  ])('filtering by %s leaves %s', (query, name) =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, '/glossary/');
      const all = await page.locator(shown).count();
      expect(all).toBeGreaterThan(300);
      await page.locator('#filter').fill(query);
      await page.locator('.glossary output', { hasText: /条$/ }).waitFor();
      const left = await page.locator(shown).allInnerTexts();
      expect(left.length).toBeLessThan(60);
      expect(left.some((text) => text.startsWith(name))).toBe(true);
      expect(await page.locator('.glossary output').innerText()).toBe(`${left.length} 条`);
      await page.locator('#filter').fill('');
      await page.locator('.glossary .chapters').waitFor();
      expect(await page.locator(shown).count()).toBe(all);
      expect(problems).toEqual([]);
    }),
  );

  test('says when nothing matches, and shows the query as text', () =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, '/glossary/');
      await page.locator('#filter').fill('<b>量子</b>');
      await page.locator('.glossary output', { hasText: '未找到“<b>量子</b>”' }).waitFor();
      expect(await page.locator('.glossary output b').count()).toBe(0);
      expect(problems).toEqual([]);
    }));

  test('a link filters at once, and an anchor brings back what the filter hid', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/glossary/') + '?q=pdl');
      await page.locator('.glossary output', { hasText: /条$/ }).waitFor();
      expect(await page.locator('#utilization').isVisible()).toBe(false);
      await page.evaluate(() => (location.hash = 'utilization'));
      await page.locator('#utilization').waitFor();
      expect(await page.locator('#filter').inputValue()).toBe('');
    }));

  test('without JavaScript every term is there, under its chapter', () =>
    withPage({ javaScriptEnabled: false }, async ({ page }) => {
      await visit(page, '/glossary/');
      expect(await page.locator('#filter').isVisible()).toBe(false);
      expect(await page.locator(shown).count()).toBeGreaterThan(300);
      await page.locator('.glossary .chapters a[href="#ch-queueing"]').click();
      expect(await page.locator('#ch-queueing').isVisible()).toBe(true);
    }));
});
