/** 不运行脚本、只读 HTML：交给浏览器的解析器，读法与读者的浏览器一致。 */
import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { withPage } from './browser.ts';
import { fileOf, routes } from './routes.ts';

export interface ParsedPage {
  route: string;
  lang: string;
  title: string;
  description: string;
  headings: string[];
  ids: string[];
  /** 可点的链接；站内的换成不含前缀的 `/路径/#锚点`，站外的原样。 */
  links: string[];
  /** 页面加载时要取的文件，写法同上。 */
  assets: string[];
  text: string;
}

export async function parsePages(): Promise<ParsedPage[]> {
  const sources = routes.map((route) => [route, readFileSync(fileOf(route), 'utf8')] as const);
  return withPage({}, ({ page }) =>
    page.evaluate(
      ({ sources, site }) =>
        sources.map(([route, html]) => {
          const document = new DOMParser().parseFromString(html, 'text/html');
          const address = new URL(route.slice(1), site);
          const inside = (value: string) => {
            const url = new URL(value, address);
            return url.href.startsWith(site)
              ? `/${url.href.slice(site.length)}`
              : url.origin === address.origin
                ? `部署前缀之外 ${url.pathname}`
                : url.href;
          };
          const attributes = (selector: string, name: string) =>
            [...document.querySelectorAll(selector)].map((e) => e.getAttribute(name) ?? '');
          const fetched =
            'link[rel~=stylesheet],link[rel~=icon],link[rel~=modulepreload],link[rel~=preload]';
          const assets = [
            ...attributes(fetched, 'href'),
            ...attributes(
              'script[src],img[src],iframe[src],source[src],video[src],audio[src]',
              'src',
            ),
            ...attributes('astro-island[component-url]', 'component-url'),
            ...attributes('astro-island[renderer-url]', 'renderer-url'),
          ].filter((value) => !value.startsWith('data:'));
          // code 里的 NaN、undefined 是说明书在说它们，不是漏出来的值
          for (const hidden of document.querySelectorAll('script,style,template,code,pre'))
            hidden.remove();
          return {
            route,
            lang: document.documentElement.lang,
            title: document.title.trim(),
            description: attributes('meta[name=description]', 'content')[0] ?? '',
            headings: [...document.querySelectorAll('h1')].map((h) => h.textContent?.trim() ?? ''),
            ids: attributes('[id]', 'id'),
            links: attributes('a[href],area[href]', 'href').map(inside),
            assets: assets.map(inside),
            text: document.body.textContent ?? '',
          };
        }),
      { sources, site: inject('site') },
    ),
  );
}
