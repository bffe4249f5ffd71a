import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { baseLinks, formulas } from './src/lib/markdown-plugins.ts';

/** 部署到子路径（例如 /som/）时设 BASE_PATH；绝对网址（分享、二维码、站点地图）用 SITE_URL。 */
const base = process.env.BASE_PATH || '/';
const site = process.env.SITE_URL || undefined;

/** 主题要在首屏绘制之前生效，所以是内联脚本；内容安全策略只认它的散列值。 */
const boot = readFileSync(new URL('./src/layouts/boot.js', import.meta.url), 'utf8');
const bootHash = `sha256-${createHash('sha256').update(boot).digest('base64')}`;

export default defineConfig({
  base,
  site,
  trailingSlash: 'always',
  srcDir: './src',
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'auto' },
  integrations: [mdx(), svelte()],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { math: true, smartPunctuation: false },
      mdastPlugins: [formulas(), baseLinks(base)],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      // pagefind 的索引是 WebAssembly；实例化它要 wasm-unsafe-eval，这不放行 eval。
      scriptDirective: { hashes: [bootHash], resources: ["'self'", "'wasm-unsafe-eval'"] },
      // 服务端渲染的图形用 style 属性定位；只放行属性，不放行内联样式表。
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
  vite: {
    build: {
      // 小样式表内联：省下请求比省下这点重复字节值。
      assetsInlineLimit: 4096,
      // Astro 给 MDX 加的内部标记，打包器不认识；不影响结果，不必每次构建都刷屏。
      rolldownOptions: {
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
