/** 课程图谱：点一个概念走到它的邻居，不用脚本；两张表能下载；三条走法能印。 */
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withPage } from './support/browser.ts';

const lines = (text: string) => text.replace('\uFEFF', '').trim().split('\r\n');

describe('map', () => {
  test('without JavaScript a reader walks from the course to a chapter, a concept, its need and its section', () =>
    withPage({ javaScriptEnabled: false }, async ({ page }) => {
      await visit(page, '/map/');
      await page.locator('svg a', { hasText: '排队管理' }).click();
      await page.waitForURL('**/map/queueing/');
      await page.locator('.concept-map a text', { hasText: '利用率悬崖' }).click();
      await page.waitForURL('**/map/queueing/#utilization-cliff');
      const card = page.locator('#utilization-cliff');
      await card.locator('.sides a', { hasText: 'M/M/1' }).click();
      await page.waitForURL('**/map/queueing/#mm1');
      await page.locator('#mm1 .where a', { hasText: '利用率悬崖' }).first().click();
      await page.waitForURL('**/chapters/queueing/utilization-cliff/');
    }));

  test('everything the drawing shows stands in the text under it', () =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, '/map/strategy/');
      const drawn = await page
        .locator('.concept-map a')
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute('href')?.slice(1), link.textContent.trim()]),
        );
      expect(drawn.length).toBeGreaterThan(15);
      for (const [id, name] of drawn)
        expect(await page.locator(`#${id} h4`).innerText()).toContain(name);
      expect(problems).toEqual([]);
    }));

  test('the two tables are UTF-8 CSV with heads in both languages, and every edge joins two nodes', async () => {
    const [nodes, edges] = await Promise.all(
      ['/map/nodes.csv', '/map/edges.csv'].map(async (path) =>
        lines(await (await fetch(urlOf(path))).text()),
      ),
    );
    expect(nodes?.[0]).toMatch(/^编号 id,类型 type,名称 name_zh,/);
    expect(edges?.[0]).toBe('起点 source,终点 target,关系 relation,关系说明 relation_zh');
    const known = new Set(nodes?.slice(1).map((line) => line.split(',')[0]));
    expect(known.size).toBeGreaterThan(1000);
    const loose = edges
      ?.slice(1)
      .flatMap((line) => line.split(',').slice(0, 2))
      .filter((id) => !known.has(id));
    expect(loose).toEqual([]);
  });

  test('each path lists its sections in order with minutes and a reason', () =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, '/paths/');
      for (const [id, least] of [
        ['full', 80],
        ['queues', 6],
        ['practitioner', 10],
      ] as const) {
        const steps = page.locator(`section[aria-labelledby="${id}"] li[data-section]`);
        expect(await steps.count()).toBeGreaterThanOrEqual(least);
        for (const text of await steps.allTextContents()) expect(text).toMatch(/\d 分钟/);
      }
      // 整门课一章折成一段，点开才见各节
      const chapters = page.locator('section[aria-labelledby="full"] details');
      expect(await chapters.count()).toBe(10);
      await expect.poll(() => chapters.first().locator('li').first().isVisible()).toBe(false);
      await chapters.first().locator('summary').click();
      await expect.poll(() => chapters.first().locator('li').first().isVisible()).toBe(true);
      expect(problems).toEqual([]);
    }));
});
