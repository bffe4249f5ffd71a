/**
 * 读懂人手敲进来的数：全角数字、千分位逗号、百分号、分数、科学记数法、后面跟着的单位。
 * 读不懂就说读不懂，不猜。
 */

export type ParsedNumber =
  | { ok: true; value: number; /** 机器读成了什么，念回给用户听 */ echo: string }
  | { ok: false; reason: string };

/** 全角字符折成半角；各种减号、乘号、小数点的写法统一。 */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[−–—]/g, '-')
    .replace(/[·。](?=\d)/g, '.')
    .replace(/[，、](?=\d{3})/g, ',');
}

const NUMBER =
  /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:\s*(?:e|×10\^?|x10\^?|\*10\^)\s*([+-]?\d{1,4}))?/i;

/**
 * @param units 允许跟在数后面的单位 → 换算到基准单位的倍数，例如 `{ '分钟': 1, min: 1, '小时': 60, h: 60 }`。
 */
export function parseNumber(input: string, units: Record<string, number> = {}): ParsedNumber {
  const text = toHalfWidth(input).trim();
  if (text === '') return { ok: false, reason: '还没有填数。' };
  const first = NUMBER.exec(text);
  if (!first) return { ok: false, reason: `没看懂“${input.trim().slice(0, 20)}”，请填一个数。` };

  let value = Number(
    `${first[1] ?? ''}${(first[2] ?? '').replace(/,/g, '')}${first[3] ? `e${first[3]}` : ''}`,
  );
  let rest = text.slice(first[0].length).trim();

  if (rest.startsWith('/')) {
    const second = NUMBER.exec(rest.slice(1).trim());
    if (second) {
      const divisor = Number((second[2] ?? '').replace(/,/g, '')) * (second[1] === '-' ? -1 : 1);
      if (divisor === 0) return { ok: false, reason: '分母不能是 0。' };
      value /= divisor;
      rest = rest.slice(1).trim().slice(second[0].length).trim();
    }
  }
  if (rest === '%' || rest.startsWith('%')) {
    value /= 100;
    rest = rest.slice(1).trim();
  }
  if (rest !== '') {
    const factor = units[rest] ?? units[rest.toLowerCase()];
    if (factor === undefined)
      return { ok: false, reason: `数后面的“${rest.slice(0, 12)}”没看懂，请只填数字。` };
    value *= factor;
  }
  if (!Number.isFinite(value)) return { ok: false, reason: '这个数太大了。' };
  return { ok: true, value, echo: String(Number(value.toPrecision(10))) };
}
