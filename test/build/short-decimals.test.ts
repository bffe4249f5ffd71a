import { expect, test } from 'vitest';
import { shortened } from '../../src/build/short-decimals.ts';

const inSvg = (inside: string) => `<svg viewBox="0 0 600 270">${inside}</svg>`;

test('coordinates and sizes of figures keep one decimal, below ten two', () => {
  expect(
    shortened(inSvg('<rect x="88.2" width="26.200000000000003" height="0.30000000001"/>')),
  ).toBe(inSvg('<rect x="88.2" width="26.2" height="0.3"/>'));
  expect(
    shortened(inSvg('<path d="M88.2049 33.375v8m-0.125-4H114.4444" points="1.005,2.999"/>')),
  ).toBe(inSvg('<path d="M88.2 33.4v8m-0.13-4H114.4" points="1,3"/>'));
});

test('a number is only ever moved by what nobody sees, and never runs into the next one', () => {
  for (const [from, to] of [
    ['12.96', '13'],
    ['-12.96', '-13'],
    ['0.004', '0'],
    ['9.999', '10'],
    ['1e-7', '1e-7'],
    ['1.9.999', '1.9.999'],
    ['9.999.5', '9.999.5'],
  ] as const)
    expect(shortened(inSvg(`<path d="M0 ${from}L5 5"/>`))).toBe(inSvg(`<path d="M0 ${to}L5 5"/>`));
});

test('shares, scales and words stay as they are', () => {
  for (const html of [
    inSvg('<g opacity="0.125" transform="scale(0.3333)"><text data-x="12.345">12.345</text></g>'),
    inSvg('<g style="--tall: 17.333em" aria-label="平均 12.345 分钟" stroke-width="0.3333"></g>'),
    '<p title="x=&quot;12.345&quot;">12.345</p><input width="12.345">',
  ])
    expect(shortened(html)).toBe(html);
});
