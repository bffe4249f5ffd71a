/** 构建之后的全部工序：整个站点读进内存，依次加工，一次写回。次序有讲究。 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentSecurity } from './content-security.ts';
import { directScripts } from './direct-scripts.ts';
import { goneSheets } from './gone-sheets.ts';
import { propsApart } from './island-props.ts';
import { writeOfflineLists } from './offline-lists.ts';
import { shareRuntime } from './shared-runtime.ts';
import { shortDecimals } from './short-decimals.ts';
import { shareStyles } from './shared-styles.ts';
import { readSite, writeSite, type Site } from './site.ts';

export function finish(): AstroIntegration {
  let urlPrefix = '/_astro/';
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        urlPrefix = `${config.base.replace(/\/?$/, '/')}_astro/`;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const before = await readSite(root);
        const site: Site = {
          pages: new Map(before.pages),
          scripts: new Map(before.scripts),
          sheets: new Map(before.sheets),
          data: new Map(before.data),
        };
        directScripts(site);
        shareRuntime(site, urlPrefix);
        propsApart(site, urlPrefix);
        shareStyles(site, urlPrefix);
        goneSheets(site);
        shortDecimals(site);
        // 散列值要照最后的样子算，所以排在末尾
        contentSecurity(site);
        await writeSite(root, before, site);
        await writeOfflineLists(root);
      },
    },
  };
}
