/** 全文搜索：包住 pagefind，只交出核对过的结果。 */
import { href } from '../../lib/url.ts';
import { contains, fold, sharesPart } from './fold.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  /** pagefind 已转义，只含 <mark>；excerpt 仍当文字处理，不当 HTML */
  excerpt: string;
  sub_results: { title: string; url: string; excerpt: string }[];
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { id: string; data(): Promise<Fragment> }[] } | null>;
}

export interface PageHit {
  url: string;
  title: string;
  /** “第 8 章 排队管理 · 8.4” */
  crumbs: string;
  /** 命中处所在的小标题；没有就是空串 */
  heading: string;
  text: string;
}

export interface FullText {
  /** 整串（或空格隔开的每一段）都出现的页面 */
  whole: PageHit[];
  /** pagefind 拆开查到、只含其中一部分的页面 */
  partial: PageHit[];
}

/** 一次最多取这么多页的正文来核对；每页一个小文件，取过的浏览器会缓存。 */
const mostChecked = 40;

let loading: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  // 取不到就忘掉，断网恢复之后还能再试。
  loading ??= start().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(): Promise<Pagefind> {
  // 索引是构建之后才生成的，打包器不认识这个地址。
  const address = href('/pagefind/pagefind.js');
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: href('/'), excerptLength: 40 });
  await pagefind.init();
  return pagefind;
}

/**
 * pagefind 遇到没有的复合词会拆开，拿部分命中的页面充数（“量子计算”会给出所有写到“计算”的页面）。
 * 所以先按整词组查，再按拆开的查，逐页核对正文里有没有读者输入的那一串。
 */
export async function searchPages(query: string): Promise<FullText> {
  const pagefind = await load();
  const plain = query.replaceAll('"', ' ');
  // 只有标点的查询会被 pagefind 当成“不限”，给出全部页面。
  if (!/[\p{L}\p{N}]/u.test(plain)) return { whole: [], partial: [] };
  const phrase = await pagefind.search(`"${plain}"`);
  const loose = await pagefind.search(plain);
  const found = new Map(
    [...(phrase?.results ?? []), ...(loose?.results ?? [])].map((result) => [result.id, result]),
  );
  const pages = await Promise.all(
    [...found.values()].slice(0, mostChecked).map((result) => result.data()),
  );
  const whole: PageHit[] = [];
  const partial: PageHit[] = [];
  for (const page of pages) {
    const all = `${page.meta['title'] ?? ''}\n${page.content}`;
    if (contains(all, query)) whole.push(hitWith(page, query));
    else if (sharesPart(all, query)) partial.push(looseHit(page));
  }
  const title = fold(query);
  // 题目里就有的排在前面；其余照 pagefind 的次序。
  whole.sort(
    (a, b) => Number(fold(b.title).includes(title)) - Number(fold(a.title).includes(title)),
  );
  return { whole, partial };
}

function hitWith(page: Fragment, query: string): PageHit {
  const within = page.sub_results.find(({ excerpt }) => contains(plainText(excerpt), query));
  return { ...basics(page), ...placed(page, within), text: clean(page.content) };
}

function looseHit(page: Fragment): PageHit {
  return { ...basics(page), ...placed(page, page.sub_results[0]), text: plainText(page.excerpt) };
}

function basics(page: Fragment) {
  return { title: clean(page.meta['title'] ?? page.url), crumbs: clean(page.meta['crumbs'] ?? '') };
}

/** 带锚点的小标题；落在大标题之前的命中就指向整页。 */
function placed(page: Fragment, sub: Fragment['sub_results'][number] | undefined) {
  const title = fold(page.meta['title'] ?? '');
  // 大标题自己也带锚点；那一段就是页首，不必再说一遍
  return sub?.url.includes('#') && !fold(sub.title).includes(title)
    ? { url: sub.url, heading: clean(sub.title) }
    : { url: page.url, heading: '' };
}

/** 去掉索引程序在词间加的零宽空格。 */
function clean(text: string): string {
  return text.replaceAll('\u200b', '');
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

function plainText(excerpt: string): string {
  return clean(excerpt)
    .replace(/<\/?mark>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
