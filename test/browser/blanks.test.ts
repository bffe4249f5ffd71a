/** 半成品例题里的空格：填得了、批得出、说得清，刷新还在。 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { judgeNumber, shownAnswer, type NumberBlank } from '../../src/components/judge-blank.ts';
import { meter } from './support/measure.ts';
import { visit, withCleanPage, withFreshPage, withPage } from './support/browser.ts';
import { fileOf, required, sectionRoutes } from './support/routes.ts';

const withBlanks = required(
  sectionRoutes.filter((route) => readFileSync(fileOf(route), 'utf8').includes('class="blank"')),
  '带空格的小节',
);
const route = '/chapters/location/many-sites/';
const phone = { viewport: { width: 390, height: 844 } };

const blanks = (page: Page) => page.locator('.blank');
const markOf = (blank: Locator) => blank.getAttribute('data-mark');

/** 网页里写着的答案与错法。 */
async function readBlank(field: Locator): Promise<NumberBlank> {
  return field.evaluate((element: HTMLElement) => {
    const { key, unit, digits, slips = '[]' } = element.dataset;
    return {
      key: Number(key),
      unit: unit as NumberBlank['unit'],
      digits: Number(digits),
      slips: JSON.parse(slips) as NumberBlank['slips'],
    };
  });
}

async function type(blank: Locator, text: string): Promise<void> {
  const field = blank.locator('input');
  await field.fill(text);
  await field.press('Enter');
  await blank.and(blank.page().locator('[data-mark]')).waitFor();
}

describe('the blanks of a half-finished example', () => {
  test('a right number, a slip, too few digits, nonsense and full-width digits are told apart', () =>
    withCleanPage(phone, async ({ page, problems }) => {
      await visit(page, route);
      const blank = blanks(page).nth(2);
      const field = blank.locator('input');
      const { slips } = await readBlank(field);
      const note = page.locator('.blank-note');
      await type(blank, '1.25');
      expect(await markOf(blank)).toBe('wrong');
      expect(await note.innerText()).toContain(slips[0]?.[1]);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'));
      await type(blank, '0.9');
      expect(await markOf(blank)).toBe('coarse');
      await type(blank, '很近');
      expect(await markOf(blank)).toBe('unread');
      expect(await note.innerText()).toMatch(/没看懂|读不懂|数/);
      await type(blank, '０．９１ 公里');
      expect(await markOf(blank)).toBe('right');
      expect(await note.count()).toBe(0);
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      expect(await page.locator('.blanks [role=status]').innerText()).toContain('对');
      expect(problems).toEqual([]);
    }));

  test('one blank can be shown its answer, by keyboard alone, and the others stay blank', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, route);
      const first = blanks(page).first().locator('input');
      await first.focus();
      await page.locator('.blanks [role=status]').waitFor({ state: 'attached' });
      // 空着按回车，就给看这一空的答案
      await page.keyboard.press('Enter');
      const button = page.getByRole('button', { name: '看这一空的答案' });
      await button.waitFor();
      await page.keyboard.press('Tab');
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      expect(await first.inputValue()).toBe(shownAnswer(await readBlank(first)));
      expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await blanks(page).first().getAttribute('data-sign')).toBe('答');
      await page.keyboard.press('Tab');
      expect(
        await blanks(page)
          .nth(1)
          .locator('input')
          .evaluate((element) => element === document.activeElement),
      ).toBe(true);
      expect(await blanks(page).nth(1).locator('input').inputValue()).toBe('');
    }));

  test('entries survive a reload of the tab, with their marks, and are not there in another tab', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, route);
      await type(blanks(page).nth(0), '2');
      await type(blanks(page).nth(1), '10');
      await page.reload();
      await page.locator('.blank[data-mark]').nth(1).waitFor();
      expect(await blanks(page).nth(0).locator('input').inputValue()).toBe('2');
      expect(await markOf(blanks(page).nth(0))).toBe('wrong');
      expect(await markOf(blanks(page).nth(1))).toBe('right');
      const other = await page.context().newPage();
      await visit(other, route);
      await other.locator('.blank input').first().focus();
      await other.locator('.blanks [role=status]').waitFor({ state: 'attached' });
      expect(await other.locator('.blank input').first().inputValue()).toBe('');
    }));

  test('a blank for a word is chosen from a list and says why not', () =>
    withCleanPage({}, async ({ page }) => {
      await visit(page, '/chapters/location/customers-not-cost/');
      const first = blanks(page).first();
      await first.locator('select').focus();
      await page.locator('.blanks [role=status]').waitFor({ state: 'attached' });
      await first.locator('select').selectOption('送达型');
      expect(await markOf(first)).toBe('wrong');
      expect(await page.locator('.blank-note').innerText()).toContain('接通的快慢');
      await first.locator('select').selectOption('准制造型');
      expect(await markOf(first)).toBe('right');
    }));

  test('what was typed before the script came is judged, and a script that does not come says so', () =>
    withCleanPage({}, async ({ page }) => {
      let broken = true;
      await page.route('**/_astro/blanks.*.js', (request) =>
        broken ? request.abort() : request.continue(),
      );
      await visit(page, route);
      const first = blanks(page).first();
      await first.locator('input').fill('0');
      const told = page.locator('.blanks [role=alert]');
      await told.waitFor();
      expect(await told.innerText()).toContain('没有取到');
      broken = false;
      await page.reload();
      await first.locator('input').fill('0');
      await first.locator('input').press('Enter');
      await first.and(page.locator('[data-mark=right]')).waitFor();
    }));

  test('the script is fetched when a blank is touched, not before, and is light', () =>
    withFreshPage(phone, async ({ page }) => {
      const sent = await meter(page);
      await visit(page, '/chapters/location/one-site/');
      await sent.quiet();
      expect(sent.transfers.filter(({ url }) => url.includes('blanks'))).toEqual([]);
      const before = sent.bytes;
      await blanks(page).first().locator('input').focus();
      await page.locator('.blanks [role=status]').waitFor({ state: 'attached' });
      await sent.quiet();
      expect(sent.bytes - before, sent.report()).toBeLessThan(45_000);
    }));
});

test('fields are 44 px tall on a phone, and lines to write on without JavaScript', () =>
  withCleanPage({ ...phone, javaScriptEnabled: false }, async ({ page }) => {
    for (const each of [route, '/chapters/location/customers-not-cost/']) {
      await visit(page, each);
      for (const field of await page.locator('.blank :is(input, select)').all()) {
        expect((await field.boundingBox())?.height, each).toBeGreaterThanOrEqual(44);
        expect(await field.evaluate((f) => getComputedStyle(f).borderBottomStyle)).toBe('solid');
      }
    }
  }));

test('every blank has a name, knows its own answer and tells its slips apart', () =>
  withPage({}, async ({ page }) => {
    const found = await page.evaluate(
      (sources) =>
        sources.flatMap(([route, html]) => {
          const document = new DOMParser().parseFromString(html, 'text/html');
          return [...document.querySelectorAll<HTMLElement>('.blank :is(input, select)')].map(
            ({ dataset: { key = '', unit, digits, slips = '[]' }, ariaLabel }) => ({
              where: `${route} 的“${ariaLabel ?? ''}”`,
              named: (ariaLabel ?? '') !== '',
              word: unit === undefined,
              blank: { key: Number(key), unit, digits: Number(digits) },
              slips: JSON.parse(slips) as [number, string][],
            }),
          );
        }),
      withBlanks.map((route) => [route, readFileSync(fileOf(route), 'utf8')] as const),
    );
    expect(found.length).toBeGreaterThan(60);
    for (const { where, named, word, blank, slips } of found) {
      expect.soft(named, `${where}：空格没有名字，写 label="…"`).toBe(true);
      if (word) continue;
      const whole = { ...blank, slips } as NumberBlank;
      const answer = shownAnswer(whole);
      expect
        .soft(judgeNumber(whole, answer).mark, `${where}：自己的答案 ${answer} 不算对；看 digits`)
        .toBe('right');
      for (const [value, why] of slips) {
        const percent = whole.unit === 'percent';
        const typed = `${Number((percent ? value * 100 : value).toPrecision(6))}${percent ? '%' : ''}`;
        expect
          .soft(
            judgeNumber(whole, typed),
            `${where}：错成 ${typed} 的认不出来；与答案离得太近就删去`,
          )
          .toEqual({ mark: 'wrong', says: why });
      }
    }
  }));
