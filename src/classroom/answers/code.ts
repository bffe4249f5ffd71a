/**
 * 课堂游戏的 8 个字符：学生的手机没有网也能把决定带到教室的屏幕上。
 *
 * 字母表 32 个，去掉了看着像的 0、1、I、O；6 个装数，2 个核对，是 GF(32) 上的里德–所罗门码
 * （Reed & Solomon 1960），任意两个码至少有 3 处不同：错一个、错两个、相邻两个写反，都认得出来。
 * 30 位里 3 位是哪一个游戏，4 位是第几轮（墙上那个数对 16 取余），23 位是决定，
 * 决定用不满的由各部手机抽一个记号填上，两个人作了同样的决定，码也不同。
 */

export const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** 一个码几个字符 */
export const codeLength = 8;
/** 轮数对它取余：前 15 轮的码都不收 */
export const roundKeys = 16;
/** 决定与记号一共几位 */
export const decisionBits = 23;

/** 决定里的一个整数：从 min 到 max，占 bits 位。 */
export interface CodeField {
  name: string;
  min: number;
  max: number;
  bits: number;
}
/** 一个游戏的码怎么拼。 */
export interface CodeForm {
  /** 0–7，一个游戏一个号 */
  number: number;
  fields: readonly CodeField[];
}

export type CodeReading =
  | {
      ok: true;
      /** 不带空格的 8 个字符 */
      code: string;
      /** 与 `fields` 一一对应 */
      decision: number[];
      tag: number;
    }
  | {
      ok: false;
      /** 不是 8 个、有不认识的、核对不上、别的游戏、别的一轮、决定超出范围 */
      kind: 'length' | 'symbol' | 'check' | 'game' | 'round' | 'decision';
      reason: string;
      /** 若只错了一个字符，多半是它；只给人看，从不替人改 */
      suggestion?: string;
    };

const size = 32;
/** 本原多项式 x⁵ + x² + 1 */
const exp: number[] = [];
const log: number[] = [];
for (let i = 0, x = 1; i < size - 1; i++) {
  exp.push(x);
  log[x] = i;
  x *= 2;
  if (x >= size) x ^= 0b100101;
}
const times = (a: number, b: number) =>
  a === 0 || b === 0 ? 0 : (exp[((log[a] as number) + (log[b] as number)) % (size - 1)] as number);
const over = (a: number, b: number) =>
  a === 0 ? 0 : (exp[((log[a] as number) - (log[b] as number) + size - 1) % (size - 1)] as number);

/** 整个码再错开一个固定的样子：全是同一个字符的、顺着念的，都不会碰巧是个码。 */
const mask = [19, 6, 27, 12, 1, 22, 9, 30];

/** 码字在 α 与 α² 处的值；都是 0 才是一个码。 */
function syndromes(symbols: readonly number[]): readonly [number, number] {
  let [first, second] = [0, 0];
  for (const symbol of symbols) {
    first = times(first, exp[1] as number) ^ symbol;
    second = times(second, exp[2] as number) ^ symbol;
  }
  return [first, second];
}

/** 两个核对的字符：使 `syndromes` 都是 0。 */
function checks(data: readonly number[]): [number, number] {
  const [first, second] = syndromes([...data, 0, 0]);
  // 末两位是 u、v：uα + v = S₁，uα² + v = S₂
  const u = over(first ^ second, (exp[1] as number) ^ (exp[2] as number));
  return [u, first ^ times(u, exp[1] as number)];
}

/** 只错了一处时，错在哪里、该是什么；不像只错一处的给 null。 */
function oneFix(symbols: readonly number[]): number[] | null {
  const [first, second] = syndromes(symbols);
  if (first === 0 || second === 0) return null;
  const power = log[over(second, first)] as number;
  const place = codeLength - 1 - power;
  if (place < 0) return null;
  const fixed = [...symbols];
  fixed[place] = (fixed[place] as number) ^ over(first, exp[power] as number);
  return fixed;
}

/** 知道错在 `place`，别处都对时，那里该是什么；别处也有错的给 null。 */
function fillIn(symbols: readonly number[], place: number): number[] | null {
  const blank = [...symbols];
  blank[place] = 0;
  const power = codeLength - 1 - place;
  const [first, second] = syndromes(blank);
  const value = over(first, exp[power] as number);
  if (times(value, exp[(2 * power) % (size - 1)] as number) !== second) return null;
  blank[place] = value;
  return blank;
}

const masked = (symbols: readonly number[]) => symbols.map((symbol, i) => symbol ^ (mask[i] ?? 0));
const write = (symbols: readonly number[]) => symbols.map((symbol) => alphabet[symbol]).join('');

/** 决定一共占几位；余下的是记号。 */
const usedBits = (form: CodeForm) => form.fields.reduce((sum, { bits }) => sum + bits, 0);
/** 记号有几位：两个人的码碰巧相同的机会是 2 的负这么多次方。 */
export const tagBits = (form: CodeForm) => decisionBits - usedBits(form);

/**
 * 写一个码。
 *
 * @param form 哪个游戏，决定怎么拼
 * @param round 墙上写的第几轮，正整数
 * @param decision 与 `form.fields` 一一对应的整数，在各自的范围里
 * @param tag 记号，[0, 2^tagBits)，多余的高位不要
 * @throws RangeError 轮数不是正整数，或决定不在范围里
 */
export function writeCode(
  form: CodeForm,
  { round, decision, tag }: { round: number; decision: readonly number[]; tag: number },
): string {
  if (!Number.isInteger(round) || round < 1)
    throw new RangeError(`round must be a positive integer, got ${round}`);
  let value = form.number * roundKeys + (round % roundKeys);
  form.fields.forEach(({ name, min, max, bits }, i) => {
    const number = decision[i];
    if (number === undefined || !Number.isInteger(number) || number < min || number > max)
      throw new RangeError(`${name} must be an integer from ${min} to ${max}, got ${number}`);
    // 30 位装得进一个数，可是左移会碰到符号位，用乘法
    value = value * 2 ** bits + (number - min);
  });
  const room = 2 ** tagBits(form);
  value = value * room + (Math.floor(tag) % room);
  const data = Array.from(
    { length: codeLength - 2 },
    (_, i) => Math.floor(value / size ** (codeLength - 3 - i)) % size,
  );
  return write(masked([...data, ...checks(data)]));
}

/** 念的时候四个一停。 */
export const spoken = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/** 小写、全角、中间的空格和横线都不算错。 */
export const tidyCode = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·.]/g, '');

/** 一个核对过的码里装着什么。 */
function unpack(form: CodeForm, symbols: readonly number[]) {
  let value = symbols.slice(0, codeLength - 2).reduce((total, symbol) => total * size + symbol, 0);
  const take = (bits: number) => {
    const part = value % 2 ** bits;
    value = Math.floor(value / 2 ** bits);
    return part;
  };
  const tag = take(tagBits(form));
  const decision = form.fields.toReversed().map(({ min, bits }) => min + take(bits));
  const key = take(4);
  return { tag, decision: decision.toReversed(), key, game: value };
}

/** 除了核对的字符，别的也都说得通。 */
function sound(form: CodeForm, round: number, symbols: readonly number[]): boolean {
  const { decision, key, game } = unpack(form, symbols);
  return (
    game === form.number &&
    key === round % roundKeys &&
    form.fields.every(({ max }, i) => (decision[i] as number) <= max)
  );
}

/**
 * 读一个码。随便写的 8 个字符，十三万个里才有一个混得进来；认不出的说出为什么。
 *
 * @param form 正在玩的游戏
 * @param round 正在玩的一轮
 * @param text 学生写的、念的、贴的
 */
export function readCode(form: CodeForm, round: number, text: string): CodeReading {
  const code = tidyCode(text);
  const letters = [...code];
  if (letters.length !== codeLength)
    return {
      ok: false,
      kind: 'length',
      reason: `一个码是 ${codeLength} 个字符，这里有 ${letters.length} 个。`,
    };
  const symbols = masked(letters.map((letter) => Math.max(0, alphabet.indexOf(letter))));
  const likely = (fixed: number[] | null) =>
    fixed !== null && sound(form, round, fixed) ? { suggestion: write(masked(fixed)) } : {};
  const strange = letters.flatMap((letter, i) => (alphabet.includes(letter) ? [] : [i]));
  if (strange.length > 0)
    return {
      ok: false,
      kind: 'symbol',
      reason: `码里没有“${letters[strange[0] as number]}”（数字 0、1 和字母 I、O 都不用）。`,
      ...(strange.length === 1 ? likely(fillIn(symbols, strange[0] as number)) : {}),
    };
  const [first, second] = syndromes(symbols);
  if (first !== 0 || second !== 0)
    return {
      ok: false,
      kind: 'check',
      reason: '核对不上，有字符抄错了。',
      ...likely(oneFix(symbols)),
    };
  const { tag, decision, key, game } = unpack(form, symbols);
  if (game !== form.number) return { ok: false, kind: 'game', reason: '这是另一个游戏的码。' };
  if (key !== round % roundKeys)
    return { ok: false, kind: 'round', reason: `这是另一轮的码，现在是第 ${round} 轮。` };
  if (form.fields.some(({ max }, i) => (decision[i] as number) > max))
    return { ok: false, kind: 'decision', reason: '码里的数超出了范围。' };
  return { ok: true, code, decision, tag };
}

/**
 * 相同的码算几份。记号有四位以上的，两个人碰巧一样的机会很小，相同的只算一份；
 * 只有两三位的，两个人作了同样的决定就可能同码，只有同一个人发了两遍才只算一份
 * （那在读名字时已经只留最后一份了，这里一份也不去掉）。
 */
export function withoutRepeats(
  form: CodeForm,
  codes: readonly string[],
): { kept: string[]; repeats: number } {
  const kept = tagBits(form) > 3 ? [...new Set(codes)] : [...codes];
  return { kept, repeats: codes.length - kept.length };
}
