/** 课件里的一步游戏：念题、收码、看全班、讲评，哪一段都放得下；刷新、两个窗口、再来一轮，码都对。 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { game as overbooking } from '../../src/classroom/games/overbooking/model.ts';
import { classCodes } from '../classroom/games/class.ts';
import { withCleanPage } from './support/browser.ts';
import { axeViolations } from './support/checks.ts';
import { openDesk } from './support/pair.ts';
import { enter, goToStep, projector, until, where } from './support/wall.ts';

const wall = { ...projector, reducedMotion: 'reduce' as const };
const deck = '/classroom/capacity-revenue/';
const count = (page: Page) => page.locator('.game .count b');
const collected = (page: Page, many: number) =>
  count(page).getByText(String(many), { exact: true }).waitFor();

async function openGame(page: Page): Promise<void> {
  await enter(page, deck);
  await goToStep(page, '多卖几张');
  await page.locator('.game [data-game-board][data-ready]').waitFor();
}

test('sixty codes are pasted, drawn and debriefed on the wall, and every phase fits', () =>
  withCleanPage(wall, async ({ page, problems }) => {
    await openGame(page);
    const codes = classCodes(overbooking, 1, 60);
    for (const phase of ['brief', 'codes', 'board', 'debrief']) {
      await until(page, phase);
      if (phase === 'codes') {
        await page.locator('.game textarea').fill(codes.join('\n'));
        await collected(page, new Set(codes).size);
      }
      await page.locator(`.game [data-phase=${phase === 'codes' ? 'collect' : phase}]`).waitFor();
      for (const size of [wall.viewport, { width: 1920, height: 1080 }]) {
        await page.setViewportSize(size);
        const over = await page.locator('.class-room .wall > .main').evaluate((main) => {
          const box = main.getBoundingClientRect();
          return [...main.querySelectorAll('.game *')].flatMap((element) => {
            const { right, bottom, width } = element.getBoundingClientRect();
            const out = right > box.right + 2 || bottom > box.bottom + 2;
            return width > 1 && out && !element.closest('.visually-hidden')
              ? [`${element.localName}.${element.getAttribute('class') ?? ''}`]
              : [];
          });
        });
        expect(over, `“${phase}”在 ${size.width}×${size.height} 放不下`).toEqual([]);
      }
      await page.setViewportSize(wall.viewport);
      expect.soft(await axeViolations(page), phase).toEqual([]);
    }
    expect(problems).toEqual([]);
  }));

test('a reload keeps the codes; the next round starts empty and refuses the last one', () =>
  withCleanPage(wall, async ({ page }) => {
    await openGame(page);
    await until(page, 'codes');
    const codes = classCodes(overbooking, 1, 5);
    await page.locator('.game textarea').fill(codes.join(' '));
    await collected(page, 5);
    await page.keyboard.press('PageDown');
    await page.reload();
    await page.locator('.game [data-phase=board]').waitFor();
    await page.keyboard.press('PageUp');
    await collected(page, 5);
    await until(page, 'debrief');
    await page.getByRole('button', { name: /再来一轮/ }).click();
    expect(await where(page)).toMatch(/ brief$/);
    await until(page, 'codes');
    await collected(page, 0);
    await page.locator('.game textarea').fill(codes[0] ?? '');
    await page.locator('.game .unread').getByText('另一轮').waitFor();
    // 打字的时候方向键归打字，翻页笔照样翻
    await page.keyboard.press('ArrowRight');
    expect(await where(page)).toMatch(/ codes$/);
  }));

test('codes pasted on the desk are counted and drawn on the wall, which shows no box to type in', () =>
  withCleanPage(wall, async ({ page }) => {
    await openGame(page);
    await until(page, 'codes');
    const desk = await openDesk(page);
    await desk.locator('.game textarea').fill(classCodes(overbooking, 1, 9).join('\n'));
    await collected(page, 9);
    expect(await page.locator('.game textarea').isVisible()).toBe(false);
    await desk.getByRole('button', { name: '往后一段' }).click();
    await page.locator('.game [data-phase=board] svg').first().waitFor();
  }));
