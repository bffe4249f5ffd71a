/**
 * 一页用得到的样式。
 *
 * 所有实验的网页出自同一个路由，Astro 便把每个实验的样式都放进每一页；实验越多，每页越重。
 * 一条规则的作用域（`.sv-…`、`data-astro-cid-…`）在这一页的网页里、在它会装的脚本里都没有
 * 出现，就不可能选中什么，删去。没有作用域的规则一律留着。
 */
import { keyOf, type Atom } from './style-atoms.ts';

const scope = /\bsv-[a-z0-9]+|data-astro-cid-[a-z0-9]+/g;

/** 文字里出现的全部作用域。 */
export function scopesIn(text: string): Set<string> {
  return new Set(text.match(scope));
}

/** 一条规则的各个选择器要哪些作用域；逐页要问，只拆一次。 */
const needs = new Map<string, readonly (readonly string[])[]>();
function needsOf(selectors: readonly string[]): readonly (readonly string[])[] {
  const all = selectors.join();
  const known = needs.get(all) ?? selectors.map((each) => [...scopesIn(each)]);
  needs.set(all, known);
  return known;
}

/** 删去作用域不在 `used` 里的选择器；选择器删光的规则一并删去。 */
export function ownAtoms(atoms: readonly Atom[], used: ReadonlySet<string>): Atom[] {
  const found = new Map<string, Atom>();
  for (const atom of atoms) {
    const { selectors } = atom;
    const needed = needsOf(selectors);
    const mine = selectors.filter((_, i) => needed[i]?.every((each) => used.has(each)));
    if (selectors.length > 0 && mine.length === 0) continue;
    const own = mine.length === selectors.length ? atom : withSelectors(atom, mine);
    // 剩下的选择器相同，就成了同一条：前面的那条本来就会被后面的盖过去
    found.delete(keyOf(own));
    found.set(keyOf(own), own);
  }
  return [...found.values()];
}

const withSelectors = (atom: Atom, selectors: readonly string[]): Atom => ({
  ...atom,
  selectors,
  css: selectors.join() + atom.css.slice(atom.css.indexOf('{')),
});

const files = /[\w.-]+\.js\b/g;
/** 打开就一起取的：静态引用；`import("…")` 要用到才取 */
export const importedAtOnce = /(?<=\b(?:from|import)\s*["'`]\.\/)[\w.-]+\.js\b/g;
/** 一个脚本里写着的别的脚本与作用域；一个脚本许多页都要，只找一次。 */
interface Mentions {
  files: readonly string[];
  scopes: ReadonlySet<string>;
}
const mentions = new Map<string, Mentions>();
function mentionsIn(text: string, how: RegExp): Mentions {
  const key = `${how.source}\n${text}`;
  const known = mentions.get(key) ?? {
    files: [...new Set(text.match(how))],
    scopes: scopesIn(text),
  };
  mentions.set(key, known);
  return known;
}

/** 从一段文字出发，顺着文件名找到它会装的全部脚本里写着的作用域；`how` 说脚本里怎样写着的才算。 */
export function scopesReached(
  text: string,
  scripts: ReadonlyMap<string, string>,
  how = files,
): Set<string> {
  const seen = new Set<string>();
  const scopes = new Set<string>();
  const queue: string[] = [...(text.match(files) ?? [])];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const body = scripts.get(name);
    if (body === undefined || seen.has(name)) continue;
    seen.add(name);
    const mentioned = mentionsIn(body, how);
    for (const each of mentioned.scopes) scopes.add(each);
    queue.push(...mentioned.files);
  }
  return scopes;
}
