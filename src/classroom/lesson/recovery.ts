/**
 * 刷新以后接着上：存过的状态读回来，逐项对着现在的步骤验证。
 * 存储里什么都可能有，步骤也可能改过；对不上的丢掉，绝不把坏的交给画面。
 */
import { letters, type Deck, type Step } from '../deck/deck.ts';
import { readStroke, mostStrokes, type Ink } from './ink.ts';
import {
  mostCodes,
  mostCurves,
  mostRounds,
  phasesOf,
  start,
  type Bets,
  type GameRound,
  type State,
  type StepBets,
} from './phases.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mostVotes = 9999;
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostVotes;

function counts(value: unknown, length: number): readonly number[] | null {
  return Array.isArray(value) &&
    (value.length === 0 || value.length === length) &&
    value.every(isCount)
    ? (value as number[])
    : null;
}

/** 只看像不像码；是不是这个游戏、这一轮的，由收码的那一屏逐个核对。 */
const codeShape = /^[2-9A-HJ-NP-Z]{8}$/;

function gameRound(value: unknown): GameRound | null {
  if (!isRecord(value) || !Array.isArray(value.codes)) return null;
  const { round, codes } = value;
  if (!Number.isInteger(round) || (round as number) < 1 || (round as number) > mostRounds)
    return null;
  const sound = codes.every((code) => typeof code === 'string' && codeShape.test(code));
  return sound && codes.length <= mostCodes ? { round: round as number, codes } : null;
}

function stepBets(value: unknown, { kind, asking, see }: Step): StepBets {
  if (!isRecord(value)) return { rounds: [] };
  const points = asking?.curve?.at.length ?? 0;
  const game = kind === 'game' ? gameRound(value.game) : null;
  const rounds = (Array.isArray(value.rounds) ? value.rounds.slice(0, 2) : []).map((round) =>
    counts(round, asking?.count ?? letters.length),
  );
  const seen = counts(value.seen, see?.options.length ?? 0);
  const curves = (Array.isArray(value.curves) ? value.curves : [])
    .filter(
      (curve): curve is (number | null)[] =>
        Array.isArray(curve) &&
        curve.length === points &&
        curve.every((y) => y === null || Number.isFinite(y)),
    )
    .slice(0, mostCurves);
  return {
    rounds: rounds.every((round) => round !== null) ? (rounds as (readonly number[])[]) : [],
    ...(seen === null || seen.length === 0 ? {} : { seen }),
    ...(curves.length > 0 ? { curves } : {}),
    ...(typeof value.revote === 'boolean' ? { revote: value.revote } : {}),
    ...(value.closed === true ? { closed: true } : {}),
    ...(game === null ? {} : { game }),
  };
}

function allBets(deck: Deck, value: unknown): Bets {
  const stored = isRecord(value) ? value : {};
  const steps = isRecord(stored.steps) ? stored.steps : {};
  return {
    group: typeof stored.group === 'string' ? stored.group.slice(0, 40) : '',
    size: isCount(stored.size) ? stored.size : 0,
    steps: Object.fromEntries(
      deck.steps.flatMap((step) =>
        Object.hasOwn(steps, step.id) ? [[step.id, stepBets(steps[step.id], step)]] : [],
      ),
    ),
  };
}

/** 读不出这一套步骤的状态是 null；步骤改过，只留下对得上的。 */
export function readState(deck: Deck, stored: unknown): State | null {
  if (!isRecord(stored) || stored.deck !== deck.id) return null;
  const step = deck.steps.find(({ id }) => id === stored.step);
  if (!step) return null;
  const bets = allBets(deck, stored.bets);
  const phases = phasesOf(step, bets.steps[step.id]);
  const phase = phases.find((each) => each === stored.phase) ?? phases[0];
  const { widget, timer } = stored;
  const left =
    isRecord(timer) && Number.isFinite(timer.left) ? Math.max(0, timer.left as number) : 0;
  const since = isRecord(timer) && Number.isFinite(timer.since) ? (timer.since as number) : null;
  return {
    ...start(deck),
    step: step.id,
    phase: phase ?? 'show',
    blank: stored.blank === 'black' || stored.blank === 'white' ? stored.blank : '',
    bets,
    timer: { left, since },
    contrast: stored.contrast === true,
    ...(isRecord(widget) &&
    widget.id === step.widget?.id &&
    typeof widget.query === 'string' &&
    typeof widget.part === 'string'
      ? {
          widget: {
            id: widget.id as string,
            query: widget.query,
            part: widget.part,
            clocks: widget.clocks,
            own: widget.own,
          },
        }
      : {}),
  };
}

/** 存着的笔迹：认不得的步与笔画丢掉。 */
export function readInk(deck: Deck, stored: unknown): Ink {
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    deck.steps.flatMap(({ id }) => {
      const strokes = Object.hasOwn(stored, id) ? stored[id] : null;
      return Array.isArray(strokes)
        ? [[id, strokes.flatMap((each) => readStroke(each) ?? []).slice(-mostStrokes)]]
        : [];
    }),
  );
}
