/** 食堂排队实验：按键只用键盘，坏表说得出行号，敲进去的什么都不丢。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scrollToTop, visit, widgetsReady, withCleanPage } from './support/browser.ts';
import { axeViolations, freezeMotion, overflowing } from './support/checks.ts';
import { unlock } from './support/widgets.ts';

const route = '/widgets/canteen-lab/';
const box = '#canteen-times';

async function open(page: Page): Promise<void> {
  await visit(page, route);
  await widgetsReady(page);
  await unlock(page);
}
async function openTable(page: Page): Promise<void> {
  await open(page);
  await page.getByLabel('读一份表').check();
}
const own = (page: Page) => page.locator('[data-own-sentence]');
const pad = (page: Page) => page.getByRole('group', { name: '现场按键' });
const rows = (count: number, change: (row: number) => string | null = () => null) =>
  [
    '到达,开始,办完',
    ...Array.from(
      { length: count },
      (_, i) => change(i + 2) ?? `${i * 3},${i * 3 + (i % 2)},${i * 3 + 3}`,
    ),
  ].join('\n');

describe('tapping', () => {
  test('works by keyboard alone, undoes, pauses, and survives a reload', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await open(page);
      const text = () => pad(page).innerText();
      await page.getByRole('button', { name: '来了一位' }).focus();
      for (const key of ['a', 'a', 'a', 'a', 'a', '1', '1', '1', 'z'])
        await page.keyboard.press(key);
      // 开始、办完并接着开始、再办完并接着开始，撤销掉最后一次开始
      expect(await text()).toMatch(/队里\s*3\s*人[\s\S]*到了\s*5\s*人，办完\s*2\s*人/);
      expect(
        await page
          .getByRole('radio', { name: /食堂中午/ })
          .first()
          .isChecked(),
      ).toBe(true);
      await page.keyboard.press('p');
      expect(await page.getByRole('button', { name: /继续/ }).isVisible()).toBe(true);
      await own(page).waitFor();

      // 换一天再来：标签页里的记忆没有了，设备上记的还在
      await page.evaluate(() => sessionStorage.clear());
      await page.reload({ waitUntil: 'load' });
      await widgetsReady(page);
      await page.getByRole('button', { name: '接着做我自己的' }).click();
      expect(await text()).toMatch(/队里\s*3\s*人[\s\S]*到了\s*5\s*人，办完\s*2\s*人/);

      await page.getByRole('button', { name: '清空重记' }).click();
      expect(await text()).toMatch(/到了\s*0\s*人/);
      await page.getByRole('button', { name: /取回清掉的 9 笔/ }).click();
      expect(await text()).toMatch(/到了\s*5\s*人/);
      expect(problems).toEqual([]);
    }));

  test('refuses what cannot have happened and says what to press', () =>
    withCleanPage({}, async ({ page }) => {
      await open(page);
      await page.getByRole('button', { name: /1 号窗/ }).click();
      expect(await pad(page).innerText()).toContain('先按“来了一位”');
    }));

  test('keeps working where storage is denied, and says so', () =>
    withCleanPage(
      {
        before: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
      },
      async ({ page, problems }) => {
        await open(page);
        await page.getByRole('button', { name: '来了一位' }).click();
        expect(await pad(page).innerText()).toMatch(/到了\s*1\s*人[\s\S]*没有地方存了/);
        await page.getByLabel('读一份表').check();
        await page.locator(box).fill(rows(6));
        await page.getByText('没有地方存了：框里的字都还在眼前').waitFor();
        expect(problems).toEqual([]);
      },
    ));
});

describe('a table of times', () => {
  test('names the bad row, keeps the good ones, and keeps what was typed through a reload', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await openTable(page);
      const typed = rows(20, (row) => (row === 9 ? '忘了记,22,24' : row === 15 ? '-4,1,2' : null));
      await page.locator(box).fill(typed);
      await page.getByText('第 9 行的“到达”写着“忘了记”').waitFor();
      expect(await page.locator('.problems').innerText()).toContain('第 15 行的“到达”是负的');
      expect(await own(page).innerText()).toContain('18 人');

      await page.reload({ waitUntil: 'load' });
      await widgetsReady(page);
      await unlock(page);
      expect(await page.locator(box).inputValue()).toBe(typed);
      expect(problems).toEqual([]);
    }));

  test('swapped columns are exchanged with one button', () =>
    withCleanPage({}, async ({ page }) => {
      await openTable(page);
      await page.locator(box).fill('到达,开始,办完\n1,0,2\n4,2,6\n7,6,8\n9,8,11\n12,10,14');
      await page.getByRole('button', { name: '对调这两列再读' }).click();
      await own(page).waitFor();
      expect(await own(page).innerText()).toContain('5 人');
      expect(await page.locator('.problems').count()).toBe(0);
    }));

  test('ten thousand rows are all used, and none is put into the box', () =>
    withCleanPage({}, async ({ page, problems }) => {
      await openTable(page);
      const text = rows(10_000, (row) => (row === 7_777 ? '坏,1,2' : null));
      const file = { name: '食堂.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('input[type=file]').setInputFiles(file);
      await own(page).waitFor();
      expect(await own(page).innerText()).toContain('9999 人');
      expect(await page.locator('.problems').innerText()).toContain('第 7777 行');
      expect(await page.locator(box).inputValue()).toBe('');
      expect(problems).toEqual([]);
    }));

  test('a GBK file is read, and the text it displaced can be fetched back', () =>
    withCleanPage({}, async ({ page }) => {
      await openTable(page);
      await page.locator(box).fill('我敲的字');
      const gbk = Buffer.concat([
        Buffer.from([0xb5, 0xbd, 0xb4, 0xef, 0x2c, 0xbf, 0xaa, 0xca, 0xbc, 0x2c]),
        Buffer.from([0xb0, 0xec, 0xcd, 0xea, 0x0a]),
        Buffer.from('0,0,2\n1,2,3\n2,3,4\n4,4,5\n6,6,7\n'),
      ]);
      const choose = page.locator('input[type=file]');
      await choose.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: gbk });
      await page.getByText('编码 GB18030').waitFor();
      await own(page).waitFor();
      await page.getByRole('button', { name: '换回刚才的内容' }).click();
      expect(await page.locator(box).inputValue()).toBe('我敲的字');
      const workbook = { name: 'b.xlsx', mimeType: '', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0]) };
      await choose.setInputFiles(workbook);
      await page.getByText('Excel 工作簿').waitFor();
      expect(await page.locator(box).inputValue()).toBe('我敲的字');
    }));

  test('prints a clean report with the date as typed', () =>
    withCleanPage({ before: 'window.print = () => {};' }, async ({ page, problems }) => {
      await openTable(page);
      await page.locator(box).fill(rows(60));
      await own(page).waitFor();
      await page.getByText('印一份报告').click();
      await page.getByLabel('日期').fill('五月一日 <b>');
      await page.getByRole('button', { name: '打印报告' }).click();
      await page.locator('.report').waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      const seen = await page.locator('body').innerText();
      expect(seen).toContain('排队实测报告');
      expect(seen).toContain('五月一日 <b>');
      expect(seen).not.toContain('食堂四个窗口');
      expect(await page.locator('.report button').count()).toBe(0);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      expect(await page.locator('.report').count()).toBe(0);
      expect(problems).toEqual([]);
    }));

  test.each([360, 1280])(
    'nothing overflows and axe finds nothing with data in it, %i px',
    (width) =>
      withCleanPage({ viewport: { width, height: 800 } }, async ({ page }) => {
        await openTable(page);
        await page.locator(box).fill(rows(30, (row) => (row === 5 ? 'x,1,2' : null)));
        await own(page).waitFor();
        await freezeMotion(page);
        await scrollToTop(page);
        expect(await overflowing(page)).toEqual([]);
        expect(await axeViolations(page)).toEqual([]);
      }),
  );
});
