/** 贯穿全书的案例：从 content/cases/ 读来，一回一回接上它所在的那一页。 */
import { getCollection, type CollectionEntry } from 'astro:content';
import { fillFacts } from './case-text.ts';
import { loadChapters } from './content.ts';

interface Place {
  /** “8.3”“第 8 章” */
  label: string;
  title: string;
  path: string;
}

interface Instalment extends Place {
  /** 章/节，也是案例页上的锚点（`/` 换成 `-`） */
  at: string;
  anchor: string;
  text: string;
}

export interface CaseRef {
  id: string;
  path: string;
  data: CollectionEntry<'cases'>['data'];
  acts: { title: string; instalments: Instalment[] }[];
}

/** 节、小结与章首 → 标签、题目与网址。 */
export async function casePlaces(): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  for (const { slug, number, path, entry, pages } of await loadChapters()) {
    places.set(slug, { label: `第 ${number} 章`, title: entry.data.title, path });
    for (const page of pages)
      places.set(page.entry.id, {
        // 小结的题目已经说了是小结
        label: 'number' in page ? page.label : `第 ${number} 章`,
        title: page.entry.data.title,
        path: page.path,
      });
  }
  return places;
}

export async function loadCases(): Promise<CaseRef[]> {
  const places = await casePlaces();
  const cases = await getCollection('cases');
  return cases
    .sort((a, b) => a.data.order - b.data.order)
    .map(({ id, data, filePath }) => ({
      id,
      path: `/cases/${id}/`,
      data,
      acts: data.acts.map(({ title, instalments }) => ({
        title,
        instalments: instalments.map(({ at, text }) => {
          const place = places.get(at);
          if (!place) throw new Error(`${filePath}：没有 ${at} 这一页，请改正 at。`);
          const anchor = at.replace('/', '-');
          return { at, anchor, text: fillFacts(text, data.facts), ...place };
        }),
      })),
    }));
}

/** 这一页上有哪些案例的一回；小节、小结与章首都用它链回去。 */
export async function casesOn(at: string): Promise<{ name: string; path: string }[]> {
  return (await loadCases()).flatMap(({ path, data, acts }) =>
    acts
      .flatMap(({ instalments }) => instalments)
      .filter((each) => each.at === at)
      .map(({ anchor }) => ({ name: data.name, path: `${path}#${anchor}` })),
  );
}
