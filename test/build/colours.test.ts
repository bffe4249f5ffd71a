import { expect, test } from 'vitest';
import { mix, readColour, toHex } from '../../src/build/colours.ts';

const hex = (text: string) => {
  const colour = readColour(text);
  return colour && toHex(colour);
};

test.each<[string, string]>([
  // 黑、白、灰没有彩度，和 sRGB 一一对应
  ['oklch(0% 0 0)', '#000000'],
  ['oklch(100% 0 0)', '#ffffff'],
  ['oklch(59.987% 0 0)', '#808080'],
  // CSS Color 4 第 9.4 节与附录的对照值：红、绿、蓝
  ['oklch(62.7966% 0.257704 29.2346)', '#ff0000'],
  ['oklch(51.975% 0.17686 142.495)', '#008000'],
  ['oklch(45.2014% 0.313214 264.052)', '#0000ff'],
  ['oklch(62.7966% 0.257704 29.2346 / 0.16)', '#ff000029'],
  ['oklch(62.7966% 0.257704 29.2346deg / 16%)', '#ff000029'],
  ['transparent', '#00000000'],
  // 写成十六进制的，读了再写回去一字不差
  ...['#000000', '#ffffff', '#0b3d91', '#ffc38a', '#7a1460'].map((each): [string, string] => [
    each,
    each,
  ]),
])('%s is %s', (text, expected) => expect(hex(text)).toBe(expected));

test.each(['red', '#123', 'oklch(none 0 0)', 'light-dark(red, blue)', 'oklch(20% 0.02)'])(
  '%s is not read',
  (text) => expect(readColour(text)).toBeNull(),
);

test('mixing with transparent keeps the colour and takes the share as opacity', () => {
  expect(
    toHex(mix(readColour('oklch(62.7966% 0.257704 29.2346)')!, 0.2, readColour('transparent')!)),
  ).toBe('#ff000033');
});

test('mixing two opaque colours lies between them, weighted', () => {
  const [white, black] = [readColour('oklch(100% 0 0)')!, readColour('oklch(0% 0 0)')!];
  expect(mix(white, 0.25, black).lightness).toBeCloseTo(0.25, 12);
  expect(toHex(mix(white, 0, black))).toBe('#000000');
  expect(toHex(mix(white, 1, black))).toBe('#ffffff');
});
