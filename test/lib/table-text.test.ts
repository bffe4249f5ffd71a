import { describe, expect, test } from 'vitest';
import { decode } from '../../src/lib/decode-text.ts';
import { mostColumns } from '../../src/lib/import-limits.ts';
import { delimiterOf, plainText, splitTable } from '../../src/lib/table-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
function utf16(text: string, little: boolean): Uint8Array {
  const units = Array.from(text, (character) => character.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}
/** 从字节到格子，和读一个文件走同一条路；空行不算。 */
function rowsOf(file: Uint8Array): string[][] {
  const decoded = decode(file);
  if (!decoded.ok) throw new Error(decoded.reason);
  const table = splitTable(plainText(decoded.text));
  if ('refusal' in table) throw new Error(table.refusal);
  return table.rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
}
const wanted = [
  ['东', '北'],
  ['1', '2'],
  ['3', '4'],
];
const gbk = Uint8Array.from([0xb6, 0xab, 0x2c, 0xb1, 0xb1, 0x0a, ...bytes('1,2\n3,4\n')]);

describe('one small table, whatever wrote the file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes('东,北\n1,2\n3,4')],
    ['UTF-8 with a mark', bytes('\uFEFF东,北\n1,2\n3,4')],
    ['UTF-16 little end first, marked', utf16('\uFEFF东,北\n1,2\n3,4', true)],
    ['UTF-16 big end first, marked', utf16('\uFEFF东,北\n1,2\n3,4', false)],
    ['UTF-16 little end first, unmarked', utf16('东,北\n1,2\n3,4\n', true)],
    ['UTF-16 big end first, unmarked', utf16('东,北\n1,2\n3,4\n', false)],
    [
      'UTF-16 with tabs, as a spreadsheet saves Unicode text',
      utf16('\uFEFF东\t北\r\n1\t2\r\n3\t4', true),
    ],
    ['GBK', gbk],
    ['CRLF', bytes('东,北\r\n1,2\r\n3,4\r\n')],
    ['lone CR', bytes('东,北\r1,2\r3,4\r')],
    ['mixed line ends and blank lines', bytes('东,北\r\n\r\n1,2\n\n\r3,4\n\n')],
    ['every cell quoted', bytes('"东","北"\n"1","2"\n"3","4"')],
    ['semicolons', bytes('东;北\n1;2\n3;4')],
    ['full-width commas', bytes('东，北\n1，2\n3，4')],
    ['spaces', bytes('东 北\n1  2\n3　4')],
    ['a null byte after the first page', bytes(`东,北\n1,2\n3,4${'\n'.repeat(5000)}\0`)],
  ])('%s', (_name, file) => {
    expect(rowsOf(file)).toEqual(wanted);
  });
});

describe('hostile tables come out as cells or as words, never as a crash', () => {
  const cells = (text: string) => {
    const table = splitTable(plainText(text));
    if ('refusal' in table) throw new Error(table.refusal);
    return table.rows;
  };
  test.each<[string, string, string[][]]>([
    [
      'a comma, a quote and a line break inside quotes',
      '"a,b","c""d","e\nf"\n1,2,3',
      [
        ['a,b', 'c"d', 'e\nf'],
        ['1', '2', '3'],
      ],
    ],
    ['rows of unequal length', 'a,b,c\n1\n1,2,3,4', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
    [
      'a formula',
      '=1+1,@x\n-1,+2',
      [
        ['=1+1', '@x'],
        ['-1', '+2'],
      ],
    ],
    [
      'markup',
      '<img src=x onerror=alert(1)>,b\n1,2',
      [
        ['<img src=x onerror=alert(1)>', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'names of object members',
      '__proto__,constructor\n1,2',
      [
        ['__proto__', 'constructor'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_name, text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  test('half a quote does not swallow the rows after it', () => {
    const table = splitTable('a,b\n"1,2\n3,4\n5,6');
    expect(table).toMatchObject({ brokenQuotes: true, rows: { length: 4 } });
  });

  test('a million columns are refused with their number and what to do', () => {
    const table = splitTable('1,'.repeat(1e6));
    expect(table).toEqual({
      refusal: expect.stringMatching(
        new RegExp(`第 1 行有 1000001 列，最多 ${mostColumns} 列，没有读.*只复制要用的那几列`),
      ),
    });
  });

  test('a million quotes, commas or blanks take no longer than a million letters', () => {
    for (const junk of ['"', '""', ',', ' ', '\t', '\u3000', '1-', '"a', ', "'])
      splitTable(junk.repeat(1e6 / junk.length));
  });
});

test('the separator is the one that cuts most rows alike', () => {
  expect(['a;b\nc;d', 'a\tb\n1\t2', 'a|b\nc|d', '1\n2\n3', '1 2\n3 4'].map(delimiterOf)).toEqual([
    ';',
    '\t',
    '|',
    ',',
    ' ',
  ]);
});
