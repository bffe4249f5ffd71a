/** 没有 JavaScript：正文、实验的结论与数据都在。 */
import { describe, expect, inject, test } from 'vitest';
import { visit, withPage } from './support/browser.ts';
import { readParsed } from './support/html.ts';
import { required, widgetRoutes } from './support/routes.ts';
import { kindRoutes } from './support/scope.ts';

describe('in the HTML as it is sent', () => {
  const pages = readParsed(inject('parsedPages'));

  test('every page has its heading', () =>
    expect(pages.filter(({ headings }) => !headings[0]).map(({ route }) => route)).toEqual([]));

  test('every widget has what it found, in a sentence and in a table', () => {
    required(widgetRoutes, '实验页面');
    const widgets = pages.flatMap(({ route, widgets }) =>
      widgets.map((widget) => ({ ...widget, where: `${route} 的实验 ${widget.id} 没有脚本时` })),
    );
    expect(
      widgetRoutes.filter((route) => !widgets.some(({ where }) => where.startsWith(`${route} `))),
      '这些实验页面里没有实验',
    ).toEqual([]);
    for (const { where, sentence, cells } of widgets) {
      expect.soft(sentence.length, `${where}看不到结论句`).toBeGreaterThan(8);
      expect.soft(cells, `${where}没有数据表`).toBeGreaterThan(0);
    }
  });
});

/** 样式有没有把它们藏起来，要浏览器才知道；样式随版面与部件走，每种版面看一页。 */
describe('with scripts switched off', () => {
  test.each(kindRoutes)('%s shows its heading and what its widgets found', (route) =>
    withPage({ javaScriptEnabled: false }, async ({ page, problems }) => {
      await visit(page, route);
      const seen = await page.evaluate(() => ({
        heading: document.querySelector('h1')?.checkVisibility() ?? false,
        hidden: [...document.querySelectorAll('[data-widget]')]
          .filter((widget) => !widget.querySelector('.w-sentence')?.checkVisibility())
          .map((widget) => widget.getAttribute('data-widget')),
      }));
      expect.soft(seen.heading, `${route} 没有脚本时看不到 h1`).toBe(true);
      expect.soft(seen.hidden, `${route} 这些实验没有脚本时看不到结论句`).toEqual([]);
      expect.soft(problems, `${route} 没有脚本时报了错`).toEqual([]);
    }),
  );
});
