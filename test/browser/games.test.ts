/** 课堂游戏：手机打开以后断了网也玩得完，拿到码；六十个码贴进来，当场看全班、讲评。 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCode, spoken } from '../../src/classroom/answers/code.ts';
import { collect } from '../../src/classroom/games/collect.ts';
import type { Game } from '../../src/classroom/games/game.ts';
import { classCodes, games } from '../classroom/games/class.ts';
import { urlOf, withCleanPage, withFreshPage } from './support/browser.ts';
import { axeViolations, freezeMotion, overflowing } from './support/checks.ts';
import { meter } from './support/measure.ts';
import { fewOrAll } from './support/scope.ts';
import { projector } from './support/wall.ts';

const still = { reducedMotion: 'reduce' as const };
const phone = { viewport: { width: 360, height: 740 }, ...still };
const screen = { ...projector, ...still };

/** 快跑时有三步、要记昨天的那个走全程；全跑六个都走。 */
const played = fewOrAll(
  games.filter(({ id }) => id === 'newsvendor'),
  games,
);
const rows = (list: readonly Game[]) => list.map((game) => [game.id, game] as const);

async function openPhone(page: Page, { id }: Game, round: number): Promise<void> {
  await page.goto(`${urlOf(`/play/${id}/`)}?r=${round}`, { waitUntil: 'load' });
  await page.locator(`[data-game="${id}"][data-ready]`).waitFor();
}

/** 一路照着默认的按下去，直到拿到码。 */
async function playOn(page: Page): Promise<string> {
  const code = page.locator('.phone .code');
  const next = page.locator('.phone .button.primary.go');
  const rule = page.locator('.phone input[type=radio]').nth(1);
  for (let presses = 0; presses < 8 && (await code.count()) === 0; presses++) {
    if (await rule.isVisible()) await rule.check();
    await next.click();
  }
  return ((await code.textContent()) ?? '').trim();
}

async function openBoard(page: Page, { id }: Game): Promise<void> {
  await page.goto(urlOf(`/play/${id}/board/`), { waitUntil: 'load' });
  await page.locator(`[data-game-board="${id}"][data-ready]`).waitFor();
}
const go = (page: Page, step: string) =>
  page.locator('.steps').getByRole('button', { name: step, exact: true }).click();

describe('the phone', () => {
  test.each(rows(games))(
    '%s costs at most 40 kB to open, decision and code included',
    (_id, game) =>
      withCleanPage(phone, async ({ page }) => {
        // 借来的页面里别的游戏取过的不算取过
        const session = await page.context().newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.setCacheDisabled', { cacheDisabled: true });
        const measured = await meter(page);
        await openPhone(page, game, 1);
        await playOn(page);
        await measured.quiet();
        await session.detach();
        expect(
          measured.bytes,
          `src/classroom/games/${game.id}/ 的手机页太重：Phone.svelte 与 model.ts 不要引 lib/format、lib/storage、widget-kit 与计算模块（各带来一大块共用的脚本），讲评才用的放进 debrief.ts\n${measured.report()}`,
        ).toBeLessThanOrEqual(40_000);
      }),
  );

  test.each(rows(played))(
    '%s is played to its code without a network, and reads back',
    (_id, game) =>
      // 全新的一页：别处取过的存着，断了网才去取的也取得到
      withFreshPage(phone, async ({ page, problems }) => {
        await openPhone(page, game, 3);
        await page.context().setOffline(true);
        const code = await playOn(page);
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/);
        expect(readCode(game, 3, code)).toMatchObject({ ok: true });
        expect(await overflowing(page)).toEqual([]);
        // 刷新要网络；回来还是那个码，不是新抽的
        await page.context().setOffline(false);
        await openPhone(page, game, 3);
        expect(((await page.locator('.phone .code').textContent()) ?? '').trim()).toBe(code);
        expect(problems).toEqual([]);
      }),
  );

  test('without a round in the link it asks for the number on the wall, and refuses nonsense', () =>
    withCleanPage(phone, async ({ page, problems }) => {
      const [game] = played as [Game];
      await page.goto(`${urlOf(`/play/${game.id}/`)}?r=<b>`, { waitUntil: 'load' });
      await page.locator('[data-game][data-ready]').waitFor();
      const field = page.getByLabel('墙上写着第几轮？');
      await field.fill('零');
      await page.getByRole('button', { name: '开始' }).click();
      await page.getByText('墙上写着第几轮，就填几').waitFor();
      await field.fill('５');
      await page.getByRole('button', { name: '开始' }).click();
      expect(readCode(game, 5, await playOn(page))).toMatchObject({ ok: true });
      expect(problems).toEqual([]);
    }));
});

describe('the wall', () => {
  test.each(rows(played))(
    '%s: sixty codes pasted from a chat are collected, drawn and debriefed, on one screen',
    (_id, game) =>
      withCleanPage(screen, async ({ page, problems }) => {
        await openBoard(page, game);
        await page.getByRole('button', { name: '投影', exact: true }).click();
        await page.locator('.board.whole').waitFor();
        await go(page, '收码');
        const codes = classCodes(game, 1, 60);
        const chat = codes.map((code, i) => `学生${i}: ${spoken(code)}`).join('\n');
        await page.locator('.board textarea').fill(`${chat}\n老师: 快点交\n`);
        const count = page.locator('.board .count');
        const collected = collect(game, 1, chat).codes.length;
        await count.getByText(String(collected), { exact: true }).waitFor();
        expect(await count.textContent()).toContain('1 行没看懂');
        for (const step of ['念题', '收码', '全班', '讲评']) {
          await go(page, step);
          await page.locator(`.board[data-phase="${phaseOf(step)}"]`).waitFor();
          const over = await page
            .locator('.board')
            .evaluate((board) => [
              board.scrollHeight - board.clientHeight,
              board.scrollWidth - board.clientWidth,
            ]);
          expect(over, `${game.id} 的“${step}”在 1024×768 的投影上放不下`).toEqual([0, 0]);
          expect(
            await smallest(page),
            `${game.id} 的“${step}”有字小于屏高的 2%`,
          ).toBeGreaterThanOrEqual(0.02 * projector.viewport.height);
        }
        expect(problems).toEqual([]);
      }),
  );

  test('codes stay on this device over a reload, and the next round starts empty', () =>
    withCleanPage(still, async ({ page }) => {
      const [game] = played as [Game];
      await openBoard(page, game);
      await go(page, '收码');
      const codes = classCodes(game, 1, 5);
      await page.locator('.board textarea').fill(codes.join('\n'));
      await page.locator('.board .count b').getByText('5', { exact: true }).waitFor();
      await openBoard(page, game);
      await go(page, '收码');
      await page.locator('.board .count b').getByText('5', { exact: true }).waitFor();
      await go(page, '讲评');
      await page.getByRole('button', { name: /再来一轮/ }).click();
      await go(page, '收码');
      await page.locator('.board .count b').getByText('0', { exact: true }).waitFor();
      // 上一轮的码不收
      await page.locator('.board textarea').fill(codes[0] ?? '');
      await page.locator('.board .unread').getByText('另一轮').waitFor();
    }));

  test('a letter copied wrong is offered its correction and changed only when pressed', () =>
    withCleanPage(still, async ({ page }) => {
      const [game] = played as [Game];
      const [code = ''] = classCodes(game, 1, 1);
      await openBoard(page, game);
      await go(page, '收码');
      await page
        .locator('.board textarea')
        .fill(`张三: ${code.slice(0, 7)}${code.endsWith('A') ? 'B' : 'A'}`);
      const offer = page.getByRole('button', { name: `改成 ${spoken(code)}` });
      await offer.waitFor();
      expect(await page.locator('.board .count b').textContent()).toBe('0');
      await offer.click();
      await page.locator('.board .count b').getByText('1', { exact: true }).waitFor();
    }));

  test('a record broken off halfway is kept aside and said', () =>
    withCleanPage(still, async ({ page, problems }) => {
      const script = await page.addInitScript(
        () => (localStorage['som:class-games'] ??= '{"half of a record'),
      );
      await openBoard(page, played[0] as Game);
      await page.getByText('没有读全').waitFor();
      expect(problems).toEqual([]);
      await script.dispose();
    }));
});

/** 浅色全查，深色查颜色：换了深色，只有颜色会变。 */
async function expectAccessible(page: Page, when: string): Promise<void> {
  await freezeMotion(page);
  expect(await axeViolations(page), when).toEqual([]);
  await page.emulateMedia({ ...still, colorScheme: 'dark' });
  expect(await axeViolations(page, 'colors'), `${when}，深色`).toEqual([]);
  await page.emulateMedia({ ...still, colorScheme: 'light' });
}

test.each(rows(played))('%s: phone and wall are accessible, light and dark', (_id, game) =>
  withCleanPage(phone, async ({ page }) => {
    await openPhone(page, game, 1);
    await expectAccessible(page, '手机上刚打开');
    await playOn(page);
    await expectAccessible(page, '手机上拿到码');
    await openBoard(page, game);
    await go(page, '收码');
    await page.locator('.board textarea').fill(classCodes(game, 1, 20).join('\n'));
    for (const step of ['收码', '全班', '讲评']) {
      await go(page, step);
      await expectAccessible(page, step);
      expect(await overflowing(page), step).toEqual([]);
    }
  }),
);

const phaseOf = (step: string) =>
  ({ 念题: 'brief', 收码: 'collect', 全班: 'board', 讲评: 'debrief' })[step] ?? '';

/** 屏上看得见的字里最小的字号，图里的按画出来的大小算。 */
function smallest(page: Page): Promise<number> {
  return page.locator('.board').evaluate((board) => {
    const sizes = [...board.querySelectorAll('*')].flatMap((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!own || !element.checkVisibility()) return [];
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const svg = element.closest('svg');
      const scale = svg ? (svg.getScreenCTM()?.a ?? 1) : 1;
      return element.closest('.visually-hidden') ? [] : [size * scale];
    });
    return Math.min(...sizes);
  });
}
