/**
 * 内容安全策略：构建完成后逐页算出内联脚本与样式的散列值，写进这一页自己的 meta。
 *
 * 不用 Astro 自带的那一份：它把全站的散列值写进每一页（每页多一千字节，压不动），
 * 又漏掉由 MDX 引入、被内联的样式，浏览器会把那些样式拦下。
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function hashesOf(html: string, pattern: RegExp): string {
  return [...new Set([...html.matchAll(pattern)].map((match) => hash(match[1] ?? '')))].join(' ');
}

/** 一页的策略。搜索的索引是 WebAssembly，实例化要 wasm-unsafe-eval，它不放行 eval。 */
export function policyFor(html: string): string {
  const scripts = hashesOf(html, /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashesOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${scripts}`.trim(),
    `style-src-elem 'self' ${styles}`.trim(),
    // 服务端画的图用 style 属性定位；只放行属性，内联样式表仍要散列值
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/**
 * 几段内联样式并成一段，放在 head 里最后那段的位置：散列值（压不动的字节）只剩一个，
 * 而共用的样式文件仍排在部件样式之前。
 */
export function mergeStyles(html: string): string {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)];
  const headEnd = html.indexOf('</head>');
  const last = styles.findLastIndex(({ index }) => index < headEnd);
  if (styles.length < 2 || last < 0) return html;
  const merged = styles.map((match) => (match[1] ?? '').trim()).join('');
  let seen = 0;
  return html.replace(/<style>[\s\S]*?<\/style>/g, () =>
    seen++ === last ? `<style>${merged}</style>` : '',
  );
}

export function contentSecurity(): AstroIntegration {
  return {
    name: 'content-security',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file);
          const html = mergeStyles(await readFile(path, 'utf8'));
          const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html)}">`;
          await writeFile(path, html.replace('<meta charset="utf-8">', `$&${meta}`));
        }
      },
    },
  };
}
