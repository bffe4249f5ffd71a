/** 像浏览器的网页翻译那样动页面：文字节点换成 `<font>`，原来的节点就此离开页面。 */
import type { Page } from 'playwright-core';

/** 译文前的记号，好认出哪些字是换过的。 */
export const MARK = '译';

/** 把 `selector` 里的文字都“翻译”一遍；空白不动，图里的字翻译也不动它。 */
export async function translateTexts(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    ([selector, mark]) => {
      for (const root of document.querySelectorAll(selector)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        for (const text of texts) {
          if (text.data.trim() === '' || text.parentElement?.closest('font, script, style, svg'))
            continue;
          const outer = document.createElement('font');
          const inner = document.createElement('font');
          inner.textContent = mark + text.data;
          outer.append(inner);
          text.replaceWith(outer);
        }
      }
    },
    [selector, MARK] as const,
  );
}

/** 去掉记号以后读者看得见的字。 */
export async function readableText(page: Page, selector: string): Promise<string> {
  const text = await page.locator(selector).first().innerText();
  return text.replaceAll(MARK, '');
}
