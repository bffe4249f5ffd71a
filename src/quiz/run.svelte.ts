/** 一份测验从出题、作答、交卷到揭晓的状态；画面只读它、调它。 */
import { shuffled } from './hash.ts';
import { counts, type Question, type Score } from './question.ts';
import { typeOf } from './question-types.ts';
import { learner } from './record/learner.svelte.ts';

export interface RunTurn {
  question: Question;
  answer: unknown;
  score: Score | null;
  /** 第一次交卷的得分，重做不改它 */
  first: Score | null;
  hints: number;
  /** 这一轮不能再改 */
  locked: boolean;
}

/** answering 作答 · checked 交了卷、答案还盖着 · revealed 揭晓 */
export type Stage = 'answering' | 'checked' | 'revealed';

export class QuizRun {
  turns: RunTurn[] = $state([]);
  stage: Stage = $state('answering');
  current = $state(0);

  static async start(questions: readonly Question[], count: number, seed: number) {
    const chosen = shuffled(questions, seed).slice(0, count);
    const drawn = await Promise.all(
      chosen.map((question, index) => typeOf(question).again(question, (seed + index) % 2 ** 31)),
    );
    return new QuizRun(drawn);
  }

  constructor(questions: readonly Question[]) {
    this.turns = questions.map((question) => ({
      question,
      answer: typeOf(question).blank(question),
      score: null,
      first: null,
      hints: 0,
      locked: false,
    }));
  }

  #score(turn: RunTurn): Score {
    return typeOf(turn.question).score(turn.question, turn.answer);
  }

  /** 还没有作答、或者没看懂的，给出题号（从 1 起）。 */
  get open(): number[] {
    return this.turns.flatMap((turn, index) =>
      !turn.locked && !this.isAnswered(turn) ? [index + 1] : [],
    );
  }

  isAnswered(turn: RunTurn): boolean {
    return counts(this.#score(turn));
  }

  get answered(): number {
    return this.turns.filter((turn) => this.isAnswered(turn)).length;
  }

  submit(): void {
    for (const turn of this.turns) {
      if (turn.locked) continue;
      turn.score = this.#score(turn);
      turn.locked = true;
      if (turn.first !== null || !counts(turn.score)) continue;
      turn.first = turn.score;
      learner.add(turn.question, turn.score.earned, turn.hints > 0);
    }
    this.stage = 'checked';
  }

  /** 没有全对的题，含没有作答的。 */
  get wrong(): RunTurn[] {
    return this.turns.filter(({ score }) => score?.outcome !== 'right');
  }

  /** 答案还盖着的时候，把没做对的再做一遍。 */
  retry(): void {
    for (const turn of this.wrong) {
      turn.locked = false;
      turn.score = null;
    }
    this.current = Math.max(
      0,
      this.turns.findIndex(({ locked }) => !locked),
    );
    this.stage = 'answering';
  }

  reveal(): void {
    this.stage = 'revealed';
  }
}
