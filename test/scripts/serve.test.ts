import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBase, readPort, startServer, type RunningServer } from '../../src/scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const site = join(folder, 'dist');
let server: RunningServer;

beforeAll(async () => {
  const write = (file: string, text: string) => {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  };
  writeFileSync(join(folder, 'index.html'), '站外的文件');
  write('index.html', '<h1>首页</h1>');
  write('404.html', '<h1>没有这一页</h1>');
  write('chapters/queueing/index.html', '<h1>排队</h1>');
  server = await startServer({ dir: site, port: 0, base: '/som/' });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** 不经过会替我们改写路径的客户端，原样发出。 */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ port: server.port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', fail)
      .end();
  });
}

describe('addresses', () => {
  test('a folder answers with its index page as UTF-8 HTML', async () => {
    const { status, headers, bytes } = await get('/som/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(bytes.toString()).toContain('首页');
  });

  test.each([
    ['/', '/som/'],
    ['/som', '/som/'],
    ['/som/chapters/queueing', '/som/chapters/queueing/'],
    ['/som/chapters/queueing?v=1', '/som/chapters/queueing/?v=1'],
  ])('%s leads to %s', async (path, location) => {
    expect((await get(path)).headers['location']).toBe(location);
  });

  test.each([
    '/som/no-such-page/',
    '/elsewhere/',
    '//example.com/',
    '/som/%E0%A4%A',
    '/som/%00',
    '/som/../../index.html',
    '/som/..%2findex.html',
    '/som/%2e%2e/%2e%2e/index.html',
    '/som/..%5c..%5cindex.html',
    '/som//example.com/',
  ])('%s gets the 404 page with status 404', async (path) => {
    const { status, headers, bytes } = await get(path);
    expect([status, headers['location']]).toEqual([404, undefined]);
    expect(bytes.toString()).toContain('没有这一页');
  });

  test('only reading is allowed, and what is allowed is said', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await get('/som/', {}, method);
      expect([status, headers['allow']], method).toEqual([405, 'GET, HEAD']);
    }
  });
});

describe('settings', () => {
  test('a taken port is named together with the way out', async () => {
    await expect(startServer({ dir: site, port: server.port })).rejects.toThrow(
      new RegExp(`端口 ${server.port} 已被.*PORT=`),
    );
  });

  test('only this machine is listened to unless asked otherwise', async () => {
    const refused = async (address: string) =>
      new Promise<boolean>((done) => {
        const socket = connect(server.port, address, () => done(false));
        socket.on('error', () => done(true)).on('connect', () => socket.destroy());
      });
    const others = Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) expect(await refused(address), address).toBe(true);
    await expect(startServer({ dir: site, port: 0, host: '192.0.2.1' })).rejects.toThrow('LISTEN');
  });

  test('a missing build says which command makes it', async () => {
    await expect(startServer({ dir: join(folder, 'none'), port: 0 })).rejects.toThrow(
      'npm run build',
    );
  });

  test.each(['abc', '-1', '70000', '80.5', '1e3'])('PORT=%s is refused by name', (text) => {
    expect(() => readPort(text)).toThrow('PORT');
  });

  test('PORT defaults to 4321', () => {
    expect([readPort(undefined), readPort(''), readPort('8080')]).toEqual([4321, 4321, 8080]);
  });

  test('BASE_PATH is read with or without slashes', () => {
    expect(['', '/', 'som', '/som', '/som/', 'a/b'].map(readBase)).toEqual([
      '/',
      '/',
      '/som/',
      '/som/',
      '/som/',
      '/a/b/',
    ]);
    expect(() => readBase('https://example.com')).toThrow('BASE_PATH');
    expect(() => readBase('/../')).toThrow('BASE_PATH');
  });
});
