/** 搜索框：弹窗和 /search/ 页用的是同一份。 */
import { find, type Outcome } from './find.ts';
import { longestQuery, tidy } from './fold.ts';
import { drawResults, element } from './results.ts';

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
  /** 结果多于显示的时给一个去处；不给就在原地往下列 */
  more?: (query: string) => string;
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

  /** 正在查或已经查完的 */
  let latest = '';
  /** 屏幕上列着的是哪个查询的结果 */
  let shown: { query: string; outcome: Outcome } | null = null;
  /** 按过回车、等着打开第一条的查询 */
  let opening = '';
  let limit = pagesShown;
  let timer = 0;

  function ask(raw: string, wait: number) {
    const query = tidy(raw);
    if (query === latest) return;
    latest = query;
    limit = pagesShown;
    opening = '';
    onquery?.(query);
    clearTimeout(timer);
    if (query === '') {
      shown = null;
      delete results.dataset.query;
      results.replaceChildren();
      status.textContent = '';
    } else timer = window.setTimeout(() => void run(query), wait);
  }

  async function run(query: string) {
    clearTimeout(timer);
    // 第一次要取索引，网慢时得让人知道在查
    const patience = setTimeout(() => {
      if (query === latest && shown?.query !== query)
        results.replaceChildren(element('p', 'search-note', '正在查找…'));
    }, 400);
    const asked = limit;
    const outcome = await find(query, asked);
    clearTimeout(patience);
    // 读者又改了字，这一趟作废。
    if (query !== latest || asked !== limit) return;
    show(query, outcome);
    if (opening === query) openFirst(outcome);
  }

  function show(query: string, outcome: Outcome) {
    const before = shown?.query === query ? results.querySelectorAll('a').length : 0;
    const { parts, status: said } = drawResults(outcome, {
      typed: query,
      termsShown,
      more: more ? more(query) : () => showMore(query),
      retry: () => void run(query),
      ask: set,
    });
    const held = results.contains(document.activeElement);
    if ([...input.value.trim()].length > longestQuery)
      parts.unshift(element('p', 'search-note', `输入太长，只查了前 ${longestQuery} 个字。`));
    shown = { query, outcome };
    results.dataset.query = query;
    results.replaceChildren(...parts);
    status.textContent = said;
    // 按了“还有几条”或“再试一次”，按钮没有了：焦点到新列出来的第一条，没有就回到框里
    if (held) (before > 0 ? (results.querySelectorAll('a')[before - 1] ?? input) : input).focus();
  }

  function showMore(query: string) {
    limit += pagesShown;
    void run(query);
  }

  function openFirst({ reason, query, failed }: Outcome) {
    opening = '';
    const first = reason === 'partial' ? null : results.querySelector('a');
    if (reason === 'near') set(query);
    else if (first) first.click();
    else if (failed.terms || failed.pages) void run(latest);
    else input.select();
  }

  function set(query: string) {
    input.value = tidy(query);
    // 与任何整理过的查询都不同，同一个词也会重新查
    latest = '\0';
    ask(query, 0);
    input.focus();
  }

  input.addEventListener('input', (event) => {
    // 拼音还没选成字时先不查
    if (!(event as InputEvent).isComposing) ask(input.value, 160);
  });
  input.addEventListener('compositionend', () => ask(input.value, 0));
  addEventListener('online', () => {
    if (shown && (shown.outcome.failed.terms || shown.outcome.failed.pages)) void run(shown.query);
  });

  root.addEventListener('keydown', (event) => {
    // Safari 选字的那一下回车不算在输入法里，只有 229 认得出来
    const { keyCode }: { readonly keyCode: number } = event;
    if (event.isComposing || keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [input, ...results.querySelectorAll('a, button')] as HTMLElement[];
    const here = stops.indexOf(document.activeElement as HTMLElement);
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
      ask(input.value, 0);
      opening = latest;
      // 列着的是别的查询的结果时，等这一个查完再开
      if (shown?.query === latest) openFirst(shown.outcome);
      else if (latest) void run(latest);
    } else if (here > 0 && event.key.length === 1 && event.key !== ' ') {
      // 在结果上接着打字，就回到框里
      input.focus();
    }
  });

  return { root, input, set };
}
