/** 测验：四种题型全用键盘答得了，记录带得走，存不了也照常做。 */
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import { holdBack, scrollThrough, visit, withCleanPage } from './support/browser.ts';
import { axeViolations, freezeMotion, overflowing } from './support/checks.ts';
import {
  allTypes,
  answerAll,
  bankOf,
  checksOf,
  openCheck,
  quizRoutes,
  richestRoute as route,
} from './support/quiz.ts';
import { everything, fewOrAll } from './support/scope.ts';

const firstOf = (questions: Question[], type: string) => {
  const found = questions.find((question) => question.type === type);
  if (!found) throw new Error(`题库里没有 ${type} 题`);
  return found;
};

async function openOne(page: Page, route: string, id: string): Promise<void> {
  await visit(page, '/404.html');
  await visit(page, `${route}#q-${id}`);
  await page.locator(`[data-question="${id}"]`).waitFor();
}

/** 一直按 Tab，直到焦点落在选择器上。 */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`按了六十次 Tab 也没走到 ${selector}`);
}

const shown = (page: Page) => page.locator('.q-result').first().innerText();

async function stored(page: Page): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('som:quiz'));
}

test('the list of papers does not move when its script comes late', () =>
  withCleanPage({ viewport: { width: 412, height: 823 } }, async ({ page }) => {
    const release = await holdBack(page, '**/QuizShelf*.js');
    await visit(page, '/quiz/');
    const tops = () =>
      page
        .locator('[data-quiz=shelf] li')
        .evaluateAll((all) => all.map((item) => item.getBoundingClientRect().top));
    const before = await tops();
    release();
    await page.locator('[data-quiz=shelf][data-ready]').waitFor();
    await page.getByText('还没有做过').first().waitFor();
    expect(await tops(), '接管以后多出的字没有占好地方：看 QuizShelf.svelte 的 .done').toEqual(
      before,
    );
  }));

describe(route, () => {
  test('one item of each type can be answered with the keyboard alone', () =>
    withCleanPage({}, async ({ page, problems }) => {
      const questions = bankOf(route);
      const answers: Record<string, () => Promise<void>> = {
        single: async () => {
          await tabTo(page, '.q-turn input[type=radio]');
          await page.keyboard.press('Space');
          await page.keyboard.press('ArrowDown');
        },
        multiple: async () => {
          await tabTo(page, '.q-turn input[type=checkbox]');
          await page.keyboard.press('Space');
          await page.keyboard.press('Tab');
          await page.keyboard.press('Space');
        },
        numeric: async () => {
          await tabTo(page, '.q-turn input[type=text]');
          await page.keyboard.insertText('１２．５');
          expect(await page.locator('.q-number small').innerText()).toMatch(/^读作 12\.5/);
        },
        ordering: async () => {
          const before = await page.locator('.q-steps li').allInnerTexts();
          await tabTo(page, '.q-moves button[aria-label^="下移"]');
          await page.keyboard.press('Enter');
          const after = await page.locator('.q-steps li').allInnerTexts();
          expect(after[1]).toBe(before[0]);
          expect(after[0]).toBe(before[1]);
          // 焦点还在刚才那一项的按钮上，可以接着往下移
          await page.keyboard.press('Enter');
          expect((await page.locator('.q-steps li').allInnerTexts())[2]).toBe(before[0]);
        },
      };
      for (const [type, answer] of Object.entries(answers)) {
        const { id } = firstOf(questions, type);
        await openOne(page, route, id);
        await answer();
        await tabTo(page, '.q-actions .primary');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: /1 题，对 [01] 题/ }).waitFor();
        expect(await shown(page), type).toMatch(/^(对了|对了一部分|不对|差一点)/);
        await page.getByRole('button', { name: '看答案与讲解' }).press('Enter');
        await page.locator('.q-explanation').waitFor();
        expect(await stored(page), type).toContain(`"${id}"`);
      }
      expect(problems).toEqual([]);
    }));

  test('an ordering item can also be dragged, past several others at once', () =>
    // 点开一题时页面会平滑地滚过来，边滚边拖就量不准：要求少动，页面一步到位
    withCleanPage({ reducedMotion: 'reduce' }, async ({ page }) => {
      const { id } = firstOf(bankOf(route), 'ordering');
      await openOne(page, route, id);
      const rows = page.locator('.q-steps .q-grip');
      const [top = ''] = await rows.allInnerTexts();
      await rows.first().hover();
      await page.mouse.down();
      const end = (await rows.nth(2).boundingBox())!;
      await page.mouse.move(end.x + 30, end.y + end.height / 2, { steps: 12 });
      await page.mouse.up();
      expect((await rows.allInnerTexts()).indexOf(top)).toBe(2);
      // 松手以后再动鼠标，不会还粘着
      await page.mouse.move(end.x + 30, end.y - 4 * end.height, { steps: 5 });
      expect((await rows.allInnerTexts()).indexOf(top)).toBe(2);
    }));

  test('an unread or missing answer costs nothing', () =>
    withCleanPage({}, async ({ page }) => {
      const { id } = firstOf(bankOf(route), 'numeric');
      await openOne(page, route, id);
      await page.locator('.q-turn input').fill('大约一刻钟');
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByRole('button', { name: '就这样交' }).click();
      await page.getByRole('heading', { name: '1 题，一题也没有作答' }).waitFor();
      expect(await shown(page)).toContain('不算错');
      expect(await stored(page)).toBeNull();
    }));

  test('wrong answers can be tried again before the answer is shown; the first try is what counts', () =>
    withCleanPage({}, async ({ page }) => {
      const questions = bankOf(route);
      const question = firstOf(questions, 'single') as Question & {
        options: { text: string; correct?: boolean }[];
      };
      const pick = (correct: boolean) =>
        page.getByLabel(
          question.options.find((option) => Boolean(option.correct) === correct)?.text ?? '',
          { exact: true },
        );
      await openOne(page, route, question.id);
      await pick(false).check();
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByRole('button', { name: /重做没对的/ }).waitFor();
      expect(await page.locator('.q-explanation').count()).toBe(0);
      await page.getByRole('button', { name: /重做没对的/ }).click();
      await pick(true).check();
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByRole('heading', { name: '1 题，对 1 题' }).waitFor();
      const record = await stored(page);
      expect(record?.match(/"earned":/g)?.length).toBe(1);
      expect(record).toContain('"earned":0');
    }));

  test('the record travels from one device to another, and a broken file changes nothing', () =>
    withCleanPage({ acceptDownloads: true }, async ({ page }) => {
      const { id } = firstOf(bankOf(route), 'single');
      await openOne(page, route, id);
      await page.locator('.q-turn input[type=radio]').first().check();
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByRole('button', { name: '再选一份' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出记录' }).click(),
      ]);
      const content = await textOf(await file.createReadStream());

      await withCleanPage({}, async ({ page: other }) => {
        await visit(other, route);
        await other.locator('[data-quiz][data-ready]').waitFor();
        const take = (text: string) =>
          other.locator('input[type=file]').setInputFiles({
            name: 'record.json',
            mimeType: 'application/json',
            buffer: Buffer.from(text),
          });
        await take(content.slice(0, 80));
        await other.getByText('什么都没有改动').waitFor();
        expect(await stored(other)).toBeNull();
        await take(content);
        await other.getByText('合入了 1 次作答').waitFor();
        expect(await stored(other)).toContain(`"${id}"`);
        await take(content);
        await other.getByText('没有新增').waitFor();
      });
    }));

  test.each([
    ['denied', `Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });`],
    ['full', `Storage.prototype.setItem = () => { throw new Error('full'); };`],
  ])('storage %s: everything on screen works and a note says it is not kept', (_name, before) =>
    withCleanPage({ before }, async ({ page, problems }) => {
      const { id } = firstOf(bankOf(route), 'single');
      await openOne(page, route, id);
      await page.locator('.q-turn input[type=radio]').first().check();
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByText('浏览器不让保存').waitFor();
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      await page.locator('.q-explanation').waitFor();
      await page.getByRole('button', { name: '再选一份' }).click();
      await page.getByText('共 1 次作答').waitFor();
      expect(problems).toEqual([]);
    }),
  );

  test('two tabs end up with the answers of both', () =>
    withCleanPage({}, async ({ page }) => {
      const [first, second] = bankOf(route).filter(({ type }) => type === 'single');
      const other = await page.context().newPage();
      await openOne(page, route, first!.id);
      await openOne(other, route, second!.id);
      for (const tab of [page, other]) {
        await tab.locator('.q-turn input[type=radio]').first().check();
        await tab.getByRole('button', { name: '交卷' }).click();
        await tab.getByRole('heading', { name: /1 题，对/ }).waitFor();
      }
      // 另一页写下的，过一会儿才传到这一页
      for (const { id } of [first!, second!])
        await expect.poll(() => stored(page)).toContain(`"${id}"`);
      await page.getByRole('button', { name: '再选一份' }).click();
      await page.getByText('共 2 次作答').waitFor();
    }));

  test('a question of a section can be answered twice and is then explained', () =>
    withCleanPage({}, async ({ page, problems }) => {
      const question = bankOf(route).find(({ type }) => type === 'single') as Question & {
        options: { text: string; correct?: boolean }[];
      };
      await visit(page, `/chapters/${question.section}/`);
      await scrollThrough(page);
      await page.locator('[data-quiz=block][data-ready]').waitFor();
      const turn = page.locator(`[data-question="${question.id}"]`);
      while (!(await turn.isVisible()))
        await page.locator('.q-turn:visible').getByRole('button', { name: '下一题' }).click();
      const [first = '', second = ''] = question.options
        .filter(({ correct }) => !correct)
        .map(({ text }) => text);
      await turn.getByLabel(first, { exact: true }).check();
      await turn.getByRole('button', { name: '交答案' }).click();
      await turn.getByText('不对。').waitFor();
      expect(await turn.locator('.q-explanation').count()).toBe(0);
      // 原样再交一次不算：第二次机会还在
      await turn.getByRole('button', { name: '再交一次' }).click();
      await turn.getByText('答案没有改').waitFor();
      await turn.getByLabel(second, { exact: true }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await turn.locator('.q-explanation').waitFor();
      expect(problems).toEqual([]);
    }));

  test('with the network gone the answer given stays, and works once it is back', () =>
    withCleanPage({}, async ({ page }) => {
      const question = bankOf(route)
        .flatMap(({ section }) => checksOf(section))
        .find(({ type }) => type === 'single');
      await page.route('**/quiz/**/*.json', (request) => request.abort());
      const turn = await openCheck(page, question!);
      await turn.locator('input').first().check();
      await turn.getByRole('button', { name: '交答案' }).click();
      await page.getByText('答案没有取到').waitFor();
      expect(await turn.locator('input').first().isChecked()).toBe(true);
      await page.unroute('**/quiz/**/*.json');
      await turn.getByRole('button', { name: '交答案' }).click();
      await turn.locator('.q-verdict').waitFor();
      expect(await page.getByText('答案没有取到').count()).toBe(0);
    }));
});

/** 每种题型只留头两题给 axe 看，其余的标出来：长得一样，查两题与查全部找得出的毛病相同。 */
async function markRepeats(page: Page, bank: readonly Question[]): Promise<void> {
  if (everything) return;
  const types = Object.fromEntries(bank.map(({ id, type }) => [id, type]));
  await page.locator('.q-turn').evaluateAll((turns, types) => {
    const seen = new Map<string, number>();
    for (const turn of turns as HTMLElement[]) {
      const type = types[turn.dataset['question'] ?? ''] ?? '';
      seen.set(type, (seen.get(type) ?? 0) + 1);
      turn.toggleAttribute('data-repeat', (seen.get(type) ?? 0) > 2);
    }
  }, types);
}

/** 窄屏放得下，浅色深色都没有无障碍问题。 */
async function expectClean(page: Page, route: string, state: string): Promise<void> {
  const where = `${route} ${state}`;
  await markRepeats(page, bankOf(route));
  const seen = { exclude: '[data-repeat]' };
  expect.soft(await overflowing(page), `${where} 在 360 px 宽时有东西宽出屏幕`).toEqual([]);
  expect.soft(await axeViolations(page, 'all', seen), `${where} 浅色下有无障碍问题`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axeViolations(page, 'colors', seen), `${where} 深色下有无障碍问题`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

test.each(fewOrAll(allTypes, quizRoutes))(
  '%s: the open paper, the marked and the revealed one are clean in light and dark, at 360 px',
  (route) =>
    withCleanPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await visit(page, route);
      await page.locator('[data-quiz][data-ready]').waitFor();
      await freezeMotion(page);
      await page.getByLabel('整卷摊开').check();
      await page.getByLabel('全部', { exact: true }).check();
      await expectClean(page, route, '选题时');
      await page.getByRole('button', { name: /^开始/ }).click();
      await page.locator('.q-turn').first().waitFor();
      await expectClean(page, route, '摊开的卷子');
      await answerAll(page);
      await page.getByRole('button', { name: '交卷' }).click();
      if (await page.getByRole('button', { name: '就这样交' }).count())
        await page.getByRole('button', { name: '就这样交' }).click();
      await page.getByRole('button', { name: '看答案与讲解' }).click();
      await expectClean(page, route, '讲解摊开以后');
    }),
  // 一章的卷子连查三遍，题多的章在忙的机器上要久一些
  180_000,
);
