/**
 * 构建之后给搜索编索引：读 dist/ 里标了 `data-indexed` 的页面，写出总目、分片与各页正文。
 *
 * 不用现成的整站搜索库：试过的一种单是运行时就要七十多 kB，按词切开的汉字查不全，
 * 每次还得把几十页正文取来核对（一次查询 260 到 440 kB）；按字对分片，只取查到的几页，不到它的五分之一。
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  shardOf,
  type Catalogue,
  type PageInfo,
  type PageText,
  type Shard,
} from '../components/search/index-format.ts';
import { tokensOf } from '../components/search/tokens.ts';
import { readPage, type SearchablePage } from './searchable-page.ts';

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
