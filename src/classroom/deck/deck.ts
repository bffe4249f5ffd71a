/**
 * 一套课堂的步骤，浏览器里用的那一份：题面、选项、答案、错答的解释都已经由实验与题库算好。
 * 作者写的在 content/decks，读法在 read-deck.ts，答案从哪里来在 asking.ts。
 */

import type { GameId } from '../games/game.ts';

export type StepKind = 'cover' | 'bet' | 'run' | 'ask' | 'explain' | 'discuss' | 'game';

/** 一个选项，或一段数。 */
export interface Answer {
  label: string;
  /** 选了它的人多半怎么想的；没有就是空串 */
  why: string;
}

/** 画一条线的题：坐标、标好的头一点、真正的高度。 */
export interface Curve {
  x: {
    label: string;
    min: number;
    max: number;
    ticks: readonly number[];
    percent?: boolean;
    year?: boolean;
  };
  y: { label: string; min: number; max: number; ticks: readonly number[] };
  at: readonly number[];
  digits: number;
  truth: readonly number[];
}

export interface Asking {
  kind: 'choice' | 'number' | 'curve';
  /** null 是作者自己写在这一步里的，从网页上取 */
  question: string | null;
  /** 自己写的选项从网页上取，这里只有个数 */
  answers: readonly Answer[];
  count: number;
  /** 没有标准答案的表决是 null */
  right: number | null;
  /** “6.9 分钟”；表决是空串 */
  answer: string;
  /** 揭晓以后说的话 */
  explanation: string;
  curve?: Curve;
  /** 押数的题：从哪里分段、什么单位；叫出来的数照它归段 */
  cuts?: readonly number[];
  unit?: string;
}

/** “你刚才看到的是哪一个？” */
export interface Seeing {
  ask: string;
  options: readonly string[];
  right: number;
}

export interface Step {
  id: string;
  kind: StepKind;
  title: string;
  minutes: number;
  /** 拼音首字母，“转到”用 */
  initials: string;
  /** 晚了可以跳过 */
  skip?: boolean;
  /** 多半要再投一轮 */
  revote?: boolean;
  asking?: Asking;
  see?: Seeing;
  /** 实验先盖着，墙上问全班的一句 */
  covered?: string;
  widget?: {
    id: string;
    scenario: string;
    label: string;
    setting: string;
    part?: string;
    /** 只摆这一幅，占满墙 */
    alone?: true;
  };
  /** 再投一次的是前面哪一步 */
  repeats?: string;
  /** 课堂游戏：学生在手机上作决定，码收到墙上 */
  game?: { id: GameId; question: string };
  /** 讨论用的秒数 */
  seconds?: number;
}

export interface Deck {
  /** 章的编号名 */
  id: string;
  title: string;
  /** 内容的散列；改过以后，从前存的不再接着用 */
  hash: string;
  /** 每节课几分钟 */
  periods: readonly number[];
  /** 各节课从第几步起，从 0 数 */
  starts?: readonly number[];
  steps: readonly Step[];
}

/** 第几步，从 0 数；没有这一步就是头一步。 */
export function placeOf(deck: Deck, id: string): number {
  return Math.max(
    0,
    deck.steps.findIndex((step) => step.id === id),
  );
}

export function stepOf(deck: Deck, id: string): Step {
  return deck.steps[placeOf(deck, id)] as Step;
}

/** 选项的字母：举牌、敲票都用它。 */
export const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
