/** 投影那一页自己记的：各个游戏在第几轮、收到了哪些码。只有码，没有名字。 */
import type { KeptRules } from '../../lib/kept-record.ts';
import { codeLength } from '../answers/code.ts';

export interface KeptRound {
  round: number;
  codes: readonly string[];
}
export type KeptRounds = Readonly<Record<string, KeptRound>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function roundFrom(value: unknown): KeptRound | null {
  if (!isRecord(value)) return null;
  const { round, codes } = value;
  if (!Number.isInteger(round) || (round as number) < 1 || (round as number) > 999) return null;
  if (!Array.isArray(codes) || codes.length > 2000) return null;
  return codes.every((code) => typeof code === 'string' && code.length === codeLength)
    ? { round: round as number, codes }
    : null;
}

export const keptRounds: KeptRules<KeptRounds> = {
  key: 'class-games',
  empty: {},
  restore(stored) {
    if (!isRecord(stored)) return { value: {}, lost: '不是课堂游戏的记录' };
    const entries = Object.entries(stored).map(([id, value]) => [id, roundFrom(value)] as const);
    const sound = entries.filter(
      (entry): entry is readonly [string, KeptRound] => entry[1] !== null,
    );
    const odd = entries.length - sound.length;
    return {
      value: Object.fromEntries(sound),
      lost: odd === 0 ? '' : `有 ${odd} 个游戏的记录读不懂`,
    };
  },
  /** 一个游戏一个游戏地合：这一页动过的照这一页。 */
  merge(mine, theirs, base) {
    const same = (id: string) => JSON.stringify(mine[id]) === JSON.stringify(base[id]);
    const ids = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      ids.flatMap((id) => {
        const kept = same(id) ? theirs[id] : mine[id];
        return kept === undefined ? [] : [[id, kept] as const];
      }),
    );
  },
};
