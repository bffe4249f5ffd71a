/** 读进来的东西收多大：再大的不读，说清多大、收多大、怎么办；一个字也不悄悄裁掉。 */

/** 一份文件、一次粘贴最多这么多字节（粘贴的按字数） */
export const mostBytes = 5_000_000;
/** 一张表最多读这么多行 */
export const mostRows = 100_000;
/** 一行最多这么多格：再多就是整张表挤成了一行 */
export const mostColumns = 200;
/** 文本框里最多放这么多：再多，手机上滚不动，敲一个字要等半天 */
export const boxed = { characters: 100_000, lines: 3000 };
/** 一条一条点名的毛病最多列这么多，后面的只数个数 */
export const mostListed = 200;

/** 25 MB、0.4 MB、12 kB */
export function sizeOf(bytes: number): string {
  if (bytes < 100_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${Number((bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0))} MB`;
}

export const tooBig = (name: string, bytes: number) =>
  `“${name}”有 ${sizeOf(bytes)}，这里最多读 ${sizeOf(mostBytes)}，没有读。请只留要用的那几列、几行，另存一份再选；或者只复制那一段粘贴进来。`;

export const tooMuchPasted = (characters: number) =>
  `粘贴的内容有 ${Math.ceil(characters / 10_000)} 万字，这里最多读 ${mostBytes / 10_000} 万字，没有放进来。请只复制要用的那几列、几行。`;

/** 放得进文本框吗 */
export function fitsBox(text: string): boolean {
  if (text.length > boxed.characters) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines <= boxed.lines;
}
