/**
 * 一页在读者动手之前要传多少：不开浏览器，照 HTML 里写的去服务器取，数线路上的字节。
 * 浏览器取的是不是同样这些、同样多，sections.test.ts 在代表页上对过。
 */
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Served {
  url: string;
  bytes: number;
  script: boolean;
}

interface Answer {
  bytes: number;
  text: string;
}

/** 各页共用的文件只取一次。 */
const answers = new Map<string, Promise<Answer>>();

function ask(url: string): Promise<Answer> {
  const answer = answers.get(url) ?? request(url);
  answers.set(url, answer);
  return answer;
}

function request(url: string): Promise<Answer> {
  return new Promise((done, fail) => {
    get(url, { headers: { 'accept-encoding': 'gzip, br' } }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', fail)
        .on('end', () => {
          if (response.statusCode !== 200) fail(new Error(`${response.statusCode}：${url}`));
          const body = Buffer.concat(chunks);
          done({ bytes: headerBytes(response) + body.length, text: decode(response, body) });
        });
    }).on('error', fail);
  });
}

/** 取 `url` 这一个文件，线路上多少字节；数学字体单独立预算，不算。 */
export async function bytesOf(url: string): Promise<number> {
  return url.endsWith('.woff2') ? 0 : (await ask(url)).bytes;
}

/** 状态行、每个响应头一行“名: 值”、一个空行。 */
function headerBytes({ statusMessage, rawHeaders }: IncomingMessage): number {
  const lines = `HTTP/1.1 200 ${statusMessage}\r\n\r\n`.length;
  return rawHeaders.reduce((total, text) => total + Buffer.byteLength(text) + 2, lines);
}

function decode({ headers }: IncomingMessage, body: Buffer): string {
  const plain = {
    br: () => brotliDecompressSync(body),
    gzip: () => gunzipSync(body),
    none: () => body,
  };
  return plain[(headers['content-encoding'] ?? 'none') as keyof typeof plain]().toString();
}

/** 属性值里可以有 >：图标就是写在网址里的一张图。 */
const tags = /<(?:link|script|img|iframe|source|video|audio)\b(?:"[^"]*"|'[^']*'|[^'">])*>/g;
const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}=(?:"([^"]*)"|([^\\s>]*))`).exec(tag)?.slice(1).find(Boolean);

/** HTML 里写着要马上取的：样式、脚本、图，不含字体、数据网址、停用的样式表；图标全站取一次，无头浏览器也不取。 */
function wanted(html: string): string[] {
  return [...html.matchAll(tags)].flatMap(([tag]) => {
    const rel = attribute(tag, 'rel') ?? '';
    const found = tag.startsWith('<link')
      ? /stylesheet|modulepreload|preload/.test(rel) &&
        !/\sdisabled\b/.test(tag) &&
        attribute(tag, 'as') !== 'font'
        ? attribute(tag, 'href')
        : undefined
      : attribute(tag, 'src');
    return found && !found.startsWith('data:') ? [found] : [];
  });
}

/** 模块开头静态引用的别的模块；`import("…")` 是用到才取的，不算。 */
const imported = (script: string) =>
  [...script.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, url]) => url!);

/** 样式表里的图与别的样式表；字体另有预算。 */
const referred = (css: string) =>
  [...css.matchAll(/url\(["']?([^"')]+)["']?\)|@import\s*["']([^"']+)["']/g)]
    .map(([, url, sheet]) => (url ?? sheet)!)
    .filter((url) => !/^(data:|#)|\.(woff2?|otf|ttf)$/.test(url));

/** 打开 `url` 时要取的全部文件，各有多少字节。 */
export async function servedBytes(url: string): Promise<Served[]> {
  const { bytes, text } = await ask(url);
  const found = new Map<string, Served>([[url, { url, bytes, script: false }]]);
  const queue = [...wanted(text), ...referred(text)].map((to) => new URL(to, url).href);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (found.has(next)) continue;
    const { bytes, text } = await ask(next);
    const script = /\.m?js(\?|$)/.test(next);
    found.set(next, { url: next, bytes, script });
    const more = script ? imported(text) : /\.css(\?|$)/.test(next) ? referred(text) : [];
    queue.push(...more.map((to) => new URL(to, next).href));
  }
  return [...found.values()];
}
