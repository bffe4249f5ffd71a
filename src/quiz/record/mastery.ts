import { attemptsOf, type Attempt, type LearnerRecord } from './record.ts';

/** known 会了 · shaky 不稳 · unseen 没做过 */
export type Mastery = 'known' | 'shaky' | 'unseen';

export const masteryNames: Record<Mastery, string> = {
  known: '会了',
  shaky: '不稳',
  unseen: '没做过',
};

const clean = ({ earned, hinted }: Attempt) => earned === 1 && !hinted;

/** 第一次就全对、没看提示，算会了；第一次错了，后来连着两次全对也算。 */
export function itemMastery(attempts: readonly Attempt[]): Mastery {
  const [first] = attempts;
  if (!first) return 'unseen';
  if (clean(first)) return 'known';
  const latest = attempts.slice(1).slice(-2);
  return latest.length === 2 && latest.every(clean) ? 'known' : 'shaky';
}

export interface ObjectiveMastery {
  state: Mastery;
  total: number;
  seen: number;
  known: number;
}

/** 一个学习目标：做过至少两题（或全部），其中八成会了，才算会了。 */
export function objectiveMastery(
  record: LearnerRecord,
  questions: readonly { id: string; hash: string }[],
): ObjectiveMastery {
  const states = questions.map((question) => itemMastery(attemptsOf(record, question)));
  const seen = states.filter((state) => state !== 'unseen').length;
  const known = states.filter((state) => state === 'known').length;
  const enough = seen >= Math.min(2, questions.length);
  return {
    state: seen === 0 ? 'unseen' : enough && known >= 0.8 * seen ? 'known' : 'shaky',
    total: questions.length,
    seen,
    known,
  };
}
