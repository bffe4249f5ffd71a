import { expect, test } from 'vitest';
import { decode } from '../../src/lib/decode-text.ts';

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

test('reads tables in the encodings spreadsheets write', () => {
  expect(decode(utf16('1,2\n3,4'))).toMatchObject({ ok: true, text: '1,2\n3,4' });
  expect(decode(utf16('\uFEFF东,北\n1,2'))).toMatchObject({ ok: true, text: '东,北\n1,2' });
  expect(decode(new Uint8Array([0xb6, 0xab, 0x2c, 0xb1, 0xb1]))).toMatchObject({
    ok: true,
    text: '东,北',
  });
});

test('a picture or a bitmap full of zeros is not taken for text', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]);
  expect(decode(png)).toMatchObject({ ok: false, reason: expect.stringContaining('图片') });
  const bitmap = new Uint8Array(400);
  bitmap.set([0x42, 0x4d, 0x8a, 1]);
  expect(decode(bitmap).ok).toBe(false);
});
