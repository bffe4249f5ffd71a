/** 没做完的卷子存下来是什么样：读回来、两个标签页的合并。纯数据，不碰存储。 */
import type { Outcome } from '../question.ts';
import { isCount, isObject, readTurn, type KeptTurn } from './kept-turns.ts';

/** answering 作答 · checked 交了卷、答案还盖着 · revealed 揭晓 */
export type Stage = 'answering' | 'checked' | 'revealed';
export type Layout = 'one' | 'all';

export interface KeptRunTurn extends KeptTurn {
  /** 第几次改动时改的它，0 是没有动过；不用时刻，钟调回去也分得出先后 */
  edit: number;
  /** 第一次交卷的结果 */
  first: Outcome | null;
  hints: number;
  locked: boolean;
}

export interface KeptRun {
  id: string;
  /** 开始的时刻，毫秒，只用来给人看 */
  started: number;
  /** 交卷、重做、揭晓各走一步：步数大的是后来的 */
  step: number;
  stage: Stage;
  layout: Layout;
  openBook: boolean;
  /** 由 #q-… 打开的，记下那个锚点；刷新时认得出还是它 */
  anchor: string;
  turns: readonly KeptRunTurn[];
}

const stages: readonly Stage[] = ['answering', 'checked', 'revealed'];
const outcomes: readonly unknown[] = [
  null,
  'right',
  'partial',
  'wrong',
  'coarse',
  'unanswered',
  'unreadable',
];
/** 比全课的题还多；更长的不是这里存的 */
const LONGEST = 2000;

function readRunTurn(value: unknown): KeptRunTurn | null {
  const turn = readTurn(value);
  if (!turn) return null;
  const { id, seed, face, answer, edit, first, hints, locked } = turn;
  const sound =
    isCount(edit) && outcomes.includes(first) && isCount(hints) && typeof locked === 'boolean';
  return sound
    ? { id, seed, face, answer, edit, first: first as Outcome | null, hints, locked }
    : null;
}

export function readRun(value: unknown): KeptRun | null {
  if (!isObject(value) || !Array.isArray(value.turns)) return null;
  const { id, started, step, stage, layout, openBook, anchor } = value;
  const turns = value.turns.slice(0, LONGEST + 1).map(readRunTurn);
  const sound =
    typeof id === 'string' &&
    /^[a-z0-9]{1,40}$/.test(id) &&
    isCount(started) &&
    isCount(step) &&
    stages.includes(stage as Stage) &&
    (layout === 'one' || layout === 'all') &&
    typeof openBook === 'boolean' &&
    typeof anchor === 'string' &&
    turns.length > 0 &&
    turns.length <= LONGEST &&
    turns.every((turn) => turn !== null) &&
    new Set(turns.map((turn) => turn?.id)).size === turns.length;
  return sound
    ? {
        id,
        started,
        step,
        stage: stage as Stage,
        layout,
        openBook,
        anchor,
        turns: turns as KeptRunTurn[],
      }
    : null;
}

export type RunsReading =
  | { kind: 'runs'; runs: readonly KeptRun[]; /** 读不懂的份数 */ skipped: number }
  | { kind: 'newer' }
  | { kind: 'broken' };

/** 一章存着的各份卷子。 */
export function readRuns(value: unknown): RunsReading {
  if (!isObject(value)) return { kind: 'broken' };
  if (typeof value.version === 'number' && value.version > 1) return { kind: 'newer' };
  if (value.version !== 1 || !Array.isArray(value.runs)) return { kind: 'broken' };
  const runs = value.runs.map(readRun);
  return {
    kind: 'runs',
    runs: runs.filter((run) => run !== null),
    skipped: runs.filter((run) => run === null).length,
  };
}

/** 同一份卷子在两个标签页里各走了一段：步数大的为准；同一步里，每道题取后改的。 */
export function mergeRun(a: KeptRun, b: KeptRun): KeptRun {
  const ahead = (run: KeptRun) => run.step * 3 + stages.indexOf(run.stage);
  const [base, other] = ahead(b) > ahead(a) ? [b, a] : [a, b];
  if (ahead(base) !== ahead(other)) return base;
  const theirs = new Map(other.turns.map((turn) => [turn.id, turn]));
  return {
    ...base,
    turns: base.turns.map((turn) => {
      const again = theirs.get(turn.id);
      if (!again) return turn;
      const later = again.edit > turn.edit ? again : turn;
      return { ...later, hints: Math.max(turn.hints, again.hints) };
    }),
  };
}

/** 动过的才值得存在这台设备上：点开看一眼就走的不算。 */
export function isTouched({ stage, turns }: KeptRun): boolean {
  return stage !== 'answering' || turns.some(({ edit, hints }) => edit > 0 || hints > 0);
}

/** 各份卷子的并集，新开始的在前；看过答案的只留给的头一份，免得越积越多。 */
export function settleRuns(runs: readonly KeptRun[]): KeptRun[] {
  const all = new Map<string, KeptRun>();
  for (const run of runs) {
    const before = all.get(run.id);
    all.set(run.id, before ? mergeRun(before, run) : run);
  }
  const [finished] = [...all.values()].filter(({ stage }) => stage === 'revealed');
  return [...all.values()]
    .filter((run) => run.stage !== 'revealed' || run === finished)
    .sort((a, b) => b.started - a.started);
}
