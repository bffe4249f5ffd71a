/**
 * 一堂课的全部状态是一个可以序列化的值，只由这里的纯函数改；画面只照着它画。
 * 两个窗口、刷新、接着上次，都是把这个值再交给画面一次。
 */
import { placeOf, stepOf, type Deck, type Step } from '../deck/deck.ts';

export type Phase =
  | 'show'
  | 'ask'
  | 'collect'
  | 'discuss'
  | 'again'
  | 'counts'
  | 'reveal'
  | 'watch'
  | 'see'
  | 'explain'
  // 实验先盖着，墙上问一句
  | 'covered'
  | 'run'
  | 'told'
  // 课堂游戏：念题、收码、看全班、讲评
  | 'brief'
  | 'codes'
  | 'board'
  | 'debrief';

/** 一步收到的票。 */
export interface StepBets {
  /** 头一轮、再投一轮；每一轮是各选项的票数 */
  rounds: readonly (readonly number[])[];
  /** “你刚才看到的”的票数 */
  seen?: readonly number[];
  /** 志愿者画的线；没画到的点是 null */
  curves?: readonly (readonly (number | null)[])[];
  /** 要不要讨论后重投；没有表过态就照作者写的 */
  revote?: boolean;
  /** 答案已经亮过：再敲的不算押注 */
  closed?: boolean;
  /** 课堂游戏到了第几轮，这一轮收到的码 */
  game?: GameRound;
}

export interface GameRound {
  round: number;
  codes: readonly string[];
}

export interface Bets {
  /** 班名 */
  group: string;
  /** 到了几个人；0 是没有填 */
  size: number;
  steps: Readonly<Record<string, StepBets>>;
}

/** 倒计时：`since` 是按下的时刻，停着是 null；`left` 是按下时还剩的毫秒。 */
export interface Timer {
  left: number;
  since: number | null;
}

/** 墙上的实验停在哪里：写成链接的样子，读的时候逐个验证。 */
export interface WidgetState {
  id: string;
  query: string;
  /** 摆着的那几幅，空格隔开；没有说过是空串 */
  part: string;
  /** 会走的画面走到哪里；读的时候再看像不像话（stage/clocks.ts） */
  clocks?: unknown;
  /** 不在参数里的样子，一串字（stage/mirrors.ts） */
  own?: unknown;
}

export interface State {
  deck: string;
  hash: string;
  step: string;
  phase: Phase;
  blank: '' | 'black' | 'white';
  widget?: WidgetState;
  bets: Bets;
  timer: Timer;
  contrast: boolean;
}

export const mostCurves = 5;
export const mostCodes = 500;
export const mostRounds = 999;
const noBets: StepBets = { rounds: [] };
const firstRound: GameRound = { round: 1, codes: [] };
const stopped: Timer = { left: 0, since: null };

export function betsOf({ bets }: Pick<State, 'bets'>, id: string): StepBets {
  return Object.hasOwn(bets.steps, id) ? (bets.steps[id] as StepBets) : noBets;
}

/** 这一步走哪几段。 */
export function phasesOf(step: Step, { revote }: StepBets = noBets): Phase[] {
  const { kind, asking, see, covered } = step;
  if (kind === 'game') return ['brief', 'codes', 'board', 'debrief'];
  if (kind === 'run') {
    const run: Phase[] = see ? ['run', 'see', 'told'] : ['run'];
    return covered ? ['covered', ...run] : run;
  }
  if (asking === undefined) return ['show'];
  const after: Phase[] =
    kind === 'bet' ? [...((see ? ['watch', 'see'] : []) as Phase[]), 'explain'] : [];
  if (asking.kind === 'curve') return ['ask', 'collect', 'reveal', ...after];
  const rounds: Phase[] = (revote ?? step.revote) ? ['collect', 'discuss', 'again'] : ['collect'];
  return [
    'ask',
    ...rounds,
    'counts',
    ...((asking.right === null ? [] : ['reveal']) as Phase[]),
    ...after,
  ];
}

export function start(deck: Deck): State {
  const first = deck.steps[0] as Step;
  return {
    deck: deck.id,
    hash: deck.hash,
    step: first.id,
    phase: phasesOf(first)[0] as Phase,
    blank: '',
    bets: { group: '', size: 0, steps: {} },
    timer: stopped,
    contrast: false,
  };
}

const answersShown: readonly Phase[] = ['reveal', 'watch', 'see', 'explain'];

/** 到这一段：换了步就换下实验与倒计时；亮过答案的，票到此为止。 */
function arrive(state: State, id: string, phase: Phase): State {
  const moved: State = { ...state, step: id, phase, blank: '' };
  if (id !== state.step) {
    delete moved.widget;
    moved.timer = stopped;
  }
  const bets = betsOf(state, id);
  if (!answersShown.includes(phase) || bets.closed) return moved;
  return withBets(moved, id, { ...bets, closed: true });
}

const withBets = (state: State, id: string, bets: StepBets): State => ({
  ...state,
  bets: { ...state.bets, steps: { ...state.bets.steps, [id]: bets } },
});

/** 往后一段，走完了到下一步。黑屏时先亮回来，不往后走。 */
export function next(deck: Deck, state: State): State {
  if (state.blank !== '') return { ...state, blank: '' };
  const phases = phasesOf(stepOf(deck, state.step), betsOf(state, state.step));
  const following = phases[phases.indexOf(state.phase) + 1];
  if (following) return arrive(state, state.step, following);
  const step = deck.steps[placeOf(deck, state.step) + 1];
  return step ? arrive(state, step.id, phasesOf(step)[0] as Phase) : state;
}

/** 往前一段，到头了回上一步的末一段。 */
export function back(deck: Deck, state: State): State {
  if (state.blank !== '') return { ...state, blank: '' };
  const phases = phasesOf(stepOf(deck, state.step), betsOf(state, state.step));
  const before = phases[phases.indexOf(state.phase) - 1];
  if (before) return arrive(state, state.step, before);
  const step = deck.steps[placeOf(deck, state.step) - 1];
  return step
    ? arrive(state, step.id, phasesOf(step, betsOf(state, step.id)).at(-1) as Phase)
    : state;
}

export function goTo(deck: Deck, state: State, id: string): State {
  const step = deck.steps.find((each) => each.id === id);
  return step ? arrive(state, id, phasesOf(step)[0] as Phase) : state;
}

/** 直接亮答案；已经亮着的，盖回去。没有答案可亮的，看票数；先盖着的实验，亮出来。 */
export function uncover(deck: Deck, state: State): State {
  const phases = phasesOf(stepOf(deck, state.step), betsOf(state, state.step));
  if (phases[0] === 'covered')
    return arrive(state, state.step, state.phase === 'covered' ? 'run' : 'covered');
  const shown = phases.includes('reveal') ? phases.indexOf('reveal') : phases.indexOf('counts');
  if (shown < 0) return state;
  const covered = phases.indexOf(state.phase) < shown;
  return arrive(state, state.step, covered ? (phases[shown] as Phase) : 'collect');
}

/** 现在敲的票记在哪里：头一轮、第二轮、看到的；不收票的时候是 null。 */
export type Ballot = 'first' | 'second' | 'seen';
export function ballotOf(state: State): Ballot | null {
  if (state.phase === 'see') return 'seen';
  if (betsOf(state, state.step).closed) return null;
  if (state.phase === 'collect' || state.phase === 'discuss') return 'first';
  if (state.phase === 'again') return 'second';
  // 票数已经在墙上了还可以补录：记在末一轮
  if (state.phase === 'counts')
    return betsOf(state, state.step).rounds.length > 1 ? 'second' : 'first';
  return null;
}

export function countsOf(state: State, ballot: Ballot): readonly number[] {
  const { rounds, seen } = betsOf(state, state.step);
  return (ballot === 'seen' ? seen : rounds[ballot === 'first' ? 0 : 1]) ?? [];
}

/** 记下现在这一轮的票；不收票的时候不变。 */
export function vote(state: State, counts: readonly number[]): State {
  const ballot = ballotOf(state);
  if (ballot === null) return state;
  const bets = betsOf(state, state.step);
  if (ballot === 'seen') return withBets(state, state.step, { ...bets, seen: counts });
  const first = bets.rounds[0] ?? [];
  const rounds =
    ballot === 'second'
      ? [first, counts]
      : bets.rounds.length > 1
        ? [counts, bets.rounds[1] as readonly number[]]
        : [counts];
  return withBets(state, state.step, { ...bets, rounds });
}

/** 换一换：收完票以后讨论重投，还是直接看票数。 */
export function toggleRevote(deck: Deck, state: State): State {
  const step = stepOf(deck, state.step);
  if (state.phase !== 'collect' || step.asking === undefined || step.asking.kind === 'curve')
    return state;
  const bets = betsOf(state, step.id);
  return withBets(state, step.id, { ...bets, revote: !(bets.revote ?? step.revote ?? false) });
}

export function drawCurves(state: State, curves: StepBets['curves'] & {}): State {
  const bets = betsOf(state, state.step);
  return bets.closed
    ? state
    : withBets(state, state.step, { ...bets, curves: curves.slice(0, mostCurves) });
}

/** 这一步的游戏到了第几轮，收到哪些码。 */
export const gameOf = (state: State): GameRound => betsOf(state, state.step).game ?? firstRound;

const withGame = (state: State, game: GameRound): State =>
  withBets(state, state.step, { ...betsOf(state, state.step), game });

/** 收码的框里改过：整批换成现在读出来的。 */
export function takeCodes(state: State, codes: readonly string[]): State {
  const game = gameOf(state);
  return withGame(state, { ...game, codes: codes.slice(0, mostCodes) });
}

/** 再来一轮：从念题起，上一轮的码不要了。 */
export function nextRound(state: State): State {
  const round = Math.min(mostRounds, gameOf(state).round + 1);
  return withGame({ ...state, phase: 'brief' }, { round, codes: [] });
}

export const total = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0);

/** 占百分之几，取整：墙上念出来的。 */
export const sharePercent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((100 * part) / whole)}%`;

/** 票数最多的错答；一票也没有就是 null。 */
export function fullestWrong(counts: readonly number[], right: number | null): number | null {
  let found: number | null = null;
  counts.forEach((count, i) => {
    if (i !== right && count > 0 && count > (found === null ? 0 : (counts[found] ?? 0))) found = i;
  });
  return found;
}

/** 押对的不到三成：先提示再投；三成到七成：讨论后重投；七成以上：揭晓。 */
export type Advice = 'hint' | 'discuss' | 'reveal';
export function advice(counts: readonly number[], right: number | null): Advice | null {
  const all = total(counts);
  if (right === null || all === 0) return null;
  const share = (counts[right] ?? 0) / all;
  return share < 0.3 ? 'hint' : share <= 0.7 ? 'discuss' : 'reveal';
}

/** 还剩多少毫秒，不少于 0。 */
export function timeLeft({ left, since }: Timer, now: number): number {
  return Math.max(0, since === null ? left : left - Math.max(0, now - since));
}

/** 按一下开始，再按一下停住；走完了再按，从头来。 */
export function toggleTimer(state: State, full: number, now: number): State {
  const { timer } = state;
  const left = timeLeft(timer, now);
  if (timer.since !== null && left > 0) return { ...state, timer: { left, since: null } };
  return { ...state, timer: { left: left > 0 ? left : full, since: now } };
}
