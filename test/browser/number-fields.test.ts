/** 敲数的地方：滑块旁的框、表里的格子、猜测、数值题。不用的说清楚并退回原来的数；拼音选字的回车不算提交。 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import { urlOf, visit, widgetsReady, withCleanPage, withPage } from './support/browser.ts';
import { axeViolations, freezeMotion } from './support/checks.ts';
import { required, routes } from './support/routes.ts';
import { unlock } from './support/widgets.ts';

async function openWidget(page: Page, id: string): Promise<void> {
  const [route = ''] = required(
    routes.filter((each) => each === `/widgets/${id}/`),
    `实验 ${id} 的页面`,
  );
  await visit(page, route);
  await widgetsReady(page);
}

/** 敲进去，回车。 */
async function enter(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
  // 写得不普通的，读数的代码要另取：等到用上了，或者退回去了
  await field.evaluate(
    (input: HTMLInputElement, typed) =>
      new Promise<void>((done) => {
        const slider = input.closest('.control')?.querySelector<HTMLInputElement>('[type=range]');
        const same = (scale: number) =>
          Math.abs(Number(slider?.value) * scale - Number(typed)) < 1e-9;
        const check = () => {
          if (!slider || input.value !== typed || same(1) || same(100)) done();
          else requestAnimationFrame(check);
        };
        check();
      }),
    text,
  );
}

/**
 * 用拼音打字时按回车选字，两种浏览器的样子都来一遍：
 * Chromium 还在选字；Safari 已经说选完了，只在键码里留着 229。
 */
async function chooseWithEnter(page: Page, field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.focus();
  const session = await page.context().newCDPSession(page);
  const caret = { selectionStart: text.length, selectionEnd: text.length };
  await session.send('Input.imeSetComposition', { text, ...caret });
  await page.keyboard.press('Enter');
  await session.send('Input.insertText', { text });
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: '\r' });
  await session.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
  await session.detach();
}

/** 框旁边要说的话；读屏软件从框上就能找到它。 */
async function noteOf(field: Locator): Promise<{ text: string; refused: boolean }> {
  return field.evaluate((element) => ({
    text: (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id))
      .filter((note) => note?.matches('[role=alert]'))
      .map((note) => (note as HTMLElement).innerText.trim())
      .join(''),
    refused: element.getAttribute('aria-invalid') === 'true',
  }));
}

describe('a number field of an experiment', () => {
  test('refuses in words, keeps them until the next key, and shows the value in use', () =>
    withPage({}, async ({ page, problems }) => {
      await openWidget(page, 'kingman');
      await unlock(page);
      const field = page.getByRole('textbox', { name: '利用率' });
      const next = page.getByRole('textbox', { name: '每人平均办理' });
      const before = await field.inputValue();
      // 量两个框隔多远，不量它们在屏上哪里：刚揭晓，页面会自己跟着评语走
      const apart = async () => (await next.boundingBox())!.y - (await field.boundingBox())!.y;
      const distance = await apart();
      const hint = '看 NumberControl.svelte 与 number-entry.ts';
      for (const [text, says] of [
        ['120', '120% 不在 30% 到 95% 之内'],
        ['九成八', '98% 不在'],
        ['12分钟', '不是“分钟”'],
        ['3-5', '一段范围'],
        ['abc', '没看懂“abc”'],
        ['', '还没有填数'],
      ] as const) {
        await enter(field, text);
        const { text: note, refused } = await noteOf(field);
        expect.soft(note, `敲“${text}”；${hint}`).toContain(says);
        expect.soft(note, `敲“${text}”，没说还用多少；${hint}`).toContain(`还是用 ${before}%`);
        expect.soft(refused, `敲“${text}”没有标上 aria-invalid；${hint}`).toBe(true);
        expect.soft(await field.inputValue(), `框里要退回在用的数；${hint}`).toBe(before);
        // 离开了还在说
        await field.blur();
        expect.soft((await noteOf(field)).text, `移开焦点话就没了；${hint}`).toBe(note);
        // 话盖在说明的位置上；说明只有一行时，至多再占一行
        expect
          .soft(Math.abs((await apart()) - distance), `把下面的控件推走了；${hint}`)
          .toBeLessThanOrEqual(20);
        await field.press('5');
        expect.soft(await noteOf(field), hint).toEqual({ text: '', refused: false });
        await field.press('Escape');
      }
      expect(problems).toEqual([]);
    }));

  test('asks whether 0.9 in a percent field is 90 %, one press takes it', () =>
    withPage({}, async ({ page }) => {
      await openWidget(page, 'kingman');
      await unlock(page);
      const field = page.getByRole('textbox', { name: '利用率' });
      const slider = page.getByRole('slider', { name: '利用率' });
      await enter(field, '0.8');
      expect(await field.inputValue()).toBe('90');
      await page.getByRole('button', { name: '用 80%' }).press('Enter');
      expect(await field.inputValue()).toBe('80');
      expect(await slider.inputValue()).toBe('0.8');
      expect(await noteOf(field)).toEqual({ text: '', refused: false });
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await enter(field, '120');
      await page.getByRole('button', { name: '用 95%' }).click();
      expect(await field.inputValue()).toBe('95');
    }));

  test('says how it was read, and what the step made of it', () =>
    withPage({}, async ({ page }) => {
      await openWidget(page, 'kingman');
      await unlock(page);
      const variation = page.getByRole('textbox', { name: '服务的变异系数' });
      await enter(variation, '0.36');
      expect(await variation.inputValue()).toBe('0.35');
      expect(await noteOf(variation)).toEqual({
        text: '每格 0.05，取最近的 0.35。',
        refused: false,
      });
      const minutes = page.getByRole('textbox', { name: '每人平均办理' });
      await enter(minutes, '半小时');
      expect(await minutes.inputValue()).toBe('30');
      expect((await noteOf(minutes)).text).toBe('读作 30 分钟。');
      // 数从别处改了，旧话不再说
      await page.getByRole('slider', { name: '每人平均办理' }).press('ArrowRight');
      expect((await noteOf(minutes)).text).toBe('');
    }));

  test('does not take an Enter that chooses a character', () =>
    withPage({}, async ({ page }) => {
      await openWidget(page, 'kingman');
      await unlock(page);
      const field = page.getByRole('textbox', { name: '每人平均办理' });
      const slider = page.getByRole('slider', { name: '每人平均办理' });
      const before = await slider.inputValue();
      await chooseWithEnter(page, field, '三十');
      expect(await field.inputValue(), '选字的回车把字读走了；看 composing.ts').toBe('三十');
      expect(await slider.inputValue()).toBe(before);
      await field.press('Enter');
      await expect.poll(() => field.inputValue()).toBe('30');
    }));
});

test('a cell of a list refuses in words, beside the table, and shows the value in use', () =>
  withPage({ viewport: { width: 360, height: 760 } }, async ({ page, problems }) => {
    await openWidget(page, 'three-optima');
    await unlock(page);
    const list = page.locator('details.list:visible').first();
    await list.locator('summary').click();
    const cell = list.locator('td:not(.words) input').first();
    await cell.waitFor();
    const add = list.getByRole('button', { name: '添一行' });
    await add.scrollIntoViewIfNeeded();
    const before = await cell.inputValue();
    const rows = await list.locator('tbody tr').count();
    const hint = '看 ListControl.svelte';
    for (const [text, says] of [
      ['abc', '没看懂“abc”'],
      ['5 人', '不是“人”'],
      ['1,00', '逗号要三位一隔'],
    ] as const) {
      await enter(cell, text);
      const { text: note, refused } = await noteOf(cell);
      expect.soft(note, hint).toContain(says);
      expect.soft(refused, hint).toBe(true);
      expect.soft(await cell.inputValue(), hint).toBe(before);
      await cell.press('7');
      expect.soft(await noteOf(cell), hint).toEqual({ text: '', refused: false });
      await cell.press('Escape');
      expect.soft(await cell.inputValue(), hint).toBe(before);
    }
    await enter(cell, '1000');
    await list.getByRole('button', { name: /^用 / }).click();
    expect(Number(await cell.inputValue())).toBeGreaterThan(Number(before) - 1e-9);
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true);
    const used = await cell.inputValue();
    await chooseWithEnter(page, cell, '二');
    expect(await cell.inputValue(), `选字的回车把字读走了；${hint}`).toBe('二');
    await cell.press('Enter');
    expect(await cell.inputValue()).not.toBe(used);
    expect(await list.locator('tbody tr').count()).toBe(rows);
    await freezeMotion(page);
    await enter(cell, '1000');
    expect.soft(await axeViolations(page), '拒绝的样子有无障碍问题').toEqual([]);
    expect(problems).toEqual([]);
  }));

test('a guess is read with its unit, is refused in words, and is not sent by choosing a character', () =>
  withPage({}, async ({ page, problems }) => {
    await openWidget(page, 'kingman');
    const field = page.getByRole('textbox', { name: /你的猜测/ });
    const verdict = page.locator('.w-verdict');
    for (const text of ['abc', '30-40', '12分钟', '-5', '0.33', '']) {
      await enter(field, text);
      expect.soft(await page.locator('.predict [role=alert]').innerText()).toMatch(/。/);
      expect.soft(await verdict.count(), `“${text}”不该算作猜测`).toBe(0);
    }
    await chooseWithEnter(page, field, '33%');
    expect(await verdict.count(), '选字的回车交了猜测；看 PredictPanel').toBe(0);
    await field.press('Enter');
    // 33% 就是 33，不是 0.33
    expect(await verdict.innerText()).toMatch(/你猜 33 ?%/);
    expect(problems).toEqual([]);
  }));

test('a point of a curve guess typed by keyboard is refused in words, never clamped in silence', () =>
  withPage({}, async ({ page, problems }) => {
    await openWidget(page, 'utilization-cliff');
    const field = page.getByRole('group', { name: /逐点/ }).getByRole('textbox').last();
    const hint = '看 CurveSketch.svelte';
    await enter(field, '5');
    for (const [text, says] of [
      ['25', '25 不在 0 到 20 之内'],
      ['abc', '没看懂“abc”'],
    ] as const) {
      await field.fill(text);
      await field.press('Enter');
      await expect.poll(() => field.inputValue(), { message: hint }).toBe('5');
      const { text: note, refused } = await noteOf(field);
      expect.soft(note, hint).toContain(says);
      expect.soft(refused, hint).toBe(true);
      await field.press('7');
      expect.soft(await noteOf(field), hint).toEqual({ text: '', refused: false });
      await field.fill('5');
    }
    await field.fill('25');
    await field.press('Enter');
    await page.getByRole('button', { name: '用 20' }).click();
    expect(await field.inputValue()).toBe('20');
    await field.fill('十二');
    await field.press('Enter');
    await expect.poll(() => field.inputValue(), { message: hint }).toBe('12');
    expect(await page.locator('.w-verdict').count(), '回车只该读这一格').toBe(0);
    expect(problems).toEqual([]);
  }));

test('a curve guess on an axis in percent takes 46% and 46 for the same height', () =>
  withPage({}, async ({ page, problems }) => {
    await openWidget(page, 'services-share');
    const field = page.getByRole('group', { name: /逐点/ }).getByRole('textbox').last();
    for (const text of ['46%', '四成六']) {
      await field.fill(text);
      await field.press('Enter');
      await expect
        .poll(() => field.inputValue(), { message: '看 CurveSketch.svelte 的 grid' })
        .toBe('46');
      await field.fill('');
    }
    expect(problems).toEqual([]);
  }));

test('a numeric question reads the answer back as it is typed; choosing a character does not hand it in', () =>
  withCleanPage({}, async ({ page, problems }) => {
    const [route = ''] = required(
      routes.filter((each) => each === '/quiz/queueing/'),
      '排队一章的测验',
    );
    const response = await page.request.get(urlOf(route.replace(/\/$/, '.json')));
    const bank = (await response.json()) as (Question & { unit?: string })[];
    const question = bank.find(({ type, unit }) => type === 'numeric' && unit === 'minutes');
    if (!question) throw new Error('题库里没有以分钟作答的数值题');
    await visit(page, `${route}#q-${question.id}`);
    const turn = page.locator(`[data-question="${question.id}"]`);
    await turn.waitFor();
    const field = turn.getByRole('textbox');
    const note = turn.locator('.q-number small');
    const heading = page.getByRole('heading', { name: /1 题，对 [01] 题/ });
    for (const [text, says] of [
      ['１小时30分', /^读作 90 分钟/],
      ['十二分半', /^读作 12.5 分钟/],
      ['12 人', /单位是“分钟”，不是“人”/],
      ['50%', /不是百分数/],
      ['3到5', /范围/],
    ] as const) {
      await field.fill(text);
      expect.soft(await note.innerText()).toMatch(says);
    }
    await chooseWithEnter(page, field, '十二');
    expect(await note.innerText()).toMatch(/^读作 12 分钟/);
    expect(await heading.count(), '选字的回车交了卷；看 numeric/View.svelte').toBe(0);
    await field.press('Enter');
    await heading.waitFor();
    expect(problems).toEqual([]);
  }));

test.each(['three-optima', 'huff', 'experience-curve', 'incident-sorting'])(
  'on a phone, what is tapped in the table of %s is at least 44 px, all of it within the screen',
  (id) =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page }) => {
      await openWidget(page, id);
      await unlock(page);
      const list = page.locator('details.list:visible').first();
      if (!(await list.evaluate((element) => (element as HTMLDetailsElement).open)))
        await list.locator('summary').click();
      await list.locator('tbody input').first().waitFor();
      const bad = await list.evaluate((element) =>
        [...element.querySelectorAll('summary, button, input')].flatMap((target) => {
          const { width, height, left, right } = target.getBoundingClientRect();
          const fine = height >= 44 && width >= 44 && left >= 0 && right <= innerWidth;
          const name = target.getAttribute('aria-label') ?? target.textContent?.trim();
          return fine ? [] : [`${name} ${Math.round(width)}×${Math.round(height)}`];
        }),
      );
      expect(bad, '点不准或者看不全；看 ListControl.svelte 的 --tap').toEqual([]);
    }),
);
