/** 街上两家店：先只选位置，再连价钱一起定；同学两两配成一条街上的对手。 */
import type { Game } from '../game.ts';

/** 街长，格 */
export const street = 100;
/** 顾客多走一格，等于多花几元 */
export const perStep = 0.2;
/** 一天几位顾客，一人一杯，沿街均匀 */
export const customers = 200;
export const mostMargin = 30;

export const game: Game = {
  id: 'two-shops',
  number: 4,
  title: '街上两家店',
  english: 'Two shops on a street',
  question: '对面也要开一家奶茶店。你开在哪里，卖多少钱？',
  chapter: 'location',
  section: 'competition',
  minutes: 2,
  fields: [
    { name: '价钱一样时的位置', min: 0, max: street, bits: 7 },
    { name: '自己定价时的位置', min: 0, max: street, bits: 7 },
    { name: '一杯赚几元', min: 1, max: mostMargin, bits: 7 },
  ],
};
