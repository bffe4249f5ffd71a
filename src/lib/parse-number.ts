/**
 * 读懂人手敲进来的数：全站只有这一处读数。
 * 全角、千分位逗号、分数、百分数与“三成”、科学记数法、汉字数字、带单位的、“1 小时 30 分”都读；
 * 读不懂就说哪里读不懂，不猜。
 */
import { plainHan, tidy } from './chinese-numerals.ts';
import { withUnit } from './format.ts';
import { convert, isUnit, leadingTime, magnitudeOf, secondsIn } from './unit-names.ts';
import { outOfRange, whyNot, wrongUnit } from './unread-number.ts';
import { takeAmount, type Amount } from './written-amount.ts';

/** 这一栏要什么。 */
export interface Asked {
  /** 栏后面写的单位。时间、距离、钱自动换算；单位是“%”的，85 与 85% 都读成 85 */
  unit?: string | undefined;
  /** 单位的其他写法 → 合几个 `unit`，例如 `{ 窗口: 1 }` */
  also?: Readonly<Record<string, number>> | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** 数的是个数：没有单位也不收百分数与几成 */
  whole?: boolean | undefined;
}

interface Read {
  value: number;
  /** 读成了什么，念回给人听：“90 分钟”“85%” */
  echo: string;
  /** 写的就是这个数，顶多带着栏里现成的单位，不必念回去 */
  plain: boolean;
  /** 写了几位有效数字；分数、几段合起来的时长谈不上位数，是无穷 */
  digits: number;
  /** 百分数栏里只写 0.9：若写的其实是比例，就是这么多（90） */
  asShare?: number;
}

export type NumberReading =
  | ({ ok: true; kind: 'number' } & Read)
  | { ok: false; kind: 'empty' | 'not-understood' | 'wrong-unit'; reason: string }
  /** 读懂了，出了范围；当作比例读就不出范围的，`asShare` 是那个数 */
  | ({ ok: false; kind: 'out-of-range'; reason: string } & Read);

/** 全角字符折成半角；各种减号、小数点的写法统一。 */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0]/g, ' ')
    .replace(/[\u2010-\u2015−﹣]/g, '-')
    .replace(/[·。](?=\d)/g, '.');
}

function normalize(input: string): string {
  // 一张表几十万格，绝大多数就是这样
  if (/^-?\d+(?:\.\d+)?$/.test(input)) return input;
  const text = toHalfWidth(input)
    // 从表格、网页里抄来的：看不见的字符、作千分位的窄空格、现成的分数与上标
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/(\d)[\u2009\u202F](?=\d{3})/g, '$1,')
    .replace(/[¼-¾⅐-⅞]/g, (c) => ` ${c.normalize('NFKC')}`)
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (raised) => `^${toHalfWidth(raised.normalize('NFKC'))}`)
    .replace(/[⁄÷]/g, '/')
    .replace(/[‘’′]/g, "'")
    .replace(/[“”″]/g, '"')
    .replace(/(\d)\s+(?=[十百千万亿])/g, '$1')
    .replace(
      /(\d)([wk])(?![a-z])/gi,
      (_, digit: string, size: string) => digit + (/w/i.test(size) ? '万' : '千'),
    );
  return plainHan(text)
    .trim()
    .replace(/^(?:[\p{L}_]{0,6}\s*[=≈]|大?约|大概|差不多)\s*/u, '')
    .replace(/\s*(?:左右|上下)?[.,;、。!]*$/u, '')
    .trim();
}

/** 再长的不是一个数 */
const longest = 80;

/** 1小时30分、1 h 30 min、两小时半、1小时30（末尾的数是下一级单位），合多少秒；不是这样写的是 undefined。 */
function seconds(first: Amount, after: string): number | undefined {
  let total = 0;
  let size = Infinity;
  let amount: Amount | null = first;
  let rest = after;
  while (amount && amount.per <= 1) {
    const [name = '', unit = 0] = leadingTime(rest) ?? [];
    if (name === '') {
      const next = size === 3600 || size === 60 ? size / 60 : undefined;
      return rest === '' && next ? total + amount.value * next : undefined;
    }
    if (unit >= size) return undefined;
    size = unit;
    total += amount.value * size;
    rest = rest.slice(name.length).trim();
    if (rest === '') return total;
    if (rest === '半' && amount.per === 0) return total + size / 2;
    amount = takeAmount(rest);
    rest = rest.slice(amount?.text.length ?? 0).trim();
  }
  return undefined;
}

/** 折成栏里的单位；单位不通的是 undefined。 */
function measure(
  amount: Amount,
  after: string,
  { unit = '', also, whole }: Asked,
): number | undefined {
  const { value, per, text } = amount;
  if (unit === '%') {
    if (after !== '' && (per > 0 || !convert(after, unit, { 百分点: 1, 点: 1 }))) return undefined;
    return per === 0 || per === 100 ? value : tidy((value / per) * 100);
  }
  if (per > 1)
    return after === '' && ((unit === '' && !whole) || unit.startsWith('倍'))
      ? tidy(value / per)
      : undefined;
  if (after === '') {
    // 万元的栏里写“3 万”“三万五”，说的是钱数
    const size = magnitudeOf(unit);
    const said = size > 1 && (/[万亿]/.test(text) || text.includes(unit.slice(0, 1)));
    return said ? tidy(value / size) : value;
  }
  const ratio = convert(after, unit, also);
  if (ratio) return ratio[0] === ratio[1] ? value : tidy((value * ratio[0]) / ratio[1]);
  // 一公里半、12 分半
  const halved =
    per === 0 && /.半$/.test(after) ? convert(after.slice(0, -1), unit, also) : undefined;
  if (halved) return tidy(((value + 0.5) * halved[0]) / halved[1]);
  const each = secondsIn(unit);
  const total = each && seconds(amount, after);
  return each && total !== undefined ? tidy(total / each) : undefined;
}

export function parseNumber(input: string, asked: Asked = {}): NumberReading {
  const { unit = '', min = -Infinity, max = Infinity } = asked;
  const refuse = (kind: 'not-understood' | 'wrong-unit', reason: string): NumberReading => ({
    ok: false,
    kind,
    reason,
  });
  const typed = input.trim();
  if (typed === '') return { ok: false, kind: 'empty', reason: '还没有填数。' };
  if (typed.length > longest) return refuse('not-understood', '太长了，这里只填一个数。');

  const whole = normalize(typed);
  const [, sign = '', currency = '', text = ''] =
    /^([-+负]?)\s*([¥￥]?)\s*(.*)$/su.exec(whole) ?? [];
  // 每小时 12 人 → 12 人每小时
  const [, each = '', body = text] =
    /^(每[^\d\s]{1,2}?)\s*([\d.零一二两三四五六七八九十半].*)$/su.exec(text) ?? [];
  // 照栏里的单位写的“5 千人”就是 5，不必先乘一千再除回来
  const own = unit !== '%' && magnitudeOf(unit) > 1 && body.endsWith(unit) ? unit.length : 0;
  const written = body.slice(0, body.length - own).trim();
  const amount = takeAmount(own && /[\d.]$/.test(written) ? written : body);
  if (!amount) return refuse('not-understood', whyNot(whole || typed));
  if (!Number.isFinite(amount.value))
    return refuse('not-understood', amount.per === 1 ? '分母不能是 0。' : '这个数太大了。');

  const after = body.slice(amount.text.length).trim() + (currency && '元') + each;
  const size = measure(amount, after, asked);
  if (size === undefined) {
    if (amount.per > 1 && unit !== '%' && (after === '' || isUnit(after)))
      return refuse('wrong-unit', wrongUnit(unit, '%'));
    // 在问人数的栏里写“1小时30分”，认出打头的单位就够了
    const lead = secondsIn(unit) === undefined ? leadingTime(after)?.[0] : undefined;
    const stranger = isUnit(after) ? after : lead;
    return stranger === undefined
      ? refuse('not-understood', whyNot(whole, after))
      : refuse('wrong-unit', wrongUnit(unit, stranger));
  }
  if (!Number.isFinite(size)) return refuse('not-understood', '这个数太大了。');

  // 加 0：“-0”不留负零
  const value = (sign === '-' || sign === '负' ? -size : size) + 0;
  const inRange = (x: number) => x >= min && x <= max;
  const share =
    unit === '%' && amount.per === 0 && after === '' && value !== 0 && Math.abs(value) <= 1;
  const read: Read = {
    value,
    echo: withUnit(value, unit),
    plain: amount.plain && size === amount.value,
    digits: after === '' || convert(after, unit, asked.also) ? amount.digits : Infinity,
    ...(share ? { asShare: tidy(value * 100) } : {}),
  };
  if (inRange(value)) return { ok: true, kind: 'number', ...read };
  const { asShare, ...rest } = read;
  return {
    ok: false,
    kind: 'out-of-range',
    reason: outOfRange(value, { unit, min, max }),
    ...rest,
    ...(asShare !== undefined && inRange(asShare) ? { asShare } : {}),
  };
}
