/** 做测验的页面共用的操作。 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Question } from '../../../src/quiz/question.ts';
import { scrollThrough, visit } from './browser.ts';
import { cover } from './cover.ts';
import { distFolder, required, routes } from './routes.ts';

export const quizRoutes = required(
  routes.filter((route) => /^\/quiz\/[^/]+\/$/.test(route)),
  '测验页面',
);

/** 一章的题，与页面点“开始”时取的是同一份。 */
export function bankOf(route: string): Question[] {
  const file = join(distFolder, route.replace(/\/$/, '.json'));
  return JSON.parse(readFileSync(file, 'utf8')) as Question[];
}

/** 一节末尾的自测题；没有就是空的。 */
export function checksOf(section: string): Question[] {
  const file = join(distFolder, `quiz/${section}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Question[]) : [];
}

const typesIn = (route: string) => new Set(bankOf(route).map(({ type }) => type));

/** 怎么做题，各章是同一套代码：在题型最全的那一章走一遍，一样全就取题少的。 */
export const richestRoute =
  quizRoutes.toSorted(
    (a, b) => typesIn(b).size - typesIn(a).size || bankOf(a).length - bankOf(b).length,
  )[0] ?? '';

/** 合起来有全部题型的最少几章。 */
export const allTypes = cover(
  quizRoutes.map((route) => ({
    name: route,
    has: typesIn(route),
    cost: bankOf(route).length,
  })),
);

export async function openQuiz(page: Page, route: string): Promise<void> {
  await visit(page, route);
  await page.locator('[data-quiz][data-ready]').waitFor();
}

/** 打开一节末尾的自测，翻到要的那一题。 */
export async function openCheck(
  page: Page,
  { id, section }: Pick<Question, 'id' | 'section'>,
): Promise<Locator> {
  await visit(page, `/chapters/${section}/`);
  await scrollThrough(page);
  await page.locator('[data-quiz=block][data-ready]').waitFor();
  const turn = page.locator(`[data-question="${id}"]`);
  const next = page.locator('.q-turn:visible').getByRole('button', { name: '下一题' });
  while (!(await turn.isVisible())) await next.click();
  return turn;
}

/** 选好范围，开一份卷子。 */
export async function beginPaper(
  page: Page,
  { layout = '一题一题', length = '5 题' }: { layout?: string; length?: string } = {},
): Promise<void> {
  for (const text of [layout, length])
    await page.locator('.q-setup label').filter({ hasText: text }).first().click();
  await page.getByRole('button', { name: /开始，/ }).click();
  await page.locator('.q-turn').first().waitFor();
}

/** 随便答一题：什么题型都答得上，多半是错的。在页面里面答，隔着进程要慢几十倍。 */
export async function answerAnyhow(turn: Locator): Promise<void> {
  await turn.evaluate(answer);
}

/** 摊开的卷子上，每一题都随便答一下。 */
export async function answerAll(page: Page): Promise<void> {
  await page.evaluate(`document.querySelectorAll('.q-turn').forEach(${answer})`);
}

function answer(turn: Element): void {
  const press = (selector: string) => turn.querySelector<HTMLElement>(selector)?.click();
  const groups = turn.querySelectorAll('.groups');
  const field = turn.querySelector<HTMLInputElement>('.q-number input');
  if (groups.length > 0)
    for (const group of groups) group.querySelector<HTMLInputElement>('input')?.click();
  else if (turn.querySelector('.q-moves')) press('.q-moves button[aria-label^="下移"]');
  else if (turn.querySelector('.pin'))
    turn
      .querySelector('.pin')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  else if (field) {
    field.value = '0.0123';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  } else press('.q-options input');
}

/** 交卷；有没作答的也照样交。 */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '交卷' }).click();
  const sure = page.getByRole('button', { name: '就这样交' });
  await page.locator('.q-objectives, .q-confirm').first().waitFor();
  if (await sure.count()) await sure.click();
  await page.getByRole('heading', { name: /题，(对|一题也没有)/ }).waitFor();
}

/** 一题一题的卷子，答完头两题，停在第三题。 */
export async function answerTwo(page: Page): Promise<void> {
  for (let i = 0; i < 2; i++) {
    await answerAnyhow(page.locator('.q-turn'));
    await page.getByRole('button', { name: '下一题' }).click();
  }
  await page.locator('[data-index="2"]').waitFor();
}
