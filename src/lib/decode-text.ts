/** 表格文件的字节读成文字：猜出编码；不是文字的（Excel 工作簿、图片）说清楚该怎么办。 */

export type Decoded = { ok: true; text: string; encoding: string } | { ok: false; reason: string };

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** 文字里不会有的控制符，图片、程序里到处是。 */
function binary(text: string): boolean {
  for (const character of text.slice(0, 4000))
    if (character < '\t' || (character > '\r' && character < '\x1b')) return true;
  return false;
}

/**
 * 有几个坏字节的 UTF-8（存到一半断了、两段拼坏了）不能当成 GBK：那会整篇变成乱码，还看不出来。
 * 坏的不到十分之一才算；坏处换成 �，并说出有几处。
 */
function damaged(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.split('\uFFFD').length - 1;
  const wide = text.length - text.replace(/[\u0080-\uFFFF]/g, '').length - bad;
  const marked = starts(bytes, 0xef, 0xbb, 0xbf);
  return bad * 10 < wide || marked
    ? { ok: true, text, encoding: `UTF-8（有 ${bad} 处字节坏了，显示成 �）` }
    : null;
}

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, reason: '文件是空的。' };
  if (starts(bytes, 0x50, 0x4b, 3, 4))
    return {
      ok: false,
      reason:
        '这是 Excel 工作簿（xlsx）或压缩包，不是 CSV。请在 Excel 或 WPS 里“另存为”CSV，或者选中那几列直接粘贴到文本框。',
    };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      ok: false,
      reason:
        '这是旧版 Excel 工作簿（xls），不是 CSV。请“另存为”CSV，或者选中那几列直接粘贴到文本框。',
    };
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff))
    return { ok: false, reason: '这是一张图片，不是表格。请存成 CSV，或者直接粘贴内容。' };
  const said = (encoding: string, text: string | null): Decoded | null =>
    text === null ? null : { ok: true, text: text.replace(/^\uFEFF/, ''), encoding };
  if (starts(bytes, 0xff, 0xfe)) {
    const read = said('UTF-16', tryDecode(bytes, 'utf-16le'));
    if (read) return read;
  }
  if (starts(bytes, 0xfe, 0xff)) {
    const read = said('UTF-16（高位在前）', tryDecode(bytes, 'utf-16be'));
    if (read) return read;
  }
  // 没有记号的 UTF-16：数字、逗号、换行的一半字节是 0
  const head = bytes.subarray(0, 2000);
  const zeros = (parity: number) =>
    head.reduce((count, byte, i) => count + (i % 2 === parity && byte === 0 ? 1 : 0), 0);
  if (bytes.length % 2 === 0 && zeros(0) + zeros(1) > head.length / 5) {
    const little = zeros(1) > zeros(0);
    const read = said('UTF-16', tryDecode(bytes, little ? 'utf-16le' : 'utf-16be'));
    if (read?.ok && !binary(read.text)) return read;
  }
  const read =
    said('UTF-8', tryDecode(bytes, 'utf-8')) ??
    damaged(bytes) ??
    said('GB18030（GBK）', tryDecode(bytes, 'gb18030'));
  if (read?.ok && !binary(read.text)) return read;
  return {
    ok: false,
    reason:
      '认不出这个文件的编码，可能不是文字文件。请用 Excel、WPS 或记事本另存为“CSV UTF-8”，或者直接粘贴内容。',
  };
}
