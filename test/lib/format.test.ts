import { expect, test } from 'vitest';
import {
  duration,
  fixed,
  percent,
  percentTick,
  significant,
  times,
  upTo,
  withUnit,
  year,
} from '../../src/lib/format.ts';
import { toCsv } from '../../src/lib/csv.ts';

test('numbers are grouped, signed with a real minus and never shown as machine words', () => {
  expect(fixed(1234567.891, 1)).toBe('1,234,567.9');
  expect(fixed(-2.5, 1)).toBe('−2.5');
  expect(fixed(-0.001, 1)).toBe('0.0');
  expect(fixed(Number.POSITIVE_INFINITY)).toBe('无限');
  expect(fixed(Number.NaN)).toBe('—');
});

test('trailing zeros go, significant digits stay', () => {
  expect([upTo(2.5, 2), upTo(4, 2), upTo(1200, 2)]).toEqual(['2.5', '4', '1,200']);
  expect([significant(0.00043), significant(12345), significant(3.1e-9)]).toEqual([
    '0.00043',
    '12,345',
    '3.10×10⁻⁹',
  ]);
  expect([fixed(1e40), withUnit(1e24, '倍'), upTo(-2.5e22)], '不写 1e+40').toEqual([
    '1×10⁴⁰',
    '1×10²⁴ 倍',
    '−2.5×10²²',
  ]);
  expect([significant(5e-324, 2), significant(-9.999e-8)]).toEqual(['4.9×10⁻³²⁴', '−1.00×10⁻⁷']);
});

test('a number typed in is read back with its unit and no binary tail', () => {
  expect([withUnit(12.5, '分钟'), withUnit(85.5, '%'), withUnit(0.1 + 0.2)]).toEqual([
    '12.5 分钟',
    '85.5%',
    '0.3',
  ]);
  expect([withUnit(0), withUnit(0.00001234, '%'), withUnit(1234567, '元')]).toEqual([
    '0',
    '0.00001234%',
    '1,234,567 元',
  ]);
});

test('a year is not a quantity: no comma between its digits', () => {
  expect([year(1978), withUnit(1978, '年'), withUnit(1978, '人')]).toEqual([
    '1978',
    '1978 年',
    '1,978 人',
  ]);
});

test('durations pick the unit a person would say', () => {
  expect([0.1, 0.5, 6.94, 34, 95, 150].map(duration)).toEqual([
    '6 秒',
    '30 秒',
    '6.9 分钟',
    '34 分钟',
    '95 分钟',
    '2.5 小时',
  ]);
  expect(duration(Number.POSITIVE_INFINITY)).toBe('无限长');
});

test('shares and ratios', () => {
  expect([percent(0.853, 1), percent(1), times(4), times(Number.POSITIVE_INFINITY)]).toEqual([
    '85.3%',
    '100%',
    '4 倍',
    '无限倍',
  ]);
});

test('CSV quotes what needs quoting and defuses formulas', () => {
  expect(
    toCsv(
      ['a', '名'],
      [
        [1.5, '=SUM(A1)'],
        [2, '逗,号"引号'],
      ],
    ),
  ).toBe('\uFEFFa,名\r\n1.5,\'=SUM(A1)\r\n2,"逗,号""引号"\r\n');
});

test('no whole percentage on an axis is written with a decimal, whatever its binary tail', () => {
  // 0.14 × 100 是 14.000000000000002
  for (let whole = -200; whole <= 200; whole++) {
    const plain = String(whole).replace('-', '−');
    expect(percentTick(whole / 100), `src/lib/format.ts 的 percentTick：${whole} ÷ 100`).toBe(
      `${plain}%`,
    );
  }
  expect([0.125, 0.005, -0.025, Infinity, NaN].map(percentTick)).toEqual([
    '12.5%',
    '0.5%',
    '−2.5%',
    '无限',
    '—',
  ]);
});
