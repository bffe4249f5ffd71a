/** 六个课堂游戏，照章的先后排。 */
import type { Game } from '../../classroom/games/game.ts';

const models = import.meta.glob<{ game: Game }>('../../classroom/games/*/model.ts', {
  eager: true,
});

const order = ['location', 'quality', 'queueing', 'capacity-revenue'];

export const games: readonly Game[] = Object.values(models)
  .map(({ game }) => game)
  .toSorted((a, b) => order.indexOf(a.chapter) - order.indexOf(b.chapter) || a.number - b.number);

/** 一章的游戏，教案里链过去。 */
export const gamesOf = (chapter: string) => games.filter((game) => game.chapter === chapter);
