/** 把这堂课收到的票记进这台设备上的押注：同一天同一个班同一步同一轮，后来的换掉先前的。 */
import { KeptRecord } from '../../lib/kept-record.ts';
import type { Deck, Step } from '../deck/deck.ts';
import { betsOf, total, type State } from '../lesson/phases.ts';
import { comparable, hashOf, keptBets, whose, withBet, type ClassBet } from './bets.ts';

/** 题面、选项、单位有一个字变了，往年的就不拿来比。 */
const printOf = ({ id, asking }: Step, labels: readonly string[]) =>
  hashOf([id, asking?.question ?? '', ...labels]);

/** 这一步收到的，一轮一条；还没有收到的没有。 */
export function betsIn(
  deck: Deck,
  step: Step,
  labels: readonly string[],
  state: State,
  day: string,
): ClassBet[] {
  const { rounds, curves } = betsOf(state, step.id);
  const head = {
    deck: deck.id,
    step: step.id,
    class: state.bets.group,
    day,
    hash: printOf(step, labels),
  };
  const lines = (curves ?? []).flatMap((curve) =>
    curve.every((y) => y !== null) ? [curve as readonly number[]] : [],
  );
  return [
    ...rounds.flatMap((counts, i): ClassBet[] =>
      total(counts) > 0 ? [{ ...head, round: i + 1, kind: 'counts', counts }] : [],
    ),
    ...(lines.length > 0 ? [{ ...head, round: 1, kind: 'curves' as const, curves: lines }] : []),
  ];
}

/** 今天，照这台电脑的钟。 */
export function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 记下；存不下时返回一句话，说一次就够。 */
export function keepBets(bets: readonly ClassBet[]): string {
  if (bets.length === 0) return '';
  const record = new KeptRecord(keptBets, () => localStorage);
  record.open();
  record.set(bets.reduce<readonly ClassBet[]>(withBet, record.value));
  record.save();
  return record.trouble === '' ? '' : '这台电脑存不下押注：这堂课照常用，关掉窗口就没有了。';
}

export interface Past {
  /** “去年 2301 班” */
  name: string;
  counts: readonly number[];
}

/** 从前的班在这一步押的，最近的一次；同一步两轮的取末一轮。题目改过的不比。 */
export function pastOf(
  kept: readonly ClassBet[],
  mine: readonly ClassBet[],
  day: string,
): Past | null {
  const bet = mine.at(-1);
  if (!bet?.counts) return null;
  const [latest] = comparable(kept, bet);
  return latest?.counts ? { name: whose(latest, day), counts: latest.counts } : null;
}

/** 存着的全部。 */
export function readBets(): readonly ClassBet[] {
  const record = new KeptRecord(keptBets, () => localStorage);
  record.open();
  return record.value;
}
