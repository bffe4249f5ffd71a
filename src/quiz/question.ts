/** 一道已经出好、可以作答的题，与题型无关的部分。全是可以序列化的数据。 */
export interface Question {
  id: string;
  /** 题目内容的散列；内容改了，旧记录就不再算数 */
  hash: string;
  type: string;
  title: string;
  /** queueing/utilization-cliff */
  section: string;
  objective: string;
  difficulty: number;
  /** 这一次出题的种子：选项次序、数字都由它定 */
  seed: number;
  prompt: string;
  explanation: string;
  hints: readonly string[];
  /** 站内路径，已带参数 */
  widget?: string | undefined;
}

/**
 * right 全对 · partial 部分对 · wrong 错 · coarse 数对了但位数太少
 * unanswered 没有作答 · unreadable 没看懂输入：后两种不算错，也不进记录。
 */
export type Outcome = 'right' | 'partial' | 'wrong' | 'coarse' | 'unanswered' | 'unreadable';

export interface Feedback {
  text: string;
  /** 说的是哪个选项 */
  about?: string | undefined;
  /** 会透露答案，揭晓以后才给看 */
  reveals?: boolean | undefined;
}

export interface Score {
  outcome: Outcome;
  /** 0 到 possible */
  earned: number;
  possible: 1;
  feedback: readonly Feedback[];
}

/** 算一次作答、要进记录的那些结果。 */
export function counts({ outcome }: Score): boolean {
  return outcome !== 'unanswered' && outcome !== 'unreadable';
}

/** 题型文件夹里 ask.ts 与 score.ts 交出来的东西合在一起。 */
export interface QuestionType<Q extends Question = Question, A = unknown> {
  /** “单选”“多选” */
  label: string;
  /** 怎么作答，一句话；没有就不说 */
  instruction?: string;
  /** 换一个种子重新出：选项换次序，生成题换一组数 */
  again(question: Q, seed: number): Q | Promise<Q>;
  /** 只留作答前看得见的：答案、解释都抹掉 */
  face(question: Q): Q;
  /** 换一次种子，题目本身（而不只是次序）会不会变；题库里的条目也问得 */
  redraws(item: object): boolean;
  /** 题面之外还给了读者什么：选项、要排的各项、图上的点；不能跑脚本的读者看这个 */
  outline(question: Q): string[];
  blank(question: Q): A;
  /** 存下来的作答，形状还对得上这道题；来历不明的数据不进视图 */
  fits(question: Q, answer: unknown): answer is A;
  score(question: Q, answer: A): Score;
  /** 揭晓时视图里已经逐项写明了对错与理由，题后不再说一遍 */
  explainsItself?: boolean;
  /** 正确答案，一句话 */
  answerText(question: Q): string;
}

/** 视图组件的参数。 */
export interface ViewProps<Q extends Question = Question, A = unknown> {
  question: Q;
  answer: A;
  /** 控件的 name 与 id 前缀，一页之内不重复 */
  name: string;
  /** 题面元素的 id，给读屏软件念 */
  labelledby: string;
  /** 已经交了，不能再改 */
  locked: boolean;
  /** 答案揭晓了，可以标出对错 */
  revealed: boolean;
  onanswer: (answer: A) => void;
}
