/** 笔记页要知道的课程：各章各节叫什么、在哪里，题在哪一章。 */
export interface NotebookChapter {
  slug: string;
  number: number;
  title: string;
  /** queueing/utilization-cliff；小结也在内 */
  pages: readonly { id: string; path: string; title: string }[];
  /** 题目编号与散列：两章有同一个编号时，照散列认 */
  questions: readonly (readonly [id: string, hash: string])[];
}

/** “11月29日”；钟不准的机器上记的，日子怪得写不出来就不写。 */
export function dayOf(at: number): string {
  const day = new Date(at);
  return Number.isNaN(day.getTime())
    ? ''
    : day.toLocaleDateString('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' });
}

/** 错题归哪一章：散列也对得上的那一章；题改过了，有这个编号的头一章；都没有是 undefined。 */
export function chapterOf(
  chapters: readonly NotebookChapter[],
  { id, hash }: { id: string; hash: string },
): string | undefined {
  const owning = (same: (question: readonly [string, string]) => boolean) =>
    chapters.find(({ questions }) => questions.some(same))?.slug;
  return (
    owning(([each, version]) => each === id && version === hash) ?? owning(([each]) => each === id)
  );
}
