import { shuffled } from '../../hash.ts';
import type { Question } from '../../question.ts';

export interface SortItem {
  text: string;
  /** 正确的组名 */
  group: string;
  why: string;
  /** 放进别的某一组时另有的解释 */
  instead?: Readonly<Record<string, string>> | undefined;
}

export interface SortQuestion extends Question {
  /** 组名，按题库里写的次序显示 */
  groups: readonly string[];
  items: readonly SortItem[];
}

export const label = '归组';
export const instruction = '每一项都选一组。';
export const redraws = () => false;
export const explainsItself = true;

/** 各项打乱，组的次序不动：组往往本来就有次序。先按文字排回原位，结果才只取决于种子。 */
export function again<Q extends { items: readonly SortItem[]; seed: number }>(
  question: Q,
  seed: number,
): Q {
  const settled = [...question.items].sort((a, b) => (a.text < b.text ? -1 : 1));
  return { ...question, seed, items: shuffled(settled, seed) };
}

export function face(question: SortQuestion): SortQuestion {
  return { ...question, items: question.items.map(({ text }) => ({ text, group: '', why: '' })) };
}

export function outline({ groups, items }: SortQuestion): string[] {
  return [...items.map(({ text }) => text), `分到：${groups.join('、')}`];
}
