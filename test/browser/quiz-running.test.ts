/** 做到一半的卷子：刷新、后退、另开一页都接得上，两页同时做谁也不丢。 */
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, withCleanPage } from './support/browser.ts';
import {
  answerAnyhow,
  answerTwo,
  bankOf,
  beginPaper,
  handIn,
  openQuiz,
  richestRoute as route,
} from './support/quiz.ts';

const key = `som:runs:${route.split('/')[2]}`;

const prompts = (page: Page) => page.locator('.q-prompt').allInnerTexts();
const answered = (page: Page) => page.locator('.q-steer').innerText();

describe('a running quiz', () => {
  test('is there after a reload and after Back: same question, same numbers, same answers', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      await answerTwo(page);
      const before = await prompts(page);
      await page.reload();
      await page.locator('[data-index="2"]').waitFor();
      expect(await prompts(page)).toEqual(before);
      expect(await answered(page)).toBe('已答 2 / 5');
      await visit(page, '/glossary/');
      await page.goBack();
      await page.locator('[data-index="2"]').waitFor();
      expect(await prompts(page)).toEqual(before);
      expect(await answered(page)).toBe('已答 2 / 5');
      expect(problems).toEqual([]);
    }));

  test('not yet touched survives a reload too, and is not offered to other tabs', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      const before = await prompts(page);
      await page.reload();
      await page.locator('.q-turn').waitFor();
      expect(await prompts(page)).toEqual(before);
      const other = await page.context().newPage();
      await openQuiz(other, route);
      expect(await other.getByRole('button', { name: '接着做' }).count()).toBe(0);
    }));

  test('can be put down, gone on with in another tab, or dropped', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      await answerTwo(page);
      await page.getByRole('button', { name: '先放下' }).click();
      await page.getByText('5 题，答了 2 题').waitFor();
      // 放下的一份刷新以后也不会自己打开
      await page.reload();
      await page.getByRole('button', { name: '接着做' }).waitFor();

      const other = await page.context().newPage();
      await openQuiz(other, route);
      await other.getByRole('button', { name: '接着做' }).click();
      // 从头一道没答的接着做
      await other.locator('[data-index="2"]').waitFor();
      expect(await answered(other)).toBe('已答 2 / 5');

      await page.getByRole('button', { name: '不要了' }).click();
      await page.getByRole('button', { name: '留着' }).click();
      await page.getByRole('button', { name: '不要了' }).click();
      await page.getByRole('button', { name: '确定不要' }).click();
      expect(await page.getByRole('button', { name: '接着做' }).count()).toBe(0);
      // 那一页里正做着的不受影响，再答一题又存上了
      await answerAnyhow(other.locator('.q-turn'));
      await page.getByRole('button', { name: '接着做' }).waitFor();
    }));

  test('done in two tabs at once keeps the answers of both, and is handed in once', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page, { layout: '整卷摊开', length: '全部' });
      await answerAnyhow(page.locator('[data-index="0"]'));
      const other = await page.context().newPage();
      await openQuiz(other, route);
      await other.getByRole('button', { name: '接着做' }).click();
      await other.locator('.q-turn').first().waitFor();
      await answerAnyhow(page.locator('[data-index="1"]'));
      await answerAnyhow(other.locator('[data-index="2"]'));
      const total = bankOf(route).length;
      for (const tab of [page, other]) await tab.getByText(`已答 3 / ${total}`).waitFor();
      await handIn(other);
      await page.getByText('在另一个标签页里有了新的进展').waitFor();
      await page.getByRole('heading', { name: new RegExp(`${total} 题，对`) }).waitFor();
      const record = await page.evaluate(() => localStorage.getItem('som:quiz'));
      expect(record?.match(/"earned":/g)?.length).toBe(3);
    }));

  test('two papers begun in two tabs are both there afterwards', () =>
    withCleanPage({}, async ({ page }) => {
      const other = await page.context().newPage();
      for (const [tab, length] of [
        [page, '5 题'],
        [other, '10 题'],
      ] as const) {
        await openQuiz(tab, route);
        await beginPaper(tab, { length });
      }
      await answerAnyhow(page.locator('.q-turn'));
      await answerAnyhow(other.locator('.q-turn'));
      await answerAnyhow(page.locator('.q-turn'));
      const third = await page.context().newPage();
      await openQuiz(third, route);
      await third.getByText('5 题，答了 1 题').waitFor();
      await third.getByText('10 题，答了 1 题').waitFor();
    }));

  test('opened from a link resumes on reload, and gives way to another link', () =>
    withCleanPage({}, async ({ page }) => {
      const [first, second] = bankOf(route).filter(({ type }) => type === 'numeric');
      await openQuiz(page, `${route}#q-${first?.id}`);
      await page.locator(`[data-question="${first?.id}"]`).waitFor();
      await page.locator('.q-turn input').fill('0.0123');
      const before = await prompts(page);
      await page.reload();
      await page.locator(`[data-question="${first?.id}"]`).waitFor();
      expect(await prompts(page)).toEqual(before);
      expect(await page.locator('.q-turn input').inputValue()).toBe('0.0123');
      await page.evaluate((id) => (location.hash = `q-${id}`), second?.id);
      await page.locator(`[data-question="${second?.id}"]`).waitFor();
      await page.getByRole('button', { name: '先放下' }).click();
      await page.getByText('1 题，答了 1 题').waitFor();
      expect(new URL(page.url()).hash).toBe('');
    }));

  test('whose questions were rewritten meanwhile says so and keeps the rest', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      await answerTwo(page);
      await page.evaluate((key) => {
        for (const [storage, name] of [
          [localStorage, key],
          [sessionStorage, key.replace('runs', 'run')],
        ] as const) {
          const text = storage.getItem(name) ?? '';
          storage.setItem(name, text.replace(/"face":"[^"]*"/, '"face":"elsewhere"'));
        }
      }, key);
      await page.reload();
      await page.getByText('题库改过，有 1 题换了内容').waitFor();
      await page.locator('.q-turn').waitFor();
      expect(await answered(page)).toBe('已答 1 / 4');
      expect(problems).toEqual([]);
    }));

  test.each([
    ['cut in half', (text: string) => text.slice(0, text.length / 2)],
    ['of another shape', () => '{"version":1,"runs":[{"id":"x"},3]}'],
  ])('stored %s is set aside, said, and can be downloaded; new papers go on', (_what, spoil) =>
    withCleanPage({ acceptDownloads: true }, async ({ page, problems }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      await answerTwo(page);
      await page.getByRole('button', { name: '先放下' }).click();
      const stored = await page.evaluate((key) => localStorage.getItem(key), key);
      const bad = spoil(stored ?? '');
      await page.evaluate(([key, bad]) => localStorage.setItem(key, bad), [key, bad] as const);
      await page.reload();
      await page.getByText('做到一半的卷子有读不懂的地方').waitFor();
      await beginPaper(page);
      await answerAnyhow(page.locator('.q-turn'));
      await page.reload();
      await page.locator('.q-turn').waitFor();
      expect(await answered(page)).toBe('已答 1 / 5');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载原文' }).click(),
      ]);
      expect(await textOf(await file.createReadStream())).toBe(bad);
      await page.getByRole('button', { name: '不留了' }).click();
      await page.reload();
      await page.locator('.q-turn').waitFor();
      expect(await page.getByText('读不懂').count()).toBe(0);
      expect(problems).toEqual([]);
    }),
  );

  test('goes on where storage is denied, and says that it is not kept', () =>
    withCleanPage(
      {
        before: `for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });`,
      },
      async ({ page, problems }) => {
        await openQuiz(page, route);
        await beginPaper(page);
        await answerTwo(page);
        await page.getByText('关掉页面就接不上了').waitFor();
        await page.getByRole('button', { name: '先放下' }).click();
        await page.getByRole('button', { name: '接着做' }).click();
        await page.locator('.q-turn').waitFor();
        expect(await answered(page)).toBe('已答 2 / 5');
        expect(problems).toEqual([]);
      },
    ));
});
