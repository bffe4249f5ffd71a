/**
 * 从 public/icon.svg 画出不认识 SVG 图标的浏览器要的两个文件：`node src/scripts/icons.ts`，改了图标再跑一次。
 * favicon.ico 给 Safari 和没有网页可读的地址，apple-touch-icon.png 给 iOS 的主屏幕与收藏夹。
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';

const folder = join(import.meta.dirname, '../../public');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const browser = await launchBrowser();

/** iOS 自己切圆角，透明的角会变黑，所以那一个先垫上底色。 */
async function draw(size: number, background = 'transparent'): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html{margin:0;background:${background}}body{margin:0}svg{display:block;width:100vw}</style>${svg}`,
  );
  const image = await page.screenshot({ omitBackground: true });
  await page.close();
  return image;
}

/** ICO 是个壳：六字节的头、十六字节的目录，后面原样放 PNG。 */
function icoOf(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const fill = /fill="(#[\da-f]{6})"/.exec(svg)?.[1];
writeFileSync(join(folder, 'favicon.ico'), icoOf(await draw(32), 32));
writeFileSync(join(folder, 'apple-touch-icon.png'), await draw(180, fill));
await browser.close();
