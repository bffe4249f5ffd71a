/** 参考算例适配层的共用形状：按算例的符号取数，类型不符时说清是哪一个键。 */

export type Inputs = Record<string, unknown>;
export type Method = (
  inputs: Inputs,
  dataDir: string,
) => Record<string, unknown> | Promise<Record<string, unknown>>;
export type Adapter = Record<string, Method>;

function fail(key: string, wanted: string): never {
  throw new TypeError(`case input ${key} must be ${wanted}`);
}

export function num(inputs: Inputs, key: string): number {
  const value = inputs[key];
  return typeof value === 'number' ? value : fail(key, 'a number');
}

/** 缺省或 null 时返回 undefined。 */
export function maybeNum(inputs: Inputs, key: string): number | undefined {
  return inputs[key] === undefined || inputs[key] === null ? undefined : num(inputs, key);
}

export function text(inputs: Inputs, key: string): string {
  const value = inputs[key];
  return typeof value === 'string' ? value : fail(key, 'a string');
}

export function bool(inputs: Inputs, key: string): boolean {
  const value = inputs[key];
  return typeof value === 'boolean' ? value : fail(key, 'a boolean');
}

export function nums(inputs: Inputs, key: string): number[] {
  const value = inputs[key];
  return Array.isArray(value) ? (value as number[]) : fail(key, 'an array of numbers');
}

export function table(inputs: Inputs, key: string): number[][] {
  const value = inputs[key];
  return Array.isArray(value) ? (value as number[][]) : fail(key, 'an array of rows');
}

export function objects<T = Record<string, unknown>>(inputs: Inputs, key: string): T[] {
  const value = inputs[key];
  return Array.isArray(value) ? (value as T[]) : fail(key, 'an array of objects');
}
