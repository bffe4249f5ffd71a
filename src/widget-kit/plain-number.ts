/**
 * 写得再普通不过的数：`12`、`-3.5`。绝大多数人敲的就是这样，不必为它去取读数的那一块
 * （lib/parse-number.ts）；别的写法，连同要问一句、要说一声的，都交给那一块。
 * 这里读得出的，那一块读出来一模一样，而且没有话要说。
 */
export interface Bounds {
  unit?: string | undefined;
  min: number;
  max: number;
  /** 只收整数 */
  whole?: boolean;
}

/** @returns 界内的数；不是这样写的、出了界的、百分数栏里像比例的，都是 null */
export function plainNumber(text: string, { unit, min, max, whole }: Bounds): number | null {
  if (!/^-?(0|[1-9]\d{0,8})(\.\d{1,8})?$/.test(text)) return null;
  const value = Number(text) + 0;
  const likeShare = unit === '%' && value !== 0 && Math.abs(value) < 1;
  const refused = likeShare || (whole && value % 1 !== 0);
  return refused || value < min || value > max ? null : value;
}
