import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from '../../src/lib/parse-number.ts';

const minutes = { 分钟: 1, min: 1, 小时: 60, h: 60 };

test.each([
  ['12', 12],
  ['１２．５', 12.5],
  ['1,234.5', 1234.5],
  ['１，２３４', 1234],
  ['85%', 0.85],
  ['８５％', 0.85],
  ['3/4', 0.75],
  ['1.2e-3', 0.0012],
  ['2×10^3', 2000],
  ['−5', -5],
  ['2 小时', 120],
  ['15分钟', 15],
  ['.5', 0.5],
])('reads %s as %d', (text, value) => {
  expect(parseNumber(text, minutes)).toMatchObject({ ok: true, value });
});

test.each(['', '  ', 'abc', '十二', '12 元', '1/0', '--3', '1e999'])(
  'does not guess at %j',
  (text) => {
    const reading = parseNumber(text, minutes);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.reason).toMatch(/[。]$/);
  },
);

test('never throws and never returns a value that is not a number', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reading = parseNumber(text);
      if (reading.ok) expect(Number.isFinite(reading.value)).toBe(true);
    }),
  );
});

test('reads back every number it is shown', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (x) => {
      expect(parseNumber(String(x))).toMatchObject({
        ok: true,
        value: Object.is(x, -0) ? expect.anything() : x,
      });
    }),
  );
});
