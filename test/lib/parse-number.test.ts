/** 读数：敲进来的各种写法读成什么、为什么读不成；写出去的数都读得回来。 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  duration,
  fixed,
  percent,
  significant,
  times,
  upTo,
  withUnit,
} from '../../src/lib/format.ts';
import { parseNumber, type Asked } from '../../src/lib/parse-number.ts';

const minutes: Asked = { unit: '分钟' };
const people: Asked = { unit: '人' };
const share: Asked = { unit: '%' };
const rate: Asked = { unit: '人/小时' };
const money: Asked = { unit: '万元' };
const plain: Asked = {};

describe('what is understood is echoed', () => {
  test.each<[text: string, asked: Asked, value: number, echo: string]>([
    // 数字的写法
    ['12', plain, 12, '12'],
    ['１２．５', plain, 12.5, '12.5'],
    [' 12 ', plain, 12, '12'],
    ['+5', plain, 5, '5'],
    ['.5', plain, 0.5, '0.5'],
    ['5.', plain, 5, '5'],
    ['3。5', plain, 3.5, '3.5'],
    ['12。', plain, 12, '12'],
    ['-0', plain, 0, '0'],
    ['1,234.5', plain, 1234.5, '1,234.5'],
    ['１，２３４', plain, 1234, '1,234'],
    ['12\u2009345', plain, 12345, '12,345'],
    ['\u200E12\uFEFF', plain, 12, '12'],
    // 负号
    ['−5', plain, -5, '−5'],
    ['－５', plain, -5, '−5'],
    ['—5', plain, -5, '−5'],
    ['负5', plain, -5, '−5'],
    ['负三点五', plain, -3.5, '−3.5'],
    // 分数
    ['3/4', plain, 0.75, '0.75'],
    ['１／３', plain, 1 / 3, '0.333333'],
    ['½', plain, 0.5, '0.5'],
    ['1½', plain, 1.5, '1.5'],
    ['1 1/2', plain, 1.5, '1.5'],
    ['-1 1/2', plain, -1.5, '−1.5'],
    ['1又1/2', plain, 1.5, '1.5'],
    ['三分之一', plain, 1 / 3, '0.333333'],
    ['一又三分之二', plain, 1 + 2 / 3, '1.66667'],
    ['3÷4', plain, 0.75, '0.75'],
    // 科学记数法
    ['1.2e-3', plain, 0.0012, '0.0012'],
    ['2×10^3', plain, 2000, '2,000'],
    ['2×10⁻³', plain, 0.002, '0.002'],
    ['2*10**3', plain, 2000, '2,000'],
    ['10^3', plain, 1000, '1,000'],
    // 汉字
    ['十二', plain, 12, '12'],
    ['二十五', plain, 25, '25'],
    ['一百零五', plain, 105, '105'],
    ['一百五', plain, 150, '150'],
    ['两', plain, 2, '2'],
    ['两千三', plain, 2300, '2,300'],
    ['三点五', plain, 3.5, '3.5'],
    ['三点五万', plain, 35_000, '35,000'],
    ['壹佰贰拾', plain, 120, '120'],
    ['二〇二四', plain, 2024, '2,024'],
    ['一亿二千万', plain, 120_000_000, '120,000,000'],
    ['3万5', plain, 35_000, '35,000'],
    ['1.2亿', plain, 120_000_000, '120,000,000'],
    ['3w', plain, 30_000, '30,000'],
    ['半', plain, 0.5, '0.5'],
    ['约12', plain, 12, '12'],
    ['λ=12', plain, 12, '12'],
    ['12左右', plain, 12, '12'],
    // 百分数
    ['85', share, 85, '85%'],
    ['８５％', share, 85, '85%'],
    ['0.9', share, 0.9, '0.9%'],
    ['0.29%', share, 0.29, '0.29%'],
    ['百分之三十', share, 30, '30%'],
    ['百分之85', share, 85, '85%'],
    ['三成', share, 30, '30%'],
    ['三成五', share, 35, '35%'],
    ['5‰', share, 0.5, '0.5%'],
    ['3/4', share, 75, '75%'],
    ['一半', share, 50, '50%'],
    ['5 个百分点', share, 5, '5%'],
    ['50%', plain, 0.5, '0.5'],
    ['150%', { unit: '倍' }, 1.5, '1.5 倍'],
    // 单位
    ['15分钟', minutes, 15, '15 分钟'],
    ['15 MIN', minutes, 15, '15 分钟'],
    ['1小时30分', minutes, 90, '90 分钟'],
    ['1 h 30 min', minutes, 90, '90 分钟'],
    ['1h30', minutes, 90, '90 分钟'],
    ['1小时零5分', minutes, 65, '65 分钟'],
    ['半小时', minutes, 30, '30 分钟'],
    ['半个小时', minutes, 30, '30 分钟'],
    ['一个半小时', minutes, 90, '90 分钟'],
    ['两小时半', minutes, 150, '150 分钟'],
    ['1.5小时', minutes, 90, '90 分钟'],
    ['3/4 小时', minutes, 45, '45 分钟'],
    ['一刻钟', minutes, 15, '15 分钟'],
    ['十二分半', minutes, 12.5, '12.5 分钟'],
    ['744秒', minutes, 12.4, '12.4 分钟'],
    ['3分20秒', minutes, 3 + 1 / 3, '3.33333 分钟'],
    ['3′20″', minutes, 3 + 1 / 3, '3.33333 分钟'],
    ['1小时30分', { unit: '小时' }, 1.5, '1.5 小时'],
    ['1小时2分半', minutes, 62.5, '62.5 分钟'],
    ['12 位', people, 12, '12 人'],
    ['十二个', people, 12, '12 人'],
    ['12人每小时', rate, 12, '12 人/小时'],
    ['每小时十二人', rate, 12, '12 人/小时'],
    ['0.2 人/分钟', rate, 12, '12 人/小时'],
    ['12/h', rate, 12, '12 人/小时'],
    ['10 m/s', { unit: '公里/小时' }, 36, '36 公里/小时'],
    ['800米', { unit: '公里' }, 0.8, '0.8 公里'],
    ['一公里半', { unit: '公里' }, 1.5, '1.5 公里'],
    ['3', money, 3, '3 万元'],
    ['3万', money, 3, '3 万元'],
    ['￥35000', money, 3.5, '3.5 万元'],
    ['35000元', money, 3.5, '3.5 万元'],
    ['1.2亿元', money, 12_000, '12,000 万元'],
    ['5千', { unit: '千人' }, 5, '5 千人'],
    ['3窗口', { unit: '个', also: { 窗口: 1 } }, 3, '3 个'],
    ['5分', { unit: '分' }, 5, '5 分'],
  ])('%s in %j is %d', (text, asked, value, echo) => {
    const reading = parseNumber(text, asked);
    expect(reading).toMatchObject({ ok: true, kind: 'number', echo });
    if (reading.ok) expect(reading.value).toBeCloseTo(value, 12);
  });
});

describe('what is not understood is said, and how to mend it', () => {
  test.each<[text: string, asked: Asked, kind: string, reason: RegExp]>([
    ['', plain, 'empty', /还没有填/],
    ['  ', plain, 'empty', /还没有填/],
    ['abc', plain, 'not-understood', /没看懂“abc”/],
    ['很多', plain, 'not-understood', /大概/],
    ['NaN', plain, 'not-understood', /有限/],
    ['无限', plain, 'not-understood', /有限/],
    ['1e999', plain, 'not-understood', /太大/],
    ['1/0', plain, 'not-understood', /分母/],
    ['--3', plain, 'not-understood', /没看懂/],
    ['1,00', plain, 'not-understood', /逗号要三位一隔/],
    ['1,2345', plain, 'not-understood', /逗号要三位一隔/],
    ['3，5', plain, 'not-understood', /小数点/],
    ['1.2.3', plain, 'not-understood', /“\.3”没看懂/],
    ['3-5', plain, 'not-understood', /范围/],
    ['3～5 分钟', minutes, 'not-understood', /范围/],
    ['三到五', plain, 'not-understood', /范围/],
    ['三五个', people, 'not-understood', /范围/],
    ['一两分钟', minutes, 'not-understood', /范围/],
    ['十二三', plain, 'not-understood', /范围/],
    ['十几', plain, 'not-understood', /大概/],
    ['不到5', plain, 'not-understood', /大概/],
    ['12以上', plain, 'not-understood', /大概/],
    ['<5', plain, 'not-understood', /大概/],
    ['2+3', plain, 'not-understood', /算好/],
    ['60*2', plain, 'not-understood', /算好/],
    ['12 13', plain, 'not-understood', /只填一个数/],
    ['1:30', minutes, 'not-understood', /说不清/],
    ['30分1小时', minutes, 'not-understood', /没看懂/],
    ['12abc', plain, 'not-understood', /“abc”没看懂/],
    ['9'.repeat(400), plain, 'not-understood', /太长/],
    ['12分钟', people, 'wrong-unit', /单位是“人”，不是“分钟”/],
    ['1小时30分', people, 'wrong-unit', /不是“小时”/],
    ['12 人', minutes, 'wrong-unit', /单位是“分钟”，不是“人”/],
    ['12 元', minutes, 'wrong-unit', /不是“元”/],
    ['5 公里', rate, 'wrong-unit', /不是“公里”/],
    ['5 分钟', { unit: '分' }, 'wrong-unit', /不是“分钟”/],
    ['5 窗口', people, 'wrong-unit', /不是“窗口”/],
    ['5 个', plain, 'wrong-unit', /不带单位/],
    ['12 分钟', plain, 'wrong-unit', /不带单位/],
    ['50%', people, 'wrong-unit', /不是百分数/],
    ['50%', minutes, 'wrong-unit', /不是百分数/],
    ['三成', minutes, 'wrong-unit', /不是百分数/],
    ['三成人', people, 'wrong-unit', /不是百分数/],
    ['12 分钟', share, 'wrong-unit', /填百分数，不是“分钟”/],
    ['120', { ...share, min: 5, max: 95 }, 'out-of-range', /120% 不在 5% 到 95% 之内/],
    // 念出来与界限一样的，不说“100% 不在 0% 到 100% 之内”
    [
      '100.0001',
      { ...share, min: 0, max: 100 },
      'out-of-range',
      /^超出了一点：要在 0% 到 100% 之内/,
    ],
    ['1e40', { ...share, min: 0, max: 100 }, 'out-of-range', /^1×10⁴⁰% 不在 0% 到 100% 之内/],
    ['90分钟', { unit: '小时', min: 2, max: 8 }, 'out-of-range', /1.5 小时不在 2 到 8 小时之内/],
    ['−3', { min: 0 }, 'out-of-range', /太小了，最小是 0/],
    ['三百', { max: 200 }, 'out-of-range', /太大了，最大是 200/],
  ])('%s in %j is %s', (text, asked, kind, reason) => {
    const reading = parseNumber(text, asked);
    expect(reading).toMatchObject({ ok: false, kind });
    if (!reading.ok) {
      expect(reading.reason).toMatch(reason);
      expect(reading.reason).toMatch(/。$/);
    }
  });
});

test('a bare number of at most 1 in a percent field could be a share: the other reading comes along', () => {
  expect(parseNumber('0.9', share)).toMatchObject({ value: 0.9, asShare: 90 });
  expect(parseNumber('0.29', share)).toMatchObject({ asShare: 29 });
  for (const text of ['0.9%', '9/10', '85', '0', '百分之零点九'])
    expect(parseNumber(text, share), text).not.toHaveProperty('asShare');
  // 只有换个读法就不出范围，才值得问
  const narrow = { ...share, min: 50, max: 95 };
  expect(parseNumber('0.9', narrow)).toMatchObject({ kind: 'out-of-range', asShare: 90 });
  expect(parseNumber('0.3', narrow)).not.toHaveProperty('asShare');
});

test('only a number that was not written as such needs to be read back', () => {
  for (const [text, asked] of [
    ['12', plain],
    ['１，２３４', plain],
    ['12 分钟', minutes],
    ['85%', share],
  ] as const)
    expect(parseNumber(text, asked), text).toMatchObject({ plain: true });
  for (const [text, asked] of [
    ['十二', plain],
    ['1/2', plain],
    ['1e3', plain],
    ['50%', plain],
    ['1 小时', minutes],
    ['八成', share],
  ] as const)
    expect(parseNumber(text, asked), text).toMatchObject({ plain: false });
});

test('significant digits are counted as written', () => {
  for (const [text, digits] of [
    ['12', 2],
    ['0.050', 2],
    ['1,240', 4],
    ['1.20e3', 3],
    ['12.4%', 3],
    ['3.5万', 2],
    ['三点五', 2],
    ['1/3', Infinity],
  ] as const)
    expect(parseNumber(text), text).toMatchObject({ digits });
  expect(parseNumber('0.2小时', minutes)).toMatchObject({ digits: 1 });
  expect(parseNumber('1小时30分', minutes)).toMatchObject({ digits: Infinity });
});

/** 同一个数的几副样子：全角、不带千分位、另一种负号、前后有空格。 */
const dress = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (text) => text.replaceAll(',', ''),
  (text) => text.replace('−', '-'),
  (text) => text.replace('−', '负'),
  (text) => `　${text} `,
);
const finite = (max: number) => fc.double({ noNaN: true, noDefaultInfinity: true, min: -max, max });
const read = (text: string, asked: Asked = {}) => {
  const reading = parseNumber(text, asked);
  if (!reading.ok) throw new Error(`“${text}”没读懂：${reading.reason}`);
  return reading.value;
};
/** 负零读成零。 */
const same = (value: number, wanted: number) => expect(value).toBe(wanted + 0);

describe('every number the site writes is read back as the same number', () => {
  test('as JavaScript writes it, to the last bit', () => {
    fc.assert(
      fc.property(finite(1e300), (x) => {
        same(read(String(x)), x);
      }),
    );
  });

  test('with fixed or at most so many decimals', () => {
    fc.assert(
      fc.property(finite(1e12), fc.nat(6), dress, (x, digits, wear) => {
        const shown = Number(x.toFixed(digits));
        same(read(wear(fixed(x, digits))), shown);
        same(read(wear(upTo(x, digits))), shown);
        same(read(wear(withUnit(shown, '人')), people), read(withUnit(shown)));
      }),
    );
  });

  test('as a percentage, in a percent field', () => {
    fc.assert(
      fc.property(finite(1e4), fc.nat(4), dress, (x, digits, wear) => {
        same(read(wear(percent(x, digits)), share), Number((x * 100).toFixed(digits)));
      }),
    );
  });

  test('to so many significant digits', () => {
    fc.assert(
      fc.property(finite(1e15), fc.integer({ min: 2, max: 8 }), dress, (x, digits, wear) => {
        const value = read(wear(significant(x, digits)));
        expect(Math.abs(value - x)).toBeLessThanOrEqual(Math.abs(x) * 10 ** (1 - digits));
      }),
    );
  });

  test('as a duration or a multiple, with its unit', () => {
    fc.assert(
      fc.property(finite(1e6), dress, (x, wear) => {
        const step = Math.abs(x) < 1 ? 1 / 60 : Math.abs(x) < 120 ? 1 : 6;
        expect(Math.abs(read(wear(duration(x)), minutes) - x)).toBeLessThanOrEqual(step);
        same(read(wear(times(x)), { unit: '倍' }), Number(x.toFixed(1)));
      }),
    );
  });
});

const digitsOf = '零一二三四五六七八九';
/** 四位以内的汉字写法。 */
function section(value: number): string {
  let text = '';
  for (const [size, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit > 0) text += digitsOf[digit] + name;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '');
}
function inHan(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const [size, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / size) % 1e4;
    if (part === 0) continue;
    text += (text !== '' && part < 1000 ? '零' : '') + section(part) + name;
  }
  return text;
}

test('numbers spelled in Chinese are read back, decimals too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999_999 }),
      fc.string({ unit: fc.constantFrom(...digitsOf), minLength: 1, maxLength: 4 }),
      (value, decimals) => {
        same(read(inHan(value)), value);
        const fraction = [...decimals].map((c) => digitsOf.indexOf(c)).join('');
        const small = value % 10_000;
        same(read(`${inHan(small)}点${decimals}`), Number(`${small}.${fraction}`));
      },
    ),
  );
});

test('hours, minutes and seconds add up, however they are named', () => {
  const names = fc.constantFrom(
    ['小时', '分', '秒'],
    ['小时', '分钟', '秒钟'],
    ['个小时', ' 分 ', ' 秒'],
    [' h ', ' min ', ' s'],
    ['H', 'M', 'S'],
    [' hours ', ' minutes ', ' seconds'],
  );
  const part = fc.integer({ min: 1, max: 59 });
  fc.assert(
    fc.property(part, part, part, names, (h, m, s, [hour, minute, second]) => {
      const close = (text: string, wanted: number) =>
        expect(read(text, minutes)).toBeCloseTo(wanted, 9);
      close(`${h}${hour}${m}${minute}${s}${second}`, h * 60 + m + s / 60);
      close(`${h}${hour}${m}${minute}`, h * 60 + m);
      close(`${h}${hour}${m}`, h * 60 + m);
      close(`${inHan(m)}${minute}${inHan(s)}${second}`, m + s / 60);
    }),
  );
});

const askedAny = fc.constantFrom<Asked>(
  plain,
  minutes,
  people,
  { ...share, min: 5, max: 95 },
  rate,
  money,
  { unit: '倍' },
  { unit: '公里', min: 0, max: 10 },
);
/** 像数又不像数的字，最容易读歪。 */
const shards = fc.constantFrom(
  ...'0123456789一二两三十百千万亿半点零〇分之成又每个人小时秒钟公里元¥%％‰.,，。/-−+×^e eE()½⁻³∞<~到几'.split(
    '',
  ),
);

test('nothing typed ever throws, and what is taken for a number is a finite one in range', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 90 }),
    fc.string({ unit: shards, maxLength: 12 }),
    fc.string({ unit: shards, maxLength: 90 }),
  );
  fc.assert(
    fc.property(typed, askedAny, (text, asked) => {
      const reading = parseNumber(text, asked);
      if (reading.ok) {
        expect(Number.isFinite(reading.value)).toBe(true);
        expect(reading.value).toBeGreaterThanOrEqual(asked.min ?? -Infinity);
        expect(reading.value).toBeLessThanOrEqual(asked.max ?? Infinity);
        expect(reading.echo).not.toMatch(/NaN|undefined/);
      } else expect(reading.reason).toMatch(/^[^\n]{4,90}。$/u);
    }),
    { numRuns: 1000 },
  );
});

test('the longest nonsense gets its answer', () => {
  const pieces = [
    '1',
    '1,',
    '9 ',
    '十',
    '1到',
    '1/',
    '10^',
    '个半',
    '小时1',
    '( ',
    '每',
    ' ',
    'e1',
  ];
  for (const piece of pieces)
    for (const length of [80, 400])
      for (const asked of [plain, minutes, share]) {
        const reading = parseNumber(piece.repeat(length).slice(0, length), asked);
        // 哪条正则回溯起来，就等不到它
        expect(reading.ok || reading.reason !== '').toBe(true);
      }
});
