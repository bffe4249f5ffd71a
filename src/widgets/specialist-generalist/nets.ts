/** 谁会做什么：一张网，第 i 组会做 `net[i]` 里的各类，本行总在其中。写在表里是一串字母。 */

/** 用别名而不用 interface：这样它也就是列表参数的一行。 */
export type Crew = { name: string; mean: number; sd: number; capacity: number; also: string };
export type Net = readonly (readonly number[])[];

export const letters = 'ABCDEFGHIJ';

/** 从各行的字母读出一张网：看不懂的、超出类数的、重复的都略过。 */
export function netOf(crews: readonly Pick<Crew, 'also'>[]): Net {
  return crews.map(({ also }, i) => {
    const kinds = [...also.normalize('NFKC').toUpperCase()]
      .map((letter) => letters.indexOf(letter))
      .filter((kind) => kind >= 0 && kind < crews.length);
    return [...new Set([i, ...kinds])].sort((a, b) => a - b);
  });
}

/** 把一张网写回各行。 */
export function withNet(crews: readonly Crew[], net: Net): Crew[] {
  return crews.map((crew, i) => ({
    ...crew,
    also: (net[i] ?? [])
      .filter((kind) => kind !== i)
      .map((kind) => letters[kind])
      .join(''),
  }));
}

/** 添一条线，已经有就擦掉；本行的一条动不了。 */
export function toggled(net: Net, group: number, kind: number): Net {
  if (group === kind) return net;
  return net.map((kinds, i) => {
    if (i !== group) return kinds;
    return kinds.includes(kind)
      ? kinds.filter((each) => each !== kind)
      : [...kinds, kind].sort((a, b) => a - b);
  });
}

export const alone = (count: number): Net => Array.from({ length: count }, (_, i) => [i]);

/** 照 `order` 的次序一个学下一个，末一个接回头一个。 */
export function ring(order: readonly number[]): Net {
  return order.map((_, i) => {
    const place = order.indexOf(i);
    return [...new Set([i, order[(place + 1) % order.length] as number])].sort((a, b) => a - b);
  });
}
export const inOrder = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** 最忙的后面排最闲的，次忙的后面排次闲的。 */
export function mixed(crews: readonly Pick<Crew, 'mean' | 'capacity'>[]): number[] {
  const load = (i: number) => (crews[i]?.mean ?? 0) - (crews[i]?.capacity ?? 0);
  const busiest = inOrder(crews.length).sort((a, b) => load(b) - load(a) || a - b);
  return inOrder(crews.length).map(
    (i) => busiest[i % 2 === 0 ? i / 2 : crews.length - 1 - (i - 1) / 2] as number,
  );
}

/** 两组互学；单出来的一组谁也不学。 */
export const pairs = (count: number): Net =>
  inOrder(count).map((i) => [i, i ^ 1].filter((kind) => kind < count).sort((a, b) => a - b));

/** 别的组都来学最忙的一类。 */
export function towards(crews: readonly Pick<Crew, 'mean' | 'capacity'>[]): Net {
  const busiest = mixed(crews)[0] ?? 0;
  return crews.map((_, i) => [...new Set([i, busiest])].sort((a, b) => a - b));
}

export const everyone = (count: number): Net => alone(count).map(() => inOrder(count));

/** 顺着线能走到一起的算一块：一共几块。 */
export function pieces(net: Net): number {
  const root = net.map((_, i) => i);
  const find = (i: number): number => (root[i] === i ? i : find(root[i] as number));
  net.forEach((kinds, i) => kinds.forEach((kind) => (root[find(kind)] = find(i))));
  return root.filter((each, i) => each === i).length;
}
