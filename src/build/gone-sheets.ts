/**
 * 按需取的部件，打包器连同它的样式表一起记在 `__vite__mapDeps` 里，取部件之前先挂上。
 * 样式都内联进了网页、又由 shared-styles.ts 另分过，那个文件已经没有了：照着去取就是 404，
 * 部件跟着取不成。名单靠序号引用，不能删项；换成同一个文件里早就取过的一个脚本，不再多取什么。
 */
import type { Site } from './site.ts';

const list = /m\.f=\[([^\]]*)\]/;

export function withoutGoneSheets(script: string, there: ReadonlySet<string>): string {
  return script.replace(list, (whole, names: string) => {
    const files = names.split(',');
    const kept = files.find((name) => /\.js["'`]$/.test(name));
    if (!kept) return whole;
    const gone = (name: string) => {
      const sheet = /([^/"'`]+\.css)["'`]$/.exec(name)?.[1];
      return sheet !== undefined && !there.has(sheet);
    };
    return `m.f=[${files.map((name) => (gone(name) ? kept : name)).join(',')}]`;
  });
}

/** 排在 shareStyles 之后：那时才知道哪些样式表留了下来。 */
export function goneSheets({ scripts, sheets }: Site): void {
  const there = new Set(sheets.keys());
  for (const [name, script] of scripts)
    if (script.includes('.css')) scripts.set(name, withoutGoneSheets(script, there));
}
