/**
 * 从 MDX 里分出两层：`prose` 只留读者看得见的字，`markup` 只留标签。
 * 去掉的地方用 BLANK 占位、换行照旧，所以位置和行号都不变。
 */
export const BLANK = '\uFFFC';

export interface MdxText {
  prose: string;
  markup: string;
}

const hide = (text: string) => text.replace(/[^\n]/g, BLANK);

/** 围栏代码和 front matter 两层都不要；import、export 只对 `markup` 隐去，里面的字符串读者看得见。 */
const frontMatter = /^---\n[\s\S]*?\n---(?=\n|$)/;
const fences = /^(```|~~~)[\s\S]*?^\1/gm;
const modules = /^(?:import|export)\b[\s\S]*?(?=\n\n|$(?![\s\S]))/gm;

export function mdxText(source: string): MdxText {
  const text = source.replace(frontMatter, hide).replace(fences, hide);
  const moduleRanges = [...text.matchAll(modules)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  const prose = [...hide(text)];
  const markup = text.split('');
  const show = (from: number, to: number) => {
    for (let i = from; i < to; i++) prose[i] = text[i] as string;
  };
  const blank = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (markup[i] !== '\n') markup[i] = BLANK;
  };
  /** 从 from 起找 end，找不到就到 limit 为止；返回 end 之后的位置。 */
  const after = (end: string, from: number, limit = text.length) => {
    const found = text.indexOf(end, from);
    return found < 0 || found > limit ? limit : found + end.length;
  };

  /** 一段脚本：只有字符串的内容给读者看。返回收尾括号之后的位置。 */
  function script(start: number, limit: number): number {
    let depth = 0;
    let i = start;
    while (i < limit) {
      const c = text[i] as string;
      if (c === '/' && text[i + 1] === '*') {
        const end = after('*/', i + 2, limit);
        blank(i, end);
        i = end;
      } else if (c === '/' && text[i + 1] === '/') i = after('\n', i, limit);
      else if (c === "'" || c === '"' || c === '`') i = string(i, limit);
      else {
        if (c === '{') depth++;
        if (c === '}' && --depth === 0) return i + 1;
        i++;
      }
    }
    return limit;
  }

  function string(start: number, limit: number): number {
    const quote = text[start];
    let i = start + 1;
    while (i < limit && text[i] !== quote) {
      if (text[i] === '\\') i += 2;
      else if (quote === '`' && text[i] === '$' && text[i + 1] === '{') i = script(i + 1, limit);
      else show(i, ++i);
    }
    return i + 1;
  }

  /** 一个标签：属性里的字也是给读者看的。 */
  function tag(start: number): number {
    let i = start + 1;
    while (i < text.length && text[i] !== '>') {
      if (text[i] === '"' || text[i] === "'") i = string(i, text.length);
      else if (text[i] === '{') i = script(i, text.length);
      else i++;
    }
    return i + 1;
  }

  for (const [from, to] of moduleRanges) {
    blank(from, to);
    // 顶层没有外括号，一段一段接着读到底
    for (let i = from; i < to;) i = Math.max(i + 1, script(i, to));
  }
  let i = 0;
  while (i < text.length) {
    const range = moduleRanges.find(([from]) => from === i);
    const rest = text.slice(i, i + 2);
    if (range) i = range[1];
    else if (rest[0] === '`') {
      const ticks = /^`+/.exec(text.slice(i, i + 8))?.[0] as string;
      const end = after(ticks, i + ticks.length);
      blank(i, end);
      i = end;
    } else if (rest === '$$') i = after('$$', i + 2);
    else if (rest[0] === '$') i = after('$', i + 1);
    else if (rest[0] === '{') i = script(i, text.length);
    else if (/^<[\w/>]/.test(rest)) i = tag(i);
    else if (rest === '](') i = after(')', i + 2);
    else show(i, ++i);
  }
  return { prose: prose.join(''), markup: markup.join('') };
}
