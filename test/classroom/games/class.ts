/** 假的一个班：各游戏在范围里的任意决定，和照它写成的码。 */
import fc from 'fast-check';
import { tagBits, writeCode } from '../../../src/classroom/answers/code.ts';
import type { Game } from '../../../src/classroom/games/game.ts';
import { game as funnel } from '../../../src/classroom/games/funnel/model.ts';
import { game as hall } from '../../../src/classroom/games/hall-staffing/model.ts';
import { game as newsvendor } from '../../../src/classroom/games/newsvendor/model.ts';
import { game as overbooking } from '../../../src/classroom/games/overbooking/model.ts';
import { game as seats } from '../../../src/classroom/games/seat-protection/model.ts';
import { game as shops } from '../../../src/classroom/games/two-shops/model.ts';

export const games: readonly Game[] = [seats, overbooking, newsvendor, hall, shops, funnel];

export const anyDecision = ({ fields }: Game): fc.Arbitrary<number[]> =>
  fc.tuple(
    ...fields.map(({ min, max }) => fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }))),
  );

/** 一到八个人；`round` 单双都有。 */
export const anyClass = (game: Game) =>
  fc.record({
    round: fc.integer({ min: 1, max: 40 }),
    decisions: fc.array(anyDecision(game), { minLength: 1, maxLength: 8 }),
  });

/** 种子固定的一个班，各人的码。 */
export function classCodes(game: Game, round: number, people: number): string[] {
  return fc
    .sample(anyDecision(game), { numRuns: people, seed: 60 })
    .map((decision, i) => writeCode(game, { round, decision, tag: (i * 37) % 2 ** tagBits(game) }));
}
