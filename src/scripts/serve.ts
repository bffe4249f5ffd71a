/**
 * 把构建好的 dist/ 在本机端出来：`node src/scripts/serve.ts`。
 *
 * 环境变量：PORT（默认 4321）、BASE_PATH（部署在子路径下时与构建时相同）。
 * 行为照静态托管的惯例：目录补斜杠、找不到的地址给 404.html 并返回 404、brotli 或 gzip 压缩。
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { constants } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import sirv from 'sirv';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface ServeOptions {
  /** 构建结果所在的目录。 */
  dir: string;
  /** 端口；0 表示由系统挑一个空闲的。 */
  port: number;
  /** 站点所在的路径，如 `/som/`。 */
  base?: string;
}

export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** 出给人看的启动错误：已经说清了原因和办法，不再打印调用栈。 */
export class ServeError extends Error {
  override name = 'ServeError';
}

/** `som`、`/som`、`/som/` 都读成 `/som/`。 */
export function readBase(text: string | undefined): string {
  const parts = (text ?? '').split('/').filter(Boolean);
  if (parts.some((part) => !/^[\w.~-]+$/.test(part) || part === '..'))
    throw new ServeError(
      `BASE_PATH 只能是 /som/ 这样的路径，收到的是 “${text}”。\n` +
        `BASE_PATH must be a path such as /som/ (got "${text}").`,
    );
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

export function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return 4321;
  const port = Number(text);
  if (!/^\s*\d+\s*$/.test(text) || port > 65535)
    throw new ServeError(
      `PORT 必须是 0 到 65535 之间的整数，收到的是 “${text}”。\n` +
        `PORT must be an integer from 0 to 65535 (got "${text}").`,
    );
  return port;
}

export async function startServer({ dir, port, base = '/' }: ServeOptions): Promise<RunningServer> {
  const root = resolve(dir);
  if (!existsSync(join(root, 'index.html')))
    throw new ServeError(
      `找不到构建好的站点 ${root}，请先运行：npm run build\n` +
        `There is no built site in ${root}. Build it first: npm run build`,
    );

  const server = createServer(siteHandler(root, base));
  await listen(server, port);
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://localhost:${actual}${base}`,
    port: actual,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function siteHandler(root: string, base: string) {
  const compress = compression({
    threshold: 512,
    // 与常见 CDN 的现压质量相当；更高的质量只会让测得的体积比读者真正收到的小。
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  }) as unknown as Handler;

  const notFoundPage = join(root, '404.html');
  const files = sirv(root, {
    // 逐次读盘：站点在服务时重新构建也不会拿旧的长度配新的内容。
    dev: true,
    etag: true,
    extensions: ['html'],
    // 构建时备好的 .br 优先，没有再由上面现压
    brotli: true,
    setHeaders(response, pathname) {
      // 这个目录里的文件名带内容哈希，内容变了名字就变。
      if (pathname.startsWith('/_astro/'))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
    onNoMatch: (_request, response) => sendNotFound(response, notFoundPage),
  });

  return (request: IncomingMessage, response: ServerResponse) =>
    compress(request, response, () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { Allow: 'GET, HEAD' }).end();
        return;
      }
      const { pathname, search } = splitTarget(request.url ?? '/');
      if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) {
        response.writeHead(302, { Location: base + search }).end();
        return;
      }
      // 以 // 开头的路径若拿去重定向，会被浏览器当成另一个域名。
      if (!pathname.startsWith(base) || pathname.startsWith('//')) {
        sendNotFound(response, notFoundPage);
        return;
      }
      const inside = `/${pathname.slice(base.length)}`;
      if (!inside.endsWith('/') && isFolder(root, inside)) {
        response.writeHead(301, { Location: `${pathname}/${search}` }).end();
        return;
      }
      request.url = inside + search;
      files(request, response);
    });
}

function splitTarget(target: string): { pathname: string; search: string } {
  const [path = '/', ...rest] = target.split('?');
  const search = rest.length > 0 ? `?${rest.join('?')}` : '';
  // URL 解析顺手消掉 . 与 ..（包括写成 %2e 的），拼到磁盘路径上就出不了 root。
  const url = path.startsWith('//') ? null : URL.parse(path, 'http://localhost');
  return { pathname: url?.pathname ?? '//', search };
}

function isFolder(root: string, pathname: string): boolean {
  // %2f 与反斜杠要到解码之后才现形，所以“..”在这里再查一次。
  const folder = safeDecode(pathname);
  return folder !== '' && !folder.includes('..') && existsSync(join(root, folder, 'index.html'));
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function sendNotFound(response: ServerResponse, page: string): void {
  response.statusCode = 404;
  response.setHeader('Cache-Control', 'no-cache');
  if (existsSync(page)) {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.end(readFileSync(page));
  } else {
    response.setHeader('Content-Type', 'text/plain;charset=utf-8');
    response.end('404');
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(explain(error, port)));
    server.listen(port, () => done());
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ServeError(
      `端口 ${port} 已被别的程序占用。换一个端口，例如：PORT=${port + 1 > 65535 ? 4321 : port + 1} npm start\n` +
        `Port ${port} is already in use. Choose another with the PORT environment variable.`,
    );
  if (error.code === 'EACCES')
    return new ServeError(
      `没有权限使用端口 ${port}，请用 1024 以上的端口，例如：PORT=4321 npm start\n` +
        `Not allowed to use port ${port}. Choose one above 1023 with the PORT environment variable.`,
    );
  return error;
}

if (import.meta.main) {
  try {
    const server = await startServer({
      dir: join(import.meta.dirname, '../../dist'),
      port: readPort(process.env.PORT),
      base: readBase(process.env.BASE_PATH),
    });
    console.log(
      `课件已就绪 · The courseware is at ${server.url}\n按 Ctrl-C 停止 · Ctrl-C stops it`,
    );
  } catch (error) {
    console.error(error instanceof ServeError ? error.message : error);
    process.exit(1);
  }
}
