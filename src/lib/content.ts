/** 章与节在内容目录里的次序、编号和网址，只在这里算一次。 */
import { getCollection, type CollectionEntry } from 'astro:content';

/** 一章里能翻到的一页正文：一节，或章末的小结与讨论。 */
interface PageRef {
  chapter: CollectionEntry<'chapters'>;
  /** 章号，取自目录名 08-queueing */
  chapterNumber: number;
  /** “8.3”“第 8 章小结” */
  label: string;
  path: string;
}

export interface SectionRef extends PageRef {
  entry: CollectionEntry<'sections'>;
  /** 节号，取自文件名 03-… */
  number: number;
}

export interface ClosingRef extends PageRef {
  entry: CollectionEntry<'closings'>;
}

export interface ChapterRef {
  entry: CollectionEntry<'chapters'>;
  slug: string;
  number: number;
  path: string;
  sections: SectionRef[];
  closing: ClosingRef | undefined;
  /** 翻页的次序：各节，然后是小结 */
  pages: (SectionRef | ClosingRef)[];
}

function leadingNumber(filePath: string | undefined, part: 'folder' | 'file'): number {
  const pieces = (filePath ?? '').split('/');
  const name = part === 'file' ? pieces.at(-1) : pieces.at(-2);
  const found = /^(\d+)-/.exec(name ?? '');
  if (!found)
    throw new Error(
      `${filePath}：${part === 'file' ? '小节文件' : '章目录'}名要以编号开头，例如 03-utilization-cliff.mdx`,
    );
  return Number(found[1]);
}

export async function loadChapters(): Promise<ChapterRef[]> {
  const [chapters, sections, closings] = await Promise.all([
    getCollection('chapters'),
    getCollection('sections'),
    getCollection('closings'),
  ]);
  return chapters
    .map((chapter): ChapterRef => {
      const number = leadingNumber(chapter.filePath, 'folder');
      const place = (id: string) => ({
        chapter,
        chapterNumber: number,
        path: `/chapters/${id}/`,
      });
      const own = sections
        .filter((section) => section.id.startsWith(`${chapter.id}/`))
        .map((entry): SectionRef => {
          const position = leadingNumber(entry.filePath, 'file');
          return {
            entry,
            number: position,
            label: `${number}.${position}`,
            ...place(entry.id),
          };
        })
        .sort((a, b) => a.number - b.number);
      const last = closings.find(({ id }) => id === `${chapter.id}/closing`);
      const closing = last && { entry: last, label: `第 ${number} 章小结`, ...place(last.id) };
      return {
        entry: chapter,
        slug: chapter.id,
        number,
        path: `/chapters/${chapter.id}/`,
        sections: own,
        closing,
        pages: [...own, ...(closing ? [closing] : [])],
      };
    })
    .sort((a, b) => a.number - b.number);
}
