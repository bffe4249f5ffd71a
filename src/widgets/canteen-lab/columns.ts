/** 每一列是什么：先看表头，表头看不懂就按前二百行的样子和次序猜。 */
import type { Cell } from './cell.ts';
import { roleName, roleOf, type Role } from './roles.ts';
import { isTime, type Line } from './rows.ts';

export const half = (count: number, of: number) => of > 0 && count * 2 > of;

export interface Guess {
  roles: Role[];
  notes: string[];
}

export function guessRoles(
  lines: readonly Line[],
  header: readonly string[] | null,
  width: number,
): Guess {
  const named = header === null ? null : byHeader(header, width);
  if (named) return named;
  const result = byLooks(lines.slice(0, 200), width);
  if (!result.includes('arrival')) return { roles: result, notes: [] };
  return {
    roles: result,
    notes: [
      `${header ? '表头没看懂' : '没有表头'}，按次序读：${spell(result, null)}。不对就在下面改。`,
    ],
  };
}

function byHeader(header: readonly string[], width: number): Guess | null {
  const named = Array.from({ length: width }, (_, i) => roleOf(header[i] ?? '') ?? 'ignore');
  // 同一个含义只认最左的一列
  const once = named.map((role, i) => (named.indexOf(role) === i ? role : 'ignore'));
  return once.includes('arrival')
    ? { roles: once, notes: [`按表头读：${spell(once, header)}。`] }
    : null;
}

function byLooks(sample: readonly Line[], width: number): Role[] {
  const column = (i: number) => sample.map(({ cells }): Cell => cells[i] ?? { kind: 'empty' });
  let timed = Array.from({ length: width }, (_, i) => i).filter((i) => {
    const cells = column(i).filter(({ kind }) => kind !== 'empty');
    return half(
      cells.filter((cell) => isTime(cell) || cell.kind === 'negative').length,
      cells.length,
    );
  });
  // 头一列是 1、2、3……的行号
  const serial = (i: number) => {
    const values = column(i).map(rough);
    return (
      values.length >= 2 && values.every((value, k) => k === 0 || value === values[k - 1]! + 1)
    );
  };
  if (timed.length >= 2 && serial(timed[0]!)) timed = timed.slice(1);

  const result: Role[] = Array.from({ length: width }, () => 'ignore');
  const [first, second, third] = timed;
  if (first === undefined) return result;
  result[first] = 'arrival';
  const clocks = (i: number) =>
    column(i).filter(({ kind }) => kind === 'clock').length * 2 > sample.length;
  const isLength = (i: number) =>
    mostlySmaller(sample, i, first) && Number(clocks(i)) <= Number(clocks(first));
  if (second !== undefined && third !== undefined) {
    result[second] = isLength(second) && isLength(third) ? 'wait' : 'start';
    result[third] = isLength(third) ? 'service' : 'end';
  } else if (second !== undefined) result[second] = isLength(second) ? 'service' : 'start';
  return result;
}

/** 只用来比大小的粗数。 */
function rough(cell: Cell | undefined): number | null {
  if (cell?.kind === 'number') return cell.value;
  if (cell?.kind === 'span') return cell.minutes;
  if (cell?.kind !== 'clock') return null;
  return (cell.day ?? 0) * 1440 + cell.parts[0] * 60 + cell.parts[1] + (cell.parts[2] ?? 0) / 60;
}

/** 一列的数多半小于另一列的；有一边没写日期，就只比几点几分。 */
function mostlySmaller(sample: readonly Line[], a: number, b: number): boolean {
  const dayless = (cell: Cell | undefined) => cell?.kind === 'clock' && cell.day === null;
  const timeOfDay = (cell: Cell | undefined) =>
    rough(cell?.kind === 'clock' ? { ...cell, day: null } : cell);
  let pairs = 0;
  let smaller = 0;
  for (const { cells } of sample) {
    const read = dayless(cells[a]) || dayless(cells[b]) ? timeOfDay : rough;
    const [x, y] = [read(cells[a]), read(cells[b])];
    if (x === null || y === null) continue;
    pairs++;
    if (x < y) smaller++;
  }
  return half(smaller, pairs);
}

function spell(list: readonly Role[], header: readonly string[] | null): string {
  return list
    .map((role, i) => [role, header?.[i] || `第 ${i + 1} 列`] as const)
    .filter(([role]) => role !== 'ignore')
    .map(([role, name]) => (name === roleName[role] ? name : `“${name}”当作${roleName[role]}`))
    .join('，');
}
