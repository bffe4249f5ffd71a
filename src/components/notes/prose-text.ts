/** 一节的正文当作一串字：第几个字在哪个文字节点里，选中的、要划的从哪里到哪里。 */

/** 会变的部件、公式、图、只给读屏软件的字不算正文：划不得，也不该拿来认句子。 */
const APART =
  'astro-island, .english, math, svg, script, style, dialog, form, button.button, .visually-hidden, [popover], [data-unindexed], .blanks';

export interface ProseText {
  text: string;
  nodes: readonly { node: Text; from: number }[];
}

/** 认得出一段话的元素 */
const BLOCKS = 'p, li, h2, h3, blockquote, figcaption, td, th, dt, dd';

export function readProse(root: Element): ProseText {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element
        ? node.matches(APART)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
  });
  const nodes: { node: Text; from: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    nodes.push({ node, from: text.length });
    text += node.data;
  }
  return { text, nodes };
}

/** 选中的范围落在第几个字到第几个字；一个正文的字也没有选中，是 null。 */
export function spanOf({ nodes }: ProseText, range: Range): { start: number; end: number } | null {
  let start = -1;
  let end = -1;
  for (const { node, from } of nodes) {
    if (!range.intersectsNode(node)) continue;
    const left = node === range.startContainer ? range.startOffset : 0;
    const right = node === range.endContainer ? range.endOffset : node.length;
    if (right <= left || node.data.slice(left, right).trim() === '') continue;
    if (start < 0) start = from + left;
    end = from + right;
  }
  return start < 0 ? null : { start, end };
}

/** 划上：一段文字节点包一个 `<mark>`，别的标签都不动。 */
export function paint(
  { nodes }: ProseText,
  { start, end }: { start: number; end: number },
  make: () => HTMLElement,
): void {
  for (const { node, from } of nodes) {
    const left = Math.max(0, start - from);
    const right = Math.min(node.length, end - from);
    if (right <= left || node.data.slice(left, right).trim() === '') continue;
    const range = document.createRange();
    range.setStart(node, left);
    range.setEnd(node, right);
    range.surroundContents(make());
  }
}

/** 擦掉全部划线，文字节点并回原来的样子。 */
export function unpaint(root: Element): void {
  for (const mark of root.querySelectorAll('mark[data-note]')) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}

/** 正在读的一段：页眉底下第一段露着的。 */
export function blockInView(root: Element): Element | null {
  const top = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const blocks = [...root.querySelectorAll(BLOCKS)].filter(
    (block) => !block.closest(APART) && block.textContent?.trim(),
  );
  return (
    blocks.find((block) => {
      const { top: from, bottom } = block.getBoundingClientRect();
      return bottom - top > Math.min(24, bottom - from) - 1;
    }) ?? null
  );
}
