/** 正文的规则：术语、引用、图、实验都对得上号，标点像中文。 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { punctuationSlips } from '../../../src/lib/chinese-punctuation.ts';
import { at, atField, tags, words, type Course, type Page, type Source } from '../course.ts';

const repeated = <T>(list: readonly T[], key: (each: T) => unknown) =>
  list.filter((each, i) => list.findIndex((other) => key(other) === key(each)) < i);

export function terms({ pages, glossary }: Course): string[] {
  return pages.flatMap((page) => {
    const found = tags(page, 'Term');
    return [
      ...found
        .filter(({ id }) => id === undefined || !Object.hasOwn(glossary, id))
        .map(
          ({ id, where }) =>
            `${where}：术语 ${id ?? '没有写 id'} 不在 content/glossary.yaml 里，改正 <Term id="…"> 或补上这一条`,
        ),
      ...repeated(found, ({ id }) => id).map(
        ({ id, where }) => `${where}：术语 ${id} 在这一节标了两次，只留第一次，后面写成普通文字`,
      ),
    ];
  });
}

export function citations({ pages, chapters, references }: Course): string[] {
  const openings = new Set(chapters.map(({ index }) => index));
  return pages.flatMap((page) => {
    const cites = tags(page, 'Cite|Reading');
    const listed = words(page, 'sources');
    if (openings.has(page))
      return cites.map(({ where }) => `${where}：章首不列资料来源，请把 <Cite> 移到小节里`);
    const source = (id: string) => `${atField(page, 'sources')}：资料 ${id}`;
    return [
      ...cites.flatMap(({ id, where }) => {
        if (id === undefined || !Object.hasOwn(references, id))
          return `${where}：资料 ${id ?? '没有写 id'} 不在 content/references.yaml 里，改正编号或补上这一条`;
        return listed.includes(id)
          ? []
          : `${where}：引了 ${id}，front matter 的 sources 里却没有，请补上`;
      }),
      ...repeated(listed, (id) => id).map((id) => `${source(id)} 列了两遍，请删去一个`),
      ...listed.flatMap((id) => {
        if (!Object.hasOwn(references, id))
          return `${source(id)} 不在 content/references.yaml 里，请改正或补上`;
        return cites.some((cite) => cite.id === id)
          ? []
          : `${source(id)} 列了却没有引，在用到它的句子后面写 <Cite id="${id}" /> 或从 sources 删去`;
      }),
    ];
  });
}

export function figures({ pages }: Course): string[] {
  const all = pages.flatMap((page) => tags(page, 'Figure'));
  return [
    ...all
      .filter(({ id }) => !id)
      .map(({ where }) => `${where}：<Figure> 没有编号，写上 id="英文编号"`),
    ...repeated(all, ({ id }) => id).map(
      ({ id, where }) => `${where}：图的编号 ${id} 用过了，全书不能重复，请换一个`,
    ),
    ...pages.flatMap((page) => {
      const here = new Set(tags(page, 'Figure').map(({ id }) => id));
      return tags(page, 'FigureRef')
        .filter(({ id }) => !here.has(id))
        .map(
          ({ id, where }) =>
            `${where}：这一节没有编号为 ${id ?? '（没有写 id）'} 的图，改正 <FigureRef id="…">，别节的图写成链接`,
        );
    }),
  ];
}

interface Import {
  name: string;
  from: string;
  where: string;
}

function imports(page: Page): Import[] {
  return [...page.text.matchAll(/^import\s+(?:(\w+)|\{[^}]*\})\s+from\s+['"]([^'"]+)['"]/gm)].map(
    (found) => ({ name: found[1] ?? '', from: found[2] as string, where: at(page, found.index) }),
  );
}

/** 作者不必 import 的部件；Fragment 是 Astro 自己的。章末多出讨论与延伸阅读。 */
const listed = (file: string) => {
  const list = join(import.meta.dirname, '../../../src/components', file);
  return [...readFileSync(list, 'utf8').matchAll(/^import (\w+) from/gm)].map(
    ([, name]) => name as string,
  );
};
const inSections = new Set(['Fragment', ...listed('prose.ts')]);
const inClosings = new Set([...inSections, ...listed('closing.ts')]);

export function components({ root, pages }: Course): string[] {
  return pages.flatMap((page) => {
    const found = imports(page);
    const missing = found.filter(({ from: asked }) => {
      // 表写成 table.csv?raw 引进来
      const from = asked.replace(/\?.*$/, '');
      const path = from.startsWith('~/')
        ? join('src', from.slice(2))
        : from.startsWith('.')
          ? join(dirname(page.file), from)
          : undefined;
      return path !== undefined && !existsSync(join(root, path));
    });
    const used = tags(page);
    const ready = page.file.endsWith('/closing.mdx') ? inClosings : inSections;
    return [
      ...missing.map(({ from, where }) => `${where}：没有 ${from} 这个文件，改正路径或补上它`),
      ...found
        .filter(({ name }) => /^[A-Z]/.test(name) && !used.some((tag) => tag.name === name))
        .map(
          ({ name, where }) => `${where}：导入了 ${name} 却没有放进正文，放上 <${name} /> 或删去`,
        ),
      ...used
        .filter(({ name }) => !ready.has(name) && !found.some((each) => each.name === name))
        .map(
          ({ name, where }) =>
            `${where}：没有 <${name}> 这个部件，改正拼写；是实验或图就在文件开头 import 它`,
        ),
    ];
  });
}

export function widgets({ pages, widgets: known }: Course): string[] {
  return pages.flatMap((page) => {
    const used = imports(page).flatMap(({ from, where }) => {
      const id = /^~\/widgets\/([^/]+)\//.exec(from)?.[1];
      return id === undefined ? [] : [{ id, where }];
    });
    const listed = words(page, 'widgets');
    return [
      ...listed.flatMap((id) => {
        const where = `${atField(page, 'widgets')}：实验 ${id}`;
        if (!known.has(id)) return `${where} 不存在，src/widgets 里有 ${[...known].join('、')}`;
        return used.some((each) => each.id === id)
          ? []
          : `${where} 写在 widgets 里却没有导入，在正文里 import 并放上它，或从 widgets 删去`;
      }),
      ...used
        .filter(({ id }) => !listed.includes(id))
        .map(({ id, where }) => `${where}：用了实验 ${id}，请在 front matter 的 widgets 里写上它`),
    ];
  });
}

export function researchMarks({ pages, yaml }: Course): string[] {
  return [...pages, ...yaml].flatMap((source) =>
    [...source.text.matchAll(/[◇✔]|【算】|【资料】/gu)].map(
      ({ index, 0: mark }) =>
        `${at(source, index)}：研究记号 ${mark} 会被读者看见，核实后删去；未核实的内容不要写进来`,
    ),
  );
}

export function punctuation({ pages, yaml }: Course): string[] {
  const report = (source: Source, offset: number, text: string) =>
    punctuationSlips(text).map(({ index, advice }) => `${at(source, offset + index)}：${advice}`);
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  /** 值里的一段在原文里的位置；折行书写的值找不到原样，退回文件开头。 */
  const inValues = (source: Source, data: unknown) =>
    strings(data).flatMap((value) =>
      punctuationSlips(value).map(({ index, advice }) => {
        const near = value.slice(Math.max(0, index - 6), index + 6).split('\n')[0] as string;
        const found = source.text.indexOf(near);
        return `${found < 0 ? source.file : at(source, found)}：${advice}`;
      }),
    );
  return [
    ...pages.flatMap((page) => [...inValues(page, page.data), ...report(page, 0, page.prose)]),
    ...yaml.flatMap((source) => {
      try {
        return inValues(source, load(source.text));
      } catch {
        return [];
      }
    }),
  ];
}
