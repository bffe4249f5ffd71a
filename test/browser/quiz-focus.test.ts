/** 焦点跟着走，方向键不翻页，多按的一下不算数；点得着的地方够大。 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import { holdBack, scrollThrough, visit, withCleanPage } from './support/browser.ts';
import {
  answerAnyhow,
  bankOf,
  beginPaper,
  checksOf,
  handIn,
  openCheck,
  openQuiz,
  richestRoute,
} from './support/quiz.ts';
import { required } from './support/routes.ts';

const isFocused = (place: Locator) => place.evaluate((node) => node === document.activeElement);

/** 放在一节末尾的一道计算题，有提示、前后还有别的题。 */
const check = required(
  [...new Set(bankOf(richestRoute).map(({ section }) => section))],
  '有题的小节',
)
  .map((section) => checksOf(section))
  .filter((checks) => checks.length > 1)
  .flat()
  .find(({ type, hints }) => type === 'numeric' && hints.length > 0) as Question;

describe('focus', () => {
  test('goes to the verdict after an answer, to the hint, to the answer, to the next question', () =>
    withCleanPage({}, async ({ page, problems }) => {
      const turn = await openCheck(page, check);
      await turn.locator('input[type=text]').fill('0.000123');
      await page.keyboard.press('Enter');
      await turn.locator('.q-verdict').waitFor();
      expect(await isFocused(turn.locator('.q-verdict'))).toBe(true);
      await turn.getByRole('button', { name: '给个提示' }).click();
      await turn.locator('.q-hints li').waitFor();
      expect(await isFocused(turn.locator('.q-hints li'))).toBe(true);
      await turn.getByRole('button', { name: '看答案' }).click();
      await turn.locator('.q-answer').waitFor();
      expect(await isFocused(turn.locator('.q-answer'))).toBe(true);
      await turn.getByRole('button', { name: '换一组数' }).click();
      await turn.locator('.q-answer').waitFor({ state: 'detached' });
      expect(await isFocused(turn.locator('.q-prompt'))).toBe(true);
      const steer = turn.getByRole('button', { name: /下一题|上一题/ }).first();
      await steer.click();
      expect(await isFocused(page.locator('.q-turn:visible .q-prompt'))).toBe(true);
      expect(problems).toEqual([]);
    }));

  test('goes to the prompt of the next question on a paper, to the result after handing in', () =>
    withCleanPage({}, async ({ page }) => {
      await openQuiz(page, richestRoute);
      await beginPaper(page);
      expect(await isFocused(page.locator('[data-index="0"] .q-prompt'))).toBe(true);
      await answerAnyhow(page.locator('.q-turn'));
      await page.getByRole('button', { name: '下一题' }).click();
      expect(await isFocused(page.locator('[data-index="1"] .q-prompt'))).toBe(true);
      await handIn(page);
      expect(await isFocused(page.locator('[data-heading]'))).toBe(true);
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      await page.locator('.q-explanation').first().waitFor();
      expect(await isFocused(page.locator('[data-heading]'))).toBe(true);
    }));
});

test('arrow keys never leave the page while a quiz is or was last in use; elsewhere they turn it', () =>
  withCleanPage({}, async ({ page }) => {
    const turn = await openCheck(page, check);
    // 翻节的链接被按了几次；不真的翻走，才数得下去
    await page.evaluate(() => {
      const turned: string[] = [];
      Object.assign(window, { turned });
      document.querySelector('.page-nav')?.addEventListener('click', (event) => {
        event.preventDefault();
        turned.push((event.target as Element).textContent ?? '');
      });
    });
    const turned = async () => {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      return page.evaluate(() => (window as unknown as { turned: string[] }).turned.length);
    };
    await turn.locator('input[type=text]').fill('0.000123');
    await page.keyboard.press('Enter');
    await turn.locator('.q-verdict').waitFor();
    expect(await turned(), '焦点在评语上').toBe(0);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect(await turned(), '焦点落空了').toBe(0);
    await turn.locator('.q-kind').click();
    expect(await turned(), '点在题里不能聚焦的地方').toBe(0);
    await page.locator('h1').click();
    expect(await turned(), '点到正文里，方向键就归翻节').toBeGreaterThan(0);
  }));

test('Enter twice, or the same answer written again, does not spend the second try', () =>
  withCleanPage({}, async ({ page }) => {
    const turn = await openCheck(page, check);
    const field = turn.locator('input[type=text]');
    await field.fill('0.000123');
    await field.press('Enter');
    await turn.locator('.q-verdict').waitFor();
    await field.press('Enter');
    await turn.getByText('答案没有改').waitFor();
    await field.fill('7');
    await field.fill('0.000123');
    await field.press('Enter');
    await turn.getByText('答案没有改').waitFor();
    expect(await turn.locator('.q-explanation').count()).toBe(0);
    // 第二次机会还在：这一次改了，才算
    await field.fill('0.000124');
    await field.press('Enter');
    await turn.locator('.q-explanation').waitFor();
  }));

test('presses queued while the answers are on their way count once', () =>
  withCleanPage({}, async ({ page }) => {
    const release = await holdBack(page, '**/quiz/**/*.json');
    const turn = await openCheck(page, check);
    const field = turn.locator('input[type=text]');
    await field.fill('0.000123');
    for (let i = 0; i < 3; i++) await field.press('Enter');
    release();
    await turn.locator('.q-verdict').waitFor();
    expect(await turn.locator('.q-explanation').count()).toBe(0);
    const record = await page.evaluate(() => localStorage.getItem('som:quiz'));
    expect(record?.match(/"earned":/g)?.length).toBe(1);
  }));

test('a check half done is there after a reload of the tab, and not in another tab', () =>
  withCleanPage({}, async ({ page }) => {
    const turn = await openCheck(page, check);
    const field = turn.locator('input[type=text]');
    await field.fill('0.000123');
    await field.press('Enter');
    await turn.locator('.q-verdict').waitFor();
    const said = await turn.locator('.q-verdict').innerText();
    await page.reload();
    await scrollThrough(page);
    await turn.locator('.q-verdict').waitFor();
    expect(await turn.locator('.q-verdict').innerText()).toBe(said);
    expect(await field.inputValue()).toBe('0.000123');
    const other = await page.context().newPage();
    const there = await openCheck(other, check);
    expect(await there.locator('input[type=text]').inputValue()).toBe('');
  }));

describe('what is pressed is large enough', () => {
  /** 每个露面的控件和整块能点的标签，太矮太窄的列出来。 */
  const tooSmall = (page: Page, scope: string) =>
    page.evaluate((scope) => {
      const often =
        '.q-options label, .groups label, .q-moves button, .q-steps-nav button, .q-turn .button, .q-actions .primary, .pin';
      const all =
        'button, select, summary, a[href], input:not([type=radio], [type=checkbox], [type=file]), label:has(input), [role=slider]';
      return [...document.querySelectorAll<HTMLElement>(scope)].flatMap((root) =>
        [...root.querySelectorAll<HTMLElement>(all)]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }))
          .filter((each) => !each.matches('.visually-hidden, :scope label input'))
          .flatMap((each) => {
            const { width, height } = each.getBoundingClientRect();
            const least = each.matches(often) ? 44 : 24;
            const narrow = each.matches('label, a') ? height : Math.min(width, height);
            return narrow < least - 0.5
              ? [
                  `${each.localName}.${each.className} “${each.innerText.slice(0, 12)}” ${Math.round(width)}×${Math.round(height)}，要 ${least}`,
                ]
              : [];
          }),
      );
    }, scope);

  test('on the quiz page, in every state', () =>
    withCleanPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await openQuiz(page, richestRoute);
      expect.soft(await tooSmall(page, '.quiz, .quiz-list'), '选题时').toEqual([]);
      await beginPaper(page, { layout: '整卷摊开', length: '全部' });
      for (let i = 0; i < 3; i++) await answerAnyhow(page.locator(`[data-index="${i}"]`));
      expect.soft(await tooSmall(page, '.quiz'), '作答时').toEqual([]);
      await handIn(page);
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      expect.soft(await tooSmall(page, '.quiz'), '揭晓以后').toEqual([]);
      await page.getByRole('button', { name: '再选一份' }).click();
      await beginPaper(page);
      expect.soft(await tooSmall(page, '.quiz'), '一题一题时').toEqual([]);
      await visit(page, '/quiz/');
      await page.locator('[data-quiz=shelf][data-ready]').waitFor();
      expect.soft(await tooSmall(page, '.quiz'), '各章一览').toEqual([]);
    }));

  test('at the end of a section', () =>
    withCleanPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      const turn = await openCheck(page, check);
      await turn.locator('input[type=text]').fill('0.000123');
      await page.keyboard.press('Enter');
      await turn.locator('.q-verdict').waitFor();
      expect(await tooSmall(page, '.quiz')).toEqual([]);
    }));
});
