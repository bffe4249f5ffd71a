/** 循环的键：写给人看的文字会重复，一重复整个部件就停在 each_key_duplicate 上。 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * 可以当键的名字：编号、代号、枚举的取值，和算出来互不相同的刻度。
 * 要添一个名字，先想清楚它凭什么不会重复；文字、名称、标题一律不添。
 */
const distinct = new Set([
  'i',
  'id',
  'key',
  'value',
  'code',
  'slug',
  'kind',
  'rule',
  'role',
  'tone',
  'side',
  'shop',
  'speed',
  'tick',
  'level',
  'variability',
  'response',
]);

interface Node {
  type: string;
  name?: string;
  computed?: boolean;
  property?: Node;
  start: number;
}
interface EachBlock extends Node {
  index?: string;
  key?: Node;
  context: { type: string; elements?: Node[] } | null;
}

/** 这个键可能重复。 */
function repeatable({ index, key, context }: EachBlock): boolean {
  if (!key) return false;
  if (key.type === 'Identifier') {
    // `[name, …]` 是 Object.entries 的一项：对象的键不会重复
    const entry = context?.type === 'ArrayPattern' && context.elements?.[0]?.name === 'name';
    return key.name !== index && !distinct.has(key.name ?? '') && !(entry && key.name === 'name');
  }
  return !(
    key.type === 'MemberExpression' &&
    !key.computed &&
    distinct.has(key.property?.name ?? '')
  );
}

/** 语法树里全部的循环；树里没有环，照着字段一路走下去。 */
function eachBlocks(node: unknown): EachBlock[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(eachBlocks);
  return (node as Node).type === 'EachBlock' ? [node as EachBlock, ...inner] : inner;
}

function repeatableKeys(source: string): string[] {
  return eachBlocks(parse(source, { modern: true }).fragment)
    .filter(repeatable)
    .map(({ start }) => {
      const line = source.slice(0, start).split('\n').length;
      return `第 ${line} 行：${source.slice(start).split('\n')[0]}`;
    });
}

const files = globSync('src/**/*.svelte', { cwd: root });

test('there are components to look at', () => expect(files.length).toBeGreaterThan(40));

test.each(files)('%s: no list is keyed by what may repeat', (file) => {
  expect(
    repeatableKeys(readFileSync(join(root, file), 'utf8')),
    `${file}：键换成编号，没有编号就用序号：{#each list as item, i (i)}`,
  ).toEqual([]);
});

describe('the check itself', () => {
  test.each([
    '{#each slips as slip (slip.why)}<li>{slip.why}</li>{/each}',
    '{#each notes as note (note)}<li>{note}</li>{/each}',
    '{#each rows as { label } (label)}<li>{label}</li>{/each}',
    '{#each rows as { a, b }, i (`${a}${b}`)}<li>{a}{b}{i}</li>{/each}',
    '{#each points as [x] (x)}<li>{x}</li>{/each}',
    '<ul>{#if open}{#each hints as hint (hint)}<li>{hint}</li>{/each}{/if}</ul>',
  ])('refuses %s', (source) => expect(repeatableKeys(source)).toHaveLength(1));

  test.each([
    '{#each rows as row, i (i)}<li>{row}</li>{/each}',
    '{#each rows as row (row.id)}<li>{row.text}</li>{/each}',
    '{#each rows as { id, text } (id)}<li>{text}</li>{/each}',
    '{#each rows as row}<li>{row}</li>{/each}',
    '{#each Object.entries(all) as [name, one] (name)}<li>{one}</li>{/each}',
  ])('accepts %s', (source) => expect(repeatableKeys(source)).toEqual([]));
});
