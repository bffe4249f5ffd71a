/**
 * 构建之后给文本文件各备一份 Brotli 最高压缩的 .br：静态主机直接发它，比边发边压小一成。
 * 主机不认识 .br 也不碍事，它照旧发原文件。
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const dist = resolve(process.argv[2] ?? 'dist');

const files = (await readdir(dist, { recursive: true }))
  // pagefind 自己的索引已经压缩过
  .filter((file) => /\.(html|css|js|json|svg)$/.test(file) && !file.startsWith('pagefind/'))
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
    if (source.length > 512) await writeFile(`${file}.br`, await compress(source, options));
  }
}

await Promise.all(Array.from({ length: 4 }, work));
