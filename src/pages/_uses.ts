/** 术语和资料各在哪几页里用到：扫一遍各节与小结的正文与 front matter。 */
import { loadChapters, type ChapterRef } from '../lib/content.ts';

type PageRef = ChapterRef['pages'][number];

export interface Uses {
  terms: Map<string, PageRef[]>;
  sources: Map<string, PageRef[]>;
}

function add(uses: Map<string, PageRef[]>, key: string, page: PageRef): void {
  const list = uses.get(key) ?? [];
  if (!list.includes(page)) list.push(page);
  uses.set(key, list);
}

export async function findUses(): Promise<Uses> {
  const uses: Uses = { terms: new Map(), sources: new Map() };
  for (const chapter of await loadChapters())
    for (const page of chapter.pages) {
      for (const [, id = ''] of (page.entry.body ?? '').matchAll(/<Term\s[^>]*?id="([^"]+)"/g))
        add(uses.terms, id, page);
      for (const id of page.entry.data.sources) add(uses.sources, id, page);
    }
  return uses;
}
