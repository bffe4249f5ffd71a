/** 全班举手猜一个数：把数分成四到六档，念一档、数一档。 */
import { upTo, withUnit } from '../../lib/format.ts';

/** 从 `from`（含）到 `to`（不含）；null 是没有底、没有顶。 */
export interface Bin {
  from: number | null;
  to: number | null;
  label: string;
}

/**
 * 切成几档：n 个切点 n + 1 档，正好落在切点上的归上面一档。
 *
 * @param cuts 切点，从哪里切；次序与重复不要紧
 * @param unit 单位，写进每一档的名字
 * @param whole 猜的是整数：名字里两头都写得到的数，念起来不含糊
 * @throws RangeError 切点不是有限的数
 */
export function binsFrom(cuts: readonly number[], unit: string, whole = false): Bin[] {
  for (const cut of cuts)
    if (!Number.isFinite(cut)) throw new RangeError(`cuts must be finite numbers, got ${cut}`);
  const sorted = [...new Set(cuts)].toSorted((a, b) => a - b);
  if (sorted.length === 0) return [{ from: null, to: null, label: '都算' }];
  const percent = unit === '%';
  return Array.from({ length: sorted.length + 1 }, (_, i) => {
    const from = sorted[i - 1] ?? null;
    const to = sorted[i] ?? null;
    let label: string;
    if (whole) label = wholeBin(from, to, unit);
    else if (from === null) label = `不到 ${withUnit(to as number, unit)}`;
    else if (to === null) label = `${withUnit(from, unit)}以上`;
    else label = `${upTo(from, 4)}${percent ? '%' : ''}～${withUnit(to, unit)}`;
    // 汉字的单位后面不空格，字母的空一格
    return { from, to, label: label.replace(/([a-z])以上$/i, '$1 以上') };
  });
}

/** 整数的一档：3～6 个、7 个、8 个以上。 */
function wholeBin(from: number | null, to: number | null, unit: string): string {
  if (from === null) return `不到 ${withUnit(Math.ceil(to as number), unit)}`;
  const first = Math.ceil(from);
  if (to === null) return `${withUnit(first, unit)}以上`;
  const last = Math.ceil(to) - 1;
  return last > first ? `${first}～${withUnit(last, unit)}` : withUnit(first, unit);
}

/**
 * 一个数落在第几档，从 0 数起。
 *
 * @throws RangeError 不是有限的数，或者没有档
 */
export function binOf(bins: readonly Bin[], value: number): number {
  if (Number.isNaN(value)) throw new RangeError('value must be a number');
  const place = bins.findIndex(({ to }) => to === null || value < to);
  if (place < 0) throw new RangeError('bins must not be empty');
  return place;
}

/** 各档各有几个数。 */
export function countIn(bins: readonly Bin[], values: readonly number[]): number[] {
  const counts = bins.map(() => 0);
  for (const value of values) counts[binOf(bins, value)]! += 1;
  return counts;
}

/**
 * 答案放得下：落在一档里面，离两边都有它自己的一成。揭晓的时候才说得清谁猜中了。
 * 答案是 0 时，要离边有 `least`。
 */
export function holdsAnswer(cuts: readonly number[], answer: number, least = 1e-9): boolean {
  const room = Math.max(Math.abs(answer) * 0.1, least);
  return cuts.every((cut) => Math.abs(cut - answer) >= room - 1e-12 * Math.abs(answer));
}

export interface CutsInput {
  /** 答案，照显示的位数取过的 */
  answer: number;
  /** 猜的数在哪里到哪里，`min < max` */
  min: number;
  max: number;
  /** 这么猜像哪一种错：错法的名字、序号都行；猜中的给 'hit' */
  misreadOf: (guess: number) => string | number;
}

const mostCuts = 5;
const leastCuts = 3;
/** 好念的数：1、1.5、2、2.5、3、4、5、6、8 乘 10 的几次方 */
const leads = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** 离 `value` 最近的好念的数，而且过得了 `fits`。 */
function roundNear(value: number, fits: (cut: number) => boolean): number | null {
  if (value === 0) return fits(0) ? 0 : null;
  const size = Math.abs(value);
  const power = 10 ** Math.floor(Math.log10(size));
  const choices = [power / 10, power, power * 10]
    .flatMap((unit) => leads.map((lead) => Number((lead * unit).toPrecision(3))))
    .map((choice) => choice * Math.sign(value))
    .filter(fits)
    .toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value));
  const best = choices[0];
  // 挪出去三成还找不到，这条边界就不要了
  return best !== undefined && Math.abs(best - value) <= size * 0.35 ? best : null;
}

/**
 * 没有写切点时的切点：各种错猜的交界，取成好念的数，答案离每个切点都有一成。
 * 交界不够三个的，在答案两边按倍数补上。
 *
 * @returns 3–5 个切点，从小到大；答案一定落在一档里面
 */
export function defaultCuts({ answer, min, max, misreadOf }: CutsInput): number[] {
  /** 答案是 0 时没有“它的一成”，离边要有全长的百分之二 */
  const least = answer === 0 ? (max - min) * 0.02 : 0;
  const inside = (cut: number) => cut > min && cut < max && holdsAnswer([cut], answer, least);
  // 扫一遍，错法在哪里变：大小差得多的数照倍数扫，不然照差扫
  const steps = 400;
  const stretched = min >= 0 && max / Math.max(answer, 1e-9) > 10;
  const at = (i: number) =>
    stretched ? min + (max - min) * (i / steps) ** 3 : min + ((max - min) * i) / steps;
  const borders: number[] = [];
  let last = misreadOf(at(0));
  for (let i = 1; i <= steps; i++) {
    const now = misreadOf(at(i));
    if (now !== last) borders.push((at(i - 1) + at(i)) / 2);
    last = now;
  }
  const cuts = new Set<number>();
  const add = (wanted: number) => {
    const cut = roundNear(wanted, inside);
    if (cut === null || cuts.size >= mostCuts) return;
    // 挨得太近的两档，举手的人分不清
    const near = [...cuts].some(
      (other) => Math.abs(other - cut) < Math.max(Math.abs(other), Math.abs(cut)) * 0.12,
    );
    if (!near) cuts.add(cut);
  };
  borders.forEach(add);
  const factors = [0.6, 1.5, 0.3, 2.5, 4, 0.15, 1.25, 0.8];
  const around = (factor: number) =>
    answer === 0 ? (max - min) * (factor - 1) * 0.2 : answer * factor;
  for (const factor of factors) if (cuts.size <= leastCuts) add(around(factor));
  // 答案贴着一头，好念的数又都不合适：照倍数切，再不行照全长切，只取两位
  const spare = [
    ...factors.map(around),
    ...[1, 2, 3, 4, 5, 6, 7].map((eighth) => min + ((max - min) * eighth) / 8),
  ];
  for (const wanted of spare) {
    const cut = Number(wanted.toPrecision(2));
    if (cuts.size < leastCuts && inside(cut)) cuts.add(cut);
  }
  return [...cuts].toSorted((a, b) => a - b);
}
