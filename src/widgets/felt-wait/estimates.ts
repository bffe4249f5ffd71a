/** “估 90 秒”的记录：读懂全班报上来的秒数，算平均；存取的样子也在这里把关。 */
import type { KeptRules } from '../../lib/kept-record.ts';
import { parseNumber } from '../../lib/parse-number.ts';

export const target = 90;

export type Occupation = 'idle' | 'busy';

export interface Estimate {
  occupation: Occupation;
  /** 按下停止时钟上真正过了多少秒 */
  seconds: number;
}

/** 短于一秒是误按，长于十五分钟是忘了按 */
const plausible = (seconds: number) => seconds >= 1 && seconds <= 900;

/** 一栏最多这么多人：再多，图上的点也叠成一片了 */
export const mostPeople = 2000;
/** 没看懂的念前几个，就知道怎么改了 */
const shown = 5;

/** 一串秒数，空格、逗号、顿号、分号、换行隔开都行；读不懂的挑出来念给人听。 */
export function readSeconds(text: string): {
  seconds: number[];
  /** 没看懂的头几个，和一共几个 */
  unread: string[];
  missed: number;
  /** 人太多，没有算进去的 */
  beyond: number;
} {
  const seconds: number[] = [];
  const unread: string[] = [];
  let missed = 0;
  let beyond = 0;
  for (const piece of text.split(/[\s,，、;；]+/u).filter(Boolean)) {
    const reading = parseNumber(piece, { unit: '秒' });
    if (seconds.length === mostPeople) beyond++;
    else if (reading.ok && plausible(reading.value)) seconds.push(reading.value);
    else if (++missed <= shown) unread.push(piece.slice(0, 12));
  }
  return { seconds, unread, missed, beyond };
}

export interface Summary {
  count: number;
  mean: number;
  low: number;
  high: number;
}

export function summarize(seconds: readonly number[]): Summary | null {
  if (seconds.length === 0) return null;
  return {
    count: seconds.length,
    mean: seconds.reduce((sum, value) => sum + value, 0) / seconds.length,
    low: seconds.reduce((low, value) => Math.min(low, value)),
    high: seconds.reduce((high, value) => Math.max(high, value)),
  };
}

/** 估过的，和全班报上来的两栏秒数 */
export interface Notebook {
  estimates: readonly Estimate[];
  idle: string;
  busy: string;
}

export const keptEstimates: KeptRules<Notebook> = {
  key: 'felt-wait-estimates',
  empty: { estimates: [], idle: '', busy: '' },
  /** 浏览器里存的东西可能是任何样子，认得的留下，认不得的数出来。 */
  restore(stored) {
    if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
      return { value: keptEstimates.empty, lost: '不是估秒的记录' };
    const record = stored as Record<string, unknown>;
    const list = record['estimates'] ?? [];
    const estimates = Array.isArray(list) ? (list as unknown[]).filter(isEstimate) : [];
    const text = (key: string) => (typeof record[key] === 'string' ? record[key] : '');
    const odd =
      (Array.isArray(list) ? list.length - estimates.length : 1) +
      ['idle', 'busy'].filter((key) => !['string', 'undefined'].includes(typeof record[key]))
        .length;
    return {
      value: { estimates, idle: text('idle'), busy: text('busy') },
      lost: odd === 0 ? '' : `有 ${odd} 处读不懂`,
    };
  },
  /** 两页各估各的，都留着；报上来的秒数，哪边改了照哪边，两边都改了交给读者定。 */
  merge(mine, theirs, base) {
    const column = (key: 'idle' | 'busy') =>
      mine[key] === base[key] ? theirs[key] : theirs[key] === base[key] ? mine[key] : null;
    const [idle, busy] = [column('idle'), column('busy')];
    if (idle === null || busy === null) return null;
    const label = ({ occupation, seconds }: Estimate) => `${occupation}${seconds}`;
    const [here, there, then] = [mine, theirs, base].map(
      ({ estimates }) => new Set(estimates.map(label)),
    ) as [Set<string>, Set<string>, Set<string>];
    const stays = (one: Estimate) =>
      !then.has(label(one)) || (here.has(label(one)) && there.has(label(one)));
    const added = mine.estimates.filter((one) => !there.has(label(one)));
    return { estimates: [...theirs.estimates, ...added].filter(stays), idle, busy };
  },
};

function isEstimate(value: unknown): value is Estimate {
  if (typeof value !== 'object' || value === null) return false;
  const { occupation, seconds } = value as Record<string, unknown>;
  return (
    (occupation === 'idle' || occupation === 'busy') &&
    typeof seconds === 'number' &&
    plausible(seconds)
  );
}
