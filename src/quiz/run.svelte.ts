/** 一份测验从出题、作答、交卷到揭晓的状态；画面只读它、调它，每一步都存下来。 */
import { shuffled } from './hash.ts';
import { counts, type Question, type Score } from './question.ts';
import { answerFor, faceHash, redrawKept } from './record/kept-turns.ts';
import {
  mergeRun,
  type KeptRun,
  type KeptRunTurn,
  type Layout,
  type Stage,
} from './record/kept-runs.ts';
import { learner } from './record/learner.svelte.ts';
import { typeOf } from './type-registry.ts';

export interface RunTurn {
  question: Question;
  /** 题面的散列 */
  face: string;
  answer: unknown;
  score: Score | null;
  /** 第一次交卷的结果，重做不改它 */
  first: Score['outcome'] | null;
  hints: number;
  /** 这一轮不能再改 */
  locked: boolean;
  /** 第几次改动时改的它 */
  edit: number;
}

/** 存一份，拿回与别的标签页并好的。 */
export type Keep = (run: KeptRun) => KeptRun;

interface Choice {
  layout: Layout;
  openBook: boolean;
  anchor: string;
}

export class QuizRun {
  readonly id: string;
  readonly started: number;
  readonly anchor: string;
  readonly layout: Layout;
  readonly openBook: boolean;
  turns: RunTurn[] = $state([]);
  stage: Stage = $state('answering');
  #step = 0;
  readonly #keep: Keep;

  static async start(
    questions: readonly Question[],
    { count, seed, keep, ...choice }: Choice & { count: number; seed: number; keep: Keep },
  ): Promise<QuizRun> {
    const chosen = shuffled(questions, seed).slice(0, count);
    const drawn = await Promise.all(
      chosen.map((question, index) => typeOf(question).again(question, (seed + index) % 2 ** 31)),
    );
    const turns = drawn.map((question) => ({
      question,
      face: faceHash(question),
      answer: typeOf(question).blank(question),
      score: null,
      first: null,
      hints: 0,
      locked: false,
      edit: 0,
    }));
    return new QuizRun({ ...choice, id: seed.toString(36), started: Date.now(), turns, keep });
  }

  /** 接着做存下来的一份；题改过、没有了的不在里面，`lost` 是有几道。 */
  static async resume(
    kept: KeptRun,
    questions: readonly Question[],
    keep: Keep,
  ): Promise<{ run: QuizRun | null; lost: number }> {
    const all = new Map(questions.map((question) => [question.id, question]));
    const found = await Promise.all(
      kept.turns.map(async (turn) => {
        const question = await redrawKept(turn, all.get(turn.id));
        return question && { question, face: turn.face, score: null, ...stateOf(turn, question) };
      }),
    );
    const turns = found.filter((turn) => turn !== null);
    const lost = found.length - turns.length;
    if (turns.length === 0) return { run: null, lost };
    const run = new QuizRun({ ...kept, turns, keep });
    run.#adopt(kept);
    return { run, lost };
  }

  private constructor({
    id,
    started,
    anchor,
    layout,
    openBook,
    turns,
    keep,
  }: Choice & { id: string; started: number; turns: RunTurn[]; keep: Keep }) {
    this.id = id;
    this.started = started;
    this.anchor = anchor;
    this.layout = layout;
    this.openBook = openBook;
    this.turns = turns;
    this.#keep = keep;
  }

  /** 现在的样子，可以存的。 */
  kept(): KeptRun {
    return {
      id: this.id,
      started: this.started,
      step: this.#step,
      stage: this.stage,
      layout: this.layout,
      openBook: this.openBook,
      anchor: this.anchor,
      turns: this.turns.map(({ question, face, answer, edit, first, hints, locked }) => ({
        id: question.id,
        seed: question.seed,
        face,
        answer: $state.snapshot(answer),
        edit,
        first,
        hints,
        locked,
      })),
    };
  }

  /** 别的标签页里这一份有了新的进展：换成它的。 */
  follow(kept: KeptRun): void {
    if (kept.id === this.id) this.#adopt(mergeRun(this.kept(), kept));
  }

  #adopt(kept: KeptRun): void {
    const all = new Map(kept.turns.map((turn) => [turn.id, turn]));
    for (const turn of this.turns) {
      const other = all.get(turn.question.id);
      if (!other) continue;
      if (other.edit !== turn.edit || other.locked !== turn.locked || other.hints !== turn.hints)
        Object.assign(turn, stateOf(other, turn.question));
      turn.score = turn.locked ? this.#score(turn) : null;
    }
    this.#step = kept.step;
    this.stage = kept.stage;
  }

  #save(): void {
    this.#adopt(this.#keep(this.kept()));
  }

  #score({ question, answer }: RunTurn): Score {
    return typeOf(question).score(question, answer);
  }

  #edit(turn: RunTurn): void {
    turn.edit = 1 + Math.max(...this.turns.map(({ edit }) => edit));
    this.#save();
  }

  answer(turn: RunTurn, value: unknown): void {
    if (turn.locked) return;
    turn.answer = value;
    this.#edit(turn);
  }

  hint(turn: RunTurn): void {
    if (turn.hints >= turn.question.hints.length) return;
    turn.hints += 1;
    this.#edit(turn);
  }

  /** 还没有作答、或者没看懂的，是第几道（从 0 起）。 */
  get open(): number[] {
    return this.turns.flatMap((turn, index) =>
      !turn.locked && !this.isAnswered(turn) ? [index] : [],
    );
  }

  isAnswered(turn: RunTurn): boolean {
    return counts(this.#score(turn));
  }

  get answered(): number {
    return this.turns.filter((turn) => this.isAnswered(turn)).length;
  }

  /** `from` 之后（之前）还能改的一道；没有就给 -1。重做时已经对了的跳过去。 */
  beside(from: number, by: 1 | -1): number {
    for (let at = from + by; at >= 0 && at < this.turns.length; at += by)
      if (!this.turns[at]?.locked) return at;
    return -1;
  }

  submit(): void {
    // 别的标签页可能已经交了：先并起来，同一次作答不记两遍
    this.#save();
    if (this.stage !== 'answering') return;
    for (const turn of this.turns) {
      if (turn.locked) continue;
      const score = this.#score(turn);
      turn.score = score;
      turn.locked = true;
      if (turn.first !== null || !counts(score)) continue;
      turn.first = score.outcome;
      learner.add(turn.question, score.earned, turn.hints > 0, {
        seed: turn.question.seed,
        face: turn.face,
        answer: $state.snapshot(turn.answer),
      });
    }
    this.#move('checked');
  }

  #move(stage: Stage): void {
    this.stage = stage;
    this.#step += 1;
    this.#save();
  }

  /** 没有全对的，是第几道；没有作答的也在内。 */
  get wrong(): number[] {
    return this.turns.flatMap(({ score }, index) => (score?.outcome === 'right' ? [] : [index]));
  }

  /** 答案还盖着的时候，把没做对的再做一遍。 */
  retry(): void {
    for (const index of this.wrong) {
      const turn = this.turns[index];
      if (!turn) continue;
      turn.locked = false;
      turn.score = null;
    }
    this.#move('answering');
  }

  reveal(): void {
    this.#move('revealed');
  }
}

function stateOf(
  { answer, edit, first, hints, locked }: KeptRunTurn,
  question: Question,
): Pick<RunTurn, 'answer' | 'edit' | 'first' | 'hints' | 'locked'> {
  return { answer: answerFor(question, answer), edit, first, hints, locked };
}
