/** 把查到的画成列表。所有文字都进文本节点，从不当 HTML。 */
import { href } from '../../lib/url.ts';
import { excerptAround, markHits } from './excerpt.ts';
import type { Outcome, PageHit } from './find.ts';
import { isNamed, type TermRecord } from './terms.ts';

export interface ResultOptions {
  /** 读者打的那一串 */
  typed: string;
  termsShown: number;
  /** 没列完时怎么看其余的：一个网址，或者一个动作 */
  more: string | (() => void);
  retry: () => void;
  /** 换成另一个查询 */
  ask: (query: string) => void;
}

export interface Drawn {
  parts: HTMLElement[];
  /** 念给看不见屏幕的读者听的一句 */
  status: string;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function button(text: string, act: () => void, look = 'button'): HTMLButtonElement {
  const made = element('button', look, text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function marked(text: string, query: string): Node[] {
  return markHits(text, query).map((piece) =>
    piece.hit ? element('mark', '', piece.text) : document.createTextNode(piece.text),
  );
}

interface Item {
  url: string;
  title: string;
  aside: string;
  text: string;
  english?: string;
}

function entry({ url, title, english, aside, text }: Item, query: string): HTMLAnchorElement {
  const link = element('a', '', element('span', 'search-title', ...marked(title, query)));
  link.href = url;
  if (english) {
    const second = element('span', 'english', ...marked(english, query));
    second.lang = 'en';
    link.append(' ', second);
  }
  if (aside) link.append(element('span', 'search-aside', aside));
  if (text) link.append(element('span', 'search-text', ...marked(text, query)));
  return link;
}

function group(title: string, query: string, items: Item[], after?: HTMLElement): HTMLElement {
  const list = element('ol', '', ...items.map((item) => element('li', '', entry(item, query))));
  return element('section', '', element('h2', '', title), list, ...(after ? [after] : []));
}

function termItem(term: TermRecord): Item {
  return {
    url: `${href('/glossary/')}#${term.id}`,
    title: term.zh,
    english: term.en,
    aside: [term.chapter, term.aliases.length > 0 ? `又称 ${term.aliases.join('、')}` : '']
      .filter(Boolean)
      .join(' · '),
    text: term.definition,
  };
}

function pageItem({ path, title, crumbs, heading, text }: PageHit, query: string): Item {
  return {
    url: href(path) + (heading ? `#${encodeURIComponent(heading.id)}` : ''),
    title,
    aside: [crumbs, heading?.title].filter(Boolean).join(' · '),
    text: excerptAround(text, query, heading?.title ?? title),
  };
}

/** 名字正好是这个词的术语，最多列这么多条在页面之前 */
const leadingTerms = 2;

export function drawResults(outcome: Outcome, options: ResultOptions): Drawn {
  const { typed, termsShown, more, retry, ask } = options;
  const { reason, query, terms, pages, written, rest, reference, failed } = outcome;
  const parts: HTMLElement[] = [];
  const missing = missingNote(failed);
  const wanted = reason === 'partial' ? [] : terms;
  if (missing) parts.push(element('p', 'search-note', missing, ' ', button('再试一次', retry)));

  const said = reasonNote(outcome, typed);
  const meant = reason === 'near' ? query : outcome.meant;
  if (meant) {
    // 引号和问号跟着词走，不会单独落到下一行
    const at = said.lastIndexOf(`“${meant}”`);
    const choice = button(meant, () => ask(meant), 'search-offer');
    const offer = element('span', 'search-offered', '“', choice, said.slice(at + meant.length + 1));
    parts.push(element('p', 'search-none', said.slice(0, at), offer));
  } else if (said)
    parts.push(element('p', reason === 'partial' ? 'search-none' : 'search-note', said));

  const leading = wanted
    .filter((term) => reason === 'closest' || isNamed(term, query))
    .slice(0, leadingTerms);
  const others = wanted.filter((term) => !leading.includes(term));
  const glossary = `${href('/glossary/')}?q=${encodeURIComponent(query)}`;
  if (leading.length > 0) parts.push(group('术语', query, leading.map(termItem)));
  if (pages.length > 0)
    parts.push(
      group(
        reason === 'partial'
          ? '只含其中一部分的页面'
          : written
            ? `正文、实验与测验（写作“${written}”）`
            : '正文、实验与测验',
        written ?? query,
        pages.map((hit) => pageItem(hit, written ?? query)),
        rest > 0 ? moreLink(rest, more) : undefined,
      ),
    );
  if (others.length > 0)
    parts.push(
      group(
        leading.length > 0 || pages.length > 0 ? '其他术语' : '术语',
        query,
        others.slice(0, termsShown).map(termItem),
        others.length > termsShown ? moreLink(others.length - termsShown, glossary) : undefined,
      ),
    );
  if (reference.length > 0)
    parts.push(
      group(
        '计算模块的说明',
        query,
        reference.map((hit) => pageItem(hit, query)),
      ),
    );
  const counted = [
    [wanted.length, `术语 ${wanted.length} 条`],
    [pages.length + reference.length, `页面 ${pages.length + rest + reference.length} 个`],
  ].flatMap(([count, words]) => (count ? [words] : []));
  const total = counted.length > 0 ? `${counted.join('，')}。` : '';
  return { parts, status: [missing, said, total].filter(Boolean).join('') };
}

function moreLink(rest: number, more: string | (() => void)): HTMLElement {
  const text = `还有 ${rest} 条`;
  if (typeof more !== 'string') return button(text, more);
  const link = element('a', 'search-more', text);
  link.href = more;
  return link;
}

function missingNote({ terms, pages }: Outcome['failed']): string {
  if (!terms && !pages) return '';
  if (pages && import.meta.env.DEV) return '全文搜索要先构建（npm run build）；这里只查了术语。';
  const what = terms && pages ? '搜索要用的文件' : pages ? '全文索引' : '术语表';
  const only = terms === pages ? '' : pages ? '，这里只查了术语' : '，这里只查了正文';
  return navigator.onLine
    ? `${what}没有取到，可能是网络断了${only}。`
    : `现在没有网络，${what}取不到${only}。`;
}

/** 有一样没有取到，就不知道到底有没有，不说“没有”“未找到”。 */
function reasonNote({ reason, query, meant, failed }: Outcome, typed: string): string {
  const sure = !failed.terms && !failed.pages;
  switch (reason) {
    case 'exact':
      return meant ? `要找的是不是“${meant}”？` : '';
    case 'content':
      return `照“${query}”查到这些：`;
    case 'closest':
      return '没有整句一样的，最接近的是这些：';
    case 'near':
      return `${sure ? `没有“${typed}”，` : ''}要找的是不是“${query}”？`;
    case 'partial':
      return sure ? `未找到“${typed}”` : '';
  }
}
