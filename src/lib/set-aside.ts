/**
 * 存着而读不懂的东西：原文另存一份，等读者来取，绝不悄悄盖掉。
 * 另存的键是 `<键>.aside.<序号>`；同样的原文只存一份。
 */
import { readText, remove, writeText } from './storage.ts';

const MOST = 5;

const slots = (key: string) => Array.from({ length: MOST }, (_, n) => `${key}.aside.${n}`);

/** 另存着的各份原文。 */
export function asideOf(key: string): string[] {
  return slots(key)
    .map(readText)
    .filter((text) => text !== null);
}

/** 另存一份；没有存成就给 false，那时原来的键不能去覆盖。 */
export function setAside(key: string, text: string): boolean {
  if (asideOf(key).includes(text)) return true;
  const free = slots(key).find((slot) => readText(slot) === null);
  return free !== undefined && writeText(free, text) && readText(free) === text;
}

/** 读者说不留了。 */
export function dropAside(key: string): void {
  for (const slot of slots(key)) remove(slot);
}
