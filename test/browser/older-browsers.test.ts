/**
 * Chromium 109（Windows 7、旧的 WebView）与 Safari 15.4 也能用：把站点照原样端出来，
 * 只是新近才有的写法一律改成谁也不认识的名字，新近才有的函数一律删掉。
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { urlOf, visit, withCleanPage, type OpenPage } from './support/browser.ts';
import { distFolder, fileOf, required, sectionRoutes, widgetRoutes } from './support/routes.ts';
import { unlock } from './support/widgets.ts';

const html = (route: string) => readFileSync(fileOf(route), 'utf8');

/** 写法 → 不认识的名字。两边一样长，也改脚本里的，脚本才真的以为浏览器没有。 */
const renamed: [newer: RegExp, unknown: string][] = [
  [/\blight-dark\(/g, 'lxght-dxrk('],
  [/\boklch\(/g, 'xklch('],
  [/\boklab\b/g, 'xklab'],
  [/\bcolor-mix\(/g, 'cxlor-mxx('],
  [/\(scripting\b/g, '(scrxpting'],
  [/popover/gi, 'popxver'],
  [/@container\b/g, '@cxntainer'],
  [/\((width|height) ?[<>]/g, '(x$1>'],
];

/** 在页面自己的脚本之前运行：删去两种浏览器里至少有一种还没有的函数。 */
const without = `
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with'])
    for (const kind of [Array.prototype, Object.getPrototypeOf(Int8Array.prototype)]) delete kind[name];
  for (const name of ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'])
    delete Set.prototype[name];
  for (const name of ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'])
    delete Object.getPrototypeOf(Object.getPrototypeOf([].values()))[name];
  delete Object.groupBy; delete Map.groupBy; delete Array.fromAsync;
  delete Promise.withResolvers; delete Promise.try; delete RegExp.escape;
  delete URL.parse; delete URL.canParse; delete AbortSignal.any; delete AbortSignal.timeout;
  delete String.prototype.isWellFormed; delete String.prototype.toWellFormed;
  delete Element.prototype.checkVisibility; delete Element.prototype.setHTMLUnsafe;
  delete HTMLElement.prototype.popover;
  for (const name of ['showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];
  delete Document.prototype.adoptedStyleSheets; delete window.CSSStyleSheet;
  delete window.requestIdleCallback; delete window.cancelIdleCallback;
  delete window.scheduler; delete window.navigation; delete window.CompressionStream;
`;

async function asOlder(open: OpenPage): Promise<void> {
  const { page } = open;
  await page.route(/\.(html|css|js)(\?|$)|\/(\?.*)?$/, async (route) => {
    const url = route.request().url().replaceAll('popxver', 'popover');
    const response = await route.fetch({ url });
    const text = renamed.reduce(
      (body, [newer, unknown]) => body.replace(newer, unknown),
      await response.text(),
    );
    // 改了内容，页面自己的散列值就对不上了；这里查的不是它
    const body = text.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
    const headers = response.headers();
    delete headers['content-encoding'];
    delete headers['content-length'];
    await route.fulfill({ status: response.status(), headers, body });
  });
}

const [section = ''] = required(
  sectionRoutes.filter(
    (route) => /data-widget=/.test(html(route)) && html(route).includes('data-term'),
  ),
  '带实验和术语的小节',
);
const [quiz = ''] = required(
  sectionRoutes.map((route) => `/quiz/${route.split('/')[2]}/`),
  '测验',
);
const charted = required(
  widgetRoutes.filter((route) => /class="chart[ "]/.test(html(route))),
  '画曲线图的实验',
)[0] as string;
const mapped = required(
  widgetRoutes.filter((route) => /class="map[ "]/.test(html(route))),
  '画地图的实验',
)[0] as string;

/**
 * 看得见、却和底色分不开的字，和填成黑色的图形：颜色不认识时，字还是继承来的，填色成了黑的。
 * 深色里查：黑底上的黑就是“看不见”。
 */
const unreadable = (page: Page) =>
  page.evaluate(() => {
    const numbers = (text: string) => text.match(/[\d.]+/g)?.map(Number) ?? [];
    const clear = (text: string) => text === 'transparent' || numbers(text)[3] === 0;
    const light = (text: string) => {
      const [r = 0, g = 0, b = 0] = numbers(text).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    /** 图里的字常压在一个有颜色的图形上：就在它前面画、把它罩住的那个 */
    const shapeUnder = (element: Element): string | null => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const shapes = [
        ...(element.closest('svg')?.querySelectorAll<SVGElement>('circle, rect, path, polygon') ??
          []),
      ];
      const shape = shapes.findLast((each) => {
        const box = each.getBoundingClientRect();
        const before = each.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
        const { fill, fillOpacity } = getComputedStyle(each);
        const solid = fill !== 'none' && !clear(fill) && Number(fillOpacity) > 0.5;
        return (
          before && solid && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom
        );
      });
      return shape ? getComputedStyle(shape).fill : null;
    };
    const under = (element: Element | null): string => {
      for (let each = element; each; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if (!clear(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width < 2 || box.height < 2 || style.visibility !== 'visible') continue;
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const inSvg = element instanceof SVGElement;
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      if (hasText) {
        const paper = (inSvg && shapeUnder(element)) || under(element);
        const ink = inSvg ? style.fill : style.color;
        const [one, other] = [light(ink), light(paper)];
        const [high, low] = [Math.max(one, other), Math.min(one, other)];
        if ((high + 0.05) / (low + 0.05) < 3) found.push(`${name} 的字 ${ink} 压在 ${paper} 上`);
      } else if (
        element instanceof SVGGeometryElement &&
        style.fill === 'rgb(0, 0, 0)' &&
        style.fillOpacity !== '0'
      )
        found.push(`${name} 填成了黑色`);
    }
    return [...new Set(found)];
  });

const dark = { colorScheme: 'dark', before: without } as const;

describe('in an older browser', () => {
  test.each([
    '/',
    section,
    quiz,
    '/quiz/',
    charted,
    mapped,
    '/search/',
    '/glossary/',
    '/syllabus/',
  ])('%s is readable in the dark and reports no error', (route) =>
    withCleanPage(dark, async (open) => {
      await asOlder(open);
      const { page, problems } = open;
      await visit(page, route);
      const widget = page.locator('[data-widget]').first();
      if (await widget.count()) {
        await page.mouse.move(100, 200);
        await widget.scrollIntoViewIfNeeded();
        await page.locator('[data-widget][data-ready]').first().waitFor();
        await unlock(page);
        expect(await page.locator('.w-sentence').first().isVisible()).toBe(true);
      }
      expect(
        await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        '深色主题没有生效',
      ).not.toBe('rgb(255, 255, 255)');
      expect(await unreadable(page), `${route} 有看不清的；颜色要由构建写成十六进制`).toEqual([]);
      expect(problems, route).toEqual([]);
    }),
  );

  test('an experiment fills the wall and answers', () =>
    withCleanPage({ ...dark, viewport: { width: 1024, height: 768 } }, async (open) => {
      await asOlder(open);
      const { page, problems } = open;
      await visit(page, charted);
      await page.locator('[data-widget][data-ready]').waitFor();
      await unlock(page);
      const before = await page.locator('.w-sentence').textContent();
      await page.getByRole('button', { name: /^投影/ }).click();
      await page.locator('.widget.projecting').waitFor();
      expect(await unreadable(page)).toEqual([]);
      await page.keyboard.press('2');
      await page.waitForFunction(
        (text) => document.querySelector('.w-sentence')?.textContent !== text,
        before,
      );
      expect(problems).toEqual([]);
    }));

  test('the drawer, the display settings and the term cards open and close', () =>
    withCleanPage({ ...dark, viewport: { width: 390, height: 844 } }, async (open) => {
      await asOlder(open);
      const { page, problems } = open;
      await visit(page, section);
      const drawer = page.locator('#drawer');
      expect(await drawer.isVisible(), '抽屉没有点就开着').toBe(false);
      await page.getByRole('button', { name: '目录与导航' }).click();
      await drawer.waitFor();
      await drawer.getByRole('button', { name: '关上目录' }).click();
      await drawer.waitFor({ state: 'hidden' });

      await page.locator('button[popxvertarget=display-settings]').click();
      await page.getByRole('radio', { name: '浅色' }).check();
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
      await page.keyboard.press('Escape');
      await page.locator('#display-settings').waitFor({ state: 'hidden' });

      const term = page.locator('button[data-term]').first();
      const card = page.locator(`#${await term.getAttribute('popxvertarget')}`);
      expect(await card.isVisible()).toBe(false);
      await term.click();
      await card.waitFor();
      await page.locator('h1').click();
      await card.waitFor({ state: 'hidden' });
      expect(problems).toEqual([]);
    }));

  test('search opens and finds', () =>
    withCleanPage(dark, async (open) => {
      await asOlder(open);
      const { page, problems } = open;
      await visit(page, section);
      await page.locator('[data-search]').click();
      const dialog = page.getByRole('dialog', { name: '搜索' });
      await dialog.waitFor();
      await page.keyboard.type('排队');
      await dialog.getByRole('link').first().waitFor();
      expect(new URL(page.url()).pathname).toBe(new URL(urlOf(section)).pathname);
      expect(problems).toEqual([]);
    }));
});

describe('the built files', () => {
  const files = globSync('**/*.{html,css,js}', { cwd: distFolder }).map(
    (file) => [file, readFileSync(join(distFolder, file), 'utf8')] as const,
  );
  const stylesOf = (file: string, text: string) => {
    if (file.endsWith('.css')) return text;
    const inline = [
      ...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>|(?: style| fill| stroke)="([^"]*)"/g),
    ];
    return file.endsWith('.html') ? inline.map((match) => match[1] ?? match[2]).join('\n') : '';
  };
  const holding = (pattern: RegExp, part: (file: string, text: string) => string) =>
    files.flatMap(([file, text]) => {
      const found = pattern.exec(part(file, text));
      return found ? [`${file}：${found[0]}`] : [];
    });

  test.each([
    ['colours', /\blight-dark\(|\bokl(?:ch|ab)\(|\bcolor-mix\(|\blab\(/],
    ['conditions', /@media[^{]*(?:\((?:width|height) ?[<>]|\(scripting)/],
    ['nesting', /[{;]\s*&/],
  ])('styles hold no %s that an older browser cannot read', (_, pattern) => {
    expect(
      holding(pattern, stylesOf),
      '由 src/build/older-styles.ts 与 scriptTargets 改写',
    ).toEqual([]);
  });

  test('scripts hold no lookbehind: Safari before 16.4 cannot parse the file it is in', () => {
    expect(
      holding(/\(\?<[=!]/, (file, text) => (file.endsWith('.js') ? text : '')),
      '换一种不用后行断言的写法',
    ).toEqual([]);
  });
});
