/** 代码没有取到：说出来，能重试，盖着的答案看得见，没有点了没反应的按钮。 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, withCleanPage } from './support/browser.ts';
import { fileOf, required, sectionRoutes, widgetRoutes } from './support/routes.ts';

const html = (route: string) => readFileSync(fileOf(route), 'utf8');
const [withWidget = ''] = required(
  sectionRoutes.filter((route) => /<section[^>]*data-widget=/.test(html(route))),
  '带实验的小节',
);
const [widgetPage = ''] = required(widgetRoutes, '实验页');
const [quizPage = ''] = required(
  sectionRoutes.filter((route) => html(route).includes('QuizBlock')),
  '带自测的小节',
);

/** 网页里第一个这样的部件引用的文件名。 */
const fileOfIsland = (route: string, component: string) =>
  new RegExp(`component-url="[^"]*/(${component}[^"/]*)"`).exec(html(route))?.[1] ?? '';

/** 挡住名字里有这段文字的文件；返回放行。 */
async function block(page: Page, name: string): Promise<() => Promise<void>> {
  expect(name, '没有找到要挡住的文件').not.toBe('');
  const pattern = `**/_astro/${name}*`;
  await page.route(pattern, (route) => route.abort());
  return () => page.unroute(pattern);
}

/** 动一动，滚到部件跟前。 */
async function reach(page: Page, selector: string): Promise<void> {
  await page.mouse.move(100, 200);
  await page.locator(selector).first().scrollIntoViewIfNeeded();
}

/** 部件里还露着、却没有代码管的按钮与输入框。 */
const deadControls = (page: Page) =>
  page
    .locator('astro-island :is(button, input, select, textarea):visible:not(.part-missing *)')
    .evaluateAll((found) => found.map((each) => each.outerHTML.slice(0, 80)));

/** 让名字里有这段文字的文件等着；返回放行。 */
async function hold(page: Page, name: string): Promise<() => void> {
  let allow: () => void = () => {};
  const allowed = new Promise<void>((done) => (allow = done));
  await page.route(`**/_astro/${name}*`, async (route) => {
    await allowed;
    await route.continue();
  });
  return allow;
}

describe('a guess handed in before the code has come', () => {
  const asking = (field: RegExp) =>
    required(
      sectionRoutes.filter((route) =>
        field.test(/<form class="predict[\s\S]*?<\/form>/.exec(html(route))?.[0] ?? ''),
      ),
      '带实验的小节',
    )[0] ?? '';
  const cases: [name: string, route: string, guess: (page: Page) => Promise<void>][] = [
    [
      'as a choice',
      asking(/type="radio"/),
      (page) => page.locator('.predict .choices label').first().click(),
    ],
    [
      'as a number, by Enter',
      asking(/inputmode="decimal"/),
      async (page) => {
        const field = page.locator('.predict input.field').first();
        await field.fill('3');
        await field.press('Enter');
      },
    ],
  ];
  test.each(cases)(
    '%s is not sent by the browser, says so, and is judged when it has',
    (_, route, guess) =>
      withCleanPage({}, async ({ page }) => {
        const allow = await hold(page, 'islands');
        await visit(page, route);
        await reach(page, '.predict');
        await guess(page);
        const button = page.locator('[data-act=commit]').first();
        if (await button.isVisible()) await button.click();
        await page.locator('.predict .wait').first().waitFor();
        expect(new URL(page.url()).search, '浏览器把表单交了').toBe('');
        allow();
        // 判了，或者说出这一猜为什么不收
        await page.locator('.w-verdict, .predict .message').first().waitFor();
      }),
  );
});

describe('an experiment whose code did not arrive', () => {
  const cases: [name: string, route: string][] = [
    ['in a section', withWidget],
    ['on its own page', widgetPage],
  ];
  test.each(cases)(
    '%s says so, shows its answer and nothing that cannot be used, and works after a retry',
    (_, route) =>
      withCleanPage({}, async ({ page }) => {
        const allow = await block(page, fileOfIsland(route, '[A-Z]'));
        await visit(page, route);
        await reach(page, '[data-widget]');
        const note = page.locator('astro-island > .part-missing').first();
        await note.waitFor();
        expect(await note.textContent()).toContain('这个实验的代码没有取到。');
        expect(await page.locator('.w-sentence').first().isVisible(), '盖着的答案要亮出来').toBe(
          true,
        );
        const island = page.locator('astro-island[data-missing]');
        expect(
          await island.locator(':is(button, input):visible:not(.part-missing *)').count(),
        ).toBe(0);

        await note.getByRole('button', { name: '重试' }).click();
        await page.getByText('还是没有取到').waitFor();
        await allow();
        await note.getByRole('button', { name: '重试' }).click();
        await page.locator('[data-widget][data-ready]').first().waitFor();
        expect(await page.locator('.part-missing').count()).toBe(0);
        await page.getByRole('button', { name: '不猜，直接看', exact: true }).first().waitFor();
      }),
  );

  test('is fetched afresh by a reload where the browser remembers the failure of a shared file', () =>
    withCleanPage({}, async ({ page }) => {
      const allow = await block(page, 'kit');
      await visit(page, withWidget);
      await reach(page, '[data-widget]');
      const retry = page.getByRole('button', { name: '重试' }).first();
      await retry.waitFor();
      await allow();
      await retry.click();
      await page.locator('[data-widget][data-ready]').first().waitFor();
      await page.getByRole('button', { name: '不猜，直接看', exact: true }).first().waitFor();
    }));
});

test('a quiz whose code did not arrive says so, shows its questions, and works after a retry', () =>
  withCleanPage({}, async ({ page }) => {
    const allow = await block(page, fileOfIsland(quizPage, 'QuizBlock'));
    await visit(page, quizPage);
    await reach(page, '.quiz');
    const note = page.locator('astro-island > .part-missing');
    await note.waitFor();
    expect(await note.textContent()).toContain('这组自测的代码没有取到。');
    const island = page.locator('astro-island[data-missing]');
    expect(await island.locator('.q-prompt').first().isVisible()).toBe(true);
    expect(
      await island
        .locator('.q-turn')
        .evaluateAll((turns) => turns.filter((t) => !t.checkVisibility()).length),
      '每一题都要看得见',
    ).toBe(0);
    expect(await island.locator(':is(button, input):visible:not(.part-missing *)').count()).toBe(0);
    await allow();
    await note.getByRole('button', { name: '重试' }).click();
    await note.waitFor({ state: 'detached' });
    await page.locator('[data-quiz=block][data-ready]').waitFor();
  }));

describe('a page whose own code did not arrive', () => {
  const cases: [name: string, file: string, route: string][] = [
    ['the page script', 'page.', withWidget],
    ['the script that takes experiments over', 'islands.', withWidget],
    ['the script that takes an experiment over at once', 'islands.', widgetPage],
  ];
  test.each(cases)('without %s says so, hides nothing, and works after a retry', (_, file, route) =>
    withCleanPage({}, async ({ page }) => {
      const allow = await block(page, file);
      await visit(page, route);
      await reach(page, '[data-widget]');
      const note = page.locator('.page-missing');
      await note.waitFor();
      expect(await page.locator('.w-sentence').first().isVisible(), '盖着的答案要亮出来').toBe(
        true,
      );
      expect(await deadControls(page)).toEqual([]);
      await allow();
      await note.getByRole('link', { name: '重试' }).click();
      await note.waitFor({ state: 'hidden' });
      await reach(page, '[data-widget]');
      await page.locator('[data-widget][data-ready]').first().waitFor();
    }),
  );
});

describe('a part that is fetched when asked for', () => {
  test('search says that it did not arrive, and the next press tries again', () =>
    withCleanPage({}, async ({ page }) => {
      const allow = await block(page, 'dialog.');
      await visit(page, withWidget);
      await page.locator('[data-search]').click();
      const note = page.getByRole('alert').filter({ hasText: '搜索没有取到' });
      await note.waitFor();
      expect(await note.getByRole('link', { name: '打开搜索页' }).getAttribute('href')).toContain(
        '/search/',
      );
      await allow();
      await page.locator('[data-search]').click();
      await page.getByRole('dialog', { name: '搜索' }).waitFor();
      expect(await note.count()).toBe(0);
    }));

  test('the error report says that it did not arrive, and the next press tries again', () =>
    withCleanPage({}, async ({ page }) => {
      const allow = await block(page, 'report.');
      await visit(page, withWidget);
      const button = page.getByRole('button', { name: '报告错误' });
      await button.click();
      await page.getByText('报告没有取到').waitFor();
      await allow();
      await button.click();
      await page.getByText(/报告已复制|请手动复制/).waitFor();
    }));
});
