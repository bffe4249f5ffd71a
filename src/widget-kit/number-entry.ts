/** 数字框里敲进来的字：用不用、用多少、说什么。滑块旁的框与表里的格子共用。 */
import { tidy } from '../lib/chinese-numerals.ts';
import { withUnit } from '../lib/format.ts';
import { parseNumber } from '../lib/parse-number.ts';
import { nearest, type NumberParam } from './model.ts';

type Grid = Pick<NumberParam, 'min' | 'max' | 'step' | 'default' | 'unit' | 'percent'>;

export type Entry =
  /** 用这个数；换过写法、取过最近的，要说一声 */
  | { value: number; say: string }
  /** 不用，还是原来的数；`offer` 一按就换上 */
  | { value: null; say: string; offer?: { value: number; text: string } };

/** @param current 现在用着的数；还空着是 null */
export function readEntry(text: string, grid: Grid, current: number | null): Entry {
  const scale = grid.percent ? 100 : 1;
  const unit = grid.percent ? '%' : (grid.unit ?? '');
  const inField = (value: number) => withUnit(tidy(value * scale), unit);
  const reading = parseNumber(text, {
    unit,
    min: tidy(grid.min * scale),
    max: tidy(grid.max * scale),
    whole: grid.step >= 1,
  });
  if (reading.ok) {
    const value = nearest(grid, reading.value / scale);
    if (Math.abs(value * scale - reading.value) > grid.step * scale * 1e-6)
      return {
        value,
        say: `每格 ${withUnit(tidy(grid.step * scale), unit === '%' ? unit : '')}，取最近的 ${inField(value)}。`,
      };
    return { value, say: reading.plain ? '' : `读作 ${reading.echo}。` };
  }
  const say = current === null ? reading.reason : `${reading.reason}还是用 ${inField(current)}。`;
  if (reading.kind !== 'out-of-range') return { value: null, say };
  const { asShare, value } = reading;
  const offered = nearest(grid, (asShare ?? value) / scale);
  // 要换上的就是现在用着的：没有可按的
  if (offered === current) return { value: null, say };
  return { value: null, say, offer: { value: offered, text: `用 ${inField(offered)}` } };
}
