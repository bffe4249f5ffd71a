/**
 * 部件的参数，Astro 写在 `astro-island` 的属性里；一组自测的题面写下来有几百字节，网页里本来就画着，
 * 等于说两遍。长的另存一个文件，接管时才取（layouts/island-timing.ts）。
 */
import { createHash } from 'node:crypto';
import type { Site } from './site.ts';

/** 短的留在网页里，省一个来回 */
const longest = 300;

const characters: Record<string, string> = { '&quot;': '"', '&amp;': '&' };

/** 打开就接管的（`client:load`）等不起，照旧。 */
export function propsApart({ pages, data }: Site, urlPrefix: string): void {
  for (const [file, html] of pages) {
    const apart = html.replace(/<astro-island\b[^>]* client="reached"[^>]*>/g, (tag) =>
      tag.replace(/ props="([^"]*)"/, (whole, props: string) => {
        if (props.length <= longest) return whole;
        const text = props.replace(/&(?:quot|amp);/g, (name) => characters[name] ?? name);
        const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
        const name = `props.${hash}.json`;
        data.set(name, text);
        return ` props-url="${urlPrefix}${name}"`;
      }),
    );
    pages.set(file, apart);
  }
}
