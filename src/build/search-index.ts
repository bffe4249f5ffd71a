/**
 * 构建之后给搜索编索引：读 dist/ 里标了 `data-indexed` 的页面，写出总目、分片与各页正文。
 *
 * 不用现成的整站搜索库：试过的一种单是运行时就要七十多 kB，按词切开的汉字查不全，
 * 每次还得把几十页正文取来核对（一次查询 260 到 440 kB）；按字对分片，只取查到的几页，不到它的五分之一。
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import {
  shardOf,
  type Catalogue,
  type PageInfo,
  type PageKind,
  type PageText,
  type Shard,
} from '../components/search/index-format.ts';
import { tokensOf } from '../components/search/tokens.ts';
import { course } from '../lib/course.ts';

export interface SearchablePage extends PageInfo, PageText {}

const kinds: [start: string, kind: PageKind][] = [
  ['/calc/', 'reference'],
  ['/widgets/', 'experiment'],
  ['/quiz/', 'quiz'],
];

export function kindOf(path: string): PageKind {
  const found = kinds.find(([start]) => path.startsWith(start));
  if (found) return found[1];
  const [top, , section] = path.split('/').filter(Boolean);
  if (top !== 'chapters') return 'other';
  return section && section !== 'closing' ? 'section' : 'chapter';
}

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
const headingNames = new Set(['h1', 'h2', 'h3', 'h4']);
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q ruby rt s samp small span strong sub sup u var wbr button math mrow mi mn mo mtext msub msup msubsup mfrac msqrt mover munder'.split(
    ' ',
  ),
);

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

/** 一页 HTML 里供搜索的文字；没有标 `data-indexed` 的页面不进索引。 */
export function readPage(html: string, path: string): SearchablePage | null {
  const document = parse(html);
  const body = find(document, (element) => attribute(element, 'data-indexed') !== undefined);
  const titled = find(document, ({ tagName }) => tagName === 'title');
  if (!body || !titled) return null;
  const title = squeeze(words(titled))
    .replace(` · ${course.title}`, '')
    .replace(/（实验）$/, '');
  const kind = kindOf(path);
  const headings: PageText['headings'] = [];
  let text = '';
  const pause = () => {
    text = text.trimEnd();
    if (text !== '') text += '\n';
  };
  /** 手册太长，而且读者是写程序的人：只收各条目的名称和紧跟着的一段 */
  const brief = kind === 'reference';
  let listening = !brief;
  let following = false;

  function read(node: Node): void {
    if (node.nodeName === '#text') {
      if (listening) text += (node as Tree.TextNode).value.replace(/\s+/g, ' ');
      return;
    }
    if (!('tagName' in node)) return;
    const { tagName } = node;
    if (silent.has(tagName) || attribute(node, 'data-unindexed') !== undefined) return;
    const isHeading = headingNames.has(tagName);
    const isBlock = !inline.has(tagName);
    if (isBlock) pause();
    if (brief && isBlock) {
      listening ||= isHeading || (following && tagName === 'p');
      following = isHeading;
    }
    if (isHeading) {
      const id = attribute(node, 'id');
      // 大标题就是页名，在正文里再说一遍没有用
      if (id && tagName !== 'h1')
        headings.push({ at: text.length, id, title: squeeze(words(node)) });
    }
    node.childNodes.forEach(read);
    if (isBlock) pause();
    if (brief && (isHeading || tagName === 'p')) listening = false;
  }
  body.childNodes.forEach(read);
  return {
    path,
    title,
    crumbs: attribute(body, 'data-indexed') ?? '',
    kind,
    text: text.trim(),
    headings,
  };
}

/** 页名与小标题里的一次抵正文里的几次 */
const titleWeight = 6;
const headingWeight = 3;
/** BM25 的两个常数：次数多到几次加分减半，长页面打多少折扣 */
const halfway = 3;
const lengthPenalty = 0.5;
const most = 20;

/** 每一页里各小段的要紧程度，1 到 `most`。 */
function impacts(pages: readonly SearchablePage[]): Map<string, number>[] {
  const counted = pages.map((page) => {
    const counts = new Map<string, number>();
    const add = (text: string, weight: number) => {
      const tokens = tokensOf(text);
      for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + weight);
      return tokens.length;
    };
    const length = add(page.text, 1);
    add(page.title, titleWeight);
    for (const { title } of page.headings) add(title, headingWeight - 1);
    return { counts, length };
  });
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  return counted.map(({ counts, length }) => {
    const damping = halfway * (1 - lengthPenalty + (lengthPenalty * length) / mean);
    return new Map(
      [...counts].map(([token, count]) => [
        token,
        Math.max(1, Math.round((most * count) / (count + damping))),
      ]),
    );
  });
}

export interface SearchIndex {
  pages: PageInfo[];
  shards: Shard[];
  texts: PageText[];
}

export function buildIndex(source: readonly SearchablePage[], shards: number): SearchIndex {
  const made: Shard[] = Array.from({ length: shards }, () => ({}));
  const last = new Map<string, number>();
  for (const [number, weights] of impacts(source).entries())
    for (const [token, impact] of weights) {
      const shard = made[shardOf(token, shards)]!;
      (shard[token] ??= []).push(number - (last.get(token) ?? 0), impact);
      last.set(token, number);
    }
  return {
    pages: source.map(({ path, title, crumbs, kind }) => ({ path, title, crumbs, kind })),
    shards: made,
    texts: source.map(({ text, headings }) => ({ text, headings })),
  };
}

/** 一片大约这么多小段：太少了文件多得压不动，太多了一次查询白取的多。 */
const tokensPerShard = 150;

export function shardsFor(pages: readonly SearchablePage[]): number {
  const tokens = new Set(pages.flatMap(({ text }) => tokensOf(text)));
  return Math.max(1, Math.round(tokens.size / tokensPerShard));
}

export function writeIndex(dist: string): Catalogue {
  const pages = globSync('**/index.html', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .flatMap((file) => {
      const path = `/${file.slice(0, -'index.html'.length)}`;
      return readPage(readFileSync(join(dist, file), 'utf8'), path) ?? [];
    });
  if (pages.length === 0)
    throw new Error(`${dist} 里没有一页标了 data-indexed，索引编不成；先运行 npm run build`);
  const index = buildIndex(pages, shardsFor(pages));
  const files = new Map<string, string>([
    ...index.shards.map((shard, at) => [`${at}.json`, JSON.stringify(shard)] as const),
    ...index.texts.map((text, at) => [`text/${at}.json`, JSON.stringify(text)] as const),
  ]);
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(name).update(text);
  // 放进以内容命名的文件夹：与别的带哈希的文件一样可以长期缓存
  const folder = `/_astro/search-${hash.digest('hex').slice(0, 8)}/`;
  const catalogue: Catalogue = { folder, shards: index.shards.length, pages: index.pages };
  for (const old of globSync('_astro/search-*', { cwd: dist }))
    rmSync(join(dist, old), { recursive: true });
  files.set('../../search/catalogue.json', JSON.stringify(catalogue));
  for (const [name, text] of files) {
    const file = join(dist, folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return catalogue;
}

if (import.meta.main) writeIndex(resolve(process.argv[2] ?? 'dist'));
