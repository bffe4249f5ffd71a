/** 订座保护：便宜的先来、订得满，贵的后来、来多少不一定；先留几间给后来的。 */
import type { Game } from '../game.ts';

export const rooms = 100;
export const fareHigh = 600;
/** 商务客要几间：平均与标准差 */
export const meanHigh = 40;
export const sdHigh = 12;

export const game: Game = {
  id: 'seat-protection',
  number: 0,
  title: '订座保护',
  english: 'How many to hold back',
  question: '便宜的现在就能订满，贵的还没有来。留几间？',
  chapter: 'capacity-revenue',
  section: 'two-fares',
  minutes: 1,
  fields: [{ name: '留几间', min: 0, max: rooms, bits: 7 }],
};

/** 单数轮的低价不低，双数轮便宜得多：留的间数该差十几间。 */
export const fareLow = (round: number) => (round % 2 === 1 ? 420 : 180);
