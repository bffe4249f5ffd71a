/** 轮流搬店的过程：一步一家，别家不动，搬到自己最好的地方。 */
import { lineCompetition } from '../../calc/location/line-competition.ts';

export interface Step {
  /** 动的是哪家；开头那一格没有人动 */
  shop: number | null;
  positions: readonly number[];
  prices: readonly number[];
}

export interface Story {
  steps: readonly Step[];
  /** 停住了、兜起了圈子、还说不准 */
  ending: 'rest' | 'loop' | 'open';
}

interface Setting {
  positions: readonly number[];
  pricing: boolean;
  prices: readonly number[] | null;
  fare: number;
}

/** 没有终点的过程放到这么多步为止，够看见它在兜圈子。 */
const enough = 40;

/** 一轮一轮地讲：每轮几毫秒，画面可以在两轮之间喘口气。 */
export function* rounds({ positions, pricing, prices, fare }: Setting): Generator<Story> {
  const start = prices ?? positions.map(() => (pricing ? fare : 0));
  const steps: Step[] = [{ shop: null, positions, prices: start }];
  const seen = new Set<string>();
  let ending: Story['ending'] = 'open';
  while (
    ending !== 'rest' &&
    (ending === 'open' ? steps.length <= 2 * enough : steps.length <= enough)
  ) {
    const from = steps.at(-1) as Step;
    seen.add(JSON.stringify([from.positions, from.prices]));
    const { moves, converged } = lineCompetition({
      positions: from.positions,
      prices: from.prices,
      length: 100,
      transportCost: fare / 100,
      moves: pricing ? 'both' : 'position',
      // 店多了试得多：格子放粗一点，过程看着一样
      positionSteps: pricing ? 20 : positions.length > 3 ? 50 : 100,
      priceSteps: 20,
      maxPrice: 2 * fare,
      maxRounds: 1,
    });
    steps.push(...moves);
    const { positions: at, prices: priced } = steps.at(-1) as Step;
    if (converged) ending = 'rest';
    else if (seen.has(JSON.stringify([at, priced]))) ending = 'loop';
    yield { steps: ending === 'rest' ? steps : steps.slice(0, enough + 1), ending };
  }
}

/** 一口气讲到底。 */
export function play(setting: Setting): Story {
  let story: Story = { steps: [], ending: 'open' };
  for (const told of rounds(setting)) story = told;
  return story;
}
