/** 超售：订了座的总有人不来，多卖几张；来的人多了，坐不下的要赔。 */
import type { Game } from '../game.ts';

export const seats = 50;
export const fare = 80;
export const showChance = 0.88;
export const mostExtra = 30;

export const game: Game = {
  id: 'overbooking',
  number: 1,
  title: '超售',
  english: 'How many to oversell',
  question: '订了票的总有人不来。多卖几张？',
  chapter: 'capacity-revenue',
  section: 'overbook',
  minutes: 1,
  fields: [{ name: '多卖几张', min: 0, max: mostExtra, bits: 6 }],
};

/** 坐不下一位要赔多少：单数轮改签加打车，双数轮误了后面的飞机。 */
export const deniedCost = (round: number) => (round % 2 === 1 ? 240 : 1200);
