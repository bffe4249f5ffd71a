/** 场景链接里写什么都行：不报错、不空白，改正过的要说。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromQuery } from '../../src/widget-kit/link-state.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { urlOf, withPage } from './support/browser.ts';
import { embedRoutes, required, widgetId, widgetRoutes } from './support/routes.ts';
import { expectAlive, modelOf } from './support/widgets.ts';

const nonsense = [
  '?v=',
  '?v=nonsense&v=2',
  '?v=%E0%A4%A&%',
  '?v=1&__proto__=1&constructor=x&toString=2',
  '?v=1&<script>alert(1)</script>=💥#<img src=x onerror=alert(1)>',
  `?v=1&x=${'x'.repeat(6000)}`,
];

const badValues = ['NaN', 'Infinity', '-1e308', '1e999', '', '三', '０', '💥\0'];

/** 每个坏值放进每个参数，外加若干随机串；种子固定，失败可重现。 */
function hostileQueries(model: WidgetModel): string[] {
  const names = Object.keys(model.params);
  const all = (value: string) =>
    `?${new URLSearchParams([['v', String(model.version)], ...names.map((name) => [name, value] as [string, string])])}`;
  const random = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { seed: 7, numRuns: 3 });
  return [...badValues.map(all), ...random.map(all), `?v=${model.version + 1}&${names[0]}=1`];
}

async function tryLinks(route: string, queries: readonly string[], model: WidgetModel | undefined) {
  await withPage({ viewport: { width: 412, height: 823 } }, async ({ page, problems }) => {
    for (const query of queries) {
      await page.goto(urlOf(route) + query, { waitUntil: 'load' });
      const text = await expectAlive(page, query.slice(0, 80));
      const notes = model ? fromQuery(model, new URL(page.url()).search).notes : [];
      for (const note of notes.slice(0, 1)) expect.soft(text, `${query}：没有说明`).toContain(note);
      expect.soft(problems.splice(0), query.slice(0, 80)).toEqual([]);
    }
  });
}

describe('scenario links', () => {
  test.each(required(widgetRoutes, '实验页面'))('%s survives any query string', async (route) => {
    const model = modelOf(widgetId(route));
    await tryLinks(route, [...nonsense, ...(model ? hostileQueries(model) : [])], model);
  });

  test.each(required(embedRoutes, '嵌入页面'))('%s survives nonsense', (route) =>
    tryLinks(route, ['?v=nonsense', '?v=99&a=1'], modelOf(widgetId(route))),
  );

  test.each(required(widgetRoutes, '实验页面'))('%s says what it corrected', (route) => {
    const model = modelOf(widgetId(route));
    if (!model) return;
    const [name, param] = Object.entries(model.params)[0] ?? [];
    const notes = (query: string) => fromQuery(model, query).notes.join('');
    expect(notes(`?v=${model.version}&${name}=NaN`)).toContain(param?.label);
    expect(notes(`?v=${model.version + 1}&${name}=1`)).toContain('另一个版本');
  });
});
