/** 大厅排班：五个半小时，来的人有多有少，各开几个窗口。 */
import type { Game } from '../game.ts';

/** 一个半小时：从几点起，平均来几位。 */
export interface HalfHour {
  from: string;
  arrivals: number;
}
export const halfHours: readonly HalfHour[] = [
  { from: '9:00', arrivals: 20 },
  { from: '9:30', arrivals: 36 },
  { from: '10:00', arrivals: 54 },
  { from: '10:30', arrivals: 48 },
  { from: '11:00', arrivals: 24 },
];
/** 办一件事平均几分钟 */
export const serviceMinutes = 6;
/** 一个窗口开半小时，几元 */
export const wage = 25;
export const mostWindows = 15;

export const game: Game = {
  id: 'hall-staffing',
  number: 3,
  title: '大厅排班',
  english: 'Staffing the hall',
  question: '五个半小时，人有多有少。各开几个窗口？',
  chapter: 'queueing',
  section: 'call-centre',
  minutes: 3,
  fields: halfHours.map(({ from }) => ({ name: from, min: 1, max: mostWindows, bits: 4 })),
};

/** 一位顾客等一分钟算几元：单数轮是平常日子，双数轮是截止日前赶着办的。 */
export const waitCost = (round: number) => (round % 2 === 1 ? 1 : 3);

/** 平均有几个窗口忙着：再少，队就越排越长。 */
export const load = ({ arrivals }: HalfHour) => (arrivals * serviceMinutes) / 30;
