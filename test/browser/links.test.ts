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

const link = (model: WidgetModel, value: string) =>
  `?${new URLSearchParams([['v', String(model.version)], ...Object.keys(model.params).map((name) => [name, value] as [string, string])])}`;

/** 坏值要么退回默认，要么取到下限或上限：各开一次，外加另一个版本的链接。 */
const fewQueries = (model: WidgetModel) => [
  link(model, '💥\0'),
  link(model, '-1e308'),
  link(model, '1e999'),
  `?v=${model.version + 1}&${Object.keys(model.params)[0]}=1`,
];

/** 每个坏值放进每个参数，外加若干随机串；种子固定，失败可重现。 */
function allQueries(model: WidgetModel): string[] {
  const random = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { seed: 7, numRuns: 3 });
  return [...nonsense, ...[...badValues, ...random].map((value) => link(model, value))];
}

async function tryLinks(route: string, queries: readonly string[], model: WidgetModel | undefined) {
  await withPage({ viewport: { width: 412, height: 823 } }, async ({ page, problems }) => {
    for (const query of queries) {
      const where = `${route} 打开 ${query.slice(0, 80)}`;
      await page.goto(urlOf(route) + query, { waitUntil: 'load' });
      const text = await expectAlive(page, where);
      const notes = model ? fromQuery(model, new URL(page.url()).search).notes : [];
      for (const note of notes.slice(0, 1))
        expect.soft(text, `${where}：改正了却没有说`).toContain(note);
      expect.soft(problems.splice(0), `${where}：报了错`).toEqual([]);
    }
  });
}

const [someRoute = ''] = required(widgetRoutes, '实验页面');

describe('scenario links', () => {
  // 链接怎么读，各实验用的是同一段代码；逐个实验的所有坏值由 test/widgets/all-models.test.ts 算过
  test(`${someRoute} survives any query string`, async () => {
    const model = modelOf(widgetId(someRoute));
    await tryLinks(someRoute, model ? allQueries(model) : nonsense, model);
  });

  test.each(widgetRoutes)('%s opens at its limits and defaults, and says so', async (route) => {
    const model = modelOf(widgetId(route));
    await tryLinks(route, model ? fewQueries(model) : nonsense, model);
  });

  test.each(required(embedRoutes, '嵌入页面'))('%s survives nonsense', (route) =>
    tryLinks(route, ['?v=nonsense&a=1'], modelOf(widgetId(route))),
  );

  test.each(widgetRoutes)('%s says what it corrected', (route) => {
    const model = modelOf(widgetId(route));
    if (!model) return;
    const [name, param] = Object.entries(model.params)[0] ?? [];
    const notes = (query: string) => fromQuery(model, query).notes.join('');
    expect(notes(`?v=${model.version}&${name}=NaN`)).toContain(param?.label);
    expect(notes(`?v=${model.version + 1}&${name}=1`)).toContain('另一个版本');
  });
});
