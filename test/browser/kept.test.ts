/** 留在设备上的：读不懂的收到一边、说出来；存不下时眼前的照旧；两个标签页同时改，一个也不丢。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, widgetsReady, withCleanPage } from './support/browser.ts';
import { unlock } from './support/widgets.ts';

const stored = (page: Page, key: string) =>
  page.evaluate((name) => localStorage.getItem(`som:${name}`), key);

async function openAt(page: Page, route: string): Promise<void> {
  await visit(page, route);
  await widgetsReady(page);
}

interface Place {
  key: string;
  route: string;
  /** 露出用到它的那一块 */
  show: (page: Page) => Promise<void>;
  /** 改一下，让它存一次 */
  change: (page: Page) => Promise<void>;
}

const places: Place[] = [
  {
    key: 'canteen-lab-taps',
    route: '/widgets/canteen-lab/',
    show: unlock,
    change: (page) => page.getByRole('button', { name: '来了一位' }).click(),
  },
  {
    key: 'canteen-lab-text',
    route: '/widgets/canteen-lab/',
    show: async (page) => {
      await unlock(page);
      await page.getByLabel('读一份表').check();
    },
    change: (page) => page.locator('#canteen-times').fill('1,2,3'),
  },
  {
    key: 'incident-sorting',
    route: '/widgets/incident-sorting/',
    show: (page) => page.getByRole('button', { name: '开始分拣' }).click(),
    change: (page) => page.locator('.bin').first().click(),
  },
  {
    key: 'felt-wait-estimates',
    route: '/widgets/felt-wait/',
    show: async (page) => {
      await unlock(page);
      await page.getByText('全班一起做').click();
    },
    change: (page) => page.getByRole('textbox', { name: '闲着' }).fill('80'),
  },
  {
    key: 'visible-work-ratings',
    route: '/widgets/visible-work/',
    show: unlock,
    change: (page) => page.locator('.ab textarea').fill('A6'),
  },
  {
    key: 'class-votes',
    route: '/widgets/experience-curve/',
    show: (page) => page.getByText('全班举手').first().click(),
    change: async (page) => {
      const field = page.locator('.vote input').first();
      await field.fill('12');
      await field.press('Enter');
      await field.blur();
    },
  },
];

describe.each(places)('$key', ({ key, route, show, change }) => {
  test('a record broken off halfway is kept aside and said, and can be saved or thrown away', () =>
    withCleanPage(
      { before: `localStorage['som:${key}'] ??= '{"half of a record'` },
      async ({ page, problems }) => {
        await openAt(page, route);
        await show(page);
        const note = page.locator('.kept').filter({ hasText: '没有读全' }).first();
        await note.waitFor();
        await change(page);
        await page.waitForFunction(
          (name) => localStorage.getItem(`som:${name}`) !== '{"half of a record',
          key,
        );
        expect(await stored(page, `${key}:aside-1`)).toBe('{"half of a record');
        const download = page.waitForEvent('download');
        await note.getByRole('button', { name: '把原文存成文件' }).click();
        await (await download).delete();
        await note.getByRole('button', { name: '不要了' }).click();
        await note.waitFor({ state: 'detached' });
        expect(await stored(page, `${key}:aside-1`)).toBeNull();
        expect(problems).toEqual([]);
      },
    ));

  test('where there is no room left, what is on the screen stays and it is said', () =>
    withCleanPage(
      {
        before: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
      },
      async ({ page, problems }) => {
        await openAt(page, route);
        await show(page);
        await change(page);
        await page
          .locator('.kept')
          .getByText(/浏览器里没有地方存了：.*都还在眼前，刷新或关掉就没有了/)
          .first()
          .waitFor();
        expect(problems).toEqual([]);
      },
    ));
});

test('two tabs sorting at once end with what both have sorted', () =>
  withCleanPage({}, async ({ page, problems }) => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await openAt(tab, '/widgets/incident-sorting/');
      await tab.getByRole('button', { name: '开始分拣' }).click();
      await tab.locator('.bin').first().waitFor();
    }
    // 第一个在这一页归 A，第二个在那一页归 B
    await page.locator('.strip button').nth(0).click();
    await page.locator('.bin').nth(0).click();
    await other.locator('.strip button').nth(1).click();
    await other.locator('.bin').nth(1).click();
    for (const tab of [page, other]) {
      await tab.getByText('已分 2 个').waitFor();
      expect(await tab.locator('.strip').innerText()).toMatch(/^A\s*B\s*3/);
    }
    const kept = JSON.parse((await stored(page, 'incident-sorting')) ?? '{}') as {
      airline: { codes: string }[];
    };
    expect(kept.airline[0]?.codes).toMatch(/^AB/);
    await page.locator('.kept').getByText('另一个标签页也在改归类').waitFor();
    expect(problems).toEqual([]);
  }));

test('a second tab tapping takes the stopwatch over, and no tap of either is lost', () =>
  withCleanPage({}, async ({ page }) => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await openAt(tab, '/widgets/canteen-lab/');
      await unlock(tab);
    }
    const arrive = (tab: Page) => tab.getByRole('button', { name: '来了一位' }).click();
    await arrive(page);
    await other.getByText(/到了\s*1\s*人/).waitFor();
    await arrive(other);
    await page.getByText(/到了\s*2\s*人/).waitFor();
    await page.getByText('这一页停了表；在这里按键就接过来记。').first().waitFor();
    await arrive(page);
    await other.getByText(/到了\s*3\s*人/).waitFor();
    const { taps } = JSON.parse((await stored(page, 'canteen-lab-taps')) ?? '{}') as {
      taps: { at: number }[];
    };
    expect(taps).toHaveLength(3);
    expect(taps.map(({ at }) => at)).toEqual(taps.map(({ at }) => at).toSorted((a, b) => a - b));
  }));
