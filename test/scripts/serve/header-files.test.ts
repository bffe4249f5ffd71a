/** public/ 里给静态主机的头文件，与自己的服务器说的是同一套。 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  alwaysSent,
  askedAgain,
  cacheControlFor,
} from '../../../src/scripts/serve/site-headers.ts';

const folder = join(import.meta.dirname, '../../../public');
const linesOf = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

type Headers = Record<string, string>;
/** 名字不分大小写。 */
const set = (headers: Headers, name: string, value: string) => {
  headers[name.toLowerCase()] = value;
};

/** Netlify 与 Cloudflare：一行网址，下面缩进的是头；都对得上的规则，值会被接在一起。 */
function fromHeadersFile(path: string): Headers {
  const headers: Headers = {};
  let applies = false;
  for (const line of linesOf('_headers')) {
    if (!line.startsWith(' ')) {
      const pattern = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      applies = new RegExp(`^${pattern}$`).test(path);
      continue;
    }
    if (!applies) continue;
    const [, name = '', value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const before = headers[name.toLowerCase()];
    set(headers, name, before ? `${before}, ${value}` : value);
  }
  // 没有写的，这些主机缺省如此，与 no-cache 一个意思
  if (headers['cache-control'] === undefined) set(headers, 'Cache-Control', askedAgain);
  return headers;
}

/** Apache：自上而下，后面的覆盖前面的，带条件的先看条件。 */
function fromHtaccess(path: string): Headers {
  const headers: Headers = {};
  for (const line of linesOf('.htaccess')) {
    const found =
      /^\s*Header (?:always )?set ([\w-]+) "([^"]*)"(?: "expr=%\{REQUEST_URI\} =~ m#([^#]+)#")?$/.exec(
        line,
      );
    if (!found) continue;
    const [, name = '', value = '', condition] = found;
    if (!condition || new RegExp(condition).test(path)) set(headers, name, value);
  }
  return headers;
}

/** nginx：一个变量先给缺省值，网址对得上再改。 */
function fromNginx(path: string): Headers {
  const headers: Headers = {};
  const variables: Headers = {};
  let applies = true;
  for (const line of linesOf('nginx.conf')) {
    const condition = /^if \(\$uri ~ "([^"]+)"\) \{$/.exec(line)?.[1];
    if (condition) applies = new RegExp(condition).test(path);
    if (line === '}') applies = true;
    const [, variable, value] = /^\s*set (\$\w+) "([^"]*)";$/.exec(line) ?? [];
    if (variable && value !== undefined && applies) variables[variable] = value;
    const [, name, given] = /^add_header ([\w-]+) "?([^";]*)"?(?: always)?;$/.exec(line) ?? [];
    if (name && given !== undefined) set(headers, name, variables[given] ?? given);
  }
  return headers;
}

const paths = [
  '/',
  '/index.html',
  '/chapters/queueing/utilization-cliff/',
  '/widgets/huff/embed/',
  '/terms.json',
  '/search/catalogue.json',
  '/robots.txt',
  '/_astro/page.abc123.js',
  '/_astro/search-0a1b2c3d/text/4.json',
];

describe.each([
  ['_headers', fromHeadersFile],
  ['.htaccess', fromHtaccess],
  ['nginx.conf', fromNginx],
])('public/%s', (file, read) => {
  test.each(paths)('sends for %s what the server sends', (path) => {
    const expected: Headers = {};
    for (const [name, value] of Object.entries(alwaysSent)) set(expected, name, value);
    set(expected, 'Cache-Control', cacheControlFor(path));
    expect(read(path), `${file} 与 src/scripts/serve/site-headers.ts 不一致，两处一起改`).toEqual(
      expected,
    );
  });
});

test('the drawn icons are as large as their readers expect', () => {
  const png = readFileSync(join(folder, 'apple-touch-icon.png'));
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    'PNG',
    180,
    180,
  ]);
  const ico = readFileSync(join(folder, 'favicon.ico'));
  expect([ico.readUInt16LE(2), ico.readUInt8(6), ico.toString('latin1', 23, 26)]).toEqual([
    1,
    32,
    'PNG',
  ]);
  expect(ico.readUInt32LE(14)).toBe(ico.length - 22);
});
