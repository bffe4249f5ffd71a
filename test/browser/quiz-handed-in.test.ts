/** 交卷以后：没答的提醒得对，讲解一直看得到，跳得到没做对的；没有提示就不提提示。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withCleanPage } from './support/browser.ts';
import {
  answerAnyhow,
  answerTwo,
  bankOf,
  beginPaper,
  handIn,
  openQuiz,
  richestRoute as route,
} from './support/quiz.ts';

const next = (page: Page) => page.getByRole('button', { name: '下一题' });

/** 全是单选的一份卷子，错对由测试来定。 */
const singles = bankOf(route).filter(({ type }) => type === 'single') as unknown as {
  id: string;
  prompt: string;
  options: { text: string; correct?: true }[];
}[];

/** 在摊开的卷子里照 `right` 答单选题，别的题不动；返回答了的题。 */
async function answerSingles(page: Page, right: (nth: number) => boolean): Promise<string[]> {
  const done: string[] = [];
  for (const turn of await page.locator('.q-turn').all()) {
    const id = await turn.getAttribute('data-question');
    const question = singles.find((each) => each.id === id);
    if (!question) continue;
    const wanted = question.options.find(({ correct }) => Boolean(correct) === right(done.length));
    await turn.getByLabel(wanted?.text ?? '', { exact: true }).check();
    done.push(question.id);
  }
  return done;
}

describe('handing in', () => {
  test('回去作答 goes to the first question that is open, whichever way the paper is laid out', () =>
    withCleanPage({}, async ({ page }) => {
      for (const layout of ['一题一题', '整卷摊开']) {
        await openQuiz(page, route);
        await beginPaper(page, { layout });
        await answerAnyhow(page.locator('[data-index="0"]'));
        await page.getByRole('button', { name: '交卷' }).click();
        await page.getByText('第 2、3、4、5 题还没有作答').waitFor();
        await page.getByRole('button', { name: '回去作答' }).click();
        const turn = page.locator('[data-index="1"]');
        await turn.waitFor();
        expect(await turn.locator('.q-prompt').evaluate((p) => p === document.activeElement)).toBe(
          true,
        );
        expect(await page.locator('.q-confirm').count()).toBe(0);
        await page.getByRole('button', { name: '先放下' }).click();
      }
    }));

  test('the note on open questions follows what is answered meanwhile', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page, { layout: '整卷摊开' });
      for (let i = 0; i < 4; i++) await answerAnyhow(page.locator(`[data-index="${i}"]`));
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByText('第 5 题还没有作答').waitFor();
      await answerAnyhow(page.locator('[data-index="4"]'));
      await page.locator('.q-confirm').waitFor({ state: 'detached' });
    }));

  test('a second click that lands on the button put there meanwhile hands nothing in', () =>
    withCleanPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      for (let i = 0; i < 4; i++) {
        await answerAnyhow(page.locator('.q-turn'));
        await next(page).click();
      }
      await answerAnyhow(page.locator('.q-turn'));
      await page.getByRole('button', { name: '上一题' }).click();
      // 一下换到最后一题，另一下落在换上来的“交卷”上
      await page.evaluate(() => {
        const press = (name: string, detail: number) =>
          [...document.querySelectorAll('button')]
            .find(({ innerText }) => innerText.trim() === name)
            ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
        press('下一题', 1);
        return Promise.resolve().then(() => press('交卷', 2));
      });
      await page.locator('[data-index="4"]').waitFor();
      expect(await page.locator('.q-objectives').count()).toBe(0);
    }));

  test('with nothing answered says so, and makes no table of results', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByRole('button', { name: '就这样交' }).click();
      await page.getByRole('heading', { name: '5 题，一题也没有作答' }).waitFor();
      expect(await page.locator('.q-objectives').count()).toBe(0);
    }));
});

describe('afterwards', () => {
  test('answers and explanations stay: after a reload, and after leaving and coming back', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await openQuiz(page, route);
      await beginPaper(page);
      await answerTwo(page);
      await handIn(page);
      await page.reload();
      // 答案还盖着，刷新不会揭开
      await page.getByRole('button', { name: '看答案与讲解' }).waitFor();
      expect(await page.locator('.q-explanation').count()).toBe(0);
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      await page.locator('.q-explanation').first().waitFor();
      const told = await page.locator('.q-explanation').allInnerTexts();
      expect(told.length).toBe(5);
      await page.reload();
      await page.locator('.q-explanation').first().waitFor();
      expect(await page.locator('.q-explanation').allInnerTexts()).toEqual(told);
      await page.getByRole('button', { name: '再选一份' }).click();
      await page.getByRole('button', { name: '再看讲解' }).click();
      await page.locator('.q-explanation').first().waitFor();
      expect(await page.locator('.q-explanation').allInnerTexts()).toEqual(told);
      expect(problems).toEqual([]);
    }));

  test('one looks through all of them, jumps to the wrong ones, or sees these alone', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page, { layout: '整卷摊开', length: '全部' });
      const done = await answerSingles(page, (nth) => nth % 2 === 0);
      await handIn(page);
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      const all = page.locator('.q-review .q-steps-nav button');
      expect(await all.count()).toBe(bankOf(route).length);
      const focused = () =>
        page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('.q-turn')?.dataset['question'],
        );
      const right = done.filter((_, nth) => nth % 2 === 0);
      const order = await page
        .locator('.q-turn')
        .evaluateAll((turns) => turns.map((turn) => (turn as HTMLElement).dataset['question']));
      const wrong = order.filter((id) => !right.includes(id ?? ''));
      await page.getByRole('button', { name: '到第一道没对的' }).click();
      expect(await focused()).toBe(wrong[0]);
      await page
        .locator(`[data-question="${wrong[0]}"]`)
        .getByRole('button', { name: '下一道没对的' })
        .click();
      expect(await focused()).toBe(wrong[1]);
      await page.getByLabel(/只看没全对的/).check();
      expect(await page.locator('.q-turn').count()).toBe(wrong.length);
      // 点一道对了的，它又出来
      await all.nth(order.indexOf(right[0])).click();
      expect(await focused()).toBe(right[0]);
    }));

  test('doing the wrong ones again passes over those already right', () =>
    withCleanPage({}, async ({ page }) => {
      const [section = ''] = [
        ...new Map(
          bankOf(route).map(({ section }) => [
            section,
            bankOf(route).filter((each) => each.section === section),
          ]),
        ),
      ]
        .filter(([, items]) => items.filter(({ type }) => type === 'single').length >= 2)
        .map(([name]) => name);
      await openQuiz(page, route);
      await page.getByLabel('某一节').check();
      await page.getByLabel('小节').selectOption(section);
      await beginPaper(page, { layout: '整卷摊开', length: '全部' });
      const done = await answerSingles(page, (nth) => nth === 0);
      await handIn(page);
      await page.getByRole('button', { name: /重做没对的/ }).click();
      await page.locator('.q-turn').first().waitFor();
      const again = await page
        .locator('.q-turn')
        .evaluateAll((turns) => turns.map((turn) => (turn as HTMLElement).dataset['question']));
      expect(again).not.toContain(done[0]);
      expect(again).toContain(done[1]);
    }));

  test('one at a time, 下一题 goes from one open question to the next and ends with 交卷', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page, { length: '20 题' });
      const seen: number[] = [];
      // 单选全答对，别的不答
      for (let at = 0; ; at++) {
        const turn = page.locator(`[data-index="${at}"]`);
        const id = await turn.getAttribute('data-question');
        const question = singles.find((each) => each.id === id);
        const answer = question?.options.find(({ correct }) => correct)?.text;
        if (answer) await turn.getByLabel(answer, { exact: true }).check();
        else seen.push(at);
        if ((await next(page).count()) === 0) break;
        await next(page).click();
      }
      await handIn(page);
      await page.getByRole('button', { name: /重做没对的/ }).click();
      for (const [nth, at] of seen.entries()) {
        await page.locator(`[data-index="${at}"]`).waitFor();
        expect(await next(page).count()).toBe(nth < seen.length - 1 ? 1 : 0);
        if (nth < seen.length - 1) await next(page).click();
      }
    }));
});

test('hints are mentioned only where there are any', () =>
  withCleanPage({}, async ({ page }) => {
    await openQuiz(page, route);
    expect(await page.getByText('提示').count()).toBeGreaterThan(0);
    await page.route(`**${route}`, async (request) => {
      const response = await request.fetch();
      const body = await response.text();
      await request.fulfill({
        response,
        body: body.replaceAll('&quot;hinted&quot;:[0,true]', '&quot;hinted&quot;:[0,false]'),
      });
    });
    await openQuiz(page, route);
    expect(await page.locator('.chapter-quiz').getByText('提示').count()).toBe(0);
  }));
