/** 给页面打分：纯函数，不取文件。 */
import { fold } from './fold.ts';
import type { PageInfo, PageKind, Shard } from './index-format.ts';

/** 一个小段在哪几页、有多要紧 */
export type Postings = ReadonlyMap<number, number>;

export interface Wanted {
  token: string;
  postings: Postings;
  /** 缺省 1；问句里的虚词只占一点分量 */
  weight?: number;
}

export interface Scored {
  page: number;
  score: number;
}

/** 同样相关时，先讲解，后实验、章首、题目与案例；叫得出案例的名字，案例页在前。手册另列。 */
const kindWeight: Record<PageKind, number> = {
  section: 1,
  experiment: 0.8,
  chapter: 0.7,
  quiz: 0.6,
  case: 0.6,
  other: 0.4,
  reference: 0.2,
};

/** 从一片里取一个小段；`prefix` 时取所有以它开头的，同一页取最要紧的。 */
export function postingsIn(shard: Shard, token: string, prefix = false): Postings {
  const found = new Map<number, number>();
  const names = prefix ? Object.keys(shard).filter((name) => name.startsWith(token)) : [token];
  for (const name of names) {
    const list = Object.hasOwn(shard, name) ? shard[name]! : [];
    let page = 0;
    for (let at = 0; at + 1 < list.length; at += 2) {
      page += list[at]!;
      found.set(page, Math.max(found.get(page) ?? 0, list[at + 1]!));
    }
  }
  return found;
}

/** 页名里就有，抵正文里写到饱和 */
const inTitle = 20;

/** 越少见的小段越说明问题。 */
function rarity(postings: Postings, pages: number): number {
  return Math.log(1 + (pages - postings.size + 0.5) / (postings.size + 0.5));
}

/** 至少有一段的页面，最相关的在前。 */
export function rankPages(pages: readonly PageInfo[], wanted: readonly Wanted[]): Scored[] {
  const scores = new Map<number, number>();
  const titles = pages.map(({ title }) => fold(title));
  for (const { token, postings, weight = 1 } of wanted) {
    const worth = weight * rarity(postings, pages.length);
    for (const [page, impact] of postings) {
      const inName = titles[page]?.includes(token) ? inTitle : 0;
      scores.set(page, (scores.get(page) ?? 0) + worth * (impact + inName));
    }
  }
  return [...scores]
    .flatMap(([page, score]) => {
      const info = pages[page];
      // 总目与分片不是同一次构建的（网站刚更新）时，号码会对不上
      return info ? [{ page, score: score * kindWeight[info.kind] }] : [];
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
}
