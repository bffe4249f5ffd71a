/** 53 位散列（cyrb53）：认得出内容变没变即可，不用于安全。 */
export function hash53(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** 由文字得到的种子，0 到 2³¹ − 1。 */
export function seedOf(text: string): number {
  return hash53(text) % 2147483648;
}

/** 由种子定下的次序；同一个种子总是同一个次序，原数组不动。 */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, index) => ({ item, order: hash53(`${seed}:${index}`) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
