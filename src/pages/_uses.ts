/** 术语和资料各在哪几节里用到：扫一遍各节的正文与 front matter。 */
import { loadChapters, type SectionRef } from '../lib/content.ts';

export interface Uses {
  terms: Map<string, SectionRef[]>;
  sources: Map<string, SectionRef[]>;
}

function add(uses: Map<string, SectionRef[]>, key: string, section: SectionRef): void {
  const list = uses.get(key) ?? [];
  if (!list.includes(section)) list.push(section);
  uses.set(key, list);
}

export async function findUses(): Promise<Uses> {
  const uses: Uses = { terms: new Map(), sources: new Map() };
  for (const chapter of await loadChapters())
    for (const section of chapter.sections) {
      for (const [, id = ''] of (section.entry.body ?? '').matchAll(/<Term\s[^>]*?id="([^"]+)"/g))
        add(uses.terms, id, section);
      for (const id of section.entry.data.sources) add(uses.sources, id, section);
    }
  return uses;
}
