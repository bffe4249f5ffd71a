/**
 * 每页只带自己用得到的样式。
 *
 * 所有实验的网页出自同一个路由，Astro 便把每个实验的样式都内联进每一页；实验越多，每页越重。
 * 构建完成后逐页删去用不到的：一条规则的作用域（`.svelte-…`、`data-astro-cid-…`）在这一页的
 * 网页里、在它会装的脚本里都没有出现，就不可能选中什么。没有作用域的规则一律留着。
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import postcss from 'postcss';

const scope = /svelte-[a-z0-9]+|data-astro-cid-[a-z0-9]+/g;
const style = /(<style[^>]*>)([\s\S]*?)(<\/style>)/g;

/** 文字里出现的全部作用域。 */
export function scopesIn(text: string): Set<string> {
  return new Set(text.match(scope));
}

/** 删去作用域不在 `used` 里的选择器；选择器删光的规则与空了的 @media 一并删去。 */
export function ownStyles(css: string, used: ReadonlySet<string>): string {
  const mine = (text: string) => [...scopesIn(text)].every((each) => used.has(each));
  if (mine(css)) return css;
  const sheet = postcss.parse(css);
  sheet.walkAtRules(/keyframes$/, (rule) => {
    if (!mine(rule.params)) rule.remove();
  });
  sheet.walkRules((rule) => {
    const selectors = rule.selectors.filter(mine);
    if (selectors.length === 0) rule.remove();
    else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return sheet.toString();
}

/** 从一段文字出发，顺着文件名找到它会装的全部脚本。 */
function reachable(text: string, scripts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const queue = [text];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const [name] of next.matchAll(/[\w.-]+\.js\b/g)) {
      const body = scripts.get(name);
      if (body === undefined || found.has(name)) continue;
      found.add(name);
      queue.push(body);
    }
  return found;
}

export const pageStyles: AstroIntegration = {
  name: 'own-styles',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const files = await readdir(root, { recursive: true });
      const scripts = new Map<string, string>();
      for (const file of files.filter((name) => /^_astro[\\/][^\\/]+\.js$/.test(name)))
        scripts.set(file.slice('_astro/'.length), await readFile(join(root, file), 'utf8'));
      const scopes = new Map([...scripts].map(([name, body]) => [name, scopesIn(body)]));
      for (const file of files.filter((name) => name.endsWith('.html'))) {
        const path = join(root, file);
        const html = await readFile(path, 'utf8');
        const used = scopesIn(html.replace(style, ''));
        for (const name of reachable(html, scripts))
          for (const each of scopes.get(name) ?? []) used.add(each);
        const own = html.replace(
          style,
          (_, open: string, css: string, close: string) => open + ownStyles(css, used) + close,
        );
        if (own !== html) await writeFile(path, own);
      }
    },
  },
};
