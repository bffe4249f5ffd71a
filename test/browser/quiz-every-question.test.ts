/** 题库里的每一道题：随便答一次，看答案，讲解都出得来；一章只开一次页面，快跑只看合起来题型最全的。 */
import { describe, expect, test } from 'vitest';
import { withCleanPage } from './support/browser.ts';
import {
  allTypes,
  answerAll,
  bankOf,
  beginPaper,
  handIn,
  openQuiz,
  quizRoutes,
} from './support/quiz.ts';
import { fewOrAll } from './support/scope.ts';

describe.each(fewOrAll(allTypes, quizRoutes))('%s', (route) => {
  test('every question can be answered wrongly and is then explained, all on one paper', () =>
    withCleanPage({ reducedMotion: 'reduce' }, async ({ page, problems }) => {
      const ids = bankOf(route)
        .map(({ id }) => id)
        .toSorted();
      await openQuiz(page, route);
      await beginPaper(page, { layout: '整卷摊开', length: '全部' });
      const turns = page.locator('.q-turn');
      expect(await turns.count()).toBe(ids.length);
      await answerAll(page);
      await handIn(page);
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      await page.locator('.q-explanation').first().waitFor();
      const explained = await turns.evaluateAll((all) =>
        all
          .filter((turn) => turn.querySelector('.q-explanation')?.textContent?.trim())
          .map((turn) => (turn as HTMLElement).dataset['question'] ?? '')
          .sort(),
      );
      expect(problems, `${route} 看答案时报了错：多半是列表的键重复，键用序号`).toEqual([]);
      expect(explained, `${route} 这些题看不到讲解`).toEqual(ids);
      expect(await page.locator('.q-verdict').count()).toBe(ids.length);
    }));
});
