/** 敲进来的数用不成时说的话：像是什么、怎么改。都不算错，只请人改一改。 */
import { withUnit } from './format.ts';

/** 引用敲进来的字：看不见的、改变书写方向的不照抄，太长的截短。 */
function clip(text: string): string {
  const seen = [...text.replace(/[\p{C}\s]+/gu, ' ').trim()];
  return seen.length > 12 ? `${seen.slice(0, 12).join('')}…` : seen.join('');
}

/** 只有一部分读得懂，或者一点也读不懂：说出像是什么，怎么改。`rest` 是数后面剩下的字。 */
export function whyNot(text: string, rest?: string): string {
  if (/∞|无限|无穷|nan|inf/i.test(text)) return '要一个有限的数。';
  if (/,\d/.test(rest ?? text)) return '逗号要三位一隔，如 1,234；小数点请写成“.”。';
  if (/\d\s*:\s*\d/.test(text)) return '冒号说不清是几点几分还是多久，请写成“3 分 20 秒”这样。';
  if (
    /[\d十百千万亿半一二两三四五六七八九][^\d+*/×]{0,3}[-~至到][^\d+*/×]{0,1}[\d十半一二两三四五六七八九]/.test(
      text,
    ) ||
    /[一二两三四五六七八九]{2}/.test(text)
  )
    return '要一个确定的数，不是一段范围。';
  if (/[几数多来余约<>≤≥]|不到|超过|以[上下内外]|至[少多]|最[少多]|\+$/.test(text))
    return '要一个确定的数，不要说个大概。';
  if (/[\d)]\s*[-+*/×x]\s*[\d(]/i.test(text)) return '算式请先算好，只填得数。';
  if (/\d\s+\d/.test(text)) return '这里只填一个数。';
  if (rest) return `数后面的“${clip(rest)}”没看懂。`;
  const seen = clip(text);
  return seen === '' ? '没看懂，请填一个数。' : `没看懂“${seen}”，请填一个数。`;
}

export function wrongUnit(unit: string, written: string): string {
  const named = written === '%' ? '百分数' : `“${clip(written)}”`;
  if (unit === '') return `这里填不带单位的数，不是${named}。`;
  return unit === '%' ? `这里填百分数，不是${named}。` : `这里的单位是“${unit}”，不是${named}。`;
}

/** “0.9% 不在 50% 到 95% 之内。”：先念读到的数，读错了看得出来。 */
export function outOfRange(
  value: number,
  { unit, min, max }: { unit: string; min: number; max: number },
): string {
  // 汉字的单位后面不空格
  const said = (number: number, name = unit) =>
    withUnit(number, name).replace(/[^\p{Script=Han}]$/u, '$& ');
  // 差得太少，念出来与界限一样：不说“100% 不在 0% 到 100% 之内”
  const alike = [min, max].some((bound) => said(bound) === said(value));
  if (alike && Math.abs(min) + Math.abs(max) === Infinity)
    return `${value > max ? '大' : '小'}了一点，最${value > max ? '大' : '小'}是 ${withUnit(value > max ? max : min, unit)}。`;
  if (alike)
    return `超出了一点：要在 ${said(min, /[%年]/.test(unit) ? unit : '')}到 ${said(max)}之内。`;
  if (min === -Infinity) return `${said(value)}太大了，最大是 ${withUnit(max, unit)}。`;
  if (max === Infinity) return `${said(value)}太小了，最小是 ${withUnit(min, unit)}。`;
  return `${said(value)}不在 ${said(min, /[%年]/.test(unit) ? unit : '')}到 ${said(max)}之内。`;
}
