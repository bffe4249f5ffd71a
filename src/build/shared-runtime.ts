/**
 * Astro 把接管部件的脚本（`astro-island`，压缩后近两千字节）内联进每一页。它一字不改地搬进
 * 一个共用的文件（layouts/islands.ts），这里把内联的那份拿掉：
 *
 * - 只有 `client:reached` 的页，由 page.ts 在读者动手时才去取；
 * - 打开就要接管（`client:load`）或没有 page.ts（嵌入的页）的，直接引用，
 *   部件自己的代码也预先取，免得一程接一程。
 */
import type { Site } from './site.ts';

const inlineScript = /<script>([\s\S]*?)<\/script>/g;
const isRuntime = (code: string) => /\bdefine\(["'`]astro-island/.test(code);
const isDirective = (code: string) => /new Event\("astro:\w+"\)/.test(code);

/**
 * 接管时用不着的属性：编号没有人读，缺省的导出名不必写，`client:…` 的选项本课件不用，
 * 脚本跑起来时部件里的内容已经到齐。
 */
const idle =
  / (?:uid="[^"]*"|component-export="default"|opts="[^"]*"|await-children(?:="[^"]*")?)(?=[\s>])/g;

/** 去掉内联的接管脚本与用不着的属性；别的内联脚本留下。 */
export function withoutRuntime(html: string): string {
  return html
    .replace(inlineScript, (whole, code: string) =>
      isRuntime(code) || isDirective(code) ? '' : whole,
    )
    .replace(/<astro-island\b[^>]*>/g, (tag) => tag.replace(idle, ''));
}

/** 打开就要接管的部件各要哪些文件。 */
export function neededAtOnce(html: string): string[] {
  const islands = [...html.matchAll(/<astro-island\b[^>]*>/g)].map(([tag]) => tag);
  const urls = islands
    .filter((tag) => / client="load"/.test(tag))
    .flatMap((tag) => [...tag.matchAll(/ (?:component|renderer)-url="([^"]+)"/g)])
    .map((match) => match[1] ?? '');
  return [...new Set(urls)];
}

export function shareRuntime({ pages, scripts }: Site, urlPrefix: string): void {
  const runtimes = [...scripts].filter(([, code]) => isRuntime(code)).map(([name]) => name);
  if (runtimes.length !== 1)
    throw new Error(
      `接管部件的脚本应当正好有一个文件，现在有 ${runtimes.length} 个；` +
        '看 src/layouts/islands.ts 还在不在被引用，Astro 的 astro-island 是否改了写法',
    );
  for (const [file, html] of pages) {
    if (!html.includes('<astro-island')) continue;
    const bare = withoutRuntime(html);
    const urls = neededAtOnce(bare);
    if (urls.length === 0 && /<script[^>]*\bsrc=/.test(bare)) {
      pages.set(file, bare);
      continue;
    }
    const preloads = urls.map((url) => `<link rel="modulepreload" href="${url}">`).join('');
    const runtime = `<script type="module" src="${urlPrefix}${runtimes[0]}"></script>`;
    pages.set(file, bare.replace('</head>', `${preloads}${runtime}</head>`));
  }
}
