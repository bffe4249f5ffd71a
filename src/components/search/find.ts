/** 一次查询的全过程：术语、整串、去掉问话的字、差一个字、最接近的，依次退让。 */
import { contains, fold } from './fold.ts';
import type { PageInfo, PageText } from './index-format.ts';
import { loadTerms, openIndex, type IndexFiles } from './index-files.ts';
import { nearMiss } from './near-miss.ts';
import { contentOf, isQuestion } from './question.ts';
import { postingsIn, rankPages, type Scored, type Wanted } from './rank.ts';
import { findTerms, isNamed, termsWithin, type TermRecord } from './terms.ts';
import { tokensOf } from './tokens.ts';

export interface PageHit extends PageInfo {
  /** 命中处所在的小标题与它的锚点；在大标题之下就没有 */
  heading?: { id: string; title: string };
  text: string;
}

/** 这些结果是照什么找到的 */
export type Reason =
  /** 就是读者打的那一串 */
  | 'exact'
  /** 去掉问话的字以后 */
  | 'content'
  /** 差一个字的那个词 */
  | 'near'
  /** 问句里的词大半都有 */
  | 'closest'
  /** 只有其中一部分，多半不是要找的 */
  | 'partial';

export interface Answer {
  reason: Reason;
  /** 照着找、也照着标记的那一串 */
  query: string;
  /** 找到的寥寥无几而另有一个差一个字的词时，顺便问一句 */
  meant?: string;
  terms: TermRecord[];
  pages: PageHit[];
  /** 读者打的是英文名或拼音首字母，正文里写的是这个 */
  written?: string;
  /** 没有列出来的页数 */
  rest: number;
  /** 计算手册里的，另列 */
  reference: PageHit[];
}

/** 手册里的最多列这么多 */
const mostReference = 3;
/** 只在正文里碰巧出现的，多半不超过这么多页 */
const fewPages = 2;
/** 一眼看得到的前几条 */
const inSight = 3;
/** 只是最接近的，列这么多条就够看了 */
const mostGuesses = 6;
/** 核对整句时最多多取这么多页 */
const spareChecks = 6;

/** 取不到索引时照样能查术语；两样都取不到才算失败。 */
export interface Outcome extends Answer {
  failed: { terms: boolean; pages: boolean };
}

export async function find(query: string, limit: number): Promise<Outcome> {
  const [terms, index] = await Promise.allSettled([loadTerms(), openIndex()]);
  const list = terms.status === 'fulfilled' ? terms.value : [];
  const failed = { terms: terms.status === 'rejected', pages: index.status === 'rejected' };
  if (index.status === 'fulfilled')
    try {
      return { ...(await answer(query, limit, list, index.value)), failed };
    } catch {
      failed.pages = true;
    }
  return { ...nothing, query, terms: findTerms(list, query), failed };
}

const nothing: Answer = {
  reason: 'exact',
  query: '',
  terms: [],
  pages: [],
  rest: 0,
  reference: [],
};

async function answer(
  query: string,
  limit: number,
  terms: readonly TermRecord[],
  index: IndexFiles,
): Promise<Answer> {
  const exact = await whole(query, limit, terms, index);
  const few = !exact || (exact.terms.length === 0 && exact.pages.length <= fewPages);
  const meant = few ? nearMiss(query, namesIn(terms, index)) : null;
  if (exact) {
    const found = await byChineseName(meant ? { ...exact, meant } : exact, limit, terms, index);
    return withTeaching(found, limit, index);
  }

  const content = contentOf(query);
  if (content !== '' && !content.includes(' ') && fold(content) !== fold(query)) {
    const reduced = await whole(content, limit, terms, index);
    if (reduced) {
      const named = new Set([...reduced.terms, ...termsWithin(terms, query)]);
      return { ...reduced, terms: [...named], reason: 'content' };
    }
  }
  const near = meant && (await whole(meant, limit, terms, index));
  return near ? { ...near, reason: 'near' } : closest(query, content, limit, terms, index);
}

/** 用英文名、别名或拼音首字母找到的术语，正文里多半只写中文名：照中文名再找一遍页面。 */
async function byChineseName(
  answer: Answer,
  limit: number,
  terms: readonly TermRecord[],
  index: IndexFiles,
): Promise<Answer> {
  const written = answer.terms.find((term) => isNamed(term, answer.query))?.zh;
  if (answer.pages.length > 0 || !written) return answer;
  const named = await whole(written, limit, terms, index);
  if (!named || named.pages.length === 0) return answer;
  const { pages, rest } = named;
  return { ...answer, pages, rest, written };
}

/** 打的正好是一条术语，讲它的那一节总在前几条里，哪怕那里写得少、写的是另一个名字。 */
async function withTeaching(answer: Answer, limit: number, index: IndexFiles): Promise<Answer> {
  const term = answer.terms.find((each) => isNamed(each, answer.query));
  const path = term && `/chapters/${term.taught}/`;
  const page = index.catalogue.pages.findIndex((each) => each.path === path);
  const at = answer.pages.findIndex((each) => each.path === path);
  if (!term || page < 0 || (at >= 0 && at < inSight)) return answer;
  const said = (part: string) =>
    Math.max(2 * Number(contains(part, answer.query)), Number(contains(part, term.zh)));
  const hit = answer.pages[at] ?? hitOf(index, page, await index.text(page), said);
  const others = answer.pages.filter((each) => each !== hit);
  return { ...answer, pages: [hit, ...others].slice(0, limit) };
}

/** 读者可能想打的词：术语的各种叫法，和手册以外的页名。 */
function namesIn(terms: readonly TermRecord[], { catalogue }: IndexFiles): string[] {
  return [
    ...terms.flatMap(({ zh, en, aliases }) => [zh, en, ...aliases]),
    ...catalogue.pages.flatMap(({ kind, title }) => (kind === 'reference' ? [] : [title])),
  ];
}

async function closest(
  query: string,
  content: string,
  limit: number,
  terms: readonly TermRecord[],
  index: IndexFiles,
): Promise<Answer> {
  const named = termsWithin(terms, query);
  const { ranked, words } = await rankLoosely(content, query, named, index);
  // 问一句话，列出最接近的就是答复；说一个词而没有这个词，要先说未找到
  const asked = named.length > 0 || isQuestion(query);
  return {
    ...nothing,
    reason: asked && words.length > 0 && ranked.length > 0 ? 'closest' : 'partial',
    query: words.join(' '),
    terms: named,
    pages: await Promise.all(
      ranked
        .slice(0, Math.min(limit, mostGuesses))
        .map(async ({ page }) =>
          hitOf(index, page, await index.text(page), (text) => sharedBy(text, words)),
        ),
    ),
  };
}

function sharedBy(text: string, words: readonly string[]): number {
  const folded = fold(text);
  return words.filter((word) => folded.includes(word)).length;
}

async function postingsOf(token: string, index: IndexFiles, prefix: boolean): Promise<Wanted> {
  return { token, postings: postingsIn(await index.shard(token), token, prefix) };
}

/** 整串（或空格隔开的每一段）都有的；一页、一条术语都没有就是 null。 */
async function whole(
  query: string,
  limit: number,
  terms: readonly TermRecord[],
  index: IndexFiles,
): Promise<Answer | null> {
  const tokens = [...new Set(tokensOf(query))];
  // 西文的最后一个词、单独一个汉字，可能还没打完
  const open = tokens.at(-1);
  const wanted = await Promise.all(
    tokens.map((token) =>
      postingsOf(token, index, token === open && !/^\p{Script=Han}{2}$/u.test(token)),
    ),
  );
  const { pages } = index.catalogue;
  const candidates = rankPages(pages, wanted).filter(({ page }) =>
    wanted.every(({ postings }) => postings.has(page)),
  );
  const [teaching, reference] = [false, true].map((is) =>
    candidates.filter(({ page }) => (pages[page]?.kind === 'reference') === is),
  ) as [Scored[], Scored[]];
  const shown = await confirmed(query, teaching, limit, index);
  const handbook = await confirmed(query, reference, mostReference, index);
  const named = findTerms(terms, query);
  if (named.length + shown.hits.length + handbook.hits.length === 0) return null;
  return {
    reason: 'exact',
    query,
    terms: named,
    pages: shown.hits,
    rest: shown.rest,
    reference: handbook.hits,
  };
}

/** 每两个字都有不等于整串都有；取正文来核对，够数就停。 */
async function confirmed(
  query: string,
  candidates: readonly Scored[],
  limit: number,
  index: IndexFiles,
): Promise<{ hits: PageHit[]; rest: number }> {
  const hits: PageHit[] = [];
  let at = 0;
  const last = Math.min(candidates.length, limit + spareChecks);
  while (hits.length < limit && at < last) {
    const batch = candidates.slice(at, Math.min(last, at + limit - hits.length));
    at += batch.length;
    const texts = await Promise.all(batch.map(({ page }) => index.text(page)));
    for (const [i, { page }] of batch.entries()) {
      const text = texts[i]!;
      if (contains(`${index.catalogue.pages[page]?.title}\n${text.text}`, query))
        hits.push(hitOf(index, page, text, (part) => Number(contains(part, query))));
    }
  }
  return { hits, rest: hits.length < limit ? 0 : candidates.length - at };
}

/** 问句里的词大半都有的；提到的术语加重，问话的字只占一点分量。 */
async function rankLoosely(
  content: string,
  query: string,
  named: readonly TermRecord[],
  index: IndexFiles,
): Promise<{ ranked: Scored[]; words: string[] }> {
  const main = new Set(tokensOf(content));
  const inTerms = new Set(
    named.flatMap(({ zh, aliases }) => [zh, ...aliases].flatMap((name) => tokensOf(name))),
  );
  const wanted = await Promise.all(
    [...new Set([...main, ...tokensOf(query)])].map(async (token) => ({
      ...(await postingsOf(token, index, false)),
      weight: main.has(token) ? (inTerms.has(token) ? 2 : 1) : 0.25,
    })),
  );
  return {
    ranked: rankPages(index.catalogue.pages, wanted).filter(
      ({ page }) => index.catalogue.pages[page]?.kind !== 'reference',
    ),
    words: wanted
      .filter(({ token, postings }) => main.has(token) && postings.size > 0)
      .map(({ token }) => token),
  };
}

/** 这一页里最该看的一段：开头就有便不必指小标题，否则是 `worth` 最大的那个小标题之下。 */
function hitOf(
  index: IndexFiles,
  page: number,
  { text, headings }: PageText,
  worth: (text: string) => number,
): PageHit {
  let best: Pick<PageHit, 'heading' | 'text'> = { text };
  let most = worth(text.slice(0, headings[0]?.at ?? text.length));
  for (const [i, { at, id, title }] of headings.entries()) {
    const own = text.slice(at, headings[i + 1]?.at ?? text.length);
    const value = worth(own);
    if (value <= most) continue;
    most = value;
    best = { heading: { id, title }, text: own };
  }
  return { ...index.catalogue.pages[page]!, ...best };
}
