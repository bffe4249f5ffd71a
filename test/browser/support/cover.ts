/** 挑最少的几个，合起来什么都有：每次取带来新东西最多的那一个，一样多就取便宜的。 */
export interface Candidate {
  name: string;
  /** 它有哪些东西。 */
  has: ReadonlySet<string>;
  cost: number;
}

export interface Pick {
  name: string;
  /** 挑它是为了这些：前面挑出来的都没有。 */
  adds: string[];
}

export function cover(candidates: readonly Candidate[]): Pick[] {
  const wanted = new Set(candidates.flatMap(({ has }) => [...has]));
  const picks: Pick[] = [];
  while (wanted.size > 0) {
    const [best] = candidates
      .map(({ name, has, cost }) => ({ name, cost, adds: [...has].filter((x) => wanted.has(x)) }))
      .toSorted(
        (a, b) => b.adds.length - a.adds.length || a.cost - b.cost || (a.name < b.name ? -1 : 1),
      );
    if (!best) break;
    for (const each of best.adds) wanted.delete(each);
    picks.push({ name: best.name, adds: best.adds });
  }
  return picks;
}
