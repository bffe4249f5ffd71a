/** 学习记录：读不懂的另存着不丢，合入的文件有个大小，回来的页面是新的；题型用到了才取。 */
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import { nextFrame, visit, withCleanPage } from './support/browser.ts';
import { watchShifts } from './support/measure.ts';
import {
  answerAnyhow,
  bankOf,
  beginPaper,
  checksOf,
  handIn,
  openCheck,
  openQuiz,
  richestRoute as route,
} from './support/quiz.ts';

const bank = bankOf(route);
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('som:quiz'));

/** 一份记录：`bank` 里头几题各做对一次。 */
function recordOf(questions: readonly Question[]): string {
  const items = Object.fromEntries(
    questions.map(({ id, hash }) => [
      id,
      { [hash]: [{ at: 1_700_000_000_000, earned: 1, hinted: false }] },
    ]),
  );
  return JSON.stringify({ version: 1, items });
}

const write = (page: Page, text: string) =>
  page.evaluate((text) => localStorage.setItem('som:quiz', text), text);

async function answerOne(page: Page): Promise<void> {
  await beginPaper(page);
  await answerAnyhow(page.locator('.q-turn'));
  await handIn(page);
  await page.getByRole('button', { name: '再选一份' }).click();
}

describe('a stored record', () => {
  const whole = recordOf(bank.slice(0, 3));
  test.each<[what: string, bad: string, left: number]>([
    ['cut in half', whole.slice(0, whole.length / 2), 0],
    ['with one bad corner', whole.replace('1700000000000', '"昨天"'), 2],
  ])('%s is set aside before anything is written over it, and said', (_what, bad, left) =>
    withCleanPage({ acceptDownloads: true }, async ({ page, problems }) => {
      await visit(page, '/404.html');
      await write(page, bad);
      await openQuiz(page, route);
      await page.getByText('学习记录有读不懂的地方').waitFor();
      await answerOne(page);
      await page.getByText(`共 ${left + 1} 次作答`).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载原文' }).click(),
      ]);
      expect(await textOf(await file.createReadStream())).toBe(bad);
      // 刷新以后新的读得出，旧的还在
      await page.reload();
      await page.getByText(`共 ${left + 1} 次作答`).waitFor();
      await page.getByRole('button', { name: '不留了' }).click();
      expect(await page.getByText('读不懂').count()).toBe(0);
      expect(problems).toEqual([]);
    }),
  );

  test('that is unreadable is not written over when there is no room to set it aside', () =>
    withCleanPage(
      {
        before: `const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, text) {
            if (key.includes('.aside.')) throw new DOMException('full', 'QuotaExceededError');
            return set.call(this, key, text);
          };`,
      },
      async ({ page }) => {
        await visit(page, '/404.html');
        await write(page, '{"version":1,"it');
        await openQuiz(page, route);
        await page.getByText('没有去覆盖它').waitFor();
        await answerOne(page);
        expect(await stored(page)).toBe('{"version":1,"it');
        await page.getByText('共 1 次作答').waitFor();
      },
    ));

  test('made while the clock was wrong can be exported and taken in elsewhere', () =>
    withCleanPage(
      { acceptDownloads: true, before: 'Date.now = () => -1000;' },
      async ({ page }) => {
        await openQuiz(page, route);
        await answerOne(page);
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: '导出记录' }).click(),
        ]);
        const content = await textOf(await file.createReadStream());
        await page.getByRole('button', { name: '清空' }).click();
        await page.getByRole('button', { name: '确定清空' }).click();
        await page.getByText('还没有作答记录').waitFor();
        await page.locator('input[type=file]').setInputFiles({
          name: 'record.json',
          mimeType: 'application/json',
          buffer: Buffer.from(content),
        });
        await page.getByText('合入了 1 次作答').waitFor();
      },
    ));
});

test('a file beyond what a record can be is refused at once, and one without answers says so', () =>
  withCleanPage({}, async ({ page }) => {
    await openQuiz(page, route);
    // 文件在页面里造：几十兆不必隔着进程搬
    const take = (text: string, times = 1) =>
      page.locator('input[type=file]').evaluate(
        (input: HTMLInputElement, [text, times]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text.repeat(times)], 'record.json'));
          input.files = transfer.files;
          input.dispatchEvent(new Event('change', { bubbles: true }));
        },
        [text, times] as const,
      );
    await take('x', 30_000_000);
    await page.getByText('文件有 30.0 MB，超过 10 MB').waitFor();
    await take('{"kind":"service-operations-quiz-record","version":1,"items":{}}');
    await page.getByText('一次作答也没有').waitFor();
    expect(await stored(page)).toBeNull();
  }));

describe('pages that come back', () => {
  /** 测试用的浏览器不冻结离开的页面，这里照它回来时那样通知一声。 */
  const comeBack = (page: Page) =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

  test('show what was learned meanwhile: objectives, shelf, and an unfinished paper', () =>
    withCleanPage({}, async ({ page }) => {
      for (const [place, text] of [
        [route, /做过 3，会了 3|做过 [12]，会了 [12]/],
        ['/quiz/', /(会了|不稳) \d/],
      ] as const) {
        await visit(page, '/404.html');
        await page.evaluate(() => localStorage.clear());
        await visit(page, place);
        await page.locator('[data-quiz][data-ready]').waitFor();
        expect(await page.locator('.quiz').innerText()).not.toMatch(text);
        await write(page, recordOf(bank.slice(0, 3)));
        await comeBack(page);
        await page.locator('.quiz').getByText(text).first().waitFor();
        // 别处清空了，回来也是空的
        await page.evaluate(() => localStorage.clear());
        await comeBack(page);
        await page.locator('.quiz').getByText(text).first().waitFor({ state: 'detached' });
      }
    }));

  test('a change in another tab shows without coming back', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, '/quiz/');
      await page.locator('[data-quiz][data-ready]').waitFor();
      const other = await page.context().newPage();
      await openQuiz(other, route);
      await answerOne(other);
      await page.getByText(/(会了|不稳) 1/).waitFor();
    }));
});

describe('question types', () => {
  const sections = [...new Set(bank.map(({ section }) => section))].filter(
    (section) => checksOf(section).length > 0,
  );
  const typesOf = (section: string) => [...new Set(checksOf(section).map(({ type }) => type))];
  /** 题型最少的一节，少取的最多。 */
  const plainest = sections.toSorted((a, b) => typesOf(a).length - typesOf(b).length)[0] ?? '';

  test('are fetched for the questions at hand only', () =>
    withCleanPage({}, async ({ page }) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        if (/\/type\.[\w-]+\.js/.test(request.url())) fetched.push(request.url());
      });
      await openCheck(page, checksOf(plainest)[0] as Question);
      expect(typesOf(plainest).length).toBeLessThan(4);
      expect(
        new Set(fetched).size,
        `${plainest} 只有 ${typesOf(plainest).join('、')}，却取了\n${fetched.join('\n')}`,
      ).toBe(typesOf(plainest).length);
    }));

  /** 每种题型一节：头一题就是它，接管时画着的正是它。 */
  const shown = [
    ...new Map(sections.map((section) => [checksOf(section)[0]?.type ?? '', section])),
  ];
  test.each(shown)('taking over a check that shows a %s question moves nothing', (_type, section) =>
    withCleanPage({ viewport: { width: 412, height: 823 } }, async ({ page, problems }) => {
      await visit(page, `/chapters/${section}/`);
      const shifts = await watchShifts(page);
      await page.locator('.check-yourself').scrollIntoViewIfNeeded();
      const block = page.locator('[data-quiz=block]');
      await block.scrollIntoViewIfNeeded();
      const before = await block.innerText();
      await page.locator('[data-quiz=block][data-ready]').waitFor();
      await nextFrame(page);
      expect(await shifts(), `${section} 自测接管时版面动了`).toEqual([]);
      expect(await block.innerText()).toBe(before);
      expect(problems).toEqual([]);
    }),
  );

  test('that fail to load are said, with the questions still to be read and a way to try again', () =>
    withCleanPage({}, async ({ page }) => {
      await page.route(/\/type\.[\w-]+\.js/, (request) => request.abort());
      const [check] = checksOf(plainest) as [Question];
      await visit(page, `/chapters/${check.section}/`);
      // 不从头滚：滚到跟前会等它接管，它接管不了
      await page.mouse.move(100, 200);
      await page.locator('.check-yourself').scrollIntoViewIfNeeded();
      await page.locator('[data-quiz=block]').scrollIntoViewIfNeeded();
      await page.getByText('作答的部分没有取到').waitFor();
      await page.getByText(check.prompt.split('\n')[0] ?? '').waitFor();
      await page.unroute(/\/type\.[\w-]+\.js/);
      await page.getByRole('button', { name: '再取一次' }).click();
      const turn = page.locator('.q-turn:visible');
      await turn.waitFor();
      await answerAnyhow(turn);
      await turn.getByRole('button', { name: '交答案' }).click();
      await turn.locator('.q-verdict').waitFor();
    }));
});
