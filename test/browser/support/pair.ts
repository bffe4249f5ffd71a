/** 一堂课的两个窗口：投影、讲台；两边全班看得见的是不是一样。 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, urlOf, visit } from './browser.ts';
import { everything } from './scope.ts';
import { projector } from './wall.ts';

export interface Pair {
  wall: Page;
  desk: Page;
  /** 投影惹出的麻烦。 */
  problems: string[];
}

interface PairOptions {
  deck: string;
  /** 会自己走的画面要不要自己走起来。 */
  moves?: boolean;
}

type Motion = 'reduce' | 'no-preference';

const deskSize = { width: 1366, height: 768 };

export const role = (page: Page, name: 'drives' | 'follows' | 'solo') =>
  page.locator(`.class-room[data-ready][data-role=${name}]`).waitFor();

/** 投影上按 P，讲台开出来接过去。 */
export async function openDesk(wall: Page): Promise<Page> {
  const popup = wall.waitForEvent('popup');
  await wall.keyboard.press('p');
  const desk = await popup;
  await desk.setViewportSize(deskSize);
  await linked(wall, desk);
  return desk;
}

async function linked(wall: Page, desk: Page): Promise<void> {
  await role(desk, 'drives');
  await role(wall, 'follows');
  await desk.locator('.board .notes .say').first().waitFor();
}

/** 上一个测试用完的一对。 */
let kept: Pair | null = null;

/**
 * 在两个窗口里用一堂课，从头一步开始，什么也没有存过。全跑时每次新开；快跑时用同一对窗口，清空了
 * 从头来：开一对要起一个进程，把两边的脚本各编译一遍。出了错的、关掉了讲台的不留给下一个，除非
 * `use` 把新开的讲台放回 `pair.desk`。
 */
export async function withPair(
  { deck, moves = everything }: PairOptions,
  use: (pair: Pair) => Promise<void>,
): Promise<void> {
  const motion = moves ? 'no-preference' : 'reduce';
  const old = kept;
  kept = null;
  const pair = old ?? (await openPair(deck, motion));
  try {
    if (old) await restart(old, deck, motion);
    await use(pair);
    if (!everything && !pair.desk.isClosed()) kept = pair;
  } finally {
    if (kept !== pair) await pair.wall.context().close();
  }
}

/** 这个文件测完了：留着的一对关掉，不在后面的文件里空转。 */
export async function closePair(): Promise<void> {
  await kept?.wall.context().close();
  kept = null;
}

async function openPair(deck: string, reducedMotion: Motion): Promise<Pair> {
  const { page: wall, problems } = await openPage({ ...projector, reducedMotion });
  try {
    await visit(wall, deck);
    await role(wall, 'solo');
    return { wall, desk: await openDesk(wall), problems };
  } catch (error) {
    await wall.context().close();
    throw error;
  }
}

/** 用过的一对从头来：别的窗口关掉，存着的清空，只留口令，两边同时重开。 */
async function restart(
  { wall, desk, problems }: Pair,
  deck: string,
  reducedMotion: Motion,
): Promise<void> {
  for (const other of wall.context().pages())
    if (other !== wall && other !== desk) await other.close();
  // 离开课堂时还会存一次，所以两个都先换到本站一个没有脚本的文件，再清空
  const both = (act: (page: Page) => Promise<unknown>) => Promise.all([act(wall), act(desk)]);
  await both((page) => page.goto(urlOf('/robots.txt')));
  await both(async (page) => {
    await page.evaluate(forgetAll);
    await page.emulateMedia({ reducedMotion });
  });
  await wall.setViewportSize(projector.viewport);
  await desk.setViewportSize(deskSize);
  problems.length = 0;
  await Promise.all([visit(wall, deck), visit(desk, `${deck}desk/`)]);
  await linked(wall, desk);
}

function forgetAll(): void {
  const token = sessionStorage.getItem('som:class');
  localStorage.clear();
  sessionStorage.clear();
  if (token) sessionStorage.setItem('som:class', token);
}

/** 全班看得见的：哪一步哪一段、实验的那句话与控件、摆着的几幅、走到哪一刻、票数、笔迹、黑屏。 */
export const shown = (page: Page) =>
  page.evaluate(() => {
    const room = document.querySelector('.class-room') as HTMLElement;
    const texts = (what: string) =>
      [...room.querySelectorAll(what)].map(({ textContent }) => textContent.trim());
    const ink = room.querySelector('.ink');
    const box = ink?.getBoundingClientRect();
    return {
      at: `${room.dataset['step']} ${room.dataset['phase']}`,
      blank: room.querySelector<HTMLElement>('.blank')?.dataset['blank'] ?? '',
      contrast: 'contrast' in room.dataset,
      sentence: texts('.stage .w-sentence'),
      values: [...room.querySelectorAll<HTMLInputElement>('.stage .w-controls input')].map(
        ({ type, value, checked }) => (/radio|checkbox/.test(type) ? checked : value),
      ),
      parts: [...room.querySelectorAll<HTMLElement>('.stage .w-parts [data-part]')]
        .filter(({ dataset }) => !('away' in dataset))
        .map(({ dataset }) => dataset['part']),
      clock: texts('.stage .bar .clock'),
      counts: texts('.wall .tally td'),
      told: texts('.strip .told'),
      // 笔迹是台面的几分之几：两个窗口大小不同
      ink: [...(ink?.querySelectorAll('polyline') ?? [])].map((line) =>
        [...line.points].map(
          ({ x, y }) =>
            `${(x / (box?.width ?? 1)).toFixed(2)},${(y / (box?.height ?? 1)).toFixed(2)}`,
        ),
      ),
    };
  });

/** 机器忙的时候，两个窗口各画一遍要等 */
export const patient = { timeout: 20_000 };

export async function same(wall: Page, desk: Page, when: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const [there, here] = await Promise.all([shown(wall), shown(desk)]);
        return Object.entries(here).flatMap(([what, value]) => {
          const other = there[what as keyof typeof there];
          return JSON.stringify(value) === JSON.stringify(other) ? [] : [{ what, value, other }];
        });
      },
      {
        ...patient,
        message: `${when}，投影与讲台不一样：看 link.svelte.ts 与 Stage.svelte`,
      },
    )
    .toEqual([]);
}
