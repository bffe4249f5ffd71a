import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/lib/csv.ts';
import { plainText, splitTable, unguarded } from '../../src/lib/table-text.ts';

const cellsOf = (text: string) =>
  toCsv([text], [])
    .replace(/^\uFEFF/, '')
    .replace(/\r\n$/, '');

describe('a written cell is never taken for a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝１＋１', "'＝１＋１"],
    ['＋1', "'＋1"],
    ['  =cmd|x', "'  =cmd|x"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ['—', '—'],
    ["'twas", "'twas"],
  ])('%j', (text, written) => {
    expect(cellsOf(text)).toBe(written);
  });

  test('a line break or a comma before it does not let one through', () => {
    expect(cellsOf('\n=1')).toBe('"\'\n=1"');
    expect(cellsOf('=HYPERLINK("a","b")')).toBe('"\'=HYPERLINK(""a"",""b"")"');
  });

  test('numbers stay numbers, negative ones too', () => {
    expect(toCsv(['x'], [[-5], [1e-7]])).toBe('\uFEFFx\r\n-5\r\n1e-7\r\n');
  });
});

test('whatever is written is read back the same', () => {
  const word = fc
    .stringMatching(/^[-=+@＝'",;\n\p{Script=Han}a-z0-9 ]{1,12}$/u)
    .map((text) => text.trim() || '空');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 8 }), (rows) => {
      const table = splitTable(plainText(toCsv(['甲', '乙'], rows)));
      if ('refusal' in table) throw new Error(table.refusal);
      const [, ...read] = table.rows.filter((row) => row.some((cell) => cell !== ''));
      expect(read.map((row) => row.map(unguarded))).toEqual(rows);
    }),
  );
});
