/** 汉字写的数：十二、一百零五、两千三、三点五万，也认汉字与数字混写的 3万5、1.2亿。 */

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
export const MAGNITUDE: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
};

/** 大写、繁体折成常用的写法。 */
const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千萬万億亿兩两負负點点個个'].flatMap(
    (formal, i, all) => (i % 2 === 0 ? [[formal, all[i + 1] ?? '']] : []),
  ),
);
export const plainHan = (text: string) => text.replace(/\p{Script=Han}/gu, (c) => PLAIN[c] ?? c);

/** 乘过、除过、加过的数带着二进制的尾巴：4.35 × 100 要读成 435；本来就除不尽的不动。 */
export function tidy(value: number): number {
  const short = Number(value.toPrecision(14));
  return Math.abs(short - value) <= Math.abs(value) * 4 * Number.EPSILON ? short : value;
}

/** 一串汉字数字与阿拉伯数字；读不成一个确定的数（如“三五”“十二三”）是 null。 */
export function readNumeral(text: string): number | null {
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0) return null;
  if (fraction !== undefined) {
    // 三点五、点五；三点五万：小数点后面只能一位一位地念，末尾可以跟一个大单位
    const [, digits = '', big = ''] = /^([零〇一二三四五六七八九]+)([万亿]?)$/.exec(fraction) ?? [];
    const before = whole === '' ? 0 : readNumeral(whole);
    if (digits === '' || before === null || /[\d.]/.test(whole)) return null;
    const after = [...digits].map((c) => DIGIT[c]).join('');
    return tidy(Number(`${before}.${after}`) * (MAGNITUDE[big] ?? 1));
  }
  const tokens = whole.match(/\d+(?:\.\d+)?|\D/g) ?? [];
  if (tokens.every((token) => token in DIGIT)) {
    // 一位一位念的：二〇二四。两位的“三五”“两三”多半是“三到五”，不猜
    if (tokens.length === 2 && !/[零〇]/.test(whole)) return null;
    return tokens.length === 0 ? null : Number(tokens.map((token) => DIGIT[token]).join(''));
  }
  return addUp(tokens);
}

/** 一百零五：逐个把“几”乘上后面的单位，单位要越来越小，万和亿各管它前面的一节。 */
function addUp(tokens: readonly string[]): number | null {
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let short = false;
  let zero = false;
  /** 刚用过的单位；一节之内、各节之间都要变小 */
  let last = Infinity;
  let lastBig = Infinity;
  for (const token of tokens) {
    const size = MAGNITUDE[token];
    if (size === undefined) {
      if (pending !== null) return null;
      const digit = DIGIT[token] ?? Number(token);
      if (Number.isNaN(digit)) return null;
      if (token === '零' || token === '〇') zero = true;
      else {
        pending = digit;
        short = /^\D$|^[1-9]$/.test(token);
      }
    } else if (size < 1e4) {
      if (size >= last || (pending === null && size !== 10)) return null;
      section += (pending ?? 1) * size;
      [pending, last, zero] = [null, size, false];
    } else {
      const value: number = section + (pending ?? 0);
      if (value === 0 || size >= lastBig) return null;
      total += value * size;
      [section, pending, last, lastBig, zero] = [0, null, size, size, false];
    }
  }
  if (pending !== null) {
    // 一百五是 150，一万二是 12000；一百零五、3万2000 照加
    const tail: number = pending * (short && !zero && last < Infinity ? last / 10 : 1);
    if (tail >= last) return null;
    section += tail;
  }
  return tidy(total + section);
}
