/**
 * 把构建好的 dist/ 在本机端出来：`node src/scripts/serve.ts`。
 *
 * 环境变量：PORT（默认 4321）、BASE_PATH（部署在子路径下时与构建时相同）、
 * LISTEN（默认 localhost，只有本机能打开；0.0.0.0 让同一网络里的手机也能打开）。
 */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { siteHandler } from './serve/site-handler.ts';

export interface ServeOptions {
  /** 构建结果所在的目录。 */
  dir: string;
  /** 在哪个地址上听；不写就只听本机的。 */
  host?: string;
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

export async function startServer({
  dir,
  port,
  host = 'localhost',
  base = '/',
}: ServeOptions): Promise<RunningServer> {
  const root = resolve(dir);
  if (!existsSync(join(root, 'index.html')))
    throw new ServeError(
      `找不到构建好的站点 ${root}，请先运行：npm run build\n` +
        `There is no built site in ${root}. Build it first: npm run build`,
    );

  const server = createServer(siteHandler(root, base));
  await listen(server, port, host);
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    const refused = (error: NodeJS.ErrnoException) => fail(explain(error, port, host));
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      // 开起来以后再出的错（例如一时打不开更多连接）只记下来
      server.on('error', (error) => console.error(error));
      done();
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
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
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ServeError(
      `LISTEN=${host} 不是这台机器的地址；不设就只听本机，设成 0.0.0.0 听所有网卡。\n` +
        `LISTEN=${host} is not an address of this machine; leave it out, or use 0.0.0.0.`,
    );
  return error;
}

/** 听所有网卡时，同一网络里的手机用得上的地址。 */
function addressesFor(host: string, port: number, base: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}${base}`);
}

if (import.meta.main) {
  try {
    const base = readBase(process.env.BASE_PATH);
    const host = process.env.LISTEN?.trim() || 'localhost';
    const server = await startServer({
      dir: join(import.meta.dirname, '../../dist'),
      port: readPort(process.env.PORT),
      host,
      base,
    });
    const elsewhere = addressesFor(host, server.port, base);
    console.log(
      [
        `课件已就绪 · The courseware is at ${server.url}`,
        ...elsewhere.map((url) => `同一网络里的手机 · From a phone: ${url}`),
        '按 Ctrl-C 停止 · Ctrl-C stops it',
      ].join('\n'),
    );
  } catch (error) {
    console.error(error instanceof ServeError ? error.message : error);
    process.exit(1);
  }
}
