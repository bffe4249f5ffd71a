/** 挑几个花费少、合起来什么都有的。 */
export interface Candidate {
  name: string;
  /** 它有哪些东西。 */
  has: ReadonlySet<string>;
  cost: number;
}

/** 每次取单位花费带来新东西最多的那一个；最后去掉已被别人合起来盖住的。 */
export function cover(candidates: readonly Candidate[]): string[] {
  const wanted = new Set(candidates.flatMap(({ has }) => [...has]));
  const picks: Candidate[] = [];
  while (wanted.size > 0) {
    const [best] = candidates
      .map((candidate) => {
        const adds = [...candidate.has].filter((each) => wanted.has(each)).length;
        return { candidate, worth: adds / candidate.cost };
      })
      .toSorted((a, b) => b.worth - a.worth || (a.candidate.name < b.candidate.name ? -1 : 1));
    if (!best) break;
    for (const each of best.candidate.has) wanted.delete(each);
    picks.push(best.candidate);
  }
  return withoutSpare(picks).map(({ name }) => name);
}

function withoutSpare(picks: readonly Candidate[]): Candidate[] {
  const kept = [...picks];
  for (const pick of picks.toSorted((a, b) => b.cost - a.cost)) {
    const others = new Set(kept.filter((other) => other !== pick).flatMap(({ has }) => [...has]));
    if ([...pick.has].every((each) => others.has(each))) kept.splice(kept.indexOf(pick), 1);
  }
  return kept;
}
