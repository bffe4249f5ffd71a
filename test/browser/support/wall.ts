/** 在课堂的投影上走：打开、往后、转到一步、走到一段、记票。一段只问一次走到了哪里。 */
import type { Page } from 'playwright-core';
import { visit } from './browser.ts';

/** 投影机的屏幕。 */
export const projector = { viewport: { width: 1024, height: 768 } };

/** 走到哪一步、哪一段。 */
export const where = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { dataset } = document.querySelector('.class-room') as HTMLElement;
    return `${dataset['step']} ${dataset['phase']}`;
  });

export async function enter(page: Page, route: string): Promise<void> {
  await visit(page, route);
  await page.locator('.class-room[data-ready]').waitFor();
}

export async function goToStep(page: Page, what: string): Promise<void> {
  await page.keyboard.press('g');
  await page.locator('.panel input').waitFor();
  await page.keyboard.type(what);
  await page.keyboard.press('Enter');
  await page.locator('.panel').waitFor({ state: 'detached' });
}

/** 转到编号是 `id` 的一步。 */
export async function goToId(page: Page, id: string): Promise<void> {
  const ids = await page
    .locator('.scroll [data-step]')
    .evaluateAll((all: HTMLElement[]) => all.map(({ dataset }) => dataset['step']));
  const place = ids.indexOf(id) + 1;
  if (place === 0) throw new Error(`${page.url()} 里没有 ${id}：换一步`);
  await goToStep(page, String(place));
}

/** 往后一段，返回到了哪里；到头了就还在原处。 */
export async function forward(page: Page): Promise<string> {
  await page.keyboard.press('PageDown');
  return where(page);
}

/** 往后走到这几段里的一段，台上有实验的，等它能动；走不到就说。 */
export async function until(page: Page, ...phases: readonly string[]): Promise<void> {
  let now = await where(page);
  while (!phases.some((phase) => now.endsWith(` ${phase}`))) {
    const next = await forward(page);
    if (next === now) throw new Error(`走到头也没有 ${phases.join('、')} 这一段`);
    now = next;
  }
  await settled(page);
}

/** 台上的实验能动了。 */
export const staged = (page: Page) =>
  page.locator('.class-room .seat:not([hidden]) [data-widget][data-ready]').waitFor();

/** 台上有实验的，等它能动；没有的不等。 */
export const settled = (page: Page) =>
  page.waitForFunction(() => {
    const seat = document.querySelector('.class-room .seat:not([hidden])');
    return !seat || seat.querySelector('[data-widget][data-ready]') !== null;
  });

/** 一格一格敲票，回车到下一格，末一格回车收起来。 */
export async function voteAll(
  page: Page,
  counts: readonly number[],
  opened: () => Promise<void> = async () => {},
): Promise<void> {
  await page.keyboard.press('v');
  const fields = page.locator('.votes input');
  await fields.first().waitFor();
  await opened();
  const many = await fields.count();
  for (let i = 0; i < many; i++) {
    await page.keyboard.type(String(counts[i % counts.length]));
    await page.keyboard.press('Enter');
  }
  await page.locator('.panel').waitFor({ state: 'detached' });
}
