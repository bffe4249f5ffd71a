/** 在课堂的投影上走：打开、往后、转到一步、走到一段。 */
import type { Page } from 'playwright-core';
import { visit } from './browser.ts';

export const where = (page: Page) =>
  page
    .locator('.class-room')
    .evaluate((element: HTMLElement) => `${element.dataset['step']} ${element.dataset['phase']}`);

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

/** 往后走到这一段；走不到就说。 */
export async function until(page: Page, phase: string): Promise<void> {
  for (let before = ''; !(await where(page)).endsWith(` ${phase}`);) {
    before = await where(page);
    await page.keyboard.press('PageDown');
    if ((await where(page)) === before) throw new Error(`走到头也没有 ${phase} 这一段`);
  }
}

/** 台上的实验能动了。 */
export const staged = (page: Page) =>
  page.locator('.class-room .seat:not([hidden]) [data-widget][data-ready]').waitFor();
