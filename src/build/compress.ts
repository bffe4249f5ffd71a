/**
 * 构建之后给文本文件各备一份 .br 和 .gz，都压到最小：静态主机直接发它，比边发边压小一成。
 * 不用 https 时浏览器只收 gzip。主机不认识这些后缀也不碍事，它照旧发原文件。
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const dist = resolve(process.argv[2] ?? 'dist');

const files = (await readdir(dist, { recursive: true }))
  .filter((file) => /\.(html|css|js|json|svg)$/.test(file))
  .map((file) => join(dist, file));

async function work(): Promise<void> {
  for (let file = files.pop(); file; file = files.pop()) {
    const source = await readFile(file);
    const options = {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
      },
    };
    if (source.length <= 512) continue;
    await writeFile(`${file}.br`, await toBrotli(source, options));
    await writeFile(`${file}.gz`, await toGzip(source, { level: 9 }));
  }
}

await Promise.all(Array.from({ length: 4 }, work));
