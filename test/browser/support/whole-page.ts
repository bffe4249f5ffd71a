/**
 * 一页只打开一次，能查的都在这一次里查完：打得开、没有报错与站外请求、各种宽度都放得下、
 * 浅色深色都没有无障碍问题。每条都说清哪一页、什么毛病、怎么改；一条不过，其余照查。
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { nextFrame, scrollThrough, scrollToTop, visit, type OpenPage } from './browser.ts';
import { axeViolations, freezeMotion, overflowing } from './checks.ts';

/** 手机、1280 px 的窗口放大到 200 %（页面看到的就是 640 px）、平板、桌面。 */
const widths = [360, 640, 768, 1280];

const remedies = {
  status: '打不开：看 src/pages 里这一页生成了没有',
  problems: '打开时出了错、向站外发了请求或违反了安全策略：照下面的原文去改',
  overflow: '有东西宽出屏幕：让它换行，或套一层 overflow-x: auto',
  axe: '有无障碍问题（WCAG 2.2 AA）：照每条后面的说明改',
};

/** 打开 `route`；`opened` 在读者动手之前插进来量体积、盯抖动，返回的函数在滚完以后收尾。 */
export async function checkWholePage(
  { page, problems }: OpenPage,
  route: string,
  opened: (page: Page) => Promise<() => Promise<void>> = async () => async () => {},
): Promise<void> {
  expect.soft(await visit(page, route), `${route} ${remedies.status}`).toBe(200);
  const scrolled = await opened(page);
  await scrollThrough(page);
  await scrolled();
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await nextFrame(page);
    expect
      .soft(await overflowing(page), `${route} 在 ${width} px 宽时${remedies.overflow}`)
      .toEqual([]);
  }
  await scrollToTop(page);
  await freezeMotion(page);
  expect.soft(await axeViolations(page), `${route} 浅色下${remedies.axe}`).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  expect.soft(await axeViolations(page, 'colors'), `${route} 深色下${remedies.axe}`).toEqual([]);
  await page.emulateMedia({ reducedMotion: null, colorScheme: null });
  expect.soft(problems, `${route} ${remedies.problems}`).toEqual([]);
}
