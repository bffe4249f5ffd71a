/** 没有 JavaScript：正文、实验的结论与数据都在。 */
import { describe, expect, test } from 'vitest';
import { visit, withPage } from './support/browser.ts';
import { routes, widgetRoutes } from './support/routes.ts';

describe('without JavaScript', () => {
  test.concurrent.each(routes)('%s shows its heading and what its widgets found', (route) =>
    withPage({ javaScriptEnabled: false }, async ({ page, problems }) => {
      await visit(page, route);
      expect(await page.locator('h1').first().isVisible()).toBe(true);
      const widgets = await page.locator('[data-widget]').all();
      if (widgetRoutes.includes(route)) expect(widgets.length).toBe(1);
      for (const widget of widgets) {
        const sentence = widget.locator('.w-sentence').first();
        expect(await sentence.isVisible(), '结论句不可见').toBe(true);
        expect((await sentence.innerText()).length).toBeGreaterThan(8);
        // 数据表可以收在 details 里：展开它不需要脚本。
        expect(await widget.locator('table td').count(), '没有数据表').toBeGreaterThan(0);
      }
      expect(problems).toEqual([]);
    }),
  );
});
