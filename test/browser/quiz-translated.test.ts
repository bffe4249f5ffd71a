/** 浏览器的网页翻译动过页面以后，测验里会变的话照样变：每一步的字都与没有翻译时一样。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import { scrollThrough, visit, withCleanPage } from './support/browser.ts';
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
import { readableText, translateTexts } from './support/translate.ts';

/** 两次开卷抽到同一份题：随机数定死。 */
const before = `crypto.getRandomValues = (array) => array.fill(20240229);
  Date.now = () => 1_700_000_000_000;`;

type Steps = (page: Page, look: () => Promise<void>) => Promise<void>;

/** 照 `steps` 走一遍，每停一步记下读者看得见的字；`translated` 时每停一步就翻译一遍。 */
function walk(steps: Steps, translated: boolean): Promise<string[]> {
  return withCleanPage({ before, reducedMotion: 'reduce' }, async ({ page, problems }) => {
    const seen: string[] = [];
    await steps(page, async () => {
      seen.push((await readableText(page, '.quiz')).replace(/\s+/g, ' '));
      if (translated) await translateTexts(page, '.quiz');
    });
    expect(problems).toEqual([]);
    return seen;
  });
}

async function expectSame(steps: Steps): Promise<void> {
  const plain = await walk(steps, false);
  const translated = await walk(steps, true);
  expect(plain.length).toBeGreaterThan(2);
  for (const [step, text] of plain.entries()) {
    const words = text.split(' ');
    const seen = (translated[step] ?? '').split(' ');
    const at = seen.findIndex((word, i) => word !== words[i]);
    const near = (list: string[]) => list.slice(Math.max(0, at - 2), at + 3).join(' ');
    expect(
      at < 0 ? seen.length : near(seen),
      `第 ${step + 1} 步，翻译以后这里没有跟着变，或者说了两遍：会变的文字用 src/lib/Say.svelte`,
    ).toBe(at < 0 ? words.length : near(words));
  }
}

const sections = [...new Set(bankOf(richestRoute).map(({ section }) => section))];
const checks = sections.flatMap(checksOf);
const byType = [...new Map(checks.map((check) => [check.type, check]))];

describe('a check at the end of a section, of type', () => {
  test.each(byType)('%s', (_type, check: Question) =>
    expectSame(async (page, look) => {
      const turn = await openCheck(page, check);
      await look();
      await answerAnyhow(turn);
      await look();
      await turn.getByRole('button', { name: /交答案/ }).press('Enter');
      await turn.locator('.q-verdict').waitFor();
      await look();
      const hint = turn.getByRole('button', { name: /给个提示/ });
      if (await hint.count()) {
        await hint.click();
        await turn.locator('.q-hints').waitFor();
        await look();
      }
      const answer = turn.getByRole('button', { name: /看答案/ });
      if (await answer.count()) await answer.click();
      await turn.locator('.q-explanation').waitFor();
      await look();
      const redraw = turn.getByRole('button', { name: /换一组数/ });
      if (await redraw.count()) {
        await redraw.click();
        await turn.locator('.q-explanation').waitFor({ state: 'detached' });
        await look();
      }
      const steer = turn.getByRole('button', { name: /下一题|上一题/ });
      if (await steer.count()) await steer.first().click();
      await look();
    }),
  );
});

test('a whole paper, from choosing it to doing the wrong ones again', () =>
  expectSame(async (page, look) => {
    await openQuiz(page, richestRoute);
    await look();
    await page.locator('input[value="weak"]').check();
    await look();
    await page.locator('input[value="all"]').first().check();
    await beginPaper(page, { layout: '整卷摊开', length: '20 题' });
    await look();
    for (const turn of (await page.locator('.q-turn').all()).slice(0, 12)) await answerAnyhow(turn);
    await look();
    await page.getByRole('button', { name: /交卷/ }).click();
    await page.locator('.q-confirm').waitFor();
    await look();
    await page.getByRole('button', { name: /就这样交/ }).click();
    await page.locator('.q-objectives').waitFor();
    await look();
    await page.getByRole('button', { name: /重做没对的/ }).click();
    await page.locator('.q-review').waitFor({ state: 'detached' });
    await look();
    await handIn(page);
    await look();
    await page.getByRole('button', { name: /看答案与讲解/ }).click();
    await page.locator('.q-explanation').first().waitFor();
    await look();
    await page.getByRole('button', { name: /再选一份/ }).click();
    await page.locator('.q-setup').waitFor();
    await look();
  }));

test('translated before it answers input, a check says everything once', () =>
  withCleanPage({}, async ({ page, problems }) => {
    const [check] = checks;
    await openCheck(page, check as Question);
    const plain = await page.locator('.quiz').innerText();
    await page.evaluate(() => sessionStorage.clear());
    await visit(page, `/chapters/${check?.section}/`);
    await translateTexts(page, '.quiz');
    await scrollThrough(page);
    await page.locator('[data-quiz=block][data-ready]').waitFor();
    expect(await readableText(page, '.quiz')).toBe(plain);
    expect(problems).toEqual([]);
  }));
