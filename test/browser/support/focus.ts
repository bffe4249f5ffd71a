/** 记下焦点到过哪些控件、到了以后有没有可见的标记。 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Watching {
  reached: Set<Element>;
  unseen: Set<string>;
  missing(): string[];
}

async function watchFocus(page: Page, part: string) {
  await page.evaluate((part) => {
    const name = (element: Element) =>
      `${element.localName}.${element.getAttribute('class') ?? ''} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 20)}`;
    const marked = (element: Element | null) => {
      if (!element) return false;
      // 轮廓也可以画在伪元素上：手柄比看得见的圆点大一圈
      return [null, '::before', '::after'].some((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        if (pseudo && style.content === 'none') return false;
        const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
        return outlined || style.boxShadow !== 'none';
      });
    };
    // 图上能拖的点画一个圈来显示焦点，平时没有描边。
    const ringed = (element: Element) =>
      element instanceof SVGGElement &&
      getComputedStyle(element.firstElementChild ?? element).stroke !== 'none';
    const reached = new Set<Element>();
    const unseen = new Set<string>();
    document.addEventListener('focusin', ({ target }) => {
      const element = target as Element;
      reached.add(element);
      // 视觉上藏起来的单选框由旁边的文字代为显示焦点。
      const seen =
        [element, element.nextElementSibling, element.closest('label')].some(marked) ||
        ringed(element);
      if (!seen && element !== document.body) unseen.add(name(element));
    });

    const candidates = 'a[href],button,input,select,textarea,summary,[tabindex]';
    const expected = [...document.querySelectorAll<HTMLElement>(candidates)].filter(
      (element) =>
        element.closest(part) &&
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        !element.closest('[inert]') &&
        element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }),
    );
    const group = (element: Element) =>
      element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null;
    const watching: Watching = {
      reached,
      unseen,
      missing: () => {
        const groups = new Set([...reached].map(group));
        return expected
          .filter((element) => element.isConnected && !reached.has(element))
          .filter((element) => group(element) === null || !groups.has(group(element)))
          .map(name);
      },
    };
    Object.assign(window, { watching });
  }, part);
  const read = <T>(pick: (watching: Watching) => T): Promise<T> =>
    page.evaluate(`(${pick})(window.watching)`) as Promise<T>;
  return {
    missing: () => read((watching) => watching.missing()),
    unseen: () => read((watching) => [...watching.unseen]),
  };
}

/** 连按 Tab：一下接一下地发，不等每一下都画完。 */
async function pressTab(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]);
  await Promise.all(presses.flat());
  await session.detach();
}

/** 从 `part` 的头一个控件起一路按 Tab：每个控件都要走到，走到了要看得见。 */
export async function walkByTab(page: Page, route: string, part = 'html'): Promise<void> {
  await page.evaluate((part) => {
    const start = document.querySelector<HTMLElement>(part === 'html' ? 'body' : part);
    // 刚按过的控件收走以后，Tab 从它原来的位置接着走，挪选区也改不了：先停到头上一个看不见的点
    const first = document.createElement('span');
    first.tabIndex = -1;
    start?.prepend(first);
    first.focus({ preventScroll: true });
  }, part);
  const focus = await watchFocus(page, part);
  const total = (await focus.missing()).length;
  expect(total, `${route} 一个能用 Tab 走到的控件也没有`).toBeGreaterThan(0);
  await pressTab(page, total + 20);
  expect
    .soft(await focus.missing(), `${route} 这些控件 Tab 走不到；用 button、a 或加 tabindex="0"`)
    .toEqual([]);
  expect
    .soft(await focus.unseen(), `${route} 焦点到了这些控件却看不见；别去掉 :focus-visible 的轮廓`)
    .toEqual([]);
}
