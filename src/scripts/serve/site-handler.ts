/**
 * 端出一个构建好的站点，行为照静态托管的惯例：目录补斜杠，找不到的给 404.html 并返回 404，
 * 有备好的 .br、.gz 就按读者愿意收的发。分段、条件请求、HEAD 由 send 照 RFC 9110 处理。
 *
 * 站点在服务时可能重新构建，一个文件随时会不见或变短：无论发生什么，只结束这一个回应。
 */
import { readFile, stat } from 'node:fs/promises';
import { existsSync, type Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { STATUS_CODES } from 'node:http';
import { contentType } from 'mime-types';
import send from 'send';
import { chooseCoding, codings } from './content-coding.ts';
import { alwaysSent, cacheControlFor, keptForever } from './site-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export function siteHandler(root: string, base: string): Handler {
  return (request, response) => {
    // 读者随时会走；没有人听的 error 事件会结束整个进程
    for (const end of [request, response]) end.on('error', () => response.destroy());
    answer(root, base, request, response).catch((error: unknown) => {
      console.error(error);
      fail(response, 500);
    });
  };
}

async function answer(
  root: string,
  base: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(alwaysSent)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    fail(response, 405);
    return;
  }
  const { pathname, search } = splitTarget(request.url ?? '/');
  if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) {
    redirect(response, 302, base + search);
    return;
  }
  // 以 // 开头的路径若拿去重定向，会被浏览器当成另一个域名。
  if (!pathname.startsWith(base) || pathname.startsWith('//')) {
    await notFound(root, response);
    return;
  }
  const inside = `/${pathname.slice(base.length)}`;
  if (!inside.endsWith('/') && isFolder(root, inside)) {
    redirect(response, 301, `${pathname}/${search}`);
    return;
  }
  await sendFile(root, inside.endsWith('/') ? `${inside}index.html` : inside, request, response);
}

function splitTarget(target: string): { pathname: string; search: string } {
  const [path = '/', ...rest] = target.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  // URL 解析顺手消掉 . 与 ..（包括写成 %2e 的），拼到磁盘路径上就出不了 root。
  const url = path.startsWith('//') ? null : URL.parse(path, 'http://localhost');
  return { pathname: url?.pathname ?? '//', search };
}

/** 磁盘上的位置；%2f、反斜杠、空字符要到解码之后才现形，所以在这里再查一次。 */
function placeOf(root: string, pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return /\.\.|\0/.test(path) ? null : join(root, path);
  } catch {
    return null;
  }
}

function isFolder(root: string, pathname: string): boolean {
  const folder = placeOf(root, pathname);
  return folder !== null && existsSync(join(folder, 'index.html'));
}

async function fileAt(place: string): Promise<Stats | null> {
  const found = await stat(place).catch(() => null);
  return found?.isFile() ? found : null;
}

async function sendFile(
  root: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const place = placeOf(root, pathname);
  const plain = place === null ? null : await fileAt(place);
  if (place === null || plain === null) {
    await notFound(root, response);
    return;
  }
  const stored = await Promise.all(codings.map(({ suffix }) => fileAt(place + suffix)));
  // 比原文件旧的是上一次构建留下的
  const ready = stored.map((file) => file !== null && file.mtimeMs >= plain.mtimeMs);
  const coding = chooseCoding(
    headerText(request.headers['accept-encoding']),
    codings.filter((_, i) => ready[i]).map(({ name }) => name),
  );
  response.setHeader('Vary', 'Accept-Encoding');
  if (coding === null) {
    fail(response, 406);
    return;
  }
  const chosen = codings.findIndex(({ name }) => name === coding);
  const used = codings[chosen];
  const type = contentType(extname(place)) || 'application/octet-stream';
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', cacheControlFor(pathname));
  if (used) response.setHeader('Content-Encoding', used.name);
  settleRange(request, (stored[chosen] ?? plain).size);

  // 一直留着的不会再来问“变了没有”，标识与日期都不必带
  const asks = cacheControlFor(pathname) !== keptForever;
  send(request, pathname + (used?.suffix ?? ''), {
    root,
    index: false,
    cacheControl: false,
    etag: false,
    lastModified: asks,
  })
    .on('headers', (_response: ServerResponse, _path: string, { mtimeMs, size }: Stats) => {
      if (asks)
        response.setHeader('ETag', `"${Math.round(mtimeMs).toString(36)}-${size.toString(36)}"`);
    })
    .on('stream', (file: { on: NodeJS.EventEmitter['on']; bytesRead: number }) =>
      file.on('end', () => {
        // 发到一半变短了：断开，免得下一个回应被当成这一个的后半截
        if (file.bytesRead < Number(response.getHeader('Content-Length'))) response.destroy();
      }),
    )
    .on('directory', () => void notFound(root, response))
    .on('error', ({ status }: { status?: number }) => {
      if (status === 412 || status === 416 || status === 500) fail(response, status);
      else void notFound(root, response);
    })
    .pipe(response);
}

const headerText = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(',') : value;

/** 只有 GET 讲分段；If-Range 里的弱标识与谁都不算相同；要的末段比文件还长，就是整个文件。 */
function settleRange({ method, headers }: IncomingMessage, size: number): void {
  const weak = headerText(headers['if-range'])?.trim().startsWith('W/');
  const suffix = /^\s*bytes\s*=\s*-(\d+)\s*$/i.exec(headers.range ?? '')?.[1];
  if (method !== 'GET' || weak || Number(suffix ?? 0) > size) delete headers.range;
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { Location: location, 'Content-Length': 0 }).end();
}

/** 换成另一个回应：文件的那些头不能留下。已经发出去一部分的，只能断开。 */
function restart(response: ServerResponse): boolean {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return false;
  }
  for (const name of [
    'Content-Encoding',
    'Content-Type',
    'Content-Length',
    'ETag',
    'Last-Modified',
  ])
    response.removeHeader(name);
  response.setHeader('Cache-Control', 'no-cache');
  return true;
}

function fail(response: ServerResponse, status: number): void {
  if (!restart(response)) return;
  if (status !== 416) response.removeHeader('Content-Range');
  reply(response, status, 'text/plain; charset=utf-8', `${status} ${STATUS_CODES[status] ?? ''}\n`);
}

async function notFound(root: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(root, '404.html')).catch(() => null);
  if (!page) {
    fail(response, 404);
    return;
  }
  if (!restart(response)) return;
  response.removeHeader('Content-Range');
  reply(response, 404, 'text/html; charset=utf-8', page);
}

function reply(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
): void {
  response
    .writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) })
    .end(body);
}
