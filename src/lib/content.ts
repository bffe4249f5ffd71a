/** 章与节在内容目录里的次序、编号和网址，只在这里算一次。 */
import { getCollection, type CollectionEntry } from 'astro:content';

export interface SectionRef {
  entry: CollectionEntry<'sections'>;
  chapter: CollectionEntry<'chapters'>;
  /** 章号，取自目录名 08-queueing */
  chapterNumber: number;
  /** 节号，取自文件名 03-… */
  number: number;
  /** “8.3” */
  label: string;
  path: string;
}

export interface ChapterRef {
  entry: CollectionEntry<'chapters'>;
  slug: string;
  number: number;
  path: string;
  sections: SectionRef[];
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
  const [chapters, sections] = await Promise.all([
    getCollection('chapters'),
    getCollection('sections'),
  ]);
  return chapters
    .map((chapter): ChapterRef => {
      const number = leadingNumber(chapter.filePath, 'folder');
      const own = sections
        .filter((section) => section.id.startsWith(`${chapter.id}/`))
        .map((entry): SectionRef => {
          const position = leadingNumber(entry.filePath, 'file');
          return {
            entry,
            chapter,
            chapterNumber: number,
            number: position,
            label: `${number}.${position}`,
            path: `/chapters/${entry.id}/`,
          };
        })
        .sort((a, b) => a.number - b.number);
      return {
        entry: chapter,
        slug: chapter.id,
        number,
        path: `/chapters/${chapter.id}/`,
        sections: own,
      };
    })
    .sort((a, b) => a.number - b.number);
}
