/** 课堂印出来的几样：押注单四张以内、没有答案；讲义三步一页、一步不拆在两页上；举牌一张。 */
import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visit, withPage } from './support/browser.ts';
import { fileOf, required, routes } from './support/routes.ts';
import { fewOrAll } from './support/scope.ts';

const decks = required(
  routes.filter((route) => /^\/classroom\/[^/]+\/desk\/$/.test(route)),
  '课堂',
).map((route) => route.replace(/desk\/$/, ''));
/** A4 去掉页边，按 96 dpi。 */
const sheet = { width: 673, height: 987 };

async function sheetsOf(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const plain = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&[#\w]+;|\s/g, '');

describe.each(decks)('%s', (deck) => {
  test('the worksheet says nothing of what is only in the notes', () => {
    const notes = readFileSync(fileOf(`${deck}script/`), 'utf8');
    const paper = plain(readFileSync(fileOf(`${deck}worksheet/`), 'utf8'));
    const secrets = [
      ...notes.matchAll(/<div class="say"[^>]*>([\s\S]*?)<\/div>/g),
      ...notes.matchAll(/<dd[^>]*>([\s\S]*?)<\/dd>/g),
    ].flatMap(([, said = '']) =>
      plain(said)
        .split(/[。？！；]/)
        .filter((sentence) => sentence.length >= 12),
    );
    expect(secrets.length, `${deck}script/ 里没有找到备注：换一种找法`).toBeGreaterThan(30);
    expect(
      secrets.filter((sentence) => paper.includes(sentence)),
      `${deck}worksheet/ 印了只给教师的话：看 src/pages/classroom/[chapter]/worksheet.astro`,
    ).toEqual([]);
    expect(paper).not.toMatch(/答案[：:]/);
  });
});

describe.each(fewOrAll(decks.slice(0, 2), decks))('%s', (deck) => {
  test('the worksheet takes at most four sheets', () =>
    withPage({}, async ({ page }) => {
      await visit(page, `${deck}worksheet/`);
      const sheets = await sheetsOf(page);
      expect(
        sheets,
        `${deck}worksheet/ 印出来太长：改短题面，或改它的打印样式`,
      ).toBeLessThanOrEqual(4);
      expect(sheets).toBeGreaterThan(0);
    }));

  test('the handout puts three steps on a sheet and never splits one', () =>
    withPage({}, async ({ page }) => {
      await visit(page, `${deck}handout/`);
      const steps = await page.locator('.hand').count();
      expect(steps).toBeGreaterThan(20);
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(sheet);
      const tall = await page
        .locator('.hand')
        .evaluateAll(
          (all, half) =>
            all.flatMap((each) =>
              each.getBoundingClientRect().height > half
                ? [each.textContent.trim().slice(0, 20)]
                : [],
            ),
          sheet.height / 2,
        );
      expect(tall, `${deck}handout/ 这些步占了半页以上：备注写得太长`).toEqual([]);
      const pictures = await page.locator('.hand .picture').count();
      expect(pictures, '押注与放着看的步没有画面').toBeGreaterThan(5);
      expect(await sheetsOf(page)).toBeLessThanOrEqual(Math.ceil(steps / 3) + 3);
    }));
});

test('the cards are one sheet', () =>
  withPage({}, async ({ page }) => {
    expect(existsSync(fileOf('/classroom/cards/'))).toBe(true);
    await visit(page, '/classroom/cards/');
    expect(await sheetsOf(page)).toBe(1);
  }));
