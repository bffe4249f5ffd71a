/**
 * 内容安全策略：构建完成后逐页算出内联脚本与样式的散列值，写进这一页自己的 meta。
 *
 * 不用 Astro 自带的那一份：它把全站的散列值写进每一页（每页多一千字节，压不动），
 * 又漏掉由 MDX 引入、被内联的样式，浏览器会把那些样式拦下。
 */
import { createHash } from 'node:crypto';
import type { Site } from './site.ts';

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

export function contentSecurity({ pages }: Site): void {
  for (const [file, html] of pages) {
    const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html)}">`;
    pages.set(file, html.replace('<meta charset="utf-8">', `$&${meta}`));
  }
}
