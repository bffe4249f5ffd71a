/** 公式里的花括号是 TeX 的：写在里面的代码不会算，印出来就是变量的名字。 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from './course.ts';

const course = readCourse(join(import.meta.dirname, '../..'));

/** `$…$`、`$$…$$` 里夹着的本文件的变量：`{kiosk.workers[0]}`、`{total}`。 */
function codeInFormulas(text: string): string[] {
  const names = new Set(
    [...text.matchAll(/^(?:export const|import) [^=;]*/gm)].flatMap(([head]) => head.match(/\w+/g)),
  );
  const body = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?:import|export)\b[\s\S]*?\n\n/gm, '')
    .replace(/`[^`]*`/g, '');
  return [...body.matchAll(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g)].flatMap(([formula]) =>
    [...formula.matchAll(/(\\[a-zA-Z]+)?\{(\w+)(\.\w|\[|\(|\})/g)]
      .filter(([, command, name = '', next]) => {
        if (name.length < 3 || !names.has(name)) return false;
        return next !== '}' || !/^\\(?:text|mathrm|operatorname)/.test(command ?? '');
      })
      .map(() => formula),
  );
}

describe('code inside a formula', () => {
  test('is found, and a TeX group is let be', () => {
    const source = (body: string) => `export const kiosk = { workers: [3, 3] };\n\n${body}\n`;
    expect(codeInFormulas(source('用甲班，$x_1={kiosk.workers[0]}$。'))).toHaveLength(1);
    expect(codeInFormulas(source('$x_1$ = {kiosk.workers[0]}，$a_{ts}$'))).toEqual([]);
    expect(codeInFormulas(source(String.raw`$\text{kiosk}$`))).toEqual([]);
  });

  test('is nowhere in the course', () => {
    const found = course.pages.flatMap(({ file, text }) =>
      codeInFormulas(text).map(
        (formula) => `${file}：${formula} 里的代码不会算，把花括号移到公式外面，写成 $x$ = {…}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
