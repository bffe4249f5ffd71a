/** 一节凭什么这样说：算出来的数有算式、假定看得见、链接指着的函数真有，说法有出处。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, atField, words, type Course, type Page } from '../course.ts';

/** 用稳态公式的计算模块：印出来的等待，说的是客流一直这么密、早已稳定下来之后。 */
const steady =
  /~\/calc\/(?:location\/sites-versus-capacity|queueing\/(?:mm1|mmc|mg1|ggc|pooling|priority-[a-z]+\d?|wait-inversions|optimal-servers))\.ts/;

/** 从头到尾照这几条读过的章；再读完一章，就把它的网址名加进来。 */
const readThrough = ['delivery-design', 'location', 'encounter'];

const sections = ({ chapters }: Course, slugs: readonly string[]): Page[] =>
  chapters.filter(({ slug }) => slugs.includes(slug)).flatMap((chapter) => chapter.sections);

export function numbersHaveFormulas(course: Course, slugs = readThrough): string[] {
  return sections(course, slugs)
    .filter(({ text }) => /^import .*from '~\/calc\//m.test(text))
    .filter(({ markup }) => !markup.includes('$$') && !markup.includes('](/calc/'))
    .map(
      ({ file }) =>
        `${file}：用计算模块算了数，却没有一条公式，也没有通到 /calc/ 的链接；写出公式，或在数的旁边写上 [算法](/calc/领域/#函数)`,
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

/** 一节里总有一个概念、一种做法是别人先提出来的。 */
export function credit(course: Course, slugs = readThrough): string[] {
  return sections(course, slugs)
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
