/** 一节凭什么这样说：算出来的数有算式，链接指着的函数真有，说法有出处。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, atField, sectionsOf, words, type Course } from '../course.ts';

export function numbersHaveFormulas(course: Course): string[] {
  return sectionsOf(course)
    .filter(({ text }) => /^import .*from '~\/calc\//m.test(text))
    .filter(({ markup }) => !markup.includes('$$') && !markup.includes('](/calc/'))
    .map(
      ({ file }) =>
        `${file}：用计算模块算了数，却没有一条公式，也没有通到 /calc/ 的链接；写出公式，或在数的旁边写上 [算法](/calc/领域/#函数)`,
    );
}

/** 一节里总有一个概念、一种做法是别人先提出来的。 */
export function credit(course: Course): string[] {
  return sectionsOf(course)
    .filter((section) => words(section, 'sources').length === 0)
    .map(
      (section) =>
        `${atField(section, 'title')}：这一节一条来源也没有；查清概念是谁哪一年提出的，登记进 content/references.yaml，在第一次说到的地方写 <Cite id="…" />`,
    );
}

/** `/calc/queueing/#mmck` 里的名字，要是那个领域里导出的函数。 */
export function functionAnchors({ root, pages }: Course): string[] {
  const exported = new Map<string, Set<string>>();
  const functionsOf = (area: string) => {
    const known = exported.get(area);
    if (known) return known;
    const cwd = join(root, 'src/calc', area);
    const names = new Set(
      globSync('**/*.ts', { cwd }).flatMap((file) =>
        [
          ...readFileSync(join(cwd, file), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm),
        ].map(([, name = '']) => name),
      ),
    );
    exported.set(area, names);
    return names;
  };
  return pages.flatMap((page) =>
    [...page.markup.matchAll(/\]\(\/calc\/([\w-]+)\/#(\w+)\)/g)].flatMap((found) => {
      const [, area = '', name = ''] = found;
      return functionsOf(area).has(name)
        ? []
        : [
            `${at(page, found.index)}：src/calc/${area} 里没有导出 ${name}，改正链接里 # 后面的名字`,
          ];
    }),
  );
}
