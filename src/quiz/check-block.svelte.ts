/** 节末自测做到了哪里；存在这个标签页里，刷新、后退回来接着做。 */
import { readTab, writeTab } from '../lib/tab-storage.ts';
import { counts, type Question, type Score } from './question.ts';
import {
  answerFor,
  faceHash,
  isCount,
  isObject,
  readTurn,
  redrawKept,
} from './record/kept-turns.ts';
import { learner } from './record/learner.svelte.ts';
import { typeOf } from './type-registry.ts';

export interface CheckTurn {
  question: Question;
  answer: unknown;
  score: Score | null;
  /** 上一次判过的作答，写成文字；原样再交不算一次 */
  judged: string;
  /** 刚才原样又交了一次 */
  same: boolean;
  tries: number;
  hints: number;
  revealed: boolean;
}

const start = (question: Question): CheckTurn => ({
  question,
  answer: typeOf(question).blank(question),
  score: null,
  judged: '',
  same: false,
  tries: 0,
  hints: 0,
  revealed: false,
});

/** 一题最多算两次。 */
const TRIES = 2;

export class CheckBlock {
  turns: CheckTurn[] = $state([]);
  current = $state(0);
  readonly #key: string;
  /** 接上存着的以前，读者已经动过的题：不拿旧的去盖 */
  readonly #touched = new Set<string>();
  #moved = false;
  /** 存着的接上了，可以再存 */
  #joined = false;

  constructor(source: string) {
    this.#key = `check:${source}`;
  }

  begin(questions: readonly Question[]): void {
    this.turns = questions.map(start);
  }

  /** 正面换成整道题，再接上存着的。 */
  async complete(questions: readonly Question[]): Promise<void> {
    const full = new Map(questions.map((each) => [each.id, each]));
    for (const turn of this.turns) turn.question = full.get(turn.question.id) ?? turn.question;
    await this.#restore(full);
    this.#joined = true;
    if (this.#touched.size > 0 || this.#moved) this.keep();
  }

  async #restore(full: ReadonlyMap<string, Question>): Promise<void> {
    const kept = readTab(this.#key);
    if (!isObject(kept) || !Array.isArray(kept.turns)) return;
    const turns = await Promise.all(kept.turns.map((each) => restored(each, full)));
    for (const turn of turns) {
      const mine = this.turns.find(({ question }) => question.id === turn?.question.id);
      if (turn && mine && !this.#touched.has(turn.question.id)) Object.assign(mine, turn);
    }
    if (isCount(kept.current) && this.#touched.size === 0 && !this.#moved)
      this.current = Math.min(kept.current, this.turns.length - 1);
  }

  keep(): void {
    if (!this.#joined) return;
    writeTab(this.#key, {
      current: this.current,
      turns: this.turns.map(({ question, answer, judged, tries, hints, revealed }) => ({
        id: question.id,
        seed: question.seed,
        face: faceHash(question),
        answer,
        judged,
        tries,
        hints,
        revealed,
      })),
    });
  }

  answer(turn: CheckTurn, value: unknown): void {
    turn.answer = value;
    // 改了答案，上一次的评语就不再说它了
    turn.score = null;
    turn.same = false;
    this.#touched.add(turn.question.id);
    this.keep();
  }

  go(to: number): void {
    this.current = to;
    this.#moved = true;
    this.keep();
  }

  /** 判一次；原样再交的不算，返回 null。 */
  judge(turn: CheckTurn, given: unknown): Score | null {
    if (turn.revealed) return null;
    const written = JSON.stringify(given);
    turn.answer = given;
    const score = typeOf(turn.question).score(turn.question, given);
    turn.score = score;
    turn.same = counts(score) && written === turn.judged;
    if (turn.same || !counts(score)) return turn.same ? null : score;
    turn.judged = written;
    turn.tries += 1;
    // 进记录的只有第一次：后面是看过评语再答的
    if (turn.tries === 1)
      learner.add(turn.question, score.earned, turn.hints > 0, {
        seed: turn.question.seed,
        face: faceHash(turn.question),
        answer: given,
      });
    if (score.outcome === 'right' || turn.tries >= TRIES) turn.revealed = true;
    return score;
  }

  /** 换一组数，重新开始这一题。 */
  async redraw(turn: CheckTurn, seed: number): Promise<void> {
    Object.assign(turn, start(await typeOf(turn.question).again(turn.question, seed)));
  }
}

async function restored(
  value: unknown,
  full: ReadonlyMap<string, Question>,
): Promise<CheckTurn | null> {
  const kept = readTurn(value);
  const question = kept && (await redrawKept(kept, full.get(kept.id)).catch(() => null));
  if (!kept || !question) return null;
  const { judged, tries, hints, revealed } = kept;
  if (
    typeof judged !== 'string' ||
    !isCount(tries) ||
    !isCount(hints) ||
    typeof revealed !== 'boolean'
  )
    return null;
  const answer = answerFor(question, kept.answer);
  const same = tries > 0 && judged === JSON.stringify(answer);
  return {
    ...start(question),
    answer,
    score: same ? typeOf(question).score(question, answer) : null,
    judged,
    tries,
    hints: Math.min(hints, question.hints.length),
    revealed,
  };
}
