/** 读时刻表的那条线程：读完当场算出这一场的样子，只把用得着的数送回去。 */
import '../../lib/older-arrays.ts';
import { answer } from '../../lib/off-thread.ts';
import type { Unit } from './model.ts';
import { measure, type Measurement } from './observation.ts';
import { readTimes, type Reading } from './read-times.ts';
import type { Role } from './roles.ts';

export interface TimesTask {
  text: string;
  unit: Unit;
  roles: readonly Role[] | undefined;
}

export interface TimesResult extends Omit<Reading, 'visits'> {
  /** 读到几位顾客 */
  count: number;
  /** 一位也没有读到是 null */
  measurement: Measurement | null;
}

answer(({ text, unit, roles }: TimesTask, progress): TimesResult => {
  const { visits, ...reading } = readTimes(text, {
    unit,
    roles,
    progress: (share) => progress(share * 0.9),
  });
  return {
    ...reading,
    count: visits.length,
    measurement: visits.length > 0 ? measure(visits) : null,
  };
});
