import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/lib/decode-text.ts';

const bytes = (...list: number[]) => Uint8Array.from(list);

test.each<[string, Uint8Array, RegExp]>([
  ['an empty file', bytes(), /空的/],
  ['a workbook', bytes(0x50, 0x4b, 3, 4, 20), /Excel 工作簿（xlsx）.*另存为.*粘贴/],
  ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), /旧版 Excel.*另存为/],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), /图片/],
  ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe0), /图片/],
  [
    'a bitmap full of zeros',
    Uint8Array.from({ length: 400 }, (_, i) => (i === 0 ? 0x42 : 0)),
    /认不出/,
  ],
  ['a program', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 7), /认不出/],
])('%s is refused with what to do', (_name, file, words) => {
  const decoded = decode(file);
  expect(decoded.ok ? '' : decoded.reason).toMatch(words);
});

test('UTF-8 with a broken byte stays readable and says so, instead of turning to gibberish', () => {
  const whole = new TextEncoder().encode('到达,开始,结束\n十二点,十二点一刻,十二点半');
  const cut = decode(whole.slice(0, -1));
  expect(cut).toMatchObject({ ok: true, encoding: 'UTF-8（有 1 处字节坏了，显示成 �）' });
  expect(cut.ok && cut.text).toContain('到达,开始,结束\n十二点,十二点一刻');
});

test('any bytes are decoded or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (list) => {
      const decoded = decode(list);
      expect(decoded.ok ? typeof decoded.text : decoded.reason.length > 4).toBeTruthy();
    }),
  );
});
