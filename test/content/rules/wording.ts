/** 一样东西只有一个叫法：术语表里列为不用的说法，正文、题目、实验和界面上都不写。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, type Course, type Fields } from '../course.ts';

interface RuledOut {
  id: string;
  zh: string;
  name: string;
  found: RegExp;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** 西文的说法只管夹在汉字里的：文献、英文名和代码里的同一个词不是叫法。 */
const patternOf = (name: string) => {
  const word = escape(name);
  return /\p{Script=Han}/u.test(name)
    ? new RegExp(word, 'gu')
    : new RegExp(String.raw`(?<=\p{Script=Han} ?)${word}|${word}(?= ?\p{Script=Han})`, 'gu');
};

const list = (value: unknown) =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

function ruledOutNames(glossary: Fields): RuledOut[] {
  return Object.entries(glossary).flatMap(([id, entry]) => {
    const { zh, instead_of: names } = entry as { zh: string; instead_of?: unknown };
    return list(names).map((name) => ({ id, zh, name, found: patternOf(name) }));
  });
}

/** 术语表里的别名一栏，和资料表里照原文写的题名、作者。 */
const quoted: Readonly<Record<string, RegExp>> = {
  'content/glossary.yaml': /(aliases|instead_of):\s*\[[^\]]*\]/g,
  'content/references.yaml': /^\s*(authors|title|container|editors|publisher):.*$/gm,
};
const hide = (text: string) => text.replace(/[^\n]/g, '\uFFFC');

export function ruledOut({ root, glossary }: Course): string[] {
  const names = ruledOutNames(glossary);
  if (names.length === 0) return [];
  /** 别的术语的中文名里恰好含着这几个字的，先遮掉。 */
  const wholes = Object.values(glossary)
    .map((entry) => (entry as { zh: string }).zh)
    .filter((zh) => names.some(({ name }) => zh.includes(name)));
  return globSync(['content/**/*.{mdx,astro,yaml}', 'src/**/*.{ts,svelte,astro,js}'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const own = quoted[file] ? text.replace(quoted[file], hide) : text;
      const seen = wholes.reduce((rest, zh) => rest.replaceAll(zh, hide), own);
      return names.flatMap(({ id, zh, name, found }) =>
        [...seen.matchAll(found)].map(
          ({ index }) =>
            `${at({ file, text }, index)}：“${name}”在这门课里叫“${zh}”（术语表 ${id}），改成它；说的不是这个意思，就换一个不会看混的词`,
        ),
      );
    });
}
