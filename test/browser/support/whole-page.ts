/**
 * 一页只打开一次，要查的都在这一次里查完：打得开、没有报错与站外请求、各种宽度都放得下、
 * 浅色深色都没有无障碍问题。每条都说清哪一页、什么毛病、怎么改；一条不过，其余照查。
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { nextFrame, scrollThrough, scrollToTop, visit, type OpenPage } from './browser.ts';
import { axeViolations, dropRepeats, freezeMotion, overflowing } from './checks.ts';
import { watchShifts } from './measure.ts';
import { everything } from './scope.ts';

/** 手机、1280 px 的窗口放大到 200 %（页面看到的就是 640 px）、平板、桌面。 */
const widths = [360, 640, 768, 1280];

const remedies = {
  status: '打不开：看 src/pages 里这一页生成了没有',
  problems: '打开时出了错、向站外发了请求或违反了安全策略：照下面的原文去改',
  overflow: '有东西宽出屏幕：让它换行，或套一层 overflow-x: auto',
  axe: '有无障碍问题（WCAG 2.2 AA）：照每条后面的说明改',
  shifts: '滚动或接管时版面动了；先给会变高的部件占好地方',
};

export async function expectOpens(page: Page, route: string): Promise<void> {
  expect.soft(await visit(page, route), `${route} ${remedies.status}`).toBe(200);
}

export function expectNoProblems(problems: string[], route: string): void {
  expect.soft(problems.splice(0), `${route} ${remedies.problems}`).toEqual([]);
}

export async function expectFits(page: Page, where: string): Promise<void> {
  const width = page.viewportSize()?.width;
  expect
    .soft(await overflowing(page), `${where} 在 ${width} px 宽时${remedies.overflow}`)
    .toEqual([]);
}

/** 打开一页，看有没有报错、手机上放不放得下；每一页都查得起。 */
export async function checkOpens({ page, problems }: OpenPage, route: string): Promise<void> {
  await expectOpens(page, route);
  await expectFits(page, route);
  expectNoProblems(problems, route);
}

/** 从头滚到尾，实验一个个接管，版面不动。 */
export async function expectStill(page: Page, route: string): Promise<void> {
  // 排过一次版，浏览器才知道要哪些字体；没排过就问，它说都齐了
  await page.evaluate(() => {
    document.body.getBoundingClientRect();
    return document.fonts.ready;
  });
  const shifts = await watchShifts(page);
  await scrollThrough(page);
  await nextFrame(page);
  expect.soft(await shifts(), `${route} ${remedies.shifts}`).toEqual([]);
}

/** 记下此刻露着的标题、段落、表格各在哪里；返回的函数说出后来哪些挪了地方。收起来的不算。 */
export async function watchProse(page: Page): Promise<() => Promise<string[]>> {
  const look = async (first: boolean) => {
    // 排过一次版，浏览器才知道要哪些字体
    await page.evaluate(() => {
      document.body.getBoundingClientRect();
      return document.fonts.ready;
    });
    return page.evaluate((first) => {
      const store = window as unknown as { prose: Map<Element, number> };
      const topOf = (each: Element) => each.getBoundingClientRect().top + scrollY;
      const parts = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, tr)')];
      const shown = parts.filter((each) => each.checkVisibility({ visibilityProperty: true }));
      store.prose = first ? new Map(shown.map((each) => [each, topOf(each)])) : store.prose;
      return shown.flatMap((each) => {
        const by = topOf(each) - (store.prose.get(each) ?? topOf(each));
        return Math.abs(by) > 1
          ? [`“${each.textContent?.trim().slice(0, 16)}”挪了 ${Math.round(by)} px`]
          : [];
      });
    }, first);
  };
  await look(true);
  return () => look(false);
}

/** 每一幅都压扁一下，没露面的也摊开：矮得放不下边距，也不画出负的高。报的错记在 problems 里。 */
export async function squeezeFigures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const away = [...document.querySelectorAll('[data-widget] [data-away]')];
    const figures = [...document.querySelectorAll<HTMLElement>('[data-widget] .figure')];
    for (const part of away) part.removeAttribute('data-away');
    const before = figures.map(({ style }) => style.cssText);
    for (const tall of ['90px', '40px']) {
      for (const { style } of figures)
        style.cssText += `;height:${tall}!important;min-height:0!important;max-height:${tall}!important;flex:0 0 ${tall}!important`;
      // ResizeObserver 在下一帧里量
      for (let frames = 0; frames < 2; frames++)
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    figures.forEach(({ style }, i) => (style.cssText = before[i]!));
    for (const part of away) part.setAttribute('data-away', '');
  });
  await nextFrame(page);
}

/** 各种宽度放得下，浅色深色没有无障碍问题。 */
export async function checkLooks(page: Page, where: string): Promise<void> {
  await checkWidths(page, where);
  if (!everything) await dropRepeats(page);
  await checkColours(page, where);
}

/** `part` 以内没有无障碍问题，浅色深色都是；整页的宽度也都放得下。查完还能接着操作。 */
export async function checkPart(page: Page, where: string, part: string): Promise<void> {
  await checkWidths(page, where);
  await checkColours(page, where, part);
}

async function checkWidths(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await nextFrame(page);
    await expectFits(page, where);
  }
}

async function checkColours(page: Page, where: string, part?: string): Promise<void> {
  await scrollToTop(page);
  await freezeMotion(page);
  expect.soft(await axeViolations(page, 'all', part), `${where} 浅色下${remedies.axe}`).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  expect
    .soft(await axeViolations(page, 'colors', part), `${where} 深色下${remedies.axe}`)
    .toEqual([]);
  await page.emulateMedia({ reducedMotion: null, colorScheme: null });
}

/** 打开 `route` 从头查到尾；`opened` 在读者动手之前插进来量体积。 */
export async function checkWholePage(
  { page, problems }: OpenPage,
  route: string,
  opened: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await expectOpens(page, route);
  await opened(page);
  await expectStill(page, route);
  await checkLooks(page, route);
  expectNoProblems(problems, route);
}
