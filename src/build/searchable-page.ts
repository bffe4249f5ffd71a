/** 从一页 HTML 里读出供搜索的文字。 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PageInfo, PageKind, PageText } from '../components/search/index-format.ts';
import { course } from '../lib/course.ts';

export interface SearchablePage extends PageInfo, PageText {}

const kinds: [start: string, kind: PageKind][] = [
  ['/calc/', 'reference'],
  ['/widgets/', 'experiment'],
  ['/quiz/', 'quiz'],
  ['/cases/', 'case'],
];

export function kindOf(path: string): PageKind {
  const found = kinds.find(([start]) => path.startsWith(start));
  if (found) return found[1];
  const [top, , section] = path.split('/').filter(Boolean);
  if (top !== 'chapters') return 'other';
  return section && section !== 'closing' ? 'section' : 'chapter';
}

type Node = Tree.ChildNode | Tree.Document;
const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find((found) => found.name === name)?.value;

function find(node: Node, test: (element: Tree.Element) => boolean): Tree.Element | undefined {
  if ('tagName' in node && test(node)) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, test);
    if (found) return found;
  }
  return undefined;
}

function words(node: Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(words).reduce(spaced, '') : '';
}

const latin = '[a-zA-Z0-9]';
const seam = new RegExp(
  `\\p{Script=Han}\n${latin}|${latin}\n\\p{Script=Han}|${latin}\n${latin}`,
  'u',
);

/** 标题里中文名后面紧跟着英文名，两个元素之间没有空格 */
function spaced(left: string, right: string): string {
  return seam.test(`${left.slice(-1)}\n${right.slice(0, 1)}`) ? `${left} ${right}` : left + right;
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

const headingNames = new Set(['h1', 'h2', 'h3', 'h4']);
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby rt s samp small span strong sub sup u var wbr button math mrow mi mn mo mtext msub msup msubsup mfrac msqrt mover munder'.split(
    ' ',
  ),
);
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'nav',
  'select',
  'textarea',
  'annotation',
]);
/** 实验揭晓以后才给看的，和只在屏幕上操作的 */
const silentClasses = new Set(['w-answer', 'screen-only']);

/** 不是给人读的，或者不该由搜索结果先说出来的。 */
function isSilent(element: Tree.Element): boolean {
  if (silent.has(element.tagName)) return true;
  if (['data-unindexed', 'popover'].some((name) => attribute(element, name) !== undefined))
    return true;
  // 术语是正文里的字；别的按钮只是按钮
  if (element.tagName === 'button') return attribute(element, 'data-term') === undefined;
  const classes = attribute(element, 'class')?.split(/\s+/) ?? [];
  return classes.some((name) => silentClasses.has(name));
}

/** 没有标 `data-indexed` 的页面不进索引，返回 null。 */
export function readPage(html: string, path: string): SearchablePage | null {
  const document = parse(html);
  const body = find(document, (element) => attribute(element, 'data-indexed') !== undefined);
  const titled = find(document, ({ tagName }) => tagName === 'title');
  if (!body || !titled) return null;
  const kind = kindOf(path);
  const text = new TextReader(kind);
  text.read(body);
  return {
    path,
    title: squeeze(words(titled))
      .replace(` · ${course.title}`, '')
      .replace(/（(?:实验|虚构案例)）$/, ''),
    crumbs: attribute(body, 'data-indexed') ?? '',
    kind,
    text: text.text.trim(),
    headings: text.headings,
  };
}

class TextReader implements PageText {
  text = '';
  headings: PageText['headings'] = [];
  readonly #kind: PageKind;
  /** 手册太长，读者又是写程序的人：只收各条目的名称和紧跟着的一段 */
  readonly #brief: boolean;
  #listening: boolean;
  #following = false;

  constructor(kind: PageKind) {
    this.#kind = kind;
    this.#brief = kind === 'reference';
    this.#listening = !this.#brief;
  }

  read(node: Node): void {
    if (node.nodeName === '#text') {
      if (this.#listening) this.text += (node as Tree.TextNode).value.replace(/\s+/g, ' ');
      return;
    }
    if (!('tagName' in node) || isSilent(node)) return;
    const { tagName } = node;
    const isHeading = headingNames.has(tagName);
    const isBlock = !inline.has(tagName);
    const before = this.#listening;
    // 实验另有自己的一页；小节里只留它的名字，不把同样的话找出来两遍
    const embedded = this.#kind !== 'experiment' && attribute(node, 'data-widget') !== undefined;
    if (embedded) this.#listening = false;
    if (isBlock) this.#pause();
    if (this.#brief && isBlock) {
      this.#listening ||= isHeading || (this.#following && tagName === 'p');
      this.#following = isHeading;
    } else if (isHeading) this.#listening = true;
    if (isHeading) this.#mark(node);
    for (const child of node.childNodes) this.read(child);
    if (isBlock) this.#pause();
    if (embedded || isHeading) this.#listening = before;
    if (this.#brief && tagName === 'p') this.#listening = false;
  }

  #mark(heading: Tree.Element): void {
    const id = attribute(heading, 'id');
    // 大标题就是页名，在正文里再说一遍没有用
    if (!id || heading.tagName === 'h1') return;
    this.headings.push({ at: this.text.length, id, title: squeeze(words(heading)) });
  }

  #pause(): void {
    this.text = this.text.trimEnd();
    if (this.text !== '') this.text += '\n';
  }
}
