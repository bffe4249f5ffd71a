/** 有几样写法会把一大段运行时带进每一页都要取的 svelte 文件：一处用了，处处都重。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Node {
  type: string;
  attributes?: Node[];
  start: number;
}

/** 动态标签与元素上的展开，都要用到能设任何属性的那一大段。 */
function heavy(source: string): number[] {
  const found: number[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) return value.forEach(walk);
    const node = value as Node;
    const spread = node.attributes?.some(({ type }) => type === 'SpreadAttribute');
    if (node.type === 'SvelteElement' || (node.type === 'RegularElement' && spread))
      found.push(node.start);
    Object.values(node).forEach(walk);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

test('no component sets arbitrary attributes at run time', () => {
  expect(heavy('<svelte:element this="b" />')).toHaveLength(1);
  expect(heavy('<p {...rest}></p>')).toHaveLength(1);
  expect(heavy('<p class="a"><Part {...rest} /></p>')).toEqual([]);
  for (const file of globSync('src/**/*.svelte', { cwd: root }))
    expect(
      heavy(readFileSync(join(root, file), 'utf8')),
      `${file} 用了 svelte:element 或在标签上展开属性：改成 {#if} 两种写法，属性逐个写出来`,
    ).toEqual([]);
});
