/** 搜索：弹窗与整页，中文、英文、拼音首字母，查不到的先说查不到。 */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../content/read-yaml.ts';
import { axeViolations, overflowing } from './support/checks.ts';
import { holdBack, urlOf, visit, withFreshPage, withPage } from './support/browser.ts';
import { required, sectionRoutes } from './support/routes.ts';
import { fewOrAll } from './support/scope.ts';
import { searchQueries } from './support/search-queries.ts';
import { twoCharacterNames } from './support/two-character-names.ts';

const [section = '/'] = required(sectionRoutes, '小节页面');

const results = (page: Page) => page.locator('.search-results');
const field = (page: Page) => page.locator('.search-panel input');
const settled = (page: Page) =>
  page
    .locator('.search-results > :is(section, .search-none, .search-note:has(button))')
    .first()
    .waitFor({ timeout: 15_000 });
/** 列着的是这个查询的结果：别的查询的结果已经撤下 */
const answered = (page: Page, query: string) =>
  page.locator(`.search-results[data-query="${query}"]`).waitFor({ timeout: 15_000 });

async function ask(page: Page, query: string): Promise<string> {
  await page.goto(urlOf('/search/') + `?q=${encodeURIComponent(query)}`);
  await settled(page);
  return results(page).innerText();
}

const caseNames = readdirSync(new URL('../../content/cases', import.meta.url))
  .map((file) => readYaml(`content/cases/${file}`))
  .map((data) => (data as { name: string }).name);

/** 每一章的一个词、一个西文词、一整句；排得对不对随章节与写法变。 */
const oneOfEachWriting = [
  ...new Map(
    searchQueries.map((each) => {
      const [query, sections] = each;
      const writing = /[a-z]/i.test(query) ? '西文' : query.length > 6 ? '整句' : '词';
      return [`${sections.split('/')[0]} ${writing}`, each];
    }),
  ).values(),
];

describe('search', () => {
  test('/ and Ctrl-K open the dialog, arrows and Enter choose, Escape closes and gives focus back', () =>
    withPage({}, async ({ page, problems }) => {
      await visit(page, section);
      await page.locator('.page-nav a').first().focus();
      await page.keyboard.press('/');
      const input = page.locator('dialog[open] input');
      await input.waitFor();
      expect(await input.inputValue()).toBe('');
      await page.keyboard.type('pdl');
      await settled(page);
      expect(await results(page).locator('a').first().innerText()).toContain('排队论');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('排队论');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('input');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.closest('.page-nav') !== null)).toBe(
        true,
      );
      await page.keyboard.press('Control+k');
      await input.waitFor();
      await page.keyboard.type('pdl');
      await settled(page);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/glossary\/#queueing-theory$/);
      expect(await page.locator('#queueing-theory').isVisible()).toBe(true);
      expect(problems).toEqual([]);
    }));

  test('Chinese finds sections with their chapter and marks the hit', () =>
    withPage({}, async ({ page, problems }) => {
      const shown = await ask(page, '排队');
      expect(shown).toMatch(/第 \d+ 章 排队管理 · \d+\.\d+/);
      expect(shown).not.toContain('未找到');
      expect(await results(page).locator('mark').first().innerText()).toBe('排队');
      const links = await results(page)
        .locator('a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      expect(links.some((path) => path.includes('/chapters/'))).toBe(true);
      const base = new URL(urlOf('/')).pathname;
      expect(links.filter((path) => !path.startsWith(base))).toEqual([]);
      expect(problems).toEqual([]);
    }));

  test('a term is found, however it is written', () =>
    withPage({}, async ({ page }) => {
      for (const query of ['utilization', 'ＵＴＩＬＩＺＡＴＩＯＮ', 'Utilisation', '利用率'])
        expect.soft(await ask(page, query), query).toContain('服务台忙着的时间所占的比例');
    }));

  test('an experiment is found and said to be one', () =>
    withPage({}, async ({ page }) => {
      await ask(page, '利用率悬崖');
      const hit = results(page).locator('a[href*="/widgets/utilization-cliff/"]').first();
      expect(await hit.innerText()).toContain('实验');
    }));

  test('what occurs nowhere is said to be missing before partial matches are offered', () =>
    withPage({}, async ({ page, problems }) => {
      await ask(page, '量子计算');
      expect(await results(page).locator(':scope > *').first().innerText()).toBe(
        '未找到“量子计算”',
      );
      const headings = await results(page).locator('h2').allInnerTexts();
      expect(headings.filter((heading) => heading !== '只含其中一部分的页面')).toEqual([]);
      expect(await page.locator('.search-panel [role=status]').textContent()).toContain('未找到');
      expect(problems).toEqual([]);
    }));

  test('takes anything as plain text', () =>
    withPage({}, async ({ page, problems }) => {
      await page.goto(urlOf('/search/'));
      for (const query of [
        '<img src=x onerror=alert(1)>',
        '"><script>alert(1)</script>',
        '.*+?^${}()|[]\\',
        '"',
        '%',
        '\ud83d\ude00',
        'qzxwv',
        '的'.repeat(3000),
        '__proto__ constructor',
        '-排队 "排队',
      ]) {
        const where = `搜 ${query.slice(0, 30)}`;
        await page.locator('.search-panel input').fill('');
        await page.locator('.search-results:empty').waitFor({ state: 'attached' });
        await page.locator('.search-panel input').fill(query);
        await settled(page);
        expect.soft(await results(page).locator('img, script').count(), where).toBe(0);
        expect.soft(problems.splice(0), where).toEqual([]);
      }
    }));

  test('the address keeps the query, and a hostile one does no harm', () =>
    withPage({}, async ({ page, problems }) => {
      await page.goto(urlOf('/search/'));
      await page.locator('.search-panel input').fill('排队论');
      await settled(page);
      expect(new URL(page.url()).searchParams.get('q')).toBe('排队论');
      for (const query of [
        '?q=%E0%A4%A',
        '?q=',
        '?q=a&q=b',
        `?q=${'x'.repeat(5000)}`,
        '?q=%00%F0',
      ]) {
        await page.goto(urlOf('/search/') + query);
        expect(await page.locator('.search-panel input').isVisible()).toBe(true);
      }
      expect(problems).toEqual([]);
    }));

  test('each way of asking leads to the section that teaches it, among the first three links', () =>
    withPage({}, async ({ page, problems }) => {
      await page.goto(urlOf('/search/'));
      const wrong: string[] = [];
      for (const [query, sections] of fewOrAll(oneOfEachWriting, searchQueries)) {
        await field(page).fill(query);
        await answered(page, query);
        const links = await results(page)
          .locator('a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
        const [first, second, third] = links;
        const found = sections
          .split(' ')
          .some((at) => [first, second, third].some((path) => path?.endsWith(`/chapters/${at}/`)));
        if (!found)
          wrong.push(`“${query}”应找到 ${sections}，前三条是 ${links.slice(0, 3).join('、')}`);
        const handbook = links.findIndex((path) => path.includes('/calc/'));
        if (handbook >= 0 && links.slice(handbook).some((path) => path.includes('/chapters/')))
          wrong.push(`“${query}”把计算手册排在了小节前面`);
      }
      // 调 src/components/search/rank.ts 的分量，或者看这一节是不是真写了这个词
      expect(wrong).toEqual([]);
      expect(problems).toEqual([]);
    }));

  test('each name of two characters in the glossary leads to its definition first, then in sight to the section that teaches it', () =>
    withPage({}, async ({ page, problems }) => {
      await page.goto(urlOf('/search/'));
      const onePerChapter = [
        ...new Map(twoCharacterNames.map((each) => [each.chapter, each])).values(),
      ];
      const wrong: string[] = [];
      for (const { name, id, taught } of fewOrAll(onePerChapter, twoCharacterNames)) {
        await field(page).fill(name);
        await answered(page, name);
        const links = await results(page)
          .locator('a')
          .evaluateAll((all) =>
            all.map(
              (link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash,
            ),
          );
        if (!links[0]?.endsWith(`/glossary/#${id}`))
          wrong.push(`“${name}”头一条应是术语 ${id}，是 ${links[0] ?? '没有'}`);
        const pages = links.filter((path) => !path.includes('/glossary/')).slice(0, 3);
        if (!pages.some((path) => path.includes(`/chapters/${taught}/`)))
          wrong.push(`“${name}”讲在 ${taught}，前三页是 ${pages.join('、')}`);
      }
      // 讲它的一节由 src/components/search/find.ts 的 withTeaching 提到前面
      expect(wrong).toEqual([]);
      expect(problems).toEqual([]);
    }));

  test('a case is found by its name, before the sections it appears in', () =>
    withPage({}, async ({ page }) => {
      for (const name of required(caseNames, '案例')) {
        await ask(page, name);
        const first = results(page).locator('a').first();
        expect.soft(await first.getAttribute('href'), name).toContain('/cases/');
        expect.soft(await first.innerText(), name).toContain('虚构案例');
      }
    }));

  test('a word one character off is offered as the word meant, with what is found by it', () =>
    withPage({}, async ({ page }) => {
      await ask(page, '排对');
      const offer = results(page).locator('.search-none');
      expect(await offer.innerText()).toBe('没有“排对”，要找的是不是“排队”？');
      expect(await results(page).locator('a mark').first().innerText()).toBe('排队');
      await offer.locator('button').click();
      await answered(page, '排队');
      expect(await field(page).inputValue()).toBe('排队');
      expect(await results(page).locator('.search-none').count()).toBe(0);
    }));

  test('full-width and half-width letters find the same', () =>
    withPage({}, async ({ page }) => {
      const shown = await ask(page, 'Ｅｒｌａｎｇ');
      expect(shown).toContain('爱尔朗');
      expect(await ask(page, 'Erlang')).toBe(shown);
    }));

  // 问得越长取得越多
  const long = '医院挂号窗口该开几个才不会让病人等太久';
  const asked = fewOrAll(
    ['M/M/1', long],
    [
      'M/M/1',
      '变异系数',
      '为什么窗口够用还要排队',
      long,
      ...caseNames,
      ...searchQueries.map(([query]) => query),
      ...twoCharacterNames.map(({ name }) => name),
    ],
  );
  test.each([...new Set(asked)])('a first search for %s takes less than 120 kB', (query) =>
    withFreshPage({}, async ({ page }) => {
      // 没有实验的一页：有实验的，按一下键它也会去取自己的脚本
      await visit(page, '/references/');
      let bytes = 0;
      const counting: Promise<void>[] = [];
      page.on('requestfinished', (request) => {
        const count = request.sizes().then((sizes) => {
          bytes += sizes.responseBodySize + sizes.responseHeadersSize;
        });
        counting.push(count);
      });
      await page.keyboard.press('/');
      await page.locator('dialog[open] input').fill(query);
      await answered(page, query);
      await Promise.all(counting);
      expect(bytes).toBeLessThan(120_000);
      expect(bytes).toBeGreaterThan(10_000);
    }),
  );

  test('a later answer wins over an earlier one', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/search/'));
      await field(page).pressSequentially('排队论利特尔', { delay: 5 });
      await field(page).fill('利特尔法则');
      await answered(page, '利特尔法则');
      expect(await results(page).locator('a').first().innerText()).toContain('利特尔法则');
      await field(page).fill('');
      expect(await results(page).innerText()).toBe('');
    }));

  test('Enter acts on what is typed, not on the results of an earlier query', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/search/'));
      await field(page).fill('排队论');
      await answered(page, '排队论');
      await field(page).fill('ltefz');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#littles-law$/);

      // 按了回车又改了字：不再替他打开
      await page.goto(urlOf('/search/'));
      const release = await holdBack(page, '**/terms.json');
      await field(page).fill('ltefz');
      await page.keyboard.press('Enter');
      await field(page).fill('pdl');
      release();
      await answered(page, 'pdl');
      expect(new URL(page.url()).pathname).toMatch(/\/search\/$/);
      await page.unrouteAll();
    }));

  test('Enter that chooses a character of an input method opens nothing', () =>
    withPage({}, async ({ page }) => {
      await page.goto(urlOf('/search/'));
      await field(page).fill('排队论');
      await answered(page, '排队论');
      const opened = await field(page).evaluate((input) => {
        let opened = 0;
        document.addEventListener('click', (event) => {
          if (!(event.target as Element).closest('a')) return;
          opened++;
          event.preventDefault();
        });
        const press = (init: KeyboardEventInit) =>
          input.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }),
          );
        press({ isComposing: true, keyCode: 229 });
        // Safari 在选字结束之后才报这一下
        press({ keyCode: 229 });
        const chosen = opened;
        press({ keyCode: 13 });
        return { chosen, pressed: opened };
      });
      expect(opened).toEqual({ chosen: 0, pressed: 1 });
    }));
});

describe('search without a network', () => {
  test('says so instead of “not found”, and searches again once the network is back', () =>
    withFreshPage({}, async ({ page }) => {
      await visit(page, '/search/');
      await page.context().setOffline(true);
      await field(page).fill('排队论');
      await settled(page);
      const shown = await results(page).innerText();
      expect(shown).toContain('现在没有网络');
      expect(shown).not.toContain('未找到');
      expect(await page.locator('.search-panel [role=status]').textContent()).not.toContain(
        '未找到',
      );
      await page.context().setOffline(false);
      await results(page).locator('a').first().waitFor();
      expect(await results(page).locator('a').first().innerText()).toContain('排队论');
    }));

  test.each([
    ['**/terms.json', '术语表没有取到', '/chapters/queueing/utilization-cliff/'],
    ['**/catalogue.json', '全文索引没有取到', '/glossary/#utilization'],
    ['**/search-*/text/**', '全文索引没有取到', '/glossary/#utilization'],
  ])(
    '%s that cannot be fetched is said, the rest is found, and a retry gets it',
    (files, note, found) =>
      withFreshPage({}, async ({ page }) => {
        await page.route(files, (route) => route.abort());
        const shown = await ask(page, '利用率');
        expect(shown).toContain(note);
        expect(shown).not.toContain('未找到');
        expect(await results(page).locator(`a[href$="${found}"]`).count()).toBe(1);
        await page.unrouteAll();
        await results(page).locator('button', { hasText: '再试一次' }).click();
        await results(page).locator('.search-note').waitFor({ state: 'detached' });
        expect(await results(page).locator('a[href*="/glossary/#"]').count()).toBeGreaterThan(0);
        expect(await results(page).locator('a[href*="/chapters/"]').count()).toBeGreaterThan(0);
        expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(false);
      }),
  );

  test('nothing fetched, nothing said about what there is', () =>
    withFreshPage({}, async ({ page }) => {
      await page.route(/(terms|catalogue)\.json/, (route) => route.abort());
      const shown = await ask(page, 'qzxwv');
      expect(shown).toContain('没有取到');
      expect(shown).not.toContain('未找到');
    }));
});

describe('the search page and dialog', () => {
  test('the dialog is accessible and fits 360 px', () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await visit(page, section);
      await page.locator('[data-search]').first().click();
      await page.locator('dialog[open] input').fill('排队');
      await settled(page);
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowing(page)).toEqual([]);
    }));

  test('without JavaScript the page says so and leads elsewhere', () =>
    withPage({ javaScriptEnabled: false }, async ({ page }) => {
      await visit(page, '/search/');
      expect(await page.locator('main').innerText()).toContain('JavaScript');
      expect(await page.locator('main a[href$="/glossary/"]').isVisible()).toBe(true);
      expect(await page.locator('main a[href*="/chapters/"]').first().isVisible()).toBe(true);
    }));
});
