/** 书签、划线与笔记，错题本：存得住、找得回、带得走；首页接得上。 */
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { holdBack, visit, withCleanPage } from './support/browser.ts';
import { axeViolations, overflowing } from './support/checks.ts';
import {
  answerAnyhow,
  bankOf,
  beginPaper,
  handIn,
  openQuiz,
  richestRoute,
} from './support/quiz.ts';
import { required, sectionRoutes } from './support/routes.ts';

const [route = ''] = required(sectionRoutes, '小节页面');
const section = route.split('/').slice(2, 4).join('/');

interface StoredNote {
  section: string;
  kind: string;
  quote: { text: string } | null;
  heads: Record<string, string>;
}

const notesOf = (page: Page): Promise<StoredNote[]> =>
  page.evaluate(() => {
    const record = JSON.parse(localStorage.getItem('som:quiz') ?? '{}') as {
      notes?: Record<string, StoredNote>;
    };
    return Object.values(record.notes ?? {});
  });

const wordsOf = async (page: Page) =>
  (await notesOf(page)).flatMap(({ heads }) => Object.values(heads)).toSorted();

/** 选中正文里够长的第 `nth` 段，等“划线”露面。 */
async function select(page: Page, nth = 0): Promise<string> {
  const text = await page.evaluate((nth) => {
    // 划线要等读者动过手才取来
    dispatchEvent(new Event('scroll'));
    const paragraphs = [...document.querySelectorAll('.section-page > .prose > p')].filter(
      ({ textContent }) => (textContent ?? '').length > 40,
    );
    const paragraph = paragraphs[nth] as HTMLElement;
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
    const range = document.createRange();
    const first = [...paragraph.childNodes].find(
      (node): node is Text => node instanceof Text && node.length > 12,
    );
    if (first) {
      range.setStart(first, 2);
      range.setEnd(first, 12);
    } else range.selectNodeContents(paragraph);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return range.toString();
  }, nth);
  // 守着选字的代码到了，再动一下选区
  const offer = page.getByRole('group', { name: '选中的这一句' });
  await page.getByRole('button', { name: '书签与笔记', exact: true }).waitFor();
  await page.evaluate(() => document.dispatchEvent(new Event('selectionchange')));
  await offer.waitFor();
  return text;
}

async function write(page: Page, words: string, nth = 0): Promise<void> {
  await select(page, nth);
  await page.getByRole('button', { name: '写笔记', exact: true }).click();
  await page.locator('.note-dialog textarea:focus').fill(words);
  await page.locator('.note-dialog').getByRole('button', { name: '关闭' }).click();
}

async function openPanel(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('scroll')));
  await page.getByRole('button', { name: '书签与笔记', exact: true }).click();
  await page.locator('.note-dialog[open]').waitFor();
}

async function openNotebook(page: Page): Promise<void> {
  await visit(page, '/notes/');
  await page.locator('[data-quiz=notebook][data-ready]').waitFor();
}

const marks = (page: Page) => page.locator('mark[data-note]');

test('the way to the notes, come late, moves nothing at the end of a section', () =>
  withCleanPage({ viewport: { width: 412, height: 823 } }, async ({ page }) => {
    const release = await holdBack(page, '**/islands*.js');
    await visit(page, route);
    await page.locator('.section-foot').scrollIntoViewIfNeeded();
    const places = () =>
      page
        .locator('.section-foot :is(.report button[data-report], nav a)')
        .evaluateAll((all) => all.map((item) => JSON.stringify(item.getBoundingClientRect())));
    const before = await places();
    release();
    await page.getByRole('button', { name: '书签与笔记', exact: true }).waitFor();
    expect(before.length).toBeGreaterThan(1);
    expect(await places(), '排到已经在那里的东西后面：看 src/layouts/reading.ts').toEqual(before);
  }));

describe('a sentence', () => {
  test('that was marked is still marked after a reload, and its words are on the page of all notes', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await visit(page, route);
      const quote = await select(page);
      await page.getByRole('button', { name: '划线', exact: true }).click();
      await marks(page).first().waitFor();
      await marks(page).first().click();
      await page.locator('.note-dialog textarea').fill('考前再看');
      await page.locator('.note-dialog').getByRole('button', { name: '存下' }).click();
      await page.getByText('存好了').waitFor();
      await page.reload();
      await page.evaluate(() => dispatchEvent(new Event('scroll')));
      await marks(page).first().waitFor();
      expect((await marks(page).allTextContents()).join('')).toBe(quote);
      await openNotebook(page);
      await page.getByText('考前再看').waitFor();
      await page.getByRole('link', { name: /^到原处/ }).click();
      await page.waitForURL(`**${route}#note-*`);
      await marks(page).first().waitFor();
      expect(problems).toEqual([]);
    }));

  test('that stands no longer in the text keeps its note, and says so', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, '/404.html');
      await page.evaluate((section) => {
        const quote = {
          text: '这一句课件里从来没有写过',
          prefix: '甲乙丙',
          suffix: '丁戊己',
          at: 3,
        };
        const note = {
          section,
          kind: 'highlight',
          made: 1,
          quote,
          heads: { a: '我的话' },
          dead: [],
        };
        localStorage.setItem(
          'som:quiz',
          JSON.stringify({ version: 2, items: {}, notes: { lost: note } }),
        );
      }, section);
      await visit(page, `${route}#note-lost`);
      const item = page.locator('[data-note-item=lost]');
      await item.getByText('这一句找不到了').waitFor();
      await item.getByText('这一句课件里从来没有写过').waitFor();
      expect(await item.locator('textarea').inputValue()).toBe('我的话');
      expect(await axeViolations(page, 'all', '.note-dialog')).toEqual([]);
    }));

  test('costs nothing before the reader touches the page: no code of notes is fetched', () =>
    withCleanPage({}, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await visit(page, route);
      expect(asked.filter((url) => /reading|section-notes/.test(url))).toEqual([]);
    }));
});

describe('by keyboard alone', () => {
  test('the paragraph being read is bookmarked, a note is written, deleted and brought back', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, route);
      await page.getByRole('button', { name: '显示' }).press('Enter');
      await page.getByRole('button', { name: '这一节的书签与笔记' }).press('Enter');
      await page.getByRole('button', { name: '在读到的这一段放书签' }).press('Enter');
      await page.getByText('书签放好了').waitFor();
      await page.getByRole('button', { name: '给这一节写笔记' }).press('Enter');
      await page.locator('textarea:focus').waitFor();
      await page.keyboard.type('整节的话');
      await page.keyboard.press('Escape');
      await expect.poll(() => wordsOf(page)).toEqual(['', '整节的话']);
      await openPanel(page);
      const item = page.locator('[data-note-item]', { hasText: '写给整节' });
      await item.getByRole('button', { name: '删除' }).press('Enter');
      await page.getByText('删掉了').waitFor();
      expect(await wordsOf(page)).toEqual(['']);
      await page.getByRole('button', { name: '撤销' }).press('Enter');
      await page.getByText('还在。').waitFor();
      expect(await wordsOf(page)).toEqual(['', '整节的话']);
    }));
});

describe('nothing is lost', () => {
  test('when two tabs write at the same time', () =>
    withCleanPage({}, async ({ page }) => {
      const other = await page.context().newPage();
      await visit(page, route);
      await visit(other, route);
      await write(page, '这一页写的', 0);
      await write(other, '那一页写的', 1);
      // 另一页写下的，过一会儿才传到这一页
      await expect.poll(() => wordsOf(page)).toEqual(['这一页写的', '那一页写的'].toSorted());
      // 先写的那一页也划上了后写的
      await page.waitForFunction(
        () =>
          new Set(
            [...document.querySelectorAll<HTMLElement>('mark[data-note]')].map(
              ({ dataset }) => dataset['note'],
            ),
          ).size === 2,
      );
    }));

  test('when the store is full: the note stays on the page, it is said, and can be exported', () =>
    withCleanPage(
      {
        acceptDownloads: true,
        before: `Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };`,
      },
      async ({ page }) => {
        await visit(page, route);
        await write(page, '存不进去的话');
        await page.getByText('浏览器不让保存').waitFor();
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: '导出记录' }).click(),
        ]);
        expect(await textOf(await file.createReadStream())).toContain('存不进去的话');
      },
    ));

  test('when it is taken to another device: exported, cleared, taken in again; a broken file changes nothing', () =>
    withCleanPage({ acceptDownloads: true }, async ({ page }) => {
      await visit(page, route);
      await write(page, '带走的话');
      await openNotebook(page);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出记录' }).click(),
      ]);
      const content = await textOf(await file.createReadStream());
      await page.getByRole('button', { name: '清空', exact: true }).click();
      await page.getByRole('button', { name: '确定清空' }).click();
      await page.getByText('还没有作答记录').waitFor();
      const take = (text: string) =>
        page.locator('input[type=file]').setInputFiles({
          name: 'record.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
      await take(content.replace('"kind":"highlight"', '"kind":"painting"'));
      await page.getByText(/处读不懂.*什么都没有改动/).waitFor();
      expect(await wordsOf(page)).toEqual([]);
      await take(content);
      await page.getByText('合入了 1 条书签、划线与笔记').waitFor();
      await page.getByText('带走的话').waitFor();
    }));
});

describe('the page of notes and wrong answers', () => {
  test('shows what was answered wrong, the explanation, the way back and the way to try again', () =>
    withCleanPage({ viewport: { width: 360, height: 740 } }, async ({ page, problems }) => {
      await openQuiz(page, richestRoute);
      await beginPaper(page, { layout: '一题一题', length: '5 题' });
      for (let i = 0; i < 5; i++) {
        await answerAnyhow(page.locator('.q-turn'));
        const next = page.getByRole('button', { name: '下一题' });
        if (await next.count()) await next.click();
      }
      await handIn(page);
      const wrong = await page.evaluate(() => {
        const { items } = JSON.parse(localStorage.getItem('som:quiz') ?? '{}') as {
          items: Record<string, Record<string, { earned: number }[]>>;
        };
        return Object.entries(items)
          .filter(([, all]) => Object.values(all).some(([first]) => (first?.earned ?? 1) < 1))
          .map(([id]) => id);
      });
      expect(wrong.length, '随便答的五题里该有答错的').toBeGreaterThan(0);
      await openNotebook(page);
      for (const id of wrong) {
        const card = page.locator(`[data-wrong="${id}"]`);
        await card.locator('.q-explanation').waitFor();
        const question = bankOf(richestRoute).find((each) => each.id === id);
        expect(
          await card.locator('.q-links a', { hasText: '回看' }).getAttribute('href'),
        ).toContain(question?.section);
      }
      expect(await overflowing(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      await page
        .locator(`[data-wrong="${wrong[0]}"]`)
        .getByRole('link', { name: /^再做一遍/ })
        .click();
      await page.locator(`.q-turn[data-question="${wrong[0]}"], .q-turn`).first().waitFor();
      expect(page.url()).toContain(`#q-${wrong[0]}`);
      expect(problems).toEqual([]);
    }));

  test('prints the notes and the wrong answers, not the buttons', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, route);
      await write(page, '印出来的话');
      await openNotebook(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('印出来的话').isVisible()).toBe(true);
      for (const name of ['导出记录', '打印这一页'])
        expect(await page.getByRole('button', { name }).count(), `${name} 不该印出来`).toBe(0);
    }));
});

describe('the front page', () => {
  test('lets a newcomer guess in the first screen of a phone, and then shows the figure', () =>
    withCleanPage({ viewport: { width: 360, height: 640 } }, async ({ page, problems }) => {
      await visit(page, '/');
      const guess = page.getByRole('button', { name: '6 人' });
      const box = await guess.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0), '猜的按钮要在首屏').toBeLessThanOrEqual(
        640,
      );
      const rest = page.locator('.cliff .rest').last();
      expect(await rest.isVisible()).toBe(false);
      await guess.click();
      await page.getByText('你猜 6 人').waitFor();
      expect(await rest.isVisible()).toBe(true);
      expect(problems).toEqual([]);
    }));

  test('takes who comes back to the section and heading he left, and to what there is to review', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, route);
      const heading = page.locator('.prose > h2[id]').first();
      await page.evaluate(() => {
        dispatchEvent(new Event('scroll'));
        document.querySelector('.prose > h2[id]')?.scrollIntoView({ behavior: 'instant' });
      });
      await page.getByRole('button', { name: '书签与笔记', exact: true }).waitFor();
      const [id, words] = [await heading.getAttribute('id'), await heading.textContent()];
      await page.evaluate(() => {
        const attempt = { at: 1, earned: 0, hinted: false };
        localStorage.setItem(
          'som:quiz',
          JSON.stringify({ version: 2, items: { cliff: { h0: [attempt] } }, notes: {} }),
        );
      });
      await visit(page, '/');
      await page.getByText(`上次停在“${words?.trim()}”`).waitFor();
      const on = page.getByRole('link', { name: /^接着读/ });
      expect(await on.getAttribute('href')).toContain(`${route}#${encodeURIComponent(id ?? '')}`);
      await page.getByRole('link', { name: '复习 1 道错题' }).click();
      await page.waitForURL('**/notes/#wrong');
    }));
});
