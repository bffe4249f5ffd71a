/** 做到一半的卷子：刷新、后退、另开一页都接得上；交卷以后讲解一直看得到。 */
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, withFreshPage } from './support/browser.ts';
import {
  answerAnyhow,
  bankOf,
  beginPaper,
  handIn,
  openQuiz,
  richestRoute as route,
} from './support/quiz.ts';

const key = `som:runs:${route.split('/')[2]}`;

const prompts = (page: Page) => page.locator('.q-prompt').allInnerTexts();
const next = (page: Page) => page.getByRole('button', { name: '下一题' });
const answered = (page: Page) => page.locator('.q-steer').innerText();

/** 一题一题的卷子，答完头两题，停在第三题。 */
async function answerTwo(page: Page): Promise<void> {
  for (let i = 0; i < 2; i++) {
    await answerAnyhow(page.locator('.q-turn'));
    await next(page).click();
  }
  await page.locator('[data-index="2"]').waitFor();
}

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

describe('a running quiz', () => {
  test('is there after a reload and after Back: same question, same numbers, same answers', () =>
    withFreshPage({}, async ({ page, problems }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page, problems }) => {
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
    withFreshPage({ acceptDownloads: true }, async ({ page, problems }) => {
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
    withFreshPage(
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

describe('handing in', () => {
  test('回去作答 goes to the first question that is open, whichever way the paper is laid out', () =>
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
      await openQuiz(page, route);
      await beginPaper(page, { layout: '整卷摊开' });
      for (let i = 0; i < 4; i++) await answerAnyhow(page.locator(`[data-index="${i}"]`));
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByText('第 5 题还没有作答').waitFor();
      await answerAnyhow(page.locator('[data-index="4"]'));
      await page.locator('.q-confirm').waitFor({ state: 'detached' });
    }));

  test('a second click that lands on the button put there meanwhile hands nothing in', () =>
    withFreshPage({ reducedMotion: 'reduce' }, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page, problems }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
    withFreshPage({}, async ({ page }) => {
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
  withFreshPage({}, async ({ page }) => {
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
