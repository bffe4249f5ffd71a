/** 贯穿全书的案例：事实只写在 content/cases/，正文、题目、实验里的每一处都跟它一样。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readNumeral } from '../../../src/lib/chinese-numerals.ts';
import { caseSchema, type Case } from '../../../src/schemas/case.ts';
import { at, type Course, type Page, type Source } from '../course.ts';

interface CaseFile {
  file: string;
  data: Case;
}

const folder = 'content/cases';

/** 字段写错的由 `fields` 去说，别的规则只看写对了的。 */
function readCases({ root }: Course): { files: CaseFile[]; problems: string[] } {
  const files: CaseFile[] = [];
  const problems: string[] = [];
  for (const name of globSync('*.yaml', { cwd: join(root, folder) }).toSorted()) {
    const file = `${folder}/${name}`;
    const text = readFileSync(join(root, file), 'utf8');
    const result = caseSchema.safeParse(load(text, { filename: file }));
    if (result.success) files.push({ file, data: result.data });
    else
      problems.push(
        ...result.error.issues.map(
          ({ path, message }) => `${file} › ${path.join(' › ')}: ${message}`,
        ),
      );
  }
  return { files, problems };
}

export const fields = (course: Course) => readCases(course).problems;

/** 章、章/节、章/closing → 那一页。 */
function placesOf({ chapters }: Course): Map<string, Page> {
  return new Map(
    chapters.flatMap(({ slug, index, closing, sections }) => [
      ...(index ? [[slug, index] as const] : []),
      ...(closing ? [[`${slug}/closing`, closing] as const] : []),
      ...sections.map((section) => [`${slug}/${section.slug}`, section] as const),
    ]),
  );
}

const numeral = String.raw`(\d[\d_,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+)`;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** 一处写法 → 找它的式子；空白写一个还是换行都算同一种写法。 */
function patternOf(text: string): RegExp {
  const [before = '', after = ''] = text
    .split('{}')
    .map((part) => escape(part).replace(/\s+/g, String.raw`\s+`));
  return new RegExp(before + numeral + after, 'gu');
}

function read(written: string): number | null {
  return /^\d/.test(written) ? Number(written.replace(/[_,]/g, '')) : readNumeral(written);
}

/** 百分数在代码里写成小数：15% 是 0.15。 */
function same(written: string, { value, unit }: { value: number; unit: string }): boolean {
  const found = read(written);
  if (found === null) return false;
  const near = (a: number) => Math.abs(a - value) < 1e-9 * Math.max(1, value);
  return near(found) || (unit === '%' && found < 1 && near(found * 100));
}

/** 每一处用处都真的在那里，而且印的数和事实相同。 */
export function factsHold(course: Course): string[] {
  const places = placesOf(course);
  return readCases(course).files.flatMap(({ file, data }) =>
    data.facts.flatMap((fact) =>
      fact.holds.flatMap((hold) => {
        const who = `${file} › ${fact.id}`;
        const source = sourceOf(course, places, hold.in);
        if (!source) return [`${who}：没有 ${hold.in} 这一页或这个文件，改正 in`];
        const found = [...source.text.matchAll(patternOf(hold.text))];
        if (found.length === 0)
          return [
            `${who}：${source.file} 里找不到“${hold.text}”；那里的话改过了，就照新的写法改 text，不再用到就删去这一处`,
          ];
        return found
          .filter(([, written = '']) => !same(written, fact))
          .map(
            ({ 0: whole, index }) =>
              `${at(source, index)}：“${whole}”和案例里的事实不一样（${file} 的 ${fact.id} 是 ${fact.value} ${fact.unit}）；改正这里，或者改那里并让每一处都跟上`,
          );
      }),
    ),
  );
}

function sourceOf({ root }: Course, places: Map<string, Page>, where: string): Source | undefined {
  const page = places.get(where);
  if (page) return page;
  return where.includes('.') && existsSync(join(root, where))
    ? { file: where, text: readFileSync(join(root, where), 'utf8') }
    : undefined;
}

/** 读者看得见的文字：各页、题库，和实验的源码。 */
function sourcesOf({ root, pages }: Course): Source[] {
  const others = globSync(['content/quizzes/*.yaml', 'src/widgets/**/*.{ts,svelte}'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  return [...pages, ...others];
}

/** 一段：正文按行，题与实验的文字也各占一行。 */
function* linesOf({ text }: Source): Generator<{ line: string; start: number }> {
  let start = 0;
  for (const line of text.split('\n')) {
    yield { line, start };
    start += line.length + 1;
  }
}

const naming = ({ names }: Case, line: string) => names.some((name) => line.includes(name));

/** 说到这个案例的每一段里，照“看守”的写法印着的数都要是事实里的数。 */
export function printedFactsAgree(course: Course): string[] {
  const { files } = readCases(course);
  const sources = sourcesOf(course);
  return files.flatMap(({ file, data }) =>
    data.watch.flatMap(({ text, facts, also = [] }) => {
      const allowed = data.facts.filter(({ id }) => facts.includes(id));
      const pattern = patternOf(text);
      return sources.flatMap((source) =>
        [...linesOf(source)]
          .filter(({ line }) => naming(data, line))
          .flatMap(({ line, start }) =>
            [...line.matchAll(pattern)]
              .filter(
                ([, written = '']) =>
                  !allowed.some((fact) => same(written, fact)) &&
                  !also.includes(read(written) ?? Number.NaN),
              )
              .map(
                ({ 0: whole, index }) =>
                  `${at(source, start + index)}：“${whole}”和${data.name}的事实不一样（${file}：${allowed
                    .map(({ id, value, unit }) => `${id} ${value} ${unit}`)
                    .join('，')}）；改正这里，或者在那里添上这个事实`,
              ),
          ),
      );
    }),
  );
}

/** 章/节 → 住在那里的实验的源码。 */
function experimentsOf({ root, widgets }: Course): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of widgets) {
    const base = join(root, 'src/widgets', id);
    if (!existsSync(join(base, 'model.ts'))) continue;
    const text = globSync('**/*.ts', { cwd: base })
      .toSorted()
      .map((file) => readFileSync(join(base, file), 'utf8'))
      .join('\n');
    const home = /^ {2}chapter: '([^']*)',\s+section: '([^']*)'/m.exec(text);
    if (!home) continue;
    const place = `${home[1]}/${home[2]}`;
    found.set(place, `${found.get(place) ?? ''}${text}`);
  }
  return found;
}

/** 正文或那里的实验说到案例，那一页就是它的一回；每一回也真的说到它。 */
export function everyUseIsTold(course: Course): string[] {
  const places = placesOf(course);
  const experiments = experimentsOf(course);
  return readCases(course).files.flatMap(({ file, data }) => {
    const told = data.acts.flatMap(({ instalments }) => instalments.map((each) => each.at));
    /** 正文里只写着人名的也算：那一段接着前一节讲 */
    const speaks = (place: string, { text }: Page) =>
      naming(data, text) ||
      data.people.some(({ name }) => text.includes(name)) ||
      naming(data, experiments.get(place) ?? '');
    const missing = [...places]
      .filter(([place, page]) => !told.includes(place) && speaks(place, page))
      .map(
        ([place, page]) =>
          `${page.file}：这一页或它的实验说到${data.name}，${file} 里却没有 ${place} 这一回；在 acts 里补一段`,
      );
    const empty = told.flatMap((place) => {
      const page = places.get(place);
      if (!page) return [`${file}：没有 ${place} 这一页，改正 at`];
      return speaks(place, page)
        ? []
        : [`${file}：${page.file} 没有说到${data.name}，删去 ${place} 这一回，或改正 at`];
    });
    return [...missing, ...empty];
  });
}

/** 一个名字只归一个案例；说别家的一段里不借它的人。 */
export function peopleKeepTheirCase(course: Course): string[] {
  const { files } = readCases(course);
  const owners = files.flatMap(({ file, data }) =>
    data.people.map((person) => ({ ...person, file, data })),
  );
  const twice = owners
    .filter(({ name }, i) => owners.findIndex((each) => each.name === name) < i)
    .map(({ name, file }) => `${file}：${name}在别的案例里已经有了，换一个名字`);
  const lent = sourcesOf(course).flatMap((source) =>
    [...linesOf(source)].flatMap(({ line, start }) =>
      owners
        .filter(({ name }) => line.includes(name))
        .filter(({ data }) => !naming(data, line))
        .flatMap(({ name, role, data }) =>
          files
            .filter((each) => each.data !== data && naming(each.data, line))
            .map(
              (each) =>
                `${at(source, start + line.indexOf(name))}：${name}是${data.name}的${role}，这一段说的是${each.data.name}；给这里的人换一个名字`,
            ),
        ),
    ),
  );
  return [...twice, ...lent];
}

/** 用到事实的每一页都是一回：事实栏里的链接和故事对得上。 */
export function factPlacesAreTold(course: Course): string[] {
  const places = placesOf(course);
  return readCases(course).files.flatMap(({ file, data }) => {
    const told = new Set(
      data.acts.flatMap(({ instalments }) => instalments.map((each) => each.at)),
    );
    return data.facts.flatMap(({ id, holds }) =>
      holds
        .filter((hold) => places.has(hold.in) && !told.has(hold.in))
        .map((hold) => `${file} › ${id}：${hold.in} 用到这个事实，却不在 acts 里；补上那一回`),
    );
  });
}
