/** 静态检查：每页有标题，每个链接与锚点都通，没有漏到成品里的内部记号。 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readParsed, type ParsedPage } from './support/html.ts';
import {
  distFolder,
  fileOf,
  required,
  routes,
  closingRoutes,
  sectionRoutes,
  widgetRoutes,
} from './support/routes.ts';

const pages = readParsed(inject('parsedPages'));
const byRoute = new Map(pages.map((page) => [page.route, page]));

/** 每页各说各的毛病，一次看全。 */
function complaints(check: (page: ParsedPage) => (string | false | undefined)[]): string[] {
  return pages.flatMap((page) =>
    [...new Set(check(page))]
      .filter((complaint) => typeof complaint === 'string')
      .map((complaint) => `${page.route} ${complaint}`),
  );
}

describe('every page', () => {
  test('the site has sections, widgets and a page for unknown addresses', () => {
    required(sectionRoutes, '小节页面');
    required(closingRoutes, '章末小结');
    required(widgetRoutes, '实验页面');
    expect(routes).toContain('/404.html');
  });

  test('is marked as Chinese and has one title, description and main heading', () => {
    expect(
      complaints(({ lang, title, description, headings, text }) => [
        lang !== 'zh-CN' && `的 lang 是 “${lang}”，应为 zh-CN`,
        title === '' && '没有 title',
        description === '' && '没有 description',
        headings.length !== 1 && `有 ${headings.length} 个 h1：${headings.join('、')}`,
        headings[0] === '' && '的 h1 是空的',
        text.length < 20 && '几乎没有文字',
      ]),
    ).toEqual([]);
  });

  test('of an experiment, and of its section, says which steps of the class use it', () => {
    const place = (text: string) =>
      text.match(/课堂\s*第\s*([\d、]+)\s*步/)?.[1]?.split('、') ?? [];
    const missing = widgetRoutes.flatMap((route) => {
      const page = byRoute.get(route)!;
      const home = page.links.find((link) => /^\/chapters\/[^/]+\/[^/]+\/$/.test(link));
      const section = home === undefined ? [] : place(byRoute.get(home)?.text ?? '');
      return place(page.text)
        .filter((step) => !section.includes(step))
        .map(
          (step) => `${home} 没有说第 ${step} 步用到 ${route}：看 src/pages/classroom/_chapters.ts`,
        );
    });
    expect(missing).toEqual([]);
    expect(place(byRoute.get('/widgets/pooling/')!.text).length).toBeGreaterThan(1);
  });

  test('has a title of its own', () => {
    const seen = new Map<string, string>();
    expect(
      complaints(({ route, title }) => {
        const other = seen.get(title);
        // 嵌入页与整页是同一个实验，同名是应当的。
        if (!route.endsWith('/embed/')) seen.set(title, route);
        return [other !== undefined && !route.endsWith('/embed/') && `与 ${other} 同名：${title}`];
      }),
    ).toEqual([]);
  });

  test('uses each id once', () => {
    expect(
      complaints(({ ids }) =>
        [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `重复的 id “${id}”`),
      ),
    ).toEqual([]);
  });

  test('links only to pages, files and anchors that exist', () => {
    expect(
      complaints(({ links }) =>
        links.map((link) => {
          if (!link.startsWith('/'))
            return !/^(https?:|mailto:)/.test(link) && `的链接不对：${link}`;
          const [path = '', fragment = ''] = link.split('#');
          const route = decodeURIComponent(path.replace(/\?.*$/, ''));
          const target = byRoute.get(route);
          if (!target && !existsSync(fileOf(route))) return `链接到不存在的 ${link}`;
          if (!target && !route.includes('.')) return `链接 ${link} 少了结尾的斜杠`;
          const id = decodeURIComponent(fragment);
          return (
            target !== undefined && id !== '' && !target.ids.includes(id) && `的锚点不存在：${link}`
          );
        }),
      ),
    ).toEqual([]);
  });

  test('loads only files of its own site, and they exist', () => {
    expect(
      complaints(({ assets }) =>
        assets.map((asset) =>
          !asset.startsWith('/')
            ? `引用站外文件 ${asset}`
            : !existsSync(join(distFolder, asset.replace(/[?#].*$/, ''))) &&
              !existsSync(fileOf(asset.replace(/[?#].*$/, ''))) &&
              `引用的文件不存在：${asset}`,
        ),
      ),
    ).toEqual([]);
  });

  test('prints no editorial mark and no leaked value', () => {
    const leaks = /◇|✔|【算】|【资料】|\bundefined\b|\bNaN\b|\[object \w+\]|TODO/;
    expect(
      complaints(({ text }) => [leaks.exec(text)?.[0]].map((hit) => hit && `印出了 “${hit}”`)),
    ).toEqual([]);
  });
});
