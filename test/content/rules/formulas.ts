/** 算出来的数：算式在本页或一个链接之外，假定写在看得见的地方；链接指着的函数真有。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, type Course, type Page } from '../course.ts';

/** 从头到尾照这两条读过的章；再读完一章，就把它的目录名加进来。 */
const readThrough = ['location'];

/** 用稳态公式的计算模块：印出来的等待，说的是客流一直这么密、早已稳定下来之后。 */
const steady =
  /~\/calc\/(?:location\/sites-versus-capacity|queueing\/(?:mm1|mmc|mg1|ggc|pooling|priority-[a-z]+\d?|wait-inversions|optimal-servers))\.ts/;

const sections = ({ chapters }: Course, slugs: readonly string[]): Page[] =>
  chapters.filter(({ slug }) => slugs.includes(slug)).flatMap((chapter) => chapter.sections);

export function numbersHaveFormulas(course: Course, slugs = readThrough): string[] {
  return sections(course, slugs)
    .filter(({ text }) => text.includes("from '~/calc/"))
    .filter(({ text }) => !/^\s*\$\$/m.test(text) && !text.includes('](/calc/'))
    .map(
      ({ file }) =>
        `${file}：用计算模块算了数，却没有一条公式，也没有通到 /calc/ 的链接；写出公式，或链到算它的函数`,
    );
}

export function assumptionsInSight(course: Course, slugs = readThrough): string[] {
  return sections(course, slugs)
    .filter(({ text, prose }) => steady.test(text) && !/稳态|稳定/.test(prose))
    .map(
      ({ file }) =>
        `${file}：印了按稳态公式算的等待，却没有说是稳态；空着开门的半天等不到这么久，请写明`,
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
        [...readFileSync(join(cwd, file), 'utf8').matchAll(/^export function (\w+)/gm)].map(
          ([, name = '']) => name,
        ),
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
