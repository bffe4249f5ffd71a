/** 没有 JavaScript：正文、实验的结论与数据都在。 */
import { describe, expect, test } from 'vitest';
import { visit, withPage } from './support/browser.ts';
import { routes, widgetRoutes } from './support/routes.ts';

describe('without JavaScript', () => {
  test.each(routes)('%s shows its heading and what its widgets found', (route) =>
    withPage({ javaScriptEnabled: false }, async ({ page, problems }) => {
      await visit(page, route);
      const seen = await page.evaluate(() => ({
        heading: document.querySelector('h1')?.checkVisibility() ?? false,
        widgets: [...document.querySelectorAll('[data-widget]')].map((widget) => {
          const sentence = widget.querySelector<HTMLElement>('.w-sentence');
          return {
            id: widget.getAttribute('data-widget'),
            sentence: sentence?.checkVisibility() ? sentence.innerText : '',
            // 数据表可以收在 details 里：展开它不需要脚本
            cells: widget.querySelectorAll('table td').length,
          };
        }),
      }));
      expect.soft(seen.heading, `${route} 没有脚本时看不到 h1`).toBe(true);
      if (widgetRoutes.includes(route)) expect.soft(seen.widgets.length, route).toBe(1);
      for (const { id, sentence, cells } of seen.widgets) {
        const where = `${route} 的实验 ${id} 没有脚本时`;
        expect.soft(sentence.length, `${where}看不到结论句`).toBeGreaterThan(8);
        expect.soft(cells, `${where}没有数据表`).toBeGreaterThan(0);
      }
      expect.soft(problems, `${route} 没有脚本时报了错`).toEqual([]);
    }),
  );
});
