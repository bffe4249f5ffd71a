/** 把读进来的人并进已有的人。 */
import { mostListed } from '../../lib/import-limits.ts';
import { longestName, type Coder } from './coding.ts';

/** 一模一样的不重复收，同名不同归类的加个数。 */
export function merge(
  present: readonly Coder[],
  incoming: readonly Coder[],
  atMost: number,
): { coders: Coder[]; problems: string[] } {
  const coders = [...present];
  const problems: string[] = [];
  const names = new Set(coders.map(({ name }) => name));
  const known = new Set(coders.map(({ name, codes }) => `${codes}${name}`));
  for (const [i, one] of incoming.entries()) {
    if (known.has(`${one.codes}${one.name}`)) {
      if (problems.length < mostListed)
        problems.push(`“${one.name}”的归类已经在里面了，没有再收。`);
      continue;
    }
    if (coders.length >= atMost) {
      problems.push(
        `最多 ${atMost} 人，“${one.name}”起的 ${incoming.length - i} 人没有收；人多就分几次看。`,
      );
      break;
    }
    let name = one.name;
    for (let n = 2; names.has(name); n++) name = `${one.name.slice(0, longestName - 2)} ${n}`;
    names.add(name);
    known.add(`${one.codes}${one.name}`);
    coders.push({ name, codes: one.codes });
  }
  return { coders, problems };
}
