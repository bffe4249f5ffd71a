/**
 * 不运行脚本、只读 HTML：交给浏览器的解析器，读法与读者的浏览器一致。开跑前解析一次，写在临时
 * 文件里，各个测试文件都读它。
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
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
  /** 由哪些部件组成：元素与类名、控件的种类、角色；公式、图和实验各算一件，里面不拆。 */
  parts: string[];
  /** 每个实验的网页里写好的结论句与数据表的格数；收着不给看的句子不算。 */
  widgets: { id: string; sentence: string; cells: number }[];
}

/** 开跑前解析好的全部页面；`file` 是 `inject('parsedPages')`。 */
export function readParsed(file: string): ParsedPage[] {
  return JSON.parse(readFileSync(file, 'utf8')) as ParsedPage[];
}

/**
 * 解析全部页面，写进 `folder`，返回文件名；`page` 是随便哪一张空白页，`site` 是站点根。全部网页有
 * 十几兆：当成选中的文件交给浏览器，读出来的整个当一段字传回来，比由调试协议一项一项地送快几倍。
 */
export async function parsePages(page: Page, site: string, folder: string): Promise<string> {
  const sources = routes.map((route) => [route, readFileSync(fileOf(route), 'utf8')] as const);
  const given = join(folder, 'sources.json');
  writeFileSync(given, JSON.stringify(sources));
  await page.setContent('<input type="file">');
  await page.locator('input').setInputFiles(given);
  const file = join(folder, 'pages.json');
  writeFileSync(file, await page.evaluate(readPages, site));
  return file;
}

/** 在浏览器里跑：解析选中的文件里的全部网页，返回 `ParsedPage[]` 的 JSON。 */
async function readPages(site: string): Promise<string> {
  const [given] = document.querySelector('input')!.files!;
  const sources = JSON.parse(await given!.text()) as [string, string][];
  const pages = sources.map(([route, html]): ParsedPage => {
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
      ...attributes('script[src],img[src],iframe[src],source[src],video[src],audio[src]', 'src'),
      ...attributes('astro-island[component-url]', 'component-url'),
      ...attributes('astro-island[renderer-url]', 'renderer-url'),
    ].filter((value) => !value.startsWith('data:'));
    // code 里的 NaN、undefined 是说明书在说它们，不是漏出来的值
    for (const hidden of document.querySelectorAll('script,style,template,code,pre'))
      hidden.remove();

    const whole = '[data-widget], [data-still-widget], svg, math';
    // 编译器给类名加的作用域是随内容变的编号，说不出是什么部件
    const scoped = /^(svelte|astro)-/;
    const parts = [...document.body.querySelectorAll('*')]
      .filter((element) => !element.parentElement?.closest(whole))
      .flatMap((element) => {
        const tag = element.localName;
        const type = element.getAttribute('type') ?? element.getAttribute('display');
        const names = [...element.classList].filter((name) => !scoped.test(name));
        const marks = element
          .getAttributeNames()
          .filter((name) => /^(role|data-(?!astro))/.test(name));
        return [
          type ? `${tag}[${type}]` : tag,
          ...names.map((name) => `${tag}.${name}`),
          ...marks.map((name) =>
            name === 'role' || name === 'data-quiz'
              ? `[${name}=${element.getAttribute(name)}]`
              : `[${name}]`,
          ),
        ];
      });

    return {
      route,
      lang: document.documentElement.lang,
      title: document.title.trim(),
      description: attributes('meta[name=description]', 'content')[0] ?? '',
      headings: [...document.querySelectorAll('h1')]
        .filter((heading) => !heading.closest('[hidden], [inert], details:not([open])'))
        .map((heading) => heading.textContent?.trim() ?? ''),
      ids: attributes('[id]', 'id'),
      links: attributes('a[href],area[href]', 'href').map(inside),
      assets: assets.map(inside),
      text: document.body.textContent ?? '',
      parts: [...new Set(parts)],
      widgets: [...document.querySelectorAll('[data-widget]')].map((widget) => {
        const sentence = widget.querySelector('.w-sentence');
        const hidden = sentence?.closest('[hidden], [inert], details:not([open])');
        return {
          id: widget.getAttribute('data-widget') ?? '',
          sentence: hidden ? '' : (sentence?.textContent?.trim() ?? ''),
          cells: widget.querySelectorAll('table td').length,
        };
      }),
    };
  });
  return JSON.stringify(pages);
}
