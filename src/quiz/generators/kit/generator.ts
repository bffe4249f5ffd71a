import type { Random } from '../../../calc/core/random.ts';
import { upTo } from '../../../lib/format.ts';
import type { UnitName } from '../../types/numeric/units.ts';

/** 一组数出的一道题。 */
export interface Draw {
  /** 题面与讲解里 {名字} 的写法 */
  shown: Readonly<Record<string, string>>;
  /** 打开实验时要用的数；实验的参数是一张表时，写成链接里的那一串文字 */
  numbers: Readonly<Record<string, number | string>>;
  /** 答案，全精度 */
  key: number;
  /** 典型的算错：得到什么数，错在哪一步 */
  slips: readonly { value: number; why: string }[];
}

/**
 * 数值题的生成器：由随机数定下一组数，答案与典型错法都经 calc/ 算出来。
 * 这组数不合适（太刁钻、超出合理范围）就返回 null，换下一组。
 */
export interface Generator<O extends Record<string, readonly string[]>> {
  unit: UnitName;
  /** 允差：占答案的比例；答案是整数时写 0 */
  tolerance: number;
  /** 选项 → 可以取的值，第一个是默认；没有就不写 */
  options?: O;
  draw(random: Random, options: { [Name in keyof O]: O[Name][number] }): Draw | null;
}

export type AnyGenerator = Required<Generator<Record<string, readonly string[]>>>;

/** 让编辑器推断出选项的取值，补上没写的选项。 */
export function defineGenerator<const O extends Record<string, readonly string[]>>(
  generator: Generator<O>,
): AnyGenerator {
  return { options: {}, ...generator } as unknown as AnyGenerator;
}

/** low 到 high（含）之间、按 step 取整的一个数。 */
export function pick(random: Random, low: number, high: number, step = 1): number {
  const count = Math.round((high - low) / step);
  return Number((low + step * random.integer(0, count + 1)).toFixed(6));
}

export function oneOf<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[random.integer(0, choices.length)] as T;
}

/** 百分数，至多一位小数：80%、66.7%。 */
export function share(value: number): string {
  return `${upTo(value * 100, 1)}%`;
}
