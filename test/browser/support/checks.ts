/** 在打开的页面里做的检查。 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** 宽度放不下的东西；自己带横向滚动条的不算。空数组为通过。 */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean => {
      if (!element || element === document.body || element === document.documentElement)
        return false;
      return getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement);
    };
    const names = [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const seen =
          box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
        return seen && (box.right > width + 1 || box.left < -1) && !scrolls(element);
      })
      // 抽屉、跳转链接等收在屏幕外、获得焦点才滑进来的部件不算丢失。
      .filter((element) => !element.closest('[inert], .skip-link, svg'))
      .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
    const whole = document.documentElement.scrollWidth - width;
    return whole > 0 ? [`整页宽出 ${whole}px`, ...names.slice(0, 5)] : names.slice(0, 5);
  });
}

/**
 * axe 按 WCAG 2.2 AA 找出的问题，一行一个。同一页换了深色再查，用 `colors` 只查与颜色有关的：
 * 别的规则看的是结构，换颜色不会变。`part` 是只查哪一部分的选择器，或者不查哪些。
 */
export async function axeViolations(
  page: Page,
  which: 'all' | 'colors' = 'all',
  part?: string | { exclude: string },
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ({ which, part }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(part ?? document, {
        runOnly:
          which === 'colors'
            ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
            : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
        resultTypes: ['violations'],
        // 样式都在本站，不必让它再取一遍
        preload: false,
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id} ${node.target.join(' ')}：${node.failureSummary}`),
      );
    },
    { which, part },
  );
}

/**
 * 同样的部件只留前三个，其余从页面上拿掉：几百条术语、几百个函数长得一样，查三条与查全部找得出
 * 的毛病相同。祖先、自己、里面都相同才算同样。拿掉以后这一页只能再看，不能再操作。
 */
export function dropRepeats(page: Page): Promise<void> {
  return page.evaluate(() => {
    const own = (element: Element) =>
      [
        element.localName,
        ...[...element.classList].toSorted(),
        element.getAttribute('role'),
        element.getAttribute('type'),
      ].join('.');
    // 样子编上号：一层层拼成长串，大页面要拼几兆
    const numbers = new Map<string, number>();
    const shapes = new Map<Element, number>();
    const shapeOf = (element: Element): number => {
      const inside = [...new Set([...element.children].map(shapeOf))].toSorted((a, b) => a - b);
      const look = `${own(element)}(${inside})`;
      const shape = numbers.get(look) ?? numbers.size;
      numbers.set(look, shape);
      shapes.set(element, shape);
      return shape;
    };
    shapeOf(document.body);
    const seen = new Map<string, number>();
    const visit = (parent: Element, path: string) => {
      for (const element of Array.from(parent.children)) {
        const key = `${path}>${shapes.get(element)}`;
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        // 折叠块没有了自己的标题，浏览器会补一个
        if (count > 3 && !element.matches('summary')) element.remove();
        // 链接与按钮里的字是它的名字，要留全
        else if (!element.matches('a, button, label')) visit(element, `${path}>${own(element)}`);
      }
    };
    visit(document.body, '');
  });
}

/** 颜色过渡到一半时量对比度会误报，所以先关掉过渡；用样式表对象，不违反内容安全策略。 */
export async function freezeMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*, ::before, ::after { transition: none !important; animation: none !important; }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}
