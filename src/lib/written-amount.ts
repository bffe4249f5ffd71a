/** 一段文字开头的那个数，不管单位：小数、千分位、分数、科学记数法、汉字、百分数、几成、几个半。 */
import { MAGNITUDE, readNumeral } from './chinese-numerals.ts';

export interface Amount {
  /** 写着的数；百分号之类还没有除 */
  value: number;
  /** 写的是比例：分数、一半是 1，成是 10，百分之是 100，千分之是 1000；不是比例的是 0 */
  per: number;
  /** 就是一个十进制的数，没有换过写法 */
  plain: boolean;
  /** 写了几位有效数字；分数谈不上位数，是无穷 */
  digits: number;
  /** 从头读到哪里为止的原文 */
  text: string;
}

const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d*)?|\.\d+`;
const HAN = String.raw`[零〇一二两三四五六七八九十百千万亿点\d.]`;
const EXPONENT = String.raw`\s*10\s*(?:\^|\*\*)\s*\(?([+-]?\d{1,4})\)?`;

const plain = new RegExp(`^(?:${ARABIC})`);
const spelled = new RegExp(String.raw`^(?:\d{1,3}(?:,\d{3})+(?!\d))?${HAN}*`);
const fraction = new RegExp(String.raw`^(?:(\d+)(?:\s+|又))?(${ARABIC})\s*/\s*(${ARABIC})`);
const partsOf = new RegExp(`^(?:(${HAN}+)又)?(${HAN}+)分之(${HAN}+)`);
const scientific = new RegExp(
  String.raw`^(${ARABIC})\s*(?:e\s*([+-]?\d{1,4})|[×x*]${EXPONENT})`,
  'i',
);
const power = new RegExp(`^${EXPONENT}`);

const number = (text: string) => Number(text.replace(/,/g, ''));
const countDigits = (text: string) =>
  Math.max(1, text.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').length);

function share(value: number, text: string, per = 1): Amount {
  return { value, per, plain: false, digits: Infinity, text };
}

/** 三分之二、百分之三十五、一又三分之二、3/4、1 1/2、一半。 */
function takeShare(text: string): Amount | null {
  const han = partsOf.exec(text);
  if (han) {
    const [all, before = '零', below = '', above = ''] = han;
    const size = MAGNITUDE[below];
    const [whole, bottom, top] = [
      readNumeral(before),
      size ?? readNumeral(below),
      readNumeral(above),
    ];
    if (whole === null || bottom === null || top === null) return null;
    return size ? share(top, all, size) : share(whole + top / bottom, all);
  }
  const half = /^一?半/.exec(text);
  if (half) return share(0.5, half[0]);
  const [all, before = '0', above = '', below = ''] = fraction.exec(text) ?? [];
  return all === undefined ? null : share(number(before) + number(above) / number(below), all);
}

/** 1.2e-3、1.2×10^-3、10^3。 */
function takeScientific(text: string): Amount | null {
  const [all, mantissa = '', short, long] = scientific.exec(text) ?? [];
  if (all !== undefined)
    return {
      value: number(`${mantissa}e${short ?? long ?? 0}`),
      per: 0,
      plain: false,
      digits: countDigits(mantissa),
      text: all,
    };
  const [whole, exponent = ''] = power.exec(text) ?? [];
  return whole === undefined
    ? null
    : { value: Number(`1e${exponent}`), per: 0, plain: false, digits: 1, text: whole };
}

/** 12、1,234.5、.5、十二、3万5。 */
function takeDecimal(text: string): Amount | null {
  const run = spelled.exec(text)?.[0] ?? '';
  const value = /[^\d.,]/.test(run) ? readNumeral(run.replace(/,/g, '')) : null;
  if (value !== null) {
    // 3.5万 写了两位，后面的零是单位带来的
    const written = /[千万亿]/.test(run) ? String(value).replace(/0+$/, '') : String(value);
    return { value, per: 0, plain: false, digits: countDigits(written), text: run };
  }
  const [digits] = plain.exec(text) ?? [];
  return digits === undefined
    ? null
    : { value: number(digits), per: 0, plain: true, digits: countDigits(digits), text: digits };
}

const tenths = /^成(半|[一二三四五六七八九]|[1-9](?!\d))?/;

/** 没有数是 null；除以零的是无穷。 */
export function takeAmount(text: string): Amount | null {
  const shared = takeShare(text);
  if (shared) return shared;
  const amount = takeScientific(text) ?? takeDecimal(text);
  if (!amount) return null;
  const rest = text.slice(amount.text.length);
  const [sign] = /^\s*[%‰]/.exec(rest) ?? [];
  if (sign !== undefined)
    return { ...amount, per: sign.endsWith('%') ? 100 : 1000, text: amount.text + sign };
  const [few, more = ''] = tenths.exec(rest) ?? [];
  if (few !== undefined) {
    const part = more === '半' ? 5 : more === '' ? 0 : (readNumeral(more) ?? Number(more));
    return share(amount.value + part / 10, amount.text + few, 10);
  }
  // 一个半小时；“半个”已经在前面读过了
  const [half] = /^个半/.exec(rest) ?? [];
  return half === undefined
    ? amount
    : { ...amount, value: amount.value + 0.5, plain: false, text: amount.text + half };
}
