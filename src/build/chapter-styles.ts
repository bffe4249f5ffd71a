/**
 * 一章里几节都有、全站却不到共用门槛的规则（选址一章的地图、图上作答的底板）：放进这一章的一个
 * 样式表，读第二节起就不再收。多一个文件要多一次请求，所以只有用得上它一半的页才引用，用得少的
 * 页照旧内联。
 */
import { keyOf, type Atom } from './style-atoms.ts';

const atLeast = 3;
const worthwhile = 1 / 2;
/** 再短，多一个文件的首部比省下的还多 */
const worthAFile = 1200;

const size = (atoms: readonly Atom[]) =>
  atoms.reduce((total, { within, css }) => total + within.length + css.length, 0);

/** `pages` 是同一章各节自己的规则；返回哪几页引用本章的样式表，其中有哪些规则。 */
export function chapterShares(
  pages: ReadonlyMap<string, readonly Atom[]>,
  shortest = worthAFile,
): {
  files: string[];
  keys: ReadonlySet<string>;
} {
  let linking = [...pages];
  for (;;) {
    const counts = new Map<string, { atom: Atom; pages: number }>();
    for (const [, atoms] of linking)
      for (const atom of atoms) {
        const seen = counts.get(keyOf(atom));
        counts.set(keyOf(atom), { atom, pages: (seen?.pages ?? 0) + 1 });
      }
    const sheet = [...counts].filter(([, each]) => each.pages >= atLeast);
    const keys = new Set(sheet.map(([key]) => key));
    const whole = size(sheet.map(([, { atom }]) => atom));
    const staying = linking.filter(
      ([, atoms]) => size(atoms.filter((atom) => keys.has(keyOf(atom)))) >= whole * worthwhile,
    );
    if (keys.size === 0 || whole < shortest) return { files: [], keys: new Set() };
    if (staying.length === linking.length) return { files: staying.map(([file]) => file), keys };
    linking = staying;
  }
}
