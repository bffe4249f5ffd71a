/** 真的触摸事件：由浏览器的输入管线分派，滚不滚页面、手势收不收走，都和手指按上去一样。 */
import type { Page } from 'playwright-core';

export interface Spot {
  x: number;
  y: number;
}

/** 从 `from` 按下，分几步挪过 `by`，松开。 */
export async function swipe(page: Page, from: Spot, by: Spot): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const steps = 8;
  const at = (i: number) => ({ x: from.x + (by.x * i) / steps, y: from.y + (by.y * i) / steps });
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (let i = 1; i <= steps; i++)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(i)] });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

export const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);
