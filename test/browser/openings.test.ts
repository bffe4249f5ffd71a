/** 先猜再看：实验前面的文字，还有这一章的开头，没有说出实验要猜的答案。 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersOf, givenAway } from '../content/given-away.ts';
import { withPage } from './support/browser.ts';
import { fileOf, required, routes, sectionRoutes } from './support/routes.ts';
import { modelOf } from './support/models.ts';

const openingOf = (route: string) => route.replace(/[^/]+\/$/, '');

test('nothing before an experiment, nor the opening of its chapter, tells what it asks to guess', () =>
  withPage({}, async ({ page }) => {
    const wanted = [...new Set(sectionRoutes.flatMap((route) => [route, openingOf(route)]))];
    const sources = required(
      wanted.filter((route) => routes.includes(route)),
      '小节',
    ).map((route) => [route, readFileSync(fileOf(route), 'utf8')] as const);
    // 只读 HTML，不必一页一页打开
    const read = await page.evaluate(
      (sources) =>
        sources.map(([route, html]) => {
          const document = new DOMParser().parseFromString(html, 'text/html');
          const main = document.querySelector('main');
          // 术语卡和“约 12 分钟”不是正文
          for (const aside of document.querySelectorAll('.term-card, .where, script, style'))
            aside.remove();
          const text = main?.textContent ?? '';
          const widgets = [...document.querySelectorAll<HTMLElement>('[data-widget]')].map(
            (widget) => {
              const range = document.createRange();
              range.setStart(main ?? document.body, 0);
              range.setEndBefore(widget);
              return {
                id: widget.dataset['widget'] ?? '',
                scenario: widget.querySelector<HTMLInputElement>('.w-scenarios input[checked]')
                  ?.value,
                before: range.toString(),
              };
            },
          );
          return { route, text, widgets };
        }),
      sources,
    );
    const textOf = new Map(read.map(({ route, text }) => [route, text]));
    let asked = 0;
    const told = read.flatMap(({ route, widgets }) =>
      widgets.flatMap(({ id, scenario, before }) => {
        const model = modelOf(id);
        if (!model) return [`${route}：不认识实验 ${id}`];
        asked++;
        const answers = answersOf(model, scenario);
        const remedy = '改成提问，把它留到实验后面说';
        return [
          ...givenAway(before, answers).map(
            (answer) => `${route}：实验 ${id} 要猜“${answer}”，前面的文字已经说了；${remedy}`,
          ),
          ...givenAway(textOf.get(openingOf(route)) ?? '', answers).map(
            (answer) =>
              `${openingOf(route)}：章首说了“${answer}”，正是 ${route} 的实验 ${id} 要猜的；${remedy}`,
          ),
        ];
      }),
    );
    expect(told).toEqual([]);
    expect(asked).toBeGreaterThan(10);
  }));
