import type { Feedback, Score } from '../../question.ts';
import type { SortQuestion } from './ask.ts';

/** 各项放进了第几组；还没有放的是 null。 */
export type SortAnswer = readonly (number | null)[];

export const blank = ({ items }: Pick<SortQuestion, 'items'>): SortAnswer => items.map(() => null);

export const fits = ({ groups, items }: SortQuestion, answer: unknown): answer is SortAnswer =>
  Array.isArray(answer) &&
  answer.length === items.length &&
  answer.every(
    (group) => group === null || (Number.isInteger(group) && groups[group as number] !== undefined),
  );

/**
 * 得分 =（放对的项数 − 放错的项数 ÷（组数 − 1））÷ 总项数，最低 0：闭着眼睛乱放，期望是 0。
 * 每一项都放了才算作答；有一项没放就不算错，只提醒还剩几项。
 */
export function score({ groups, items }: SortQuestion, answer: SortAnswer): Score {
  const placed = items.map((_, index) => groups[answer[index] ?? -1]);
  const open = placed.filter((group) => group === undefined).length;
  if (open > 0)
    return {
      outcome: 'unanswered',
      earned: 0,
      possible: 1,
      feedback: open < items.length ? [{ text: `还有 ${open} 项没有归组。` }] : [],
    };
  const feedback = items.flatMap(({ text, group, why, instead }, index): Feedback[] => {
    const given = placed[index] as string;
    return given === group
      ? []
      : [
          {
            about: text,
            text: instead?.[given] ?? why,
            ...(instead?.[given] ? {} : { reveals: true }),
          },
        ];
  });
  const wrong = feedback.length;
  const earned = Math.max(0, (items.length - wrong - wrong / (groups.length - 1)) / items.length);
  // 理由往往说破了该放哪里，所以先只说是哪几项，揭晓以后再给
  const hidden = feedback.filter(({ reveals }) => reveals).map(({ about }) => `“${about}”`);
  return {
    outcome: wrong === 0 ? 'right' : earned > 0 ? 'partial' : 'wrong',
    earned: wrong === 0 ? 1 : earned,
    possible: 1,
    feedback: [
      ...(hidden.length > 0 ? [{ text: `没放对：${hidden.join('、')}。` }] : []),
      ...feedback,
    ],
  };
}

export function answerText({ groups, items }: SortQuestion): string {
  return groups
    .map((group) => {
      const own = items.filter((item) => item.group === group).map(({ text }) => text);
      return `${group}：${own.join('、')}`;
    })
    .join('；');
}
