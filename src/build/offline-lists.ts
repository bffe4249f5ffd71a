/**
 * 各章的课堂要带到教室，得知道带哪些文件：从它的网页出发，顺着里面写的文件名一路找下去。
 * 写在 /classroom/<章>/offline.json，由 src/classroom/offline/take-along.ts 照单子取。
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfflineList } from '../classroom/offline/take-along.ts';

const folder = '_astro/';
const text = /\.(html|js|css|json|svg)$/;
/** 网页、脚本、样式里的文件名。求解器（.wasm，3.5 MB）只在后台证明“这就是最优”，不带，图与数照样有 */
const names = /[\w.@~-]+\.(?:js|css|json|woff2|svg|png|webp|avif)/g;
const always = ['classroom/', 'classroom/cards/'];
const ofChapter = ['', 'desk/', 'script/', 'handout/', 'worksheet/'];
const icons = ['favicon.ico', 'icon.svg'];

/** 网址 → 文件 */
const fileOf = (url: string) => (url === '' || url.endsWith('/') ? `${url}index.html` : url);

export class OfflineLists {
  readonly #read: (file: string) => Promise<Buffer>;
  readonly #assets: ReadonlySet<string>;
  readonly #files: ReadonlySet<string>;
  /** 一个文件里写着的别的文件；各章共用很多，只读一遍 */
  readonly #named = new Map<string, Promise<{ body: Buffer; leads: string[] }>>();

  constructor(files: readonly string[], read: (file: string) => Promise<Buffer>) {
    this.#read = read;
    this.#files = new Set(files);
    this.#assets = new Set(files.filter((file) => file.startsWith(folder)));
  }

  get chapters(): string[] {
    return [...this.#files].flatMap((file) => /^classroom\/([\w-]+)\/desk\//.exec(file)?.[1] ?? []);
  }

  #open(url: string): Promise<{ body: Buffer; leads: string[] }> {
    const known = this.#named.get(url);
    if (known) return known;
    const opened = this.#read(fileOf(url)).then((body) => {
      if (!text.test(fileOf(url))) return { body, leads: [] };
      const said = body.toString('utf8').match(names) ?? [];
      const leads = [...new Set(said)].map((name) => folder + name);
      return { body, leads: leads.filter((name) => this.#assets.has(name)) };
    });
    this.#named.set(url, opened);
    return opened;
  }

  async of(chapter: string): Promise<OfflineList> {
    const pages = [...always, ...ofChapter.map((page) => `classroom/${chapter}/${page}`)];
    const script = await this.#open(`classroom/${chapter}/script/`);
    const deck = await this.#open(`classroom/${chapter}/`);
    // 备注与步骤里写到的游戏：手机页与教室的一屏
    const played = `${script.body.toString('utf8')}${deck.body.toString('utf8')}`;
    for (const [, game = ''] of played.matchAll(/\/play\/([\w-]+)\//g))
      pages.push(`play/${game}/`, `play/${game}/board/`);
    const found = new Set([...pages, ...icons].filter((url) => this.#files.has(fileOf(url))));
    let bytes = 0;
    const hash = createHash('sha256');
    // 集合边走边长，走到没有新的为止
    for (const url of found) {
      const { body, leads } = await this.#open(url);
      for (const lead of leads) found.add(lead);
      bytes += body.length;
      hash.update(url).update(body);
    }
    return { release: hash.digest('hex').slice(0, 16), bytes, files: [...found] };
  }
}

export async function writeOfflineLists(root: string): Promise<void> {
  const files = (await readdir(root, { recursive: true })).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const lists = new OfflineLists(files, (file) => readFile(join(root, file)));
  for (const chapter of lists.chapters)
    await writeFile(
      join(root, `classroom/${chapter}/offline.json`),
      JSON.stringify(await lists.of(chapter)),
    );
}
