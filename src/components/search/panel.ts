/** 搜索框与结果：弹窗和 /search/ 页用的是同一份。所有文字都进文本节点，从不当 HTML。 */
import { href } from '../../lib/url.ts';
import { excerptAround, markHits } from './excerpt.ts';
import { longestQuery, tidy } from './fold.ts';
import { searchPages, type FullText } from './full-text.ts';
import { findTerms, type TermRecord } from './terms.ts';

export interface Panel {
  root: HTMLElement;
  input: HTMLInputElement;
  /** 换一个查询并马上去查 */
  set(query: string): void;
}

interface PanelOptions {
  /** 弹窗里要短，整页里可以长 */
  termsShown: number;
  pagesShown: number;
  /** 查询变了（已整理过） */
  onquery?: (query: string) => void;
  /** 结果多于显示的时给一个去处 */
  more?: (query: string) => string;
}

interface Item {
  url: string;
  title: string;
  aside: string;
  text: string;
  english?: string;
}

let termList: Promise<TermRecord[]> | undefined;

export function loadTerms(): Promise<TermRecord[]> {
  termList ??= fetch(href('/terms.json'))
    .then((response) => {
      if (!response.ok) throw new Error(`terms.json: ${response.status}`);
      return response.json() as Promise<TermRecord[]>;
    })
    .catch((error: unknown) => {
      termList = undefined;
      throw error;
    });
  return termList;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function marked(text: string, query: string): Node[] {
  return markHits(text, query).map((piece) =>
    piece.hit ? element('mark', '', piece.text) : document.createTextNode(piece.text),
  );
}

export function createPanel({ termsShown, pagesShown, onquery, more }: PanelOptions): Panel {
  const input = element('input', 'field');
  input.type = 'search';
  input.placeholder = '搜索：排队、Erlang、pdl…';
  input.setAttribute('aria-label', '搜索小节、实验、术语和测验题');
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.enterKeyHint = 'search';
  const results = element('div', 'search-results');
  const status = element('p', 'visually-hidden');
  status.setAttribute('role', 'status');
  const root = element('div', 'search-panel', input, results, status);

  let latest = '';
  let timer = 0;

  function ask(raw: string, wait: number) {
    const query = tidy(raw);
    if (query === latest) return;
    latest = query;
    onquery?.(query);
    clearTimeout(timer);
    if (query === '') {
      results.replaceChildren();
      status.textContent = '';
    } else timer = window.setTimeout(() => void run(query, raw), wait);
  }

  async function run(query: string, raw: string) {
    const notes: string[] = [];
    // 第一次要取索引，网慢时得让人知道在查
    const patience = setTimeout(() => {
      if (query === latest) results.replaceChildren(element('p', 'search-note', '正在查找…'));
    }, 400);
    if ([...raw.trim()].length > longestQuery)
      notes.push(`输入太长，只查了前 ${longestQuery} 个字。`);
    const [terms, pages] = await Promise.all([
      loadTerms().catch(() => {
        notes.push('术语表没有取到，可能是网络断了。');
        return [] as TermRecord[];
      }),
      searchPages(query).catch(() => {
        notes.push(
          import.meta.env.DEV
            ? '全文搜索要先构建（npm run build）；这里只查了术语。'
            : '全文索引没有取到，可能是网络断了；这里只查了术语。',
        );
        return null;
      }),
    ]);
    clearTimeout(patience);
    // 读者又改了字，这一趟作废。
    if (query === latest) show(query, findTerms(terms, query), pages, notes);
  }

  function show(query: string, terms: TermRecord[], pages: FullText | null, notes: string[]) {
    const whole = pages?.whole ?? [];
    const partial = pages?.partial ?? [];
    const found = terms.length + whole.length;
    const parts: HTMLElement[] = notes.map((note) => element('p', 'search-note', note));
    if (found === 0) parts.push(element('p', 'search-none', `未找到“${query}”`));
    if (terms.length > 0)
      parts.push(
        group('术语', query, terms.slice(0, termsShown).map(termItem), {
          rest: terms.length - termsShown,
          to: `${href('/glossary/')}?q=${encodeURIComponent(query)}`,
        }),
      );
    if (whole.length > 0)
      parts.push(
        group(
          '正文、实验与测验',
          query,
          whole.slice(0, pagesShown).map((hit) => ({
            url: hit.url,
            title: hit.title,
            aside: [hit.crumbs, hit.heading].filter(Boolean).join(' · '),
            text: excerptAround(hit.text, query, hit.title),
          })),
          { rest: whole.length - pagesShown, to: more?.(query) },
        ),
      );
    if (found === 0 && partial.length > 0)
      parts.push(
        group(
          '只含其中一部分的页面',
          query,
          partial.slice(0, 6).map((hit) => ({
            url: hit.url,
            title: hit.title,
            aside: [hit.crumbs, hit.heading].filter(Boolean).join(' · '),
            text: hit.text,
          })),
          { rest: 0 },
        ),
      );
    results.replaceChildren(...parts);
    status.textContent =
      found > 0
        ? `找到 ${found} 条：术语 ${terms.length} 条，页面 ${whole.length} 个。`
        : `未找到“${query}”${partial.length > 0 ? `，另有 ${partial.length} 个页面只含其中一部分` : ''}。`;
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

  function group(
    title: string,
    query: string,
    items: Item[],
    { rest, to }: { rest: number; to?: string | undefined },
  ): HTMLElement {
    const list = element('ol', '', ...items.map((item) => element('li', '', entry(item, query))));
    const section = element('section', '', element('h2', '', title), list);
    if (rest > 0 && to) {
      const link = element('a', 'search-more', `还有 ${rest} 条`);
      link.href = to;
      section.append(link);
    }
    return section;
  }

  function entry({ url, title, english, aside, text }: Item, query: string): HTMLAnchorElement {
    const name = element('span', 'search-title', ...marked(title, query));
    const link = element('a', '', name);
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

  input.addEventListener('input', (event) => {
    // 拼音还没选成字时先不查
    if (!(event as InputEvent).isComposing) ask(input.value, 160);
  });
  input.addEventListener('compositionend', () => ask(input.value, 0));

  root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [input, ...results.querySelectorAll('a')];
    const here = stops.indexOf(document.activeElement as HTMLInputElement);
    if (here < 0) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      const next = stops[here + move];
      event.preventDefault();
      next?.focus();
      if (next === input) input.select();
    } else if (here > 0 && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      stops.at(event.key === 'Home' ? 1 : -1)?.focus();
    } else if (here === 0 && event.key === 'Enter') {
      event.preventDefault();
      results.querySelector('a')?.click();
    } else if (here > 0 && event.key.length === 1 && event.key !== ' ') {
      // 在结果上接着打字，就回到框里
      input.focus();
    }
  });

  return {
    root,
    input,
    set(query) {
      input.value = tidy(query);
      // 与任何整理过的查询都不同，同一个词也会重新查
      latest = '\0';
      ask(query, 0);
    },
  };
}
