/** 每个实验有一幅图画；颜色与笔法只用 tones.css 里的类名，深色、打印、高对比度才跟得上。 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sheet = 'src/widget-kit/picture/tones.css';
const known = new Set(
  [...readFileSync(join(root, sheet), 'utf8').matchAll(/\.([a-z][a-z0-9-]*)/g)].map(
    ([, name]) => name,
  ),
);
const folders = globSync('src/widgets/*/model.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/').split('/').at(-2) as string)
  .toSorted();

/** 一幅图画违反的规矩，各说怎么改。 */
function faults(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$|<!--[\s\S]*?-->/gm, '');
  const own =
    /\b(?:fill|stroke|color|opacity|style|filter)(?:-[a-z]+)*\s*=\s*["'{`]|<style|#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb|color-mix|light-dark|var)\(/i.exec(
      code,
    );
  const active =
    /<(?:script|svg|text|title|image|use|foreignObject)\b|\bid=|\bclient:|\bon[a-z]+=/.exec(code);
  const names = [...code.matchAll(/\bclass=(?:"([^"]*)"|\{`([^`]*)`\})/g)].flatMap(
    ([, plain, template]) =>
      (plain ?? template ?? '')
        .replace(/\$\{[^}]*\}/g, '1')
        .split(/\s+/)
        .filter(Boolean),
  );
  const classes = (code.match(/\bclass(?::list)?=/g) ?? []).length;
  const read = (code.match(/\bclass=(?:"[^"]*"|\{`[^`]*`\})/g) ?? []).length;
  return [
    ...(own ? [`自己定了颜色：${own[0]}；改用 ${sheet} 里的类名`] : []),
    ...(active ? [`不该有 ${active[0]}：图画只有形状，画布由 ExperimentPicture 给`] : []),
    ...(classes > read ? ['类名写成 class="…" 或 class={`…`}，才查得到'] : []),
    ...names.filter((name) => !known.has(name)).map((name) => `类名 ${name} 不在 ${sheet} 里`),
  ];
}

describe('pictures of the experiments', () => {
  test.each(folders)(
    '%s has a picture that takes its colours from the shared classes',
    (folder) => {
      const path = `src/widgets/${folder}/Picture.astro`;
      expect(
        existsSync(join(root, path)),
        `缺 ${path}：画一幅 240 × 150 的场面（揭晓之前的），照别的实验的样子`,
      ).toBe(true);
      expect(faults(readFileSync(join(root, path), 'utf8')), path).toEqual([]);
    },
  );

  test.each([
    ['<path fill="black" d="M0 0h9" />', '颜色'],
    ['<path style="fill: red" d="M0 0h9" />', '颜色'],
    ['<path stroke-width="3" d="M0 0h9" />', '颜色'],
    ['<path class="line" stroke={tone} d="M0 0h9" />', '颜色'],
    ["---\nconst tone = '#a0b1c2';\n---\n", '颜色'],
    ["---\nconst tone = 'oklch(50% 0.1 20)';\n---\n", '颜色'],
    ["---\nconst tone = 'rgb(0 0 0)';\n---\n", '颜色'],
    ['<path class="blue" d="M0 0h9" />', '类名 blue'],
    ['<path class={`tone-${i} shiny`} d="M0 0h9" />', '类名 shiny'],
    ['<path class={tone} d="M0 0h9" />', '才查得到'],
    ['<text x="3">80%</text>', '<text'],
    ['<script>1</script>', '<script'],
  ])('%s is found out', (source, fault) => {
    expect(faults(source).join('；')).toContain(fault);
  });

  test('every shared class colours or draws, and a plain shape is no fault', () => {
    expect(faults('{/* fill="black" */}<path class="tone-1 line dash" d="M0 0h9" />')).toEqual([]);
    expect(known).toContain('tone-6');
  });
});
