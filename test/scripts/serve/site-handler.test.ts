/** 服务器经得起什么：按标准的请求、乱来的请求、走到一半的读者、正在重新构建的站点。 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../../src/scripts/serve.ts';

const site = mkdtempSync(join(tmpdir(), 'site-'));
const text = `<h1>排队</h1>${'字'.repeat(2000)}`;
const size = Buffer.byteLength(text);
const bytes = Buffer.from(text);
let server: RunningServer;

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(join(site, file)), { recursive: true });
  writeFileSync(join(site, file), content);
}

function writeSite(): void {
  write('index.html', '<h1>首页</h1>');
  write('404.html', '<h1>没有这一页</h1>');
  write('page/index.html', text);
  write('page/index.html.br', brotliCompressSync(text));
  write('page/index.html.gz', gzipSync(text));
  write('_astro/page.abc.js', 'export {};');
  write('data.json', '{}');
  write('empty.txt', '');
  write('big.bin', Buffer.alloc(600_000, 7));
}

beforeAll(async () => {
  writeSite();
  server = await startServer({ dir: site, port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(site, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ port: server.port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', fail)
      .end();
  });
}

/** 原样写进套接字，等对方说完；返回第一行里的状态，断开了就是 0。 */
function raw(message: string | Buffer, leave: 'after-answer' | 'at-once' = 'after-answer') {
  return new Promise<number>((done) => {
    let answer = '';
    const socket = connect(server.port, 'localhost', () => {
      socket.write(message);
      if (leave === 'at-once') socket.destroy();
    });
    const status = () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', status);
  });
}

const line = (target: string, ...headers: string[]) =>
  [`GET ${target} HTTP/1.1`, 'Host: localhost', ...headers, 'Connection: close', '', ''].join(
    '\r\n',
  );

/** 站点还在照常回答。 */
async function stillAnswers(): Promise<void> {
  const { status, body } = await ask('/page/');
  expect([status, body.toString()]).toEqual([200, text]);
}

describe('ranges', () => {
  test.each([
    ['bytes=0-9', 206, `bytes 0-9/${size}`, bytes.subarray(0, 10)],
    ['bytes=10-', 206, `bytes 10-${size - 1}/${size}`, bytes.subarray(10)],
    ['bytes=-5', 206, `bytes ${size - 5}-${size - 1}/${size}`, bytes.subarray(-5)],
    ['bytes=0-999999999', 206, `bytes 0-${size - 1}/${size}`, bytes],
    ['bytes=-999999999', 200, undefined, bytes],
    // 满足不了的
    ['bytes=5-2', 416, `bytes */${size}`, null],
    [`bytes=${size}-`, 416, `bytes */${size}`, null],
    ['bytes=-0', 416, `bytes */${size}`, null],
    ['bytes=99999999999999999999-', 416, `bytes */${size}`, null],
    // 看不懂的、不止一段的：当没说，给整个
    ['bytes=0-1,5-6', 200, undefined, bytes],
    ['bytes=abc', 200, undefined, bytes],
    ['lines=1-2', 200, undefined, bytes],
    ['bytes', 200, undefined, bytes],
  ])('%s gets %d', async (range, status, contentRange, body) => {
    const answer = await ask('/page/', { range });
    expect([answer.status, answer.headers['content-range']]).toEqual([status, contentRange]);
    if (body) {
      expect(answer.body.equals(body)).toBe(true);
      expect(answer.headers['content-length']).toBe(String(body.length));
    }
  });

  test('a range of a file that is gone or empty is no range', async () => {
    expect((await ask('/none', { range: 'bytes=0-1' })).status).toBe(404);
    expect((await ask('/empty.txt', { range: 'bytes=0-1' })).status).toBe(416);
    expect((await ask('/empty.txt')).headers['content-length']).toBe('0');
  });

  test('If-Range lets a range through only for the very same file', async () => {
    const { headers } = await ask('/page/');
    const tag = String(headers['etag']);
    const status = async (ifRange: string) =>
      (await ask('/page/', { range: 'bytes=0-9', 'if-range': ifRange })).status;
    expect(tag).toMatch(/^"/);
    expect(await status(tag)).toBe(206);
    expect(await status(`W/${tag}`)).toBe(200);
    expect(await status('"other"')).toBe(200);
    expect(await status(String(headers['last-modified']))).toBe(206);
    expect(await status('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(200);
  });

  test('thousands of ranges at once cost no more than the whole file', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => `${i}-${i}`).join(',');
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => ask('/page/', { range: `bytes=${many}` })),
    );
    // 挨着的几段并成一段也算回答了；每个回应都不比整个文件大
    for (const { status, body } of answers) {
      expect([200, 206]).toContain(status);
      expect(body.length).toBeLessThanOrEqual(size);
    }
    await stillAnswers();
  });
});

describe('HEAD and conditions', () => {
  test.each(['/page/', '/none', '/_astro/page.abc.js'])(
    'HEAD of %s has the headers of GET and no body',
    async (path) => {
      const [get, head] = [await ask(path), await ask(path, {}, 'HEAD')];
      expect([head.status, head.body.length]).toEqual([get.status, 0]);
      for (const name of ['content-length', 'content-type', 'etag', 'cache-control', 'vary'])
        expect(head.headers[name], name).toBe(get.headers[name]);
    },
  );

  test('a range belongs to GET; HEAD has none', async () => {
    const { status, headers } = await ask('/page/', { range: 'bytes=0-9' }, 'HEAD');
    expect([status, headers['content-length']]).toEqual([200, String(size)]);
  });

  test('what has not changed is not sent again, however it is asked', async () => {
    const { headers } = await ask('/page/');
    const tag = String(headers['etag']);
    const modified = String(headers['last-modified']);
    const status = async (conditions: Record<string, string>) =>
      (await ask('/page/', conditions)).status;
    expect(await status({ 'if-none-match': tag })).toBe(304);
    expect(await status({ 'if-none-match': `"x", W/${tag}` })).toBe(304);
    expect(await status({ 'if-none-match': '*' })).toBe(304);
    expect(await status({ 'if-none-match': '"x"' })).toBe(200);
    expect(await status({ 'if-modified-since': modified })).toBe(304);
    expect(await status({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(200);
    expect(await status({ 'if-modified-since': 'nonsense' })).toBe(200);
    // 两样都问时只看标识
    expect(await status({ 'if-none-match': '"x"', 'if-modified-since': modified })).toBe(200);
    expect(await status({ 'if-match': tag })).toBe(200);
    expect(await status({ 'if-match': '"x"' })).toBe(412);
    const same = await ask('/page/', { 'if-none-match': tag });
    expect([same.body.length, same.headers['etag'], same.headers['cache-control']]).toEqual([
      0,
      tag,
      'no-cache',
    ]);
  });
});

describe('compression', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('%s is sent as it lies on disk, under a tag and a length of its own', async (coding, open) => {
    const plain = await ask('/page/');
    const { headers, body } = await ask('/page/', { 'accept-encoding': coding });
    expect([headers['content-encoding'], headers['vary']]).toEqual([coding, 'Accept-Encoding']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['etag']).not.toBe(plain.headers['etag']);
    expect(open(body).toString()).toBe(text);
    expect([plain.headers['content-encoding'], plain.headers['vary']]).toEqual([
      undefined,
      'Accept-Encoding',
    ]);
  });

  test('a reader who takes nothing we have is told so', async () => {
    const { status, headers } = await ask('/data.json', { 'accept-encoding': 'identity;q=0' });
    expect([status, headers['content-encoding']]).toEqual([406, undefined]);
  });

  test('a compressed file older than its original is not used', async () => {
    utimesSync(join(site, 'page/index.html.br'), 0, 0);
    const { headers } = await ask('/page/', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBeUndefined();
    writeSite();
  });
});

describe('hostile requests get their answer and end nothing', () => {
  test.each([
    ['a method nobody knows', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a method not allowed', 'DELETE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    [
      'a body nobody reads',
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n123456789`,
      405,
    ],
    ['noise', Buffer.from([0x16, 0x03, 0x01, 0, 0xff, 0x0a, 0x0a]), 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    ['a header of 100 kB', line('/', `X: ${'a'.repeat(100_000)}`), 431],
    ['an address of 100 kB', line(`/${'a'.repeat(100_000)}`), 431],
    ['an address of 10 kB', line(`/${'a'.repeat(10_000)}`), 404],
    ['a broken escape', line('/%E0%A4%A'), 404],
    ['half an escape', line('/%'), 404],
    ['a null character', line('/%00'), 404],
    ['a null character in a name', line('/page/index.html%00.js'), 404],
    ['a way out, written %2f', line('/..%2f..%2fetc/passwd'), 404],
    ['a way out, written %2e', line('/%2e%2e/%2e%2e/etc/passwd'), 404],
    ['a way out, escaped twice', line('/%252e%252e%252fetc/passwd'), 404],
    ['a way out with a backslash', line('/..%5c..%5cetc/passwd'), 404],
    ['another host', line('//example.com/page'), 404],
    ['another host after dots', line('/x/..//example.com/page'), 404],
    ['a whole address', line('http://example.com/page/'), 200],
    ['a star', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
    ['a folder as a file', line('/page/index.html/'), 404],
    ['a hidden file', line('/.git/config'), 404],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: a\r\n\r\n', 0],
    ['a promise to upgrade', line('/page/', 'Upgrade: websocket', 'Connection: Upgrade'), 200],
  ])('%s: %#', async (_name, message, status) => {
    expect(await raw(message)).toBe(status);
    await stillAnswers();
  });

  test('readers who leave half way leave no file open', async () => {
    const open = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
    await stillAnswers();
    const before = open();
    await Promise.all(Array.from({ length: 100 }, () => raw(line('/big.bin'), 'at-once')));
    await Promise.all(Array.from({ length: 100 }, () => raw(line('/big.bin'))));
    await Promise.all(Array.from({ length: 50 }, () => raw('GET /big.bin HT', 'at-once')));
    await expect.poll(open, { timeout: 10_000 }).toBeLessThanOrEqual(before + 2);
    await stillAnswers();
  });
});

describe('a site that is being rebuilt', () => {
  test('answers 200 or 404 while its files come and go, and is whole again afterwards', async () => {
    const seen = new Set<number | string>();
    let busy = true;
    const readers = Array.from({ length: 8 }, async (_, i) => {
      const paths = ['/page/', '/', '/big.bin', '/none', '/_astro/page.abc.js'];
      const encoding = ['br', 'gzip', 'identity'][i % 3] ?? '';
      for (let at = i; busy; at++)
        seen.add(
          await ask(paths[at % paths.length] ?? '/', { 'accept-encoding': encoding }).then(
            ({ status }) => status,
            // 正发着的文件变短了：断开是对的
            () => 'cut',
          ),
        );
    });
    for (let round = 0; round < 12; round++) {
      for (const name of readdirSync(site)) rmSync(join(site, name), { recursive: true });
      await new Promise((done) => setImmediate(done));
      writeSite();
      truncateSync(join(site, 'big.bin'), 10);
      await new Promise((done) => setImmediate(done));
      writeSite();
      await ask('/page/').catch(() => null);
    }
    busy = false;
    await Promise.all(readers);
    expect([...seen].filter((status) => ![200, 404, 'cut'].includes(status))).toEqual([]);
    expect(seen.has(200)).toBe(true);
    await stillAnswers();
  });

  test('a page that shrinks while it is sent is cut off, not left waiting', async () => {
    write('shrinking.bin', Buffer.alloc(64_000_000, 1));
    const outcome = new Promise<string>((done) => {
      request({ port: server.port, path: '/shrinking.bin', agent: false }, (response) => {
        response.once('data', () => {
          truncateSync(join(site, 'shrinking.bin'), 1_000_000);
          response.resume();
        });
        response.on('end', () => done(response.complete ? 'complete' : 'cut'));
        response.on('error', () => done('cut'));
      }).end();
    });
    expect(await outcome).toBe('cut');
    rmSync(join(site, 'shrinking.bin'));
    await stillAnswers();
  });

  test('without its own 404 page it still says 404', async () => {
    rmSync(join(site, '404.html'));
    const { status, headers, body } = await ask('/none', { 'accept-encoding': 'br' });
    expect([status, headers['content-type'], body.toString()]).toEqual([
      404,
      'text/plain; charset=utf-8',
      '404 Not Found\n',
    ]);
    writeSite();
  });
});

describe('headers', () => {
  test.each([
    ['/_astro/page.abc.js', 'public, max-age=31536000, immutable'],
    ['/page/', 'no-cache'],
    ['/data.json', 'no-cache'],
    ['/none', 'no-cache'],
    ['/_astro/none.js', 'no-cache'],
  ])('%s is kept as %s', async (path, kept) => {
    const { headers } = await ask(path);
    expect(headers['cache-control']).toBe(kept);
  });

  test('every answer forbids guessing at types and telling other sites where one was', async () => {
    for (const [path, method] of [
      ['/page/', 'GET'],
      ['/page', 'GET'],
      ['/none', 'GET'],
      ['/', 'POST'],
    ] as const) {
      const { headers } = await ask(path, {}, method);
      expect([headers['x-content-type-options'], headers['referrer-policy']], path).toEqual([
        'nosniff',
        'same-origin',
      ]);
    }
  });
});
