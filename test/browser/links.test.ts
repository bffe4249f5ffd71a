/** 场景链接里写什么都行：不报错、不空白，改正过的要说。逐个实验的胡话链接见 widgets.test.ts。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromQuery } from '../../src/widget-kit/read-link.ts';
import type { WidgetModel } from '../../src/widget-kit/model.ts';
import { urlOf, withPage } from './support/browser.ts';
import { cover } from './support/cover.ts';
import { embedRoutes, required, widgetId, widgetRoutes } from './support/routes.ts';
import { everything, fewOrAll } from './support/scope.ts';
import { modelOf } from './support/models.ts';
import { expectAlive } from './support/widgets.ts';

const nonsense = ({ version }: WidgetModel) => [
  '?v=',
  `?v=nonsense&v=${version}`,
  '?v=%E0%A4%A&%',
  `?v=${version}&__proto__=1&constructor=x&toString=2`,
  `?v=${version}&<script>alert(1)</script>=💥#<img src=x onerror=alert(1)>`,
  `?v=${version}&x=${'x'.repeat(6000)}`,
];

const badValues = ['NaN', 'Infinity', '-1e308', '1e999', '', '三', '０', '💥\0'];

const link = (model: WidgetModel, value: string) =>
  `?${new URLSearchParams([['v', String(model.version)], ...Object.keys(model.params).map((name) => [name, value] as [string, string])])}`;

const otherVersion = (model: WidgetModel) =>
  `?v=${model.version + 1}&${Object.keys(model.params)[0]}=1`;

/** 坏值要么退回默认，要么取到下限或上限：各开一次，外加另一个版本的链接。 */
const fewQueries = (model: WidgetModel) => [
  link(model, '💥\0'),
  link(model, '-1e308'),
  link(model, '1e999'),
  otherVersion(model),
  '?s=nowhere',
];

/** 每个坏值放进每个参数，外加若干随机串；种子固定，失败可重现。 */
function allQueries(model: WidgetModel): string[] {
  const random = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { seed: 7, numRuns: 3 });
  return [...nonsense(model), ...[...badValues, ...random].map((value) => link(model, value))];
}

async function tryLinks(route: string, queries: (model: WidgetModel) => readonly string[]) {
  const model = modelAt(route);
  await withPage({ viewport: { width: 412, height: 823 } }, async ({ page, problems }) => {
    for (const query of queries(model)) {
      const where = `${route} 打开 ${query.slice(0, 80)}`;
      await page.goto(urlOf(route) + query, { waitUntil: 'load' });
      const text = await expectAlive(page, where);
      const { notes } = fromQuery(model, new URL(page.url()).search);
      for (const note of notes.slice(0, 1))
        expect.soft(text, `${where}：改正了却没有说`).toContain(note);
      expect.soft(problems.splice(0), `${where}：报了错`).toEqual([]);
    }
  });
}

function modelAt(route: string): WidgetModel {
  const model = modelOf(widgetId(route));
  if (!model) throw new Error(`${route} 没有对应的 src/widgets/${widgetId(route)}/model.ts`);
  return model;
}

/** 链接怎么读，各实验用的是同一段代码：取合起来有每一种参数的最少几个实验。 */
const allParams = cover(
  required(widgetRoutes, '实验页面').map((route) => {
    const params = Object.values(modelAt(route).params);
    return {
      name: route,
      has: new Set(
        params.flatMap((param) =>
          param.kind === 'list'
            ? Object.values(param.fields).map(({ kind }) => `list ${kind}`)
            : [`${param.kind} ${param.kind === 'choice' && param.onStage === true}`],
        ),
      ),
      cost: params.length,
    };
  }),
);
const [someRoute = ''] = allParams;

describe('scenario links', () => {
  // 逐个实验的所有坏值由 test/widgets/all-models.test.ts 算过
  test(`${someRoute} survives any query string`, () =>
    tryLinks(someRoute, everything ? allQueries : nonsense));

  test.each(fewOrAll(allParams, widgetRoutes))(
    '%s opens at its limits and defaults, and says so',
    (route) => tryLinks(route, fewQueries),
  );

  test.each(fewOrAll(required(embedRoutes, '嵌入页面').slice(0, 1), embedRoutes))(
    '%s survives nonsense',
    (route) => tryLinks(route, () => ['?v=nonsense&a=1']),
  );

  test.each(widgetRoutes)('%s says what it corrected', (route) => {
    const model = modelAt(route);
    const [name = '', param] = Object.entries(model.params)[0] ?? [];
    const notes = (query: string) => fromQuery(model, query).notes.join('');
    expect(notes(`?v=${model.version}&${name}=NaN`)).toContain(param?.label);
    expect(notes(otherVersion(model))).toContain('另一个版本');
  });
});
