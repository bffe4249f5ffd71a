/**
 * 输入检查：每个模型在动手算之前先说清自己收什么数。
 *
 * 全部以 `RangeError` 拒绝，信息形如 `lambda must be a finite number ≥ 0 (got -1)`：
 * 先参数名，再规则，再收到的值。通过检查的值原样返回，便于写成
 * `const rate = atLeast('lambda', lambda, 0)`。
 *
 * @internal
 */

/** 把收到的值写进错误信息；长数组只写长度，免得信息淹没规则。 */
function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  return value === null ? 'null' : typeof value;
}

/** 抛出统一格式的错误；`rule` 写成 “a finite number ≥ 0” 这样的英文短语。 */
export function reject(name: string, rule: string, value: unknown): never {
  throw new RangeError(`${name} must be ${rule} (got ${shown(value)})`);
}

/** 有限实数。 */
export function finite(name: string, value: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) reject(name, 'a finite number', value);
  return value;
}

/** 有限且 ≥ min。 */
export function atLeast(name: string, value: number, min: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < min)
    reject(name, `a finite number ≥ ${min}`, value);
  return value;
}

/** 有限且 > 0。 */
export function positive(name: string, value: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0)
    reject(name, 'a finite number > 0', value);
  return value;
}

/** 闭区间 [min, max] 内的有限实数。 */
export function within(name: string, value: number, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < min || value > max)
    reject(name, `a finite number in [${min}, ${max}]`, value);
  return value;
}

/** 概率：[0, 1]。 */
export function probability(name: string, value: number): number {
  return within(name, value, 0, 1);
}

/** 开区间 (0, 1)：分位数、服务水平一类不能取到端点的比例。 */
export function openUnit(name: string, value: number): number {
  if (typeof value !== 'number' || !(value > 0 && value < 1))
    reject(name, 'strictly between 0 and 1', value);
  return value;
}

/** ≥ min 的安全整数（人数、窗口数、容量）。 */
export function integerAtLeast(name: string, value: number, min: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min)
    reject(name, `an integer ≥ ${min}`, value);
  return value;
}

/** 非空数组。 */
export function nonEmpty<T>(name: string, values: readonly T[]): readonly T[] {
  if (!Array.isArray(values) || values.length === 0) reject(name, 'a non-empty array', values);
  return values;
}

/** 与另一数组等长。 */
export function sameLength(
  name: string,
  values: readonly unknown[],
  otherName: string,
  other: readonly unknown[],
): void {
  if (values.length !== other.length)
    reject(name, `as long as ${otherName} (${other.length})`, values);
}

/** 每个元素都满足 `check` 的非空数组；错误信息里带下标，如 `demand[3]`。 */
export function each(
  name: string,
  values: readonly number[],
  check: (name: string, value: number) => number,
): readonly number[] {
  nonEmpty(name, values);
  for (let i = 0; i < values.length; i++) check(`${name}[${i}]`, values[i] as number);
  return values;
}

/** 行数 ≥ 1、各行等长且 ≥ 1 的数值矩阵。 */
export function matrix(name: string, rows: readonly (readonly number[])[]): void {
  nonEmpty(name, rows);
  const width = (rows[0] as readonly number[] | undefined)?.length ?? 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as readonly number[];
    if (!Array.isArray(row) || row.length === 0 || row.length !== width)
      reject(`${name}[${i}]`, `a row of ${width || 'at least one'} number(s)`, row);
    for (let j = 0; j < row.length; j++) finite(`${name}[${i}][${j}]`, row[j] as number);
  }
}
