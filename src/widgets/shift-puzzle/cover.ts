/** 最省的排法。一天里的班都是连着的一段，覆盖问题的线性规划解出来就是整数，不必分支。 */
import { solveLinearProgram } from '../../calc/core/simplex.ts';
import { daysOff } from '../../calc/workforce/days-off.ts';

/** 一种班：连着几格，一个人的工钱。 */
export interface Kind {
  length: number;
  cost: number;
}
/** 摆下的一班：从第几格起（从 0 数），几个人，哪一种。 */
export interface Laid {
  start: number;
  kind: number;
  people: number;
}

/** 一天的最省：每种班可以从任何一格开始，只要不过打烊。 */
export function cheapestDay(needs: readonly number[], kinds: readonly Kind[]): Laid[] {
  const options = kinds.flatMap(({ length }, kind) =>
    Array.from({ length: needs.length - length + 1 }, (_, start) => ({ start, kind })),
  );
  const covers = ({ start, kind }: { start: number; kind: number }, slot: number) =>
    slot >= start && slot < start + (kinds[kind]?.length ?? 0);
  const { solution } = solveLinearProgram({
    objective: options.map(({ kind }) => kinds[kind]?.cost ?? 0),
    sense: 'min',
    constraints: needs.map((need, slot) => ({
      coefficients: options.map((option) => (covers(option, slot) ? 1 : 0)),
      relation: '>=' as const,
      rhs: need,
    })),
  });
  return options.flatMap((option, i) => {
    const people = Math.round(solution[i] ?? 0);
    return people > 0 ? [{ ...option, people }] : [];
  });
}

/** 一周的最省：每人连上五天，连休两天，周而复始。 */
export function cheapestWeek(needs: readonly number[]): { laid: Laid[]; bound: number } {
  const { startsOn, simpleBound } = daysOff({ requirements: needs, workDays: 5 });
  return {
    laid: startsOn.flatMap((people, start) => (people > 0 ? [{ start, kind: 0, people }] : [])),
    bound: simpleBound,
  };
}

/** 各格在班几个人；过了末格就绕回开头（一周）或到此为止（一天）。 */
export function onDuty(laid: readonly Laid[], kinds: readonly Kind[], slots: number): number[] {
  const duty = Array<number>(slots).fill(0);
  for (const { start, kind, people } of laid)
    for (let k = 0; k < (kinds[kind]?.length ?? 0); k++) {
      const slot = (start + k) % slots;
      duty[slot] = (duty[slot] ?? 0) + people;
    }
  return duty;
}
