/** 一节凭什么这样说：算出来的数有公式或算法可查，说法有出处。 */
import { atField, words, type Course } from '../course.ts';

/** 引了 ~/calc/ 的一节，页上要有公式，或有一条通向计算手册的链接。 */
export function formulas({ pages }: Course): string[] {
  return pages
    .filter(({ file }) => /\/\d\d-[^/]+\.mdx$/.test(file))
    .filter(({ text, markup }) => {
      const computes = /^import .*from '~\/calc\//m.test(text);
      return computes && !markup.includes('$$') && !markup.includes('](/calc/');
    })
    .map(
      (page) =>
        `${page.file}:1：这一节的数由 ~/calc/ 算出，页上却没有公式，也没有通向计算手册的链接；把公式写进 $$…$$，或在数的旁边写上 [算法](/calc/领域/#函数)`,
    );
}

/** 一节里总有一个概念、一种做法是别人先提出来的。 */
export function credit({ chapters }: Course): string[] {
  return chapters
    .flatMap(({ sections }) => sections)
    .filter((section) => words(section, 'sources').length === 0)
    .map(
      (section) =>
        `${atField(section, 'title')}：这一节一条来源也没有；查清概念是谁哪一年提出的，登记进 content/references.yaml，在第一次说到的地方写 <Cite id="…" />`,
    );
}
