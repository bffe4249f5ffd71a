/** 放点与归组：键盘答得了，指针拖得动，数字框一样管用；没放的、看不懂的不算错。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import type { PlaceQuestion } from '../../src/quiz/types/place/ask.ts';
import { ends } from '../../src/quiz/types/place/figure.ts';
import type { SortQuestion } from '../../src/quiz/types/sort/ask.ts';
import { urlOf, visit, withCleanPage } from './support/browser.ts';
import { required, routes } from './support/routes.ts';

const [route = ''] = required(
  routes.filter((each) => each === '/quiz/location/'),
  '选址一章的测验',
);

async function bankAt(page: Page): Promise<Question[]> {
  const response = await page.request.get(urlOf(route.replace(/\/$/, '.json')));
  return (await response.json()) as Question[];
}

async function firstOf<Q extends Question>(
  page: Page,
  type: string,
  wanted: (question: Q) => boolean = () => true,
): Promise<Q> {
  const found = ((await bankAt(page)) as Q[]).find((each) => each.type === type && wanted(each));
  if (!found) throw new Error(`题库里没有合适的 ${type} 题`);
  return found;
}

async function open(page: Page, id: string) {
  await visit(page, '/404.html');
  await visit(page, `${route}#q-${id}`);
  const turn = page.locator(`[data-question="${id}"]`);
  await turn.waitFor();
  return turn;
}

/** 一直按 Tab，直到焦点落在选择器上。 */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`按了六十次 Tab 也没走到 ${selector}`);
}

const onLine = ({ figure }: PlaceQuestion) => figure.y === undefined;
const onMap = ({ figure }: PlaceQuestion) => figure.y !== undefined && !figure.curve;

describe('placing', () => {
  test('on a line: the arrow keys move the point, which says where it is', () =>
    withCleanPage({}, async ({ page, problems }) => {
      const { id } = await firstOf(page, 'place', onLine);
      const turn = await open(page, id);
      const pin = turn.getByRole('slider');
      expect(await pin.getAttribute('aria-valuetext')).toBe('还没有放');
      await tabTo(page, '.pin');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      const [axis] = [(await firstOf<PlaceQuestion>(page, 'place', onLine)).figure.x];
      // 卷子另抽了一组数，轴却是同一条
      const value = String(Number((axis.from + 6 * axis.step).toFixed(6)));
      expect(await turn.getByRole('textbox').inputValue()).toBe(value);
      expect(await pin.getAttribute('aria-valuetext')).toContain(value);
      await tabTo(page, '.q-actions .primary');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /1 题，对 [01] 题/ }).waitFor();
      expect(await turn.locator('.q-verdict').innerText()).toMatch(/^(对了|不对)/);
      expect(problems).toEqual([]);
    }));

  test('on a map: up and down move the other way, and the numbers can be typed instead', () =>
    withCleanPage({}, async ({ page, problems }) => {
      const { id, figure } = await firstOf(page, 'place', onMap);
      const turn = await open(page, id);
      await turn.getByRole('slider').focus();
      for (const key of ['Home', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowRight'])
        await page.keyboard.press(key);
      const [east, north] = await turn.getByRole('textbox').all();
      const y = figure.y;
      const middle = y && y.from + Math.round((y.to - y.from) / 2 / y.step) * y.step + y.step;
      expect(await east?.inputValue()).toBe(String(figure.x.from + figure.x.step));
      expect(await north?.inputValue()).toBe(String(middle));
      await east?.fill('１．５');
      expect(await turn.getByRole('slider').getAttribute('aria-valuetext')).toContain('1.5');
      expect(problems).toEqual([]);
    }));

  test.each([360, 1280])('by pointer at %d px: a click places, a drag carries', (width) =>
    withCleanPage(
      { viewport: { width, height: 760 }, reducedMotion: 'reduce' },
      async ({ page }) => {
        const { id, figure } = await firstOf(page, 'place', onLine);
        const turn = await open(page, id);
        const map = turn.locator('.map');
        await map.scrollIntoViewIfNeeded();
        const box = (await map.boundingBox())!;
        const at = (share: number) => [box.x + box.width * share, box.y + box.height] as const;
        const { from, to, step } = figure.x;
        const near = (text: string, share: number) =>
          expect(Math.abs(Number(text) - (from + share * (to - from)))).toBeLessThanOrEqual(step);
        await page.mouse.click(at(0.25)[0], at(0.25)[1] - 8);
        const field = turn.getByRole('textbox');
        near(await field.inputValue(), 0.25);
        await page.mouse.move(...at(0.25));
        await page.mouse.down();
        await page.mouse.move(...at(0.6), { steps: 8 });
        await page.mouse.up();
        near(await field.inputValue(), 0.6);
        // 松手以后不再跟着走
        await page.mouse.move(...at(0.9));
        near(await field.inputValue(), 0.6);
      },
    ),
  );

  test('off the figure or not a number costs nothing', () =>
    withCleanPage({}, async ({ page }) => {
      const { id, figure } = await firstOf(page, 'place', onLine);
      const turn = await open(page, id);
      await turn.getByRole('textbox').fill(String(figure.x.to + 1));
      expect(await turn.locator('.q-number small').innerText()).toContain('才在图上');
      await page.getByRole('button', { name: '交卷' }).click();
      await page.getByRole('button', { name: '就这样交' }).click();
      expect(await turn.locator('.q-verdict').innerText()).toContain('不算错');
      expect(await page.evaluate(() => localStorage.getItem('som:quiz'))).toBeNull();
    }));

  test('the right place is marked right, and the figure shows it with the usual mistakes', () =>
    withCleanPage({}, async ({ page }) => {
      const { id } = await firstOf(page, 'place', onLine);
      const turn = await open(page, id);
      // 卷子换了一组数：先看答案，再回小节里用同一组数来做
      const question = await firstOf<PlaceQuestion>(page, 'place', onLine);
      await visit(page, `/chapters/${question.section}/`);
      await page.locator('[data-quiz=block]').scrollIntoViewIfNeeded();
      await page.locator('[data-quiz=block][data-ready]').waitFor();
      while (!(await turn.isVisible()))
        await page.locator('.q-turn:visible').getByRole('button', { name: '下一题' }).click();
      const [low, high] = ends(question.answer.x);
      await turn.getByRole('textbox').fill(String((low + high) / 2));
      await turn.getByRole('button', { name: '交答案' }).click();
      await turn.locator('.q-explanation').waitFor();
      expect(await turn.locator('.q-verdict').innerText()).toContain('对了');
      expect(await turn.locator('svg rect.answer').count()).toBe(1);
      expect(await turn.locator('svg text.spot').count()).toBe(question.wrong.length + 1);
    }));
});

describe('sorting', () => {
  test('every item is put into a group with the keyboard alone; an open one is only asked for', () =>
    withCleanPage({}, async ({ page, problems }) => {
      const { id, items } = await firstOf<SortQuestion>(page, 'sort');
      const turn = await open(page, id);
      await tabTo(page, '.groups input');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: '交卷' }).press('Enter');
      await page.getByText('还没有作答，或者没看懂输入').waitFor();
      await page.getByRole('button', { name: '回去作答' }).press('Enter');
      const groups = turn.getByRole('radiogroup');
      expect(await groups.count()).toBe(items.length);
      for (const group of await groups.all()) {
        const checked = group.locator('input:checked');
        if ((await checked.count()) > 0) continue;
        await group.locator('input').first().focus();
        await page.keyboard.press('Space');
      }
      await tabTo(page, '.q-actions .primary');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /1 题，对 [01] 题/ }).waitFor();
      await page.getByRole('button', { name: '看答案与讲解' }).press('Enter');
      expect(await turn.locator('li small').count()).toBe(items.length);
      expect(problems).toEqual([]);
    }));
});

test('the page of all quizzes tells what is known of each chapter', () =>
  withCleanPage({}, async ({ page, problems }) => {
    const { id } = await firstOf(page, 'single');
    const turn = await open(page, id);
    await turn.locator('input').first().check();
    await page.getByRole('button', { name: '交卷' }).click();
    await page.getByRole('heading', { name: /1 题，对/ }).waitFor();
    await visit(page, '/quiz/');
    await page.locator('[data-quiz=shelf][data-ready]').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: '服务设施选址' });
    expect(await row.innerText()).toMatch(/(会了|不稳) 1，没做过 8/);
    expect(await page.getByText('还没有做过').count()).toBeGreaterThan(0);
    await row.getByRole('link').click();
    await page.waitForURL(/\/quiz\/location\/$/);
    expect(problems).toEqual([]);
  }));
