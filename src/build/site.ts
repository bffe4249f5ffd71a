/** 构建出来的站点，读进内存：各道工序接力修改，最后一次写回。 */
import { readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Site {
  /** 网页：相对站点根的路径（以 / 分隔）→ 内容。 */
  pages: Map<string, string>;
  /** `_astro/` 里的脚本与样式表：文件名 → 内容。 */
  scripts: Map<string, string>;
  sheets: Map<string, string>;
  /** 另存的数据：文件名 → JSON。 */
  data: Map<string, string>;
}

const folder = '_astro';

async function readAll(root: string, files: readonly string[]): Promise<Map<string, string>> {
  const read = async (file: string) => [file, await readFile(join(root, file), 'utf8')] as const;
  return new Map(await Promise.all(files.map(read)));
}

export async function readSite(root: string): Promise<Site> {
  const files = (await readdir(root, { recursive: true })).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const assets = files
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1));
  const kind = (end: string) => assets.filter((file) => file.endsWith(end)).toSorted();
  const inside = join(root, folder);
  return {
    pages: await readAll(root, files.filter((file) => file.endsWith('.html')).toSorted()),
    scripts: await readAll(inside, kind('.js')),
    sheets: await readAll(inside, kind('.css')),
    data: new Map(),
  };
}

/** 写回改过的网页与脚本、新添的样式表与数据，删去不再有人用的样式表。 */
export async function writeSite(root: string, before: Site, after: Site): Promise<void> {
  for (const [file, html] of after.pages)
    if (html !== before.pages.get(file)) await writeFile(join(root, file), html);
  for (const [file, code] of after.scripts)
    if (code !== before.scripts.get(file)) await writeFile(join(root, folder, file), code);
  for (const [file, css] of after.sheets)
    if (css !== before.sheets.get(file)) await writeFile(join(root, folder, file), css);
  for (const [file, text] of after.data) await writeFile(join(root, folder, file), text);
  for (const file of before.sheets.keys())
    if (!after.sheets.has(file)) await unlink(join(root, folder, file));
}
