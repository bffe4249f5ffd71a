/** 分到哪里、收了哪些同学：留在这台设备上，两个标签页同时分的合到一起。 */
import type { KeptRules } from '../../lib/kept-record.ts';
import { type ListParam } from '../../widget-kit/model.ts';
import { legalRow } from '../../widget-kit/rows.ts';
import { readString, unsorted, writeString, type Coder } from './coding.ts';
import { model } from './model.ts';
import { industries, type Industry } from './stories.ts';

export type KeptCoders = Partial<Record<Industry, readonly Coder[]>>;

const param = model.params.coders as ListParam;

/** 浏览器里存的行可能是任何样子，只留下像样的，数出动过几处；第一行总是读者自己。 */
export function restoreCoders(stored: unknown): { rows: Coder[] | null; odd: number } {
  if (!Array.isArray(stored)) return { rows: null, odd: 1 };
  const rows: Coder[] = [];
  let odd = Math.max(0, stored.length - param.atMost);
  for (const one of (stored as unknown[]).slice(0, param.atMost)) {
    const { name, codes } = (typeof one === 'object' && one !== null ? one : {}) as Record<
      string,
      unknown
    >;
    if (typeof name !== 'string' || typeof codes !== 'string') {
      odd++;
      continue;
    }
    const row = legalRow(param, { name, codes: writeString(readString(codes).marks) }) as Coder;
    if (row.name !== name || row.codes !== codes) odd++;
    rows.push(row);
  }
  return { rows: rows.length === 0 ? null : rows, odd };
}

export const untouched = (coders: readonly Coder[]) =>
  coders.length === 1 && coders[0]?.codes === unsorted;

export const keptCoders: KeptRules<KeptCoders> = {
  key: 'incident-sorting',
  empty: {},
  restore(stored) {
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
      return { value: {}, lost: '不是一份归类' };
    const value: KeptCoders = {};
    let odd = 0;
    for (const [id, list] of Object.entries(stored)) {
      const industry = industries.find((one) => one === id);
      const read = restoreCoders(list);
      odd += industry ? read.odd : 1;
      if (industry && read.rows) value[industry] = read.rows;
    }
    return { value, lost: odd === 0 ? '' : `有 ${odd} 处读不懂` };
  },
  merge(mine, theirs, base) {
    const merged: KeptCoders = {};
    for (const industry of industries) {
      const rows = mergeCoders(mine[industry], theirs[industry], base[industry]);
      if (rows) merged[industry] = rows;
    }
    return merged;
  },
};

/** 这一页改过的照这一页，没改过的照那一页。 */
const either = <T>(mine: T, theirs: T, base: T | undefined) => (mine === base ? theirs : mine);

/** 自己那一行一个字母一个字母地合；同学那几行，哪边添的都留，哪边去掉的都去掉。 */
function mergeCoders(
  mine: readonly Coder[] | undefined,
  theirs: readonly Coder[] | undefined,
  base: readonly Coder[] = [],
): Coder[] | undefined {
  const [me, them] = [mine?.[0], theirs?.[0]];
  if (!mine || !theirs || !me || !them) return (mine ?? theirs) as Coder[] | undefined;
  const start = base[0];
  const letters = (coder: Coder) => [...coder.codes];
  const [left, right, before] = [
    letters(me),
    letters(them),
    letters(start ?? { ...me, codes: unsorted }),
  ];
  const first: Coder = {
    name: either(me.name, them.name, start?.name ?? '我'),
    codes: left.map((letter, i) => either(letter, right[i] ?? 'x', before[i])).join(''),
  };
  const label = ({ name, codes }: Coder) => `${codes}${name}`;
  const [here, there, then] = [mine, theirs, base].map(
    (rows) => new Set(rows.slice(1).map(label)),
  ) as [Set<string>, Set<string>, Set<string>];
  const stays = (coder: Coder) => {
    const key = label(coder);
    return then.has(key) ? here.has(key) && there.has(key) : true;
  };
  const added = theirs.slice(1).filter((coder) => !here.has(label(coder)));
  return [first, ...[...mine.slice(1), ...added].filter(stays)];
}
